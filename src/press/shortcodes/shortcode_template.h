// The templates of a site's own shortcodes, parsed: a subset of Hugo's Go templates and of Zola's
// Tera. What a template may use is listed in shortcode_functions.h. Anything else is an error that
// names it. Parsing takes time linear in the text, and nesting is limited.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/shortcodes/shortcode_value.h"

namespace broadsheet::press {

enum class TemplateLanguage : std::uint8_t { go, tera };

struct NamedTemplateExpression;

// A value in a template.
struct TemplateExpression {
    enum class Kind : std::uint8_t { literal, variable, call };
    Kind kind = Kind::literal;
    ShortcodeValue value;  // of a literal
    // Of a variable: ".Get", "$x", "page.title". Of a call: the function or filter.
    std::string name;
    std::vector<TemplateExpression> arguments;  // of a filter, its subject comes first
    std::vector<NamedTemplateExpression> named;
};

// An argument with a name.
struct NamedTemplateExpression {
    std::string name;
    TemplateExpression value;
};

struct TemplateStep;

// Steps that run if the condition holds, or always if there is none.
struct TemplateBranch {
    std::optional<TemplateExpression> condition;
    std::vector<TemplateStep> steps;
};

// A part of a template.
struct TemplateStep {
    enum class Kind : std::uint8_t { text, output, set, choose, loop };
    Kind kind = Kind::text;
    std::string text;               // of `text`
    TemplateExpression expression;  // of `output` and `set`; of a loop, its list
    std::string variable;           // of `set`; of a loop, the item
    std::string index;              // of a loop, the number of the item; may be empty
    bool binds_dot = false;         // Go's `with` and `range`: "." is the value
    // Of `choose`: the first whose condition holds. Of a loop: its body, and what an empty list
    // gives.
    std::vector<TemplateBranch> branches;
};

// A parsed template, or an error.
struct ShortcodeTemplate {
    TemplateLanguage language = TemplateLanguage::go;
    std::vector<TemplateStep> steps;
    bool uses_inner = false;          // the shortcode has text between its tags
    std::optional<Diagnostic> error;  // with position and source line, without path
};

// A shortcode of the site: the file that defines it.
struct SiteShortcode {
    std::string path;  // as in messages
    ShortcodeTemplate parsed;
};

ShortcodeTemplate parse_shortcode_template(std::string_view text, TemplateLanguage language);

}  // namespace broadsheet::press
