// An author's text file as text: whatever it was encoded in, from here on it is UTF-8 without a
// byte order mark, with line feeds. Lines keep their numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

struct Decoded {
    std::string text;
    std::optional<Diagnostic> error;  // its path is left to the caller
};

// UTF-8, or UTF-16 that says so by its byte order mark. CRLF and CR become LF.
Decoded decode_text(std::string bytes);

enum class Dialect { none, yaml, toml, json };

// Where the front matter and the body lie in a text.
struct Split {
    Dialect dialect = Dialect::none;
    std::string_view front_matter;
    std::string_view body;
    int front_matter_line = 1;  // the line on which `front_matter` begins
    std::optional<Diagnostic> error;
};

// `text` begins with "---" (YAML), "+++" (TOML) or "{" (JSON), or has no front matter.
Split split_front_matter(std::string_view text);

}  // namespace broadsheet::press
