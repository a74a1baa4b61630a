#include "search/build/index_layout.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "search/build/index_documents.h"
#include "search/build/index_terms.h"
#include "search/build/index_words.h"
#include "search/build/shown_text.h"
#include "search/format/index_files.h"
#include "search/format/printable_numbers.h"

namespace broadsheet::search {

namespace {

// Sizes of files in bytes, after compression. In a large index, files first grow, up to what an
// answer may cost. Then their number grows.
constexpr std::size_t min_term_file = 12'000;
// If all postings take this many bytes, terms with more than a few bytes of postings in the oldest
// segment store them in posting files, so that a term file can contain many terms.
constexpr std::size_t large_postings = 400'000;
constexpr std::size_t few_postings = 32;
constexpr std::size_t wanted_term_files = 96;
constexpr std::size_t min_large_term_file = 5'000;
constexpr std::size_t max_term_file = 37'000;
constexpr std::size_t wanted_posting_files = 225;
constexpr std::size_t min_posting_file = 11'000;
constexpr std::size_t max_posting_file = 36'500;
constexpr std::size_t min_position_file = 17'000;
constexpr std::size_t max_position_file = 38'500;
constexpr std::size_t wanted_position_files = 100;
// Positions of at most this many bytes come with the postings. With larger ones, a file would have
// few terms, and after a change its borders would match the previous ones only after many files.
constexpr std::size_t max_positions_beside = 2'000;

constexpr std::size_t max_tags = 24;  // tags with counts next to the results

class Layout {
  public:
    Layout(const IndexContent& content, const ForEach& for_each, const WriteIndexFile& write)
        : content_(content),
          documents_(content.documents),
          out_(write),
          making_{out_, for_each, content.release} {}

    IndexFile run() {
        number_categories();
        std::vector<SegmentTerms> segments;
        for (const SegmentRuns& segment : content_.segments) {
            segments.emplace_back(segment, content_.release);
        }
        const JoinedTerms terms(segments);
        const std::string common = find_common(terms, documents_.size());
        IndexWords words = write_words(terms, documents_.size(), out_);
        const TermSizes sizes = sizes_of(terms);
        std::vector<std::uint32_t> categories;
        categories.reserve(documents_.size());
        for (const DocumentHead* document : documents_) {
            categories.push_back(category_of(*document));
        }
        const DocumentFiles documents = write_documents(content_, categories, out_);
        std::vector<std::string> root(13);
        root[0] = format_name;
        root[1] = content_.language;
        root[2] = write_sizes(sizes);
        write_days(root[3]);
        root[4] = common;
        root[5] = std::move(words.popular);
        root[6] = join_front_coded(words.files.first);
        root[7] = hashes_of(words.files.files);
        root[8] = hashes_of(documents.documents);
        root[9] = hashes_of(documents.records);
        root[10] = write_categories(categories) + write_tags();
        const FileFamily files = write_terms(terms, sizes, making_);
        root[11] = join_front_coded(files.first);
        root[12] = hashes_of(files.files);
        root.insert(root.end(), category_fields_.begin(), category_fields_.end());
        return {std::string(root_file), write_strings(root)};
    }

  private:
    static std::string hashes_of(const std::vector<std::string>& names) {
        std::string hashes;
        for (const std::string& name : names) hashes += name_hash_in(name);
        return hashes;
    }

    // Writes a file and returns the hash in its name.
    std::string write(Family family, const std::vector<std::string>& fields) {
        return hashes_of({out_.add(family, write_strings(fields))});
    }

    void number_categories() {
        std::map<std::string_view, std::pair<std::string_view, std::string_view>>
            found;  // name, parent's path
        for (const DocumentHead* document : documents_) {
            std::string_view parent;
            for (const auto& [name, path] : document->category_trail) {
                found.try_emplace(path, name, parent);
                parent = path;
            }
        }
        // Sorted by path, parents come before their children.
        for (const auto& [path, rest] : found) {
            const auto number = static_cast<std::uint32_t>(category_numbers_.size() + 1);
            category_numbers_[path] = number;
            category_fields_.emplace_back(rest.first);
            category_fields_.emplace_back(path);
            const auto parent = category_numbers_.find(rest.second);
            append_packed(category_fields_.emplace_back(),
                          parent == category_numbers_.end() ? 0 : parent->second);
        }
    }

    std::uint32_t category_of(const DocumentHead& document) const {
        if (document.category_trail.empty()) return 0;
        return category_numbers_.at(document.category_trail.back().second);
    }

    static TermSizes sizes_of(const JoinedTerms& terms) {
        const SegmentTerms& oldest = terms.segments().front();
        const std::size_t all = term_bytes(terms, largest_packed);
        const bool is_large = all >= large_postings;
        TermSizes sizes;
        sizes.max_positions_beside = is_large ? max_positions_beside : 0;
        sizes.position_file =
            file_size_for(oldest.position_bytes(sizes.max_positions_beside, false),
                          wanted_position_files, min_position_file, max_position_file);
        if (!is_large) {
            sizes.file = min_term_file;
            sizes.max_bytes_here = largest_packed;
            return sizes;
        }
        const std::size_t here = term_bytes(terms, few_postings);
        sizes.file = file_size_for(here, wanted_term_files, min_large_term_file, max_term_file);
        sizes.posting_file =
            file_size_for(all - here + oldest.position_bytes(sizes.max_positions_beside, true),
                          wanted_posting_files, min_posting_file, max_posting_file);
        sizes.max_bytes_here = few_postings;
        return sizes;
    }

    std::string write_sizes(const TermSizes& sizes) const {
        std::string out;
        const ShownTexts texts = shown_texts(documents_.size());
        for (const std::size_t number :
             {documents_.size(), texts.documents_per_file, std::size_t{texts.has_records},
              sizes.max_bytes_here, sizes.max_positions_beside}) {
            append_packed(out, static_cast<std::uint32_t>(number));
        }
        for (const SegmentRuns& segment : content_.segments) {
            append_packed(out, segment.end - segment.first);
        }
        return out;
    }

    std::string write_categories(const std::vector<std::uint32_t>& categories) {
        std::vector<std::string> fields(1);
        for (const std::uint32_t category : categories) append_packed(fields[0], category);
        return write(Family::categories, fields);
    }

    std::string write_tags() {
        std::map<std::string_view, std::pair<std::string_view, std::vector<std::uint32_t>>>
            tags;  // by path
        for (std::size_t i = 0; i < documents_.size(); ++i) {
            for (const auto& [name, path] : documents_[i]->tags) {
                auto& [known, numbers] = tags[path];
                known = name;
                if (numbers.empty() || numbers.back() != i) {
                    numbers.push_back(static_cast<std::uint32_t>(i));
                }
            }
        }
        std::vector<decltype(tags)::const_iterator> order;
        for (auto each = tags.begin(); each != tags.end(); ++each) order.push_back(each);
        std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
            return left->second.second.size() > right->second.second.size();
        });
        if (order.size() > max_tags) order.resize(max_tags);
        std::vector<std::string> fields;
        for (const auto& each : order) {
            fields.emplace_back(each->second.first);
            fields.emplace_back(each->first);
            std::string& gaps = fields.emplace_back();
            std::uint32_t next = 0;
            for (const std::uint32_t number : each->second.second) {
                append_packed(gaps, number - next);
                next = number + 1;
            }
        }
        return write(Family::tags, fields);
    }

    // Newest first.
    void write_days(std::string& out) const {
        std::int64_t last = 0;
        std::size_t left = documents_.size();
        while (left > 0 && !documents_[left - 1]->date) --left;
        while (left > 0) {
            const std::int64_t day = model::days_since_epoch(documents_[left - 1]->date->day);
            std::uint32_t count = 0;
            for (; left > 0 && model::days_since_epoch(documents_[left - 1]->date->day) == day;
                 --left) {
                ++count;
            }
            if (out.empty()) {
                append_packed(out, static_cast<std::uint32_t>(day - day_origin()));
                last = day;
            }
            append_packed(out, static_cast<std::uint32_t>(last - day));
            append_packed(out, count);
            last = day;
        }
    }

    const IndexContent& content_;
    const std::vector<const DocumentHead*>& documents_;
    IndexOutput out_;
    FileMaking making_;
    std::map<std::string_view, std::uint32_t> category_numbers_;  // by path, from 1
    std::vector<std::string> category_fields_;
};

}  // namespace

std::vector<std::string> make_files(
    const std::vector<std::size_t>& first, std::size_t end, Family family, const FileMaking& making,
    const std::function<std::string(std::size_t, std::size_t)>& make) {
    std::vector<std::string> names(first.size());
    making.for_each(first.size(), [&](std::size_t i) {
        const std::size_t last = i + 1 < first.size() ? first[i + 1] : end;
        names[i] = making.out.add(family, make(first[i], last));
        making.release();
    });
    return names;
}

IndexFile lay_out_index(const IndexContent& content, const ForEach& for_each,
                        const WriteIndexFile& write) {
    return Layout(content, for_each, write).run();
}

}  // namespace broadsheet::search
