#include "press/shortcodes/template_names.h"

#include <algorithm>
#include <array>

namespace broadsheet::press {

namespace {

// Of Hugo's `.Scratch` and `.Store`.
bool is_store_method(std::string_view name) {
    for (const std::string_view store : {".Scratch", ".Store"}) {
        if (!name.starts_with(store)) continue;
        static constexpr std::array<std::string_view, 6> methods = {".Add", ".Delete",   ".Get",
                                                                    ".Set", ".SetInMap", ".Values"};
        return std::find(methods.begin(), methods.end(), name.substr(store.size())) !=
               methods.end();
    }
    return false;
}

bool is_file_method(std::string_view name) {
    return name == ".Resources.Get" || name == ".Resources.GetMatch";
}

// Of Zola, whose other variables are the arguments of the shortcode.
bool is_tera_object(std::string_view name) {
    const std::string_view first = name.substr(0, name.find('.'));
    static constexpr std::array<std::string_view, 4> objects = {"page", "config", "section",
                                                                "loop"};
    return std::find(objects.begin(), objects.end(), first) != objects.end();
}

}  // namespace

std::string_view without_root(std::string_view name) {
    if (name.starts_with("$.")) name.remove_prefix(1);
    return name;
}

std::string outer_variable(TemplateLanguage language, std::string_view name) {
    if (language == TemplateLanguage::tera) {
        if (name == "page.title" || name == "page.path" || name == "page.permalink") {
            return name == "page.title" ? "page.title" : "page.url";
        }
        if (name == "config.title") return "site.title";
        if (name.starts_with("page.extra.")) return "page.params." + std::string(name.substr(11));
        if (name == "config.base_url") return "site.baseurl";
        if (name == "config.default_language") return "site.language";
        if (name.starts_with("config.extra.")) return "site." + std::string(name.substr(13));
        return {};
    }
    name = without_root(name);
    if (name == ".Page.Title") return "page.title";
    if (name == ".Page.Path" || name == ".Page.File" || name == ".Page.File.Path")
        return "page.file";
    if (name.starts_with(".Page.Params.")) return "page.params." + std::string(name.substr(13));
    if (name == ".Page.RelPermalink" || name == ".Page.Permalink") return "page.url";
    if (name.starts_with(".Page.Site.")) name.remove_prefix(5);
    if (name == ".Site.Title") return "site.title";
    if (name == ".Site.BaseURL") return "site.baseurl";
    if (name.starts_with(".Site.Params.")) return "site." + std::string(name.substr(13));
    return {};
}

bool is_shortcode_variable(TemplateLanguage language, std::string_view name, bool dot_is_value) {
    if (!outer_variable(language, name).empty()) return true;
    if (language == TemplateLanguage::tera) {
        static constexpr std::array<std::string_view, 4> of_loop = {"loop.index", "loop.index0",
                                                                    "loop.first", "loop.last"};
        return !is_tera_object(name) ||
               std::find(of_loop.begin(), of_loop.end(), name) != of_loop.end();
    }
    if (name.starts_with('$') && !name.starts_with("$.")) return true;
    std::string_view own = without_root(name);
    if (dot_is_value && own.size() > 1) return true;
    while (own.starts_with(".Parent")) {
        own.remove_prefix(7);
        if (own.empty()) return true;
        if (own[0] != '.') return false;
    }
    if (own == ".Page") return true;
    if (own.starts_with(".Page.") &&
        (is_store_method(own.substr(5)) || is_file_method(own.substr(5)))) {
        return true;
    }
    static constexpr std::array<std::string_view, 10> known = {
        ".",     ".Get",     ".Inner",  ".InnerDeindent", ".IsNamedParams",
        ".Name", ".Ordinal", ".Params", ".Page.File.Ext", ".Position"};
    return std::find(known.begin(), known.end(), own) != known.end() ||
           own.starts_with(".Params.") || is_store_method(own);
}

}  // namespace broadsheet::press
