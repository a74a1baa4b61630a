// Percent-encoding (RFC 3986, 2.1).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::strings {

// The set of bytes that percent-encoding leaves unchanged.
class KeptBytes {
  public:
    // Contains ASCII letters, digits and the characters of `others`.
    constexpr explicit KeptBytes(std::string_view others) {
        for (char c = '0'; c <= '9'; ++c) keep(c);
        for (char c = 'a'; c <= 'z'; ++c) keep(c);
        for (char c = 'A'; c <= 'Z'; ++c) keep(c);
        for (const char c : others) keep(c);
    }

    // A copy that also contains every non-ASCII byte, so that text in all languages stays legible.
    constexpr KeptBytes with_other_alphabets() const {
        KeptBytes all = *this;
        for (std::size_t byte = 0x80; byte < 0x100; ++byte) all.kept_[byte] = true;
        return all;
    }

    constexpr bool operator[](char c) const { return kept_[static_cast<unsigned char>(c)]; }

  private:
    constexpr void keep(char c) { kept_[static_cast<unsigned char>(c)] = true; }

    std::array<bool, 256> kept_{};
};

// The unreserved characters of RFC 3986, which have the same meaning in every part of a URL.
inline constexpr KeptBytes unreserved("-._~");

// Encodes all bytes of `text` that are not in `kept`.
void append_percent_encoded(std::string& out, std::string_view text, const KeptBytes& kept);
std::string percent_encoded(std::string_view text, const KeptBytes& kept = unreserved);

// Decodes percent-encoding. Malformed escapes stay unchanged.
std::string percent_decoded(std::string_view text);

}  // namespace broadsheet::strings
