#include "search/index_layout.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/slug.h"
#include "search/index_files.h"
#include "search/index_segment.h"
#include "search/index_words.h"
#include "search/packing.h"
#include "search/shown_text.h"

namespace broadsheet::search {

namespace {

// Bytes of a file as they come over the line. Where the index is large, files grow before their
// number does, but not over what an answer may cost.
constexpr std::size_t fresh_term_file = 9'000;
constexpr std::size_t least_term_file = 12'000;
constexpr std::size_t most_term_file = 37'000;
constexpr std::size_t wanted_term_files = 190;
constexpr std::size_t least_position_file = 17'000;
constexpr std::size_t most_position_file = 38'500;
constexpr std::size_t wanted_position_files = 150;
constexpr std::size_t cheap_position_files = 24;

constexpr std::size_t most_tags = 24;  // with counts beside the results
constexpr std::size_t longest_title = 400;

// Front-coded.
std::string joined(const std::vector<std::string>& keys) {
    std::string out;
    std::string_view previous;
    for (const std::string& key : keys) {
        append_front_coded(out, previous, key);
        previous = key;
    }
    return out;
}

class Layout {
  public:
    Layout(const IndexContent& content, const ForEach& for_each)
        : content_(content), documents_(content.documents), for_each_(for_each) {}

    std::vector<IndexFile> run() {
        number_categories();
        for (const SegmentRuns& segment : content_.segments) terms_.emplace_back(segment);
        const std::string common = find_common(terms_, documents_.size());
        IndexWords words = write_words(terms_, documents_.size());
        std::vector<std::string> root(10);
        root[0] = format_name;
        root[1] = content_.language;
        write_days(root[3]);
        root[4] = common;
        root[5] = std::move(words.popular);
        root[6] = joined(words.files.first);
        root[7] = take(std::move(words.files.files));
        root[8] = write_documents();
        root[9] = write_categories() + write_tags();
        write_segments(root);
        root.insert(root.end(), category_fields_.begin(), category_fields_.end());
        files_.insert(files_.begin(), {std::string(root_file), write_strings(root)});
        return std::move(files_);
    }

  private:
    // Takes the files over and returns the hashes of their names.
    std::string take(std::vector<IndexFile> files) {
        std::string hashes;
        for (IndexFile& file : files) {
            hashes += file.name.substr(1, name_hash_length);
            // Two may be the same.
            if (names_.insert(file.name).second) files_.push_back(std::move(file));
        }
        return hashes;
    }

    std::string take(Family family, const std::vector<std::string>& fields) {
        std::vector<IndexFile> file(1);
        file[0].bytes = write_strings(fields);
        file[0].name = file_name(family, name_hash(file[0].bytes));
        return take(std::move(file));
    }

    void number_categories() {
        std::map<std::string, std::pair<std::string, std::string>> found;  // name, parent's path
        for (const DocumentHead* document : documents_) {
            std::string parent;
            for (const auto& [name, path] : document->category_trail) {
                found.try_emplace(path, name, parent);
                parent = path;
            }
        }
        // Sorted by path, parents come before their children.
        for (const auto& [path, rest] : found) {
            const auto number = static_cast<std::uint32_t>(category_numbers_.size() + 1);
            category_numbers_[path] = number;
            category_fields_.push_back(rest.first);
            category_fields_.push_back(path);
            const auto parent = category_numbers_.find(rest.second);
            append_packed(category_fields_.emplace_back(),
                          parent == category_numbers_.end() ? 0 : parent->second);
        }
    }

    std::uint32_t category_of(const DocumentHead& document) const {
        if (document.category_trail.empty()) return 0;
        return category_numbers_.at(document.category_trail.back().second);
    }

    void write_segments(std::vector<std::string>& root) {
        std::size_t postings = 0;
        std::size_t positions = 0;
        for (const SegmentTerms& segment : terms_) {
            postings += segment.term_bytes();
            positions += segment.position_bytes();
        }
        const std::size_t term_file =
            file_size_for(postings, wanted_term_files, least_term_file, most_term_file);
        const std::size_t position_file = file_size_for(positions, wanted_position_files,
                                                        least_position_file, most_position_file);
        std::vector<std::string> fields;
        std::size_t position_files = 0;
        for (const SegmentTerms& segment : terms_) {
            // Those of the newest documents come on top of the others: a query pays for both.
            const bool fresh = terms_.size() > 1 && &segment == &terms_.back();
            auto family = segment.term_files(fresh ? fresh_term_file : term_file, for_each_);
            fields.push_back(joined(family.first));
            fields.push_back(take(std::move(family.files)));
            family = segment.position_files(position_file, for_each_);
            position_files += family.files.size();
            fields.push_back(joined(family.first));
            fields.push_back(take(std::move(family.files)));
        }
        std::string& numbers = root[2];
        append_packed(numbers, static_cast<std::uint32_t>(documents_.size()));
        append_packed(numbers, static_cast<std::uint32_t>(documents_per_file(documents_.size())));
        append_packed(numbers, position_files <= cheap_position_files ? 1 : 0);
        append_packed(numbers, static_cast<std::uint32_t>(terms_.size()));
        for (const SegmentRuns& segment : content_.segments) {
            append_packed(numbers, segment.end - segment.first);
        }
        root.insert(root.end(), fields.begin(), fields.end());
    }

    std::string write_documents() {
        const std::size_t per_file = documents_per_file(documents_.size());
        std::string hashes;
        for (std::size_t first = 0; first < documents_.size(); first += per_file) {
            std::vector<std::string> fields(1);
            for (std::size_t i = first; i < std::min(first + per_file, documents_.size()); ++i) {
                const DocumentHead& document = *documents_[i];
                append_packed(fields[0], category_of(document));
                const std::string title = shown_text(document.title, longest_title);
                fields.push_back(title);
                fields.push_back(short_path(document, title));
                fields.emplace_back(content_.texts[i]);
            }
            hashes += take(Family::documents, fields);
        }
        return hashes;
    }

    // What reading cannot make from the day and the title.
    static std::string short_path(const DocumentHead& document, const std::string& title) {
        std::string usual = document.date ? model::day_path(document.date->day) : "/";
        usual += model::slugify(title);
        if (document.path == usual + "/") return {};
        if (document.path.starts_with(usual)) return "+" + document.path.substr(usual.size());
        return document.path;
    }

    std::string write_categories() {
        std::vector<std::string> fields(1);
        for (const DocumentHead* document : documents_) {
            append_packed(fields[0], category_of(*document));
        }
        return take(Family::categories, fields);
    }

    std::string write_tags() {
        std::map<std::string, std::pair<std::string, std::vector<std::uint32_t>>> tags;  // by path
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
        if (order.size() > most_tags) order.resize(most_tags);
        std::vector<std::string> fields;
        for (const auto& each : order) {
            fields.push_back(each->second.first);
            fields.push_back(each->first);
            std::string& gaps = fields.emplace_back();
            std::uint32_t next = 0;
            for (const std::uint32_t number : each->second.second) {
                append_packed(gaps, number - next);
                next = number + 1;
            }
        }
        return take(Family::tags, fields);
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
    const ForEach& for_each_;
    std::vector<SegmentTerms> terms_;
    std::vector<IndexFile> files_;
    std::set<std::string> names_;
    std::map<std::string, std::uint32_t> category_numbers_;  // by path, from 1
    std::vector<std::string> category_fields_;
};

}  // namespace

std::vector<IndexFile> lay_out_index(const IndexContent& content, const ForEach& for_each) {
    return Layout(content, for_each).run();
}

}  // namespace broadsheet::search
