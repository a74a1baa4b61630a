#include "press/config/permalink.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace broadsheet::press {

namespace {

PermalinkValues values() {
    PermalinkValues result;
    result.date = *model::parse_date("2024-02-03T04:05:06Z");
    result.slug = "fish-soup";
    result.folder = "Posts/Deep Dish/";
    result.categories = {"Food", "Hot Soups"};
    result.name = "Fish_Soup";
    return result;
}

}  // namespace

TEST_CASE("placeholders of permalink patterns") {
    const std::array<std::pair<const char*, const char*>, 20> cases = {{
        {"/:year/:month/:day/:slug/", "/2024/02/03/fish-soup/"},
        {"/:short_year/:i_month/:i_day/:title", "/24/2/3/fish-soup/"},
        {"/:year/:y_day/:slug.html", "/2024/034/fish-soup.html"},
        {"/:short_month/:long_month/:short_day/:long_day/:slug/",
         "/Feb/February/Sat/Saturday/fish-soup/"},
        {"/:w_year/W:week/:w_day/:slug/", "/2024/W05/6/fish-soup/"},
        {"/:weekday/:weekdayname/:yearday/:slug/", "/6/saturday/34/fish-soup/"},
        {"/:sections[1:]/:slug/", "/deep-dish/fish-soup/"},
        {"/:sections[:last]/:slug/", "/posts/fish-soup/"},
        {"/:sections[last]/:slug/", "/deep-dish/fish-soup/"},
        {"/:sections[1]/:sections[0:1]/:slug/", "/deep-dish/posts/fish-soup/"},
        {"/:sections[7:]/:slug/", "/fish-soup/"},
        {"/:monthname/:hour:minute:second/:slug/", "/february/040506/fish-soup/"},
        {"/:section/:slug/", "/posts/fish-soup/"},
        {"/:sections/:slug/", "/posts/deep-dish/fish-soup/"},
        {"/:categories/:slug/", "/food/hot-soups/fish-soup/"},
        {":slug", "/fish-soup/"},
        {"/a//b/../:slug/", "/a/b/fish-soup/"},
        {"/:slug:output_ext", "/fish-soup.html"},
        {"/:unknown/:slug/", "/:unknown/fish-soup/"},
        {"/what?/:slug/", "/fish-soup/"},
    }};
    for (const auto& one : cases) {
        CHECK_MESSAGE(expand_permalink(one.first, values()) == one.second, one.first);
    }
}

TEST_CASE("Jekyll's placeholders keep names") {
    PermalinkValues jekyll = values();
    jekyll.style = AddressStyle::jekyll;
    CHECK(expand_permalink("/:categories/:title/", jekyll) == "/food/hot soups/Fish_Soup/");
    CHECK(expand_permalink("/:collection/:title/", jekyll) == "/posts/Fish_Soup/");
    jekyll.categories = {"Two Words", "C++ & \u00DC", "two words"};
    CHECK(expand_permalink("/:slugified_categories/:title/", jekyll) ==
          "/two-words/c-\u00FC/Fish_Soup/");
    jekyll.collection = "recipes";
    jekyll.folder = "hot/";
    CHECK(expand_permalink("/:collection/:path:output_ext", jekyll) ==
          "/recipes/hot/Fish_Soup.html");
    CHECK(expand_permalink("/:collection/:name/", jekyll) == "/recipes/fish-soup/");
}

TEST_CASE("a week belongs to the year of its Thursday") {
    PermalinkValues new_year = values();
    new_year.date = *model::parse_date("2027-01-03");
    CHECK(expand_permalink("/:w_year/:week/", new_year) == "/2026/53/");
    new_year.date = *model::parse_date("2024-12-30");
    CHECK(expand_permalink("/:w_year/:week/", new_year) == "/2025/01/");
}

TEST_CASE("the first unknown placeholder is found") {
    constexpr AddressStyle plain = AddressStyle::slugs;
    CHECK(!unknown_placeholder("/:year/:slug/", plain));
    CHECK(!unknown_placeholder("/:collection/:path", AddressStyle::jekyll));
    CHECK(!unknown_placeholder("/:slugified_categories/:title", AddressStyle::jekyll));
    CHECK(!unknown_placeholder("/:sections[1:]/:path", plain));
    CHECK(!unknown_placeholder("/a: b/", plain));
    CHECK(unknown_placeholder("/:collection/:slug/", plain) == ":collection");
    CHECK(unknown_placeholder("/:collection/:slug/", AddressStyle::hugo) == ":collection");
    for (const AddressStyle style :
         {AddressStyle::slugs, AddressStyle::jekyll, AddressStyle::hugo}) {
        CHECK(!unknown_placeholder(known_placeholders(style), style));
    }
    CHECK(unknown_placeholder("/:year/:nmae/", plain) == ":nmae");
}

TEST_CASE("addresses that authors write") {
    CHECK(clean_address("about") == "/about/");
    CHECK(clean_address("/a/./b/index.html") == "/a/b/");
    CHECK(clean_address("/a/b.html") == "/a/b.html");
    CHECK(clean_address("") == "/");
    for (const char* text :
         {"https://a.example/", "//a/", "/a?b", "/a#b", "/a%20b", "\\a", "/a\n"}) {
        CHECK_MESSAGE(!clean_address(text), text);
    }
    CHECK(longest_segment("/a/four/bc/") == 4);
    CHECK(slug_folders("Get Involved/_posts/X/") == "get-involved/x/");
    CHECK(jekyll_name("A b & c_D.e") == "A-b-&-c_D.e");
    CHECK(jekyll_name("???") == "untitled");
    for (const auto& name :
         {hugo_name("\U0001F469\u200D\U0001F4BB"), jekyll_name("\U0001F469\u200D\U0001F4BB")}) {
        CHECK(name == "\U0001F469-\U0001F4BB");
    }
}

TEST_CASE("hugo-permalinks: parts of dates may be named as Go's layouts name them") {
    PermalinkValues values;
    values.style = AddressStyle::hugo;
    values.slug = values.name = "a";
    values.date = *model::parse_date("2024-02-03T04:05:06Z");
    const auto path = [&](const char* pattern) { return expand_permalink(pattern, values); };
    CHECK(path("/:06/:1/:2/:slug/") == "/24/2/3/a/");
    CHECK(path("/:January/:Jan/:slug/") == "/february/feb/a/");
    CHECK(path("/:Monday-:Mon/:slug") == "/saturday-sat/a/");
    CHECK(path("/:2006:01:02/:slug/") == "/20240203/a/");
    CHECK(path("/x/:2006-01-02/:slug/") == "/x/2024-01-02/a/");
    CHECK(path("/:15:04:05/:slug/") == "/040506/a/");
    CHECK_FALSE(unknown_placeholder("/:2006/:slug/", AddressStyle::hugo));
}

// The names are those of folders that Hugo 0.169 made.
TEST_CASE("hugo-names: titles in patterns, and names of files in addresses that follow folders") {
    const std::vector<std::array<const char*, 3>> names = {
        {"C++ and C#", "c-and-c", "c++-and-c"},
        {"Lead -", "lead-", "lead--"},
        {"- Start", "-start", "--start"},
        {"a_b. c", "a_b.-c", "a_b.-c"},
        {"x~y@z", "x~y@z", "x~y@z"},
        {"What?! (No)", "what-no", "what-no"},
        {"Ünï Straße", "ünï-straße", "ünï-straße"},
        {"Hello 🎉", "hello", "hello-"},
        {"🎉 Party", "party", "-party"},
        {"A — B", "a-b", "a--b"},
        {"1 + 1 = 2", "1--1-2", "1-+-1--2"},
        {"Tom & Jerry & Co", "tom-jerry-co", "tom--jerry--co"},
        {"emoji-🎉-mid", "emoji--mid", "emoji--mid"},
        {"Foo/Bar", "foo-bar", "foobar"},
        {"v1.2.3", "v1.2.3", "v1.2.3"}};
    for (const auto& each : names) {
        CHECK(hugo_title_name(each[0]) == each[1]);
        CHECK(hugo_file_name(each[0]) == each[2]);
    }
}

}  // namespace broadsheet::press
