// Footnotes and the "read more" mark, which the Markdown parser does not know: they are taken out
// of the text before it runs, leaving marks, and put into the Document after it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

struct MarkedText {
    std::string text;
    std::vector<std::string> labels;  // of the footnotes, in the order of their numbers from 1
    bool has_more = false;
};

// Takes `[^label]: …` definitions and `<!--more-->` out of `text` and marks where `[^label]` and
// the latter stood. Definitions that nothing refers to are left out.
MarkedText mark_body(std::string_view text);

struct PlacedBody {
    model::Document document;
    // The number of top-level blocks before the "read more" mark.
    std::optional<std::size_t> blocks_before_more;
};

// Turns the marks in `document` into nodes.
PlacedBody place_marks(model::Document document, const MarkedText& marked);

}  // namespace broadsheet::press
