#include <algorithm>
#include <cmath>

#include "reader/pictures.h"
#include "reader/text_layer.h"

namespace broadsheet::reader {

namespace {

using layout::Box;
using layout::InlineContent;
using layout::Line;
using layout::LineEnd;
using layout::Piece;
using page::Role;
using theme::Display;

// Blocks of lines are this much wider than their text, in CSS pixels, so that a line still fits if
// the browser measures it slightly wider.
constexpr float slack = 4;

std::string pixels(float value) { return css_number(value) + "px"; }

TextLayerNode text_node(std::string text) {
    TextLayerNode node;
    node.text = std::move(text);
    return node;
}

void add_class(TextLayerNode& node, std::string_view more) {
    for (auto& [name, value] : node.attributes) {
        if (name == "class") value += more;
    }
}

// Marks an element that the browser draws instead of the canvas.
void mark_island(TextLayerNode& node) { add_class(node, " island"); }

TextLayerNode element_of(const page::Node& node, std::string_view base_path) {
    TextLayerNode result;
    result.tag = page::element_name(node);
    for (page::Attribute& attribute : page::attributes_of(node, base_path)) {
        result.attributes.emplace_back(attribute.name, std::move(attribute.value));
    }
    if (node.role == Role::formula) {
        mark_island(result);
        result.attributes.emplace_back("mathml", page::formula_content(node));
    }
    return result;
}

// Sets the file that the painter uses instead of a choice of files. The choice is kept for
// enlarging the picture (web/enlarge.js).
void choose_file(TextLayerNode& image, const page::Node& node, float width, float height,
                 std::string_view base_path) {
    for (auto& [name, value] : image.attributes) {
        if (name == "src") value = page::url_of(file_for_box(node, width, height), base_path);
        if (name == "srcset") name = "data-srcset";
    }
    std::erase_if(image.attributes, [](const auto& each) { return each.first == "sizes"; });
}

TextLayerNode line_break() { return {"br", "", {}, {}, {}, 0}; }

// Writes the lines of a block: spans for lines within the elements of the text.
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
        if (last_span_ && room >= -0.005F && first_unit(next) < room + 2 * slack) {
            last_span_->styles.emplace_back("margin-inline-end", pixels(room + slack - 1));
        }
        const std::uint32_t from =
            line.count > 0 ? content_.pieces[line.first + line.count - 1].end : 0;
        const bool space = content_.text.substr(from, 1) == " ";
        // Before a line that hangs out, Chromium may count the space at the end of this one.
        const float space_width = content_.elements[0].style.size / 3;
        if (space && last_span_ && next.start < 0 && room < space_width &&
            first_unit(next) > 2 * (slack + space_width)) {
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

class Builder {
  public:
    Builder(std::string_view base_path, float ratio, const TextLayerWords& words)
        : base_path_(base_path), ratio_(ratio), words_(words) {}

    TextLayerNode build(const Box& box) {
        TextLayerNode node = element_of(*box.node, base_path_);
        node.source = box.node;
        if (box.style.display == Display::picture) {
            choose_file(node, *box.node, box.rect.width * ratio_, box.rect.height * ratio_,
                        base_path_);
        }
        if (is_compared(box)) node.box = &box;
        if (box.text && !box.text->initial.letter.empty()) add_class(node, " set");
        if (box.node->role == Role::preformatted) {
            write_code(node, box);
            return node;
        }
        if (box.style.island) {
            mark_island(node);
            // Formulas that are wider than the screen are scrolled by keyboard, too.
            if (box.scroller > 0) node.attributes.emplace_back("tabindex", "0");
            if (box.node->role == Role::embed || box.node->role == Role::video) {
                // CSS cannot give frames an aspect ratio, and a video that loads may have another
                // one.
                node.styles.emplace_back("width", pixels(box.rect.width));
                node.styles.emplace_back("height", pixels(box.rect.height));
            }
            for (const page::Node& child : box.node->children)
                node.children.push_back(plain(child));
            return node;
        }
        if (box.node->task != page::Task::none) add_task(node, box.node->task);
        if (box.style.display == Display::hidden_until_focus) {
            for (const page::Node& child : box.node->children) {
                node.children.push_back(text_node(child.text));
            }
            return node;
        }
        const bool scrolls = box.style.display == Display::scroller;
        const bool lies_over = box.style.display == Display::popover;
        unplaced_ += scrolls || lies_over ? 1 : 0;
        if (scrolls) mark_scroller(node, box);
        if (box.text) write_lines(node, box);
        for (const Box& child : box.children) {
            if (child.node) {
                node.children.push_back(build(child));
            } else if (child.text) {
                // Text between blocks has its own lines in CSS too.
                write_lines(node, child);
            }
        }
        unplaced_ -= scrolls || lies_over ? 1 : 0;
        if (box.node->role == Role::table && !box.children.empty()) fix_columns(node, box);
        if (box.node->role == Role::details && !box.node->open && !box.node->pops_up) {
            // Find in page also finds closed text, and opens it.
            for (const page::Node& child : box.node->children) {
                if (child.role != Role::summary) node.children.push_back(plain(child));
            }
        }
        return node;
    }

  private:
    // Text and pictures are compared. Boxes within a scroller or over the page move by
    // themselves.
    bool is_compared(const Box& box) const {
        if (unplaced_ > 0 || box.style.island || box.rect.width <= 0) return false;
        return (box.text && box.style.display != Display::hidden_until_focus) ||
               box.style.display == Display::picture || box.node->role == Role::preformatted;
    }

    // Writes a node as in the prerendered HTML. The browser breaks its lines.
    TextLayerNode plain(const page::Node& source) const {
        if (source.role == Role::text) return text_node(source.text);
        if (source.role == Role::soft_break) return text_node("\n");
        TextLayerNode node = element_of(source, base_path_);
        if (!source.text.empty() && source.role != Role::image && source.role != Role::text_field &&
            source.role != Role::formula) {
            node.children.push_back(text_node(source.text));
        }
        for (const page::Node& child : source.children) node.children.push_back(plain(child));
        return node;
    }

    void write_lines(TextLayerNode& node, const Box& box) {
        const float width = box.content.width;
        if (box.text->lines.size() > 1 && box.node) {
            const bool centered =
                box.style.text_align != theme::TextAlign::start;  // also true for justified text
            node.styles.emplace_back("margin-inline-end", pixels(-slack));
            if (box.style.max_width > 0) {
                node.styles.emplace_back("max-width", pixels(box.rect.width + slack));
            }
            node.styles.emplace_back("width", pixels(box.rect.width + slack));
            if (centered) node.styles.emplace_back("text-align", "start");
            if (box.style.balance) node.styles.emplace_back("text-wrap", "wrap");
        } else if (box.style.text_align != theme::TextAlign::start && box.node) {
            node.styles.emplace_back("text-align", "start");
        }
        LineWriter(*box.text, width, base_path_, ratio_).write(node);
    }

    static void append_text(std::string& text, const page::Node& node) {
        text += node.text;
        for (const page::Node& child : node.children) append_text(text, child);
    }

    // Writes code as a single text, for copying and find in page. Only the canvas shows its
    // colours.
    void write_code(TextLayerNode& node, const Box& box) const {
        mark_scroller(node, box);
        TextLayerNode code;
        code.tag = "code";
        std::string text;
        append_text(text, *box.node);
        code.children.push_back(text_node(std::move(text)));
        node.children.push_back(std::move(code));
    }

    // Scrolling boxes must be reachable by keyboard and have an accessible name.
    void mark_scroller(TextLayerNode& node, const Box& box) const {
        if (box.scroller == 0) return;
        node.attributes.emplace_back("data-scroller", std::to_string(box.scroller));
        node.attributes.emplace_back("tabindex", "0");
        node.attributes.emplace_back("role", "region");
        node.attributes.emplace_back("aria-label", box.node->role == Role::preformatted
                                                       ? words_.code_scrolls
                                                       : words_.table_scrolls);
    }

    void add_task(TextLayerNode& node, page::Task task) const {
        TextLayerNode box;
        box.tag = "input";
        box.attributes.emplace_back("type", "checkbox");
        box.attributes.emplace_back("disabled", "");
        box.attributes.emplace_back("aria-label",
                                    task == page::Task::done ? words_.task_done : words_.task_open);
        if (task == page::Task::done) box.attributes.emplace_back("checked", "");
        node.children.push_back(std::move(box));
    }

    static void fix_columns(TextLayerNode& table, const Box& box) {
        table.styles.emplace_back("table-layout", "fixed");
        table.styles.emplace_back("width", pixels(box.rect.width));
        const Box* row = &box.children.front();
        TextLayerNode* row_node = table.children.empty() ? nullptr : &table.children.front();
        if (row->node && row->node->role != Role::table_row && !row->children.empty() && row_node) {
            row = &row->children.front();
            row_node = row_node->children.empty() ? nullptr : &row_node->children.front();
        }
        if (!row_node) return;
        for (std::size_t i = 0; i < row->children.size() && i < row_node->children.size(); ++i) {
            // In a table of fixed layout, the width is set on the cell. The properties set for
            // lines are removed.
            auto& styles = row_node->children[i].styles;
            std::erase_if(styles, [](const auto& style) {
                return style.first == "width" || style.first == "margin-inline-end";
            });
            styles.emplace_back("width", pixels(row->children[i].rect.width));
        }
    }

    std::string_view base_path_;
    float ratio_;
    const TextLayerWords& words_;
    int unplaced_ = 0;  // open boxes whose content is not at a fixed place of the page
};

}  // namespace

TextLayerNode build_text_layer(const layout::Layout& layout, std::string_view base_path,
                               float ratio, const TextLayerWords& words) {
    TextLayerNode root = Builder(base_path, ratio, words).build(layout.root);
    root.box = &layout.root;
    return root;
}

}  // namespace broadsheet::reader
