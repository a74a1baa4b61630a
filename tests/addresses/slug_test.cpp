#include "addresses/slug.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using namespace broadsheet::addresses;

TEST_CASE("names become slugs") {
    constexpr std::array<std::pair<const char*, const char*>, 26> cases = {{
        {"Hello, World!", "hello-world"},
        {"  --Go 1.22--  ", "go-1-22"},
        {"Brasília", "brasilia"},
        {"São Paulo", "sao-paulo"},
        {"Montréal", "montreal"},
        {"Montre\u0301al", "montreal"},
        {"Łódź", "lodz"},
        {"Straße", "strasse"},
        {"Ærø", "aero"},
        {"Phở Việt", "pho-viet"},
        {"don't stop", "dont-stop"},
        {"don’t stop", "dont-stop"},
        {"昆明市", "昆明市"},
        {"昆明、北京", "昆明-北京"},
        {"서울특별시", "서울특별시"},
        {"القاهرة", "القاهرة"},
        {"नई दिल्ली", "नई-दिल्ली"},
        {"КИЇВ", "київ"},
        {"Αθήνα", "αθήνα"},
        {"กรุงเทพ", "กรุงเทพ"},
        {"a/b\\c", "a-b-c"},
        {"100% — sure…", "100-sure"},
        {"🚀 launch 🚀", "launch"},
        {"!!!", "untitled"},
        {"", "untitled"},
        {"bad \xFF byte", "bad-byte"},
    }};
    for (const auto& [name, slug] : cases) {
        const std::string shown(name);
        INFO(shown);
        CHECK(slugify(name) == slug);
    }
}

TEST_CASE("tags-joined-emoji: names of joined signs have addresses of their own that can be read") {
    constexpr std::array<std::pair<const char*, const char*>, 16> cases = {{
        {"\U0001F469\u200D\U0001F4BB", "\U0001F469-\U0001F4BB"},
        {"\U0001F468\u200D\U0001F52C", "\U0001F468-\U0001F52C"},
        {"\U0001F3F3\uFE0F\u200D\U0001F308", "\U0001F3F3-\U0001F308"},
        {"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468-\U0001F469-\U0001F467"},
        {"\U0001F1E9\U0001F1EA", "\U0001F1E9\U0001F1EA"},
        {"\U0001F44B\U0001F3FD", "\U0001F44B\U0001F3FD"},
        {"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F",
         "\U0001F3F4-gbwls"},
        {"1\uFE0F\u20E3", "1-keycap"},
        {"2\u20E3", "2-keycap"},
        {"#\uFE0F\u20E3", "sharp-keycap"},
        {"*\uFE0F\u20E3", "star-keycap"},
        {"\u2764\uFE0F\u200D\U0001F525", "\u2764-\U0001F525"},
        {"\U0001F469\u200D\U0001F4BB Work", "work"},
        {"\u200D", "untitled"},
        {"\u0646\u0645\u06CC\u200C\u0634\u0648\u062F",
         "\u0646\u0645\u06CC\u200C\u0634\u0648\u062F"},
        {"\u845B\U000E0100\u57CE", "\u845B\u57CE"},
    }};
    for (const auto& [name, slug] : cases) {
        const std::string shown(name);
        INFO(shown);
        CHECK(term_slug(name) == slug);
    }
    CHECK(slugify("\U0001F469\u200D\U0001F4BB") == "\U0001F469-\U0001F4BB");
    CHECK(slugify("\U0001F389") == "\U0001F389");
    CHECK(slugify("1\uFE0F\u20E3") == "1");
    CHECK(slugify("\u2014\u2026") == "untitled");
}

TEST_CASE("a slug for a file has the first words of a long title, and whole letters") {
    CHECK(file_slug("Brasília") == "brasilia");
    std::string words;
    std::string letters;
    for (int i = 0; i < 100; ++i) {
        words += "lake ";
        letters += "新";
    }
    const std::string shortened = file_slug(words);
    CHECK(shortened.size() == 119);
    CHECK(shortened.ends_with("-lake"));
    CHECK(file_slug(letters) == letters.substr(0, 120));
    CHECK(file_slug("ab" + letters) == "ab" + letters.substr(0, 117));
}

TEST_CASE("the slug of a slug is the same slug") {
    for (const char* name : {"Brasília", "नई दिल्ली", "Go 1.22", "昆明、北京"}) {
        CHECK(slugify(slugify(name)) == slugify(name));
    }
}

TEST_CASE("names of terms keep the signs that tell them apart") {
    constexpr std::array<std::pair<const char*, const char*>, 22> cases = {{
        {"C", "c"},
        {"C++", "c-plus-plus"},
        {"C#", "c-sharp"},
        {"F# 8", "f-sharp-8"},
        {".NET", "dot-net"},
        {".NET Core", "dot-net-core"},
        {"ASP.NET", "asp-net"},
        {"Node.js", "node-js"},
        {"A+", "a-plus"},
        {"A-", "a-minus"},
        {"A*", "a-star"},
        {"a+b", "a-b"},
        {"#metoo", "metoo"},
        {"R&D", "r-d"},
        {"Hello, World!", "hello-world"},
        {"+", "plus"},
        {"C/C++", "c-c-plus-plus"},
        {"\xF0\x9F\x8E\x89", "\xF0\x9F\x8E\x89"},
        {"\xF0\x9F\x8E\x89 party", "party"},
        {"\u2764", "\u2764"},
        {"\u2764\uFE0F", "\u2764"},
        {" ", "untitled"},
    }};
    for (const auto& [name, slug] : cases) CHECK(term_slug(name) == slug);
}
