// The two hashes of the format: where a path's data is, and what a file's content is called.
// Neither guards against an attacker; both are part of the format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::bundle {

std::uint64_t fnv1a_64(std::string_view text);

// Eight hexadecimal characters for a file's name.
std::string content_hash(std::string_view bytes);

inline constexpr std::size_t hash_length = 8;

}  // namespace broadsheet::bundle
