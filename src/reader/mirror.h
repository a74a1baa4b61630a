// The text layer: real elements in normal flow that lie over the canvas with transparent text, so
// that selection, find, links, translation, print and screen readers are the browser's own.
//
// It has the structure of the prerendered HTML, and the theme's CSS places its boxes; what it adds
// are the lines: each line of a paragraph stands in spans that do not wrap, so that the browser
// breaks exactly where the canvas does.
//
// Invariants: no script can come in (only elements and attributes that `page` names); nothing
// changes in the browser's tree where the page did not change.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.h"

namespace broadsheet::reader {

struct MirrorNode {
    std::string tag;  // empty: a text node
    std::string text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<std::pair<std::string, std::string>> styles;
    std::vector<MirrorNode> children;
    int id = 0;  // given when it enters the browser's tree
};

// What only the text layer says: the names of boxes that scroll, and of the boxes of task lists.
struct MirrorWords {
    std::string_view code_scrolls;
    std::string_view table_scrolls;
    std::string_view task_done;
    std::string_view task_open;
};

// `ratio`: device pixels to a CSS pixel, by which the files of pictures are chosen.
MirrorNode build_mirror(const layout::Layout& layout, std::string_view base_path, float ratio,
                        const MirrorWords& words);

// Turns the tree that stands into the wanted one with few changes. Operations are records that end
// in U+001E with fields that end in U+001F:
//   c id parent before tag    element before another, or last where `before` is 0
//   t id parent before text   text node
//   u id text                 new text
//   a id name value           attribute        r id name   attribute removed
//   s id name value           style property; an empty value removes it
//   x id                      node removed, with all in it
// Id 0 as parent is the layer's container, which is emptied by the record `z`.
class Mirror {
  public:
    // The operations that lead from what stands to `wanted`.
    std::string update(MirrorNode wanted);

  private:
    void create(MirrorNode& node, int parent, int before);
    void patch(MirrorNode& standing, MirrorNode& wanted, int parent);
    void patch_children(MirrorNode& standing, MirrorNode& wanted);
    void record(std::initializer_list<std::string_view> fields);

    MirrorNode root_;
    std::string operations_;
    int last_id_ = 0;
};

}  // namespace broadsheet::reader
