#include <cmath>

#include "layout/layout.h"

namespace broadsheet::layout {

namespace {

void append_number(std::string& out, float value) {
    out += std::to_string(std::lround(value * 1000));
    out += ' ';
}

void append_places(std::string& out, const Box& box) {
    if (box.text) {
        for (const Line& line : box.text->lines) {
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
                const Piece& piece = box.text->pieces[i];
                append_number(out, box.content.x + piece.x);
                append_number(out, box.content.y + line.top);
                append_number(out, piece.width);
                out.append(box.text->text, piece.begin, piece.end - piece.begin);
                out += '\n';
            }
        }
    }
    for (const Box& child : box.children) append_places(out, child);
}

}  // namespace

std::string word_places(const Layout& layout) {
    std::string out;
    append_places(out, layout.root);
    return out;
}

}  // namespace broadsheet::layout
