// The properties of Unicode characters that slugs need. Large Unicode tables would make the reader
// too heavy, so the rules are exact only for the common alphabets with upper and lower case. Other
// scripts are classified by whole ranges.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

// The basic Latin letters, in lower case, of a Latin letter with diacritics ("é" → "e", "ß" →
// "ss"). Empty for anything else.
std::string_view latin_base(char32_t code_point);

// Converts Latin, Greek, Cyrillic and Armenian letters to lower case. Other code points stay
// unchanged.
char32_t lower_case(char32_t code_point);

// Converts the letters of a text with lower_case.
std::string lower_letters(std::string_view text);

// True for letters, digits and the marks that belong to them, in every script.
bool is_letter_or_digit(char32_t code_point);

// True for the characters of Chinese and Japanese: ideographs, kana and their punctuation. Korean
// has spaces between words, so its letters do not count.
bool is_ideographic(char32_t code_point);

// True for U+0300–U+036F, the combining marks of Latin, Greek and Cyrillic letters.
bool is_combining_mark(char32_t code_point);

}  // namespace broadsheet::strings
