#include "press/import/exports/import_record.h"

#include <charconv>

namespace broadsheet::press {

namespace {

const std::string no_text;

}  // namespace

const std::string& text_of(const RecordFields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? no_text : found->second;
}

const std::string& ImportRecord::text(std::string_view name) const { return text_of(fields, name); }

const std::string& ImportRecord::meta(std::string_view name) const {
    for (const auto& [key, value] : metas) {
        if (key == name) return value;
    }
    return no_text;
}

ItemNumber number_of(const std::string& text) {
    ItemNumber number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace broadsheet::press
