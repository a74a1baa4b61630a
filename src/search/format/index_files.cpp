#include "search/format/index_files.h"

#include <algorithm>
#include <utility>

#include "addresses/paths.h"
#include "addresses/slug.h"
#include "search/format/printable_numbers.h"
#include "search/format/ranking.h"
#include "search/words/tokens.h"

namespace broadsheet::search {

namespace {

constexpr std::uint32_t max_documents = 10'000'000;
constexpr std::size_t max_segments = 16;
// 22 MB; some hosts accept no files of more than 25 MiB.
constexpr std::uint32_t max_records_in_file = 49'152;
constexpr std::uint32_t min_records_step = 256;
constexpr std::uint32_t records_steps = 16;
constexpr std::size_t largest_file = std::size_t{1} << 28U;

std::optional<std::vector<std::string>> read_fields(std::string_view json, std::size_t min_fields) {
    auto fields = read_strings(json);
    if (!fields || fields->size() < min_fields) return std::nullopt;
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

// Reads the first keys and names of files, in order.
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

std::size_t category_of(std::uint32_t number, const Root& root) {
    return number > 0 && number <= root.categories.size() ? number - 1 : Category::none;
}

// Makes a record from `fields` (title, path and text), which are moved from.
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
        record.path =
            (day ? addresses::day_path(*day) : "/") + addresses::slugify(record.title) + rest;
    }
    return record;
}

// Reads the locations of the terms' data in data files, term by term.
class DataPlaces {
  public:
    // `counts` contains the number of bytes of other terms in the first file, then the number of
    // terms of each file. Files are numbered from `first`.
    DataPlaces(std::string_view counts, std::size_t first, std::size_t end)
        : counts_(counts), file_(first), files_end_(end) {
        data_end_ += counts_.next();
        terms_left_ = counts_.next();
    }

    // Returns nothing if the files do not contain that many terms.
    std::optional<TermFile::Data> next(std::uint32_t bytes) {
        for (; terms_left_ == 0; terms_left_ = counts_.next()) {
            if (counts_.at_end()) return std::nullopt;
            ++file_;
            data_end_ = data_file_begin;
        }
        --terms_left_;
        const std::size_t begin = std::exchange(data_end_, data_end_ + bytes);
        if (file_ >= files_end_ || data_end_ > largest_file) return std::nullopt;
        return TermFile::Data{file_, begin, bytes};
    }

  private:
    Unpacker counts_;
    std::size_t file_ = 0;
    std::size_t files_end_ = 0;
    std::size_t data_end_ = data_file_begin;
    std::uint32_t terms_left_ = 0;
};

void add_unpacked(const std::vector<GapAndImpact>& packed, const Segment& segment,
                  std::vector<Posting>& out) {
    out.reserve(out.size() + packed.size());
    std::uint64_t next = segment.first;
    for (const auto& [gap, impact] : packed) {
        next += gap + 1U;
        if (next > segment.end) break;
        out.push_back(
            {static_cast<std::uint32_t>(next - 1), frequency_of(impact), is_in_title(impact)});
    }
}

// Reads ascending numbers below `limit` from their gaps, the first counted from -1.
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
    constexpr std::string_view letters = "tfpdrwcg";
    return letters[static_cast<std::size_t>(family)] + std::string(hash) + ".json";
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
    root.language = (*fields)[1];
    Unpacker sizes((*fields)[2]);
    root.documents = sizes.next();
    root.documents_per_file = std::max(1U, sizes.next());
    root.has_records = sizes.next() != 0;
    root.max_bytes_here = sizes.next();
    root.max_positions_beside = sizes.next();
    if (!sizes.ok() || root.documents > max_documents) return std::nullopt;
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
    root.common_have_positions = root.documents <= max_documents_with_all_words;
    root.popular = read_front_coded((*fields)[5]).value_or(std::vector<std::string>());
    auto words = read_ranges((*fields)[6], Family::words, (*fields)[7]);
    auto documents = read_names(Family::documents, (*fields)[8]);
    auto records = read_names(Family::records, (*fields)[9]);
    const std::string_view last_names = (*fields)[10];
    auto terms = read_ranges((*fields)[11], Family::terms, (*fields)[12]);
    if (!words || !documents || !records || !terms || terms->empty()) return std::nullopt;
    if (last_names.size() != 2 * name_hash_length || !are_hashes(last_names)) {
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
    for (std::uint32_t first = 0; !sizes.at_end() && root.segments.size() < max_segments;) {
        const std::uint32_t end = first + std::min(sizes.next(), root.documents - first);
        root.segments.push_back({std::exchange(first, end), end});
    }
    if (root.segments.empty()) return std::nullopt;
    for (std::size_t i = 13; i + 2 < fields->size(); i += 3) {
        Unpacker parent((*fields)[i + 2]);
        // Parents come before their children, so trails cannot be cyclic.
        root.categories.push_back({(*fields)[i], (*fields)[i + 1], Category::none});
        const std::size_t number = parent.next();
        if (number > 0 && number < root.categories.size()) {
            root.categories.back().parent = number - 1;
        }
    }
    return root;
}

std::int64_t day_origin() { return model::days_since_epoch({1, 1, 1}); }

std::optional<TermFile> TermFile::read(std::string_view json, const Root& root) {
    const std::size_t segments = root.segments.size();
    auto fields = read_fields(json, 7 + segments);
    if (!fields) return std::nullopt;
    auto terms = read_front_coded((*fields)[0]);
    if (!terms) return std::nullopt;
    TermFile file;
    // The locations of the oldest segment's postings, then of its positions.
    std::vector<DataPlaces> places;
    for (std::size_t i = 4; i < 8; i += 2) {
        const auto names = read_names(i == 4 ? Family::postings : Family::positions, (*fields)[i]);
        if (!names) return std::nullopt;
        const std::size_t first = file.data_files_.size();
        file.data_files_.insert(file.data_files_.end(), names->begin(), names->end());
        places.emplace_back((*fields)[i + 1], first, file.data_files_.size());
    }
    // The positions of each further segment.
    std::vector<std::size_t> positions(segments, 0);
    for (std::size_t i = 1; i < segments; ++i) {
        positions[i] = file.positions_.size();
        file.positions_ += (*fields)[7 + i];
    }
    Unpacker numbers((*fields)[1]);
    std::size_t gaps = 0;
    std::size_t impacts = 0;
    for (std::string& text : *terms) {
        Term term;
        term.key = fold(text);
        term.term = std::move(text);
        for (std::size_t i = 0; i < segments; ++i) {
            InSegment own;
            own.segment = root.segments[i];
            own.documents = numbers.next();
            if (own.documents == 0) continue;
            const std::uint32_t bytes = numbers.next();
            const std::int64_t position_bytes =
                to_signed(numbers.next()) + std::int64_t{default_position_bytes} * own.documents;
            if (own.documents > own.segment.end - own.segment.first) return std::nullopt;
            const bool is_here = i > 0 || std::size_t{own.documents} + bytes <= root.max_bytes_here;
            const auto size = static_cast<std::uint32_t>(std::max<std::int64_t>(position_bytes, 0));
            own.are_beside = i == 0 && size > 0 && size <= root.max_positions_beside;
            const std::uint32_t data_bytes = is_here ? 0 : bytes;
            if (is_here) {
                own.postings = {Data::here, std::exchange(gaps, gaps + bytes), bytes};
                own.impacts = std::exchange(impacts, impacts + own.documents);
            }
            if (!is_here || own.are_beside) {
                const auto data = places[0].next(data_bytes + (own.are_beside ? size : 0));
                if (!data) return std::nullopt;
                if (!is_here) own.postings = {data->file, data->begin, bytes};
                if (own.are_beside) own.positions = {data->file, data->begin + data_bytes, size};
            }
            if (size > 0 && !own.are_beside) {
                const auto data = i == 0 ? places[1].next(size)
                                         : std::optional(Data{Data::here, positions[i], size});
                if (!data) return std::nullopt;
                own.positions = *data;
                positions[i] += size;
                if (i > 0 && positions[i] > file.positions_.size()) return std::nullopt;
            }
            term.documents += own.documents;
            term.segments.push_back(own);
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

std::size_t TermFile::Term::posting_bytes() const {
    std::size_t sum = 0;
    for (const InSegment& own : segments) {
        if (own.postings.file != Data::here) sum += own.postings.bytes;
    }
    return sum;
}

std::size_t TermFile::Term::position_bytes() const {
    std::size_t sum = 0;
    for (const InSegment& own : segments) sum += own.positions.bytes;
    return sum;
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

void TermFile::add_postings(const InSegment& own, std::string_view part,
                            std::vector<Posting>& out) const {
    if (own.postings.file != Data::here) {
        Unpacker numbers(part);
        if (own.positions.bytes > 0 && !own.are_beside) {
            for (std::uint32_t i = 0; i < block_count(own.segment); ++i) numbers.next();
        }
        return add_unpacked(split_postings(numbers.rest(), own.documents), own.segment, out);
    }
    std::vector<GapAndImpact> packed;
    packed.reserve(own.documents);
    Unpacker gaps(std::string_view(gaps_).substr(own.postings.begin, own.postings.bytes));
    Unpacker impacts(std::string_view(impacts_).substr(own.impacts, own.documents));
    for (std::uint32_t i = 0; i < own.documents && gaps.ok(); ++i) {
        packed.push_back({gaps.next(), impacts.next()});
    }
    if (!gaps.ok()) packed.pop_back();
    add_unpacked(packed, own.segment, out);
}

std::vector<FilePart> TermFile::position_blocks(const InSegment& own, std::string_view part) const {
    FilePart left = this->part(own.positions);
    if (own.postings.file == Data::here || own.are_beside) return {left};
    std::vector<FilePart> blocks;
    Unpacker sizes(part);
    for (std::uint32_t i = 0; i < block_count(own.segment); ++i) {
        const std::size_t size = std::min<std::size_t>(sizes.next(), left.size);
        blocks.push_back({left.file, left.begin, size});
        left.begin += size;
        left.size -= size;
    }
    return blocks;
}

std::vector<std::vector<std::uint32_t>> read_positions(std::string_view packed, std::size_t count) {
    std::vector<std::vector<std::uint32_t>> all;
    Unpacker numbers(packed);
    while (all.size() < count && !numbers.at_end()) {
        std::vector<std::uint32_t> places;
        std::uint32_t place = 0;
        const std::uint32_t own = numbers.next();
        for (std::uint32_t i = 0; i < own && !numbers.at_end(); ++i) {
            place += numbers.next();
            places.push_back(place);
        }
        all.push_back(std::move(places));
    }
    all.resize(count);
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

std::uint32_t records_in_file(std::uint32_t left) {
    if (left < min_records_step) return left;
    std::uint32_t step = min_records_step;
    while (step * 2 * records_steps <= left) step *= 2;
    return std::min(left / step * step, max_records_in_file);
}

FilePart record_part(const Root& root, std::uint32_t number) {
    if (!root.has_records || number >= root.documents) return {};
    std::uint32_t first = 0;
    for (const std::string& file : root.record_files) {
        const std::uint32_t count = records_in_file(root.documents - first);
        if (number - first < count) {
            // The array's bracket comes first. Each record ends with a comma or the closing
            // bracket.
            return {file, 1 + std::size_t{number - first} * record_size, record_size};
        }
        first += count;
    }
    return {};
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
