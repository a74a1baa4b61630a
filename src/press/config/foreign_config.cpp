// Converts configuration files of Hugo, Jekyll and Zola: the settings that have a counterpart here.
// All other settings are ignored.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "press/base/link_target.h"
#include "press/config/config_values.h"
#include "press/config/hugo_markdown.h"
#include "press/config/language_editions.h"
#include "press/config/site_config.h"
#include "press/config/taxonomies.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

void read_page_size(const Value& table, SiteConfig& config) {
    const Value* pagination = table.find("pagination");
    const Value* value = pagination == nullptr ? nullptr : pagination->find("pagerSize");
    if (value == nullptr) value = table.find("paginate");
    constexpr double max_size = 100;
    if (value != nullptr && value->kind == ValueKind::number && value->number >= 1 &&
        value->number <= max_size) {
        config.page_size = static_cast<int>(value->number);
    }
}

// Hugo's `[languages.X]` table of the site's default language.
const Value* hugo_language(const Value& table) {
    const Value* languages = table.find("languages");
    if (languages == nullptr) return nullptr;
    const std::string code = first_text(table, {"defaultContentLanguage"});
    return languages->find(code.empty() ? "en" : code);
}

// A folder within the site's folder, as its configuration names it, without '/' at the ends. Empty
// if it is the site's folder itself, or outside of it.
std::string inner_folder(std::string folder) {
    if (folder.starts_with("./")) folder.erase(0, 2);
    while (folder.ends_with('/')) folder.pop_back();
    const bool inside = folder != "." && !folder.starts_with('/') && !folder.starts_with("..");
    return inside ? folder : std::string();
}

bool is_below(std::string_view folder, std::string_view parent) {
    return folder.size() > parent.size() + 1 && folder.starts_with(parent) &&
           folder[parent.size()] == '/';
}

// The entries of `[[module.mounts]]`.
std::vector<Value> hugo_mounts(const Value& table) {
    const Value* mounts = value_at(table, {"module", "mounts"});
    return mounts == nullptr ? std::vector<Value>() : mounts->items;
}

void append_texts(const Value& table, const char* name, std::vector<std::string>& to) {
    const Value* list = table.find(name);
    if (list == nullptr) return;
    for (const Value& each : list->items) {
        if (each.is_scalar()) to.push_back(each.text);
    }
}

// The language of a mount, as Hugo named it until 0.152 and since.
std::string language_of_mount(const Value& mount) {
    const Value* languages = value_at(mount, {"sites", "matrix", "languages"});
    if (languages == nullptr) return first_text(mount, {"lang"});
    return languages->items.empty() ? languages->text : languages->items.front().text;
}

// The folder that is mounted as the content of a language; "": as that of all.
std::string mounted_content(const Value& table, std::string_view language) {
    for (const Value& mount : hugo_mounts(table)) {
        const bool is_content = inner_folder(first_text(mount, {"target"})) == "content";
        if (is_content && language_of_mount(mount) == language) {
            return inner_folder(first_text(mount, {"source"}));
        }
    }
    return {};
}

// Reads the content folders of the languages: `contentDir = "content/fr"`, or `"content-fr"` beside
// the usual one. A folder may also be mounted as content.
void read_hugo_folders(const Value& table, SiteConfig& config) {
    std::string usual = inner_folder(first_text(table, {"contentDir"}));
    if (usual.empty()) usual = mounted_content(table, "");
    if (!usual.empty()) config.content_folders = {usual};
    if (usual.empty()) usual = "content";
    const Value* languages = table.find("languages");
    if (languages == nullptr) return;
    const auto folder_of = [&](const Value& language) {
        const std::string own = inner_folder(first_text(language, {"contentDir"}));
        return own.empty() ? mounted_content(table, language.name) : own;
    };
    // A folder beside the usual one, or the usual one as that of one language.
    const bool apart = std::any_of(
        languages->members.begin(), languages->members.end(), [&](const Value& language) {
            const std::string folder = folder_of(language);
            return !folder.empty() && folder != usual && !is_below(folder, usual);
        });
    if (apart) config.content_folders = {usual};
    config.only_language_folders = !apart && !languages->members.empty();
    const std::vector<std::string> disabled = disabled_languages(table);
    for (const Value& language : languages->members) {
        const std::string folder = folder_of(language);
        const bool own = apart ? !folder.empty() && folder != usual : is_below(folder, usual);
        if (!own) config.only_language_folders = false;
        if (!own || std::find(disabled.begin(), disabled.end(), language.name) != disabled.end())
            continue;
        if (apart) config.content_folders.push_back(folder);
        const bool is_default = &language == hugo_language(table);
        config.language_folders.emplace_back(
            (apart ? folder : folder.substr(usual.size() + 1)) + "/",
            is_default ? std::string() : language.name);
    }
    // All folders are then relative to the site's folder.
    if (apart) config.language_folders.emplace_back(usual + "/", std::string());
}

// Reads `staticDir`, which is a name or a list, `staticDir2` and so on, and mounted folders.
std::vector<std::string> hugo_static_folders(const Value& table,
                                             std::map<std::string, std::string>& targets) {
    std::vector<std::string> folders;
    const auto add = [&](std::string folder) {
        if (folder.starts_with("./")) folder.erase(0, 2);
        while (folder.ends_with('/')) folder.pop_back();
        const bool inside = !folder.empty() && folder[0] != '/' && !folder.starts_with("..");
        const bool known = std::find(folders.begin(), folders.end(), folder) != folders.end();
        if (inside && !known) folders.push_back(std::move(folder));
    };
    const auto add_all = [&](const Value* value) {
        if (value == nullptr) return;
        if (value->is_scalar()) add(value->text);
        for (const Value& item : value->items) add(item.text);
    };
    add_all(table.find("staticDir"));
    for (int number = 0; number <= 10; ++number) {
        add_all(table.find("staticDir" + std::to_string(number)));
    }
    if (const Value* languages = table.find("languages")) {
        for (const Value& language : languages->members) add_all(language.find("staticDir"));
    }
    for (const Value& mount : hugo_mounts(table)) {
        const std::string target = inner_folder(first_text(mount, {"target"}));
        const std::string source = inner_folder(first_text(mount, {"source"}));
        if (source.empty() || (target != "static" && !is_below(target, "static"))) continue;
        add(source);
        if (target != "static") targets[source] = target.substr(target.find('/') + 1) + "/";
    }
    if (folders.empty()) add("static");
    return folders;
}

// Files that a mount of the content leaves out.
void read_excluded_files(const Value& table, std::vector<std::string>& ignored) {
    for (const Value& mount : hugo_mounts(table)) {
        if (inner_folder(first_text(mount, {"target"})) != "content") continue;
        const Value* excluded = mount.find("excludeFiles");
        if (excluded != nullptr && excluded->is_scalar()) ignored.push_back(excluded->text);
        append_texts(mount, "excludeFiles", ignored);
    }
}

// Hugo's `uglyURLs = true`, or a table with a boolean for each section.
std::vector<std::string> ugly_sections(const Value& table) {
    std::vector<std::string> sections;
    const Value* ugly = table.find("uglyURLs");
    if (ugly == nullptr) return sections;
    if (ugly->boolean) sections.emplace_back();
    for (const Value& section : ugly->members) {
        if (section.boolean) sections.push_back(section.name);
    }
    return sections;
}

// True if a list of texts has this one.
bool names_text(const Value* list, std::string_view text) {
    return list != nullptr && std::any_of(list->items.begin(), list->items.end(), [&](auto& each) {
               return equal_ignoring_case(each.text, text);
           });
}

MarkdownSwitches jekyll_switches(const Value& table) {
    MarkdownSwitches switches;
    switches.hard_breaks = is_true(value_at(table, {"kramdown", "hard_wrap"})) ||
                           names_text(value_at(table, {"commonmark", "options"}), "hardbreaks");
    switches.emoji = names_text(table.find("plugins"), "jemoji");
    const std::string program = strings::lower_ascii(first_text(table, {"markdown"}));
    switches.html_elements = program.find("commonmark") == std::string::npos &&
                             !is_true(value_at(table, {"kramdown", "parse_block_html"}));
    return switches;
}

// Kramdown takes $$…$$ for a formula, unless it is told otherwise.
bool has_kramdown_formulas(const Value& table) {
    const std::string program = strings::lower_ascii(first_text(table, {"markdown"}));
    const Value* engine = value_at(table, {"kramdown", "math_engine"});
    const bool is_off = engine != nullptr && (engine->text.empty() || engine->text == "null" ||
                                              engine->text == "nil" || engine->text == "false");
    return !is_off && (program.empty() || program == "kramdown" || program == "gfm");
}

// Hugo's passthrough leaves formulas alone for a program of the page. Themes have switches for such
// programs, under these names: `math: true`, or `math: {enable: true}`.
bool has_formulas(const Value& table) {
    constexpr std::array<const char*, 4> names = {"math", "mathjax", "katex", "use_math"};
    const auto is_on = [](const Value* value) {
        if (value == nullptr) return false;
        const Value* enabled = value->find("enable");
        return enabled != nullptr ? enabled->boolean : value->boolean;
    };
    const auto has_switch = [&](const Value* group) {
        return group != nullptr && std::any_of(names.begin(), names.end(), [&](const char* name) {
                   return is_on(group->find(name));
               });
    };
    return has_switch(&table) || has_switch(table.find("params")) ||
           has_switch(value_at(table, {"params", "page"})) || has_switch(table.find("extra")) ||
           is_on(value_at(table, {"markup", "goldmark", "extensions", "passthrough", "enable"}));
}

// True if single dollars are not among the delimiters that a Hugo site names.
bool has_other_delimiters(const Value& table) {
    const Value* inline_ones = value_at(
        table, {"markup", "goldmark", "extensions", "passthrough", "delimiters", "inline"});
    if (inline_ones == nullptr) return false;
    return std::none_of(inline_ones->items.begin(), inline_ones->items.end(), [](auto& pair) {
        return !pair.items.empty() && pair.items.front().text == "$";
    });
}

// Kramdown's marks are the names of entities: "lsquo,rsquo,ldquo,rdquo". The other parsers of
// Jekyll leave punctuation as it is, unless told otherwise.
void read_jekyll_punctuation(const Value& table, TextConfig& text) {
    const std::string parser = first_text(table, {"markdown"});
    if (lower_ascii(parser).starts_with("commonmark")) {
        const Value* options = value_at(table, {"commonmark", "options"});
        const bool smart =
            options != nullptr &&
            std::any_of(options->items.begin(), options->items.end(),
                        [](auto& each) { return equal_ignoring_case(each.text, "smart"); });
        if (!smart) text.punctuation = Punctuation::plain;
        return;
    }
    const Value* marks = value_at(table, {"kramdown", "smart_quotes"});
    if (marks == nullptr) return;
    std::vector<std::string> names;
    for (const Value& item : marks->items) names.push_back(item.text);
    for (std::size_t start = 0; marks->is_scalar() && start <= marks->text.size();) {
        const std::size_t end = std::min(marks->text.find(',', start), marks->text.size());
        names.push_back(marks->text.substr(start, end - start));
        start = end + 1;
    }
    if (names.size() != 4) return;
    // Kramdown has the single ones first.
    for (const std::size_t place : {2U, 3U, 0U, 1U}) {
        text.quotes.push_back("&" + std::string(strings::trimmed(names[place])) + ";");
    }
}

// Reads Hugo's `singular = "plural"` and Zola's `[{name = "series"}]`.
void read_taxonomy_names(const Value& table, SiteConfig& config) {
    const Value* taxonomies = table.find("taxonomies");
    if (taxonomies == nullptr) return;
    std::vector<std::string> names;
    for (const Value& plural : taxonomies->members) names.push_back(plural.text);
    for (const Value& each : taxonomies->items) names.push_back(first_text(each, {"name"}));
    for (const std::string& name : names) {
        if (!is_built_in_taxonomy(name) && can_be_taxonomy(name)) add_taxonomy(name, config);
    }
}

std::string jekyll_permalink(const std::string& pattern) {
    if (pattern == "date") return "/:categories/:year/:month/:day/:title.html";
    if (pattern == "pretty") return "/:categories/:year/:month/:day/:title/";
    if (pattern == "ordinal") return "/:categories/:year/:y_day/:title.html";
    if (pattern == "none") return "/:categories/:title.html";
    if (pattern == "weekdate") return "/:categories/:year/W:week/:short_day/:title.html";
    return pattern;
}

// The folders of jekyll-multiple-languages-plugin: `_i18n/xx/_posts`. The first language is the
// usual one.
void read_translated_posts(const Value& table, SiteConfig& config) {
    const Value* languages = table.find("languages");
    if (languages == nullptr || languages->kind != ValueKind::list) return;
    config.included.emplace_back("_i18n");
    for (const Value& code : languages->items) {
        const bool usual = &code == &languages->items.front();
        config.language_folders.emplace_back("_i18n/" + code.text + "/",
                                             usual ? std::string() : code.text);
    }
}

// The scalars of a table and of those within it: "color", "social.mail".
void add_variables(const Value& table, const std::string& prefix,
                   std::map<std::string, std::string>& variables) {
    for (const Value& value : table.members) {
        if (value.is_scalar()) variables.emplace(prefix + value.name, value.text);
        add_variables(value, prefix + value.name + ".", variables);
    }
}

// True for the configuration of Hexo, whose name is Jekyll's.
bool is_hexo(const Value& table) {
    return table.find("source_dir") != nullptr || table.find("new_post_name") != nullptr ||
           table.find("skip_render") != nullptr;
}

// Hexo reads one folder, in which the names of posts need no date. Its lists of categories are
// paths.
void read_hexo_layout(const Value& table, std::string& permalink, SiteConfig& config) {
    std::string source = inner_folder(first_text(table, {"source_dir"}));
    if (source.empty()) source = "source";
    config.content_folders = {source};
    config.has_undated_posts = true;
    config.nested_categories = true;
    if (permalink.empty()) permalink = ":year/:month/:day/:title/";
}

}  // namespace

void read_author_table(const Value& table, SiteConfig& config) {
    for (const Value& value : table.members) {
        if (value.kind != ValueKind::table) continue;
        AuthorConfig author;
        author.id = value.name;
        author.name = first_text(value, {"name", "display_name"});
        if (author.name.empty()) author.name = value.name;
        author.biography = first_text(value, {"bio", "biography", "description"});
        author.portrait = first_text(value, {"avatar", "portrait", "picture", "image"});
        if (is_absolute_url(author.portrait)) author.portrait.clear();
        if (const std::string url = first_text(value, {"url", "web", "website", "home"});
            is_absolute_url(url) && model::is_safe_target(url)) {
            author.links.push_back({url.substr(url.find("//") + 2), url, {}});
        }
        config.authors.push_back(std::move(author));
    }
}

Diagnostics unread_hugo_settings(const Value& table) {
    Diagnostics unread;
    const auto add = [&](std::string what, std::string remedy) {
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        unread.push_back(std::move(warning));
    };
    std::set<std::string> languages_with_folder;
    for (const Value& mount : hugo_mounts(table)) {
        const std::string target = inner_folder(first_text(mount, {"target"}));
        const std::string source = first_text(mount, {"source"});
        const std::string language = language_of_mount(mount);
        const bool is_content = target == "content" || is_below(target, "content");
        if (!is_content || source.empty()) continue;
        const bool is_first = target == "content" && languages_with_folder.insert(language).second;
        if (is_first && !inner_folder(source).empty()) continue;
        std::string what = "the folder \"" + source;
        what += "\", mounted as \"";
        what += target;
        what += "\", is not read";
        add(std::move(what), "move its files to " + target);
    }
    if (is_true(table.find("removePathAccents"))) {
        add("removePathAccents is not used: addresses keep their accents",
            "give pages whose addresses must not have accents a slug in their front matter");
    }
    if (const Value* languages = table.find("languages")) {
        for (const Value& language : languages->members) {
            const std::string address = first_text(language, {"baseURL"});
            if (address.empty()) continue;
            std::string what = "the address " + address + " of the language \"";
            what += language.name;
            what += "\" is not used: all languages are on one site";
            add(std::move(what), "remove it, and set the baseURL of the site");
        }
    }
    return unread;
}

SiteConfig read_foreign_config(const Value& table, Generator generator) {
    SiteConfig config;
    config.title = first_text(table, {"title", "name"});
    config.description = first_text(table, {"description"});
    config.language = first_text(
        table, {"languageCode", "default_language", "defaultContentLanguage", "lang", "locale"});
    config.copyright = first_text(table, {"copyright"});
    config.time_zone = first_text(table, {"timeZone", "time_zone"});
    config.base_url = first_text(table, {"baseURL", "base_url"});
    if (const Value* parameters = table.find("params")) {
        if (config.description.empty())
            config.description = first_text(*parameters, {"description"});
        config.tagline = first_text(*parameters, {"tagline", "subtitle"});
    }
    for (const char* name : {"exclude", "ignored_content"}) {
        append_texts(table, name, config.ignored);
    }
    append_texts(table, "include", config.included);
    config.math = has_formulas(table);
    config.single_dollars = !has_other_delimiters(table);
    read_page_size(table, config);
    read_taxonomy_names(table, config);
    if (const Value* languages = table.find("languages")) {
        for (const Value& language : languages->members) read_taxonomy_names(language, config);
    }
    if (generator == Generator::zola) {
        const auto makes_slugs = [&](const char* what) {
            const Value* strategy = value_at(table, {"slugify", what});
            return strategy == nullptr || (strategy->text != "safe" && strategy->text != "off");
        };
        config.address_style = makes_slugs("paths") ? AddressStyle::zola : AddressStyle::zola_names;
        config.zola_term_names = !makes_slugs("taxonomies");
        const Value* smart = value_at(table, {"markdown", "smart_punctuation"});
        const bool on = smart != nullptr && smart->boolean;
        config.text.punctuation = on ? Punctuation::smart : Punctuation::plain;
        config.text.markdown.emoji = is_true(value_at(table, {"markdown", "render_emoji"}));
    }
    if (generator == Generator::hugo) {
        read_hugo_punctuation(table, config.text);
        config.text.markdown = hugo_switches(table);
        config.menu_entries = hugo_menu_entries(table);
        config.ugly_sections = ugly_sections(table);
        read_hugo_folders(table, config);
        config.static_folders = hugo_static_folders(table, config.static_targets);
        read_excluded_files(table, config.ignored);
        config.permalink = read_hugo_permalinks(table, config.language_folders, config.defaults);
        append_texts(table, "ignoreFiles", config.ignored_expressions);
        config.publishes = {is_true(table.find("buildDrafts")), is_true(table.find("buildFuture")),
                            is_true(table.find("buildExpired"))};
        config.date_fields = read_date_fields(table);
        if (is_true(table.find("disablePathToLower"))) {
            config.address_style = AddressStyle::hugo_capitals;
        }
        config.list_permalinks = read_list_permalinks(table);
        read_cascade(table, "", config.defaults);
    }
    if (generator == Generator::jekyll) {
        config.tagline = first_text(table, {"tagline"});
        read_jekyll_punctuation(table, config.text);
        config.text.markdown = jekyll_switches(table);
        config.double_dollars = has_kramdown_formulas(table);
        config.publishes.future = is_true(table.find("future"));
        read_jekyll_defaults(table, config.defaults);
        config.collections = read_collections(table);
        if (const std::string source = inner_folder(first_text(table, {"source"}));
            !source.empty()) {
            config.content_folders = {source};
        }
        for (const CollectionConfig& each : config.collections) {
            config.included.push_back("_" + each.name);
        }
        config.collections_folder = read_collections_folder(table);
        read_translated_posts(table, config);
        std::string posts = permalink_of_posts(table);
        if (posts.empty()) posts = first_text(table, {"permalink"});
        if (is_hexo(table)) read_hexo_layout(table, posts, config);
        config.permalink = jekyll_permalink(posts);
        const std::string url = first_text(table, {"url"});
        if (!url.empty()) config.base_url = url + first_text(table, {"baseurl"});
    }
    for (const Value& value : table.members) {
        if (value.is_scalar()) config.variables.emplace(value.name, value.text);
    }
    for (const std::string_view name : {"params", "extra"}) {
        const Value* own = generator == Generator::jekyll ? nullptr : table.find(name);
        if (own != nullptr) add_variables(*own, "", config.variables);
    }
    return config;
}

}  // namespace broadsheet::press
