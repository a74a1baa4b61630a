#include "press/dialects/callouts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "press/dialects/markdown_lines.h"
#include "press/html/document_builder.h"
#include "press/punctuation/punctuation.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

constexpr std::string_view callout_mark = "\xEF\xA3\xB8";  // U+F8F8
constexpr std::string_view callout_begin = "[!";

// The offset after `[!word]` and a sign for folding; 0 if `text` does not begin with that.
std::size_t head_length(std::string_view text) {
    constexpr std::size_t longest = 100;
    const auto close = text.substr(0, longest).find_first_of("]\n", callout_begin.size());
    if (!text.starts_with(callout_begin) || close == std::string_view::npos ||
        close == callout_begin.size() || text[close] != ']') {
        return 0;
    }
    return close + 1;
}

// Where a callout may begin in a line of a quote; npos if it cannot.
std::size_t callout_start(std::string_view line) {
    const auto start = line.find(callout_begin);
    if (start == std::string_view::npos) return start;
    const auto before = line.substr(0, start).find_last_not_of(' ');
    const bool in_quote = before != std::string_view::npos && line[before] == '>' &&
                          line.find_first_not_of(" \t>-*+.)0123456789") == start;
    const std::size_t length = in_quote ? head_length(line.substr(start)) : 0;
    if (length == 0) return std::string_view::npos;
    // Not a link, nor the definition of one.
    const std::string_view rest = line.substr(start + length);
    const bool is_link = rest.starts_with('(') || rest.starts_with(':') || rest.starts_with('[');
    return is_link ? std::string_view::npos : start;
}

void remove_marks(std::string& text) {
    for (auto at = text.find(callout_mark); at != std::string::npos; at = text.find(callout_mark)) {
        text.erase(at, callout_mark.size());
    }
}

// "NOTE" and "note" → "Note".
std::string word_of(std::string_view head) {
    const auto end = head.find_first_of("]|");
    std::string word =
        strings::lower_ascii(head.substr(callout_begin.size(), end - callout_begin.size()));
    if (strings::is_letter(word[0])) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

void trim_start(Nodes& nodes) {
    if (nodes.empty() || nodes.front().kind != NodeKind::text) return;
    std::string& text = nodes.front().text;
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) nodes.erase(nodes.begin());
}

// Splits the first paragraph of a quote into its title and the rest.
void make_callout(Node& quote) {
    if (quote.children.empty() || quote.children.front().kind != NodeKind::paragraph) return;
    Nodes& nodes = quote.children.front().children;
    if (nodes.empty() || nodes.front().kind != NodeKind::text ||
        !nodes.front().text.starts_with(callout_mark)) {
        return;
    }
    std::string& text = nodes.front().text;
    const std::string whole = without_sign_marks(text.substr(callout_mark.size()));
    const std::size_t length = head_length(whole);
    if (length == 0) return;
    const std::string word = word_of(whole);
    text.erase(0, text.find(']') + 1);
    for (const std::string_view sign : {"-", "+"}) {
        // The sign may be marked as one of running text.
        const auto at = text.find(sign);
        if (at != std::string::npos && without_sign_marks(text.substr(0, at)).empty()) {
            text.erase(0, at + 1);
            break;
        }
    }
    const auto line_end = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) {
        return node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break;
    });
    Nodes title(std::make_move_iterator(nodes.begin()), std::make_move_iterator(line_end));
    nodes.erase(nodes.begin(), line_end == nodes.end() ? line_end : line_end + 1);
    trim_start(title);
    if (title.empty()) title.push_back(make_text(word));
    if (title.size() > 1 || title.front().kind != NodeKind::strong) {
        Node strong = make_node(NodeKind::strong, std::move(title));
        title.clear();
        title.push_back(std::move(strong));
    }
    if (nodes.empty()) quote.children.erase(quote.children.begin());
    quote.children.insert(quote.children.begin(), make_node(NodeKind::paragraph, std::move(title)));
}

}  // namespace

std::string mark_callouts(std::string_view text) {
    if (text.find(callout_begin) == std::string_view::npos) return std::string(text);
    std::string out;
    FenceTracker fences;
    rewrite_lines(text, out, [&](std::string_view line) {
        const auto start = fences.is_code(line) ? std::string_view::npos : callout_start(line);
        if (start == std::string_view::npos) {
            out += line;
        } else {
            out.append(line.substr(0, start)).append(callout_mark).append(line.substr(start));
        }
    });
    return out;
}

void make_callouts(Nodes& blocks) {
    for (Node& block : blocks) {
        if (block.kind == NodeKind::block_quote) make_callout(block);
        remove_marks(block.text);
        make_callouts(block.children);
    }
}

}  // namespace broadsheet::press
