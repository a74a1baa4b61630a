// What a site of another generator adds to Markdown by its settings.
#pragma once

namespace broadsheet::press {

struct MarkdownSwitches {
    bool emoji = false;                    // :smile:
    bool hard_breaks = false;              // each line end is a line break
    bool block_attributes = false;         // {#name .class} in the line below a block
    bool marked = false;                   // ==text==
    bool inserted = false;                 // ++text++
    bool subscript = false;                // ~text~
    bool superscript = false;              // ^text^
    bool ascii_identifiers = false;        // of headings: without other letters
    bool blackfriday_identifiers = false;  // of headings: as Hugo's first parser made them
    bool html_elements = false;  // HTML between lines goes on to its end tag, as in kramdown

    bool operator==(const MarkdownSwitches&) const = default;
};

}  // namespace broadsheet::press
