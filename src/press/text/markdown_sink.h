// Receivers of the Markdown parser's events.
#pragma once

#include <md4c.h>

#include <string>
#include <string_view>

namespace broadsheet::press {

// An attribute of the parser's with its escapes and entities resolved.
std::string text_of(const MD_ATTRIBUTE& attribute);

class MarkdownSink {
  public:
    virtual ~MarkdownSink() = default;
    virtual void enter_block(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void leave_block(MD_BLOCKTYPE type, void* detail) = 0;
    virtual void enter_span(MD_SPANTYPE type, void* detail) = 0;
    virtual void leave_span(MD_SPANTYPE type, void* detail) = 0;
    virtual void text(MD_TEXTTYPE type, std::string_view text) = 0;

    // Set to stop the parser.
    bool stop = false;
};

// False where the sink stopped it.
bool run_markdown(std::string_view text, MarkdownSink& sink);

}  // namespace broadsheet::press
