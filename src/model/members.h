// Member lists of types that are stored, compared or hashed member by member. The header of each
// such type defines `members(value, visit)`, which calls `visit` once with all members in order. It
// uses a structured binding, so adding a member to the type breaks the build until the member is
// added to the list. All code that stores or hashes the type then includes the new member or leaves
// it out explicitly.
#pragma once

#include <type_traits>

namespace broadsheet::model {

// `Type` is `Of` or `const Of`.
template <typename Type, typename Of>
concept Either = std::is_same_v<std::remove_const_t<Type>, Of>;

}  // namespace broadsheet::model
