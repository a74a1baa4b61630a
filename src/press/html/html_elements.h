// The allow-list of HTML elements: how the converter treats each of them.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// How an element is converted.
enum class Treatment {
    node,          // becomes a node of the document
    content,       // is replaced by its content
    drop,          // is removed with its content, with a warning
    drop_quietly,  // is removed with its content, without a warning
    media,         // becomes a recording, which the browser plays
    frame,         // becomes an embed, which loads after consent
    plug_in,       // becomes an embed if it plays a video that frames also play, or else is removed
    form,          // becomes a form if it sends to an address, or else a node
    parentheses,   // is replaced by its content in parentheses
};

// The treatment of one element. `kind` and `level` (of headings, 1 to 6) apply to nodes only.
struct ElementRule {
    Treatment treatment = Treatment::content;
    model::NodeKind kind = model::NodeKind::span;
    std::uint8_t level = 0;
};

// The rule for an element. Unknown elements are replaced by their content. `name` is in lower case.
ElementRule rule_of(std::string_view name);

// True for the names of HTML elements, including those that rule_of replaces by their content.
bool is_known_element(std::string_view name);

// True for elements without content, such as <br>.
bool is_void_element(std::string_view name);

// True for elements that begin an HTML block in Markdown even within a paragraph.
bool begins_html_block(std::string_view name);

// True for elements whose end tag is optional. They nest only together with their containers.
bool may_stay_open(std::string_view name);

// True for elements that HTML parsers reopen in each following block until they are closed.
bool is_formatting_element(std::string_view name);

}  // namespace broadsheet::press
