// Language tags as HTML, feeds and HTTP require them (BCP 47).
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

// Converts a language code as people write it to a BCP 47 tag: "zh_tw" → "zh-TW", "EN" → "en",
// "sr-latn" → "sr-Latn", "pt_BR.UTF-8" → "pt-BR". Empty if it cannot be one, as "english".
std::string language_tag(std::string_view code);

}  // namespace broadsheet::strings
