#include "press/config/language_editions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "strings/ascii.h"
#include "strings/language_tag.h"
#include "strings/letters.h"

namespace broadsheet::press {

namespace {

// Languages by their own names, for editions that do not name themselves.
constexpr auto own_names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ar", "العربية"},     {"bg", "Български"},   {"bn", "বাংলা"},         {"ca", "Català"},
    {"cs", "Čeština"},     {"da", "Dansk"},       {"de", "Deutsch"},       {"el", "Ελληνικά"},
    {"en", "English"},     {"es", "Español"},     {"et", "Eesti"},         {"eu", "Euskara"},
    {"fa", "فارسی"},       {"fi", "Suomi"},       {"fr", "Français"},      {"ga", "Gaeilge"},
    {"gl", "Galego"},      {"he", "עברית"},       {"hi", "हिन्दी"},         {"hr", "Hrvatski"},
    {"hu", "Magyar"},      {"hy", "Հայերեն"},     {"id", "Indonesia"},     {"is", "Íslenska"},
    {"it", "Italiano"},    {"ja", "日本語"},      {"ka", "ქართული"},       {"kk", "Қазақ тілі"},
    {"ko", "한국어"},      {"lt", "Lietuvių"},    {"lv", "Latviešu"},      {"ms", "Melayu"},
    {"nb", "Norsk"},       {"nl", "Nederlands"},  {"no", "Norsk"},         {"pl", "Polski"},
    {"pt", "Português"},   {"ro", "Română"},      {"ru", "Русский"},       {"sk", "Slovenčina"},
    {"sl", "Slovenščina"}, {"sr", "Српски"},      {"sv", "Svenska"},       {"th", "ไทย"},
    {"tr", "Türkçe"},      {"uk", "Українська"},  {"ur", "اردو"},          {"vi", "Tiếng Việt"},
    {"zh", "中文"},        {"zh-cn", "简体中文"}, {"zh-hans", "简体中文"}, {"zh-hant", "繁體中文"},
    {"zh-tw", "繁體中文"},
});

std::string lower_tag(std::string_view code) {
    const std::string tag = strings::language_tag(code);
    return lower_ascii(tag.empty() ? std::string_view(code) : std::string_view(tag));
}

std::string own_name(const std::string& code) {
    const std::string tag = lower_tag(code);
    for (const std::string_view wanted :
         {std::string_view(tag), std::string_view(tag).substr(0, 2)}) {
        const auto found = std::find_if(own_names.begin(), own_names.end(),
                                        [&](const auto& each) { return each.first == wanted; });
        if (found != own_names.end()) return std::string(found->second);
    }
    return code;
}

std::string first_member(const Value& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (std::string text = text_member(table, name); !text.empty()) return text;
    }
    return {};
}

std::string usual_language(const Value& root, Generator generator) {
    switch (generator) {
        case Generator::hugo: {
            const std::string code = text_member(root, "defaultContentLanguage");
            return code.empty() ? "en" : code;
        }
        case Generator::zola: {
            const std::string code = text_member(root, "default_language");
            return code.empty() ? "en" : code;
        }
        case Generator::jekyll: return first_member(root, {"default_lang", "lang"});
        case Generator::plain: break;
    }
    const std::string code = text_member(root, "language");
    // The interface is English if nobody says more.
    return code.empty() && root.find("languages") != nullptr ? "en" : code;
}

bool is_disabled(const Value& root, const Value& language) {
    const Value* disabled = language.find("disabled");
    if (disabled != nullptr && disabled->boolean) return true;
    const Value* names = root.find("disableLanguages");
    return names != nullptr &&
           std::any_of(names->items.begin(), names->items.end(),
                       [&](const Value& name) { return name.text == language.name; });
}

LanguageEdition edition_named(const std::string& code, const Value* table, Generator generator) {
    LanguageEdition edition;
    edition.code = code;
    if (table != nullptr) edition.name = first_member(*table, {"name", "languageName", "label"});
    if (edition.name.empty()) edition.name = own_name(code);
    edition.folder = (generator == Generator::zola ? code : lower_ascii(code)) + "/";
    // Jekyll's plug-ins show every article in every language.
    edition.fallback = generator == Generator::jekyll;
    const Value* fallback = table == nullptr ? nullptr : table->find("fallback");
    if (fallback != nullptr) edition.fallback = fallback->boolean;
    return edition;
}

// Hugo accepts both names for menus. The one of the language counts.
void drop_other_menus(Value& root, const Value& language) {
    const bool has_menus = language.find("menus") != nullptr || language.find("menu") != nullptr;
    if (!has_menus) return;
    std::erase_if(root.members, [](const Value& member) {
        return equal_ignoring_case(member.name, "menus") ||
               equal_ignoring_case(member.name, "menu");
    });
}

}  // namespace

std::string old_folder(const Value& root, Generator generator) {
    const Value* in_folder = root.find("defaultContentLanguageInSubdir");
    if (generator != Generator::hugo || in_folder == nullptr || !in_folder->boolean) return {};
    return lower_ascii(usual_language(root, generator)) + "/";
}

Value& member_of(Value& table, const std::string& name) {
    for (Value& member : table.members) {
        if (equal_ignoring_case(member.name, name)) return member;
    }
    Value member;
    member.kind = ValueKind::table;
    member.name = name;
    return table.members.emplace_back(std::move(member));
}

double weight_of(const Value& table) {
    const Value* weight = table.find("weight");
    return weight != nullptr && weight->kind == ValueKind::number ? weight->number : 0;
}

void merge_into(Value& to, Value from) {
    if (to.kind != ValueKind::table || from.kind != ValueKind::table) {
        from.name = to.name;
        to = std::move(from);
        return;
    }
    for (Value& member : from.members) {
        const std::string name = member.name;
        merge_into(member_of(to, name), std::move(member));
    }
}

std::vector<LanguageEdition> language_editions(const Value& root, Generator generator) {
    const Value* languages = root.find("languages");
    if (languages == nullptr) return {};
    std::string usual = usual_language(root, generator);
    std::vector<std::pair<std::string, const Value*>> others;
    const Value* usual_table = nullptr;
    const auto add = [&](const std::string& code, const Value* table) {
        if (strings::language_tag(code).empty()) return;
        if (usual.empty()) usual = code;
        if (lower_tag(code) == lower_tag(usual)) {
            usual_table = table;
        } else {
            others.emplace_back(code, table);
        }
    };
    for (const Value& language : languages->members) {
        if (language.kind != ValueKind::table || is_disabled(root, language)) continue;
        add(language.name, &language);
    }
    for (const Value& code : languages->items) {
        if (code.is_scalar()) add(code.text, nullptr);
    }
    if (others.empty()) return {};
    std::stable_sort(others.begin(), others.end(), [](const auto& left, const auto& right) {
        if (left.second == nullptr || right.second == nullptr) return false;
        const auto place = [](const Value& table) {
            return std::pair(weight_of(table), table.position.line);
        };
        return place(*left.second) < place(*right.second);
    });
    std::vector<LanguageEdition> editions = {edition_named(usual, usual_table, generator)};
    editions.front().folder.clear();
    editions.front().fallback = false;
    for (const auto& [code, table] : others) {
        editions.push_back(edition_named(code, table, generator));
    }
    return editions;
}

std::vector<std::string> disabled_languages(const Value& root) {
    std::vector<std::string> codes;
    const Value* languages = root.find("languages");
    if (languages == nullptr) return codes;
    for (const Value& language : languages->members) {
        if (language.kind == ValueKind::table && is_disabled(root, language)) {
            codes.push_back(language.name);
        }
    }
    return codes;
}

void apply_language(Value& root, const std::string& code, Generator generator) {
    const bool is_usual = lower_tag(code) == lower_tag(usual_language(root, generator));
    const Value* languages = root.find("languages");
    Value table;
    table.kind = ValueKind::table;
    if (languages != nullptr) {
        for (const Value& each : languages->members) {
            if (each.kind == ValueKind::table && lower_tag(each.name) == lower_tag(code)) {
                table = each;
            }
        }
    }
    // What describes the edition itself.
    static constexpr auto kept_apart = std::to_array<std::string_view>(
        {"name", "fallback", "languageName", "label", "weight", "disabled", "contentDir",
         "staticDir", "baseURL", "languageDirection", "direction"});
    std::erase_if(table.members, [](const Value& member) {
        return std::any_of(kept_apart.begin(), kept_apart.end(), [&](std::string_view name) {
            return equal_ignoring_case(member.name, name);
        });
    });
    const std::string_view key = generator == Generator::hugo     ? "languageCode"
                                 : generator == Generator::zola   ? "default_language"
                                 : generator == Generator::jekyll ? "lang"
                                                                  : "language";
    std::string tag = first_member(table, {"languageCode", "locale"});
    if (tag.empty() && (!is_usual || generator != Generator::hugo)) tag = code;
    if (generator == Generator::hugo) drop_other_menus(root, table);
    merge_into(root, std::move(table));
    if (tag.empty()) return;
    Value language;
    language.kind = ValueKind::text;
    language.text = tag;
    merge_into(member_of(root, std::string(key)), std::move(language));
}

std::optional<std::size_t> edition_of(const std::vector<LanguageEdition>& editions,
                                      std::string_view language) {
    if (language.empty()) return 0;
    const std::string tag = lower_tag(language);
    for (const std::string_view wanted :
         {std::string_view(tag), std::string_view(tag).substr(0, tag.find('-'))}) {
        for (std::size_t i = 0; i < editions.size(); ++i) {
            if (lower_tag(editions[i].code) == wanted) return i;
        }
    }
    return std::nullopt;
}

std::vector<std::string> own_language_folders(const SiteConfig& config) {
    std::vector<std::string> folders;
    if (config.editions.empty()) return folders;
    for (const auto& [folder, language] : config.language_folders) {
        if (edition_of(config.editions, language) == config.edition) folders.push_back(folder);
    }
    return folders;
}

std::string path_in_edition(const SiteConfig& config, std::string target) {
    const std::string own = config.edition_folder();
    if (own.empty() || !target.starts_with('/')) return target;
    for (const LanguageEdition& each : config.editions) {
        if (each.folder.empty() || !target.starts_with("/" + each.folder)) continue;
        return (each.folder == own ? "" : "/../" + each.folder.substr(0, each.folder.size() - 1)) +
               target.substr(each.folder.size());
    }
    return target;
}

bool is_code_of(const LanguageEdition& edition, std::string_view name) {
    return !strings::language_tag(name).empty() && lower_tag(edition.code) == lower_tag(name);
}

std::string remedy_of_language(std::string_view written) {
    static constexpr auto english = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"arabic", "ar"},    {"chinese", "zh"},  {"czech", "cs"},      {"danish", "da"},
         {"dutch", "nl"},     {"english", "en"},  {"finnish", "fi"},    {"french", "fr"},
         {"german", "de"},    {"greek", "el"},    {"hebrew", "he"},     {"hindi", "hi"},
         {"italian", "it"},   {"japanese", "ja"}, {"korean", "ko"},     {"norwegian", "nb"},
         {"persian", "fa"},   {"polish", "pl"},   {"portuguese", "pt"}, {"russian", "ru"},
         {"spanish", "es"},   {"swedish", "sv"},  {"turkish", "tr"},    {"ukrainian", "uk"},
         {"vietnamese", "vi"}});
    const std::string wanted = strings::lower_letters(written);
    for (const auto& [name, code] : english) {
        if (name == wanted) return "write \"" + std::string(code) + "\"";
    }
    for (const auto& [code, name] : own_names) {
        if (strings::lower_letters(name) == wanted) return "write \"" + std::string(code) + "\"";
    }
    return "use a code such as de, pt-br or zh-hant";
}

Setting<SiteConfig> languages_setting() {
    static constexpr auto known = std::to_array<std::string_view>(
        {"name", "fallback", "title", "tagline", "description", "copyright", "permalink",
         "date_format", "week_start", "menu", "front", "podcast", "comments", "phrases",
         "authors"});
    const auto read = [](SettingReader& reader, const Value& languages, SiteConfig&) {
        const std::string wanted = "a table for each language, such as [languages.de]";
        if (languages.kind != ValueKind::table) {
            return reader.wrong_kind(languages, "languages", wanted);
        }
        for (const Value& language : languages.members) {
            if (language.kind != ValueKind::table) {
                reader.wrong_kind(language, "languages." + language.name, wanted);
                continue;
            }
            if (strings::language_tag(language.name).empty()) {
                reader.error(language, "\"" + language.name + "\" is not a language code",
                             remedy_of_language(language.name));
            }
            for (const Value& value : language.members) {
                const bool is_known = std::any_of(
                    known.begin(), known.end(),
                    [&](std::string_view name) { return equal_ignoring_case(name, value.name); });
                if (!is_known) {
                    reader.unknown_key(value, "[languages." + language.name + "]",
                                       {known.begin(), known.end()});
                } else if (value.name == "name" && !value.is_scalar()) {
                    reader.wrong_kind(value, "name", "text");
                } else if (value.name == "fallback" && value.kind != ValueKind::boolean) {
                    reader.wrong_kind(value, "fallback", "true or false");
                }
            }
        }
    };
    const std::string header = "[languages.CODE]";
    return {"languages",
            read,
            {{header, "name", "text", "an edition in another language, below /CODE/: its name"},
             {header, "fallback", "true or false",
              "whether it shows articles that it does not have in the usual language (default: "
              "false)"},
             {header, "title, menu, …", "as above",
              "its own title, tagline, description, copyright, permalink, date_format, week_start, "
              "menu, front, podcast, comments, phrases and authors"}}};
}

}  // namespace broadsheet::press
