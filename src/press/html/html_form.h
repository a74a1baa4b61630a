// Forms in HTML.
#pragma once

#include <gumbo.h>

#include <optional>
#include <set>
#include <string>

#include "model/document.h"

namespace broadsheet::press {

// A form that sends somewhere, with its fields. Nothing if it has no address or no field; then its
// text is a part of the article like any other. Fields of unknown types go to `dropped`, by the
// names of their elements.
std::optional<model::Node> read_form(const GumboElement& element, std::set<std::string>& dropped);

}  // namespace broadsheet::press
