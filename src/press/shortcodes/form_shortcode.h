// The shortcode {{< form action="…" fields="name, email*, message*" >}}.
#pragma once

#include <string>

#include "press/shortcodes/template_arguments.h"

namespace broadsheet::press {

// The HTML of a form, or what is wrong with its arguments and how to mend it.
struct FormShortcode {
    std::string html;  // empty: there is a problem
    std::string problem;
    std::string remedy;
};

// Arguments: `action`, or `provider` (formspree, netlify, buttondown, mailchimp) with `id`;
// `preset` (contact, newsletter) or `fields`; `button`. Fields are separated by commas, each
// written "name*: Label = A | B": a star means that it is required, and choices make it a menu.
FormShortcode expand_form(const TemplateArguments& arguments);

}  // namespace broadsheet::press
