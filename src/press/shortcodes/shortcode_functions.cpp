#include "press/shortcodes/shortcode_functions.h"

#include <map>

#include "press/shortcodes/function_sets.h"

namespace broadsheet::press {

namespace {

using Table = std::map<std::string_view, ShortcodeFunction>;

Table make_table(TemplateLanguage language) {
    Table table;
    for (const FunctionSet& set :
         {html_functions(), text_functions(), list_functions(), number_functions()}) {
        for (const auto& [name, function] : language == TemplateLanguage::go ? set.go : set.tera) {
            table[name] = function;
        }
    }
    return table;
}

const Table& table_of(TemplateLanguage language) {
    static const Table go = make_table(TemplateLanguage::go);
    static const Table tera = make_table(TemplateLanguage::tera);
    return language == TemplateLanguage::go ? go : tera;
}

}  // namespace

const ShortcodeValue& FunctionArguments::at(std::size_t place) const {
    static const ShortcodeValue nothing;
    return place < values.size() ? values[place] : nothing;
}

const ShortcodeValue& FunctionArguments::last() const {
    return at(values.empty() ? 0 : values.size() - 1);
}

std::string FunctionArguments::text(std::size_t place) const { return at(place).as_text(); }

const ShortcodeValue& FunctionArguments::named_or_at(std::string_view name,
                                                     std::size_t place) const {
    for (const auto& [each, value] : named) {
        if (each == name) return value;
    }
    return at(place);
}

ShortcodeFunction shortcode_function(TemplateLanguage language, std::string_view name) {
    const Table& table = table_of(language);
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

std::vector<std::string_view> shortcode_function_names(TemplateLanguage language) {
    std::vector<std::string_view> names;
    for (const auto& [name, function] : table_of(language)) names.push_back(name);
    return names;
}

}  // namespace broadsheet::press
