// The first error of a shortcode's template.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// Sets the error of a template. Only the first one counts, because others may follow from it.
class TemplateError {
  public:
    // `text` is the whole template. REQUIRES: the arguments live longer.
    TemplateError(std::string_view text, std::optional<Diagnostic>& error)
        : text_(text), error_(error) {}

    bool is_set() const { return error_.has_value(); }
    void set(std::size_t offset, std::string what, std::string remedy);
    void set_syntax(std::size_t offset);
    // `kind`: what the name is of. `known`: the names that there are.
    void set_unknown(std::size_t offset, const std::string& kind, const std::string& name,
                     const std::vector<std::string_view>& known);

  private:
    std::string_view text_;
    std::optional<Diagnostic>& error_;
};

}  // namespace broadsheet::press
