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
    enum class Kind : std::uint8_t { literal, variable, call, member };
    Kind kind = Kind::literal;
    ShortcodeValue value;  // of a literal
    // Of a variable: ".Get", "$x", "page.title". Of a call: the function or filter. Of a member of
    // the value in parentheses before it: ".Title".
    std::string name;
    // Of a filter or a member, the value that it is of comes first.
    std::vector<TemplateExpression> arguments;
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
    bool binds_dot = false;  // Go's `with`: "." is the value of the condition
};

// A part of a template.
struct TemplateStep {
    enum class Kind : std::uint8_t { text, output, set, choose, loop };
    Kind kind = Kind::text;
    int line = 0;                   // of the template, from 1; 0 for `text`
    std::string text;               // of `text`
    TemplateExpression expression;  // of `output` and `set`; of a loop, its list
    std::string variable;           // of `set`; of a loop, the item
    std::string index;              // of a loop, the number of the item; may be empty
    bool binds_dot = false;         // Go's `range`: "." is the item
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

// What a template is for. In a partial, "." is whatever it is given.
enum class TemplateUse : std::uint8_t { shortcode, partial };

ShortcodeTemplate parse_shortcode_template(std::string_view text, TemplateLanguage language,
                                           TemplateUse use = TemplateUse::shortcode);

}  // namespace broadsheet::press
