// The nodes of the text layer that its builder and the writer of its lines share.
#pragma once

#include <string>
#include <string_view>

#include "reader/text_layer.h"

namespace broadsheet::reader {

// A length in CSS pixels.
std::string pixels(float value);

TextLayerNode text_node(std::string text);

// Appends to the value of the attribute `class`, which the node has.
void add_class(TextLayerNode& node, std::string_view more);

// Marks an element that the browser draws instead of the canvas.
void mark_island(TextLayerNode& node);

// The element of a node, without its children.
TextLayerNode element_of(const page::Node& node, std::string_view base_path);

// Sets the file that the painter uses instead of a choice of files. The choice is kept for
// enlarging the picture (web/enlarge.js). The size is in pixels of the device.
void choose_file(TextLayerNode& image, const page::Node& node, float width, float height,
                 std::string_view base_path);

}  // namespace broadsheet::reader
