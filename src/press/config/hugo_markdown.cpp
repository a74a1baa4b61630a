#include "press/config/hugo_markdown.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "press/config/config_values.h"

namespace broadsheet::press {

void read_hugo_punctuation(const Value& table, TextConfig& text) {
    const Value* typographer = value_at(table, {"markup", "goldmark", "extensions", "typographer"});
    if (typographer == nullptr) return;
    const Value* disabled = typographer->find("disable");
    const bool off = typographer->kind == ValueKind::boolean && !typographer->boolean;
    if (off || (disabled != nullptr && disabled->boolean)) text.punctuation = Punctuation::plain;
    constexpr std::array<std::pair<const char*, const char*>, 4> marks = {
        {{"leftDoubleQuote", "&ldquo;"},
         {"rightDoubleQuote", "&rdquo;"},
         {"leftSingleQuote", "&lsquo;"},
         {"rightSingleQuote", "&rsquo;"}}};
    const bool has_own = std::any_of(marks.begin(), marks.end(), [&](const auto& mark) {
        return typographer->find(mark.first) != nullptr;
    });
    for (const auto& [name, usual] : marks) {
        const std::string mark = first_text(*typographer, {name});
        if (has_own) text.quotes.push_back(mark.empty() ? usual : mark);
    }
}

MarkdownSwitches hugo_switches(const Value& table) {
    MarkdownSwitches switches;
    switches.emoji = is_true(table.find("enableEmoji"));
    const Value* goldmark = value_at(table, {"markup", "goldmark"});
    if (goldmark == nullptr) return switches;
    switches.hard_breaks = is_true(value_at(*goldmark, {"renderer", "hardWraps"}));
    for (const char* name : {"autoHeadingIDType", "autoIDType"}) {
        const Value* parser = goldmark->find("parser");
        const std::string type = parser == nullptr ? std::string() : first_text(*parser, {name});
        if (type == "github-ascii") switches.ascii_identifiers = true;
        if (type == "blackfriday") switches.blackfriday_identifiers = true;
    }
    switches.block_attributes = is_true(value_at(*goldmark, {"parser", "attribute", "block"}));
    const auto extra = [&](const char* name) {
        return is_true(value_at(*goldmark, {"extensions", "extras", name, "enable"}));
    };
    switches.marked = extra("mark");
    switches.inserted = extra("insert");
    switches.subscript = extra("subscript");
    switches.superscript = extra("superscript");
    return switches;
}

}  // namespace broadsheet::press
