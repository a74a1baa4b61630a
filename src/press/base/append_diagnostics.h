// Collects what several steps say.
#pragma once

#include <iterator>
#include <utility>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

inline void append(Diagnostics& to, Diagnostics from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace broadsheet::press
