// The Markdown of Ghost's cards: CommonMark with footnotes, ==marks==, ~sub~, ^sup^, and a line
// break at each line end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/dialects/footnotes.h"
#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

// Collects the cards of a text, whose footnotes are numbered together.
class GhostMarkdown {
  public:
    // Remembers a card. Returns what stands for it in HTML until `resolve`.
    std::string add(std::string_view markdown);
    // Replaces what `add` returned by HTML in which footnotes are marked.
    void resolve(std::string& html);
    // Turns the marks into footnotes.
    void place(ImportedText& text) const;

  private:
    std::vector<std::string> cards_;
    MarkedText marked_;
};

}  // namespace broadsheet::press
