#include "layout/paragraph_breaks.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace broadsheet::layout {

namespace {

using Kind = ParagraphItem::Kind;

constexpr std::int32_t infinite_badness = 10000;
constexpr std::int64_t awful = std::int64_t{1} << 62U;  // demerits that no paragraph reaches

// How tight a line is. Neighbours should differ by at most one class.
enum Fitness : std::uint8_t { very_loose, loose, decent, tight };
constexpr std::size_t fitness_classes = 4;

// Lengths of a run of items. 64 bits, so that hostile paragraphs do not overflow.
struct Sums {
    std::int64_t width = 0;
    std::int64_t stretch = 0;
    std::int64_t shrink = 0;
    std::int64_t fills = 0;
    std::int64_t spaces = 0;  // glue between words
    std::int64_t letters = 0;

    void add(const ParagraphItem& item) {
        if (item.kind != Kind::box && item.kind != Kind::glue) return;
        width += item.width;
        letters += item.letters;
        if (item.kind == Kind::box) return;
        stretch += item.stretch;
        shrink += item.shrink;
        fills += item.fills ? 1 : 0;
        spaces += item.fills ? 0 : 1;
    }
};

// A place where a line can begin, and the best way there.
struct Start {
    Sums before;  // everything up to the first item of the line
    std::uint32_t item = 0;
    int from = -1;          // the start of the line before; −1: none
    std::int32_t line = 0;  // the number of lines before
    std::int64_t demerits = 0;
    std::int32_t hang = 0;  // how far the line hangs out of the column at its beginning
    Fitness fitness = decent;
    bool hyphenated = false;
    bool lost = false;         // the line before is the last one, and it looks lost
    std::uint8_t hyphens = 0;  // lines in a row before this one that end with hyphens, at most 2
};

// A break that is being considered.
struct Place {
    std::uint32_t item = 0;
    std::int32_t penalty = 0;
    std::int32_t hyphen_width = 0;
    bool hyphenated = false;
    bool last = false;  // the end of the paragraph
};

class Paragraph {
  public:
    Paragraph(std::span<const ParagraphItem> items, std::int32_t width,
              const ParagraphParameters& parameters)
        : items_(items.begin(), items.end()), width_(width), parameters_(parameters) {
        count_ = static_cast<std::uint32_t>(items_.size());
        if (!items_.empty() && items_.back().kind == Kind::glue) items_.pop_back();
        ParagraphItem forbidden;
        forbidden.kind = Kind::penalty;
        forbidden.penalty = infinite_penalty;
        items_.push_back(forbidden);
        ParagraphItem rest;
        rest.kind = Kind::glue;
        rest.fills = true;
        items_.push_back(rest);
    }

    ParagraphBreaks run() {
        ParagraphBreaks breaks;
        if (count_ == 0) return breaks;
        extra_stretch_ = parameters_.line_stretch;
        breaks.pass = find();
        const Start& chosen = starts_[static_cast<std::size_t>(chosen_)];
        breaks.demerits = chosen.demerits;
        for (int at = chosen_; at > 0; at = starts_[static_cast<std::size_t>(at)].from) {
            breaks.ends.push_back(starts_[static_cast<std::size_t>(at)].item);
        }
        std::reverse(breaks.ends.begin(), breaks.ends.end());
        breaks.ends.back() = count_;
        return breaks;
    }

  private:
    // Tries the passes. Returns the number of the last one.
    int find() {
        const std::int32_t tolerance = parameters_.tolerance;
        const bool ragged = parameters_.ragged_demerits > 0;
        const bool third = parameters_.emergency_stretch > 0 || ragged;
        const std::int32_t pretolerance = parameters_.pretolerance;
        if (pretolerance >= 0 && try_pass({pretolerance, false, false, false})) return 1;
        if (try_pass({tolerance, true, !third, false}) || !third) return 2;
        extra_stretch_ += parameters_.emergency_stretch;
        try_pass({ragged ? infinite_badness : tolerance, true, true, ragged});
        return 3;
    }

    struct Pass {
        std::int32_t tolerance;
        bool hyphens;
        bool last;
        bool ragged;  // lines that are not good enough are not stretched
    };

    // The best way to a place for each fitness class, among starts with as many lines before them.
    struct Best {
        std::array<std::int64_t, fitness_classes> demerits{awful, awful, awful, awful};
        std::array<int, fitness_classes> from{};
        std::int64_t least = awful;
    };

    bool exists(const ParagraphItem& item) const {
        return item.kind != Kind::hyphen || pass_.hyphens || item.width == 0;
    }

    // Returns true if good breaks were found. The last pass always finds some.
    bool try_pass(const Pass& pass) {
        pass_ = pass;
        pass_.tolerance = std::min(pass.tolerance, infinite_badness);
        starts_.assign(1, Start{});
        starts_.front().hang = parameters_.first_hang;
        active_.assign(1, 0);
        sums_ = {};
        bool after_box = false;
        for (std::uint32_t i = 0; i < items_.size() && !active_.empty(); ++i) {
            const ParagraphItem& item = items_[i];
            if (!exists(item)) continue;
            if (item.kind == Kind::glue && after_box) consider({i, 0, 0, false, false});
            if (item.kind == Kind::penalty) consider({i, item.penalty, 0, false, false});
            if (item.kind == Kind::hyphen) consider({i, item.penalty, item.width, true, false});
            sums_.add(item);
            after_box = item.kind == Kind::box || item.kind == Kind::hyphen;
        }
        if (active_.empty()) return false;
        consider({static_cast<std::uint32_t>(items_.size()), -infinite_penalty, 0, true, true});
        return !active_.empty() && choose();
    }

    // Chooses the end with the fewest demerits, or the one with the wanted number of lines.
    bool choose() {
        const auto demerits = [&](int start) {
            return starts_[static_cast<std::size_t>(start)].demerits;
        };
        const auto line = [&](int start) { return starts_[static_cast<std::size_t>(start)].line; };
        chosen_ = active_.front();
        for (const int start : active_) {
            if (demerits(start) < demerits(chosen_)) chosen_ = start;
        }
        const std::int32_t wanted = parameters_.looseness;
        if (wanted == 0) {
            return pass_.last || parameters_.letter_badness == 0 ||
                   !starts_[static_cast<std::size_t>(chosen_)].lost;
        }
        const std::int32_t best_line = line(chosen_);
        std::int32_t reached = 0;
        for (const int start : active_) {
            const std::int32_t more = line(start) - best_line;
            const bool nearer =
                (more < reached && wanted <= more) || (more > reached && wanted >= more);
            if (!nearer && (more != reached || demerits(start) >= demerits(chosen_))) continue;
            chosen_ = start;
            reached = more;
        }
        return reached == wanted || pass_.last;
    }

    // Decides which starts can reach `place`, and makes it a start.
    void consider(Place place) {
        if (place.penalty >= infinite_penalty) return;
        place.penalty = std::max(place.penalty, -infinite_penalty);
        kept_.clear();
        Best best;
        std::int32_t kind = 0;
        for (std::size_t i = 0; i < active_.size(); ++i) {
            const int number = active_[i];
            const std::int32_t own_kind = kind_of(starts_[static_cast<std::size_t>(number)].line);
            if (own_kind != kind) {
                add_starts(place, best);
                kind = own_kind;
            }
            const bool alone = best.least == awful && i + 1 == active_.size() && kept_.empty();
            if (reach(number, place, alone, best)) kept_.push_back(number);
        }
        add_starts(place, best);
        if (kept_.size() > max_line_starts) {
            kept_.erase(kept_.begin(), kept_.end() - max_line_starts);
        }
        active_.swap(kept_);
    }

    // Starts of one kind differ only in what they cost. The number of lines before them matters if
    // more or fewer are wanted, and while lines are indented.
    std::int32_t kind_of(std::int32_t lines) const {
        return parameters_.looseness != 0 ? lines : std::min(lines, parameters_.indented_lines);
    }

    // Records the line from a start to `place` if it is good enough. Returns whether the start can
    // also reach later places. `alone`: no other start is left.
    bool reach(int number, const Place& place, bool alone, Best& best) const {
        const Start& start = starts_[static_cast<std::size_t>(number)];
        Fitness fitness = decent;
        const std::int32_t badness = fit(start, place, fitness);
        const bool stays = badness <= infinite_badness && place.penalty > -infinite_penalty;
        // If nothing else is left in the last pass, the line is taken as it is.
        const bool forced = !stays && pass_.last && alone;
        if (!forced && badness > pass_.tolerance) return stays;
        if (parameters_.third_hyphen_demerits > 0 && !pass_.last && is_third_hyphen(start, place)) {
            return stays;
        }
        std::int64_t demerits = start.demerits;
        if (!forced) demerits += line_demerits(start, place, badness, fitness);
        if (demerits <= best.demerits[fitness]) {
            best.demerits[fitness] = demerits;
            best.from[fitness] = number;
            best.least = std::min(best.least, demerits);
        }
        return stays;
    }

    // The badness of a line, more than infinite if it is too wide.
    std::int32_t fit(const Start& start, const Place& place, Fitness& fitness) const {
        // Beyond these, TeX does not multiply, because its numbers have 32 bits.
        constexpr std::int64_t much = 7230584;
        constexpr std::int64_t little = 1663497;
        const std::int64_t free =
            room(start, place) - (sums_.width - start.before.width + place.hyphen_width);
        if (free > 0) {
            if (sums_.fills != start.before.fills) return 0;
            const std::int64_t stretch = sums_.stretch - start.before.stretch + extra_stretch_;
            const std::int32_t badness =
                free > much && stretch < little ? infinite_badness : line_badness(free, stretch);
            if (badness > 12) fitness = badness > 99 ? very_loose : loose;
            return pass_.ragged && badness > parameters_.tolerance ? set_apart(start, free, stretch)
                                                                   : badness;
        }
        const std::int64_t shrink = sums_.shrink - start.before.shrink;
        const std::int32_t badness =
            -free > shrink ? set_closer(start, -free - shrink) : line_badness(-free, shrink);
        if (badness > 12) fitness = tight;
        return badness;
    }

    std::int64_t letters_since(const Start& start) const {
        return parameters_.letter_badness > 0 ? sums_.letters - start.before.letters : 0;
    }

    // The badness of a line that its spaces do not fill. Infinite if its letters do not help.
    std::int32_t set_apart(const Start& start, std::int64_t free, std::int64_t stretch) const {
        const std::int64_t letters = letters_since(start);
        for (int steps = 1; steps <= most_steps_apart && letters > 0; ++steps) {
            const std::int64_t rest = std::max<std::int64_t>(0, free - letters * steps);
            const std::int32_t badness = line_badness(rest, stretch);
            if (badness <= parameters_.tolerance) return parameters_.letter_badness * steps;
        }
        return infinite_badness;
    }

    // The badness of a line that is too wide by `excess`, more than infinite if it cannot be set.
    std::int32_t set_closer(const Start& start, std::int64_t excess) const {
        const std::int64_t letters = pass_.ragged ? letters_since(start) : 0;
        for (int steps = 1; steps <= most_steps_closer; ++steps) {
            if (excess <= letters * steps) return parameters_.letter_badness * steps;
        }
        return infinite_badness + 1;
    }

    // The width of the line between them.
    std::int64_t room(const Start& start, const Place& place) const {
        const std::int32_t hang = place.item < items_.size() ? items_[place.item].hang_before : 0;
        const bool indented = start.line < parameters_.indented_lines;
        return width_ - (indented ? parameters_.indent : 0) + start.hang + hang;
    }

    std::int64_t line_demerits(const Start& start, const Place& place, std::int32_t badness,
                               Fitness fitness) const {
        std::int64_t demerits = parameters_.line_penalty + badness;
        demerits = std::abs(demerits) >= 10000 ? 100000000 : demerits * demerits;
        if (pass_.ragged && badness == infinite_badness) demerits = ragged_demerits(start, place);
        if (place.penalty > 0) demerits += place.penalty * place.penalty;
        if (place.penalty < 0 && place.penalty > -infinite_penalty) {
            demerits -= place.penalty * place.penalty;
        }
        if (place.hyphenated && start.hyphenated) {
            demerits +=
                place.last ? parameters_.final_hyphen_demerits : parameters_.double_hyphen_demerits;
        }
        if (is_third_hyphen(start, place)) demerits += parameters_.third_hyphen_demerits;
        if (is_lost(start, place)) demerits += parameters_.short_last_demerits;
        if (std::abs(static_cast<int>(fitness) - static_cast<int>(start.fitness)) > 1) {
            demerits += parameters_.adjacent_demerits;
        }
        return demerits;
    }

    // Grows so fast that two lines that are slightly ragged are better than one that is half empty.
    std::int64_t ragged_demerits(const Start& start, const Place& place) const {
        const std::int64_t free = width_ - (sums_.width - start.before.width);
        const std::int64_t percent =
            width_ > 0 ? std::clamp<std::int64_t>(free * 100 / width_, 0, 100) : 0;
        const std::int64_t price = parameters_.ragged_demerits;
        const std::int64_t square = percent * percent;
        return price + price / 400 * square / 400 * square + (place.hyphen_width > 0 ? price : 0);
    }

    static bool is_third_hyphen(const Start& start, const Place& place) {
        return place.hyphenated && !place.last && start.hyphens >= 2;
    }

    // True for a last line, from `start` on, that looks lost.
    bool is_lost(const Start& start, const Place& place) const {
        return place.last && start.from >= 0 && parameters_.short_last_demerits > 0 &&
               (sums_.spaces == start.before.spaces ||
                sums_.width - start.before.width < parameters_.shortest_last_line);
    }

    // Makes `place` a start for each fitness class that is not much worse than the best one.
    void add_starts(const Place& place, Best& best) {
        if (best.least == awful) return;
        const std::int64_t limit = best.least + std::abs(parameters_.adjacent_demerits);
        for (std::size_t fitness = 0; fitness < fitness_classes; ++fitness) {
            if (best.demerits[fitness] > limit) continue;
            Start start;
            start.before = beginning_after(place);
            start.item = place.item;
            start.hang = place.item < items_.size() ? items_[place.item].hang_after : 0;
            start.from = best.from[fitness];
            start.line = starts_[static_cast<std::size_t>(start.from)].line + 1;
            start.demerits = best.demerits[fitness];
            start.fitness = static_cast<Fitness>(fitness);
            start.hyphenated = place.hyphenated;
            start.lost = is_lost(starts_[static_cast<std::size_t>(start.from)], place);
            if (place.hyphenated) {
                const std::uint8_t before = starts_[static_cast<std::size_t>(start.from)].hyphens;
                start.hyphens = static_cast<std::uint8_t>(std::min(before + 1, 2));
            }
            kept_.push_back(static_cast<int>(starts_.size()));
            starts_.push_back(start);
        }
        best = {};
    }

    // Glue and penalties vanish after a break.
    Sums beginning_after(const Place& place) const {
        Sums sums = sums_;
        for (std::size_t i = place.item + (place.hyphenated ? 1U : 0U); i < items_.size(); ++i) {
            const ParagraphItem& item = items_[i];
            if (!exists(item)) continue;
            if (item.kind == Kind::box || item.kind == Kind::hyphen) break;
            sums.add(item);
        }
        return sums;
    }

    std::vector<ParagraphItem> items_;
    std::uint32_t count_ = 0;  // of the caller's items
    const std::int64_t width_;
    const ParagraphParameters parameters_;
    Pass pass_{};
    std::int64_t extra_stretch_ = 0;  // of each line
    Sums sums_;                       // of all items before the current one
    std::vector<Start> starts_;
    // Numbers of starts that can reach the current item, in the order of their lines.
    std::vector<int> active_;
    std::vector<int> kept_;
    int chosen_ = 0;
};

}  // namespace

std::int32_t line_badness(std::int64_t wanted, std::int64_t available) {
    if (wanted == 0) return 0;
    if (available <= 0) return infinite_badness;
    std::int64_t ratio = wanted;
    if (wanted <= 7230584) {
        ratio = wanted * 297 / available;
    } else if (available >= 1663497) {
        ratio = wanted / (available / 297);
    }
    if (ratio > 1290) return infinite_badness;
    return static_cast<std::int32_t>((ratio * ratio * ratio + 131072) / 262144);
}

ParagraphBreaks break_paragraph(std::span<const ParagraphItem> items, std::int32_t width,
                                const ParagraphParameters& parameters) {
    return Paragraph(items, width, parameters).run();
}

}  // namespace broadsheet::layout
