#include "views/view.h"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <memory>
#include <string>

#include "golden_file.h"
#include "sample_publication.h"
#include "ui/phrases.h"
#include "views/build.h"

namespace broadsheet::views {

using addresses::parse_route;

namespace {

// Writes a line for each node with its visible and spoken text, indented by depth.
void dump_node(std::string& out, const page::Node& node, int depth) {
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    if (node.role == page::Role::text) {
        out += "\"" + node.text + "\"\n";
        return;
    }
    out += page::element_name(node);
    if (node.style != page::Style::none) out += "." + std::string(page::class_name(node.style));
    if (!node.label.empty()) out += " [" + node.label + "]";
    if (!node.target.empty()) out += " -> " + node.target;
    if (!node.identifier.empty()) out += " #" + node.identifier;
    if (node.current) out += " current";
    if (node.font_points > 0)
        out += " " + std::to_string(page::point_step(node.font_points)) + "/4pt";
    if (!node.text.empty()) out += " \"" + node.text + "\"";
    out += '\n';
    for (const page::Node& child : node.children) dump_node(out, child, depth + 1);
}

std::string dump_page(const page::Page& page) {
    std::string out = "title: " + page.title + "\ndescription: " + page.description +
                      "\npath: " + page.path + (page.findable ? "\n" : "\nnot findable\n");
    dump_node(out, page.root, 0);
    return out;
}

int count(const page::Node& node, const std::function<bool(const page::Node&)>& matches) {
    int found = matches(node) ? 1 : 0;
    for (const page::Node& child : node.children) found += count(child, matches);
    return found;
}

const ReaderState reading_day = [] {
    ReaderState state;
    state.today = model::Day{2026, 11, 23};
    return state;
}();

}  // namespace

TEST_CASE("the page of each view") {
    const model::Publication publication = tests::sample_publication();
    struct Case {
        const char* name;
        const char* path;
    };
    constexpr std::array<Case, 10> cases = {{{"front", "/"},
                                             {"front-2", "/page/2/"},
                                             {"category", "/category/asia/"},
                                             {"tag", "/tag/water/"},
                                             {"author", "/author/ines-okafor/"},
                                             {"year", "/2026/"},
                                             {"month", "/2026/11/"},
                                             {"day", "/2026/11/12/"},
                                             {"article", "/2026/11/12/story-12/"},
                                             {"static-page", "/about/"}}};
    for (const Case& one : cases) {
        const page::Page page = view(publication, parse_route(one.path), reading_day);
        tests::check_golden(std::string("page/") + one.name + ".txt", dump_page(page));
        CHECK(page.findable);
        CHECK(count(page.root, [](const page::Node& node) {
                  return node.role == page::Role::heading && node.level == 1;
              }) == 1);
        CHECK(count(page.root,
                    [](const page::Node& node) { return node.role == page::Role::main; }) == 1);
    }
    tests::check_golden("page/not-found.txt", dump_page(not_found_view(publication, reading_day)));
    tests::check_golden("page/failure.txt",
                        dump_page(failure_view(publication, reading_day, {"The file x is gone."})));
}

TEST_CASE("without a connection, the failure names the page of the device, if the site has one") {
    model::Publication publication = tests::sample_publication();
    const auto leads_to_device = [&] {
        const page::Page page = failure_view(publication, reading_day, {"", true});
        CHECK(page.title == "You are offline – Meridian");
        return count(page.root, [](const page::Node& node) { return node.target == "/offline/"; });
    };
    CHECK(leads_to_device() == 0);
    publication.site.offline = true;
    CHECK(leads_to_device() == 2);  // the message and the footer
}

TEST_CASE("paths that a publication does not contain are not found") {
    const model::Publication publication = tests::sample_publication();
    for (const char* path : {"/nothing/", "/tag/none/", "/page/3/", "/2026/13/", "/old/"}) {
        CHECK(!view(publication, parse_route(path), {}).findable);
    }
}

TEST_CASE("prerendered pages show no current day") {
    const model::Publication publication = tests::sample_publication();
    const page::Page page = view(publication, parse_route("/"), {});
    CHECK(count(page.root, [](const page::Node& node) {
              return node.style == page::Style::calendar_today;
          }) == 0);
    CHECK(count(page.root, [](const page::Node& node) {
              return node.style == page::Style::date_line && !node.children.empty();
          }) == 0);
}

TEST_CASE("an article shows a line of terms for each taxonomy") {
    model::Publication publication = tests::sample_publication();
    publication.site.taxonomies = {{"Mood", "/mood/"}, {"Series", "/series/"}, {"No", "/no/"}};
    publication.entries.at("/2026/11/12/story-12/").terms = {
        {"One", "/series/one/"}, {"Two", "/series/two/"}, {"Calm", "/mood/calm/"}};
    const page::Page page = view(publication, parse_route("/2026/11/12/story-12/"), {});
    std::string lines;
    count(page.root, [&](const page::Node& node) {
        if (node.style != page::Style::article_tags) return false;
        for (const page::Node& item : node.children) {
            const page::Node& shown = item.children.at(0);
            const bool label = shown.role != page::Role::link;
            lines +=
                label ? shown.text + ":" : " " + shown.children.at(0).text + " " + shown.target;
        }
        lines += "\n";
        return true;
    });
    CHECK(lines ==
          "Tags: Water /tag/water/\n"
          "Mood: Calm /mood/calm/\n"
          "Series: One /series/one/ Two /series/two/\n");
}

TEST_CASE("a subtitle below the headline replaces the description") {
    model::Publication publication = tests::sample_publication();
    model::Entry& entry = publication.entries.at("/2026/11/12/story-12/");
    entry.description = "For search engines.";
    const auto below_headline = [&] {
        std::string shown;
        const page::Page page = view(publication, parse_route("/2026/11/12/story-12/"), {});
        CHECK(page.description == "For search engines.");
        count(page.root, [&](const page::Node& node) {
            if (node.style == page::Style::standfirst) shown += node.children.at(0).text + ";";
            return false;
        });
        return shown;
    };
    CHECK(below_headline() == "For search engines.;");
    entry.subtitle = "A second line";
    CHECK(below_headline() == "A second line;");
}

TEST_CASE("what an author opened in a text is open until the reader closes it") {
    model::Publication publication = tests::sample_publication();
    model::Node summary;
    summary.kind = model::NodeKind::summary;
    model::Node details;
    details.kind = model::NodeKind::details;
    details.children = {summary};
    model::Node open = details;
    open.ordered = true;
    publication.entries.at("/2026/11/12/story-12/").body.blocks = {details, open};
    const auto states = [&](const ReaderState& state) {
        std::string all;
        const page::Page page = view(publication, parse_route("/2026/11/12/story-12/"), state);
        count(page.root, [&](const page::Node& node) {
            if (node.role == page::Role::details && node.key.starts_with("text-")) {
                all += node.key + (node.open ? " open;" : " closed;");
            }
            return false;
        });
        return all;
    };
    CHECK(states({}) == "text-1 closed;text-2 open;");
    ReaderState state;
    state.disclosures = {{"text-1", true}, {"text-2", false}};
    CHECK(states(state) == "text-1 open;text-2 closed;");
}

TEST_CASE("an entry can have another title for the window and search engines") {
    model::Publication publication = tests::sample_publication();
    const auto title = [&] {
        return view(publication, parse_route("/2026/11/12/story-12/"), {}).title;
    };
    CHECK(title() == "Story number 12 – Meridian");
    publication.entries.at("/2026/11/12/story-12/").head_title = "Twelve | Meridian";
    CHECK(title() == "Twelve | Meridian");
}

TEST_CASE("the picture above an article has a credit, and its focus stays visible") {
    model::Publication publication = tests::sample_publication();
    model::Picture& source = *publication.entries.at("/2026/11/12/story-12/").summary.picture;
    source.credit = "Ana Ruiz";
    source.focus = {30, 100};
    const auto shown = [&] {
        return dump_page(view(publication, parse_route("/2026/11/12/story-12/"), {}));
    };
    const std::string credit = "small.credit\n              \"Ana Ruiz\"";
    CHECK(shown().find("figcaption.article-caption\n            \"The shore.\"\n") !=
          std::string::npos);
    CHECK(shown().find(credit) != std::string::npos);
    source.caption.clear();
    CHECK(shown().find(credit) != std::string::npos);
    source.credit.clear();
    CHECK(shown().find("figcaption.article-caption") == std::string::npos);
    const page::Node image = picture(page::Style::article_picture, source);
    CHECK(image.focus_x == 3);
    CHECK(image.focus_y == 10);
}

TEST_CASE("a lead story without a picture takes the full width and shows more text") {
    model::Publication publication = tests::sample_publication();
    const auto styles = [&](page::Style lead, page::Style excerpt, page::Style others) {
        const page::Page page = view(publication, parse_route("/"), {});
        const auto has = [&](page::Style style) {
            return count(page.root, [&](const page::Node& node) { return node.style == style; });
        };
        return has(lead) == 1 && has(excerpt) == 1 && has(others) == 1;
    };
    using page::Style;
    CHECK(styles(Style::lead, Style::lead_excerpt, Style::secondary));
    model::ArticleSummary& first = *publication.lists.at("/").articles[0];
    first.picture.reset();
    first.excerpt = std::string(60, 'x');
    for (int i = 0; i < 60; ++i) first.excerpt += " word";
    CHECK(styles(Style::lead_plain, Style::lead_excerpt_plain, Style::secondary_plain));
    CHECK(!styles(Style::lead, Style::lead_excerpt, Style::secondary));
    const page::Page page = view(publication, parse_route("/"), {});
    CHECK(count(page.root, [](const page::Node& node) {
              return node.style == Style::lead_excerpt_plain && !node.children.empty() &&
                     node.children[0].text.size() > 340;
          }) == 1);
}

TEST_CASE("a title repeated in the text is shown once") {
    model::Publication publication = tests::sample_publication();
    model::Entry& entry = publication.entries["/about/"];
    model::Node heading =
        tests::block(model::NodeKind::heading, {tests::text_node("About us, again")});
    heading.level = 1;
    entry.body.blocks.insert(entry.body.blocks.begin(), heading);
    entry.body.blocks.push_back(heading);
    const page::Page page = view(publication, parse_route("/about/"), {});
    CHECK(count(page.root, [](const page::Node& node) {
              return node.role == page::Role::heading && node.level == 1;
          }) == 1);
}

TEST_CASE(
    "other-direction: a text in a language of the other direction turns, and its page does not") {
    model::Publication publication = tests::sample_publication();
    publication.site.language = "ar";
    publication.entries["/about/"].language = "en";
    const page::Page page = view(publication, parse_route("/about/"), {});
    CHECK(page.language == "ar");
    CHECK(page.direction == page::Direction::right_to_left);
    CHECK(count(page.root, [](const page::Node& node) {
              return node.language == "en" && node.direction == page::Direction::left_to_right &&
                     (node.style == page::Style::article_title || node.style == page::Style::prose);
          }) == 2);
    publication.entries["/about/"].language = "fa";
    const page::Page persian = view(publication, parse_route("/about/"), {});
    CHECK(persian.language == "fa");
    CHECK(count(persian.root, [](const page::Node& node) {
              return node.direction != page::Direction::automatic;
          }) == 0);
}

TEST_CASE("h1-in-a-quote: headings within quotes and lists are below the title") {
    model::Publication publication = tests::sample_publication();
    model::Entry& entry = publication.entries["/about/"];
    model::Node heading = tests::block(model::NodeKind::heading, {tests::text_node("Quoted")});
    heading.level = 1;
    entry.body.blocks.push_back(tests::block(model::NodeKind::block_quote, {heading}));
    entry.body.blocks.push_back(
        tests::block(model::NodeKind::list, {tests::block(model::NodeKind::list_item, {heading})}));
    const page::Page page = view(publication, parse_route("/about/"), {});
    const auto headings = [&](int level) {
        return count(page.root, [=](const page::Node& node) {
            return node.role == page::Role::heading && node.level == level;
        });
    };
    CHECK(headings(1) == 1);
    CHECK(headings(2) >= 2);
}

TEST_CASE("an author without a portrait has no space reserved for it") {
    model::Publication publication = tests::sample_publication();
    model::Entry& entry = publication.entries.at("/2026/11/12/story-12/");
    entry.author_profiles = {{{"Ines Okafor", "/author/ines-okafor/"}, "Of water.", {}, {}}};
    const page::Page page = view(publication, parse_route("/2026/11/12/story-12/"), reading_day);
    const auto has = [&](page::Style style) {
        return count(page.root, [=](const page::Node& node) { return node.style == style; });
    };
    CHECK(has(page::Style::author_box) == 0);
    CHECK(has(page::Style::author_box_plain) == 1);
    CHECK(has(page::Style::author_portrait) == 0);
}

TEST_CASE("the reader's page: menus, settings, consent, advertisements, parts of an article") {
    model::Publication publication = tests::sample_publication();
    publication.site.frame_sources = {"https://www.youtube-nocookie.com"};
    model::Advertisement picture{model::Slot::sidebar, "/ad.jpg", "https://shop.example/", "Tea"};
    picture.width = 300;
    picture.height = 250;
    publication.site.advertisements = {picture};
    model::Entry& entry = publication.entries.at("/2026/11/12/story-12/");
    entry.author_profiles = {{{"Ines Okafor", "/author/ines-okafor/"},
                              "Writes about water.",
                              model::Picture{"/ines.jpg", "", "", 200, 200},
                              {}}};
    entry.related = {tests::sample_summary("story-3", "Story number 3", 3)};
    model::Node frame;
    frame.kind = model::NodeKind::embed;
    frame.target = "https://www.youtube-nocookie.com/embed/abc";
    frame.title = "A bell";
    frame.text = "YouTube";
    frame.width = 16;
    frame.height = 9;
    entry.body.blocks.push_back(frame);
    ReaderState state = reading_day;
    state.interactive = true;
    state.disclosures = {{"menu-settings", true}, {"menu-/category/asia/", true}};
    state.site_url = "https://read.example/paper";
    const auto page = [&] {
        return view(publication, parse_route("/2026/11/12/story-12/"), state);
    };
    tests::check_golden("page/article-interactive.txt", dump_page(page()));

    const auto frames = [](const page::Node& node) { return node.role == page::Role::embed; };
    const auto asks = [](const page::Node& node) { return node.style == page::Style::consent; };
    CHECK(count(page().root, frames) == 0);
    CHECK(count(page().root, asks) == 0);
    state.settings.providers = {"player.vimeo.com"};
    CHECK(count(page().root, frames) == 0);
    state.settings.providers = {"www.youtube-nocookie.com"};
    CHECK(count(page().root, frames) == 1);
    state.settings.providers.clear();
    state.shown_embeds = {frame.target};
    CHECK(count(page().root, frames) == 1);
    state.shown_embeds.clear();

    publication.site.consent_bar = true;
    CHECK(count(page().root, frames) == 0);
    CHECK(count(page().root, asks) == 1);
    state.settings.consent = ui::Consent::given;
    CHECK(count(page().root, frames) == 1);
    CHECK(count(page().root, asks) == 0);
    state.settings.consent = ui::Consent::refused;
    CHECK(count(page().root, frames) == 0);
    CHECK(count(page().root, asks) == 0);
    state.interactive = false;
    state.settings.consent = ui::Consent::given;
    CHECK(count(page().root, frames) == 0);
}

namespace {

// The titles of the stories above the sections, in order: "+" marks those beside the first.
std::string stories_of(const model::Publication& publication) {
    const page::Page page = view(publication, parse_route("/"), reading_day);
    std::string titles;
    const std::function<void(const page::Node&, std::string)> visit = [&](const page::Node& node,
                                                                          std::string mark) {
        if (node.style == page::Style::secondary_story) mark = "+";
        if (node.style == page::Style::grid_card) mark = "-";
        if (node.style == page::Style::region_grid) return;
        const bool is_title = node.style == page::Style::lead_title ||
                              node.style == page::Style::secondary_title ||
                              node.style == page::Style::grid_title;
        if (is_title) titles += mark + node.children.at(0).children.at(0).text + " ";
        for (const page::Node& child : node.children) visit(child, mark);
    };
    visit(page.root, "");
    return titles;
}

}  // namespace

TEST_CASE("the front page shows leading articles first, once, and as many as it is set to") {
    model::Publication publication = tests::sample_publication();
    model::List& front = publication.lists.at("/");
    front.articles.clear();
    for (int i = 1; i <= 20; ++i) {
        auto article = std::make_shared<model::ArticleSummary>();
        article->title = std::to_string(i);
        article->path = "/" + article->title + "/";
        front.articles.push_back(std::move(article));
    }
    CHECK(stories_of(publication) == "1 +2 +3 +4 +5 -6 -7 -8 -9 -10 -11 ");
    front.leads = {*front.articles[14], *front.articles[1]};
    CHECK(stories_of(publication) == "15 +2 +1 +3 +4 -5 -6 -7 -8 -9 -10 -11 ");
    publication.site.front_beside = 1;
    publication.site.front_latest = 2;
    CHECK(stories_of(publication) == "15 +2 -1 -3 -4 ");
    publication.site.front_latest = 0;
    CHECK(stories_of(publication) == "15 +2 ");
    publication.site.front_beside = 0;
    front.leads.clear();
    CHECK(stories_of(publication) == "1 ");
}

// Also in prerendered pages: the entries are nowhere else.
TEST_CASE("the main menu and the menu of phones have the entries below others") {
    model::Publication publication = tests::sample_publication();
    publication.site.main_menu = {
        {"City", "/category/asia/", {{"Traffic", "/traffic/", {{"Ferries", "/ferries/", {}}}}}},
        {"More", "", {{"Print", "", {{"Shop", "https://shop.example/", {}}}}}}};
    const page::Page page = view(publication, parse_route("/"), reading_day);
    const auto links_to = [&](std::string_view target) {
        return count(page.root, [&](const page::Node& node) { return node.target == target; });
    };
    CHECK(links_to("/traffic/") == 2);
    CHECK(links_to("/ferries/") == 2);
    CHECK(links_to("https://shop.example/") == 2);
    CHECK(count(page.root, [](const page::Node& node) {
              return node.role == page::Role::link && node.target.empty();
          }) == 0);
    CHECK(count(page.root, [](const page::Node& node) {
              return node.role == page::Role::summary && node.label == "More";
          }) == 1);
}

TEST_CASE("the front page omits empty regions") {
    model::Publication publication = tests::sample_publication();
    model::List& front = publication.lists.at("/");
    front.sections = {{{"Asia", "/category/asia/"}, 12, {*front.articles[0], *front.articles[1]}},
                      {{"Oceania", "/category/oceania/"}, 0, {}}};
    const page::Page page = view(publication, parse_route("/"), reading_day);
    CHECK(count(page.root, [](const page::Node& node) { return node.label == "Asia"; }) == 1);
    CHECK(count(page.root, [](const page::Node& node) { return node.label == "Oceania"; }) == 0);
}

TEST_CASE("excerpts are cut at sentences, words, or characters") {
    CHECK(shortened("Short.", 10) == "Short.");
    CHECK(shortened("One two. Three four. Five.", 22) == "One two. Three four.");
    CHECK(shortened("One two three four", 12) == "One two…");
    CHECK(shortened("One. Two three four five six.", 24) == "One. Two three four…");
    CHECK(shortened("One, two, three, four", 12) == "One, two…");
    CHECK(shortened("東京都東京都", 10) == "東京都…");
}

TEST_CASE("a page that does not exist cannot be kept for later") {
    model::Publication publication = tests::sample_publication();
    publication.site.offline = true;
    ReaderState state = reading_day;
    state.interactive = true;
    const auto buttons = [&](const page::Page& page) {
        return count(page.root, [](const page::Node& node) {
            return node.style == page::Style::footer_button &&
                   node.action == page::Action::keep_later;
        });
    };
    CHECK(buttons(view(publication, parse_route("/2026/11/12/story-12/"), state)) == 1);
    CHECK(buttons(view(publication, parse_route("/no-such-page/"), state)) == 0);
}

TEST_CASE("a list with missing articles shows a message") {
    model::Publication publication = tests::sample_publication();
    publication.lists.at("/tag/water/").articles[10] = nullptr;
    const page::Page whole = view(publication, parse_route("/tag/water/"), reading_day);
    CHECK(whole.findable);
    const page::Page broken = view(publication, parse_route("/tag/water/page/2/"), reading_day);
    CHECK_FALSE(broken.findable);
}

}  // namespace broadsheet::views
