#include "search/query/excerpt.h"

#include <algorithm>
#include <vector>

#include "search/answer/answer.h"
#include "search/words/tokens.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::string_view ellipsis = "…";

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;
};

std::vector<Place> places_in(std::string_view text, const Marks& marks) {
    std::vector<Place> places;
    tokenise(text, [&](const Token& token) {
        std::string key = fold(token.term);
        const bool begun = !marks.beginning.empty() && key.starts_with(marks.beginning);
        if (!begun && marks.keys.count(key) == 0) return;
        if (!places.empty() && token.begin < places.back().end) {
            // Parts of a compound, and overlapping pairs, are marked together.
            places.back().end = std::max(places.back().end, token.end);
            return;
        }
        places.push_back({token.begin, token.end, std::move(key)});
    });
    return places;
}

std::string marked(std::string_view text, std::size_t begin, std::size_t end,
                   const std::vector<Place>& places) {
    std::string out;
    std::size_t at = begin;
    for (const Place& place : places) {
        if (place.begin < at || place.end > end) continue;
        out += text.substr(at, place.begin - at);
        out += mark_begin;
        out += text.substr(place.begin, place.end - place.begin);
        out += mark_end;
        at = place.end;
    }
    out += text.substr(at, end - at);
    return out;
}

// The beginning of the next word or, in scripts without spaces, of the next character.
std::size_t word_begin(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return std::min(at, text.size());
    const std::size_t space = text.find(' ', at - 1);
    if (space != std::string_view::npos && space < at + 30) return space + 1;
    while (at < text.size() && strings::is_continuation(text[at])) ++at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    const std::size_t space = text.rfind(' ', at);
    if (space != std::string_view::npos && space + 30 > at) return space;
    return strings::code_point_begin(text, at);
}

}  // namespace

std::string mark(std::string_view text, const Marks& marks) {
    return marked(text, 0, text.size(), places_in(text, marks));
}

std::string excerpt(std::string_view text, const Marks& marks, std::size_t size) {
    const std::vector<Place> places = places_in(text, marks);
    if (text.size() <= size) return marked(text, 0, text.size(), places);
    std::size_t best = 0;
    std::size_t best_words = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::set<std::string_view> words;
        std::size_t count = 0;
        for (std::size_t j = i;
             j < places.size() && places[j].end <= places[i].begin + size * 3 / 4; ++j) {
            words.insert(places[j].key);
            ++count;
        }
        // Different words count more than repetitions.
        const std::size_t worth = words.size() * 8 + std::min(count, std::size_t{7});
        if (worth > best_words) {
            best_words = worth;
            best = places[i].begin;
        }
    }
    std::size_t begin = best > size / 4 ? word_begin(text, best - size / 4) : 0;
    begin = std::min(begin, best);
    std::size_t end = word_end(text, begin + size);
    if (end == text.size() && text.size() > size) {
        begin = std::min(word_begin(text, text.size() - size), best);
    }
    end = std::max(end, begin);
    std::string out;
    if (begin > 0) out += ellipsis;
    out += marked(text, begin, end, places);
    if (end < text.size()) out += ellipsis;
    return out;
}

}  // namespace broadsheet::search
