#include "press/config/permalink.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

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

}  // namespace broadsheet::press
