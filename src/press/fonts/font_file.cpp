#include "press/fonts/font_file.h"

#include <ft2build.h>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>
#include FT_ADVANCES_H
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

namespace broadsheet::press {

namespace {

constexpr std::string_view signature = "wOF2";
constexpr std::size_t largest = 30'000'000;
constexpr FT_ULong weight_axis = FT_MAKE_TAG('w', 'g', 'h', 't');

// How often a letter occurs in 10,000 letters and spaces of English prose.
constexpr std::array<std::pair<char, int>, 27> letters = {
    {{' ', 1830}, {'a', 655}, {'b', 124}, {'c', 223}, {'d', 335}, {'e', 1022}, {'f', 197},
     {'g', 162},  {'h', 497}, {'i', 573}, {'j', 12},  {'k', 56},  {'l', 335},  {'m', 202},
     {'n', 570},  {'o', 620}, {'p', 150}, {'q', 9},   {'r', 497}, {'s', 533},  {'t', 751},
     {'u', 229},  {'v', 79},  {'w', 169}, {'x', 14},  {'y', 143}, {'z', 5}}};

struct Close {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<std::remove_pointer_t<FT_Library>, Close>;
using Face = std::unique_ptr<std::remove_pointer_t<FT_Face>, Close>;

// Sets the weight of a variable font; its other axes keep their defaults.
void set_weight(FT_Library library, FT_Face face, int weight) {
    FT_MM_Var* axes = nullptr;
    if (!FT_HAS_MULTIPLE_MASTERS(face) || FT_Get_MM_Var(face, &axes) != 0) return;
    std::vector<FT_Fixed> values;
    values.reserve(axes->num_axis);
    for (FT_UInt i = 0; i < axes->num_axis; ++i) {
        const FT_Var_Axis& axis = axes->axis[i];
        const FT_Fixed wanted = axis.tag == weight_axis ? FT_Fixed{weight} * 65536 : axis.def;
        values.push_back(std::clamp(wanted, axis.minimum, axis.maximum));
    }
    FT_Set_Var_Design_Coordinates(face, axes->num_axis, values.data());
    FT_Done_MM_Var(library, axes);
}

// Nothing if the font lacks a letter.
std::optional<double> letter_width_of(FT_Face face) {
    double sum = 0;
    int count = 0;
    for (const auto& [letter, times] : letters) {
        const FT_UInt glyph = FT_Get_Char_Index(face, static_cast<FT_ULong>(letter));
        FT_Fixed advance = 0;
        if (glyph == 0 || FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) != 0) return {};
        sum += static_cast<double>(advance) * times;
        count += times;
    }
    return sum / count / face->units_per_EM;
}

}  // namespace

bool is_woff2(std::string_view bytes) { return bytes.starts_with(signature); }

std::optional<FontMeasures> measure_font(std::string_view bytes, int weight) {
    if (!is_woff2(bytes) || bytes.size() > largest) return std::nullopt;
    FT_Library new_library = nullptr;
    if (FT_Init_FreeType(&new_library) != 0) return std::nullopt;
    const Library library(new_library);
    FT_Face new_face = nullptr;
    if (FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                           static_cast<FT_Long>(bytes.size()), 0, &new_face) != 0) {
        return std::nullopt;
    }
    const Face face(new_face);
    if (!FT_IS_SCALABLE(face.get()) || face->units_per_EM == 0) return std::nullopt;
    set_weight(library.get(), face.get(), weight);
    const double em = face->units_per_EM;
    FontMeasures measures;
    measures.ascent = face->ascender / em;
    measures.descent = -face->descender / em;
    measures.line_gap = std::max(0.0, (face->height - face->ascender + face->descender) / em);
    measures.letter_width = letter_width_of(face.get()).value_or(0);
    return measures;
}

}  // namespace broadsheet::press
