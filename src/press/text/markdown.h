// Converts Markdown to a Document: CommonMark with tables, task lists, strikethrough and autolinks.
// Text without raw HTML is converted directly from the parser's events. Text with raw HTML is first
// converted to HTML, then parsed and cleaned (html.h). Both routes give the same Document for the
// same Markdown.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/document.h"
#include "press/text/raw_html.h"

namespace broadsheet::press {

// Whether to call identify_headings.
enum class HeadingIdentifiers { none, make };
// Which route to take; `through_html` is for tests.
enum class Route { shortest, through_html };

// Options of the conversion.
struct MarkdownOptions {
    HeadingIdentifiers identifiers = HeadingIdentifiers::make;
    Route route = Route::shortest;
    // Whether the signs of running text are marked for set_punctuation (punctuation.h).
    bool marks_signs = false;
    // Whether each line end in a paragraph is a line break.
    bool hard_breaks = false;
};

// The result of the conversion.
struct ParsedMarkdown {
    model::Document document;
    std::set<std::string> dropped_elements;  // HTML elements that were dropped with their content
    HtmlProblems html_problems;
    bool too_complex = false;     // raw HTML was ignored: see is_too_complex
    std::string deepest_element;  // the name of the element that is open most often, if so
};

// Converts Markdown. REQUIRES: `text` is UTF-8.
ParsedMarkdown parse_markdown(std::string_view text, const MarkdownOptions& options = {});

// Converts a text that is entirely HTML.
ParsedMarkdown parse_html_article(std::string_view html, const MarkdownOptions& options = {});

// How identifiers are made from the text of headings. Links within a site rely on the rule of the
// generator that it was written for. Jekyll's is GitHub's, but it keeps the marks of emoji. Hugo
// has two more for sites that ask for them.
enum class IdentifierRule { github, hugo, hugo_ascii, blackfriday, zola, jekyll };

// GitHub's rule: converts to lower case, keeps letters, digits, hyphens and underscores, replaces
// spaces with hyphens, and drops everything else.
std::string github_identifier(std::string_view title, IdentifierRule rule = IdentifierRule::github);

// Gives each heading an identifier that is unique in the document: the name in `{#name}` at its
// end, which is removed, or one made from its text.
void identify_headings(model::Document& document, IdentifierRule rule = IdentifierRule::github);

}  // namespace broadsheet::press
