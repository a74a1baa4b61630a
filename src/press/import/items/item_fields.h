// Fields of items that plug-ins keep: recordings, languages, and wishes to search engines.
#pragma once

#include <string>
#include <string_view>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// The address of the recording of a podcast's episode; empty if the item has none that plays here.
std::string recording_of(const ImportRecord& item);

// The language of an item, as BCP 47, and what its translations have in common; empty if a site has
// one language.
std::string language_of(const ImportRecord& item);
std::string translation_key_of(const ImportRecord& item);

// True for a value of a custom field that says something to readers, rather than to a plug-in.
bool is_prose(std::string_view value);

// Where the text of an item without one may be: "in the field _elementor_data of Elementor".
std::string text_elsewhere(const ImportRecord& item);

// The address that search engines are to show instead, by SEO plug-ins; empty if there is none.
std::string canonical_address_of(const ImportRecord& item);

// True if an SEO plug-in asks search engines not to show the item.
bool is_hidden_from_engines(const ImportRecord& item);

// What articles here cannot say: "picture for link previews …".
std::string unkept_fields(const ImportRecord& item);

}  // namespace broadsheet::press
