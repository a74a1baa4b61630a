#include "search/index_files.h"

#include <algorithm>
#include <utility>

#include "model/slug.h"
#include "search/packing.h"
#include "search/ranking.h"
#include "search/tokens.h"

namespace broadsheet::search {

namespace {

constexpr std::uint32_t most_documents = 10'000'000;
constexpr std::size_t most_segments = 16;
constexpr std::size_t largest_file = std::size_t{1} << 28U;

std::optional<std::vector<std::string>> read_fields(std::string_view json, std::size_t least) {
    auto fields = read_strings(json);
    if (!fields || fields->size() < least) return std::nullopt;
    return fields;
}

std::vector<std::string> sorted_keys(std::string_view front_coded) {
    std::vector<std::string> keys =
        read_front_coded(front_coded).value_or(std::vector<std::string>());
    std::sort(keys.begin(), keys.end());
    return keys;
}

bool are_hashes(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::vector<std::string>> read_names(Family family, std::string_view hashes) {
    if (hashes.size() % name_hash_length != 0 || !are_hashes(hashes)) return std::nullopt;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < hashes.size(); i += name_hash_length) {
        names.push_back(file_name(family, hashes.substr(i, name_hash_length)));
    }
    return names;
}

// Files that begin with the keys, in their order.
std::optional<std::vector<FileRange>> read_ranges(std::string_view keys, Family family,
                                                  std::string_view hashes) {
    auto first = read_front_coded(keys);
    auto names = read_names(family, hashes);
    if (!first || !names || first->size() != names->size()) return std::nullopt;
    if (!std::is_sorted(first->begin(), first->end())) return std::nullopt;
    std::vector<FileRange> ranges;
    for (std::size_t i = 0; i < names->size(); ++i) {
        ranges.push_back({std::move((*first)[i]), std::move((*names)[i])});
    }
    return ranges;
}

// From the fields that begin there.
std::optional<PositionNames> make_position_names(const std::vector<std::string>& fields,
                                                 std::size_t first, std::size_t segments) {
    PositionNames names;
    if (fields.size() < first + 2 * segments) return std::nullopt;
    for (std::size_t i = first; i < first + 2 * segments; i += 2) {
        auto ranges = read_ranges(fields[i], Family::positions, fields[i + 1]);
        if (!ranges) return std::nullopt;
        names.push_back(std::move(*ranges));
    }
    return names;
}

std::size_t category_of(std::uint32_t number, const Root& root) {
    return number > 0 && number <= root.categories.size() ? number - 1 : Category::none;
}

// `fields`: title, path and text, which are taken.
DocumentRecord make_record(std::vector<std::string>::iterator fields, Unpacker& categories,
                           const Root& root, std::uint32_t number) {
    DocumentRecord record;
    record.title = std::move(fields[0]);
    record.path = std::move(fields[1]);
    record.text = std::move(fields[2]);
    record.category = category_of(categories.next(), root);
    if (!record.path.starts_with('/')) {
        const auto day = root.day_of(root.document_of(number));
        const std::string rest = record.path.empty() ? "/" : record.path.substr(1);
        record.path = (day ? model::day_path(*day) : "/") + model::slugify(record.title) + rest;
    }
    return record;
}

// Where the postings of one term after another are in files of postings.
class PostingPlaces {
  public:
    // `counts`: bytes of the first file that other terms have; the terms of each file.
    PostingPlaces(std::string_view counts, std::size_t files) : counts_(counts), files_(files) {
        end_ += counts_.next();
        terms_left_ = counts_.next();
    }

    // False where the files do not have so many.
    bool next(std::uint32_t bytes) {
        for (; terms_left_ == 0; terms_left_ = counts_.next()) {
            if (counts_.at_end()) return false;
            ++file_;
            end_ = posting_file_begin;
        }
        --terms_left_;
        begin_ = std::exchange(end_, end_ + bytes);
        return file_ < files_ && end_ <= largest_file;
    }
    std::size_t file() const { return file_; }
    std::size_t begin() const { return begin_; }

  private:
    Unpacker counts_;
    std::size_t files_ = 0;
    std::size_t file_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = posting_file_begin;
    std::uint32_t terms_left_ = 0;
};

void add_unpacked(const std::vector<GapAndImpact>& packed, const Segment& segment,
                  std::vector<Posting>& out) {
    out.reserve(out.size() + packed.size());
    std::uint64_t next = segment.first;
    for (const auto& [gap, impact] : packed) {
        next += gap + 1U;
        if (next > segment.end) break;
        out.push_back({static_cast<std::uint32_t>(next - 1), frequency_of(impact)});
    }
}

// Gaps between ascending numbers below `limit`, the first from -1.
std::vector<std::uint32_t> read_gaps(std::string_view text, std::uint32_t limit) {
    std::vector<std::uint32_t> numbers;
    Unpacker gaps(text);
    std::uint64_t number = 0;
    while (!gaps.at_end()) {
        number += gaps.next() + 1U;
        if (number > limit) break;
        numbers.push_back(static_cast<std::uint32_t>(number - 1));
    }
    return numbers;
}

}  // namespace

std::string name_hash(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    hash ^= hash >> 32U;
    hash *= 0x9E3779B97F4A7C15ULL;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < name_hash_length; ++i) out += digits[(hash >> (60 - 4 * i)) & 15U];
    return out;
}

std::string file_name(Family family, std::string_view hash) {
    constexpr std::string_view letters = "tfpqdrwcg";
    return letters[static_cast<std::size_t>(family)] + std::string(hash) + ".json";
}

std::string piece_of(std::string_view term, std::uint32_t block) {
    std::string piece(term);
    if (block == 0) return piece;
    // Terms hold nothing that sorts before this but white space and quotes, which they never have.
    piece += '!';
    for (const std::uint32_t digit : {block / 676 % 26, block / 26 % 26, block % 26}) {
        piece += static_cast<char>('a' + digit);
    }
    return piece;
}

std::string filter_term(Filter filter, std::string_view slug) {
    constexpr std::string_view letters = "cta";
    std::string term = {letters[static_cast<std::size_t>(filter)], '|'};
    term += slug.substr(0, 200);
    return term;
}

bool term_precedes(std::string_view left, std::string_view right) {
    if (is_folded(left) && is_folded(right)) return left < right;
    const std::string left_key = fold(left);
    const std::string right_key = fold(right);
    return left_key != right_key ? left_key < right_key : left < right;
}

std::optional<model::Day> Root::day_of(std::uint32_t document) const {
    std::uint32_t first = 0;
    for (const DayCount& day : days) {
        if (document - first < day.documents) return model::day_from_epoch(day.day);
        first += day.documents;
    }
    return std::nullopt;
}

std::pair<std::uint32_t, std::uint32_t> Root::between(std::int64_t from, std::int64_t until) const {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    for (const DayCount& day : days) {
        if (day.day < from) break;
        end += day.documents;
        if (day.day >= until) begin = end;
    }
    return {begin, end};
}

std::optional<Root> read_root(std::string_view json) {
    const auto fields = read_fields(json, 13);
    if (!fields || (*fields)[0] != format_name) return std::nullopt;
    Root root;
    std::size_t next = 13;  // after the fields that there are always
    root.language = (*fields)[1];
    Unpacker sizes((*fields)[2]);
    root.documents = sizes.next();
    root.documents_per_file = std::max(1U, sizes.next());
    root.documents_per_record_file = sizes.next();
    root.most_bytes_here = sizes.next();
    root.positions_are_cheap = sizes.next() != 0;
    if (!sizes.ok() || root.documents > most_documents) return std::nullopt;
    Unpacker days((*fields)[3]);
    std::int64_t day = days.at_end() ? 0 : static_cast<std::int64_t>(days.next()) + day_origin();
    std::uint32_t dated = 0;
    while (!days.at_end()) {
        day -= days.next();
        const std::uint32_t count = std::min(days.next(), root.documents - dated);
        root.days.push_back({day, count});
        dated += count;
    }
    root.dated = dated;
    root.common = sorted_keys((*fields)[4]);
    root.popular = read_front_coded((*fields)[5]).value_or(std::vector<std::string>());
    auto words = read_ranges((*fields)[6], Family::words, (*fields)[7]);
    auto documents = read_names(Family::documents, (*fields)[8]);
    auto records = read_names(Family::records, (*fields)[9]);
    const std::string_view last_names = (*fields)[10];
    auto terms = read_ranges((*fields)[11], Family::terms, (*fields)[12]);
    if (!words || !documents || !records || !terms || terms->empty()) return std::nullopt;
    const std::size_t last_count = root.positions_are_cheap ? 2 : 3;
    if (last_names.size() != last_count * name_hash_length || !are_hashes(last_names)) {
        return std::nullopt;
    }
    root.term_files = std::move(*terms);
    root.word_files = std::move(*words);
    root.document_files = std::move(*documents);
    root.record_files = std::move(*records);
    const auto last_name = [&](Family family, std::size_t i) {
        return file_name(family, last_names.substr(i * name_hash_length, name_hash_length));
    };
    root.categories_file = last_name(Family::categories, 0);
    root.tags_file = last_name(Family::tags, 1);
    if (!root.positions_are_cheap) {
        root.position_names_file = last_name(Family::position_names, 2);
    }
    for (std::uint32_t first = 0; !sizes.at_end() && root.segments.size() < most_segments;) {
        const std::uint32_t end = first + std::min(sizes.next(), root.documents - first);
        root.segments.push_back({std::exchange(first, end), end});
    }
    if (root.segments.empty()) return std::nullopt;
    if (root.positions_are_cheap) {
        auto names = make_position_names(*fields, next, root.segments.size());
        if (!names) return std::nullopt;
        root.position_names = std::move(*names);
        next += 2 * root.segments.size();
    }
    for (std::size_t i = next; i + 2 < fields->size(); i += 3) {
        Unpacker parent((*fields)[i + 2]);
        // Parents come before their children, so trails end.
        root.categories.push_back({(*fields)[i], (*fields)[i + 1], Category::none});
        const std::size_t number = parent.next();
        if (number > 0 && number < root.categories.size()) {
            root.categories.back().parent = number - 1;
        }
    }
    return root;
}

std::optional<PositionNames> read_position_names(std::string_view json, const Root& root) {
    const auto fields = read_fields(json, 0);
    return fields ? make_position_names(*fields, 0, root.segments.size()) : std::nullopt;
}

std::int64_t day_origin() { return model::days_since_epoch({1, 1, 1}); }

std::optional<TermFile> TermFile::read(std::string_view json, const Root& root) {
    auto fields = read_fields(json, 6);
    if (!fields) return std::nullopt;
    auto terms = read_front_coded((*fields)[0]);
    auto posting_files = read_names(Family::postings, (*fields)[4]);
    if (!terms || !posting_files) return std::nullopt;
    TermFile file;
    file.posting_files_ = std::move(*posting_files);
    Unpacker numbers((*fields)[1]);
    std::size_t gaps = 0;
    std::size_t impacts = 0;
    PostingPlaces elsewhere((*fields)[5], file.posting_files_.size());
    for (std::string& text : *terms) {
        Term term;
        term.key = fold(text);
        term.term = std::move(text);
        for (const Segment& segment : root.segments) {
            Place place{segment};
            place.documents = numbers.next();
            if (place.documents == 0) continue;
            place.bytes = numbers.next();
            if (place.documents > segment.end - segment.first) return std::nullopt;
            const bool is_oldest = &segment == &root.segments.front();
            if (!is_oldest || std::size_t{place.documents} + place.bytes <= root.most_bytes_here) {
                place.begin = std::exchange(gaps, gaps + place.bytes);
                place.impacts = std::exchange(impacts, impacts + place.documents);
            } else {
                if (!elsewhere.next(place.bytes)) return std::nullopt;
                place.file = elsewhere.file();
                place.begin = elsewhere.begin();
                term.bytes_elsewhere += place.bytes;
            }
            term.documents += place.documents;
            term.places.push_back(place);
        }
        file.terms_.push_back(std::move(term));
    }
    file.gaps_ = std::move((*fields)[2]);
    file.impacts_ = std::move((*fields)[3]);
    const bool whole = numbers.ok() && gaps == file.gaps_.size() && impacts == file.impacts_.size();
    const bool sorted =
        std::is_sorted(file.terms_.begin(), file.terms_.end(),
                       [](const Term& left, const Term& right) { return left.key < right.key; });
    if (!whole || !sorted) return std::nullopt;
    return file;
}

std::pair<std::size_t, std::size_t> TermFile::with_prefix(std::string_view prefix) const {
    const auto begin = std::lower_bound(
        terms_.begin(), terms_.end(), prefix,
        [](const Term& term, std::string_view wanted) { return term.key < wanted; });
    auto end = begin;
    while (end != terms_.end() && end->key.starts_with(prefix)) ++end;
    return {static_cast<std::size_t>(begin - terms_.begin()),
            static_cast<std::size_t>(end - terms_.begin())};
}

FilePart TermFile::part(const Place& place) const {
    return {posting_files_[place.file], place.begin, place.bytes};
}

void TermFile::add_postings(const Place& place, std::vector<Posting>& out) const {
    std::vector<GapAndImpact> packed;
    packed.reserve(place.documents);
    Unpacker gaps(std::string_view(gaps_).substr(place.begin, place.bytes));
    Unpacker impacts(std::string_view(impacts_).substr(place.impacts, place.documents));
    for (std::uint32_t i = 0; i < place.documents && gaps.ok(); ++i) {
        packed.push_back({gaps.next(), impacts.next()});
    }
    if (!gaps.ok()) packed.pop_back();
    add_unpacked(packed, place.segment, out);
}

void TermFile::add_postings(const Place& place, std::string_view part, std::vector<Posting>& out) {
    add_unpacked(split_postings(part, place.documents), place.segment, out);
}

std::optional<PositionFile> PositionFile::read(std::string_view json) {
    auto fields = read_fields(json, 3);
    if (!fields) return std::nullopt;
    auto terms = read_front_coded((*fields)[0]);
    if (!terms) return std::nullopt;
    PositionFile file;
    file.terms_ = std::move(*terms);
    Unpacker sizes((*fields)[1]);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < file.terms_.size(); ++i) {
        file.offsets_.push_back(offset);
        offset += sizes.next();
    }
    file.offsets_.push_back(offset);
    file.data_ = std::move((*fields)[2]);
    if (!sizes.ok() || offset != file.data_.size()) return std::nullopt;
    return file;
}

std::vector<std::vector<std::uint32_t>> PositionFile::positions(std::string_view piece,
                                                                std::size_t postings) const {
    std::vector<std::vector<std::uint32_t>> all;
    const auto known = std::find(terms_.begin(), terms_.end(), piece);
    if (known == terms_.end()) return all;
    const auto i = static_cast<std::size_t>(known - terms_.begin());
    Unpacker numbers(std::string_view(data_).substr(offsets_[i], offsets_[i + 1] - offsets_[i]));
    while (all.size() < postings && !numbers.at_end()) {
        std::vector<std::uint32_t> places;
        std::uint32_t place = 0;
        const std::uint32_t count = numbers.next();
        for (std::uint32_t j = 0; j < count && !numbers.at_end(); ++j) {
            place += numbers.next();
            places.push_back(place);
        }
        all.push_back(std::move(places));
    }
    all.resize(postings);
    return all;
}

std::optional<std::vector<DocumentRecord>> read_documents(std::string_view json, const Root& root,
                                                          std::uint32_t first) {
    auto fields = read_fields(json, 1);
    if (!fields) return std::nullopt;
    std::vector<DocumentRecord> records;
    Unpacker categories((*fields)[0]);
    for (std::size_t i = 1; i + 2 < fields->size(); i += 3) {
        const auto number = first + static_cast<std::uint32_t>(records.size());
        records.push_back(make_record(fields->begin() + static_cast<std::ptrdiff_t>(i), categories,
                                      root, number));
    }
    return records;
}

FilePart record_part(const Root& root, std::uint32_t number) {
    const std::uint32_t per_file = root.documents_per_record_file;
    if (per_file == 0 || number / per_file >= root.record_files.size()) return {};
    // The array's bracket comes first; a comma, or the other bracket, ends each record.
    return {root.record_files[number / per_file], 1 + number % per_file * record_size, record_size};
}

std::optional<DocumentRecord> read_record(std::string_view bytes, const Root& root,
                                          std::uint32_t number) {
    if (bytes.size() != record_size) return std::nullopt;
    bytes.remove_suffix(1);
    auto fields = read_fields(bytes, 4);
    if (!fields) return std::nullopt;
    Unpacker category((*fields)[0]);
    return make_record(fields->begin() + 1, category, root, number);
}

std::string word_group(std::string_view first_letter, std::size_t letters) {
    std::string group(first_letter);
    letters = std::min<std::size_t>(letters, 99);
    group += static_cast<char>('0' + letters / 10);
    group += static_cast<char>('0' + letters % 10);
    return group;
}

std::optional<std::vector<Word>> read_words(std::string_view json) {
    auto fields = read_fields(json, 2);
    if (!fields) return std::nullopt;
    auto keys = read_front_coded((*fields)[0]);
    if (!keys) return std::nullopt;
    std::vector<Word> words;
    Unpacker weights((*fields)[1]);
    for (std::string& key : *keys) words.push_back({std::move(key), weights.next()});
    return words;
}

std::optional<std::vector<std::size_t>> read_categories(std::string_view json, const Root& root) {
    const auto fields = read_fields(json, 1);
    if (!fields) return std::nullopt;
    std::vector<std::size_t> categories;
    Unpacker numbers((*fields)[0]);
    while (!numbers.at_end()) categories.push_back(category_of(numbers.next(), root));
    categories.resize(root.documents, Category::none);
    std::reverse(categories.begin(), categories.begin() + static_cast<std::ptrdiff_t>(root.dated));
    return categories;
}

std::optional<std::vector<TagDocuments>> read_tags(std::string_view json, const Root& root) {
    const auto fields = read_fields(json, 0);
    if (!fields) return std::nullopt;
    std::vector<TagDocuments> tags;
    for (std::size_t i = 0; i + 2 < fields->size(); i += 3) {
        std::vector<std::uint32_t> numbers = read_gaps((*fields)[i + 2], root.documents);
        for (std::uint32_t& number : numbers) number = root.document_of(number);
        std::sort(numbers.begin(), numbers.end());
        tags.push_back({(*fields)[i], (*fields)[i + 1], std::move(numbers)});
    }
    return tags;
}

}  // namespace broadsheet::search
