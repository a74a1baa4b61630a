// The interface to the Markdown parser, md4c.
#pragma once

#include <md4c.h>

#include <string>
#include <string_view>

namespace broadsheet::press {

// The text of a parser attribute, with entities decoded.
std::string text_of(const MD_ATTRIBUTE& attribute);

// Receives the parser's events.
class MarkdownSink {
  public:
    virtual ~MarkdownSink() = default;
    virtual void enter_block(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void leave_block(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void enter_span(MD_SPANTYPE type, void* detail) = 0;
    virtual void leave_span(MD_SPANTYPE type, void* detail) = 0;
    virtual void text(MD_TEXTTYPE type, std::string_view text) = 0;

    // Set by a handler to stop the parser.
    bool stop = false;
    // Set by the caller: the quotes, dashes and dots of running text are marked (punctuation.h).
    bool marks_signs = false;
    // Set by the caller: each line end in a paragraph is a line break.
    bool hard_breaks = false;
    // Set by run_markdown: the events belong to a cell of a table.
    bool in_cell = false;
    // Set by run_markdown: the text is that of a bare address.
    bool in_address = false;
    // Set by run_markdown: the events belong to the words of a link.
    bool in_link = false;
    // Set by run_markdown: the text that is parsed.
    std::string_view source;
};

// Parses `text` and sends its events to `sink`. Returns false if the sink stopped the parser.
bool run_markdown(std::string_view text, MarkdownSink& sink);

}  // namespace broadsheet::press
