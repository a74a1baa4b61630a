#include "press/shortcodes/templates.h"

#include "press/shortcodes/template_expander.h"

namespace broadsheet::press {

Expanded expand_templates(std::string_view text, const TemplateContext& context) {
    if (text.find("{{") == std::string_view::npos && text.find("{%") == std::string_view::npos) {
        return {std::string(text), {}};
    }
    return TemplateExpander(text, context).run();
}

}  // namespace broadsheet::press
