// Prints a Document as Markdown, so that reading the text again gives the same Document. What
// Markdown cannot say becomes HTML that the cleaner keeps. The printer reads back what it wrote: a
// block that Markdown would read as something else is written as HTML instead.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// The body of an article as it is read: Markdown with footnotes and definition lists. Headings have
// only the identifiers that were written. `blocks_before_more`: see PlacedBody.
struct BodyText {
    model::Document document;
    std::optional<std::size_t> blocks_before_more;
};

// Reads a body without templates and links, which depend on the site.
BodyText read_body_text(std::string_view markdown);

// A printed Document.
struct PrintedMarkdown {
    std::string text;
    // False if reading `text` gives another Document, for which no other text was found.
    bool exact = true;
    // True if something could only be said in HTML.
    bool has_html = false;
};

// Prints a Document. `blocks_before_more` is the number of blocks before `<!--more-->`.
// Identifiers of headings are written only where reading would not give the same.
// REQUIRES: the Document follows the invariants of model/document.h.
PrintedMarkdown print_markdown(const model::Document& document,
                               std::optional<std::size_t> blocks_before_more = std::nullopt);

}  // namespace broadsheet::press
