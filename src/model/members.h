// One list of members for each type that is stored, compared or hashed by its members.
// `members(value, visit)` stands in the header of the type and calls `visit` once with all members
// in their order. It names them all at once, so that a member that is added does not compile until
// it is named there; what stores or hashes the type then has it too, and whoever leaves one out
// says so.
#pragma once

#include <type_traits>

namespace broadsheet::model {

// `Type` is `Of`, constant or not.
template <typename Type, typename Of>
concept Either = std::is_same_v<std::remove_const_t<Type>, Of>;

}  // namespace broadsheet::model
