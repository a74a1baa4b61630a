// The encoding of numbers and texts in index files (src/bundle/FORMAT.md, "Search"). Each file is a
// JSON array of strings. Numbers are written with 92 printable characters that JSON does not
// escape. Small numbers take one character, so that HTTP compression treats each as one symbol and
// comes close to their entropy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// Appends a number of at most `largest_packed`. It takes one character below 68, two below 1,908,
// three below 27,300, and five below 71,639,296.
inline constexpr std::uint32_t largest_packed = 71'639'295;
void append_packed(std::string& out, std::uint32_t number);

// Reads a sequence of numbers. After the end, or after an invalid character, it returns zeros and
// `ok` is false.
class Unpacker {
  public:
    explicit Unpacker(std::string_view text) : text_(text) {}
    std::uint32_t next();
    bool at_end() const { return position_ >= text_.size(); }
    std::string_view rest() const { return at_end() ? "" : text_.substr(position_); }
    bool ok() const { return ok_; }

  private:
    std::uint32_t symbol();

    std::string_view text_;
    std::size_t position_ = 0;
    bool ok_ = true;
};

// Maps signed to unsigned numbers so that small absolute values stay small: 0, −1, 1, −2, 2 …
// become 0, 1, 2, 3, 4 …
constexpr std::uint32_t to_unsigned(std::int64_t number) {
    return static_cast<std::uint32_t>(number < 0 ? -2 * number - 1 : 2 * number);
}
constexpr std::int64_t to_signed(std::uint32_t number) {
    const std::int64_t half = number / 2;
    return number % 2 == 1 ? -half - 1 : half;
}

// Front coding of sorted words: the number of bytes shared with the previous word (one symbol),
// then the rest and a space. Words must not contain spaces, quotes, backslashes or control
// characters.
void append_front_coded(std::string& out, std::string_view previous, std::string_view word);
std::string join_front_coded(const std::vector<std::string>& words);
// Returns nothing if the text is malformed.
std::optional<std::vector<std::string>> read_front_coded(std::string_view text);

std::string write_strings(const std::vector<std::string>& strings);
// Returns nothing if `json` is not an array of strings.
std::optional<std::vector<std::string>> read_strings(std::string_view json);

}  // namespace broadsheet::search
