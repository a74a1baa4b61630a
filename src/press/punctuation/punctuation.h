// Smart punctuation: the straight quotes, hyphens and dots that a keyboard has become the quotes,
// apostrophes, dashes and ellipses of the text's language.
//
// In French, some plain spaces become ones that do not break: see french_spaces.h.
//
// Only an author's running text is changed. The Markdown parser therefore marks the signs in it,
// and set_punctuation replaces the marked ones once the document is complete: those of code,
// addresses, raw HTML, entities and escapes ("\"") are never marked.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "press/punctuation/quote_marks.h"

namespace broadsheet::press {

// Appends running text and marks the signs that may be changed: U+F8F5 before each.
// REQUIRES: `text` does not contain the mark.
void append_marked(std::string& out, std::string_view text);

// The text without marks, as the author wrote it.
std::string without_sign_marks(std::string_view text);

// Replaces the marked signs and removes the marks. Parts with a language of their own have its
// quotes. `own` replaces the quotes of all languages, unless it is null.
void set_punctuation(model::Document& document, std::string_view language,
                     const QuoteMarks* own = nullptr);

// Replaces the signs of a text that is not Markdown, such as a title.
std::string smart_text(std::string_view text, std::string_view language,
                       const QuoteMarks* own = nullptr);

}  // namespace broadsheet::press
