// Writes the start file: what every page shows.
#pragma once

#include <string>

#include "model/publication.h"

namespace broadsheet::bundle {

std::string write_start(const model::Site& site);

}  // namespace broadsheet::bundle
