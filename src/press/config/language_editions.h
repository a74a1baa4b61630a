// The editions of a site in several languages. Each is a whole site below the folder of its
// language, with the settings of the site and the table of its language over them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/generator.h"
#include "press/config/setting_reader.h"
#include "press/config/site_config.h"
#include "press/values/value.h"

namespace broadsheet::press {

// The editions that a configuration names: `[languages.de]` of site.toml, Hugo and Zola, and
// `languages: [en, de]` of Jekyll's plug-ins. The edition in the usual language is the first; its
// folder is empty. Empty if there are fewer than two.
std::vector<LanguageEdition> language_editions(const Value& root, Generator generator);

// The folder in which Hugo published the usual edition, such as "en/"; empty: at the root.
std::string old_folder(const Value& root, Generator generator);

// Codes of the languages that a Hugo site has switched off.
std::vector<std::string> disabled_languages(const Value& root);

// Puts the settings of a language over those of the site.
void apply_language(Value& root, const std::string& code, Generator generator);

// Hugo's `weight` of a menu entry or a language, by which they are sorted; 0 if there is none.
double weight_of(const Value& table);

// Adds the members of a table to another. Later values take precedence.
void merge_into(Value& to, Value from);
// The member of a table with this name, added if it is missing.
Value& member_of(Value& table, const std::string& name);

// The index of the edition that a language belongs to: "pt_BR" belongs to "pt-br", or else to "pt".
// Nothing if there is none. An empty language is the usual one.
std::optional<std::size_t> edition_of(const std::vector<LanguageEdition>& editions,
                                      std::string_view language);

// The content folders of the edition that the settings are of, relative to the content root: "de/".
std::vector<std::string> own_language_folders(const SiteConfig& config);

// A path from the root of the site, "/de/about/", as the edition that the settings are of has it:
// "/about/" in its own folder, "/../de/about/" elsewhere. Other targets, and paths that begin with
// the folder of no edition, stay.
std::string path_in_edition(const SiteConfig& config, std::string target);

// True if `name` is the code of the edition, in any case and with '-' or '_'.
bool is_code_of(const LanguageEdition& edition, std::string_view name);

// What to write in place of something that is not a language code: of a language's name, its code.
std::string remedy_of_language(std::string_view written);

// The setting [languages.CODE] of site.toml. Only its shape is checked: apply_language has put its
// values where the other settings read them.
Setting<SiteConfig> languages_setting();

}  // namespace broadsheet::press
