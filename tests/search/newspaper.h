// Thousands of articles whose word frequencies resemble those of a language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/small_index.h"

namespace broadsheet::tests {

class Random {
  public:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33U) % limit;
    }

  private:
    std::uint64_t state_ = 1;
};

inline std::string word(std::uint32_t number) {
    std::string out;
    for (number += 26; number > 0; number /= 26) out += static_cast<char>('a' + number % 26);
    return out;
}

// Generates articles of three paragraphs with some frequent words and many rare ones.
inline std::vector<Document> newspaper(int count) {
    Random random;
    std::vector<Document> documents;
    for (int i = 0; i < count; ++i) {
        std::string body;
        for (int paragraph = 0; paragraph < 3; ++paragraph) {
            if (paragraph > 0) body += search::block_end;
            for (int j = 0; j < 40; ++j) {
                body += word(random.below(1U + random.below(4'000))) + " ";
            }
        }
        documents.push_back(document("story " + std::to_string(i), body, 0));
        documents.back().date =
            model::Date{model::day_from_epoch(20'000 + i / 20), 1 + i % 20, 0, 0, 0};
    }
    return documents;
}

}  // namespace broadsheet::tests
