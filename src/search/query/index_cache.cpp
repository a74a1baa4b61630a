#include "search/query/index_cache.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

template <typename Value, typename Key>
bool keep(std::map<Key, Value>& values, Key key, std::optional<Value> value) {
    if (!value) return false;
    values.insert_or_assign(key, std::move(*value));
    return true;
}

}  // namespace

void IndexCache::supply(std::string_view name, std::string_view bytes) {
    if (!take(name, bytes)) miss(name);
}

void IndexCache::miss(std::string_view name) {
    if (FileParts::is_name(name)) return parts_.miss(name);
    missing_.emplace(name);
}

void IndexCache::forget_missing() {
    missing_.clear();
    parts_.forget_missing();
}

std::vector<std::string> IndexCache::wanted() const {
    std::vector<std::string> names = parts_.wanted();
    names.insert(names.end(), wanted_.begin(), wanted_.end());
    return names;
}

bool IndexCache::take(std::string_view name, std::string_view bytes) {
    if (name == root_file) return keep(root_, 0, read_root(bytes));
    if (root_.empty() || name.empty()) return false;
    const Root& root = root_.begin()->second;
    if (FileParts::is_name(name)) return parts_.supply(name, bytes);
    std::string key(name);
    switch (name[0]) {
        case 't': return keep(terms_, std::move(key), TermFile::read(bytes, root));
        case 'f':
        case 'p': parts_.supply_whole(name, bytes); return true;
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

std::vector<Posting> IndexCache::postings(const TermFile& file, const TermFile::Term& term) {
    std::vector<Posting> all;
    for (const TermFile::InSegment& own : term.segments) {
        file.add_postings(own, postings_of(file, own), all);
    }
    return all;
}

std::vector<FilePart> IndexCache::position_blocks(const TermFile& file,
                                                  const TermFile::InSegment& own) {
    if (own.positions.bytes == 0) return {};
    return file.position_blocks(own, postings_of(file, own));
}

std::string_view IndexCache::postings_of(const TermFile& file, const TermFile::InSegment& own) {
    if (own.postings.file == TermFile::Data::here) return {};
    return data(file.part(own.postings));
}

// Returns the bytes of a part, taken from the whole file if the host does not support ranges.
std::string_view IndexCache::data(const FilePart& part) {
    const std::string_view bytes = parts_.find(part);
    if (!bytes.empty()) return bytes;
    if (parts_.has_whole(part.file)) {
        misses_some_ = true;  // the file is too short
    } else if (!parts_.has_parts(part.file)) {
        want(std::string(part.file));
    }
    return bytes;
}

void IndexCache::want(const std::string& name) {
    if (missing_.count(name) != 0) {
        misses_some_ = true;
    } else {
        wanted_.insert(name);
    }
}

const Root* IndexCache::root() { return find(root_, 0, std::string(root_file)); }

const DocumentRecord* IndexCache::document(std::uint32_t number) {
    const Root* site = root();
    if (!site) return nullptr;
    const std::uint32_t stored = site->document_of(number);
    if (const auto known = records_.find(stored); known != records_.end()) return &known->second;
    if (const FilePart part = record_part(*site, stored); part.size > 0) {
        const std::string_view bytes = parts_.find(part);
        if (!bytes.empty()) {
            // Documents that need more than a record have none.
            auto record = read_record(bytes, *site, stored);
            if (record) return &records_.emplace(stored, std::move(*record)).first->second;
        } else if (parts_.has_parts(part.file)) {
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

const std::vector<std::size_t>* IndexCache::categories() {
    const Root* site = root();
    return site ? find(categories_, 0, site->categories_file) : nullptr;
}

const std::vector<TagDocuments>* IndexCache::tags() {
    const Root* site = root();
    return site ? find(tags_, 0, site->tags_file) : nullptr;
}

void IndexCache::begin() {
    wanted_.clear();
    parts_.begin();
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
