#include "press/import/ghost/ghost_headings.h"

#include <map>
#include <set>

#include "model/headings.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

std::string ghost_heading_name(std::string_view title) {
    constexpr std::string_view dropped = "][!\"#$%&'()*+,./:;<=>?@\\^_{|}~";
    constexpr char32_t no_break_space = 0xA0;
    std::string name;
    for (std::size_t position = 0; position < title.size();) {
        const char32_t c = strings::next_code_point(title, position);
        const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '-' || c == no_break_space;
        if (is_space) {
            if (!name.empty() && !name.ends_with('-')) name += '-';
        } else if (c >= 0x80 || dropped.find(static_cast<char>(c)) == std::string_view::npos) {
            strings::append_utf8(name, strings::lower_case(c));
        }
    }
    while (name.ends_with('-')) name.pop_back();
    return name;
}

void identify_ghost_headings(model::Document& document) {
    std::set<std::string> taken;
    model::for_each_heading(document.blocks,
                            [&](model::Node& heading) { taken.insert(heading.identifier); });
    std::map<std::string, int> uses;
    model::for_each_heading(document.blocks, [&](model::Node& heading) {
        if (!heading.identifier.empty()) return;
        const std::string wanted = ghost_heading_name(model::plain_text(heading));
        if (wanted.empty()) return;
        std::string name = wanted;
        while (!taken.insert(name).second) name = wanted + "-" + std::to_string(++uses[wanted]);
        heading.identifier = std::move(name);
    });
}

}  // namespace broadsheet::press
