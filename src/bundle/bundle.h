// The publication as files: the one definition of the wire format, written by the author's tool and
// read by the reader. FORMAT.md beside this file is the contract; a change here is a change there.
//
// The reader fetches `manifest.json` (the only name that never changes), then the start data, then
// for each view one shard, or two where it begins deep in a long list: which ones follows from the
// view's path by arithmetic alone, whatever the publication's size.
//
// Nothing here throws: reading gives a value or a sentence that says what is wrong.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

inline constexpr int format_version = 2;
inline constexpr std::string_view folder = "bundle";  // under the site's root
inline constexpr std::string_view search_folder =
    "search";  // in there: all of the index but its root

// A file of the bundle; `name` is relative to the bundle's folder.
struct File {
    std::string name;
    std::string bytes;

    bool operator==(const File&) const = default;
};

template <typename T>
struct Result {
    std::optional<T> value;
    std::string error;  // a sentence for people; empty where `value` is set
};

// The shards of one family. A key belongs to one of 65,536 buckets, a shard holds the buckets from
// its own first one up to the next shard's.
struct Shards {
    std::vector<std::uint16_t> first_buckets;  // ascending
    std::vector<std::string> hashes;           // hash part of each shard's name

    // Name of the shard with `key`; empty where no shard could have it.
    std::string file(char family, std::string_view key) const;
    std::string file(char family, std::size_t number) const;
};
std::uint16_t bucket_of(std::string_view key);

struct Manifest {
    int version = format_version;
    std::string publish;  // content hash of the whole bundle; differs for each publish
    std::string start;    // hash part of the start file's name
    Shards entries;
    Shards lists;        // their beginnings
    Shards runs;         // the rest of long lists
    Shards headings;     // long lists without their articles
    std::string search;  // hash part of the name of the search index's root; empty: none

    std::string start_file() const;
    std::string entry_file(std::string_view path) const;  // with the entry at `path`
    std::string list_file(std::string_view path) const;   // with the beginning of the list
    std::string heading_file(std::string_view path) const;
    std::string run_file(std::string_view path, int run) const;
    std::string search_root() const;  // empty where there is no index
};

// Articles of a list are numbered from the oldest, which is 0, so that a new one changes no other's
// number. Run k of a list has the numbers from k · run_length on, run_length + page_size − 1 of
// them: each page lies within one run. The beginning of a list has all numbers from
// run_count · run_length on.
int run_count(int total, const model::Site& site);
// The run with the page that ends at `oldest`, the number of its oldest article; `run_count` for
// the beginning.
int run_of(int oldest, int total, const model::Site& site);

// A piece of a list as a file has it: a run, a beginning, or a heading, which has no articles.
struct ListPart {
    model::List list;                             // without articles; of a run only the path
    int run = -1;                                 // −1: not a run
    int total = 0;                                // articles in the whole list; 0 for a run
    std::vector<model::ArticleSummary> articles;  // newest first; a beginning's are the newest
};
// Puts the articles where they belong in a list of the right length.
void place(ListPart part, model::List& list, const model::Site& site);

// The whole bundle, sorted by name; the same publication always gives the same bytes.
std::vector<File> write_bundle(const model::Publication& publication);

// How much of a shard something takes, in bytes before compression, about. Of a list's articles
// only the first have excerpts.
std::size_t weight_of(const model::Document& document);
std::size_t weight_of(const model::Entry& entry);
std::size_t weight_of(const model::ArticleSummary& summary, bool excerpt);

// For publications whose entries are not whole in memory: bodies and related articles are asked for
// when they are written. Called from several threads.
class EntrySource {
  public:
    virtual ~EntrySource() = default;
    virtual model::Entry whole(const model::Entry& entry) const = 0;
    // Of the whole entry, see above.
    virtual std::size_t weight_of(const model::Entry& entry) const = 0;
};

// The same file by file, for publications that are too large to be in memory twice.
// REQUIRES: the publication and the source outlive the writer and do not change.
class Writer {
  public:
    explicit Writer(const model::Publication& publication, const EntrySource* source = nullptr);

    std::size_t shard_count() const { return plans_.size(); }
    std::size_t entry_shard_count() const { return entry_shards_; }  // the first
    std::string shard_name(std::size_t number, std::string_view hash) const;
    // What a shard is made of.
    struct Part {
        const model::Entry* entry = nullptr;
        const model::List* list = nullptr;
        int run = -1;
    };
    const std::vector<Part>& parts(std::size_t number) const { return plans_[number].parts; }
    // The articles of a list's part: places from the first one on, and before the second.
    std::pair<std::size_t, std::size_t> places_of(std::size_t number, const Part& part) const;
    // Safe to call from several threads. `meet` is called with each entry of the shard, whole.
    File shard(std::size_t number,
               const std::function<void(const model::Entry&)>& meet = nullptr) const;
    // The start file and the manifest; `shards` are the names of all shards, in their order,
    // `search` is the hash part of the name of the search index's folder.
    std::vector<File> closing_files(const std::vector<std::string>& shards,
                                    std::string_view search = {}) const;

  private:
    struct Plan {
        char family = 'e';
        std::uint16_t first_bucket = 0;
        std::vector<Part> parts;
    };
    struct Item {
        std::uint16_t bucket = 0;
        std::size_t weight = 0;
        Part part;
    };
    void plan(char family, std::vector<Item> items, std::size_t limit);

    const model::Publication& publication_;
    const EntrySource* source_;
    std::vector<Plan> plans_;
    std::size_t entry_shards_ = 0;
};

Result<Manifest> read_manifest(std::string_view json);
Result<model::Site> read_start(std::string_view json);
Result<std::map<model::Path, model::Entry>> read_entries(std::string_view json);
Result<std::vector<ListPart>> read_lists(std::string_view json);

}  // namespace broadsheet::bundle
