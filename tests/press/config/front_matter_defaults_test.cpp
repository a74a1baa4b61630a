#include "press/config/front_matter_defaults.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

std::vector<FrontMatterDefaults> jekyll(const std::string& yaml) {
    std::vector<FrontMatterDefaults> defaults;
    read_jekyll_defaults(parse_yaml(yaml, 1).root, defaults);
    return defaults;
}

std::string with_defaults(const std::string& own, const std::string& path, const char* type,
                          const std::vector<FrontMatterDefaults>& defaults) {
    Value table = parse_yaml(own, 1).root;
    add_defaults(table, path, type, defaults);
    return json_of(table);
}

}  // namespace

TEST_CASE("the most specific default counts, and an article's own field before it") {
    const auto defaults = jekyll(
        "defaults:\n"
        "- scope: {path: ''}\n  values: {a: site, b: site, c: site, d: site}\n"
        "- scope: {path: '', type: posts}\n  values: {b: posts, c: posts}\n"
        "- scope: {path: 'news/**'}\n  values: {c: pattern}\n"
        "- scope: {path: news}\n  values: {d: news}\n"
        "- scope: {path: ''}\n"
        "- values: {a: nothing}\n");
    CHECK(defaults.size() == 4);
    CHECK(with_defaults("a: own\n", "_posts/x.md", "posts", defaults) ==
          R"({"a":"own","b":"posts","c":"posts","d":"site"})");
    CHECK(with_defaults("x: 1\n", "news/x.md", "pages", defaults) ==
          R"({"x":1,"c":"pattern","d":"news","a":"site","b":"site"})");
    CHECK(with_defaults("x: 1\n", "x.md", "drafts", defaults) ==
          R"({"x":1,"b":"posts","c":"posts","a":"site","d":"site"})");
}

TEST_CASE("Jekyll's named permalinks are the site's alone") {
    const auto defaults =
        jekyll("defaults:\n- scope: {path: ''}\n  values: {permalink: pretty, layout: x}\n");
    CHECK(with_defaults("a: 1\n", "a.md", "pages", defaults) == R"({"a":1,"layout":"x"})");
}

TEST_CASE("Hugo's cascades") {
    std::vector<FrontMatterDefaults> defaults;
    read_cascade(parse_yaml("cascade:\n- a: 1\n- _target: {path: '/x/**'}\n  b: 2\n"
                            "- _target: {lang: de}\n  c: 3\n",
                            1)
                     .root,
                 "posts", defaults);
    CHECK(with_defaults("t: 0\n", "posts/p.md", "", defaults) == R"({"t":0,"a":1})");
    CHECK(with_defaults("t: 0\n", "x/y/p.md", "", defaults) == R"({"t":0,"b":2})");
    CHECK(with_defaults("t: 0\n", "other/p.md", "", defaults) == R"({"t":0})");
    CHECK(text_of(defaults) != text_of({}));
}

}  // namespace broadsheet::press
