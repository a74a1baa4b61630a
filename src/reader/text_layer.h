// The text layer: HTML elements in normal flow over the canvas, with transparent text. Because of
// it, selection, find in page, links, translation, printing and screen readers work as in any page.
//
// It has the structure of the prerendered HTML, and the theme's CSS places its boxes. In addition,
// each line of a paragraph is wrapped in spans that do not break, so that the browser's lines are
// those of the canvas.
//
// Invariants: no scripts can enter it (only elements and attributes that `page` defines); the
// browser's tree changes only where the page changed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.h"

namespace broadsheet::reader {

// An element or text of the layer.
struct TextLayerNode {
    std::string tag;  // empty: a text node
    std::string text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<std::pair<std::string, std::string>> styles;
    std::vector<TextLayerNode> children;
    int id = 0;                          // assigned when the node is added to the browser's tree
    const page::Node* source = nullptr;  // of a block; valid while the page is
    // The box whose place the browser must show the node at; null: not compared. Valid only until
    // the update.
    const layout::Box* box = nullptr;
};

// Phrases that only the text layer uses: accessible names of scrolling boxes and of task list
// checkboxes.
struct TextLayerWords {
    std::string_view code_scrolls;
    std::string_view table_scrolls;
    std::string_view task_done;
    std::string_view task_open;
};

// A length as CSS writes it, without unit: at most two decimal places.
std::string css_number(float value);

// Builds the layer's tree. `ratio` is in device pixels per CSS pixel and determines the files of
// pictures.
TextLayerNode build_text_layer(const layout::Layout& layout, std::string_view base_path,
                               float ratio, const TextLayerWords& words);

// Updates the browser's tree with few operations. Operations are records that end with U+001E.
// Their fields end with U+001F:
//   c id parent before tag    insert an element before another, or last if `before` is 0
//   t id parent before text   insert a text node
//   u id text                 replace the text of a text node
//   a id name value           set an attribute     r id name   remove an attribute
//                             `mathml` is no attribute: the value becomes the content of a formula
//   s id name value           set a style property; an empty value removes it
//   x id                      remove a node and everything in it
//   b id x y width height [family size line-height tracking]
//                             the place of a node on the canvas, and for the first node of each
//                             font, the font. Lengths are CSS pixels; `family` is a theme::Family.
// Parent 0 is the layer's container, which the record `z` empties. Each update lists all places
// again, from top to bottom (web/integrity.js).
class TextLayer {
  public:
    // Returns the operations that change the current tree to `wanted`.
    std::string update(TextLayerNode wanted);
    // Forgets the current tree: the next update makes all of it.
    void forget() { root_ = {}; }
    // Forgets a node that others have removed from the browser's tree, with everything in it.
    void drop(int id);
    // The page's node that an element with this id shows; null if it is not a block of the page.
    const page::Node* source_of(int id) const;

  private:
    void create(TextLayerNode& node, int parent, int before);
    void patch(TextLayerNode& standing, TextLayerNode& wanted, int parent);
    void patch_children(TextLayerNode& standing, TextLayerNode& wanted);
    void record_places(TextLayerNode& node);
    void record(std::initializer_list<std::string_view> fields);

    TextLayerNode root_;
    std::string operations_;
    int places_ = 0;                  // recorded in this update
    std::vector<std::string> fonts_;  // recorded in this update
    int last_id_ = 0;
};

}  // namespace broadsheet::reader
