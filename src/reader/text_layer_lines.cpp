#include "reader/text_layer_lines.h"

#include <algorithm>
#include <cmath>

#include "reader/text_layer_nodes.h"

namespace broadsheet::reader {

namespace {

using layout::InlineContent;
using layout::Line;
using layout::LineEnd;
using layout::Piece;
using page::Role;

TextLayerNode line_break() { return {"br", "", {}, {}, {}, 0}; }

class LineWriter {
  public:
    LineWriter(const InlineContent& content, float width, std::string_view base_path, float ratio)
        : content_(content), width_(width), base_path_(base_path), ratio_(ratio) {}

    void write(TextLayerNode& block) {
        open_.assign(1, {0, &block});
        for (std::size_t i = 0; i < content_.lines.size(); ++i) {
            const Line& line = content_.lines[i];
            write_line(line);
            keep_hanging(line);
            if (i + 1 < content_.lines.size()) end_line(line, content_.lines[i + 1]);
        }
        // A line break makes a line only if something follows it, or if its own line is empty.
        if (!content_.lines.empty() && content_.lines.back().count == 0) {
            enter(0).children.push_back(line_break());
        }
    }

  private:
    struct Open {
        int element;
        TextLayerNode* node;
    };

    // Closes the open elements that do not contain `element`. Returns it and those around it, the
    // innermost first.
    std::vector<int> close_others(int element) {
        std::vector<int> path;
        for (int e = element; e > 0; e = content_.elements[static_cast<std::size_t>(e)].parent) {
            path.push_back(e);
        }
        std::size_t depth = 1;
        while (depth < open_.size() && depth <= path.size() &&
               open_[depth].element == path[path.size() - depth]) {
            ++depth;
        }
        open_.resize(depth);
        return path;
    }

    // Closes and opens elements until `element` is the innermost.
    TextLayerNode& enter(int element) {
        const std::vector<int> path = close_others(element);
        for (std::size_t depth = open_.size(); depth <= path.size(); ++depth) {
            const int e = path[path.size() - depth];
            TextLayerNode* parent = open_.back().node;
            parent->children.push_back(
                element_of(*content_.elements[static_cast<std::size_t>(e)].node, base_path_));
            open_.push_back({e, &parent->children.back()});
        }
        return *open_.back().node;
    }

    void write_line(const Line& line) {
        TextLayerNode* span = nullptr;
        int span_element = -1;
        float span_letters = 0;
        std::uint32_t at = 0;
        const layout::Initial& cap = content_.initial;
        float start = line.start + (cap.letter.empty() ? 0 : line.indent);
        // A large first letter is a letter like the others here.
        std::string initial;
        if (line.first == 0) {
            initial = cap.plain;
            start -= cap.plain_width;
        }
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const Piece& piece = content_.pieces[i];
            std::string gap =
                i > line.first ? content_.text.substr(at, piece.begin - at) : std::string();
            const int gap_element = i > line.first ? content_.pieces[i - 1].gap_element : -1;
            at = piece.end;
            const float letters = letter_space(line, piece);
            const float words = word_space(line, piece);
            start += piece.lead;
            if (span && span_element == piece.element && !piece.picture && piece.lead == 0 &&
                letters == span_letters && (gap.empty() || gap_element == piece.element)) {
                append_text(*span, gap + text_of(piece), words);
                continue;
            }
            // The width of a space depends on the font of the element that contains it.
            if (!gap.empty() && span && gap_element == span_element) {
                span->children.back().text += gap;
                gap.clear();
            } else if (!gap.empty() &&
                       (piece.picture || gap_element != piece.element || is_spread(line, piece))) {
                add_gap(enter(std::max(gap_element, 0)), gap, line);
                gap.clear();
            }
            TextLayerNode& parent = enter(piece.element);
            if (piece.picture) {
                set_picture_size(parent, piece);
                if (std::fabs(start) > 0.005F)
                    parent.styles.emplace_back("margin-inline-start", pixels(start));
                span = nullptr;
            } else {
                TextLayerNode line_span;
                line_span.tag = "span";
                line_span.attributes.emplace_back("class", "l");
                if (!initial.empty()) {
                    const bool space = initial.ends_with(' ');
                    start -= space ? 2 * letters + words : letters;
                }
                if (std::fabs(start) > 0.005F) {
                    line_span.styles.emplace_back("margin-inline-start", pixels(start));
                }
                stretch(line_span, words);
                if (is_wide(letters)) {
                    line_span.styles.emplace_back("letter-spacing", pixels(letters));
                }
                append_text(line_span, initial + gap + text_of(piece), words);
                initial.clear();
                parent.children.push_back(std::move(line_span));
                span = &parent.children.back();
                span_element = piece.element;
                span_letters = letters;
            }
            start = 0;
        }
        last_span_ = span;
    }

    // Appends to a span, whose last child is text. In the layout, spaces that do not break are as
    // wide as in the font, but `word-spacing` would stretch them.
    static void append_text(TextLayerNode& span, std::string_view text, float words) {
        constexpr std::string_view fixed_space = "\xc2\xa0";
        if (span.children.empty()) span.children.push_back(text_node(""));
        while (is_wide(words)) {
            const std::size_t at = text.find(fixed_space);
            if (at == std::string_view::npos) break;
            span.children.back().text += text.substr(0, at);
            TextLayerNode space;
            space.tag = "span";
            space.styles.emplace_back("word-spacing", "0");
            space.children.push_back(text_node(std::string(fixed_space)));
            span.children.push_back(std::move(space));
            span.children.push_back(text_node(""));
            text.remove_prefix(at + fixed_space.size());
        }
        span.children.back().text += text;
    }

    static bool is_wide(float space) { return std::fabs(space) > 0.005F; }

    // What each letter of a piece has after it in a justified line.
    float letter_space(const Line& line, const Piece& piece) const {
        const bool apart =
            piece.font != content_.elements[static_cast<std::size_t>(piece.element)].font;
        if (apart) return line.apart;
        return is_spread(line, piece) ? line.spread : 0;
    }

    bool is_spread(const Line& line, const Piece& piece) const {
        return line.spread > 0 && layout::is_ideographic(content_, piece);
    }

    // What each space around a piece has besides. The spaces between letters set apart are as wide
    // as in the layout.
    float word_space(const Line& line, const Piece& piece) const {
        return line.apart != 0 ? line.stretch - letter_space(line, piece) : line.stretch;
    }

    // Sets the width of spaces in a justified line as in the layout.
    static void stretch(TextLayerNode& span, float words) {
        if (is_wide(words)) span.styles.emplace_back("word-spacing", pixels(words));
    }

    static void add_gap(TextLayerNode& parent, const std::string& gap, const Line& line) {
        if (!is_wide(line.stretch)) {
            parent.children.push_back(text_node(gap));
            return;
        }
        TextLayerNode span;
        span.tag = "span";
        span.attributes.emplace_back("class", "l");
        stretch(span, line.stretch);
        span.children.push_back(text_node(gap));
        parent.children.push_back(std::move(span));
    }

    // The browser also has a space after the last ideograph.
    float room_after(const Line& line) const {
        const float after = ends_spread(line) ? line.spread : 0;
        return width_ - line.indent - line.start - line.width - after;
    }

    bool ends_spread(const Line& line) const {
        return line.count > 0 && is_spread(line, content_.pieces[line.first + line.count - 1]);
    }

    // What hangs out must not push a part of the line to the next one, even if the browser measures
    // it slightly wider.
    void keep_hanging(const Line& line) {
        const float room = room_after(line);
        const bool hangs = content_.elements[0].style.hanging || ends_spread(line);
        if (last_span_ && room < -0.005F && hangs) {
            last_span_->styles.emplace_back("margin-inline-end", pixels(room - 1));
        }
    }

    void end_line(const Line& line, const Line& next) {
        if (line.end == LineEnd::forced) {
            enter(0).children.push_back(line_break());
            return;
        }
        // If the beginning of the next line would fit after this one, this line is filled with a
        // margin.
        const float room = room_after(line);
        if (last_span_ && room >= -0.005F && first_unit(next) < room + 2 * line_slack) {
            last_span_->styles.emplace_back("margin-inline-end", pixels(room + line_slack - 1));
        }
        const std::uint32_t from =
            line.count > 0 ? content_.pieces[line.first + line.count - 1].end : 0;
        const bool space = content_.text.substr(from, 1) == " ";
        // Before a line that hangs out, Chromium may count the space at the end of this one.
        const float space_width = content_.elements[0].style.size / 3;
        if (space && last_span_ && next.start < 0 && room < space_width &&
            first_unit(next) > 2 * (line_slack + space_width)) {
            last_span_->styles.emplace_back("margin-inline-end",
                                            pixels(std::min(room, 0.0F) - 1 - space_width));
        }
        TextLayerNode& parent = *common_parent(line, next);
        if (space) {
            parent.children.push_back(text_node(" "));
        } else {
            parent.children.push_back({"wbr", "", {}, {}, {}, 0});
        }
    }

    // The width of the text at the beginning of a line that browsers do not break: up to the first
    // space between two elements.
    float first_unit(const Line& line) const {
        for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
            const Piece& piece = content_.pieces[i];
            const Piece& following = content_.pieces[i + 1];
            if (piece.level != 0 || following.level != 0) break;
            if (piece.end < following.begin && piece.element != following.element) {
                return piece.x + piece.width - content_.pieces[line.first].x;
            }
        }
        return line.width;
    }

    // The innermost open element that also contains the beginning of the next line.
    TextLayerNode* common_parent(const Line& line, const Line& next) {
        if (line.count == 0 || next.count == 0) return &enter(0);
        close_others(content_.pieces[next.first].element);
        return open_.back().node;
    }

    std::string text_of(const Piece& piece) const {
        return content_.text.substr(piece.begin, piece.end - piece.begin);
    }

    void set_picture_size(TextLayerNode& picture, const Piece& piece) const {
        const page::Node& node = *content_.elements[static_cast<std::size_t>(piece.element)].node;
        if (node.role == Role::formula) return;
        const float height =
            piece.width * static_cast<float>(node.height) / static_cast<float>(node.width);
        picture.styles.emplace_back("width", pixels(piece.width));
        picture.styles.emplace_back("height", pixels(height));
        choose_file(picture, node, piece.width * ratio_, height * ratio_, base_path_);
    }

    const InlineContent& content_;
    const float width_;
    const std::string_view base_path_;
    const float ratio_;
    std::vector<Open> open_;
    TextLayerNode* last_span_ = nullptr;
};

}  // namespace

void write_text_lines(TextLayerNode& block, const InlineContent& content, float width,
                      std::string_view base_path, float ratio) {
    LineWriter(content, width, base_path, ratio).write(block);
}

}  // namespace broadsheet::reader
