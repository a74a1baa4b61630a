#include "search/build/index_segment.h"

#include <algorithm>
#include <queue>

#include "search/format/postings.h"
#include "search/format/printable_numbers.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t parts_between_releases = 1U << 16U;

// A run and its next term.
struct Source {
    PostingRunReader reader;
    PostingRunTerm term;
    std::uint32_t place = 0;
    std::uint32_t run = 0;

    bool advance() {
        if (reader.at_end()) return false;
        place = static_cast<std::uint32_t>(reader.place());
        term = reader.next();
        return true;
    }
};

struct ComesLater {
    bool operator()(const Source* left, const Source* right) const {
        if (const int keys = left->term.key.compare(right->term.key); keys != 0) return keys > 0;
        if (const int terms = left->term.term.compare(right->term.term); terms != 0) {
            return terms > 0;
        }
        return left->run > right->run;
    }
};

// Average percentages that brotli leaves, measured on files: of a posting whose gap is one symbol,
// of each further symbol, and of a symbol of positions.
constexpr std::uint32_t posting_percent = 73;
constexpr std::uint32_t long_gap_percent = 177;
constexpr std::uint32_t position_percent = 56;

// The packed size of postings. `gap` is the gap before the first document.
std::uint32_t packed_size(const PostingRunTerm& part, std::uint32_t gap) {
    std::string first;
    append_packed(first, gap);
    return static_cast<std::uint32_t>(first.size() + part.gaps.size() + part.impacts.size());
}

std::uint32_t cost_of_postings(const PostingRunTerm& part, std::uint32_t packed) {
    const std::uint32_t longer = packed - 2 * part.documents;
    return (part.documents * posting_percent + longer * long_gap_percent) / 100;
}

}  // namespace

SegmentTerms::SegmentTerms(const SegmentRuns& segment, const std::function<void()>& release)
    : segment_(segment) {
    std::vector<Source> sources;
    sources.reserve(segment.runs.size());
    std::uint32_t start = 0;
    for (const std::string_view run : segment.runs) {
        const auto number = static_cast<std::uint32_t>(sources.size());
        sources.push_back({PostingRunReader(run), {}, 0, number});
        starts_.push_back(start);
        start += static_cast<std::uint32_t>(sources.back().reader.texts().size());
    }
    std::priority_queue<Source*, std::vector<Source*>, ComesLater> next;
    for (Source& source : sources) {
        if (source.advance()) next.push(&source);
    }
    std::uint32_t after_last = 0;  // the number after the current term's last document
    while (!next.empty()) {
        Source& source = *next.top();
        next.pop();
        const PostingRunTerm& part = source.term;
        if (terms_.empty() || terms_.back().term != part.term) {
            const std::string_view text = texts_.keep(part.term);
            const std::string_view key = part.key == part.term ? text : texts_.keep(part.key);
            terms_.push_back({text, key, 0, 0, 0, static_cast<std::uint32_t>(parts_.size()), 0, 0});
        }
        Term& term = terms_.back();
        term.documents += part.documents;
        const std::uint32_t run_start = starts_[source.run];
        if (term.documents == part.documents) after_last = 0;
        const std::uint32_t packed = packed_size(part, run_start + part.first - after_last);
        term.bytes += cost_of_postings(part, packed);
        term.packed += packed;
        term.positions += static_cast<std::uint32_t>(part.positions.size());
        after_last = run_start + part.last + 1;
        parts_.push_back({source.run, source.place});
        term.parts_end = static_cast<std::uint32_t>(parts_.size());
        if (source.advance()) next.push(&source);
        if (parts_.size() % parts_between_releases == 0) release();
    }
}

PostingRunTerm SegmentTerms::read(const Part& part) const {
    return PostingRunReader::term_at(segment_.runs[part.run], part.place);
}

// At least 1 if the term has positions.
std::size_t SegmentTerms::position_bytes(const Term& term) {
    return (std::size_t{term.positions} * position_percent + 99) / 100;
}

std::size_t SegmentTerms::position_bytes(std::size_t max_positions_beside, bool are_beside) const {
    std::size_t sum = 0;
    for (const Term& term : terms_) {
        if (SegmentTerms::are_beside(term, max_positions_beside) == are_beside) {
            sum += position_bytes(term);
        }
    }
    return sum;
}

DataFiles SegmentTerms::data_files(Family family, std::size_t file_size, const FileMaking& making,
                                   const std::function<std::size_t(const Term&)>& cost_of,
                                   const std::function<std::string(const Term&)>& data_of) const {
    DataFiles made;
    made.bytes.resize(terms_.size());
    const auto is_written = [&](const Term& term) { return cost_of(term) > 0; };
    if (std::none_of(terms_.begin(), terms_.end(), is_written)) return made;
    made.first = cut_keys(
        terms_.size(), [&](std::size_t i) { return terms_[i].key; },
        [&](std::size_t i) { return cost_of(terms_[i]); }, file_size);
    const auto write = [&](std::size_t begin, std::size_t end) {
        std::string all;
        for (std::size_t i = begin; i < end; ++i) {
            if (!is_written(terms_[i])) continue;
            const std::string data = data_of(terms_[i]);
            made.bytes[i] = static_cast<std::uint32_t>(data.size());
            all += data;
        }
        return write_strings({all});
    };
    made.files = make_files(made.first, terms_.size(), family, making, write);
    return made;
}

DataFiles SegmentTerms::posting_files(std::size_t file_size, std::size_t max_bytes_here,
                                      std::size_t max_positions_beside,
                                      const FileMaking& making) const {
    const auto has_postings = [&](const Term& term) { return term.packed > max_bytes_here; };
    const auto has_positions = [&](const Term& term) {
        return are_beside(term, max_positions_beside);
    };
    return data_files(
        Family::postings, file_size, making,
        [&](const Term& term) {
            return (has_postings(term) ? std::size_t{term.bytes} : 0) +
                   (has_positions(term) ? position_bytes(term) : 0);
        },
        [&](const Term& term) {
            std::string data;
            if (has_postings(term)) {
                if (!has_positions(term)) data = position_sizes(term);
                data += joined_postings(term);
            }
            if (has_positions(term)) data += joined_positions(term);
            return data;
        });
}

DataFiles SegmentTerms::position_files(std::size_t file_size, std::size_t max_positions_beside,
                                       const FileMaking& making) const {
    return data_files(
        Family::positions, file_size, making,
        [&](const Term& term) {
            return are_beside(term, max_positions_beside) ? 0 : position_bytes(term);
        },
        [&](const Term& term) { return joined_positions(term); });
}

std::string SegmentTerms::position_sizes(const Term& term) const {
    std::string sizes;
    if (term.positions == 0) return sizes;
    std::vector<std::uint32_t> blocks(block_count({segment_.first, segment_.end}), 0);
    for (std::uint32_t i = term.parts; i < term.parts_end; ++i) {
        blocks[starts_[parts_[i].run] / position_block] +=
            static_cast<std::uint32_t>(read(parts_[i]).positions.size());
    }
    for (const std::uint32_t size : blocks) append_packed(sizes, size);
    return sizes;
}

std::string SegmentTerms::joined_positions(const Term& term) const {
    std::string all;
    for (std::uint32_t i = term.parts; i < term.parts_end; ++i) all += read(parts_[i]).positions;
    return all;
}

std::string SegmentTerms::joined_postings(const Term& term) const {
    std::string gaps;
    std::string impacts;
    write_postings(term, gaps, impacts);
    std::vector<GapAndImpact> postings(term.documents);
    Unpacker gap(gaps);
    Unpacker impact(impacts);
    for (GapAndImpact& each : postings) each = {gap.next(), impact.next()};
    return join_postings(postings);
}

void SegmentTerms::write_postings(const Term& term, std::string& gaps, std::string& impacts) const {
    std::uint32_t next = 0;
    for (std::uint32_t i = term.parts; i < term.parts_end; ++i) {
        const PostingRunTerm part = read(parts_[i]);
        const std::uint32_t start = starts_[parts_[i].run];
        append_packed(gaps, start + part.first - next);
        gaps += part.gaps;
        impacts += part.impacts;
        next = start + part.last + 1;
    }
}

}  // namespace broadsheet::search
