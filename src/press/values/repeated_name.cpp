#include "press/values/repeated_name.h"

namespace broadsheet::press {

Diagnostic repeated_name(const std::string& name, Position place, Position first) {
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.position = place;
    warning.what = "\"" + name + "\" is already set in line " + std::to_string(first.line) +
                   "; the last value counts";
    warning.remedy = "remove one of them";
    return warning;
}

}  // namespace broadsheet::press
