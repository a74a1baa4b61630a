// How the files of the index hold numbers and texts (src/bundle/FORMAT.md, "Search"): each file is
// a JSON array of strings, and numbers are written with 92 printable characters that JSON takes as
// they are. Small numbers take one character, so that the transport's compression sees each as one
// symbol and comes near their entropy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// One character below 68, two below 1,908, three below 27,300, five below 71,639,296.
inline constexpr std::uint32_t largest_packed = 71'639'295;
void append_packed(std::string& out, std::uint32_t number);

// Reads numbers one after another. Past the end, and for characters that no writer uses, the rest
// reads as zeros and `ok` becomes false.
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

// A number of either sign as one that is small where it is near zero: 0, -1, 1, -2, 2 …
constexpr std::uint32_t to_unsigned(std::int64_t number) {
    return static_cast<std::uint32_t>(number < 0 ? -2 * number - 1 : 2 * number);
}
constexpr std::int64_t to_signed(std::uint32_t number) {
    const std::int64_t half = number / 2;
    return number % 2 == 1 ? -half - 1 : half;
}

// Sorted words, each as the number of bytes it shares with the one before (one symbol) and the
// rest, ended by a space. Words hold no space, quote, backslash or control character.
void append_front_coded(std::string& out, std::string_view previous, std::string_view word);
std::string join_front_coded(const std::vector<std::string>& words);
// Nothing where the text is not of that form.
std::optional<std::vector<std::string>> read_front_coded(std::string_view text);

std::string write_strings(const std::vector<std::string>& strings);
// Nothing where `json` is not an array of strings.
std::optional<std::vector<std::string>> read_strings(std::string_view json);

}  // namespace broadsheet::search
