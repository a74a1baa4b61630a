#include "press/shortcodes/template_arguments.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

TEST_CASE("arguments of template tags") {
    const TemplateArguments one =
        parse_template_arguments(R"(figure src="a b.png" 600 alt='x' "last")");
    CHECK(one.name == "figure");
    CHECK(one.words == std::vector<std::string>{"600", "last"});
    CHECK(one.get("src") == "a b.png");
    CHECK(one.get("alt") == "x");
    CHECK(one.get("width", 0) == "600");
    CHECK(one.get("width").empty());
    CHECK(one.get("none", 9).empty());

    const TemplateArguments zola = parse_template_arguments("youtube(id=`a`, autoplay=true)");
    CHECK(zola.name == "youtube");
    CHECK(zola.get("id") == "a");
    CHECK(zola.get("autoplay") == "true");

    CHECK(parse_template_arguments("\"text\" more").name.empty());
    CHECK(parse_template_arguments("").name.empty());
    CHECK(parse_template_arguments("x \"open").words.size() == 1);
}

TEST_CASE("the end of a tag is not in a string") {
    CHECK(find_outside_strings("a \"}}\" b }} c", "}}", 0) == 9);
    CHECK(find_outside_strings("a `}}` }}", "}}", 0) == 7);
    CHECK(find_outside_strings("a }}", "}}", 3) == std::string::npos);
}

}  // namespace broadsheet::press
