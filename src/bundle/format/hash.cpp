#include "bundle/format/hash.h"

namespace broadsheet::bundle {

namespace {

// The finaliser of MurmurHash3. Every input bit affects all output bits.
std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 33;
    value *= 0xFF51AFD7ED558CCDull;
    value ^= value >> 33;
    value *= 0xC4CEB9FE1A85EC53ull;
    value ^= value >> 33;
    return value;
}

std::uint64_t little_endian(const char* bytes, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return value;
}

}  // namespace

std::uint64_t fnv1a_64(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ull;
    }
    return hash;
}

std::string content_hash(std::string_view bytes) {
    // Processes eight bytes at a time, because content is large.
    std::uint64_t hash = mixed(bytes.size() + 0x9E3779B97F4A7C15ull);
    std::size_t position = 0;
    for (; position + 8 <= bytes.size(); position += 8) {
        hash = mixed(hash ^ little_endian(bytes.data() + position, 8)) * 0x9E3779B97F4A7C15ull;
    }
    hash = mixed(hash ^ little_endian(bytes.data() + position, bytes.size() - position));
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < hash_length; ++i) {
        out += digits[static_cast<std::size_t>(hash >> (60 - 4 * i)) & 15u];
    }
    return out;
}

}  // namespace broadsheet::bundle
