#include "model/document.h"

#include <algorithm>
#include <array>

#include "model/headings.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::model {

namespace {

bool is_scheme_character(char c) {
    const char small = strings::lower_ascii(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
}

// Appends the text of `node`. Each block begins on a new line.
void append_plain_text(std::string& out, const Node& node) {
    const auto begin_line = [&] {
        if (!out.empty() && out.back() != '\n') out += '\n';
    };
    switch (node.kind) {
        case NodeKind::text:
        case NodeKind::code:
        case NodeKind::formula:
        case NodeKind::image: out += node.text; return;
        case NodeKind::formula_block:
        case NodeKind::code_block:
            begin_line();
            out += node.text;
            begin_line();
            return;
        case NodeKind::line_break:
        case NodeKind::soft_break:
            if (!out.empty() && out.back() != '\n') out += ' ';
            return;
        case NodeKind::footnote_reference: return;
        default: break;
    }
    const bool block = is_block(node.kind);
    if (block) begin_line();
    for (const Node& child : node.children) append_plain_text(out, child);
    if (block) begin_line();
}

void trim_end(std::string& text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
}

}  // namespace

bool is_block(NodeKind kind) { return kind < NodeKind::text; }

std::string broken_off(std::string text) {
    while (!text.empty() &&
           std::string_view(" ,;:-(").find(text.back()) != std::string_view::npos) {
        text.pop_back();
    }
    return text + "…";
}

bool is_safe_target(std::string_view target) {
    // Browsers remove control characters and white space before and inside a scheme.
    std::string scheme;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) continue;
        if (c == ':') {
            static constexpr std::array<std::string_view, 7> allowed = {
                "http", "https", "mailto", "tel", "ftp", "xmpp", "sms"};
            return std::find(allowed.begin(), allowed.end(), scheme) != allowed.end();
        }
        // Without a scheme, the URL is on the same site.
        if (!is_scheme_character(c)) return true;
        scheme += strings::lower_ascii(c);
    }
    return true;
}

std::string form_origin(std::string_view target) {
    const auto scheme = target.find("://");
    if (scheme == std::string_view::npos) return {};
    return std::string(target.substr(0, target.find_first_of("/?#", scheme + 3)));
}

bool is_form_target(std::string_view target) {
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '\\') return false;
    }
    if (target.starts_with('/')) return !target.starts_with("//");
    if (!target.starts_with("https://") && !target.starts_with("http://")) return false;
    const std::string origin = form_origin(target);
    const std::string_view host = std::string_view(origin).substr(origin.find("://") + 3);
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        const char small = strings::lower_ascii(c);
        return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == ':';
    });
}

std::string plain_text(const Node& node) {
    std::string out;
    append_plain_text(out, node);
    trim_end(out);
    return out;
}

std::string plain_text(const Document& document) {
    std::string out;
    for (const Node& block : document.blocks) append_plain_text(out, block);
    trim_end(out);
    return out;
}

int count_words(std::string_view text) {
    int words = 0;
    int squares = 0;
    bool in_word = false;
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = strings::next_code_point(text, position);
        if (strings::is_cjk(c)) {
            ++squares;
            in_word = false;
        } else if (c <= 0x20 || c == 0xA0 || c == 0x3000) {
            in_word = false;
        } else if (!in_word) {
            in_word = true;
            ++words;
        }
    }
    return words + (squares + 1) / 2;
}

int reading_minutes(const Document& document) {
    constexpr int words_per_minute = 230;
    const int words = count_words(plain_text(document));
    return std::max(1, (words + words_per_minute - 1) / words_per_minute);
}

std::vector<Section> sections(const Document& document) {
    std::vector<Section> out;
    for_each_heading(document.blocks, [&](const Node& heading) {
        if (heading.level >= 2 && heading.level <= 4 && !heading.identifier.empty()) {
            out.push_back({heading.level, heading.identifier, plain_text(heading)});
        }
    });
    return out;
}

namespace {

bool holds_picture(const std::vector<Node>& nodes, std::string_view target) {
    for (const Node& node : nodes) {
        if (node.kind == NodeKind::image && node.target == target) return true;
        if (holds_picture(node.children, target)) return true;
    }
    return false;
}

}  // namespace

bool contains_picture(const Document& document, std::string_view target) {
    return holds_picture(document.blocks, target);
}

}  // namespace broadsheet::model
