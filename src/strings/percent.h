// Percent-encoding (RFC 3986, 2.1).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::strings {

// Which bytes stand for themselves.
class KeptBytes {
  public:
    // ASCII letters and digits are kept, and these.
    constexpr explicit KeptBytes(std::string_view others) {
        for (char c = '0'; c <= '9'; ++c) keep(c);
        for (char c = 'a'; c <= 'z'; ++c) keep(c);
        for (char c = 'A'; c <= 'Z'; ++c) keep(c);
        for (const char c : others) keep(c);
    }

    // And every byte that is not ASCII, so that all languages stay legible.
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

// What RFC 3986 calls unreserved: a text of these means the same in every part of a URL.
inline constexpr KeptBytes unreserved("-._~");

void append_percent_encoded(std::string& out, std::string_view text, const KeptBytes& kept);
std::string percent_encoded(std::string_view text, const KeptBytes& kept);

// Malformed escapes stay as they are.
std::string percent_decoded(std::string_view text);

}  // namespace broadsheet::strings
