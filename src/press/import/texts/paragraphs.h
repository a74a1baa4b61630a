// The paragraphs of WordPress' classic editor, which stores HTML without them: a blank line begins
// a paragraph, and a single line end is a line break.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Adds <p> and <br> as WordPress does when it shows a text. Elements that are blocks already stay
// as they are, and so do <pre>, scripts and style sheets. A line that is only an address becomes an
// embed or a link.
std::string with_paragraphs(std::string_view html);

// HTML for an address on a line of its own: a frame for providers whose frames are known, otherwise
// a link.
std::string embed_html(std::string_view address);

}  // namespace broadsheet::press
