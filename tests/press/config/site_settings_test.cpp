#include "press/config/site_settings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/config/site_config.h"

namespace broadsheet::press {

namespace {

Value list_of_lists(std::string_view name) {
    Value value;
    value.kind = ValueKind::list;
    value.name = name;
    value.items.emplace_back().kind = ValueKind::list;
    return value;
}

Value table_with(Value member) {
    Value table;
    table.kind = ValueKind::table;
    table.members.push_back(std::move(member));
    return table;
}

SiteConfig config_of(std::string_view toml) {
    Diagnostics diagnostics;
    SiteConfig config = read_site_config(parse_values(toml, Dialect::toml).root, diagnostics);
    CHECK(diagnostics.empty());
    return config;
}

}  // namespace

TEST_CASE("top-level settings have distinct names") {
    std::set<std::string_view> names;
    for (const auto& setting : site_settings()) CHECK(names.insert(setting.name).second);
    for (const char* name : {"title", "authors", "menu", "feeds", "check", "look", "phrases"}) {
        CHECK(names.contains(name));
    }
}

TEST_CASE("a value of the wrong kind is an error that names its setting") {
    for (const auto& setting : site_settings()) {
        CAPTURE(setting.name);
        Diagnostics diagnostics;
        read_site_config(table_with(list_of_lists(setting.name)), diagnostics);
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics[0].what.starts_with(std::string(setting.name)));
    }
}

TEST_CASE("the manual documents every setting") {
    std::set<std::string> names;
    for (const SettingText& text : setting_texts()) {
        CAPTURE(text.name);
        CHECK(!text.value.empty());
        CHECK(!text.meaning.empty());
        CHECK(names.insert(text.header + " " + text.name).second);
    }
    for (const char* name :
         {" title", "[authors.ID] portrait", "[menu] footer", "[[menu.main]] url", "[feeds] limit",
          "[check] ignore", "[[advertisements]] slot"}) {
        CHECK(names.contains(name));
    }
}

TEST_CASE("patterns of dates of other tools are errors") {
    const auto said = [](const std::string& pattern) {
        Diagnostics diagnostics;
        read_site_config(parse_toml("date_format = \"" + pattern + "\"", 1).root, diagnostics);
        return diagnostics.empty() ? std::string() : diagnostics[0].what;
    };
    for (const char* pattern : {"D MMMM YYYY", "DD.MM.YYYY", "YYYYMMDD", "YYYY年M月D日",
                                "D de MMMM de YYYY", "D 'd.' MMMM", "MMM D, YYYY", ""}) {
        CAPTURE(pattern);
        CHECK(said(pattern).empty());
    }
    CHECK(said("%d.%m.%Y") == "date_format has \"%d\", which is no part of a date");
    CHECK(said("dd.MM.yyyy") == "date_format has \"dd\", which is no part of a date");
    CHECK(said("Monday, 2 Jan") == "date_format has \"Monday\", which is no part of a date");
    CHECK(said("d.m.Y") == "date_format has \"Y\", which is no part of a date");
    CHECK(said("MMMM Do YYYY") == "date_format has \"Do\", which is no part of a date");
    CHECK(said("2 jan 2006") == "date_format contains no part of a date");
}

TEST_CASE("settings are stored in their members") {
    const SiteConfig config = config_of(R"(
title = "The Paper"
week_start = "Sunday"
page_size = 12
nested_categories = true
taxonomies = ["series"]
[feeds]
limit = 30
full = true
[text]
hanging = false
drop_caps = true
paragraphs = "indented"
figures = "old-style"
[menu]
main = [{name = "Asia", url = "/category/asia/", children = [{name = "China", url = "/c/"}]}]
[check]
ignore = ["/doc/"]
[authors.ines]
bio = "Writes."
links = {Home = "https://example.org/"}
[[advertisements]]
slot = "list"
file = "/a.html"
width = 300
height = 250
)");
    CHECK(config.title == "The Paper");
    CHECK(config.week_start == 7);
    CHECK(config.page_size == 12);
    CHECK(config.nested_categories == true);
    CHECK(config.taxonomies == std::vector<std::string>{"series"});
    CHECK(config.feeds.limit == 30);
    CHECK(config.feeds.full);
    CHECK_FALSE(config.text.hanging);
    CHECK(config.text.drop_caps);
    CHECK(config.text.indented);
    CHECK(config.text.figures == model::TextFigures::old_style);
    REQUIRE(config.menu.main.size() == 1);
    REQUIRE(config.menu.main[0].children.size() == 1);
    CHECK(config.menu.main[0].children[0].target == "/c/");
    CHECK(config.check.ignored_prefixes == std::vector<std::string>{"/doc/"});
    REQUIRE(config.authors.size() == 1);
    CHECK(config.authors[0].name == "ines");
    CHECK(config.authors[0].links[0].target == "https://example.org/");
    REQUIRE(config.advertisements.size() == 1);
    CHECK(config.advertisements[0].advertisement.slot == model::Slot::list);
    CHECK(config.advertisements[0].advertisement.height == 250);
}

TEST_CASE("[statistics] is complete, or an error says what is missing") {
    const SiteConfig config =
        config_of("[statistics]\nprovider = \"matomo\"\nurl = \"https://m.example/\"\nid = 7\n");
    CHECK(config.statistics.service == StatisticsService::matomo);
    CHECK(config.statistics.url == "https://m.example");
    CHECK(config.statistics.id == "7");
    CHECK(config_of("[statistics]\nprovider = \"plausible\"\n").statistics.url ==
          "https://plausible.io");
    CHECK(config_of("").statistics.service == StatisticsService::none);
    struct Bad {
        const char* text;
        int line;
        const char* what;
    };
    for (const Bad& each : {
             Bad{"url = \"https://m.example\"", 1, "\"\" is not a known provider"},
             Bad{"provider = \"matmo\"", 2, "\"matmo\" is not a known provider"},
             Bad{"provider = \"goatcounter\"", 1, "\"\" is not the address of a service"},
             Bad{"provider = \"umami\"\nurl = \"stats.example\"", 3,
                 "\"stats.example\" is not the address of a service"},
             Bad{"provider = \"umami\"\nurl = \"https://a.example; script-src *\"", 3,
                 "\"https://a.example; script-src *\" is not the address of a service"},
             Bad{"provider = \"umami\"\nurl = \"https://a.example\"", 1,
                 "umami needs the site's id"},
             Bad{"provider = \"plausible\"\npicture = true", 3,
                 "plausible has no picture for counting"},
             Bad{"provider = \"matomo\"\nurl = \"https://m.example\"\nid = \"abc\"", 4,
                 "\"abc\" is not the number of a site in Matomo"},
             Bad{"providr = \"umami\"", 2, "unknown key \"providr\" in [statistics]"},
         }) {
        INFO(each.text);
        Diagnostics diagnostics;
        const std::string text = std::string("[statistics]\n") + each.text + "\n";
        read_site_config(parse_values(text, Dialect::toml).root, diagnostics);
        REQUIRE_FALSE(diagnostics.empty());
        CHECK(diagnostics[0].what == each.what);
        CHECK(diagnostics[0].position.line == each.line);
        CHECK_FALSE(diagnostics[0].remedy.empty());
    }
}

TEST_CASE("[front] has its numbers within limits") {
    const FrontConfig front = config_of("[front]\nbeside = 0\nlatest = 30\n").front;
    CHECK(front.beside == 0);
    CHECK(front.latest == 30);
    CHECK_FALSE(front.sections);
    for (const char* text : {"beside = 9", "latest = -1", "section_articles = 0", "sections = 3",
                             "sections = [1]", "lead = 1"}) {
        INFO(text);
        Diagnostics diagnostics;
        read_site_config(parse_values(std::string("[front]\n") + text + "\n", Dialect::toml).root,
                         diagnostics);
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics[0].position.line == 2);
    }
}

TEST_CASE("the list of settings in docs/ is that of the parser") {
    std::ifstream in(std::string(BROADSHEET_TESTS_DIR) + "/../docs/settings.md");
    const std::string page(std::istreambuf_iterator<char>(in), {});
    const std::string begin = "<!-- settings: `broadsheet manual --settings` -->\n";
    const auto start = page.find(begin);
    REQUIRE(start != std::string::npos);
    const auto end = page.find("<!-- /settings -->", start);
    REQUIRE(end != std::string::npos);
    CHECK(page.substr(start + begin.size(), end - start - begin.size()) == settings_markdown());
}

TEST_CASE("podcast-category: one that directories do not know gets a warning") {
    const auto read = [](const std::string& category, std::string& said) {
        Diagnostics problems;
        const SiteConfig config = read_site_config(
            parse_values("[podcast]\ncategory = \"" + category + "\"\n", Dialect::toml).root,
            problems);
        for (const Diagnostic& each : problems) said += each.what + "; " + each.remedy;
        return config.podcast.category;
    };
    std::string said;
    CHECK(read("society and culture", said) == "Society & Culture");
    CHECK(read("documentary", said) == "Documentary");
    CHECK(said == "");
    CHECK(read("Gardens", said) == "Gardens");
    CHECK(said.starts_with("\"Gardens\" is not a category of Apple's directory; "));
}

}  // namespace broadsheet::press
