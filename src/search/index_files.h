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
#include "search/file_parts.h"
#include "search/postings.h"

namespace broadsheet::search {

inline constexpr std::string_view format_name = "broadsheet-search-4";
// What the engine calls it; the site's name for it has the hash of its content.
inline constexpr std::string_view root_file = "root.json";

enum class Family : std::uint8_t {
    terms,
    postings,  // of terms that have many
    positions,
    position_names,
    documents,
    records,
    words,
    categories,
    tags,
};
// A file's name tells its family and its content: "t0123456789.json".
inline constexpr std::size_t name_hash_length = 10;
std::string name_hash(std::string_view bytes);
std::string file_name(Family family, std::string_view hash);
inline std::string_view name_hash_in(std::string_view name) {
    return name.substr(1, name_hash_length);
}

// Filters are terms too: "c|" + slug of a category, "t|" of a tag, "a|" of an author.
enum class Filter : std::uint8_t { category, tag, author };
std::string filter_term(Filter filter, std::string_view slug);

constexpr bool is_filter_term(std::string_view term) { return term.size() > 1 && term[1] == '|'; }

// Terms are in the order of their folded form, then of themselves.
bool term_precedes(std::string_view left, std::string_view right);

struct Category {
    std::string name;
    std::string path;
    std::size_t parent = none;  // index of the category above

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

// Position files hold a term's places by blocks of this many documents of a segment, so that none
// is larger for a site that is.
inline constexpr std::uint32_t position_block = 8192;
// What a term, or a key, is called there: the first block by itself, later ones with a suffix that
// sorts before all longer terms.
std::string piece_of(std::string_view term, std::uint32_t block);

// Days are counted from here in the files.
std::int64_t day_origin();

struct DayCount {
    std::int64_t day = 0;  // since 1970-01-01
    std::uint32_t documents = 0;
};

// One of the files that share a sorted sequence of terms.
struct FileRange {
    std::string first;  // the folded form it begins with
    std::string name;
};

// Some of the documents, by their numbers as stored. Postings are packed by segment.
struct Segment {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

// The files of positions of each segment.
using PositionNames = std::vector<std::vector<FileRange>>;

// Documents are numbered from the newest; those without a date come last. Stored numbers count
// the dated ones from the oldest, so that a new one moves no other.
struct Root {
    std::string language;
    std::uint32_t documents = 0;
    std::uint32_t dated = 0;
    std::uint32_t documents_per_file = 1;
    std::uint32_t documents_per_record_file = 0;  // 0: the document files have all
    // Of a term's postings in the oldest segment; more of them are elsewhere.
    std::uint32_t most_bytes_here = 0;
    bool positions_are_cheap = false;  // few files: worth fetching for closeness alone
    PositionNames position_names;      // where they are; else in a file of their own
    std::vector<DayCount> days;        // newest first
    std::vector<Segment> segments;     // oldest first
    std::vector<FileRange> term_files;
    std::vector<FileRange> word_files;
    std::vector<std::string> document_files;
    std::vector<std::string> record_files;
    std::string position_names_file;
    std::string categories_file;
    std::string tags_file;
    std::vector<std::string> common;   // terms in more than half of the documents, sorted
    std::vector<std::string> popular;  // folded, most frequent first
    std::vector<Category> categories;

    // From a stored number, and back.
    std::uint32_t document_of(std::uint32_t number) const {
        return number < dated ? dated - 1 - number : number;
    }
    // Nothing for documents without a date.
    std::optional<model::Day> day_of(std::uint32_t document) const;
    // Documents [first, second) have days not before `from` and before `until`.
    std::pair<std::uint32_t, std::uint32_t> between(std::int64_t from, std::int64_t until) const;
};
std::optional<Root> read_root(std::string_view json);

std::optional<PositionNames> read_position_names(std::string_view json, const Root& root);

struct Posting {
    std::uint32_t document = 0;  // as stored, where it comes from a file
    float frequency = 0;
};

// Files of postings are one string in an array: the first byte of it.
inline constexpr std::size_t posting_file_begin = 2;

// A range of terms, with the postings of those that have few.
class TermFile {
  public:
    // Where the postings of a segment are.
    struct Place {
        Segment segment;
        std::uint32_t documents = 0;
        std::uint32_t bytes = 0;  // of its gaps; elsewhere, of its postings
        std::size_t begin = 0;    // of them
        std::size_t impacts = 0;
        std::size_t file = here;  // which file of postings has its own

        static constexpr std::size_t here = static_cast<std::size_t>(-1);
    };
    struct Term {
        std::string term;
        std::string key;  // folded
        std::uint32_t documents = 0;
        std::size_t bytes_elsewhere = 0;
        std::vector<Place> places;  // one for each segment that has it, oldest first
    };

    static std::optional<TermFile> read(std::string_view json, const Root& root);
    const std::vector<Term>& terms() const { return terms_; }
    // Terms whose key begins with `prefix`, as a range of `terms()`.
    std::pair<std::size_t, std::size_t> with_prefix(std::string_view prefix) const;
    // Appends the postings, ascending. REQUIRES: they are here.
    void add_postings(const Place& place, std::vector<Posting>& out) const;
    // Where they are, and what they are by the bytes of that part. REQUIRES: they are elsewhere.
    FilePart part(const Place& place) const;
    static void add_postings(const Place& place, std::string_view part, std::vector<Posting>& out);

  private:
    std::vector<Term> terms_;
    std::vector<std::string> posting_files_;
    std::string gaps_;
    std::string impacts_;
};

// Where words stand in the documents of the same terms' postings.
class PositionFile {
  public:
    static std::optional<PositionFile> read(std::string_view json);
    // For each posting of `piece`, in their order; empty where the file does not have it.
    std::vector<std::vector<std::uint32_t>> positions(std::string_view piece,
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
// `first`: stored number of the file's first document.
std::optional<std::vector<DocumentRecord>> read_documents(std::string_view json, const Root& root,
                                                          std::uint32_t first);

// Record files are arrays of records, each with this many bytes, so that a reader can ask for one
// of them without knowing where others end.
inline constexpr std::size_t record_size = 448;
// Empty where no file has it. `number`: as stored.
FilePart record_part(const Root& root, std::uint32_t number);
std::optional<DocumentRecord> read_record(std::string_view bytes, const Root& root,
                                          std::uint32_t number);

struct Word {
    std::string key;
    std::uint32_t weight = 0;  // grows with the documents that have it
};
std::optional<std::vector<Word>> read_words(std::string_view json);
// Words are in the order of their first letter, their length in letters, and themselves: those that
// a word may be mistaken for are near each other. What such a group begins with.
std::string word_group(std::string_view first_letter, std::size_t letters);

// The category of each document, by its number from the newest; `Category::none` where it has none.
std::optional<std::vector<std::size_t>> read_categories(std::string_view json, const Root& root);

struct TagDocuments {
    std::string name;
    std::string path;
    std::vector<std::uint32_t> documents;
};
std::optional<std::vector<TagDocuments>> read_tags(std::string_view json, const Root& root);

}  // namespace broadsheet::search
