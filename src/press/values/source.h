// Decodes text files and splits them into front matter and body. Decoded text is UTF-8 without a
// byte order mark, with LF line ends. Decoding keeps line numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// The text of a file, or an error if its encoding is invalid.
struct Decoded {
    std::string text;
    std::optional<Diagnostic> error;  // the caller sets its path
};

// Decodes UTF-8, or UTF-16 with a byte order mark. Converts CRLF and CR to LF, and decomposed
// letters to composed ones (to_nfc).
Decoded decode_text(std::string bytes);

// The syntax of front matter or of a configuration file.
enum class Dialect { none, yaml, toml, json };

// The front matter and the body of a text, as views into it. The delimiters belong to neither.
struct Split {
    Dialect dialect = Dialect::none;
    std::string_view front_matter;
    std::string_view body;
    int front_matter_line = 1;  // line number of the first line of `front_matter`
    std::optional<Diagnostic> error;
};

// Splits off front matter that starts with "---" (YAML), "+++" (TOML), "{" (JSON) or a line such as
// "---toml", and Hexo's members of JSON up to ";;;". Any other text is all body. A missing end
// delimiter is an error if the first line looks like a field. Blank lines and comments may precede
// front matter whose first line looks like a field.
Split split_front_matter(std::string_view text);

// True for lines such as `title: Water` and `title = "Water"`.
bool looks_like_field(std::string_view line);

}  // namespace broadsheet::press
