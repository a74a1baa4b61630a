#include "press/import/ghost/gated_parts.h"

#include <string_view>

namespace broadsheet::press {

void remove_gated_parts(std::string& html, ImportedText& result) {
    constexpr std::string_view begin = "<!--kg-gated-block:begin";
    constexpr std::string_view end = "<!--kg-gated-block:end-->";
    std::string out;
    std::string_view rest = html;
    for (auto at = rest.find(begin); at != std::string_view::npos; at = rest.find(begin)) {
        out += rest.substr(0, at);
        rest.remove_prefix(at);
        const std::string_view head = rest.substr(0, rest.find("-->"));
        const std::size_t close = rest.find(end);
        const std::string_view part = rest.substr(0, close);
        if (head.find("nonMember:false") == std::string_view::npos) {
            out += part;
        } else {
            ++result.withheld["html"];
        }
        rest.remove_prefix(part.size());
    }
    if (!out.empty() || rest.size() < html.size()) html = out.append(rest);
}

}  // namespace broadsheet::press
