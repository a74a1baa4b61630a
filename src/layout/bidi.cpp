#include "layout/bidi.h"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>

#include "strings/utf8.h"

namespace broadsheet::layout {

bool needs_bidi(std::string_view text, bool right_to_left) {
    if (right_to_left) return true;
    for (std::size_t at = 0; at < text.size();) {
        // Hebrew is the first right-to-left block, from U+0590 on: lead byte 0xd6.
        if (static_cast<unsigned char>(text[at]) < 0xd6) {
            ++at;
            continue;
        }
        const char32_t c = strings::next_code_point(text, at);
        const bool strong = (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
                            (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
                            (c >= 0x1e800 && c <= 0x1efff);
        const bool control =
            c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (strong || control) return true;
    }
    return false;
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left) {
    std::vector<std::uint8_t> levels(text.size(), right_to_left ? 1 : 0);
    const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data(),
                                       static_cast<SBUInteger>(text.size())};
    const SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
    if (!algorithm) return levels;
    SBUInteger offset = 0;
    while (offset < text.size()) {
        const SBParagraphRef paragraph = SBAlgorithmCreateParagraph(
            algorithm, offset, static_cast<SBUInteger>(text.size()) - offset,
            right_to_left ? 1 : 0);
        if (!paragraph) break;
        const SBUInteger length = SBParagraphGetLength(paragraph);
        const SBLevel* found = SBParagraphGetLevelsPtr(paragraph);
        std::copy(found, found + length, levels.begin() + static_cast<std::ptrdiff_t>(offset));
        SBParagraphRelease(paragraph);
        if (length == 0) break;
        offset += length;
    }
    SBAlgorithmRelease(algorithm);
    // A joiner has no direction. It gets the level of the letter before it.
    for (std::size_t i = text.find("\xe2\x80"); i != std::string_view::npos;
         i = text.find("\xe2\x80", i + 1)) {
        const bool joiner = i + 2 < text.size() && (text[i + 2] == '\x8c' || text[i + 2] == '\x8d');
        if (joiner && i > 0)
            std::fill_n(levels.begin() + static_cast<std::ptrdiff_t>(i), 3, levels[i - 1]);
    }
    return levels;
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left,
                                      const std::vector<Isolate>& isolates) {
    if (isolates.empty()) return bidi_levels(text, right_to_left);
    // Isolating marks stand around each while the levels are found.
    std::string marked;
    std::vector<char> is_mark;
    const auto add = [&](std::string_view part, bool mark) {
        marked += part;
        is_mark.resize(marked.size(), mark ? 1 : 0);
    };
    std::size_t at = 0;
    for (const Isolate& each : isolates) {
        add(text.substr(at, each.begin - at), false);
        add("\u2066", true);
        add(text.substr(each.begin, each.end - each.begin), false);
        add("\u2069", true);
        at = each.end;
    }
    add(text.substr(at), false);
    const std::vector<std::uint8_t> found = bidi_levels(marked, right_to_left);
    std::vector<std::uint8_t> levels;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (is_mark[i] == 0) levels.push_back(found[i]);
    }
    return levels;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
    std::vector<std::size_t> order(levels.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (levels.empty()) return order;
    const std::uint8_t highest = *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < order.size();) {
            if (levels[order[i]] < level) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < order.size() && levels[order[end]] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
    }
    return order;
}

}  // namespace broadsheet::layout
