// Footnotes and the `<!--more-->` mark, which the Markdown parser does not support. Before parsing,
// mark_body replaces them with placeholder characters; afterwards, place_marks turns the
// placeholders into nodes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// A Markdown text with placeholders, and what place_marks needs to replace them.
struct MarkedText {
    std::string text;
    std::vector<std::string> labels;  // of the footnotes, by number from 1
    bool has_more = false;
    std::vector<std::string> unused;  // labels of definitions that nothing refers to
    // Labels of further definitions of a label; only the first counts.
    std::vector<std::string> repeated;
};

// Replaces `[^label]` references and `<!--more-->` with placeholders and moves `[^label]: …`
// definitions to the end of the text. Drops definitions without a reference. Footnotes are numbered
// by their first reference. Code is not changed.
MarkedText mark_body(std::string_view text);

// A document with its footnotes.
struct PlacedBody {
    model::Document document;
    // The number of top-level blocks before `<!--more-->`, if the text has it.
    std::optional<std::size_t> blocks_before_more;
};

// Turns the placeholders in `document` into nodes.
PlacedBody place_marks(model::Document document, const MarkedText& marked);

}  // namespace broadsheet::press
