#include "theme/faces.h"

#include <doctest/doctest.h>

#include "theme/custom.h"

namespace broadsheet::theme {

namespace {

Face literata() {
    Face face;
    face.family = "Literata";
    face.url = "font.1a2b.woff2";
    face.ascent = 1;
    face.descent = 0.25;
    face.widths = {0.438, 0.51};
    return face;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a font list has names, with and without quotes") {
    using Names = std::vector<std::string>;
    CHECK(font_names("Literata, 'Noto Serif',\"A, B\" , serif") ==
          Names{"Literata", "Noto Serif", "A, B", "serif"});
    CHECK(font_names("").empty());
    CHECK(font_names(", ,").empty());
    CHECK(font_names("\"open, serif") == Names{"open, serif"});
}

TEST_CASE("a face is a rule of the style sheet") {
    Face face = literata();
    face.max_weight = 900;
    face.italic = true;
    face.unicode_range = "U+0-FF,U+131";
    CHECK(face_rules(customised({}), {face}) ==
          "@font-face{font-family:\"Literata\";src:url(\"font.1a2b.woff2\") format(\"woff2\");"
          "font-weight:400 900;font-style:italic;unicode-range:U+0-FF,U+131;font-display:swap}\n");
}

TEST_CASE("installed fonts stand in, as wide and as high") {
    Theme theme = customised({{"serif", "Literata, serif"}});
    Face bold = literata();
    bold.min_weight = bold.max_weight = 700;
    const std::vector<Face> faces = {literata(), bold};
    const std::string rules = face_rules(theme, faces);
    CHECK(has(rules,
              "@font-face{font-family:\"Literata (Georgia)\";src:local(\"Georgia\");"
              "font-weight:400;size-adjust:100.00%;ascent-override:100.00%;descent-override:25.00%;"
              "line-gap-override:0.00%}\n"));
    // 0.438 / 0.398: the font is scaled up, and so are its ascent and descent.
    CHECK(has(rules,
              "src:local(\"Times New Roman\");font-weight:400;size-adjust:110.05%;"
              "ascent-override:90.87%;descent-override:22.72%;"));
    CHECK(has(rules, "src:local(\"Georgia Bold\");font-weight:700;size-adjust:100.00%"));
    CHECK_FALSE(has(rules, "Arial"));
    add_stand_ins(theme, faces);
    CHECK(theme.families[0] ==
          "\"Literata\",\"Literata (Georgia)\",\"Literata (Noto Serif)\",\"Literata (Times New "
          "Roman)\",\"Literata (Liberation Serif)\",\"Literata (DejaVu Serif)\",serif");
    CHECK(theme.families[1] == customised({}).families[1]);
}

TEST_CASE("nothing stands in for a face that is not used or has no Latin letters") {
    Theme theme = customised({});
    add_stand_ins(theme, {literata()});
    CHECK(theme.families == customised({}).families);
    CHECK_FALSE(has(face_rules(theme, {literata()}), "local("));

    theme = customised({{"serif", "Literata, serif"}});
    Face cyrillic = literata();
    cyrillic.widths = {};
    const std::string list = theme.families[0];
    add_stand_ins(theme, {cyrillic});
    CHECK(theme.families[0] == list);
    CHECK_FALSE(has(face_rules(theme, {cyrillic}), "local("));
}

TEST_CASE("a face is for the characters of its range") {
    Face face;
    CHECK(has_character(face, U'я'));
    face.unicode_range = "U+0-7F,U+4??,U+20AC";
    CHECK(has_character(face, U'a'));
    CHECK(has_character(face, U'я'));
    CHECK(has_character(face, U'€'));
    CHECK_FALSE(has_character(face, U'é'));
    CHECK_FALSE(has_character(face, U'漢'));
}

TEST_CASE("a font name cannot end the declaration") {
    CHECK(is_font_name("Source Serif 4"));
    for (const char* name : {"", "a,b", "a\"", "a'", "a}", "a;", " a", "a ", "a\\"}) {
        CAPTURE(name);
        CHECK_FALSE(is_font_name(name));
    }
}

}  // namespace broadsheet::theme
