#include "press/pictures/svg.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using broadsheet::press::clean_svg;

TEST_CASE("everything that can run or load is removed") {
    const std::array<std::pair<std::string, std::string>, 20> cases = {{
        {"<svg><path d=\"M0 0\" fill=\"red\"/></svg>",
         "<svg><path d=\"M0 0\" fill=\"red\"/></svg>"},
        {"<svg onload=\"a\"><g onclick=\"b\"/></svg>", "<svg><g/></svg>"},
        {"<svg><script>a</script></svg>", "<svg/>"},
        {"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>a</s:script></s:svg>",
         "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"},
        {"<svg><foreignObject><p>a</p></foreignObject></svg>", "<svg/>"},
        {"<svg><a href=\"javascript:a\"><text>x</text></a></svg>",
         "<svg><a><text>x</text></a></svg>"},
        {"<svg><a xlink:href=\"java&#10;script:a\"/></svg>", "<svg><a/></svg>"},
        {"<svg><use href=\"#a\"/></svg>", "<svg><use href=\"#a\"/></svg>"},
        {"<svg><use href=\"//evil/x.svg#a\"/></svg>", "<svg><use/></svg>"},
        {"<svg><image href=\"https://evil/x.png\"/></svg>", "<svg><image/></svg>"},
        {"<svg><image href=\"data:image/png;base64,AA\"/></svg>",
         "<svg><image href=\"data:image/png;base64,AA\"/></svg>"},
        {"<svg><image href=\"data:image/svg+xml;base64,AA\"/></svg>", "<svg><image/></svg>"},
        {"<svg><rect style=\"fill:url(#g)\"/></svg>", "<svg><rect style=\"fill:url(#g)\"/></svg>"},
        {"<svg><rect style=\"fill:url(//evil)\"/></svg>", "<svg><rect/></svg>"},
        {"<svg><rect fill=\"url('https://evil')\"/></svg>", "<svg><rect/></svg>"},
        {"<svg><style>@import url(x)</style></svg>", "<svg/>"},
        {"<svg><style>.a{fill:red}</style></svg>", "<svg><style>.a{fill:red}</style></svg>"},
        {"<svg><set attributeName=\"href\" to=\"javascript:a\"/></svg>", "<svg/>"},
        {"<svg><animate attributeName=\"xlink:href\" to=\"x\"/></svg>",
         "<svg><animate to=\"x\"/></svg>"},
        {"<?xml-stylesheet href=\"x\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg><!-- c --></svg>",
         "<svg/>"},
    }};
    for (const auto& [picture, expected] : cases) {
        const std::string shown(picture);
        INFO(shown);
        CHECK(clean_svg(picture).value_or("none") == expected);
    }
}

TEST_CASE("files that are not SVG are rejected") {
    for (const char* bytes : {"", "text", "<svg>", "<html/>", "<svg/><svg/", "\x89PNG"}) {
        INFO(bytes);
        CHECK(!clean_svg(bytes));
    }
}

TEST_CASE("entities of the file's own document type are replaced") {
    const auto with_type = [](const std::string& entities, const std::string& svg) {
        return clean_svg(
            "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
            "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n" +
            entities + "\n]>" + svg);
    };
    CHECK(with_type("<!ENTITY ns_svg \"http://www.w3.org/2000/svg\"> <!ENTITY col '#c00'>",
                    "<svg xmlns=\"&ns_svg;\"><path fill=\"&col;\"/>&amp;</svg>") ==
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"#c00\"/>&amp;</svg>");
    CHECK(with_type("<!ENTITY a \"1\"><!ENTITY b \"&a;2\">", "<svg id=\"&b;\"/>") ==
          "<svg id=\"12\"/>");
    CHECK(with_type("<!ENTITY a \"javascript:x\">", "<svg><a href=\"&a;\"/></svg>") ==
          "<svg><a/></svg>");
    std::string bomb = "<!ENTITY a0 \"xxxxxxxxxx\">";
    for (int i = 1; i < 12; ++i) {
        bomb += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int j = 0; j < 10; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
        bomb += "\">";
    }
    CHECK(!with_type(bomb, "<svg id=\"&a11;\"/>"));
    CHECK(!with_type("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "<svg id=\"&a;\"/>"));
}
