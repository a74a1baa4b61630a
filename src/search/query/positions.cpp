#include "search/query/positions.h"

#include <algorithm>

#include "search/words/tokens.h"

namespace broadsheet::search {

namespace {

bool has_no_positions(const Root& root, std::string_view term) {
    return !root.common_have_positions &&
           std::binary_search(root.common.begin(), root.common.end(), term);
}

struct Member {
    std::string term;
    std::uint32_t offset = 0;
};

std::vector<Member> members_of(const QueryPhrase& phrase, const Root& root) {
    std::vector<Member> members;
    for (const QueryWord& word : phrase.words) {
        const auto add = [&](const std::string& term, std::uint32_t offset) {
            if (!has_no_positions(root, term)) members.push_back({term, offset});
        };
        if (!word.whole.empty()) {
            add(word.whole, word.position);
            continue;
        }
        for (std::size_t i = 0; i < word.parts.size(); ++i) {
            add(word.parts[i], word.position + static_cast<std::uint32_t>(i));
        }
    }
    return members;
}

bool follows(const std::vector<Places>& places, const std::vector<Member>& members,
             std::uint32_t document) {
    const auto first = places[0].find(document);
    if (first == places[0].end()) return false;
    return std::any_of(first->second.begin(), first->second.end(), [&](std::uint32_t start) {
        for (std::size_t i = 1; i < members.size(); ++i) {
            const auto own = places[i].find(document);
            if (own == places[i].end()) return false;
            const std::uint32_t wanted = start + members[i].offset - members[0].offset;
            if (!std::binary_search(own->second.begin(), own->second.end(), wanted)) return false;
        }
        return true;
    });
}

}  // namespace

Places PositionLookup::places(const std::vector<Expansion>& expansions,
                              const std::vector<std::uint32_t>& documents) {
    Places all;
    for (const Expansion& each : expansions) {
        const std::vector<Posting> postings = cache_.postings(*each.file, *each.found);
        std::span<const Posting> left(postings);
        for (const TermFile::InSegment& own : each.found->segments) {
            const auto end = std::find_if(left.begin(), left.end(), [&](const Posting& posting) {
                return posting.document >= own.segment.end;
            });
            const auto count = static_cast<std::size_t>(end - left.begin());
            if (own.positions.file == TermFile::Data::here) {
                add_packed_places(each.file->positions_here(own), left.first(count), documents,
                                  all);
            } else {
                const std::vector<FilePart> blocks = cache_.position_blocks(*each.file, own);
                if (own.are_beside && cache_.host_gives_parts()) cache_.positions(blocks[0]);
                add_places(blocks, own.segment.first, left.first(count), documents, all);
            }
            left = left.subspan(count);
        }
    }
    for (auto& [document, places] : all) std::sort(places.begin(), places.end());
    return all;
}

void PositionLookup::add_places(const std::vector<FilePart>& blocks, std::uint32_t first,
                                std::span<const Posting> postings,
                                const std::vector<std::uint32_t>& documents, Places& all) {
    const auto block_of = [&](const Posting& posting) {
        return blocks.size() == 1 ? 0 : (posting.document - first) / position_block;
    };
    while (!postings.empty()) {
        const std::uint32_t block = block_of(postings.front());
        const auto end = std::find_if(postings.begin(), postings.end(),
                                      [&](const Posting& each) { return block_of(each) != block; });
        const auto count = static_cast<std::size_t>(end - postings.begin());
        // Blocks without a requested document are not fetched.
        const bool is_needed = block < blocks.size() && blocks[block].size > 0 &&
                               std::any_of(postings.begin(), end, [&](const Posting& each) {
                                   return std::binary_search(documents.begin(), documents.end(),
                                                             root_.document_of(each.document));
                               });
        if (is_needed) {
            add_packed_places(cache_.positions(blocks[block]), postings.first(count), documents,
                              all);
        }
        postings = postings.subspan(count);
    }
}

void PositionLookup::add_packed_places(std::string_view packed, std::span<const Posting> postings,
                                       const std::vector<std::uint32_t>& documents, Places& all) {
    const auto positions = read_positions(packed, postings.size());
    for (std::size_t i = 0; i < postings.size(); ++i) {
        const std::uint32_t document = root_.document_of(postings[i].document);
        if (!std::binary_search(documents.begin(), documents.end(), document)) continue;
        auto& own = all[document];
        own.insert(own.end(), positions[i].begin(), positions[i].end());
    }
}

std::vector<Scored> PositionLookup::with_phrase(const QueryPhrase& phrase,
                                                std::vector<Scored> documents,
                                                WordMatcher& matcher) {
    const std::vector<Member> members = members_of(phrase, root_);
    if (members.size() < 2) return documents;
    std::vector<std::uint32_t> numbers;
    numbers.reserve(documents.size());
    for (const Scored& each : documents) numbers.push_back(each.document);
    std::vector<Places> places;
    places.reserve(members.size());
    for (const Member& member : members) {
        places.push_back(this->places(matcher.expand(member.term, Reach::exact), numbers));
    }
    // While positions are missing, only the presence of the words is known.
    if (cache_.wants_some() || cache_.misses_some()) return documents;
    std::erase_if(documents,
                  [&](const Scored& each) { return !follows(places, members, each.document); });
    return documents;
}

float closeness_of(const std::vector<const std::vector<std::uint32_t>*>& words) {
    float sum = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto* left = words[i - 1];
        const auto* right = words[i];
        if (!left || !right || left->empty() || right->empty()) continue;
        std::uint32_t least = ~std::uint32_t{0};
        auto a = left->begin();
        auto b = right->begin();
        while (a != left->end() && b != right->end()) {
            // The reverse of the query's order counts as one word further apart.
            least = std::min(least, *b > *a ? *b - *a : *a - *b + 1);
            if (*a < *b) {
                ++a;
            } else {
                ++b;
            }
        }
        sum += 1 / static_cast<float>(std::max(least, 1U));
    }
    return words.size() > 1 ? sum / static_cast<float>(words.size() - 1) : 0;
}

}  // namespace broadsheet::search
