#include "search/query/corrections.h"

#include <algorithm>

#include "strings/edit_distance.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t letters_for_one = 4;
constexpr std::size_t letters_for_two = 8;
constexpr std::size_t few_files = 12;

}  // namespace

std::vector<Correction> corrections_of(std::string_view key, IndexCache& cache, const Root& root) {
    const std::u32string wanted = strings::code_points(key);
    std::vector<Correction> found;
    if (wanted.size() < letters_for_one || root.word_files.empty()) return found;
    const auto look_in = [&](std::size_t first, std::size_t last, std::size_t limit) {
        for (std::size_t number = first; number <= last; ++number) {
            const std::vector<Word>* words = cache.words(root.word_files[number].name);
            if (!words) continue;
            for (const Word& word : *words) {
                const std::size_t distance =
                    strings::edit_distance(wanted, strings::code_points(word.key), limit);
                if (distance <= limit) found.push_back({word.key, distance, word.weight});
            }
        }
    };
    // Searches words that begin with the letter and have about the same length.
    const auto look_at = [&](char32_t letter, std::size_t limit) {
        std::string first;
        strings::append_utf8(first, letter);
        look_in(file_of(root.word_files, word_group(first, wanted.size() - limit)),
                file_of(root.word_files, word_group(first, wanted.size() + limit)), limit);
    };
    // The most likely words are searched first. If some are found, they are better than all others,
    // so other files are not fetched. Only after the files have arrived is it known that nothing
    // was found.
    const auto goes_on = [&] { return found.empty() && !cache.wants_some(); };
    const std::size_t max_distance = wanted.size() < letters_for_two ? 1 : 2;
    for (const char32_t letter : {wanted[0], wanted[1]}) {
        for (std::size_t limit = 1; limit <= max_distance && goes_on(); ++limit)
            look_at(letter, limit);
    }
    if (goes_on() && root.word_files.size() <= few_files) {
        look_in(0, root.word_files.size() - 1, max_distance);
    }
    std::sort(found.begin(), found.end(), [](const Correction& a, const Correction& b) {
        if (a.distance != b.distance) return a.distance < b.distance;
        return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
    });
    return found;
}

}  // namespace broadsheet::search
