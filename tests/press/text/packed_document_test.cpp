#include "press/text/packed_document.h"

#include <doctest/doctest.h>

#include <string>

#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

model::Document everything() {
    model::Document document =
        press::parse_markdown(
            "# One *two*\n\n> quoted [link](/a/ \"title\")\n\n3. a\n4. b\n\n- [x] "
            "done\n\n```c\nint x;\n"
            "```\n\n| a | b |\n|:-:|--:|\n| 1 | ![alt](/p.png) |\n\nText[^1]\n\n[^1]: A note.\n")
            .document;
    model::Node odd;
    odd.kind = model::NodeKind::table_cell;
    odd.number = -7;
    odd.column_span = 3;
    odd.row_span = 0;
    odd.width = 1 << 20;
    odd.language = "ar";
    odd.direction = model::Direction::right_to_left;
    odd.tokens = "0k4.";
    odd.text = std::string("\0\xFF bytes", 8);
    document.blocks.push_back(odd);
    return document;
}

}  // namespace

TEST_CASE("unpacking restores a packed document") {
    for (const model::Document& document : {model::Document(), everything()}) {
        const auto again = press::unpack(press::pack(document));
        REQUIRE(again);
        CHECK(*again == document);
    }
}

TEST_CASE("invalid bytes are rejected and do no harm") {
    const std::string packed = press::pack(everything());
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK(!press::unpack(packed.substr(0, size)));
    }
    CHECK(!press::unpack(packed + "x"));
    CHECK(!press::unpack(std::string(100'000, '\xFF')));
    // Changed bytes may still be a valid document.
    for (std::size_t i = 0; i < packed.size(); ++i) {
        std::string changed = packed;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        press::unpack(changed);
    }
}
