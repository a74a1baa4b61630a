#include "press/shortcodes/template_error.h"

#include <utility>

#include "press/base/nearest_name.h"

namespace broadsheet::press {

void TemplateError::set(std::size_t offset, std::string what, std::string remedy) {
    if (is_set()) return;
    Diagnostic error;
    error.position = position_of(text_, offset);
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    error.source_line = std::string(line_of(text_, error.position.line));
    error_ = std::move(error);
}

void TemplateError::set_syntax(std::size_t offset) {
    set(offset, "the expression cannot be read", "correct it, or write HTML instead");
}

void TemplateError::set_unknown(std::size_t offset, const std::string& kind,
                                const std::string& name,
                                const std::vector<std::string_view>& known) {
    constexpr std::size_t shortest = 3;
    const auto nearest = name.size() < shortest ? std::nullopt : nearest_name(name, known);
    set(offset, "unknown " + kind + " \"" + name + "\" in a shortcode",
        nearest ? "did you mean \"" + *nearest + "\"?" : "write what it gives instead of it");
}

}  // namespace broadsheet::press
