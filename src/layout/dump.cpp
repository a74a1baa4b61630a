#include <cmath>

#include "layout/layout.h"

namespace broadsheet::layout {

namespace {

std::string number(float value) {
    const auto tenths = std::lround(value * 10);
    std::string out = std::to_string(tenths / 10);
    if (tenths % 10 != 0) out += "." + std::to_string(std::labs(tenths % 10));
    return out;
}

void dump_box(std::string& out, const Box& box, int depth) {
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += box.node ? page::element_name(*box.node) : "(text)";
    if (box.node && box.node->style != page::Style::none) {
        out += ".";
        out += page::class_name(box.node->style);
    }
    out += "  " + number(box.rect.x) + "," + number(box.rect.y) + " " + number(box.rect.width) +
           "x" + number(box.rect.height);
    if (!box.marker.empty()) out += "  marker " + box.marker;
    out += '\n';
    if (box.text) {
        const Initial& initial = box.text->initial;
        if (!initial.letter.empty()) {
            out.append(static_cast<std::size_t>(depth) * 2 + 2, ' ');
            out += "initial " + initial.letter + " " + number(initial.width) + "\n";
        }
        for (const Line& line : box.text->lines) {
            out.append(static_cast<std::size_t>(depth) * 2 + 2, ' ');
            out += "| " + number(line.indent + line.start) + "+" + number(line.width) + " ";
            std::uint32_t at = 0;
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
                const Piece& piece = box.text->pieces[i];
                if (i > line.first && piece.begin > at) out += ' ';
                out += box.text->text_of(piece);
                at = piece.end;
            }
            if (line.hyphen > 0) out += "-";
            out += '\n';
        }
    }
    for (const Box& child : box.children) dump_box(out, child, depth + 1);
}

}  // namespace

std::string dump(const Layout& layout) {
    std::string out = "page " + number(layout.width) + "x" + number(layout.height) + "\n";
    dump_box(out, layout.root, 0);
    return out;
}

}  // namespace broadsheet::layout
