// Links and code of kramdown that CommonMark reads otherwise.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Makes links of addresses with spaces, `[text](my file.pdf)`, and of references after a space or
// in the next line, `[text] [name]`. Signs within <code> are no Markdown. Code is not changed.
std::string resolve_kramdown_links(std::string_view text);

}  // namespace broadsheet::press
