// Documents as bytes. A tree of nodes takes five times the room of its text; a site's articles wait
// in this form until they are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

std::string pack(const model::Document& document);

// Nothing where `packed` is not what `pack` gives.
std::optional<model::Document> unpack(std::string_view packed);

}  // namespace broadsheet::press
