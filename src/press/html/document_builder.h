// Builds a Document from parser events, for both Markdown and HTML. Whatever the events are, the
// result keeps the invariants of model/document.h: it is well-formed, safe and limited in depth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

model::Node make_node(model::NodeKind kind, std::vector<model::Node> children = {});
model::Node make_text(std::string text);

// The `info` of a track that is another source of its recording. Later steps choose one.
inline constexpr std::string_view source_info = "source";

// True for sound and video.
bool is_recording(model::NodeKind kind);

// Receives nodes in document order.
class DocumentBuilder {
  public:
    // Each `open` needs a `close`. Nodes nested deeper than the model allows are dropped, and their
    // content goes into the nearest open ancestor.
    void open(model::Node node);
    void close();
    void add(model::Node node);
    // Adds text. Line feeds become soft breaks.
    void add_text(std::string_view text);
    // Appends to the `text` member of the innermost open node (code, alternative text).
    void add_own_text(std::string_view text);

    // Closes all open nodes and normalises the tree. Call it once.
    model::Document finish();

  private:
    std::vector<model::Node>& children();

    std::vector<model::Node> blocks_;
    std::vector<model::Node> open_;
    int too_deep_ = 0;
};

// Establishes the invariants of model/document.h: inline nodes contain no blocks, lists contain
// only items, nodes with unsafe targets are removed, adjacent texts are merged, and white space at
// the ends of lines and blocks is removed.
void normalise(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
