#include "press/config/config_loader.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/config/config_files.h"
#include "press/config/language_editions.h"
#include "press/config/permalink.h"
#include "press/values/source.h"
#include "strings/ascii.h"
#include "strings/language_tag.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Parses a configuration file. On failure, adds a diagnostic and returns nothing.
std::optional<Value> parse_config(ContentFolder& content, const fs::path& folder,
                                  const ConfigFile& file, std::string& text) {
    const fs::path path = folder / file.name;
    const auto add = [&](Diagnostic diagnostic, std::string_view source) {
        diagnostic.path = file.name;
        if (diagnostic.source_line.empty()) {
            diagnostic.source_line = std::string(line_of(source, diagnostic.position.line));
        }
        content.diagnostics.push_back(std::move(diagnostic));
    };
    const auto bytes = content.input->read(path);
    if (!bytes) {
        Diagnostic error;
        error.what = "the file cannot be read";
        error.remedy = "check its permissions";
        add(std::move(error), {});
        return std::nullopt;
    }
    Decoded decoded = decode_text(*bytes);
    if (decoded.error) {
        add(std::move(*decoded.error), {});
        return std::nullopt;
    }
    Parsed parsed = parse_values(decoded.text, file.dialect);
    if (parsed.error) {
        add(std::move(*parsed.error), decoded.text);
        return std::nullopt;
    }
    for (Diagnostic& warning : parsed.warnings) add(std::move(warning), decoded.text);
    text = std::move(decoded.text);
    return std::move(parsed.root);
}

// Adds the files of Hugo's configuration folder. Returns false if there are none.
bool merge_config_folder(ContentFolder& content, const fs::path& folder, Value& all) {
    const std::vector<ConfigPart> parts = config_folder_files(folder, *content.input);
    for (const ConfigPart& part : parts) {
        std::string text;
        auto root = parse_config(content, folder, part.file, text);
        if (!root) continue;
        Value* target = &all;
        // languages.de.toml is the language itself, menus.de.toml a table of it.
        if (!part.language.empty()) {
            target = &member_of(member_of(all, "languages"), part.language);
        }
        const bool is_language = !part.language.empty() && part.table == "languages";
        if (!part.table.empty() && !is_language) target = &member_of(*target, part.table);
        merge_into(*target, std::move(*root));
    }
    return !parts.empty();
}

// Chooses the edition in the language `code`, or else the usual one, and applies its settings.
std::vector<LanguageEdition> choose_edition(Value& root, Generator generator,
                                            const std::string& code, std::size_t& chosen) {
    std::vector<LanguageEdition> editions = language_editions(root, generator);
    chosen = code.empty() ? 0 : edition_of(editions, code).value_or(0);
    if (!editions.empty()) {
        apply_language(root, editions[chosen].code, generator);
    } else if (generator == Generator::hugo) {
        const std::string usual = text_member(root, "defaultContentLanguage");
        apply_language(root, usual.empty() ? "en" : usual, generator);
    }
    return editions;
}

// Reads the configuration of another generator.
void read_foreign(ContentFolder& content, Value root, const std::string& language,
                  std::string_view file) {
    Diagnostics unread = unread_hugo_settings(root);
    std::size_t chosen = 0;
    auto editions = choose_edition(root, content.generator, language, chosen);
    content.config = read_foreign_config(root, content.generator);
    content.config.editions = std::move(editions);
    content.config.edition = chosen;
    content.config.disabled_languages = disabled_languages(root);
    if (chosen != 0) return;  // said once
    content.config.old_folder = old_folder(root, content.generator);
    if (const Value* languages = root.find("languages")) {
        for (const Value& each : languages->members) {
            if (each.kind != ValueKind::table || !strings::language_tag(each.name).empty())
                continue;
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.path = file;
            warning.position = each.position;
            warning.what = strings::in_quotes(each.name) +
                           " is not a language code, so there is no edition of this language";
            warning.remedy = remedy_of_language(each.name);
            content.diagnostics.push_back(std::move(warning));
        }
    }
    if (content.generator != Generator::hugo) return;
    for (Diagnostic& warning : unread) {
        warning.path = file;
        content.diagnostics.push_back(std::move(warning));
    }
}

// Hexo's configuration has Jekyll's name. One with few settings is known by the folder of its
// posts, which Jekyll reads only if the configuration names it.
void set_hexo_folder(Value& root, const ContentFolder& content, const fs::path& folder) {
    for (const char* name : {"source", "source_dir", "collections_dir"}) {
        if (root.find(name) != nullptr) return;
    }
    const SiteInput& input = *content.input;
    if (input.has_folder(folder / "_posts") || !input.has_folder(folder / "source/_posts")) return;
    Value& source = member_of(root, "source_dir");
    source.kind = ValueKind::text;
    source.text = "source";
}

// Reads a configuration file. Returns false if it does not exist.
bool load_config(ContentFolder& content, const fs::path& folder, const ConfigFile& file,
                 const std::string& language) {
    if (!has_config(folder, file, *content.input)) return false;
    std::string text;
    auto root = parse_config(content, folder, file, text);
    if (!root) return true;
    content.generator = file.generator;
    if (file.name == settings_file) {
        Diagnostics problems;
        std::size_t chosen = 0;
        auto editions = choose_edition(*root, content.generator, language, chosen);
        content.config = read_site_config(*root, problems);
        content.config.editions = std::move(editions);
        content.config.edition = chosen;
        for (Diagnostic& each : problems) {
            each.path = file.name;
            each.source_line = std::string(line_of(text, each.position.line));
            content.diagnostics.push_back(std::move(each));
        }
        return true;
    }
    // Hugo and Zola both use config.toml. Zola requires `base_url`; Hugo uses `baseURL`.
    if (file.name == "config.toml" && root->find("base_url") != nullptr) {
        content.generator = Generator::zola;
    }
    if (content.generator == Generator::hugo) merge_config_folder(content, folder, *root);
    if (content.generator == Generator::jekyll) set_hexo_folder(*root, content, folder);
    read_foreign(content, std::move(*root), language, file.name);
    return true;
}

bool load_config_folder(ContentFolder& content, const fs::path& folder,
                        const std::string& language) {
    Value all;
    all.kind = ValueKind::table;
    if (!merge_config_folder(content, folder, all)) return false;
    content.generator = Generator::hugo;
    read_foreign(content, std::move(all), language, "config/_default");
    return true;
}

void find_config(ContentFolder& content, const fs::path& folder, const std::string& language) {
    for (const ConfigFile& file : config_files()) {
        if (load_config(content, folder, file, language)) return;
    }
    if (load_config_folder(content, folder, language)) return;
    if (content.input->has_folder(folder / "_posts")) content.generator = Generator::jekyll;
}

// Invalid author files are ignored, because generators have no fixed format for them.
void load_authors(ContentFolder& content, const fs::path& folder) {
    if (content.generator == Generator::plain || !content.config.authors.empty()) return;
    const bool jekyll = content.generator == Generator::jekyll;
    for (const ConfigFile& file : author_files()) {
        if ((file.generator == Generator::jekyll) != jekyll) continue;
        const auto bytes = content.input->read(folder / file.name);
        if (!bytes) continue;
        const Decoded decoded = decode_text(*bytes);
        if (decoded.error) return;
        const Parsed parsed = parse_values(decoded.text, file.dialect);
        if (!parsed.error) read_author_table(parsed.root, content.config);
        return;
    }
}

// Other generators may know placeholders that are not known here, so these are warnings.
void check_patterns(ContentFolder& content, const fs::path& folder) {
    const SiteConfig& config = content.config;
    std::set<std::string> patterns = {config.permalink};
    for (const CollectionConfig& each : config.collections) patterns.insert(each.permalink);
    for (const FrontMatterDefaults& each : config.defaults) {
        patterns.insert(text_member(each.values, "permalink"));
    }
    for (const std::string& pattern : patterns) {
        const auto unknown = unknown_placeholder(pattern, config.address_style);
        if (!unknown) continue;
        Diagnostic warning = place_in_config(folder, *content.input, pattern);
        warning.severity = Severity::warning;
        warning.what = "unknown placeholder \"" + *unknown +
                       "\" in permalink, so addresses have it "
                       "as it is written";
        warning.remedy = "use " + known_placeholders(config.address_style);
        content.diagnostics.push_back(std::move(warning));
    }
}

// True if the value at an offset is that of one of the keys: `url = "/about/"`, `url: /about/`.
bool has_key(std::string_view text, std::size_t at, std::initializer_list<std::string_view> keys) {
    constexpr std::string_view around = " \t\"'";
    const auto before_last = [&](std::string_view part, std::string_view signs) {
        return part.substr(0, part.find_last_not_of(signs) + 1);
    };
    std::string_view before = before_last(text.substr(0, at), around);
    if (!before.ends_with('=') && !before.ends_with(':')) return false;
    before.remove_suffix(1);
    before = before_last(before, around);
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
        return before.size() >= key.size() &&
               equal_ignoring_case(before.substr(before.size() - key.size()), key);
    });
}

// The offset of a value: with one of the keys, or else in quotes, or else anywhere.
std::size_t find_config_value(std::string_view text, const std::string& value,
                              std::initializer_list<std::string_view> keys) {
    if (value.empty()) return std::string_view::npos;
    for (auto at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
        if (has_key(text, at, keys)) return at;
    }
    for (const char quote : {'"', '\''}) {
        const auto found = text.find(quote + value + quote);
        if (found != std::string_view::npos) return found + 1;
    }
    return text.find(value);
}

// Languages that HTML and feeds cannot name are those of no text.
void check_languages(ContentFolder& content, const fs::path& folder) {
    if (content.config.edition != 0) return;  // said once
    const std::string& language = content.config.language;
    if (language.empty() || !strings::language_tag(language).empty()) return;
    Diagnostic warning = place_in_config(folder, *content.input, language,
                                         {"language", "languageCode", "locale", "lang"});
    warning.severity = Severity::warning;
    warning.what = strings::in_quotes(language) +
                   " is not a language code, so pages say that they are in English";
    warning.remedy = remedy_of_language(language);
    content.diagnostics.push_back(std::move(warning));
}

}  // namespace

Diagnostic place_in_config(const fs::path& folder, const SiteInput& input, const std::string& value,
                           std::initializer_list<std::string_view> keys) {
    Diagnostic place;
    place.path = "configuration";
    std::vector<std::string> names;
    for (const ConfigFile& file : config_files()) names.push_back(file.name);
    for (const ConfigPart& part : config_folder_files(folder, input))
        names.push_back(part.file.name);
    for (const ConfigFile& file : author_files()) names.push_back(file.name);
    for (const std::string& name : names) {
        const auto bytes = input.read(folder / name);
        if (!bytes) continue;
        const Decoded decoded = decode_text(*bytes);
        const auto found = find_config_value(decoded.text, value, keys);
        if (decoded.error || found == std::string::npos) continue;
        place.path = name;
        place.position = position_of(decoded.text, found);
        place.source_line = std::string(line_of(decoded.text, place.position.line));
        break;
    }
    return place;
}

void load_configuration(ContentFolder& content, const fs::path& folder,
                        const std::string& language) {
    find_config(content, folder, language);
    load_authors(content, folder);
    if (content.generator == Generator::jekyll) {
        content.config.address_style = AddressStyle::jekyll;
    }
    if (content.generator == Generator::hugo && !is_hugo(content.config.address_style)) {
        content.config.address_style = AddressStyle::hugo;
    }
    if (content.generator != Generator::plain) check_patterns(content, folder);
    check_languages(content, folder);
    content.config.has_pages_folder = content.generator == Generator::plain;
}

void read_time_zone(ContentFolder& content, const fs::path& folder) {
    const std::string& name = content.config.time_zone;
    if (name.empty()) return;
    content.time_zone = TimeZone::named(name);
    if (content.time_zone) return;
    Diagnostic warning = place_in_config(folder, *content.input, name);
    warning.severity = Severity::warning;
    warning.what =
        "the time zone \"" + name + "\" is not known on this machine, so dates are in UTC";
    warning.remedy = "use a name such as \"Europe/Berlin\" or an offset such as \"+01:00\"";
    content.diagnostics.push_back(std::move(warning));
}

void load_old_addresses(ContentFolder& content, const fs::path& folder) {
    if (!content.input->has_file(folder / redirects_name)) return;
    std::string text;
    const ConfigFile file{std::string(redirects_name), Dialect::toml, content.generator};
    const auto root = parse_config(content, folder, file, text);
    if (!root) return;
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    for (const Value& member : root->members) {
        const auto line = static_cast<std::size_t>(member.position.line);
        OldAddress address{member.name, member.text, member.position, {}};
        if (line > 0 && line <= lines.size()) address.source_line = lines[line - 1];
        if (member.kind == ValueKind::text) {
            content.old_addresses.push_back(std::move(address));
            continue;
        }
        Diagnostic error;
        error.path = file.name;
        error.position = member.position;
        error.source_line = std::move(address.source_line);
        error.what = "the target is " + describe(member) + " instead of an address";
        error.remedy = R"(write lines such as "/old/" = "/new/")";
        content.diagnostics.push_back(std::move(error));
    }
}

}  // namespace broadsheet::press
