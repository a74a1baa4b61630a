#include "search/files.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

template <typename Value, typename Key>
bool keep(std::map<Key, Value>& values, Key key, std::optional<Value> value) {
    if (!value) return false;
    values.insert_or_assign(key, std::move(*value));
    return true;
}

bool has(const std::vector<FileRange>& files, std::string_view name) {
    return std::any_of(files.begin(), files.end(),
                       [&](const FileRange& file) { return file.name == name; });
}

}  // namespace

void Files::supply(std::string_view name, std::string_view bytes) {
    if (!take(name, bytes)) missing_.emplace(name);
}

void Files::miss(std::string_view name) { missing_.emplace(name); }

bool Files::take(std::string_view name, std::string_view bytes) {
    if (name == root_file) return keep(root_, 0, read_root(bytes));
    if (root_.empty() || name.empty()) return false;
    const Root& root = root_.begin()->second;
    std::string key(name);
    switch (name[0]) {
        case 't': {
            const auto has_it = [&](const Segment& segment) { return has(segment.terms, name); };
            const auto segment = std::find_if(root.segments.begin(), root.segments.end(), has_it);
            if (segment == root.segments.end()) return false;
            return keep(terms_, std::move(key), TermFile::read(bytes, *segment));
        }
        case 'p': return keep(positions_, std::move(key), PositionFile::read(bytes));
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

const Root* Files::root() { return find(root_, 0, std::string(root_file)); }

const DocumentRecord* Files::document(std::uint32_t number) {
    const Root* site = root();
    if (!site) return nullptr;
    const std::uint32_t stored = site->document_of(number);
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
