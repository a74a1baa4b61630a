// Names and attributes of the elements that the HTML parser returns, read without trust.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// The name in lower case.
std::string element_name(const GumboElement& element);

// The value of an attribute; empty if there is none.
std::string_view attribute(const GumboElement& element, const char* name);
bool has_attribute(const GumboElement& element, const char* name);

// The attribute as an integer between `min` and `max`, or `fallback` for anything else, such as
// "50%".
int number_attribute(const GumboElement& element, const char* name, int fallback, int min, int max);

// The identifier in the page, as GitHub prefixes it.
std::string prefixed(std::string identifier);

// The text as an identifier, without white space and prefixed; empty if it is too long.
std::string clean_identifier(std::string_view text);

// The text, if it has the form of a language tag; otherwise empty.
std::string clean_language(std::string_view text);

// True for the elements that editors of other systems give styles of letters: <span>, <b>, …
bool is_of_letters(std::string_view name);

// Whether the letters of an element are bold or italic, if its style says so. `usual`: what its
// name alone means. Editors write words as <span style="font-weight: bold">, and whole texts within
// a <b> of normal weight.
struct Letters {
    bool bold = false;
    bool italic = false;
};
std::optional<Letters> letters_of(const GumboElement& element, model::NodeKind usual);

}  // namespace broadsheet::press
