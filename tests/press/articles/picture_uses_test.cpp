#include "press/articles/picture_uses.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("of several uses of a picture the first counts") {
    PictureUses uses;
    const auto place = [](const char* path, int line) {
        Diagnostic result;
        result.path = path;
        result.position.line = line;
        return result;
    };
    uses.add({"/disk/b.png", "/b.png"}, place("z.md", 1));
    uses.add({"/disk/b.png", "/b.png"}, place("a.md", 9));
    uses.add({"/disk/b.png", "/b.png"}, place("a.md", 2));
    uses.add({"/disk/a.jpg", "/a.jpg"}, place("z.md", 1));
    uses.add({"/disk/c.svg", "/c.svg"}, place("z.md", 1));  // has no variants
    const auto all = uses.take();
    REQUIRE(all.size() == 2);
    CHECK(all[0].path == "/a.jpg");
    CHECK(all[1].path == "/b.png");
    CHECK(all[1].place.path == "a.md");
    CHECK(all[1].place.position.line == 2);
}

}  // namespace broadsheet::press
