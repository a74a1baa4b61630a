#include "page/list_number.h"

#include <array>
#include <utility>

namespace broadsheet::page {

namespace {

std::string alphabetic(int number, char first) {
    std::string out;
    for (; number > 0; number = (number - 1) / 26) {
        out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
    }
    return out;
}

std::string roman(int number, bool capitals) {
    static constexpr auto values = std::to_array<std::pair<int, std::string_view>>({{1000, "m"},
                                                                                    {900, "cm"},
                                                                                    {500, "d"},
                                                                                    {400, "cd"},
                                                                                    {100, "c"},
                                                                                    {90, "xc"},
                                                                                    {50, "l"},
                                                                                    {40, "xl"},
                                                                                    {10, "x"},
                                                                                    {9, "ix"},
                                                                                    {5, "v"},
                                                                                    {4, "iv"},
                                                                                    {1, "i"}});
    std::string out;
    for (const auto& [value, sign] : values) {
        for (; number >= value; number -= value) out += sign;
    }
    if (capitals) {
        for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

}  // namespace

std::string list_number(int number, std::string_view letters) {
    constexpr int largest_roman = 3999;
    if (number > 0 && (letters == "a" || letters == "A")) return alphabetic(number, letters[0]);
    if (number > 0 && number <= largest_roman && (letters == "i" || letters == "I")) {
        return roman(number, letters == "I");
    }
    return std::to_string(number);
}

}  // namespace broadsheet::page
