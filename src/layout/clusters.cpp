#include "layout/clusters.h"

#include "strings/utf8.h"

namespace broadsheet::layout {

std::vector<std::size_t> letter_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < text.size();) {
        strings::next_code_point(text, at);
        while (at < text.size()) {
            std::size_t next = at;
            if (!continues_cluster(strings::next_code_point(text, next))) break;
            at = next;
        }
        ends.push_back(at);
    }
    return ends;
}

}  // namespace broadsheet::layout
