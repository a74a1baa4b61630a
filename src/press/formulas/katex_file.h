// The source of KaTeX, which CMake embeds in the tool.
#pragma once

#include <string_view>

namespace broadsheet::press {

// The minified program, compressed by zlib.
std::string_view compressed_katex();

// Its size when it is not compressed, in bytes.
std::size_t katex_size();

}  // namespace broadsheet::press
