// Blocks of lists: as many articles as a stored chunk has, counted from the oldest. New articles
// change no block (bundle/FORMAT.md, "Pages that stay").
#pragma once

#include "addresses/route.h"

namespace broadsheet::addresses {

// The block that ends with article number `last`; empty if that would be too few articles.
constexpr Block block_ending(int last, const model::Site& site) {
    return last < site.chunk_length ? Block{} : Block{last - site.chunk_length + 1, last};
}

// True if the list has this block.
inline bool is_block(const Block& block, const model::List& list, const model::Site& site) {
    return !model::is_calendar(list.kind) && block.last % site.chunk_length == 0 &&
           block == block_ending(block.last, site) && block.last <= list.total();
}

}  // namespace broadsheet::addresses
