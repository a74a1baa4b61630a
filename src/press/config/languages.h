// The catalogues of interface languages: a file each in press/languages, built into the tool.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// A catalogue as it was built in: the text of languages/de.toml.
struct CatalogueFile {
    std::string_view language;  // "de"
    std::string_view text;
};
const std::vector<CatalogueFile>& catalogue_files();

struct Catalogue {
    std::vector<std::string> phrases;         // as model::Site has them
    std::vector<std::string> calendar_names;  // likewise
};

// `text` is a catalogue in TOML: `months`, `weekdays`, and where they are not to be made from these
// `months_alone`, `short_months`, `weekday_letters`; and the table `phrases` with the names of
// ui/phrases.inc. A wrong number of names or of plural forms and unknown names are diagnostics.
Catalogue read_catalogue(std::string_view text, Diagnostics& diagnostics);

// Gives `site` the words of its language, then `own` ones by name. English, and languages without
// a catalogue, have the program's own words.
void fill_phrases(model::Site& site, const std::map<std::string, std::string>& own);

// The names that a table of phrases may hold.
const std::vector<std::string_view>& phrase_names();

}  // namespace broadsheet::press
