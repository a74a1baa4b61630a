#include "search/files.h"

#include <algorithm>
#include <charconv>

namespace broadsheet::search {

namespace {

template <typename Value, typename Key>
bool keep(std::map<Key, Value>& values, Key key, std::optional<Value> value) {
    if (!value) return false;
    values.insert_or_assign(key, std::move(*value));
    return true;
}

// Parts with no more than this between them are fetched as one: a request costs more.
constexpr std::size_t least_gap = 1'000;

constexpr char before_range = ' ';

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool has(const std::vector<FileRange>& files, std::string_view name) {
    return std::any_of(files.begin(), files.end(),
                       [&](const FileRange& file) { return file.name == name; });
}

}  // namespace

void Files::supply(std::string_view name, std::string_view bytes) {
    if (!take(name, bytes)) miss(name);
}

void Files::miss(std::string_view name) {
    const std::size_t range = name.find(before_range);
    (range == std::string_view::npos ? missing_ : without_parts_).emplace(name.substr(0, range));
}

void Files::forget_missing() {
    missing_.clear();
    without_parts_.clear();
}

bool Files::take_part(std::string_view name, std::string_view range, std::string_view bytes) {
    const std::size_t dash = range.find('-');
    const auto first = number_in(range.substr(0, dash));
    const auto last = number_in(range.substr(std::min(dash, range.size() - 1) + 1));
    // What is less than was asked for would be asked for again and again.
    if (!first || !last || *last - *first + 1 != bytes.size()) return false;
    parts_[std::string(name)][*first] = bytes;
    return true;
}

std::string_view Files::find_part(const FilePart& part) {
    const std::string name(part.file);
    auto& known = parts_[name];
    for (auto each = known.upper_bound(part.begin); each != known.begin();) {
        --each;
        const std::size_t skipped = part.begin - each->first;
        if (skipped + part.size <= each->second.size()) {
            return std::string_view(each->second).substr(skipped, part.size);
        }
    }
    if (without_parts_.count(name) == 0) {
        std::size_t& end = wanted_parts_[name][part.begin];
        end = std::max(end, part.begin + part.size);
    }
    return {};
}

std::vector<std::string> Files::wanted() const {
    std::vector<std::string> names(wanted_.begin(), wanted_.end());
    for (const auto& [name, parts] : wanted_parts_) {
        for (auto each = parts.begin(); each != parts.end();) {
            const std::size_t begin = each->first;
            std::size_t end = each->second;
            for (++each; each != parts.end() && each->first <= end + least_gap; ++each) {
                end = std::max(end, each->second);
            }
            names.push_back(name + before_range + std::to_string(begin) + "-" +
                            std::to_string(end - 1));
        }
    }
    return names;
}

bool Files::take(std::string_view name, std::string_view bytes) {
    if (name == root_file) return keep(root_, 0, read_root(bytes));
    if (root_.empty() || name.empty()) return false;
    const Root& root = root_.begin()->second;
    if (const std::size_t range = name.find(before_range); range != std::string_view::npos) {
        return take_part(name.substr(0, range), name.substr(range + 1), bytes);
    }
    std::string key(name);
    switch (name[0]) {
        case 't': {
            const auto has_it = [&](const Segment& segment) { return has(segment.terms, name); };
            const auto segment = std::find_if(root.segments.begin(), root.segments.end(), has_it);
            if (segment == root.segments.end()) return false;
            return keep(terms_, std::move(key), TermFile::read(bytes, root, *segment));
        }
        case 'f': parts_[std::move(key)][0] = bytes; return true;
        case 'p': return keep(positions_, std::move(key), PositionFile::read(bytes));
        case 'q': return keep(position_names_, 0, read_position_names(bytes, root));
        case 'w': return keep(words_, std::move(key), read_words(bytes));
        case 'c': return keep(categories_, 0, read_categories(bytes, root));
        case 'g': return keep(tags_, 0, read_tags(bytes, root));
        case 'd': {
            const auto& files = root.document_files;
            const auto known = std::find(files.begin(), files.end(), name);
            const auto number = static_cast<std::size_t>(known - files.begin());
            const std::size_t first = number * root.documents_per_file;
            if (known == files.end() || first >= root.documents) return false;
            return keep(documents_, std::move(key),
                        read_documents(bytes, root, static_cast<std::uint32_t>(first)));
        }
        default: return false;
    }
}

std::vector<Posting> Files::postings(const TermFile& file, const TermFile::Term& term) {
    if (term.file == TermFile::Term::here) return file.postings(term);
    const FilePart part = file.part(term);
    const std::string_view bytes = find_part(part);
    if (bytes.empty() && without_parts_.count(part.file) != 0) want_whole(std::string(part.file));
    return file.postings(term, bytes);
}

// A file of which no part can be had.
void Files::want_whole(const std::string& name) {
    if (missing_.count(name) != 0 || parts_[name].count(0) != 0) {
        misses_some_ = true;  // not there, or too short
    } else {
        wanted_.insert(name);
    }
}

const std::vector<FileRange>* Files::position_files(const Segment& segment) {
    const Root& site = root_.begin()->second;
    const PositionNames* names = site.positions_are_cheap
                                     ? &site.position_names
                                     : find(position_names_, 0, site.position_names_file);
    return names ? &(*names)[static_cast<std::size_t>(&segment - site.segments.data())] : nullptr;
}

const Root* Files::root() { return find(root_, 0, std::string(root_file)); }

const DocumentRecord* Files::document(std::uint32_t number) {
    const Root* site = root();
    if (!site) return nullptr;
    const std::uint32_t stored = site->document_of(number);
    if (const auto known = records_.find(stored); known != records_.end()) return &known->second;
    if (const FilePart part = record_part(*site, stored); part.size > 0) {
        const std::string_view bytes = find_part(part);
        if (!bytes.empty()) {
            // What is too long for a record is none.
            auto record = read_record(bytes, *site, stored);
            if (record) return &records_.emplace(stored, std::move(*record)).first->second;
        } else if (without_parts_.count(part.file) == 0) {
            return nullptr;
        }
    }
    const std::size_t file = stored / site->documents_per_file;
    if (file >= site->document_files.size()) return nullptr;
    const std::string& name = site->document_files[file];
    const auto* records = find(documents_, name, name);
    const std::size_t place = stored % site->documents_per_file;
    if (!records || place >= records->size()) return nullptr;
    return &(*records)[place];
}

const std::vector<std::size_t>* Files::categories() {
    const Root* site = root();
    return site ? find(categories_, 0, site->categories_file) : nullptr;
}

const std::vector<TagDocuments>* Files::tags() {
    const Root* site = root();
    return site ? find(tags_, 0, site->tags_file) : nullptr;
}

void Files::begin() {
    wanted_.clear();
    wanted_parts_.clear();
    misses_some_ = false;
}

std::size_t file_of(const std::vector<FileRange>& files, std::string_view key) {
    const auto after = std::upper_bound(
        files.begin(), files.end(), key,
        [](std::string_view wanted, const FileRange& file) { return wanted < file.first; });
    return after == files.begin() ? 0 : static_cast<std::size_t>(after - files.begin()) - 1;
}

std::pair<std::size_t, std::size_t> files_with_prefix(const std::vector<FileRange>& files,
                                                      std::string_view prefix) {
    return {file_of(files, prefix), file_of(files, std::string(prefix) + '\xff')};
}

}  // namespace broadsheet::search
