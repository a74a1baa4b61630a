// The two hashes of the bundle format: one chooses the shard of a path, the other is part of file
// names. Neither is cryptographic. Changing one changes the format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::bundle {

// The 64-bit FNV-1a hash.
std::uint64_t fnv1a_64(std::string_view text);

// The hash of a file's content for its name: eight hexadecimal characters.
std::string content_hash(std::string_view bytes);

inline constexpr std::size_t hash_length = 8;

}  // namespace broadsheet::bundle
