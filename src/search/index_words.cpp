#include "search/index_words.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

#include "model/utf8.h"
#include "search/packing.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t word_file_size = 14'000;
// Below this, words that stand nearly everywhere still tell documents apart.
constexpr std::size_t least_documents_for_common = 1'000;
constexpr std::size_t most_popular = 300;
constexpr std::size_t shortest_word = 3;  // that mistakes are looked for in

// Calls with each term of any segment, in order, and all that it is there.
void for_each_term(std::vector<SegmentTerms>& segments,
                   const std::function<void(const std::vector<SegmentTerms::Term*>&)>& call) {
    std::vector<std::size_t> next(segments.size(), 0);
    const auto precedes = [](const SegmentTerms::Term& left, const SegmentTerms::Term& right) {
        return left.key != right.key ? left.key < right.key : left.term < right.term;
    };
    for (;;) {
        std::vector<SegmentTerms::Term*> same;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            if (next[i] == segments[i].terms().size()) continue;
            SegmentTerms::Term& term = segments[i].terms()[next[i]];
            if (!same.empty() && precedes(term, *same.front())) same.clear();
            if (same.empty() || term.term == same.front()->term) same.push_back(&term);
        }
        if (same.empty()) return;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            auto& terms = segments[i].terms();
            if (next[i] < terms.size() && terms[next[i]].term == same.front()->term) ++next[i];
        }
        call(same);
    }
}

bool can_be_mistaken(std::string_view key) {
    return key.size() >= shortest_word &&
           key.find_first_of("0123456789+#.:_|/") == std::string_view::npos;
}

struct CountedWord {
    std::string_view key;
    std::uint32_t documents = 0;
};

std::vector<CountedWord> words_of(std::vector<SegmentTerms>& segments) {
    std::vector<CountedWord> words;
    for_each_term(segments, [&](const std::vector<SegmentTerms::Term*>& same) {
        const std::string_view key = same.front()->key;
        if (!can_be_mistaken(key)) return;
        if (words.empty() || words.back().key != key) words.push_back({key, 0});
        for (const SegmentTerms::Term* term : same) words.back().documents += term->documents;
    });
    return words;
}

std::string popular_of(std::vector<CountedWord> words) {
    const auto order = [](const CountedWord& left, const CountedWord& right) {
        return left.documents != right.documents ? left.documents > right.documents
                                                 : left.key < right.key;
    };
    const std::size_t count = std::min(words.size(), most_popular);
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                      words.end(), order);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count; ++i) keys.emplace_back(words[i].key);
    return join_front_coded(keys);
}

}  // namespace

std::string find_common(std::vector<SegmentTerms>& segments, std::size_t documents) {
    std::string common;
    if (documents < least_documents_for_common) return common;
    std::string_view last;
    for_each_term(segments, [&](const std::vector<SegmentTerms::Term*>& same) {
        std::size_t sum = 0;
        for (const SegmentTerms::Term* term : same) sum += term->documents;
        if (sum <= documents / 2 || same.front()->is_filter()) return;
        for (SegmentTerms::Term* term : same) term->is_common = true;
        append_front_coded(common, last, same.front()->term);
        last = same.front()->term;
    });
    return common;
}

IndexWords write_words(std::vector<SegmentTerms>& segments, std::size_t documents) {
    // What stands once in a large site is more often a mistake than the word meant.
    const std::uint32_t least = documents > 2'000 ? 3 : 1;
    std::vector<CountedWord> words = words_of(segments);
    std::erase_if(words, [&](const CountedWord& word) { return word.documents < least; });
    IndexWords made;
    std::vector<std::pair<std::string, const CountedWord*>> order;
    order.reserve(words.size());
    for (const CountedWord& word : words) {
        std::size_t first_end = 0;
        model::next_code_point(word.key, first_end);
        order.emplace_back(
            word_group(word.key.substr(0, first_end), model::code_points(word.key).size()), &word);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<std::string> fields(2);
    std::string_view last;
    std::string_view group;
    const auto close = [&] {
        made.files.files.push_back(named(Family::words, write_strings(fields)));
        fields.assign(2, "");
        last = {};
    };
    for (const auto& [own_group, word] : order) {
        if (fields[0].size() > word_file_size && own_group != group) close();
        if (last.empty()) made.files.first.push_back(own_group);
        append_front_coded(fields[0], last, word->key);
        std::uint32_t weight = 0;
        while (word->documents >> weight > 1) ++weight;
        append_packed(fields[1], weight);
        last = word->key;
        group = own_group;
    }
    if (!last.empty()) close();
    made.popular = popular_of(std::move(words));
    return made;
}

}  // namespace broadsheet::search
