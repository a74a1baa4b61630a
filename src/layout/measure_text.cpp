#include "layout/measure_text.h"

#include "layout/clusters.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

// True for characters with a fixed square width, regardless of their neighbours.
bool is_square(char32_t c) { return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3); }

// False for parts of symbol sequences, which have a different width as a whole.
bool stands_alone(char32_t c) { return c < 0xfe00 && !continues_cluster(c); }

}  // namespace

void MeasureBatch::ask(std::string_view text, FontId font, float& answer) {
    asked_.push_back({text, font, 0});
    answers_.push_back(&answer);
}

void MeasureBatch::ask(const page::Node& formula, float size, FormulaSize& answer) {
    formulas_.push_back({&formula, size, &answer});
}

void MeasureBatch::add(InlineContent& content) {
    const std::string_view text = content.text;
    const auto font_at = [&](int element) {
        return content.elements[static_cast<std::size_t>(element)].font;
    };
    for (InlineElement& element : content.elements) {
        if (element.node && element.node->role == page::Role::formula) {
            ask(*element.node, element.style.size, element.formula);
        }
    }
    for (Piece& part : content.parts) {
        if (part.picture) continue;
        ask(text.substr(part.begin, part.end - part.begin), font_at(part.element), part.width);
    }
    Initial& initial = content.initial;
    if (!initial.letter.empty()) {
        ask(initial.letter, initial.font, initial.width);
        ask(initial.plain, font_at(0), initial.plain_width);
    }
    for (Word& word : content.words) {
        if (word.gap_element >= 0) ask(" ", font_at(word.gap_element), word.gap);
    }
    for (std::size_t i = 0; i + 1 < content.parts.size(); ++i) {
        add_pair(content, content.parts[i], content.parts[i + 1]);
    }
    contents_.push_back(&content);
}

// Adjacent words, as around dashes, may be kerned by the font like letters in a word.
void MeasureBatch::add_pair(const InlineContent& content, Piece& one, const Piece& other) {
    const std::string_view text = content.text;
    if (one.end != other.begin || one.element != other.element || one.picture || other.picture ||
        one.level != other.level || one.level % 2 == 1) {
        return;
    }
    std::size_t begin = one.end - 1;
    while (begin > one.begin && (static_cast<unsigned char>(text[begin]) & 0xc0U) == 0x80) --begin;
    std::size_t at = begin;
    const char32_t last = strings::next_code_point(text, at);
    std::size_t end = other.begin;
    const char32_t first = strings::next_code_point(text, end);
    if ((is_square(last) && is_square(first)) || !stands_alone(last) || !stands_alone(first)) {
        return;
    }
    const FontId font = content.elements[static_cast<std::size_t>(one.element)].font;
    pairs_.push_back({&one, asked_.size()});
    for (const std::string_view each :
         {text.substr(begin, end - begin), text.substr(begin, one.end - begin),
          text.substr(other.begin, end - other.begin)}) {
        asked_.push_back({each, font, 0});
        answers_.push_back(nullptr);
    }
}

void MeasureBatch::measure(TextMeasure& measure) {
    measure.measure(asked_);
    if (!formulas_.empty()) measure.measure_formulas(formulas_);
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        if (answers_[i]) *answers_[i] = asked_[i].width;
    }
    for (const Pair& pair : pairs_) {
        const TextMeasure::Word* both = &asked_[pair.first];
        pair.part->width += both[0].width - both[1].width - both[2].width;
    }
    for (InlineContent* content : contents_) {
        for (Piece& part : content->parts) {
            const InlineElement& element =
                content->elements[static_cast<std::size_t>(part.element)];
            if (part.picture && element.node->role == page::Role::formula) {
                part.width = element.formula.width;
            }
        }
        for (Word& word : content->words) {
            for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
                word.width += content->parts[i].width;
            }
        }
    }
}

}  // namespace broadsheet::layout
