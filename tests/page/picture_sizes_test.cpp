#include "page/picture_sizes.h"

#include <doctest/doctest.h>

#include <string>

#include "page/page.h"

namespace broadsheet::page {

TEST_CASE("which pictures have standard widths") {
    for (const char* target : {"/a.jpg", "/b/c.JPEG", "/d.Png", "/e.webp"}) {
        CAPTURE(target);
        CHECK(has_standard_widths(target));
    }
    for (const char* target : {"/a.svg", "/a.gif", "/a", "/jpg", "a.jpg", "https://b/a.jpg", ""}) {
        CAPTURE(target);
        CHECK(!has_standard_widths(target));
    }
    const std::string name(251, 'p');
    CHECK(has_standard_widths("/long/" + name.substr(10) + ".jpg"));
    CHECK(picture_of_width(name.substr(10) + ".jpg", standard_picture_widths.back()).size() == 255);
    CHECK(!has_standard_widths("/" + name.substr(9) + ".jpg"));
}

TEST_CASE("the widths of a picture, and the file that fits") {
    CHECK(widths_of_picture("/a.jpg", 192).empty());
    CHECK(widths_of_picture("/a.jpg", 193).size() == 1);
    CHECK(widths_of_picture("/a.jpg", 721).back() == 720);
    CHECK(widths_of_picture("/a.jpg", 9000).size() == standard_picture_widths.size());
    CHECK(widths_of_picture("/a.svg", 9000).empty());
    CHECK(widths_of_picture("/a.jpg", 0).empty());

    struct Case {
        const char* target;
        int width;
        int wanted;
        const char* expected;
    };
    for (const Case& one : {
             Case{"/a.jpg", 1200, 1, "/a.jpg.192.webp"},
             Case{"/a.jpg", 1200, 192, "/a.jpg.192.webp"},
             Case{"/a.jpg", 1200, 193, "/a.jpg.320.webp"},
             Case{"/a.jpg", 1200, 1080, "/a.jpg.1080.webp"},
             Case{"/a.jpg", 1200, 1081, "/a.jpg"},
             Case{"/a.jpg", 1200, 9000, "/a.jpg"},
             Case{"/a.gif", 1200, 1, "/a.gif"},
             Case{"/a.jpg", 0, 1, "/a.jpg"},
         }) {
        CHECK(fitting_picture(one.target, one.width, one.wanted) == one.expected);
    }
}

TEST_CASE("HTML lists every size") {
    Node image;
    image.role = Role::image;
    image.style = Style::card_picture;
    image.target = "/big lake.jpg";
    image.text = "A lake";
    image.width = 400;
    image.height = 300;
    CHECK(node_to_html(image, "/b/") ==
          "<img class=\"card-picture\" loading=\"lazy\" src=\"/b/big%20lake.jpg\" alt=\"A lake\" "
          "width=\"400\" height=\"300\" decoding=\"async\" "
          "srcset=\"/b/big%20lake.jpg.192.webp 192w, /b/big%20lake.jpg.320.webp 320w, "
          "/b/big%20lake.jpg 400w\" sizes=\"(min-width:760px) 220px,calc(100vw - 36px)\">");
    image.target = "/plan.svg";
    CHECK(node_to_html(image).find("srcset") == std::string::npos);
}

}  // namespace broadsheet::page
