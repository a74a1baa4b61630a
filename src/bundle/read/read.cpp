#include "bundle/read/read.h"

#include <algorithm>
#include <utility>

#include "bundle/format/wire.h"
#include "bundle/read/json_value.h"
#include "bundle/read/read_parts.h"

namespace broadsheet::bundle {

namespace {

using model::ArticleSummary;
using model::Entry;
using model::List;
using model::TermReference;

std::optional<model::Picture> read_picture(JsonValue object) {
    const JsonValue value = object.member("i");
    if (!value.is_array()) return std::nullopt;
    model::Picture picture;
    picture.target = safe_target(value[0].text());
    picture.alternative_text = value[1].text();
    picture.caption = value[2].text();
    picture.width = value[3].number();
    picture.height = value[4].number();
    picture.placeholder = value[5].text();
    picture.credit = value[6].text();
    if (value[7].exists()) picture.focus = {value[7].number(), value[8].number()};
    return picture;
}

ArticleSummary read_summary(JsonValue object, const TermTable& terms) {
    ArticleSummary summary;
    summary.path = object.member("p").text();
    summary.title = object.member("t").text();
    summary.excerpt = object.member("x").text();
    if (const auto date = model::parse_date(object.member("d").text())) summary.date = *date;
    if (!object.member("p").exists()) {
        if (!summary.title.empty()) summary.path = default_path(summary.title, summary.date.day);
    } else if (!summary.path.empty()) {
        summary.path = full_path(summary.path, summary.title, summary.date.day);
    }
    summary.category_trail = read_references(object, "c", terms);
    summary.authors = read_references(object, "a", terms);
    summary.picture = read_picture(object);
    summary.reading_minutes = object.member("m").number(1, 1);
    return summary;
}

// Reads `[title, path]`, or `[title, path of the day, path]` if the day is not `day`.
std::optional<TermReference> read_neighbour(JsonValue object, const char* name, model::Day day) {
    const JsonValue value = object.member(name);
    if (!value.is_array()) return std::nullopt;
    const std::string title = value[0].text();
    std::string path = value[1].text();
    if (value.size() > 2) {
        std::string text = path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0));
        std::replace(text.begin(), text.end(), '/', '-');
        const auto date = model::parse_date(std::string_view(text).substr(text.empty() ? 0 : 1));
        if (!date) return std::nullopt;
        day = date->day;
        path = value[2].text();
    }
    return TermReference{title, full_path(path, title, day)};
}

using Profiles = std::map<model::Path, model::AuthorProfile>;

Profiles read_profiles(JsonValue root) {
    Profiles profiles;
    for (const JsonValue value : root.member("profiles")) {
        model::AuthorProfile profile;
        profile.author = {value.member("t").text(), value.member("p").text()};
        profile.biography = value.member("ds").text();
        profile.portrait = read_picture(value);
        profile.links = read_links(value, "ln");
        profiles[profile.author.path] = std::move(profile);
    }
    return profiles;
}

std::vector<model::Comment> read_comments(JsonValue object) {
    std::vector<model::Comment> comments;
    for (const JsonValue value : object.member("cm")) {
        model::Comment& comment = comments.emplace_back();
        comment.number = value.member("n").number();
        comment.depth = value.member("lv").number();
        comment.author = value.member("t").text();
        comment.website = value.member("w").text();
        comment.date = model::parse_date(value.member("d").text());
        comment.text.blocks = read_nodes(value.member("b"));
    }
    return comments;
}

std::vector<model::Translation> read_translations(JsonValue object) {
    std::vector<model::Translation> result;
    const JsonValue translations = object.member("tl");
    for (std::size_t i = 0; i + 1 < translations.size(); i += 2) {
        result.push_back({translations[i].text(), translations[i + 1].text()});
    }
    return result;
}

Entry read_entry(JsonValue object, const TermTable& terms, const Profiles& profiles) {
    Entry entry;
    entry.summary = read_summary(object, terms);
    entry.kind = static_cast<model::EntryKind>(object.member("k").number(0, 0, 2));
    entry.redirect = safe_target(object.member("to").text());
    entry.description =
        !object.member("ds").exists() ? entry.summary.excerpt : object.member("ds").text();
    for (const auto& [key, member] : entry_texts) entry.*member = object.member(key).text();
    entry.modified = model::parse_date(object.member("mo").text());
    entry.tags = read_references(object, "tg", terms);
    entry.terms = read_references(object, "tm", terms);
    entry.show_contents = object.member("nc").number() == 0;
    entry.dated = object.member("nd").number() == 0;
    entry.previous = read_neighbour(object, "pv", entry.summary.date.day);
    entry.next = read_neighbour(object, "nx", entry.summary.date.day);
    entry.related = read_summaries(object, "re", terms);
    entry.translations = read_translations(object);
    for (const TermReference& author : entry.summary.authors) {
        const auto profile = profiles.find(author.path);
        if (profile != profiles.end()) entry.author_profiles.push_back(profile->second);
    }
    entry.body.blocks = read_nodes(object.member("b"));
    entry.comments = read_comments(object);
    entry.comments_closed = object.member("cc").number() != 0;
    return entry;
}

ListPart read_list(JsonValue object, const TermTable& terms) {
    constexpr int max_articles = 1'000'000;
    ListPart part;
    List& list = part.list;
    list.path = object.member("p").text();
    part.chunk = object.member("ch").number(-1, 0, max_articles);
    part.articles = read_summaries(object, "s", terms);
    if (part.chunk >= 0) return part;
    list.kind = static_cast<model::ListKind>(object.member("k").number(0, 0, 7));
    list.title = object.member("t").text();
    list.description = object.member("ds").text();
    list.picture = read_picture(object);
    list.links = read_links(object, "ln");
    list.trail = read_references(object, "tr", terms);
    list.translations = read_translations(object);
    part.total = object.member("n").number(0, 0, max_articles);
    for (const JsonValue value : object.member("se")) {
        const std::vector<TermReference> category = read_references(value, "c", terms);
        if (category.empty()) continue;
        list.sections.push_back(
            {category[0], value.member("n").number(), read_summaries(value, "s", terms)});
    }
    list.leads = read_summaries(object, "ld", terms);
    return part;
}

}  // namespace

std::vector<TermReference> read_references(JsonValue object, const char* name,
                                           const TermTable& table) {
    std::vector<TermReference> result;
    for (const JsonValue number : object.member(name)) {
        const int index = number.number(-1);
        if (index >= 0 && static_cast<std::size_t>(index) < table.size()) {
            result.push_back(table[static_cast<std::size_t>(index)]);
        }
    }
    return result;
}

TermTable read_terms(JsonValue root) {
    TermTable table;
    for (const JsonValue term : root.member("terms")) {
        table.push_back({term[0].text(), term[1].text()});
    }
    return table;
}

std::string safe_target(const std::string& target) {
    return model::is_safe_target(target) ? target : std::string();
}

std::vector<model::Link> read_links(JsonValue object, const char* name, int depth) {
    std::vector<model::Link> links;
    if (depth > deepest_menu) return links;
    for (const JsonValue value : object.member(name)) {
        links.push_back({value.member("t").text(), safe_target(value.member("to").text()),
                         read_links(value, "c", depth + 1)});
    }
    return links;
}

std::vector<ArticleSummary> read_summaries(JsonValue object, const char* name,
                                           const TermTable& terms) {
    std::vector<ArticleSummary> summaries;
    for (const JsonValue value : object.member(name)) {
        summaries.push_back(read_summary(value, terms));
    }
    return summaries;
}

Result<std::map<model::Path, Entry>> read_entries(std::string_view json) {
    const ParsedJson parsed(json, "article data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    if (!root.member("entries").exists())
        return {std::nullopt, "The article data is not what it says."};
    const TermTable terms = read_terms(root);
    const Profiles profiles = read_profiles(root);
    std::map<model::Path, Entry> entries;
    for (const JsonValue value : root.member("entries")) {
        Entry entry = read_entry(value, terms, profiles);
        if (entry.summary.path.empty()) continue;
        model::Path path = entry.summary.path;
        entries.insert_or_assign(std::move(path), std::move(entry));
    }
    return {std::move(entries), {}};
}

Result<std::vector<ListPart>> read_lists(std::string_view json) {
    const ParsedJson parsed(json, "list data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    if (!root.member("lists").exists()) return {std::nullopt, "The list data is not what it says."};
    const TermTable terms = read_terms(root);
    std::vector<ListPart> lists;
    for (const JsonValue value : root.member("lists")) {
        ListPart part = read_list(value, terms);
        if (!part.list.path.empty()) lists.push_back(std::move(part));
    }
    return {std::move(lists), {}};
}

}  // namespace broadsheet::bundle
