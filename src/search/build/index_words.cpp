#include "search/build/index_words.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "search/format/printable_numbers.h"
#include "search/format/ranking.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t word_file_size = 14'000;
// In smaller indexes, common words still distinguish documents.
constexpr std::size_t min_documents_for_common = 1'000;
constexpr std::size_t max_popular = 300;
constexpr std::size_t shortest_word = 3;  // minimum length of words for corrections

bool can_be_mistaken(std::string_view key) {
    return key.size() >= shortest_word &&
           key.find_first_of("0123456789+#.:_|/") == std::string_view::npos;
}

struct CountedWord {
    std::string_view key;
    std::uint32_t documents = 0;
};

std::vector<CountedWord> words_of(const JoinedTerms& terms) {
    std::vector<CountedWord> words;
    for (const JoinedTerms::Term& term : terms.terms()) {
        if (!can_be_mistaken(term.key)) continue;
        if (words.empty() || words.back().key != term.key) words.push_back({term.key, 0});
        words.back().documents += term.documents;
    }
    return words;
}

std::string popular_of(std::vector<CountedWord> words) {
    const auto order = [](const CountedWord& left, const CountedWord& right) {
        return left.documents != right.documents ? left.documents > right.documents
                                                 : left.key < right.key;
    };
    const std::size_t count = std::min(words.size(), max_popular);
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                      words.end(), order);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count; ++i) keys.emplace_back(words[i].key);
    return join_front_coded(keys);
}

}  // namespace

std::string find_common(const JoinedTerms& terms, std::size_t documents) {
    std::string common;
    if (documents < min_documents_for_common) return common;
    const bool with_positions = documents <= max_documents_with_all_words;
    std::string_view last;
    for (std::size_t i = 0; i < terms.terms().size(); ++i) {
        const JoinedTerms::Term& term = terms.terms()[i];
        if (term.documents <= documents / 2 || is_filter_term(term.term)) continue;
        for (SegmentTerms::Term* part : terms.parts(i)) {
            if (part && !with_positions) part->positions = 0;
        }
        append_front_coded(common, last, term.term);
        last = term.term;
    }
    return common;
}

IndexWords write_words(const JoinedTerms& terms, std::size_t documents, IndexOutput& out) {
    // In a large site, a word that occurs once is more likely a mistake than the intended word.
    const std::uint32_t min_documents = documents > 2'000 ? 3 : 1;
    std::vector<CountedWord> words = words_of(terms);
    std::erase_if(words, [&](const CountedWord& word) { return word.documents < min_documents; });
    IndexWords made;
    std::vector<std::pair<std::string, const CountedWord*>> order;
    order.reserve(words.size());
    for (const CountedWord& word : words) {
        std::size_t first_end = 0;
        strings::next_code_point(word.key, first_end);
        order.emplace_back(
            word_group(word.key.substr(0, first_end), strings::code_points(word.key).size()),
            &word);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<std::string> fields(2);
    std::string_view last;
    std::string_view group;
    const auto close = [&] {
        made.files.files.push_back(out.add(Family::words, write_strings(fields)));
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
