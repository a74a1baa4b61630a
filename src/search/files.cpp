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

}  // namespace

void Files::supply(std::string_view name, std::string_view bytes) {
    if (!take(name, bytes)) missing_.emplace(name);
}

void Files::miss(std::string_view name) { missing_.emplace(name); }

bool Files::take(std::string_view name, std::string_view bytes) {
    if (name == root_file) return keep(root_, 0, read_root(bytes));
    const auto root = root_.find(0);
    if (root == root_.end() || name.empty()) return false;
    if (name == categories_file) return keep(categories_, 0, read_categories(bytes, root->second));
    if (name == tags_file) return keep(tags_, 0, read_tags(bytes, root->second));
    std::size_t number = 0;
    const char* const end = name.data() + name.size();
    if (std::from_chars(name.data() + 1, end, number).ec != std::errc()) return false;
    switch (name[0]) {
        case 't': return keep(terms_, number, TermFile::read(bytes, root->second));
        case 'p': return keep(positions_, number, PositionFile::read(bytes));
        case 'w': return keep(words_, number, read_words(bytes));
        case 'd': {
            const std::size_t first = number * root->second.documents_per_file;
            if (first >= root->second.documents) return false;
            return keep(documents_, number,
                        read_documents(bytes, root->second, static_cast<std::uint32_t>(first)));
        }
        default: return false;
    }
}

const Root* Files::root() { return find(root_, 0, std::string(root_file)); }

const TermFile* Files::terms(std::size_t number) {
    return find(terms_, number, file_name(Family::terms, number));
}

const PositionFile* Files::positions(std::size_t number) {
    return find(positions_, number, file_name(Family::positions, number));
}

const std::vector<Word>* Files::words(std::size_t number) {
    return find(words_, number, file_name(Family::words, number));
}

const DocumentRecord* Files::document(std::uint32_t number) {
    const Root* site = root();
    if (!site) return nullptr;
    const std::size_t file = number / site->documents_per_file;
    const auto* records = find(documents_, file, file_name(Family::documents, file));
    const std::size_t place = number % site->documents_per_file;
    if (!records || place >= records->size()) return nullptr;
    return &(*records)[place];
}

const std::vector<std::size_t>* Files::categories() {
    return find(categories_, 0, std::string(categories_file));
}

const std::vector<TagDocuments>* Files::tags() { return find(tags_, 0, std::string(tags_file)); }

void Files::begin() {
    wanted_.clear();
    misses_some_ = false;
}

std::size_t file_of(const std::vector<std::string>& keys, std::string_view key) {
    const auto after = std::upper_bound(keys.begin(), keys.end(), key);
    return after == keys.begin() ? 0 : static_cast<std::size_t>(after - keys.begin()) - 1;
}

std::pair<std::size_t, std::size_t> files_with_prefix(const std::vector<std::string>& keys,
                                                      std::string_view prefix) {
    return {file_of(keys, prefix), file_of(keys, std::string(prefix) + '\xff')};
}

}  // namespace broadsheet::search
