// Translations of the interface: one catalogue per language in press/config/languages, built into
// the executable.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// A built-in catalogue file.
struct CatalogueFile {
    std::string_view language;  // "de"
    std::string_view text;      // content of languages/de.toml
};
// All built-in catalogues.
const std::vector<CatalogueFile>& catalogue_files();

// A parsed catalogue. English has none: its phrases are in views/phrases.inc.
struct Catalogue {
    std::vector<std::string> phrases;         // in the format of model::Site
    std::vector<std::string> calendar_names;  // likewise
};

// Parses a catalogue in TOML. Required keys are `months` and `weekdays`; `months_alone`,
// `short_months` and `weekday_letters` are optional and otherwise derived from them. The table
// `phrases` has the names of ui/phrases.inc. A wrong number of names or plural forms and unknown
// names are diagnostics.
Catalogue read_catalogue(std::string_view text, Diagnostics& diagnostics);

// Sets the phrases and calendar names of `site` for its language, then overrides those in `own` by
// name. Languages without a catalogue use English.
void fill_phrases(model::Site& site, const std::map<std::string, std::string>& own);

// All valid phrase names, by index.
const std::vector<std::string_view>& phrase_names();

}  // namespace broadsheet::press
