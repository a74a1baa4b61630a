// What becomes of each HTML element.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

enum class Treatment {
    node,          // becomes a node
    content,       // only its content stays
    drop,          // goes with its content, and the author is told
    drop_quietly,  // goes with its content; nobody misses it
    media,         // becomes a link to its source
    frame,         // becomes an embed that waits for consent
    parentheses,   // its content stays, in parentheses
};

struct ElementRule {
    Treatment treatment = Treatment::content;
    model::NodeKind kind = model::NodeKind::span;
    std::uint8_t level = 0;
};

// `name` in lower case.
ElementRule rule_of(std::string_view name);

bool is_void_element(std::string_view name);

// Elements whose end tag may be left out: they nest only with their containers.
bool may_stay_open(std::string_view name);

// Elements that HTML parsers open again in each following block until they are closed.
bool is_formatting_element(std::string_view name);

}  // namespace broadsheet::press
