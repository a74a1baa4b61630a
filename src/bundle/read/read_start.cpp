#include <utility>

#include "bundle/read/json_value.h"
#include "bundle/read/read.h"
#include "bundle/read/read_parts.h"

namespace broadsheet::bundle {

namespace {

std::vector<model::CategoryNode> read_categories(JsonValue object, const char* name,
                                                 int depth = 0) {
    std::vector<model::CategoryNode> nodes;
    if (depth > deepest_menu) return nodes;
    for (const JsonValue value : object.member(name)) {
        nodes.push_back({value.member("t").text(), value.member("p").text(),
                         value.member("n").number(), read_categories(value, "c", depth + 1)});
    }
    return nodes;
}

std::vector<std::string> read_texts(JsonValue object, const char* name) {
    std::vector<std::string> texts;
    for (const JsonValue value : object.member(name)) texts.push_back(value.text());
    return texts;
}

std::vector<model::Advertisement> read_advertisements(JsonValue root) {
    std::vector<model::Advertisement> all;
    for (const JsonValue value : root.member("advertisements")) {
        model::Advertisement each;
        each.slot = static_cast<model::Slot>(value.member("sl").number(0, 0, 3));
        each.file = safe_target(value.member("f").text());
        each.target = safe_target(value.member("to").text());
        each.alternative_text = value.member("x").text();
        each.width = value.member("w").number();
        each.height = value.member("h").number();
        each.framed = value.member("fr").number() == 1;
        all.push_back(std::move(each));
    }
    return all;
}

}  // namespace

Result<model::Site> read_start(std::string_view json) {
    const ParsedJson parsed(json, "start data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    const TermTable terms = read_terms(root);
    model::Site site;
    site.title = root.member("title").text();
    site.tagline = root.member("tagline").text();
    site.description = root.member("description").text();
    site.language = root.member("language").text();
    site.base_url = root.member("base_url").text();
    site.copyright = root.member("copyright").text();
    site.week_start = root.member("week_start").number(1, 1, 7);
    site.page_size = root.member("page_size").number(10, 1, 1000);
    site.chunk_length = root.member("run_length").number(100, 2 * site.page_size, 100'000);
    site.article_count = root.member("article_count").number();
    site.logo = root.member("logo").text();
    site.feeds_of_lists = root.member("one_feed").number() == 0;
    site.date_format = root.member("date_format").text();
    site.phrases = read_texts(root, "phrases");
    site.calendar_names = read_texts(root, "calendar_names");
    site.frame_sources = read_texts(root, "frame_sources");
    site.front_beside = root.member("front_beside").number(4, 0, 100);
    site.front_latest = root.member("front_latest").number(6, 0, 100);
    site.lines = static_cast<model::TextLines>(root.member("lines").number(0, 0, 2));
    site.hyphens = root.member("no_hyphens").number() == 0;
    site.hanging = root.member("no_hanging").number() == 0;
    site.drop_caps = root.member("drop_caps").number() != 0;
    site.indented = root.member("indented").number() != 0;
    site.figures = static_cast<model::TextFigures>(root.member("figures").number(0, 0, 2));
    site.consent_bar = root.member("consent_bar").number() != 0;
    site.offline = root.member("offline").number() != 0;
    site.advertisements = read_advertisements(root);
    for (const auto& [name, value] : root.member("look").members()) site.look[name] = value.text();
    site.taxonomy_authors = root.member("no_authors").number() == 0;
    site.comments = {root.member("comments_provider").text(), root.member("comments_frame").text(),
                     root.member("comments_themes").text(), root.member("comments_mail").text()};
    const JsonValue editions = root.member("editions");
    for (std::size_t i = 0; i + 2 < editions.size(); i += 3) {
        site.editions.push_back(
            {editions[i].text(), editions[i + 1].text(), editions[i + 2].text()});
    }
    site.utility_menu = read_links(root, "utility_menu");
    site.main_menu = read_links(root, "main_menu");
    site.footer_menu = read_links(root, "footer_menu");
    site.categories = read_categories(root, "categories");
    site.taxonomies = read_references(root, "taxonomies", terms);
    for (const JsonValue tag : root.member("top_tags")) {
        site.top_tags.push_back({tag[0].text(), tag[1].text(), tag[2].number()});
    }
    for (const JsonValue value : root.member("archive")) {
        model::ArchiveMonth month;
        month.year = value[0].number(0, 1, 9999);
        month.month = value[1].number(0, 1, 12);
        month.count = value[2].number();
        month.days = static_cast<std::uint32_t>(value[3].number());
        for (std::size_t i = 4; i < value.size(); ++i) {
            month.day_counts.push_back(value[i].number());
        }
        if (month.year != 0 && month.month != 0) site.archive.push_back(month);
    }
    site.recent = read_summaries(root, "recent", terms);
    return {std::move(site), {}};
}

}  // namespace broadsheet::bundle
