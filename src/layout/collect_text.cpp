#include <algorithm>

#include "layout/bidi.h"
#include "layout/inline_text.h"
#include "layout/line_breaks.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

using page::Node;
using page::Role;

constexpr std::string_view object_replacement =
    "\xef\xbf\xbc";  // U+FFFC, stands for a picture or formula

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// A range of the text that belongs to one element.
struct Span {
    std::uint32_t end = 0;
    int element = 0;
    const Node* picture = nullptr;
};

class Collector {
  public:
    Collector(const Node* block, const theme::Computed& style, bool in_prose,
              const Setting& setting)
        : content_(std::make_unique<InlineContent>()),
          setting_(setting),
          in_prose_(in_prose),
          preserve_(style.white_space == theme::WhiteSpace::preserve) {
        content_->elements.push_back({block, -1, style, font(style)});
        at_line_start_ = true;
    }

    void add_nodes(std::span<const Node* const> nodes) {
        for (const Node* node : nodes) add(*node, 0);
    }

    void add_own_text(const std::string& text) { add_text(text, 0); }

    // Moves the first letter out of the text, with a space after it.
    void take_initial(const theme::Computed& style) {
        std::string& text = content_->text;
        Initial& initial = content_->initial;
        std::size_t end = 0;
        if (!text.empty()) strings::next_code_point(text, end);
        initial.letter = text.substr(0, end);
        if (end < text.size() && text[end] == ' ') ++end;
        initial.plain = text.substr(0, end);
        text.erase(0, end);
        for (Span& span : spans_) span.end -= std::min(span.end, static_cast<std::uint32_t>(end));
        theme::Computed large = style;
        large.size = theme::drop_cap_of(setting_.reading).size;
        initial.font = font(large);
    }

    std::unique_ptr<InlineContent> take(std::vector<Span>& spans) {
        if (!preserve_ && !content_->text.empty() && content_->text.back() == ' ') {
            content_->text.pop_back();
            while (!spans_.empty() && spans_.back().end > content_->text.size()) {
                if (spans_.size() > 1 && spans_[spans_.size() - 2].end >= content_->text.size()) {
                    spans_.pop_back();
                } else {
                    spans_.back().end = static_cast<std::uint32_t>(content_->text.size());
                }
            }
        }
        spans = std::move(spans_);
        return std::move(content_);
    }

  private:
    FontId font(const theme::Computed& style) { return setting_.measure.font_id(font_of(style)); }

    void close_span(int element, const Node* picture = nullptr) {
        const auto end = static_cast<std::uint32_t>(content_->text.size());
        const std::uint32_t begin = spans_.empty() ? 0 : spans_.back().end;
        if (end == begin) return;
        if (!picture && !spans_.empty() && spans_.back().element == element &&
            !spans_.back().picture) {
            spans_.back().end = end;
        } else {
            spans_.push_back({end, element, picture});
        }
    }

    void add_text(std::string_view text, int element) {
        for (const char c : text) {
            if (preserve_ || !is_space(c)) {
                content_->text += c;
                at_line_start_ = false;
            } else if (!at_line_start_ && content_->text.back() != ' ') {
                content_->text += ' ';
            }
        }
        close_span(element);
    }

    void add(const Node& node, int parent) {
        if (node.role == Role::text) return add_text(node.text, parent);
        if (node.role == Role::soft_break) return add_text(preserve_ ? "\n" : " ", parent);
        const int element = static_cast<int>(content_->elements.size());
        const theme::Computed& above = content_->elements[static_cast<std::size_t>(parent)].style;
        const theme::Computed style = theme::compute(node, above, in_prose_, setting_.reading);
        if (style.display == theme::Display::none) return;
        content_->elements.push_back({&node, parent, style, font(style)});
        if (node.role == Role::line_break) {
            if (!preserve_ && !content_->text.empty() && content_->text.back() == ' ') {
                content_->text.back() = '\n';
                close_span(element);
            } else {
                content_->text += '\n';
                close_span(element);
            }
            at_line_start_ = true;
            return;
        }
        const bool shaped = node.role == Role::image && node.width > 0 && node.height > 0;
        if (shaped || node.role == Role::formula) {
            content_->text += object_replacement;
            at_line_start_ = false;
            close_span(element, &node);
            return;
        }
        if (!node.text.empty()) add_text(node.text, element);
        for (const Node& child : node.children) add(child, element);
    }

    std::unique_ptr<InlineContent> content_;
    const Setting& setting_;
    std::vector<Span> spans_;
    bool in_prose_;
    bool preserve_;
    bool at_line_start_ = true;
};

bool is_gap(char c) { return c == ' ' || c == '\t'; }

// Splits the text into words: at each break opportunity and, in preformatted text, also after each
// run of spaces, so that words repeat and are drawn only once.
void cut_words(InlineContent& content, const std::vector<LineBreak>& breaks, bool preserve) {
    const std::string& text = content.text;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool forced = breaks[i] == LineBreak::forced && text[i] == '\n';
        const bool allowed = breaks[i] == LineBreak::allowed;
        const bool run_ends =
            preserve && is_gap(text[i]) && (i + 1 == text.size() || !is_gap(text[i + 1]));
        const bool last = i + 1 == text.size();
        if (!forced && !allowed && !run_ends && !last) continue;
        Word word;
        word.begin = begin;
        word.gap_end = i + 1;
        word.end = forced ? i : i + 1;
        word.forced_break = forced;
        while (word.end > begin && is_gap(text[word.end - 1])) --word.end;
        content.words.push_back(word);
        begin = i + 1;
    }
}

// True in code, and in formulas of several parts.
bool is_left_to_right(const InlineContent& content, int element) {
    for (; element > 0; element = content.elements[static_cast<std::size_t>(element)].parent) {
        const page::Node& node = *content.elements[static_cast<std::size_t>(element)].node;
        if (node.role == Role::code || node.role == Role::keyboard) return true;
        if (node.direction == page::Direction::left_to_right) return true;
    }
    return false;
}

// What is from left to right in text from right to left.
std::vector<Isolate> isolates_of(const InlineContent& content, const std::vector<Span>& spans) {
    std::vector<Isolate> isolates;
    std::uint32_t begin = 0;
    for (const Span& span : spans) {
        if (is_left_to_right(content, span.element)) {
            const bool continues = !isolates.empty() && isolates.back().end == begin;
            if (!continues) isolates.push_back({begin, span.end});
            isolates.back().end = span.end;
        }
        begin = span.end;
    }
    return isolates;
}

// Splits words where the element or the direction changes.
void divide_words(InlineContent& content, const std::vector<Span>& spans, bool right_to_left) {
    const std::string& text = content.text;
    std::vector<std::uint8_t> levels;
    if (needs_bidi(text, right_to_left)) {
        levels = bidi_levels(text, right_to_left,
                             right_to_left ? isolates_of(content, spans) : std::vector<Isolate>());
    }
    content.mixed = !levels.empty();
    const auto level_at = [&](std::size_t i) {
        return levels.empty() ? std::uint8_t{0} : levels[i];
    };
    std::size_t span = 0;
    for (Word& word : content.words) {
        word.first = static_cast<std::uint32_t>(content.parts.size());
        std::uint32_t at = word.begin;
        while (at < word.end) {
            while (spans[span].end <= at) ++span;
            std::uint32_t end = std::min(word.end, spans[span].end);
            for (std::uint32_t i = at + 1; i < end; ++i) {
                if (level_at(i) != level_at(at)) end = i;
            }
            Piece part{at, end, spans[span].element, -1,
                       0,  0,   level_at(at),        spans[span].picture != nullptr};
            part.font = content.elements[static_cast<std::size_t>(part.element)].font;
            if (part.picture) part.width = static_cast<float>(spans[span].picture->width);
            content.parts.push_back(part);
            at = end;
        }
        word.count = static_cast<std::uint32_t>(content.parts.size()) - word.first;
        if (word.gap_end > word.end && is_gap(text[word.end])) {
            std::size_t owner = span;
            while (owner + 1 < spans.size() && spans[owner].end <= word.end) ++owner;
            word.gap_element = spans[owner].element;
            word.gap_level = level_at(word.end);
        }
    }
}

}  // namespace

Font font_of(const theme::Computed& style) {
    return {style.family, style.size,     style.weight,
            style.italic, style.tracking, style.letter_case == theme::Case::upper,
            style.figures};
}

bool is_inline(const Node& node, const theme::Computed& parent, bool in_prose,
               const Setting& setting) {
    if (node.role == Role::text || node.role == Role::soft_break) return true;
    return theme::compute(node, parent, in_prose, setting.reading).display ==
           theme::Display::inline_;
}

std::unique_ptr<InlineContent> collect_text(std::span<const Node* const> nodes, const Node* block,
                                            const theme::Computed& style, bool in_prose,
                                            bool right_to_left, const Setting& setting) {
    Collector collector(block, style, in_prose, setting);
    if (block && nodes.empty()) collector.add_own_text(block->text);
    collector.add_nodes(nodes);
    if (setting.reading.drop_caps && block && block->style == page::Style::opening) {
        collector.take_initial(style);
    }
    std::vector<Span> spans;
    std::unique_ptr<InlineContent> content = collector.take(spans);
    if (content->text.empty()) return nullptr;
    const bool preserve = style.white_space == theme::WhiteSpace::preserve;
    cut_words(*content,
              preserve ? forced_breaks(content->text) : line_breaks(content->text, setting.measure),
              preserve);
    divide_words(*content, spans, right_to_left);
    return content;
}

float widest_line(const InlineContent& content) {
    float widest = 0;
    float width = 0;
    for (const Word& word : content.words) {
        width += word.width;
        widest = std::max(widest, width);
        const float space =
            word.gap * static_cast<float>(word.gap_end - word.end - (word.forced_break ? 1U : 0U));
        width = word.forced_break ? 0 : width + space;
    }
    return widest;
}

float widest_word(const InlineContent& content) {
    float widest = 0;
    for (const Word& word : content.words) {
        float width = 0;
        for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
            // Pictures shrink to the available width.
            const Piece& part = content.parts[i];
            const page::Node* node = content.elements[static_cast<std::size_t>(part.element)].node;
            const bool shrinks = part.picture && node->role == page::Role::image;
            if (!shrinks) width += part.width;
        }
        widest = std::max(widest, width);
    }
    return widest;
}

}  // namespace broadsheet::layout
