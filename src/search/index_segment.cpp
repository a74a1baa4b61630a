#include "search/index_segment.h"

#include <algorithm>
#include <queue>

#include "search/packing.h"
#include "search/postings.h"

namespace broadsheet::search {

namespace {

// A run and the term that it has next.
struct Source {
    RunReader reader;
    RunTerm term;
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

// What brotli leaves, on an average of files: of a posting whose gap is one symbol, of each symbol
// more, of a piece's name and of a symbol of its places.
constexpr std::uint32_t posting_percent = 73;
constexpr std::uint32_t long_gap_percent = 177;
constexpr std::uint32_t piece_cost = 3;
constexpr std::uint32_t place_percent = 56;

// Of its postings; `gap`: before the first document.
std::uint32_t packed_size(const RunTerm& part, std::uint32_t gap) {
    std::string first;
    append_packed(first, gap);
    return static_cast<std::uint32_t>(first.size() + part.gaps.size() + part.impacts.size());
}

std::uint32_t cost_of_postings(const RunTerm& part, std::uint32_t packed) {
    const std::uint32_t longer = packed - 2 * part.documents;
    return (part.documents * posting_percent + longer * long_gap_percent) / 100;
}

std::uint32_t cost_of_places(const RunTerm& part) {
    return static_cast<std::uint32_t>(part.positions.size()) * place_percent / 100;
}

}  // namespace

SegmentTerms::SegmentTerms(const SegmentRuns& segment) : segment_(segment) {
    std::vector<Source> sources;
    sources.reserve(segment.runs.size());
    std::uint32_t start = 0;
    for (const std::string_view run : segment.runs) {
        const auto number = static_cast<std::uint32_t>(sources.size());
        sources.push_back({RunReader(run), {}, 0, number});
        starts_.push_back(start);
        start += static_cast<std::uint32_t>(sources.back().reader.texts().size());
    }
    std::priority_queue<Source*, std::vector<Source*>, ComesLater> next;
    for (Source& source : sources) {
        if (source.advance()) next.push(&source);
    }
    std::uint32_t after_last = 0;  // document of the term at hand
    while (!next.empty()) {
        Source& source = *next.top();
        next.pop();
        const RunTerm& part = source.term;
        if (terms_.empty() || terms_.back().term != part.term) {
            terms_.push_back({part.term, part.key, 0, 0, 0,
                              static_cast<std::uint32_t>(parts_.size()), 0, false});
        }
        Term& term = terms_.back();
        term.documents += part.documents;
        const std::uint32_t run_start = starts_[source.run];
        if (term.documents == part.documents) after_last = 0;
        const std::uint32_t packed = packed_size(part, run_start + part.first - after_last);
        term.bytes += cost_of_postings(part, packed);
        term.packed += packed;
        after_last = run_start + part.last + 1;
        parts_.push_back({source.run, source.place});
        term.parts_end = static_cast<std::uint32_t>(parts_.size());
        if (source.advance()) next.push(&source);
    }
}

RunTerm SegmentTerms::read(const Part& part) const {
    return RunReader::term_at(segment_.runs[part.run], part.place);
}

std::size_t SegmentTerms::position_bytes() const {
    std::size_t sum = 0;
    for (const Piece& piece : pieces()) sum += piece.bytes;
    return sum;
}

PostingFiles SegmentTerms::posting_files(std::size_t file_size, std::size_t most_bytes_here,
                                         const ForEach& for_each) const {
    const auto is_here = [&](const Term& term) { return term.packed <= most_bytes_here; };
    PostingFiles made;
    made.bytes.resize(terms_.size());
    if (std::all_of(terms_.begin(), terms_.end(), is_here)) return made;
    made.first = cut_keys(
        terms_.size(), [&](std::size_t i) { return terms_[i].key; },
        [&](std::size_t i) { return is_here(terms_[i]) ? 0 : terms_[i].bytes; }, file_size);
    const auto write = [&](std::size_t begin, std::size_t end) {
        std::string all;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_here(terms_[i])) continue;
            const std::string postings = joined_postings(terms_[i]);
            made.bytes[i] = static_cast<std::uint32_t>(postings.size());
            all += postings;
        }
        return write_strings({all});
    };
    made.files = make_files(made.first, terms_.size(), Family::postings, for_each, write);
    return made;
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
        const RunTerm part = read(parts_[i]);
        const std::uint32_t start = starts_[parts_[i].run];
        append_packed(gaps, start + part.first - next);
        gaps += part.gaps;
        impacts += part.impacts;
        next = start + part.last + 1;
    }
}

std::vector<SegmentTerms::Piece> SegmentTerms::pieces() const {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < terms_.size();) {
        std::size_t end = i;
        const std::size_t first = pieces.size();
        for (; end < terms_.size() && terms_[end].key == terms_[i].key; ++end) {
            const Term& term = terms_[end];
            if (term.is_common || is_filter_term(term.term)) continue;
            for (std::uint32_t j = term.parts; j < term.parts_end; ++j) {
                const std::uint32_t block = block_of(parts_[j]);
                auto piece =
                    std::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(),
                                 [&](const Piece& each) { return each.block == block; });
                if (piece == pieces.end()) {
                    pieces.push_back({static_cast<std::uint32_t>(i), 0, block, piece_cost});
                    piece = pieces.end() - 1;
                }
                piece->bytes += cost_of_places(read(parts_[j]));
            }
        }
        std::sort(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(),
                  [](const Piece& left, const Piece& right) { return left.block < right.block; });
        for (std::size_t j = first; j < pieces.size(); ++j) {
            pieces[j].terms_end = static_cast<std::uint32_t>(end);
        }
        i = end;
    }
    return pieces;
}

FileFamily SegmentTerms::position_files(std::size_t file_size, const ForEach& for_each) const {
    const std::vector<Piece> all = pieces();
    std::vector<CutUnit> units;
    std::string before;
    for (const Piece& piece : all) {
        const std::string key = piece_of(terms_[piece.term].key, piece.block);
        units.push_back({piece.bytes, roundness_of(key, before)});
        before = key;
    }
    const std::vector<std::size_t> first = cut_files(units, file_size);
    FileFamily family;
    family.files = make_files(first, all.size(), Family::positions, for_each,
                              [&](std::size_t begin, std::size_t end) {
                                  return position_file(all.data() + begin, all.data() + end);
                              });
    for (const std::size_t i : first) {
        family.first.push_back(piece_of(terms_[all[i].term].key, all[i].block));
    }
    return family;
}

std::string SegmentTerms::position_file(const Piece* begin, const Piece* end) const {
    std::vector<std::string> fields(3);
    std::string previous;
    for (const Piece* piece = begin; piece != end; ++piece) {
        for (std::size_t i = piece->term; i < piece->terms_end; ++i) {
            const Term& term = terms_[i];
            if (term.is_common || is_filter_term(term.term)) continue;
            const std::size_t places = fields[2].size();
            for (std::uint32_t j = term.parts; j < term.parts_end; ++j) {
                if (block_of(parts_[j]) == piece->block) fields[2] += read(parts_[j]).positions;
            }
            if (fields[2].size() == places) continue;
            const std::string name = piece_of(term.term, piece->block);
            append_front_coded(fields[0], previous, name);
            append_packed(fields[1], static_cast<std::uint32_t>(fields[2].size() - places));
            previous = name;
        }
    }
    return write_strings(fields);
}

}  // namespace broadsheet::search
