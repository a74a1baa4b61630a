// Abbreviations of kramdown, which a line explains for the whole text: "*[HTML]: Hypertext …".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

struct Abbreviation {
    std::string text;
    std::string title;
};

// By their first word, which may be all of them.
using Abbreviations = std::map<std::string, std::vector<Abbreviation>, std::less<>>;

Abbreviations abbreviations_of(std::string_view markdown);

// Explains each abbreviation where it stands alone in text; code stays as it is.
void mark_abbreviations(std::vector<model::Node>& nodes, const Abbreviations& abbreviations);

}  // namespace broadsheet::press
