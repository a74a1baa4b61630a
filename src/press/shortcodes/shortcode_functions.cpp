#include "press/shortcodes/shortcode_functions.h"

#include <array>
#include <map>
#include <utility>

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

std::string_view short_function_name(std::string_view name) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr auto long_names = std::to_array<Pair>({
        {"cast.ToFloat", "float"},
        {"cast.ToInt", "int"},
        {"cast.ToString", "string"},
        {"collections.After", "after"},
        {"collections.Append", "append"},
        {"collections.Delimit", "delimit"},
        {"collections.Dictionary", "dict"},
        {"collections.First", "first"},
        {"collections.In", "in"},
        {"collections.Index", "index"},
        {"collections.IsSet", "isset"},
        {"collections.Last", "last"},
        {"collections.Merge", "merge"},
        {"collections.Seq", "seq"},
        {"collections.Shuffle", "shuffle"},
        {"collections.Slice", "slice"},
        {"collections.Uniq", "uniq"},
        {"compare.Conditional", "cond"},
        {"compare.Default", "default"},
        {"compare.Eq", "eq"},
        {"compare.Ge", "ge"},
        {"compare.Gt", "gt"},
        {"compare.Le", "le"},
        {"compare.Lt", "lt"},
        {"compare.Ne", "ne"},
        {"fmt.Errorf", "errorf"},
        {"fmt.Print", "print"},
        {"fmt.Printf", "printf"},
        {"fmt.Warnf", "warnf"},
        {"inflect.Humanize", "humanize"},
        {"lang.Translate", "T"},
        {"math.Mod", "mod"},
        {"partials.Include", "partial"},
        {"partials.IncludeCached", "partialCached"},
        {"safe.CSS", "safeCSS"},
        {"safe.HTML", "safeHTML"},
        {"safe.HTMLAttr", "safeHTMLAttr"},
        {"safe.JS", "safeJS"},
        {"safe.URL", "safeURL"},
        {"strings.Chomp", "chomp"},
        {"strings.CountWords", "countwords"},
        {"strings.Replace", "replace"},
        {"strings.Substr", "substr"},
        {"strings.Title", "title"},
        {"strings.ToLower", "lower"},
        {"strings.ToUpper", "upper"},
        {"strings.Trim", "trim"},
        {"strings.Truncate", "truncate"},
        {"transform.Emojify", "emojify"},
        {"transform.HTMLEscape", "htmlEscape"},
        {"transform.HTMLUnescape", "htmlUnescape"},
        {"transform.Highlight", "highlight"},
        {"transform.Markdownify", "markdownify"},
        {"transform.Plainify", "plainify"},
        {"urls.AbsLangURL", "absLangURL"},
        {"urls.AbsURL", "absURL"},
        {"urls.Anchorize", "anchorize"},
        {"urls.Ref", "ref"},
        {"urls.RelLangURL", "relLangURL"},
        {"urls.RelRef", "relref"},
        {"urls.RelURL", "relURL"},
        {"urls.URLize", "urlize"},
    });
    for (const auto& [each, other] : long_names) {
        if (each == name) return other;
    }
    return name;
}

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
    if (language == TemplateLanguage::go) name = short_function_name(name);
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

std::vector<std::string_view> shortcode_function_names(TemplateLanguage language) {
    std::vector<std::string_view> names;
    for (const auto& [name, function] : table_of(language)) names.push_back(name);
    return names;
}

}  // namespace broadsheet::press
