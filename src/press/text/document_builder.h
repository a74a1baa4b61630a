// Builds a Document from events, the same for Markdown and for HTML, and keeps its invariants:
// whatever the events were, the result is well formed, safe and not too deep.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

class DocumentBuilder {
  public:
    // Every `open` needs its `close`. What is nested deeper than the model allows goes into its
    // ancestor.
    void open(model::Node node);
    void close();
    void add(model::Node node);
    // Line feeds in `text` become soft breaks.
    void add_text(std::string_view text);
    // Appends to the innermost node's own text (code, alternative text).
    void add_own_text(std::string_view text);

    model::Document finish();

  private:
    std::vector<model::Node>& children();

    std::vector<model::Node> blocks_;
    std::vector<model::Node> open_;
    int too_deep_ = 0;
};

// Brings a tree into the shape that `model/document.h` promises: inline nodes hold no blocks, lists
// hold items only, unsafe targets are gone, texts are merged, white space at the ends of lines and
// blocks is removed.
void normalise(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
