// Markdown to a Document: CommonMark with tables, task lists, strikethrough and autolinks.
//
// Text without raw HTML goes straight from the parser's events to the Document. Where there is raw
// HTML, the events are written as HTML, which the HTML parser reads and `html.h` cleans; both ways
// give the same Document for the same Markdown.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

enum class HeadingIdentifiers { none, make };
enum class Route { shortest, through_html };  // the second is for tests

struct MarkdownOptions {
    HeadingIdentifiers identifiers = HeadingIdentifiers::make;
    Route route = Route::shortest;
};

struct ParsedMarkdown {
    model::Document document;
    std::set<std::string> dropped_elements;  // HTML elements that were left out with their content
    bool too_complex = false;                // the raw HTML was left out: see `html.h`
};

// REQUIRES: `text` is UTF-8.
ParsedMarkdown parse_markdown(std::string_view text, const MarkdownOptions& options = {});

// The same for a text that is all HTML.
ParsedMarkdown parse_html_article(std::string_view html, const MarkdownOptions& options = {});

// Takes `{#name}` off the ends of headings and gives every heading an identifier, unique in the
// document, in GitHub's manner.
void identify_headings(model::Document& document);

}  // namespace broadsheet::press
