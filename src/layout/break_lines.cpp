#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/balance.h"
#include "layout/bidi.h"
#include "layout/clusters.h"
#include "layout/divide_words.h"
#include "layout/hanging.h"
#include "layout/ideographs.h"
#include "layout/inline_text.h"
#include "layout/letters_apart.h"

namespace broadsheet::layout {

namespace {

// Browsers use units of 1/64 px, some of a device pixel. Words that are too wide by less than a
// unit still fit.
constexpr float layout_unit = 1.0F / 64;
constexpr float tab_columns = 4;
// Letters are set apart or closer in lines whose spaces would be wider or narrower than this, in
// em, and as far as needed to avoid it.
constexpr float loose_space = 0.36F;
constexpr float tight_space = 0.235F;
// The most that ideographs are set apart, in em.
constexpr float max_spread = 0.12F;

// The minimum width of a letter, in em. It limits the number of letters per line and so the work
// for endless words.
constexpr float narrowest_letter = 0.15F;
// Fewer letters of a broken word do not stand at the end of a line with other words.
constexpr std::size_t fewest_letters = 3;

class Breaker {
  public:
    Breaker(InlineContent& content, const theme::Computed& style, float width, bool right_to_left,
            const Setting& setting)
        : content_(content),
          style_(style),
          width_(width),
          right_to_left_(right_to_left),
          preserve_(style.white_space == theme::WhiteSpace::preserve),
          tolerance_(std::max(layout_unit, setting.reading.layout_unit)),
          setting_(setting),
          hanging_(content, right_to_left, style.hanging ? setting.letters : nullptr) {
        content_.pieces.clear();
        content_.lines.clear();
        strut_baseline_ = setting.measure.baseline(content.elements[0].font, style.line_height);
        shape_.width = width;
        if (style.text_indent > 0) {
            shape_.indent = style.text_indent;
            shape_.indented_lines = 1;
        }
        if (!content.initial.letter.empty()) place_initial();
    }

    float run() {
        const bool justified = style_.text_align == theme::TextAlign::justify;
        if ((justified || style_.even) && !preserve_ && setting_.letters) {
            static const Hyphenator no_hyphens;
            const Hyphenator& hyphenator =
                setting_.hyphenator && justified ? *setting_.hyphenator : no_hyphens;
            if (hyphenator.empty() && has_fixed_letters(content_)) shape_.spaces = wide_spaces;
            const auto plan =
                plan_lines(content_, style_, shape_, hyphenator, hanging_, *setting_.letters);
            if (plan) return run(*plan);
            if (justified) {
                hangs_ideographs_ =
                    divide_ideographs(content_, *setting_.letters, setting_.centred_stops);
            }
        }
        hanging_.learn();
        if (style_.balance && !preserve_) {
            balanced_ = balanced_width(content_, width_, tolerance_);
        }
        for (const Word& word : content_.words) {
            const auto is_long = [&] { return !preserve_ && word.width > filled() + tolerance_; };
            // Ideographs before a word that must be broken anyway do not stand alone in a line.
            const bool continues = hangs_ideographs_ && is_long();
            if (!preserve_ && !line_.empty() && !continues && !fits(word)) {
                end_line(LineEnd::soft);
            }
            if ((line_.empty() || continues) && is_long()) {
                add_long_word(word);
            } else {
                add_word(word);
            }
            if (word.forced_break) end_line(LineEnd::forced);
        }
        return end_text();
    }

  private:
    struct Item {
        float width = 0;
        std::uint8_t level = 0;
        int piece = -1;        // -1: a gap
        bool spreads = false;  // ideographs are set apart here
    };

    void place_initial() {
        const theme::DropCap cap = theme::drop_cap_of(setting_.reading);
        Initial& initial = content_.initial;
        initial.baseline = static_cast<float>(cap.lines - 1) * style_.line_height + strut_baseline_;
        initial.x = -cap.hang;
        shape_.indent = initial.width - cap.hang + cap.gap;
        shape_.indented_lines = cap.lines;
    }

    // The width of the current line.
    float room() const { return shape_.room(content_.lines.size()); }

    // The width that the current line may fill.
    float filled() const { return std::min(room(), balanced_); }

    // True if a word fits on the current line after what is there.
    bool fits(const Word& word) const {
        float width = word.width;
        if (word.count > 0) {
            width += content_.parts[word.first].lead;
            // An empty half at the end of a justified line stands outside.
            const Piece& last = content_.parts[word.first + word.count - 1];
            if (hangs_ideographs_) width -= half_of(last, hanging_.after(last));
        }
        return advance_ + width <= filled() + tolerance_;
    }

    // The empty halves of brackets, commas and full stops of ideographic text.
    float half_of(const Piece& piece, float hangs) const {
        return is_ideographic(content_, piece) && !setting_.centred_stops ? hangs : 0;
    }

    // Ends lines where they were planned.
    float run(const std::vector<PlannedEnd>& plan) {
        planned_ = true;
        std::size_t next = 0;
        for (std::uint32_t number = 0; number < content_.words.size(); ++number) {
            const Word& word = content_.words[number];
            if (next < plan.size() && plan[next].word == number && plan[next].division != 0) {
                next = add_divided_word(word, number, plan, next);
            } else {
                add_word(word);
            }
            if (word.forced_break) {
                end_line(LineEnd::forced);
            } else if (next < plan.size() && plan[next].word == number) {
                hyphen_ = plan[next].hyphen;
                end_line(LineEnd::soft);
                ++next;
            }
        }
        return end_text();
    }

    float end_text() {
        if (!line_.empty()) end_line(LineEnd::last);
        // A forced break at the end does not add a line, as in CSS.
        if (!content_.lines.empty()) content_.lines.back().end = LineEnd::last;
        return top_;
    }

    // Adds a word that continues on the next line. Returns the number of the next planned end.
    std::size_t add_divided_word(const Word& word, std::uint32_t number,
                                 const std::vector<PlannedEnd>& plan, std::size_t next) {
        add_gap();
        for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
            Piece piece = content_.parts[i];
            const std::uint32_t end = piece.end;
            for (; next < plan.size() && plan[next].word == number && plan[next].division != 0 &&
                   plan[next].part == i;
                 ++next) {
                piece.end = plan[next].division;
                piece.width = plan[next].before;
                add_piece(piece);
                hyphen_ = plan[next].hyphen;
                end_line(LineEnd::soft);
                piece.begin = plan[next].division;
                piece.end = end;
                piece.width = plan[next].after;
            }
            add_piece(piece);
        }
        end_word(word);
        return next;
    }

    float gap_width(const Word& word) {
        if (!preserve_) return word.gap;
        float x = advance_;
        for (std::uint32_t i = word.end; i < word.gap_end; ++i) {
            const char c = content_.text[i];
            if (c == ' ') x += word.gap;
            if (c == '\t') {
                const float stop = word.gap * tab_columns;
                x = stop > 0 ? (std::floor(x / stop + 0.001F) + 1) * stop : x;
            }
        }
        return x - advance_;
    }

    void add_piece(Piece piece) {
        const InlineElement& element = content_.elements[static_cast<std::size_t>(piece.element)];
        if (piece.picture && element.node->role == page::Role::formula) {
            ascent_ = std::max(ascent_, element.formula.ascent);
            descent_ = std::max(descent_, element.formula.descent);
        } else if (piece.picture) {
            const page::Node& node = *element.node;
            piece.width = std::min(piece.width, width_);
            const float height =
                piece.width * static_cast<float>(node.height) / static_cast<float>(node.width);
            height_ = std::max(height_, height);
        }
        if (line_.empty()) piece.lead = 0;
        if (piece.lead != 0) line_.back().width += piece.lead;
        line_.push_back({piece.width, piece.level, static_cast<int>(content_.pieces.size())});
        content_.pieces.push_back(piece);
        advance_ += piece.lead + piece.width;
    }

    void add_word(const Word& word) {
        add_gap();
        for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
            add_piece(content_.parts[i]);
        }
        end_word(word);
    }

    void end_word(const Word& word) {
        if (word.count > 0) content_.pieces.back().gap_element = word.gap_element;
        pending_gap_ = gap_width(word);
        pending_level_ = word.gap_level;
        if (word.count == 0 && preserve_) add_gap();
        // The gap affects the position of the next word, not whether this word fits.
        advance_ += pending_gap_;
    }

    // Spaces between words take part in bidirectional ordering.
    void add_gap() {
        if (pending_gap_ > 0) {
            line_.push_back({pending_gap_, pending_level_, -1});
            pending_gap_ = 0;
        }
    }

    // Splits a word that is wider than the line between letters, and with hyphens where it can be
    // divided.
    void add_long_word(const Word& word) {
        add_gap();
        std::vector<std::uint32_t> divisions;
        if (setting_.hyphenator) {
            divisions = division_points(content_, word, *setting_.hyphenator);
        }
        for (std::uint32_t p = word.first; p < word.first + word.count; ++p) {
            const Piece part = content_.parts[p];
            if (part.picture) {
                add_piece(part);
                continue;
            }
            const std::string_view text = content_.text_of(part);
            const FontId font = content_.elements[static_cast<std::size_t>(part.element)].font;
            const std::vector<std::size_t> ends = letter_ends(text);
            const auto longest_line =
                static_cast<std::size_t>(width_ /
                                         (setting_.measure.font(font).size * narrowest_letter)) +
                1;
            TextMeasure::Word hyphen{"-", font, 0};
            if (!divisions.empty()) setting_.measure.measure({&hyphen, 1});
            Piece piece = part;
            // Signs after a formula stay with it.
            const bool follows = p > word.first && content_.parts[p - 1].picture;
            std::size_t first = 0;  // first letter of the line
            std::size_t begin = 0;  // its byte offset in the part
            while (first < ends.size()) {
                // Measures prefixes, because kerning makes letters narrower together.
                std::vector<TextMeasure::Word> beginnings;
                for (std::size_t i = first; i < std::min(ends.size(), first + longest_line); ++i) {
                    beginnings.push_back({text.substr(begin, ends[i] - begin), font, 0});
                }
                setting_.measure.measure(beginnings);
                if (line_.empty() || first > 0) piece.lead = 0;
                const float left = room() + tolerance_ - advance_ - piece.lead;
                std::size_t count = 0;
                while (count < beginnings.size() && beginnings[count].width <= left) ++count;
                if (first + count < ends.size()) {
                    const FittingLetters letters{part.begin, std::span(ends).subspan(first, count),
                                                 std::span(beginnings).first(count)};
                    const std::size_t divided =
                        letters_before_point(letters, divisions, hyphen.width, left);
                    if (divided > 0) {
                        count = divided;
                        hyphen_ = hyphen.width;
                    }
                }
                // A single letter is wider than the line.
                if (hangs_ideographs_ && count > 1 && first + count < ends.size() &&
                    is_closing_sign(text[ends[first + count - 1]])) {
                    --count;
                }
                if (first == 0 && p == word.first && !line_.empty() && hyphen_ == 0) {
                    // An opening bracket stays with what it opens.
                    const bool is_whole = count == ends.size();
                    if (is_whole ? left - beginnings.back().width < 2 * style_.size
                                 : count < fewest_letters) {
                        count = 0;
                    }
                }
                if (count == 0 && (line_.empty() || (follows && first == 0))) count = 1;
                if (count > 0) {
                    piece.begin = part.begin + static_cast<std::uint32_t>(begin);
                    begin = ends[first + count - 1];
                    piece.end = part.begin + static_cast<std::uint32_t>(begin);
                    piece.width = beginnings[count - 1].width;
                    add_piece(piece);
                    first += count;
                }
                if (first < ends.size()) end_line(LineEnd::soft);
            }
        }
        content_.pieces.back().gap_element = word.gap_element;
        pending_gap_ = word.gap;
        pending_level_ = word.gap_level;
        advance_ += pending_gap_;
    }

    void end_line(LineEnd end) {
        Line line;
        line.end = end;
        line.indent = width_ - room();
        line.hyphen = hyphen_;
        line.top = top_;
        // Formulas make a line taller on both sides of its baseline, pictures only above.
        const float ascent = std::max(strut_baseline_, ascent_);
        const float height = ascent + std::max(style_.line_height - strut_baseline_, descent_);
        line.height = std::max(height, height_);
        line.baseline = line.height - height + ascent;
        line.first = first_piece_;
        line.count = static_cast<std::uint32_t>(content_.pieces.size()) - first_piece_;
        place_pieces(line);
        content_.lines.push_back(line);
        top_ += line.height;
        first_piece_ = static_cast<std::uint32_t>(content_.pieces.size());
        line_.clear();
        advance_ = 0;
        height_ = ascent_ = descent_ = 0;
        pending_gap_ = 0;
        hyphen_ = 0;
    }

    void place_pieces(Line& line) {
        for (const Item& item : line_) line.width += item.width;
        const float free = preserve_ ? 0 : std::max(0.0F, room() - line.width - line.hyphen);
        switch (style_.text_align) {
            case theme::TextAlign::start:
            case theme::TextAlign::justify: line.start = 0; break;
            case theme::TextAlign::center: line.start = free / 2; break;
            case theme::TextAlign::end: line.start = free; break;
        }
        if (planned_ && style_.text_align == theme::TextAlign::justify) {
            line.start = line.count > 0 ? -hanging_.before(content_.pieces[line.first]) : 0;
            stretch_spaces(line, room() - line.start + hang_after(line) - line.width - line.hyphen);
        } else if (hangs_ideographs_) {
            float end = 0;
            if (line.count > 0) {
                const Piece& first = content_.pieces[line.first];
                line.start = -half_of(first, hanging_.before(first));
                end = half_of(content_.pieces.back(), hang_after(line));
            }
            const float rest = std::max(0.0F, room() - line.start + end - line.width);
            if (line.end == LineEnd::soft && !spread(line, rest)) stretch_spaces(line, rest);
        }
        const float start = line.indent + line.start;
        float x = right_to_left_ ? width_ - start - line.width : start;
        bool mixed = false;
        for (const Item& item : line_) mixed = mixed || item.level != 0;
        std::vector<std::size_t> order;
        if (mixed) {
            std::vector<std::uint8_t> levels;
            for (const Item& item : line_) levels.push_back(item.level);
            order = visual_order(levels);
        }
        for (std::size_t i = 0; i < line_.size(); ++i) {
            const Item& item = line_[mixed ? order[i] : i];
            if (item.piece >= 0) content_.pieces[static_cast<std::size_t>(item.piece)].x = x;
            x += item.width + (item.piece < 0 ? line.stretch : 0);
        }
    }

    std::ptrdiff_t count_gaps() const {
        return std::count_if(line_.begin(), line_.end(),
                             [](const Item& item) { return item.piece < 0; });
    }

    // Makes spaces wider, or narrower also in a last line, and sets letters apart where spaces
    // alone would look bad. A line that would need wider spaces yet stays ragged.
    void stretch_spaces(Line& line, float free) {
        const auto gaps = static_cast<float>(count_gaps());
        if (line.end != LineEnd::soft) free = std::min(free, 0.0F);
        if (gaps == 0 && free < 0) set_apart(line, free, 0, 0);  // e.g. a part of an address
        if (gaps == 0 || free == 0) return;
        float spaces = 0;
        for (const Item& item : line_) spaces += item.piece < 0 ? item.width : 0;
        const float gap = spaces / gaps;
        const float size = style_.size;
        const float widest = (shape_.widest_space(gap, size) - gap + tolerance_) * gaps;
        const float loose = (std::max(loose_space * size, gap) - gap) * gaps;
        if (free > loose) free -= set_apart(line, free - loose, free - widest, gaps);
        const float tight = (std::min(tight_space * size, gap) - gap) * gaps;
        if (free < tight) free -= set_apart(line, free - tight, 0, gaps);
        if (free > widest) return;
        line.stretch = free / gaps;
        line.width += free;
    }

    // Sets the letters of a line apart, so that they take about `wanted` more, or less. Does
    // nothing if they cannot take `least`. Returns how much more they take.
    float set_apart(Line& line, float wanted, float least, float gaps) {
        add_widths(-1);
        const float more =
            set_letters_apart(content_, line, {wanted, least, style_.size, gaps}, setting_.measure);
        add_widths(1);
        line.width += more;
        return more;
    }

    // Adds the widths of its pieces to the items of the line. What is beside them is the space that
    // ideographs have.
    void add_widths(float sign) {
        for (Item& item : line_) {
            if (item.piece < 0) continue;
            item.width += sign * content_.pieces[static_cast<std::size_t>(item.piece)].width;
        }
    }

    // How far a planned line hangs out of the column at its end.
    float hang_after(const Line& line) const {
        if (!style_.hanging || line.count == 0) return 0;
        if (line.hyphen > 0) return Hanging::of_hyphen(line.hyphen);
        return hanging_.after(content_.pieces[line.first + line.count - 1]);
    }

    // Sets the ideographs of a line apart. Returns false if it has too few of them.
    bool spread(Line& line, float free) {
        if (!setting_.letters || free <= 0) return false;
        int count = 0;
        const Piece* last = nullptr;
        for (Item& item : line_) {
            if (item.level != 0) return false;
            // The text layer has a space in the span of what is before it.
            const bool is_gap = item.piece < 0;
            if (!is_gap) last = &content_.pieces[static_cast<std::size_t>(item.piece)];
            item.spreads = last && is_ideographic(content_, *last) &&
                           (!is_gap || last->gap_element == last->element);
            count += item.spreads ? 1 : 0;
        }
        if (count > 0 && line_.back().spreads) --count;
        const float space = count > 0 ? free / static_cast<float>(count) : style_.size;
        if (space > max_spread * style_.size) return false;
        for (Item& item : line_) item.width += item.spreads ? space : 0;
        if (line_.back().spreads) line_.back().width -= space;
        line.spread = space;
        line.width += free;
        return true;
    }

    InlineContent& content_;
    const theme::Computed& style_;
    const float width_;
    const bool right_to_left_;
    const bool preserve_;
    const float tolerance_;
    const Setting& setting_;
    const Hanging hanging_;
    LineShape shape_;
    float balanced_ = std::numeric_limits<float>::max();  // the width that balanced lines fill
    float strut_baseline_ = 0;
    std::vector<Item> line_;
    float advance_ = 0;  // including the gap after the last word
    float height_ = 0;   // of the tallest picture in the line
    float ascent_ = 0;   // of its formulas
    float descent_ = 0;
    float top_ = 0;
    float pending_gap_ = 0;
    std::uint8_t pending_level_ = 0;
    std::uint32_t first_piece_ = 0;
    bool planned_ = false;
    bool hangs_ideographs_ = false;
    float hyphen_ = 0;  // width of the hyphen at the end of the current line
};

}  // namespace

float break_lines(InlineContent& content, const theme::Computed& style, float width,
                  bool right_to_left, const Setting& setting) {
    return Breaker(content, style, width, right_to_left, setting).run();
}

}  // namespace broadsheet::layout
