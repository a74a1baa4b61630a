// What the parsers of YAML and JSON say of a name that a table has twice. TOML's makes it an error.
#pragma once

#include <string>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// The warning at `place`. The name is already set in the line of `first`.
Diagnostic repeated_name(const std::string& name, Position place, Position first);

}  // namespace broadsheet::press
