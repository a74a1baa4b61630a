// The files of the index as values; src/bundle/FORMAT.md ("Search") is the contract. All of them
// are read from untrusted bytes: whatever is in them, numbers are within bounds and lists sorted
// afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"

namespace broadsheet::search {

inline constexpr std::string_view format_name = "broadsheet-search-1";
inline constexpr std::string_view root_file = "root.json";
inline constexpr std::string_view categories_file = "categories.json";
inline constexpr std::string_view tags_file = "tags.json";

enum class Family : std::uint8_t { terms, positions, documents, words };
std::string file_name(Family family, std::size_t number);  // "t12.json"

// Filters are terms too: "c|" + slug of a category, "t|" of a tag, "a|" of an author.
enum class Filter : std::uint8_t { category, tag, author };
std::string filter_term(Filter filter, std::string_view slug);

// Terms are in the order of their folded form, then of themselves.
bool term_precedes(std::string_view left, std::string_view right);

struct Category {
    std::string name;
    std::string path;
    std::size_t parent = none;  // index of the category above

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

// Days are counted from here in the files.
std::int64_t day_origin();

struct DayCount {
    std::int64_t day = 0;  // since 1970-01-01
    std::uint32_t documents = 0;
};

// Documents are numbered from the newest; those without a date come last.
struct Root {
    std::string language;
    std::uint32_t documents = 0;
    std::uint32_t documents_per_file = 1;
    bool positions_are_cheap = false;         // few files: worth fetching for closeness alone
    std::vector<DayCount> days;               // newest first
    std::vector<std::string> term_files;      // folded form that each begins with
    std::vector<std::string> position_files;  // likewise
    std::vector<std::string> word_files;      // likewise
    std::vector<std::string> common;          // terms in more than half of the documents, sorted
    std::vector<std::string> popular;         // folded, most frequent first
    std::vector<Category> categories;

    // Nothing for documents without a date.
    std::optional<model::Day> day_of(std::uint32_t document) const;
    // Documents [first, second) have days not before `from` and before `until`.
    std::pair<std::uint32_t, std::uint32_t> between(std::int64_t from, std::int64_t until) const;
};
std::optional<Root> read_root(std::string_view json);

struct Posting {
    std::uint32_t document = 0;
    float frequency = 0;
};

// A range of terms with their postings, unpacked where they are asked for.
class TermFile {
  public:
    struct Term {
        std::string term;
        std::string key;  // folded
        std::uint32_t documents = 0;
        std::size_t gaps = 0;  // offsets
        std::size_t impacts = 0;
    };

    static std::optional<TermFile> read(std::string_view json, const Root& root);
    const std::vector<Term>& terms() const { return terms_; }
    // Terms whose key begins with `prefix`, as a range of `terms()`.
    std::pair<std::size_t, std::size_t> with_prefix(std::string_view prefix) const;
    std::vector<Posting> postings(const Term& term, std::uint32_t documents) const;

  private:
    std::vector<Term> terms_;
    std::string gaps_;
    std::string impacts_;
};

// Where words stand in the documents of the same terms' postings.
class PositionFile {
  public:
    static std::optional<PositionFile> read(std::string_view json);
    bool has(std::string_view term) const;
    // For each posting of `term`, in their order; empty where the file does not have it.
    std::vector<std::vector<std::uint32_t>> positions(std::string_view term,
                                                      std::size_t postings) const;

  private:
    std::vector<std::string> terms_;
    std::vector<std::size_t> offsets_;  // one more than terms
    std::string data_;
};

struct DocumentRecord {
    std::string title;
    std::string path;
    std::string text;  // the beginning of it
    std::size_t category = Category::none;
};
// `first`: number of the file's first document.
std::optional<std::vector<DocumentRecord>> read_documents(std::string_view json, const Root& root,
                                                          std::uint32_t first);

struct Word {
    std::string key;
    std::uint32_t weight = 0;  // grows with the documents that have it
};
std::optional<std::vector<Word>> read_words(std::string_view json);

// The category of each document, by number; `Category::none` where it has none.
std::optional<std::vector<std::size_t>> read_categories(std::string_view json, const Root& root);

struct TagDocuments {
    std::string name;
    std::string path;
    std::vector<std::uint32_t> documents;
};
std::optional<std::vector<TagDocuments>> read_tags(std::string_view json, const Root& root);

}  // namespace broadsheet::search
