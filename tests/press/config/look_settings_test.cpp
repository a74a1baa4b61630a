#include "press/config/look_settings.h"

#include <doctest/doctest.h>

#include "press/config/content_folder.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

ContentFolder opened(const std::string& settings) {
    const test::ScratchFolder folder;
    folder.write("site.toml", settings);
    return open_content(folder.path());
}

// The message about [[look.fonts]] with a family, a file and `more`.
std::string said(const std::string& more) {
    const ContentFolder content =
        opened("[[look.fonts]]\nfamily = \"Literata\"\nfile = \"/fonts/a.woff2\"\n" + more + "\n");
    REQUIRE(content.diagnostics.size() == 1);
    const Diagnostic& first = content.diagnostics[0];
    return std::to_string(first.position.line) + ": " + first.what + "; " + first.remedy;
}

}  // namespace

TEST_CASE("typefaces of the site's own are read") {
    const ContentFolder content = opened(R"([look]
accent = "#123456"
serif = "Literata, serif"
fonts = [{family = "Literata", file = "/fonts/a.woff2", weight = "200 900"}]
)");
    CHECK(content.diagnostics.empty());
    CHECK(content.config.look.size() == 2);
    REQUIRE(content.config.fonts.size() == 1);
    CHECK(content.config.fonts[0].min_weight == 200);
    CHECK(content.config.fonts[0].max_weight == 900);
    CHECK_FALSE(content.config.fonts[0].italic);

    const ContentFolder table = opened(R"([[look.fonts]]
family = "Noto Sans"
file = "b.woff2"
weight = 700
style = "italic"
unicode_range = "U+0-FF, u+131,U+4??"
[[look.fonts]]
family = "Noto Sans"
file = "c.woff2"
weight = "bold"
)");
    CHECK(table.diagnostics.empty());
    REQUIRE(table.config.fonts.size() == 2);
    CHECK(table.config.fonts[0].file == "b.woff2");
    CHECK(table.config.fonts[0].italic);
    CHECK(table.config.fonts[0].unicode_range == "U+0-FF,u+131,U+4??");
    CHECK(table.config.fonts[0].position.line == 1);
    CHECK(table.config.fonts[1].min_weight == 700);
}

TEST_CASE("mistakes in typefaces are reported at their line") {
    CHECK(said("weight = \"heavy\"") ==
          "4: \"heavy\" is not a weight; use a number from 1 to 1000, or a range such as \"100 "
          "900\"");
    for (const char* weight : {"0", "1001", "\"900 100\"", "\"400,\"", "\"\""}) {
        CAPTURE(weight);
        CHECK(said(std::string("weight = ") + weight).find("is not a weight") != std::string::npos);
    }
    CHECK(said("style = \"slanted\"") ==
          "4: style is \"slanted\"; it must be \"normal\" or \"italic\"");
    for (const char* range : {"0-FF", "U+", "U+12345678", "U+?-FF", "U+0-", "latin"}) {
        CAPTURE(range);
        CHECK(said(std::string("unicode_range = \"") + range + "\"")
                  .find("is not a list of ranges; use ranges such as") != std::string::npos);
    }
    CHECK(said("display = \"swap\"").starts_with("4: unknown key \"display\" in a font; "));
    const auto first = [](const std::string& settings) {
        const ContentFolder content = opened(settings);
        return content.diagnostics.empty() ? std::string() : content.diagnostics[0].what;
    };
    CHECK(first("[[look.fonts]]\nfile = \"a.woff2\"\n") == "the font has no family");
    CHECK(first("[[look.fonts]]\nfamily = \"a;b\"\nfile = \"a.woff2\"\n") ==
          "\"a;b\" is not the name of a font family");
    CHECK(first("[[look.fonts]]\nfamily = \"Literata\"\n") == "the font has no file");
    CHECK(first("[look]\nfonts = \"Literata\"\n") == "look.fonts is \"Literata\"");
    CHECK(first("[look]\nfonts = [1]\n").starts_with("look.fonts is "));
}

TEST_CASE("poor-contrast: colours that are hard to read are named") {
    const auto said = [](const std::string& settings) {
        std::string all;
        for (const Diagnostic& each : opened(settings).diagnostics) all += format_diagnostic(each);
        return all;
    };
    CHECK(
        said("[look]\nink = \"#ccc\"\n") ==
        "site.toml:2:7: warning: the contrast of ink on paper is 1.5 : 1, which is hard to read "
        "for many; choose colours with a contrast of at least 4.5 : 1\nink = \"#ccc\"\n      ^\n");
    CHECK(
        said("[look]\ndark-paper = \"#eeeeee\"\n").find("the contrast of dark-ink on dark-paper") !=
        std::string::npos);
    CHECK(said("[look]\naccent = \"#0a558c\"\ndark-accent = \"#7fb4e0\"\nrule = \"#eee\"\n") == "");
}

}  // namespace broadsheet::press
