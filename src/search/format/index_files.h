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
#include "search/format/file_parts.h"
#include "search/format/postings.h"

namespace broadsheet::search {

inline constexpr std::string_view format_name = "broadsheet-search-4";
// What the engine calls it; the site's name for it has the hash of its content.
inline constexpr std::string_view root_file = "root.json";

enum class Family : std::uint8_t {
    terms,
    postings,  // of terms that have many
    positions,
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

// Some of the documents, by their numbers as stored. Postings are packed by segment.
struct Segment {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

// In files of terms, the bytes of a term's positions are told by what they are more than this for
// each document: most are near it.
inline constexpr std::uint32_t usual_position_bytes = 3;

// A frequent term's positions are fetched by blocks of this many documents of a segment.
inline constexpr std::uint32_t position_block = 4096;
constexpr std::uint32_t block_count(const Segment& segment) {
    return (segment.end - segment.first + position_block - 1) / position_block;
}

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
    std::vector<DayCount> days;     // newest first
    std::vector<Segment> segments;  // oldest first
    std::vector<FileRange> term_files;
    std::vector<FileRange> word_files;
    std::vector<std::string> document_files;
    std::vector<std::string> record_files;
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

struct Posting {
    std::uint32_t document = 0;  // as stored, where it comes from a file
    float frequency = 0;
};

// Files of postings and of positions are one string in an array, the data of one term after
// another: the first byte of it.
inline constexpr std::size_t data_file_begin = 2;

// A range of terms, with the postings of those that have few.
class TermFile {
  public:
    struct Data {
        std::size_t file = here;  // one of those that this file names
        std::size_t begin = 0;
        std::uint32_t bytes = 0;

        static constexpr std::size_t here = static_cast<std::size_t>(-1);
    };
    // What a segment has of a term.
    struct InSegment {
        Segment segment;
        std::uint32_t documents = 0;
        Data postings;            // here only their gaps
        std::size_t impacts = 0;  // where these begin, here
        Data positions;           // none: no bytes
    };
    struct Term {
        std::string term;
        std::string key;  // folded
        std::uint32_t documents = 0;
        std::vector<InSegment> segments;  // those that have it, oldest first

        std::size_t posting_bytes() const;   // that are elsewhere
        std::size_t position_bytes() const;  // likewise
    };

    static std::optional<TermFile> read(std::string_view json, const Root& root);
    const std::vector<Term>& terms() const { return terms_; }
    // Terms whose key begins with `prefix`, as a range of `terms()`.
    std::pair<std::size_t, std::size_t> with_prefix(std::string_view prefix) const;
    // REQUIRES: it is elsewhere, and has bytes.
    FilePart part(const Data& data) const {
        return {data_files_[data.file], data.begin, data.bytes};
    }
    // Appends the postings, ascending. `part`: empty where they are here.
    void add_postings(const InSegment& own, std::string_view part, std::vector<Posting>& out) const;
    // The positions of each block of documents, or those of all in one.
    std::vector<FilePart> position_blocks(const InSegment& own, std::string_view part) const;

  private:
    std::vector<Term> terms_;
    std::vector<std::string> data_files_;
    std::string gaps_;
    std::string impacts_;
};

// Where a word stands in one document after another, `count` of them.
std::vector<std::vector<std::uint32_t>> read_positions(std::string_view packed, std::size_t count);

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
