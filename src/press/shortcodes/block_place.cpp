#include "press/shortcodes/block_place.h"

#include <algorithm>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view margin_signs = " \t>";

std::string in_one_line(std::string_view block) {
    std::string out;
    for (const char c : strings::trimmed(block)) {
        if (c == '|') {
            out += "&#124;";
        } else {
            out += c == '\n' ? ' ' : c;
        }
    }
    return out;
}

// The length of the mark of a list item and the white space after it; 0 if there is none.
std::size_t item_mark_length(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view marks = digits > 0 ? ".)" : "-+*";
    if (digits + 1 >= text.size() || marks.find(text[digits]) == std::string_view::npos ||
        text[digits + 1] != ' ') {
        return 0;
    }
    return std::min(text.find_first_not_of(' ', digits + 1), text.size());
}

}  // namespace

BlockPlace::BlockPlace(std::string_view text, std::size_t begin, std::size_t end) {
    const auto feed = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    const std::size_t start = feed == std::string_view::npos ? 0 : feed + 1;
    std::string_view before = text.substr(start, begin - start);
    const auto first = std::min(before.find_first_not_of(margin_signs), before.size());
    margin_ = before.substr(0, first);
    before.remove_prefix(first);
    // An item may begin in another one: "- 1. ".
    while (const std::size_t length = item_mark_length(before)) {
        margin_.append(length, ' ');
        before.remove_prefix(length);
        begins_item_ = before.empty();
    }
    begins_line_ = is_blank(before);
    in_table_ = before.starts_with('|');
    const std::string_view after = line_at(text, end);
    ends_line_ = is_blank(after);
    std::string_view next = line_at(text, std::min(end + after.size() + 1, text.size()));
    next.remove_prefix(std::min(next.find_first_not_of(margin_signs), next.size()));
    ends_item_ = next.empty() || item_mark_length(next) > 0;
    // In code, blocks stay as they are.
    if (is_indented_code(text, begin)) margin_.clear();
}

std::string BlockPlace::fit(std::string_view block) const {
    if (in_table_) return in_one_line(block);
    if (margin_.empty()) return std::string(block);
    const std::string_view inner = strings::trimmed(block, "\n");
    // Some blocks need a blank line between them and a text before.
    const bool is_close = begins_item_ || (begins_line_ && interrupts_paragraph(line_at(inner, 0)));
    const auto feeds = std::min(block.find_first_not_of('\n'), block.size());
    std::string lines(is_close ? std::string_view() : block.substr(0, feeds));
    lines += inner;
    if (!ends_line_ || !ends_item_) lines += "\n\n";
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i];
        if (lines[i] != '\n') continue;
        const bool is_before_blank = i + 1 < lines.size() && lines[i + 1] == '\n';
        out.append(margin_, 0,
                   is_before_blank ? margin_.find_last_not_of(' ') + 1 : margin_.size());
    }
    return out;
}

std::string BlockPlace::without_margin(std::string_view inner) const {
    std::string out;
    rewrite_lines(inner, out, [&](std::string_view line) {
        std::size_t i = 0;
        while (i < margin_.size() && i < line.size() && (line[i] == margin_[i] || line[i] == ' ')) {
            ++i;
        }
        out += line.substr(i);
    });
    return out;
}

}  // namespace broadsheet::press
