// Repairs the texts of an export, whose bytes are often not what XML allows.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// What was repaired in a text, each with a count.
struct TextRepairs {
    int control_characters = 0;  // removed
    int wrong_bytes = 0;         // not UTF-8, so read as Windows-1252

    bool any() const { return control_characters > 0 || wrong_bytes > 0; }
};

// The text as UTF-8 without control characters, except tabs and line feeds. CRLF and CR become LF.
// Bytes that are not UTF-8 are read as Windows-1252; `latin`: all bytes are, because the file says
// so.
std::string repaired_text(std::string_view bytes, bool latin, TextRepairs& repairs);

// Replaces all character references in a text: "&amp;" and "&#8217;". Others stay as they are.
std::string without_references(std::string_view text);

}  // namespace broadsheet::press
