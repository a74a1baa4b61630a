#include "press/config/setting_reader.h"

#include "press/base/nearest_name.h"

namespace broadsheet::press {

void SettingReader::error(const Value& value, std::string what, std::string remedy) {
    Diagnostic diagnostic;
    diagnostic.position = value.position;
    diagnostic.what = std::move(what);
    diagnostic.remedy = std::move(remedy);
    diagnostics_.push_back(std::move(diagnostic));
}

void SettingReader::warning(const Value& value, std::string what, std::string remedy) {
    error(value, std::move(what), std::move(remedy));
    diagnostics_.back().severity = Severity::warning;
}

void SettingReader::wrong_kind(const Value& value, std::string_view name, std::string_view wanted) {
    error(value, std::string(name) + " is " + describe(value), "it must be " + std::string(wanted));
}

void SettingReader::unknown_key(const Value& value, std::string_view where,
                                const std::vector<std::string_view>& known) {
    const auto nearest = nearest_name(lower_ascii(value.name), known);
    error(value, "unknown key \"" + value.name + "\" in " + std::string(where),
          nearest ? "did you mean \"" + *nearest + "\"?" : "remove it");
}

void SettingReader::each_table(const Value& list, std::string_view name, std::string_view wanted,
                               const std::function<void(const Value&)>& read) {
    if (list.kind != ValueKind::list) return wrong_kind(list, name, wanted);
    for (const Value& item : list.items) {
        if (item.kind == ValueKind::table) {
            read(item);
        } else {
            wrong_kind(item, name, wanted);
        }
    }
}

std::string SettingReader::safe_target(const Value& value, const std::string& target) {
    if (model::is_safe_target(target)) return target;
    error(value, "\"" + target + "\" is not an address that a page may link to",
          "use https:, mailto: or a path of this site");
    return {};
}

}  // namespace broadsheet::press
