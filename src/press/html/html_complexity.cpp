#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "press/html/html.h"
#include "press/html/html_elements.h"

namespace broadsheet::press {

namespace {

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Calls `visit(name, closing)` for each tag, with its name in lower case.
template <typename Visit>
void for_each_tag(std::string_view html, const Visit& visit) {
    for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i + 1)) {
        std::size_t next = i + 1;
        const bool closing = next < html.size() && html[next] == '/';
        if (closing) ++next;
        std::string name;
        while (next < html.size() && is_name_character(html[next])) {
            const char c = html[next++];
            name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (!name.empty()) visit(name, closing);
    }
}

}  // namespace

bool is_too_complex(std::string_view html) {
    // Estimates the cost from the tags. The parser may repeat each open formatting element for each
    // following tag, and may search all open elements at each tag. Each open table is four levels
    // of the tree.
    constexpr std::size_t max_repeated = 2'000'000;
    constexpr std::size_t max_steps = 50'000'000;
    constexpr std::size_t max_open = 1000;
    std::unordered_map<std::string, std::size_t> open;
    std::size_t tags = 0;
    std::size_t depth = 0;
    std::size_t deepest = 0;
    std::size_t formatting = 0;
    std::size_t max_formatting = 0;
    for_each_tag(html, [&](const std::string& name, bool closing) {
        ++tags;
        if (is_void_element(name) || may_stay_open(name)) return;
        std::size_t& count = open[name];
        if (!closing) {
            ++count;
            ++depth;
            if (is_formatting_element(name)) ++formatting;
        } else if (count > 0) {
            --count;
            --depth;
            if (is_formatting_element(name)) --formatting;
        }
        deepest = std::max(deepest, depth);
        max_formatting = std::max(max_formatting, formatting);
    });
    return deepest > max_open || max_formatting * tags > max_repeated || deepest * tags > max_steps;
}

std::string deepest_element(std::string_view html) {
    std::unordered_map<std::string, int> open;
    std::string deepest;
    int depth = 0;
    for_each_tag(html, [&](const std::string& name, bool closing) {
        if (is_void_element(name)) return;
        int& count = open[name];
        count = std::max(count + (closing ? -1 : 1), 0);
        if (count <= depth) return;
        depth = count;
        deepest = name;
    });
    return deepest;
}

}  // namespace broadsheet::press
