#include "search/build/index_terms.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "search/format/printable_numbers.h"

namespace broadsheet::search {

namespace {

// The average compressed size of a term and its numbers with brotli, measured on files.
constexpr std::size_t term_cost = 4;

std::size_t bytes_of(const JoinedTerms& terms, std::size_t term, std::size_t max_bytes_here) {
    const auto parts = terms.parts(term);
    std::size_t bytes = term_cost;
    for (const SegmentTerms::Term* part : parts) {
        const bool is_here = part && (part != parts.front() || part->packed <= max_bytes_here);
        if (is_here) bytes += part->bytes;
        if (part && part != parts.front()) bytes += SegmentTerms::position_bytes(*part);
    }
    return bytes;
}

// Writes the locations of the terms' data in data files, term by term.
class DataPlaces {
  public:
    explicit DataPlaces(const DataFiles& files) : files_(files) {}

    // The bytes of the term's data, or 0. `term` must be greater than in the previous call.
    std::uint32_t add(std::size_t term) {
        const std::uint32_t bytes = files_.bytes[term];
        if (bytes == 0) return 0;
        const auto own = std::upper_bound(files_.first.begin(), files_.first.end(), term) - 1;
        const auto number = own - files_.first.begin();
        if (number != file_) {
            if (file_ < 0) {
                const auto all = files_.bytes.begin();
                append_packed(counts_,
                              std::accumulate(all + static_cast<std::ptrdiff_t>(*own),
                                              all + static_cast<std::ptrdiff_t>(term), 0U));
            }
            end_file();
            file_ = number;
            names_ += name_hash_in(files_.files[static_cast<std::size_t>(number)]);
        }
        ++terms_;
        return bytes;
    }
    // Appends the names of the files, and the numbers to locate the data in them.
    void append_to(std::vector<std::string>& fields) {
        end_file();
        fields.push_back(std::move(names_));
        fields.push_back(std::move(counts_));
    }

  private:
    void end_file() {
        if (terms_ > 0) append_packed(counts_, std::exchange(terms_, 0));
    }

    const DataFiles& files_;
    std::string names_;
    std::string counts_;
    std::ptrdiff_t file_ = -1;  // the current file
    std::uint32_t terms_ = 0;   // number of its terms so far
};

// The data of the oldest segment that are not in term files.
struct Elsewhere {
    DataFiles postings;
    DataFiles positions;
};

std::string term_file(const JoinedTerms& terms, std::size_t begin, std::size_t end,
                      const Elsewhere& elsewhere, std::size_t max_positions_beside) {
    std::vector<std::string> fields(4);
    std::string_view previous;
    DataPlaces postings(elsewhere.postings);
    DataPlaces positions(elsewhere.positions);
    std::vector<std::string> positions_here(terms.segments().size() - 1);
    for (std::size_t i = begin; i < end; ++i) {
        append_front_coded(fields[0], previous, terms.terms()[i].term);
        previous = terms.terms()[i].term;
        const auto parts = terms.parts(i);
        for (std::size_t segment = 0; segment < parts.size(); ++segment) {
            const SegmentTerms::Term* part = parts[segment];
            append_packed(fields[1], part ? part->documents : 0);
            if (!part) continue;
            const SegmentTerms& own = terms.segments()[segment];
            const auto number = static_cast<std::size_t>(part - own.terms().data());
            const bool are_beside =
                segment == 0 && SegmentTerms::are_beside(*part, max_positions_beside);
            const std::uint32_t beside = are_beside ? part->positions : 0;
            const std::uint32_t bytes = segment == 0 ? postings.add(number) : 0;
            if (bytes > beside) {
                append_packed(fields[1], bytes - beside);
            } else {
                append_packed(fields[1], part->packed - part->documents);
                own.write_postings(*part, fields[2], fields[3]);
            }
            std::uint32_t position_bytes = beside;
            if (segment == 0 && !are_beside) {
                position_bytes = positions.add(number);
            } else if (segment > 0 && part->positions > 0) {
                const std::string data = own.joined_positions(*part);
                position_bytes = static_cast<std::uint32_t>(data.size());
                positions_here[segment - 1] += data;
            }
            append_packed(fields[1],
                          to_unsigned(std::int64_t{position_bytes} -
                                      std::int64_t{default_position_bytes} * part->documents));
        }
    }
    postings.append_to(fields);
    positions.append_to(fields);
    std::move(positions_here.begin(), positions_here.end(), std::back_inserter(fields));
    return write_strings(fields);
}

}  // namespace

JoinedTerms::JoinedTerms(std::vector<SegmentTerms>& segments) : segments_(segments) {
    std::vector<std::size_t> next(segments.size(), 0);
    const auto precedes = [](const SegmentTerms::Term& left, const SegmentTerms::Term& right) {
        return left.key != right.key ? left.key < right.key : left.term < right.term;
    };
    for (;;) {
        const SegmentTerms::Term* first = nullptr;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const auto& own = segments[i].terms();
            if (next[i] == own.size()) continue;
            if (!first || precedes(own[next[i]], *first)) first = &own[next[i]];
        }
        if (!first) return;
        terms_.push_back({first->term, first->key, 0});
        Term& term = terms_.back();
        for (std::size_t i = 0; i < segments.size(); ++i) {
            auto& own = segments[i].terms();
            const bool has_it = next[i] < own.size() && own[next[i]].term == term.term;
            parts_.push_back(has_it ? &own[next[i]++] : nullptr);
            if (has_it) term.documents += parts_.back()->documents;
        }
    }
}

std::size_t term_bytes(const JoinedTerms& terms, std::size_t max_bytes_here) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < terms.terms().size(); ++i) {
        sum += bytes_of(terms, i, max_bytes_here);
    }
    return sum;
}

FileFamily write_terms(const JoinedTerms& terms, const TermSizes& sizes, const FileMaking& making) {
    const std::vector<SegmentTerms>& segments = terms.segments();
    Elsewhere elsewhere;
    elsewhere.postings = segments.front().posting_files(sizes.posting_file, sizes.max_bytes_here,
                                                        sizes.max_positions_beside, making);
    elsewhere.positions =
        segments.front().position_files(sizes.position_file, sizes.max_positions_beside, making);
    const auto& all = terms.terms();
    const std::vector<std::size_t> first = cut_keys(
        all.size(), [&](std::size_t i) { return all[i].key; },
        [&](std::size_t i) { return bytes_of(terms, i, sizes.max_bytes_here); }, sizes.file);
    FileFamily made;
    made.files = make_files(
        first, all.size(), Family::terms, making, [&](std::size_t begin, std::size_t end) {
            return term_file(terms, begin, end, elsewhere, sizes.max_positions_beside);
        });
    for (const std::size_t i : first) made.first.emplace_back(all[i].key);
    return made;
}

}  // namespace broadsheet::search
