// The comments around WordPress' blocks: <!-- wp:name {"key":"value"} -->.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

struct BlockComment {
    std::string name;  // without "wp:", and without "core/", which WordPress may write or leave out
    std::string_view attributes;
    bool closes = false;
    bool is_single = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<BlockComment> next_block(std::string_view text, std::size_t from);

// The comment that ends a block; nothing if the text has none.
std::optional<BlockComment> closing_comment(std::string_view text, const BlockComment& begin);

}  // namespace broadsheet::press
