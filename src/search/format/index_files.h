// The files of the search index as values. src/bundle/FORMAT.md ("Search") specifies the format.
// All readers accept untrusted bytes. They limit numbers to valid ranges and sort lists again.
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

inline constexpr std::string_view format_name = "broadsheet-search-6";
// The engine's name for the root file. Its published name includes a hash of its content.
inline constexpr std::string_view root_file = "root.json";

// The kinds of files.
enum class Family : std::uint8_t {
    terms,
    postings,  // of terms with many postings, and small positions
    positions,
    documents,
    records,
    words,
    categories,
    tags,
};
// A file's name consists of a letter for its family and a hash of its content: "t0123456789.json".
inline constexpr std::size_t name_hash_length = 10;
std::string name_hash(std::string_view bytes);
std::string file_name(Family family, std::string_view hash);
inline std::string_view name_hash_in(std::string_view name) {
    return name.substr(1, name_hash_length);
}

// Filters are terms too: "c|", "t|" or "a|" followed by the slug of a category, tag or author.
enum class Filter : std::uint8_t { category, tag, author };
std::string filter_term(Filter filter, std::string_view slug);

constexpr bool is_filter_term(std::string_view term) { return term.size() > 1 && term[1] == '|'; }

// The order of terms: by their folded form, then by the term itself.
bool term_precedes(std::string_view left, std::string_view right);

// A category in the root file.
struct Category {
    std::string name;
    std::string path;
    std::size_t parent = none;  // index of the parent category

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

// A range of documents, by stored numbers. Postings and positions are packed separately for each
// segment.
struct Segment {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

// Term files store the size of a term's positions as the difference from this many bytes per
// document. Most differences are small.
inline constexpr std::uint32_t default_position_bytes = 3;

// The positions of frequent terms are fetched in blocks of this many documents of a segment.
inline constexpr std::uint32_t position_block = 4096;
constexpr std::uint32_t block_count(const Segment& segment) {
    return (segment.end - segment.first + position_block - 1) / position_block;
}

// Day 0 of the days in index files.
std::int64_t day_origin();

// The number of documents of a day.
struct DayCount {
    std::int64_t day = 0;  // since 1970-01-01
    std::uint32_t documents = 0;
};

// A file with part of a sorted sequence of terms.
struct FileRange {
    std::string first;  // folded form of its first term
    std::string name;
};

// The root file. In answers, documents are numbered from the newest, and documents without a date
// come last. Stored numbers count the dated documents from the oldest, so that a new one does not
// change other numbers.
struct Root {
    std::string language;
    std::uint32_t documents = 0;
    std::uint32_t dated = 0;
    std::uint32_t documents_per_file = 1;
    bool has_records = false;  // false: document files contain the whole records
    // Postings of the oldest segment with at most this many bytes are in the term file. Others are
    // in posting files.
    std::uint32_t max_bytes_here = 0;
    // Positions of the oldest segment with at most this many bytes follow the term's postings in
    // the posting file, so that one request fetches both. Others are in position files.
    std::uint32_t max_positions_beside = 0;
    std::vector<DayCount> days;     // newest first
    std::vector<Segment> segments;  // oldest first
    std::vector<FileRange> term_files;
    std::vector<FileRange> word_files;
    std::vector<std::string> document_files;
    std::vector<std::string> record_files;
    std::string categories_file;
    std::string tags_file;
    std::vector<std::string> common;  // terms in more than half of the documents, sorted
    bool common_have_positions = false;
    std::vector<std::string> popular;  // frequent words, folded, most frequent first
    std::vector<Category> categories;

    // Converts a stored number to a number in answers, and vice versa.
    std::uint32_t document_of(std::uint32_t number) const {
        return number < dated ? dated - 1 - number : number;
    }
    // The day of a document; nothing if it has no date.
    std::optional<model::Day> day_of(std::uint32_t document) const;
    // The range of documents [first, second) whose days are from `from` up to but excluding
    // `until`.
    std::pair<std::uint32_t, std::uint32_t> between(std::int64_t from, std::int64_t until) const;
};
std::optional<Root> read_root(std::string_view json);

// A document that contains a term.
struct Posting {
    std::uint32_t document = 0;  // stored number if it comes from a file
    float frequency = 0;
    bool in_title = false;
};

// Posting and position files are arrays with one string, which contains the data of the terms in
// order. The offset of its first byte.
inline constexpr std::size_t data_file_begin = 2;

// A file with a range of terms. It includes the postings of terms with few of them.
class TermFile {
  public:
    struct Data {
        std::size_t file = here;  // index in the file's list of data files
        std::size_t begin = 0;
        std::uint32_t bytes = 0;

        static constexpr std::size_t here = static_cast<std::size_t>(-1);
    };
    // A segment's data of a term.
    struct InSegment {
        Segment segment;
        std::uint32_t documents = 0;
        Data postings;            // only the gaps if they are in this file
        std::size_t impacts = 0;  // offset of the impacts in this file
        Data positions;           // 0 bytes: none; those of the oldest segment are in another file
        bool are_beside = false;  // the positions follow the postings in the posting file
    };
    struct Term {
        std::string term;
        std::string key;  // folded
        std::uint32_t documents = 0;
        std::vector<InSegment> segments;  // segments that contain the term, oldest first

        std::size_t posting_bytes() const;  // in posting files
        std::size_t position_bytes() const;
    };

    static std::optional<TermFile> read(std::string_view json, const Root& root);
    const std::vector<Term>& terms() const { return terms_; }
    // The terms whose key begins with `prefix`, as a range of `terms()`.
    std::pair<std::size_t, std::size_t> with_prefix(std::string_view prefix) const;
    // The part of a data file. REQUIRES: the data is in another file and not empty.
    FilePart part(const Data& data) const {
        return {data_files_[data.file], data.begin, data.bytes};
    }
    // Appends the postings, ascending. `part` is the data from the posting file; empty if the
    // postings are in this file.
    void add_postings(const InSegment& own, std::string_view part, std::vector<Posting>& out) const;
    // The positions of each block of documents, or one part if there are no blocks. REQUIRES: the
    // positions are in another file.
    std::vector<FilePart> position_blocks(const InSegment& own, std::string_view part) const;
    // The positions that are in this file.
    std::string_view positions_here(const InSegment& own) const {
        return std::string_view(positions_).substr(own.positions.begin, own.positions.bytes);
    }

  private:
    std::vector<Term> terms_;
    std::vector<std::string> data_files_;
    std::string gaps_;
    std::string impacts_;
    std::string positions_;
};

// Decodes the positions of a word in `count` consecutive documents.
std::vector<std::vector<std::uint32_t>> read_positions(std::string_view packed, std::size_t count);

// The data of a document that results show.
struct DocumentRecord {
    std::string title;
    std::string path;
    std::string text;  // beginning of the text
    std::size_t category = Category::none;
};
// Reads a document file. `first` is the stored number of the file's first document.
std::optional<std::vector<DocumentRecord>> read_documents(std::string_view json, const Root& root,
                                                          std::uint32_t first);

// Record files are arrays of records of this many bytes each, so a single record can be fetched
// without an index.
inline constexpr std::size_t record_size = 448;
// The number of documents in the record file that begins where `left` documents are left: all of
// them within a limit, except for less than a sixteenth or 256. Most results are thus in one file,
// and a new document changes only the last and smallest one, or moves some into a larger one.
std::uint32_t records_in_file(std::uint32_t left);
// The part of a record file with the document; empty if there is none. `number` is a stored number.
FilePart record_part(const Root& root, std::uint32_t number);
std::optional<DocumentRecord> read_record(std::string_view bytes, const Root& root,
                                          std::uint32_t number);

// A word of the index, for spelling corrections.
struct Word {
    std::string key;
    std::uint32_t weight = 0;  // increases with the number of documents
};
std::optional<std::vector<Word>> read_words(std::string_view json);
// The sort key of a group of words. Words are sorted by first letter, length in letters, and the
// word itself. This keeps words that may be confused close together.
std::string word_group(std::string_view first_letter, std::size_t letters);

// The category of each document, by its number in answers; `Category::none` if it has none.
std::optional<std::vector<std::size_t>> read_categories(std::string_view json, const Root& root);

// A frequent tag and its documents.
struct TagDocuments {
    std::string name;
    std::string path;
    std::vector<std::uint32_t> documents;
};
std::optional<std::vector<TagDocuments>> read_tags(std::string_view json, const Root& root);

}  // namespace broadsheet::search
