// How results are ordered: every number that decides it.
//
// A document's score for a word is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to
// multiple weighted fields", CIKM 2004; saturation and inverse document frequency as in Robertson
// and Zaragoza: "The Probabilistic Relevance Framework", 2009):
//     tf = Σ over fields of weight · count / (1 − b + b · length / average length)
//     score = idf · tf · (k1 + 1) / (k1 + tf),   idf = ln(1 + (N − n + 0.5) / (n + 0.5))
// The index holds `tf` as one of 48 steps ("impact", after Anh and Moffat: "Pruned query evaluation
// using pre-computed impacts", SIGIR 2006), so that no lengths have to be fetched. Words that only
// resemble the one asked for count less. What stands close together counts more (the closest pair,
// after Rasolofo and Savoy: "Term proximity scoring", ECIR 2003). Newer documents win among equals.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace broadsheet::search {

enum class Field : std::uint8_t { title, heading, tag, author, body, count_ };
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::count_);

struct FieldWeight {
    float weight = 1;
    float length_share = 0.75F;  // b: how far long fields are discounted
};
inline constexpr std::array<FieldWeight, field_count> field_weights = {{
    {9.0F, 0.6F},   // title
    {2.5F, 0.5F},   // heading
    {3.0F, 0.5F},   // tag, category
    {3.0F, 0.3F},   // author
    {1.0F, 0.75F},  // body
}};
inline constexpr float saturation = 1.6F;  // k1

// Impacts: step s stands for the frequency `impact_base` · 2^(s / impact_steps).
inline constexpr float impact_base = 0.1F;
inline constexpr int impact_steps = 3;  // to a doubling
inline constexpr std::uint32_t impact_count = 48;
std::uint32_t impact_of(float frequency);
float frequency_of(std::uint32_t impact);

// What a term that is not the very word asked for is worth.
inline constexpr float other_diacritics = 0.9F;
inline constexpr float same_stem = 0.8F;
inline constexpr float completion = 0.5F;  // of the word being typed
inline constexpr float parts_of_compound = 0.7F;
inline constexpr float one_mistake = 0.6F;
inline constexpr float two_mistakes = 0.4F;

inline constexpr float closeness = 0.1F;  // bonus for words side by side; falls with their distance
inline constexpr float recency = 0.08F;   // bonus of the newest over the oldest
// Where no document has all words, one with a share s of them keeps s² of its score.

// Limits on the work that one query may cause.
inline constexpr std::size_t longest_query = 400;     // bytes looked at
inline constexpr std::size_t most_words = 12;         // of a query
inline constexpr std::size_t most_expansions = 24;    // terms that one word stands for
inline constexpr std::size_t closeness_checked = 64;  // best documents looked at again
// Of positions, fetched for closeness alone. Words that need more are no better for it.
inline constexpr std::size_t most_closeness_bytes = 8'000;

}  // namespace broadsheet::search
