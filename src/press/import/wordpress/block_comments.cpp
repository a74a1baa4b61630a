#include "press/import/wordpress/block_comments.h"

#include <algorithm>

#include "strings/ascii.h"

namespace broadsheet::press {

std::optional<BlockComment> next_block(std::string_view text, std::size_t from) {
    constexpr std::string_view own = "core/";
    for (auto at = text.find("<!--", from); at != std::string_view::npos;
         at = text.find("<!--", at + 4)) {
        const auto end = text.find("-->", at);
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view inner = strings::trimmed(text.substr(at + 4, end - at - 4));
        BlockComment block;
        block.closes = inner.starts_with("/wp:");
        if (!block.closes && !inner.starts_with("wp:")) continue;
        inner.remove_prefix(block.closes ? 4 : 3);
        if (inner.starts_with(own)) inner.remove_prefix(own.size());
        block.is_single = inner.ends_with('/');
        if (block.is_single) inner.remove_suffix(1);
        const auto name = std::min(inner.find_first_of(" \n"), inner.size());
        block.name = inner.substr(0, name);
        block.attributes = inner.substr(name);
        block.begin = at;
        block.end = end + 3;
        return block;
    }
    return std::nullopt;
}

std::optional<BlockComment> closing_comment(std::string_view text, const BlockComment& begin) {
    int open = 1;
    for (auto block = next_block(text, begin.end); block; block = next_block(text, block->end)) {
        if (block->name != begin.name || block->is_single) continue;
        open += block->closes ? -1 : 1;
        if (open == 0) return block;
    }
    return std::nullopt;
}

}  // namespace broadsheet::press
