// The ranking of results, with all of its parameters.
//
// A document's score for a word is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to
// multiple weighted fields", CIKM 2004; saturation and inverse document frequency as in Robertson
// and Zaragoza: "The Probabilistic Relevance Framework", 2009):
//     tf = Σ over fields of weight · count / (1 − b + b · length / average length)
//     score = idf · tf · (k1 + 1) / (k1 + tf),   idf = ln(1 + (N − n + 0.5) / (n + 0.5))
// The index stores `tf` as one of 34 steps ("impact", after Anh and Moffat: "Pruned query
// evaluation using pre-computed impacts", SIGIR 2006), so field lengths need not be fetched. Words
// that only resemble the query's word have lower weights. Documents in which the words are close
// together get a bonus (the closest pair, after Rasolofo and Savoy: "Term proximity scoring", ECIR
// 2003). Among equals, newer documents rank higher.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace broadsheet::search {

// The indexed fields of a document.
enum class Field : std::uint8_t { title, heading, tag, author, body, count_ };
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::count_);

// The ranking parameters of a field.
struct FieldWeight {
    float weight = 1;
    float length_share = 0.75F;  // b: the strength of length normalisation
};
inline constexpr std::array<FieldWeight, field_count> field_weights = {{
    {9.0F, 0.8F},   // title
    {2.5F, 0.5F},   // heading
    {3.0F, 0.5F},   // tag, category
    {3.0F, 0.3F},   // author
    {1.0F, 0.75F},  // body
}};
inline constexpr float saturation = 1.6F;  // k1

// Impacts: step s represents the frequency `impact_base` · 2^(s / impact_steps), for s below
// `impact_levels`. An impact of `impact_levels` or more has the level s − `impact_levels`, and the
// word is in the document's title. All impacts take one symbol (printable_numbers.h).
inline constexpr float impact_base = 0.1F;
inline constexpr int impact_steps = 3;  // per doubling
inline constexpr std::uint32_t impact_levels = 34;
inline constexpr std::uint32_t impact_count = 2 * impact_levels;
std::uint32_t impact_of(float frequency, bool in_title);
float frequency_of(std::uint32_t impact);
constexpr bool is_in_title(std::uint32_t impact) { return impact >= impact_levels; }

// Weights of terms that differ from the query's word.
inline constexpr float other_diacritics = 0.9F;
inline constexpr float same_stem = 0.8F;
inline constexpr float completion = 0.5F;  // completion of the word being typed
inline constexpr float parts_of_compound = 0.7F;
inline constexpr float one_mistake = 0.6F;
inline constexpr float two_mistakes = 0.4F;

// Bonus for a title that contains all words of the query; with a share s of them, s² of it.
inline constexpr float title_share = 1.5F;
inline constexpr float closeness = 0.1F;  // bonus for adjacent words; decreases with distance
inline constexpr float recency = 0.05F;   // bonus of the newest document over the oldest
// If no document has all words, a document with a share s of them keeps s² of its score.

// In an index of at most this many documents, words in more than half of them have positions, and
// count towards the score of documents with the other words.
inline constexpr std::uint32_t max_documents_with_all_words = 2'048;

// Limits on the cost of one query.
inline constexpr std::size_t longest_query = 400;  // bytes of a query; the rest is ignored
inline constexpr std::size_t max_words = 12;       // words of a query
inline constexpr std::size_t max_expansions = 24;  // terms that a word expands to
// The same with further ones that need no fetching.
inline constexpr std::size_t max_cheap_expansions = 200;
inline constexpr std::size_t closeness_checked = 64;  // best documents checked for closeness
// The maximum bytes of positions to fetch for closeness alone. Words with more positions rarely
// rank better by it.
inline constexpr std::size_t max_closeness_bytes = 8'000;

}  // namespace broadsheet::search
