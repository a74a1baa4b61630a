// The expressions in the tags of a shortcode's template: pipelines of Go templates, and Tera's
// operators and filters.
#pragma once

#include <string_view>

#include "press/shortcodes/shortcode_template.h"
#include "press/shortcodes/template_error.h"
#include "press/shortcodes/template_tokens.h"

namespace broadsheet::press {

inline constexpr int deepest_template = 50;  // nested blocks and expressions

// Where an expression stands.
struct ExpressionPlace {
    TemplateLanguage language;
    bool dot_is_value = false;  // "." is what a block or a partial was given
};

// Reads the expression at the beginning of `tag`, and takes it from there. Sets `uses_inner` if the
// expression has the text between the shortcode's tags.
TemplateExpression read_expression(TemplateTokens& tag, const ExpressionPlace& place,
                                   TemplateError& error, bool& uses_inner);

}  // namespace broadsheet::press
