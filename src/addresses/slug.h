// Converts names to URL segments.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::addresses {

// Converts a name to a slug: lower case, with the letters and digits of every script. Latin letters
// lose their diacritics ("Brasília" → "brasilia"). Every run of other characters becomes one
// hyphen, except at the ends. The result is never empty: a name of symbols alone gives them ("🎉"),
// with hyphens for what joins an emoji ("👩-💻"), and any other without letters or digits "untitled".
std::string slugify(std::string_view name);

// A slug for a new file: the first words of a title, of at most 120 bytes. Names of files have 255.
std::string file_slug(std::string_view title);

// Converts the name of a category, tag, author or other term to a slug. Unlike slugify, keeps apart
// names that differ by a sign: "C++" → "c-plus-plus", "C#" → "c-sharp", ".NET" → "dot-net". A name
// of signs and symbols alone gives their words ("+" → "plus") or the symbols themselves ("🎉").
// Keycaps are named: "1️⃣" → "1-keycap".
std::string term_slug(std::string_view name);

// True for the joiners, which only change the shape of letters within a word.
bool is_joiner(char32_t code_point);

// True for marks that change how the character before them is drawn, such as the one that makes a
// keycap of a digit, and those that choose its colour or form.
bool is_sign_mark(char32_t code_point);

}  // namespace broadsheet::addresses
