// What slugs need to know of Unicode, without tables that would weigh on the reader: exact for the
// alphabets that have two cases in common use, by whole ranges for everything else.
#pragma once

#include <string_view>

namespace broadsheet::strings {

// Basic Latin letters, in lower case, for a Latin letter with diacritics ("é" → "e", "ß" → "ss");
// empty for anything else.
std::string_view latin_base(char32_t code_point);

// Latin, Greek, Cyrillic and Armenian; other code points stay as they are.
char32_t lower_case(char32_t code_point);

// Letters, digits and the marks that belong to them, in every script.
bool is_letter_or_digit(char32_t code_point);

// U+0300–U+036F, the marks of Latin, Greek and Cyrillic letters.
bool is_combining_mark(char32_t code_point);

}  // namespace broadsheet::strings
