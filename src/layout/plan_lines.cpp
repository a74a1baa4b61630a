#include "layout/plan_lines.h"

#include <algorithm>
#include <cmath>

#include "layout/clusters.h"
#include "layout/divide_words.h"
#include "layout/hanging.h"
#include "layout/letters_apart.h"
#include "layout/paragraph_breaks.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

using Kind = ParagraphItem::Kind;

constexpr std::string_view soft_hyphen = "\xc2\xad";
constexpr float widest_line = 16000;        // px, the most that the algorithm can add
constexpr std::size_t longest_word = 1000;  // bytes, of words that are wider than a line

std::int32_t units(float pixels) {
    return static_cast<std::int32_t>(
        std::floor(static_cast<double>(pixels) * paragraph_units + 0.5));
}

// Even spaces are slightly wider than those of most fonts, so that they can shrink as well as
// stretch.
float ideal_space(float gap, float size) { return std::max(gap, 0.28F * size); }

// As much as the shrink, so that all differences count alike, but between a quarter and half of
// what is allowed, so that its badness is finite.
float stretch_of(float gap, float size, float widest) {
    const float ideal = ideal_space(gap, size);
    const float allowed = widest - ideal;
    return std::max(0.01F * size,
                    std::clamp(ideal - narrowest_space(gap, size), allowed / 4, allowed / 2));
}

// The badness of a line with the widest spaces.
std::int32_t justified_tolerance(float gap, float size, float widest) {
    const float free = widest - ideal_space(gap, size);
    return line_badness(units(free), units(stretch_of(gap, size, widest)));
}

ParagraphParameters justified(float width, std::int32_t tolerance) {
    ParagraphParameters parameters;
    parameters.pretolerance = -1;
    parameters.tolerance = tolerance;
    parameters.double_hyphen_demerits = 20000;
    parameters.final_hyphen_demerits = 50000;
    parameters.third_hyphen_demerits = 2'000'000'000;
    parameters.short_last_demerits = 120'000'000;
    parameters.shortest_last_line = units(width / 8);
    parameters.ragged_demerits = 50'000'000;
    parameters.letter_badness = 1000;
    return parameters;
}

// Spaces do not stretch. Instead, each line may be a sixth shorter, and more at a price.
ParagraphParameters even(float width) {
    ParagraphParameters parameters;
    parameters.pretolerance = -1;
    parameters.tolerance = 2000;
    parameters.line_stretch = units(width / 6);
    parameters.short_last_demerits = 2'000'000;
    parameters.shortest_last_line = units(width / 8);
    parameters.ragged_demerits = 1'000'000;
    return parameters;
}

// The items of the text up to a forced break, and what each stands for.
class Planner {
  public:
    Planner(const InlineContent& content, const theme::Computed& style, const LineShape& shape,
            const Hyphenator& hyphenator, const Hanging& hanging, LetterWidths& letters)
        : content_(content),
          style_(style),
          shape_(shape),
          hyphenator_(hyphenator),
          hanging_(hanging),
          letters_(letters) {}

    std::optional<std::vector<PlannedEnd>> run() {
        if (shape_.room(0) <= 0 || shape_.width > widest_line || !is_suitable()) {
            return std::nullopt;
        }
        find_divisions();
        hanging_.learn();
        const auto count = static_cast<std::uint32_t>(content_.words.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const bool last = i + 1 == count || content_.words[i].forced_break;
            if (items_.empty()) first_hang_ = hang_before(i);
            add_word(i, last);
            if (last && !end_paragraph()) return std::nullopt;
        }
        measure_divisions();
        return std::move(ends_);
    }

  private:
    struct Division {
        std::uint32_t word;
        std::uint32_t part;
        std::uint32_t byte;
        bool hyphenated;
    };

    bool is_wide(const Word& word) const { return word.width > shape_.room(0); }

    bool is_suitable() const {
        for (const Word& word : content_.words) {
            if (is_wide(word) && word.end - word.begin > longest_word) return false;
            // Scripts without spaces are not stretched.
            std::size_t at = word.begin;
            if (word.gap == 0 && at < word.end &&
                strings::is_cjk(strings::next_code_point(content_.text, at))) {
                return false;
            }
        }
        return true;
    }

    // Finds all divisions, and the widths of the letters around them.
    void find_divisions() {
        std::vector<TextMeasure::Word> texts;
        const auto count = static_cast<std::uint32_t>(content_.words.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            const Word& word = content_.words[i];
            const bool last = i + 1 == count || word.forced_break;
            if (!last && ends_with_soft_hyphen(word)) {
                texts.push_back({"-", part_font(word.first + word.count - 1), 0});
            }
            const bool is_rest = i == 0 && !content_.initial.letter.empty();
            // The last word is better left whole.
            if ((last || is_rest) && !is_wide(word)) continue;
            const std::size_t before = divisions_.size();
            for (const std::uint32_t byte : division_points(content_, word, hyphenator_)) {
                std::uint32_t part = word.first;
                while (content_.parts[part].end <= byte) ++part;
                // A division between two parts would need a hyphen in either font.
                if (content_.parts[part].begin == byte) continue;
                divisions_.push_back({i, part, byte, true});
                texts.push_back({part_text(part), part_font(part), 0});
                texts.push_back({"-", part_font(part), 0});
            }
            if (is_wide(word) && divisions_.size() == before) divide_anywhere(i, texts);
        }
        letters_.learn(texts);
    }

    // Words without syllables, such as addresses, are divided between letters if they must be.
    void divide_anywhere(std::uint32_t number, std::vector<TextMeasure::Word>& texts) {
        const Word& word = content_.words[number];
        for (std::uint32_t part = word.first; part < word.first + word.count; ++part) {
            if (content_.parts[part].picture) continue;
            const std::string_view text = part_text(part);
            texts.push_back({text, part_font(part), 0});
            for (const std::size_t end : letter_ends(text)) {
                const auto byte = content_.parts[part].begin + static_cast<std::uint32_t>(end);
                if (end < text.size() && !is_closing_sign(text[end])) {
                    divisions_.push_back({number, part, byte, false});
                }
            }
        }
    }

    bool ends_with_soft_hyphen(const Word& word) const {
        return word.count > 0 && word.gap == 0 &&
               std::string_view(content_.text)
                   .substr(word.begin, word.end - word.begin)
                   .ends_with(soft_hyphen);
    }

    std::string_view part_text(std::uint32_t part) const {
        const Piece& piece = content_.parts[part];
        return content_.text_of(piece);
    }

    FontId part_font(std::uint32_t part) const {
        return content_.elements[static_cast<std::size_t>(content_.parts[part].element)].font;
    }

    // `letters`: how much one step of its letters is, as a share of its width.
    void add_box(float width, float letters) {
        ParagraphItem item;
        item.width = units(width);
        item.letters = units(letters * width);
        items_.push_back(item);
        places_.push_back({});
    }

    float letters_of(const Word& word) const {
        if (style_.even || word.width <= 0) return 0;
        std::size_t letters = 0;
        for (std::uint32_t part = word.first; part < word.first + word.count; ++part) {
            letters += separable_letters(content_, content_.parts[part]);
        }
        // Slightly less, because widths of parts of words are estimates.
        return 0.95F * letter_step * style_.size * static_cast<float>(letters) / word.width;
    }

    void add_word(std::uint32_t number, bool last) {
        const Word& word = content_.words[number];
        float done = 0;  // width of the parts before
        float boxed = 0;
        const float letters = letters_of(word);
        for (std::uint32_t part = word.first; part < word.first + word.count; ++part) {
            const float part_width = width_of(content_.parts[part]);
            for (; next_division_ < divisions_.size() && divisions_[next_division_].part == part;
                 ++next_division_) {
                const Division& division = divisions_[next_division_];
                const FontId font = part_font(part);
                const std::string_view text = part_text(part);
                const float all = letters_.sum(text, font);
                const std::string_view beginning =
                    text.substr(0, division.byte - content_.parts[part].begin);
                const float share = all > 0 ? letters_.sum(beginning, font) / all : 0;
                const float x = done + part_width * share;
                add_box(x - boxed, letters);
                boxed = x;
                const float hyphen = division.hyphenated ? letters_.sum("-", font) : 0;
                add_division({number, part, division.byte, 0, 0, hyphen});
            }
            done += part_width;
        }
        add_box(done - boxed, letters);
        if (!last) add_space(number);
    }

    // Pictures shrink to the width of a line.
    float width_of(const Piece& part) const {
        const page::Node* node = content_.elements[static_cast<std::size_t>(part.element)].node;
        const bool shrinks = part.picture && node->role == page::Role::image;
        return shrinks ? std::min(part.width, shape_.width) : part.width;
    }

    void add_division(const PlannedEnd& place) {
        ParagraphItem item;
        item.kind = place.hyphen > 0 ? Kind::hyphen : Kind::penalty;
        item.width = units(place.hyphen);
        item.penalty = place.hyphen > 0 ? hyphen_penalty : letter_penalty;
        if (style_.hanging) item.hang_before = units(Hanging::of_hyphen(place.hyphen));
        items_.push_back(item);
        places_.push_back(place);
    }

    float hang_before(std::uint32_t number) const {
        const Word& word = content_.words[number];
        return word.count > 0 ? hanging_.before(content_.parts[word.first]) : 0;
    }

    void add_space(std::uint32_t number) {
        const Word& word = content_.words[number];
        ParagraphItem item;
        if (word.gap > 0) {
            item.kind = Kind::glue;
            item.width = units(word.gap);
        }
        if (word.gap > 0 && !style_.even) {
            const float ideal = ideal_space(word.gap, style_.size);
            item.width = units(ideal);
            item.shrink = units(ideal - narrowest_space(word.gap, style_.size));
            item.stretch = units(stretch_of(word.gap, style_.size, widest_space(word.gap)));
            item.letters = -units(letter_step * style_.size);
        }
        if (word.gap <= 0) {
            item.kind = Kind::hyphen;  // after a hyphen or dash of the text
            item.penalty = hyphen_penalty;
        }
        if (word.count > 0) {
            item.hang_before = units(hanging_.after(content_.parts[word.first + word.count - 1]));
        }
        item.hang_after = units(hang_before(number + 1));
        PlannedEnd place{number, 0, 0, 0, 0, 0};
        if (ends_with_soft_hyphen(word)) {
            place.hyphen = letters_.sum("-", part_font(word.first + word.count - 1));
            item.width = units(place.hyphen);
            if (style_.hanging) item.hang_before = units(Hanging::of_hyphen(place.hyphen));
        }
        items_.push_back(item);
        places_.push_back(place);
    }

    // Breaks the paragraph that `items_` hold. Returns false if a line would be too wide.
    bool end_paragraph() {
        ParagraphParameters parameters =
            style_.even ? even(shape_.width) : justified(shape_.width, tolerance());
        parameters.first_hang = units(first_hang_);
        parameters.indent = units(shape_.indent);
        parameters.indented_lines = std::max(0, shape_.indented_lines - static_cast<int>(lines_));
        const ParagraphBreaks breaks = break_paragraph(items_, units(shape_.width), parameters);
        std::size_t begin = 0;
        for (const std::uint32_t end : breaks.ends) {
            if (!fits(begin, end)) return false;
            if (end < items_.size()) ends_.push_back(places_[end]);
            begin = end + 1;
            ++lines_;
        }
        items_.clear();
        places_.clear();
        return true;
    }

    // That of the first space.
    std::int32_t tolerance() const {
        for (const Word& word : content_.words) {
            if (word.gap <= 0) continue;
            return justified_tolerance(word.gap, style_.size, widest_space(word.gap));
        }
        return infinite_penalty;
    }

    float widest_space(float gap) const { return shape_.widest_space(gap, style_.size); }

    // True for a line that can be set, or holds a single thing that is wider than all lines.
    bool fits(std::size_t begin, std::size_t end) const {
        bool is_whole = true;
        std::int64_t letters = 0;
        std::int64_t narrowest = -units(shape_.room(lines_)) -
                                 (begin > 0 ? items_[begin - 1].hang_after : units(first_hang_));
        for (std::size_t i = begin; i < end; ++i) {
            is_whole = is_whole && items_[i].kind == Kind::box;
            if (items_[i].kind == Kind::hyphen || items_[i].kind == Kind::penalty) continue;
            narrowest += items_[i].width - items_[i].shrink;
            letters += items_[i].letters;
        }
        // Spaces alone have no letters that could be closer.
        narrowest -= most_steps_closer * std::max<std::int64_t>(letters, 0);
        if (end < items_.size()) {
            narrowest -= items_[end].hang_before;
            if (items_[end].kind == Kind::hyphen) narrowest += items_[end].width;
        }
        return narrowest <= 0 || is_whole;
    }

    // The widths of the parts of divided words, which were only estimated.
    void measure_divisions() {
        std::vector<TextMeasure::Word> texts;
        std::vector<std::size_t> divided;
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (ends_[i].division == 0) continue;
            const PlannedEnd& end = ends_[i];
            const Piece& part = content_.parts[end.part];
            const bool again = i > 0 && ends_[i - 1].division != 0 && ends_[i - 1].part == end.part;
            const std::uint32_t begin = again ? ends_[i - 1].division : part.begin;
            const bool more =
                i + 1 < ends_.size() && ends_[i + 1].division != 0 && ends_[i + 1].part == end.part;
            const std::uint32_t next = more ? ends_[i + 1].division : part.end;
            const std::string_view text = content_.text;
            const FontId font = part_font(end.part);
            texts.push_back({text.substr(begin, end.division - begin), font, 0});
            texts.push_back({text.substr(end.division, next - end.division), font, 0});
            divided.push_back(i);
        }
        if (texts.empty()) return;
        letters_.measure().measure(texts);
        for (std::size_t i = 0; i < divided.size(); ++i) {
            ends_[divided[i]].before = texts[2 * i].width;
            ends_[divided[i]].after = texts[2 * i + 1].width;
        }
    }

    static constexpr std::int32_t hyphen_penalty = 20;
    static constexpr std::int32_t letter_penalty = 5000;

    const InlineContent& content_;
    const theme::Computed& style_;
    const LineShape& shape_;
    const Hyphenator& hyphenator_;
    const Hanging& hanging_;
    LetterWidths& letters_;
    std::vector<Division> divisions_;
    std::size_t next_division_ = 0;
    std::vector<ParagraphItem> items_;
    std::vector<PlannedEnd> places_;  // the end of a line at each item
    std::vector<PlannedEnd> ends_;
    std::size_t lines_ = 0;  // that are planned
    float first_hang_ = 0;   // of the text in `items_`
};

}  // namespace

void LetterWidths::learn(const std::vector<TextMeasure::Word>& texts) {
    std::vector<TextMeasure::Word> asked;
    std::vector<std::uint64_t> keys;
    for (const TextMeasure::Word& word : texts) {
        for (std::size_t at = 0; at < word.text.size();) {
            const std::size_t begin = at;
            const char32_t letter = strings::next_code_point(word.text, at);
            if (!widths_.emplace(key(letter, word.font), 0.0F).second) continue;
            asked.push_back({word.text.substr(begin, at - begin), word.font, 0});
            keys.push_back(key(letter, word.font));
        }
    }
    if (asked.empty()) return;
    measure_.measure(asked);
    for (std::size_t i = 0; i < asked.size(); ++i) widths_[keys[i]] = asked[i].width;
}

float LetterWidths::sum(std::string_view text, FontId font) const {
    float sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = widths_.find(key(strings::next_code_point(text, at), font));
        if (found != widths_.end()) sum += found->second;
    }
    return sum;
}

std::optional<std::vector<PlannedEnd>> plan_lines(const InlineContent& content,
                                                  const theme::Computed& style,
                                                  const LineShape& shape,
                                                  const Hyphenator& hyphenator,
                                                  const Hanging& hanging, LetterWidths& letters) {
    return Planner(content, style, shape, hyphenator, hanging, letters).run();
}

}  // namespace broadsheet::layout
