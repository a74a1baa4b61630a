#include "press/print/print_inline.h"

#include <algorithm>

#include "press/print/print_html.h"
#include "strings/ascii.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

bool is_white(char32_t c) {
    return c == 0 || c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

bool is_sign(char32_t c) {
    return !is_white(c) && !strings::is_letter_or_digit(c) && !strings::is_combining_mark(c);
}

bool is_alphanumeric(char c) { return strings::is_letter(c) || strings::is_digit(c); }

// The first and the last character that a node is printed with, as far as the rules of emphasis
// ask: white space, a sign, or a letter.
char32_t first_character(const Node& node) {
    std::size_t position = 0;
    switch (node.kind) {
        case NodeKind::text: return strings::next_code_point(node.text, position);
        case NodeKind::soft_break:
        case NodeKind::line_break: return ' ';
        default: return '*';
    }
}

char32_t last_character(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t position = strings::code_point_begin(text, text.size() - 1);
    return strings::next_code_point(text, position);
}

char32_t last_character(const Node& node) {
    switch (node.kind) {
        case NodeKind::text: return last_character(node.text);
        case NodeKind::soft_break:
        case NodeKind::line_break: return ' ';
        default: return '*';
    }
}

// CommonMark's "left-flanking": a run of delimiters that may begin emphasis.
bool may_open(char32_t before, char32_t after, char mark) {
    const bool left = !is_white(after) && (!is_sign(after) || is_white(before) || is_sign(before));
    if (mark != '_' || !left) return left;
    return is_white(before) || is_sign(before);
}

bool may_close(char32_t before, char32_t after, char mark) { return may_open(after, before, mark); }

// The offset of the character that would make the start of a line begin a block; npos if none.
std::size_t block_mark(std::string_view line) {
    const auto ends = [&](std::size_t i) {
        return i >= line.size() || line[i] == ' ' || line[i] == '\t';
    };
    if (line.empty()) return std::string_view::npos;
    const char c = line[0];
    const char next = line.size() > 1 ? line[1] : ' ';
    if (c == '>' || c == '=' || c == '|') return 0;
    if ((c == '-' || c == '+' || c == '*') && (ends(1) || next == c)) return 0;
    if (c == ':' && next == '-') return 0;
    if (c == '#' && ends(std::min(line.find_first_not_of('#'), line.size()))) return 0;
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        ends(digits + 1)) {
        return digits;
    }
    return std::string_view::npos;
}

// A character in the middle of a text, where it may need a backslash.
struct Place {
    char before;  // '\0' at the start
    char after;   // '\0' at the end
    std::string_view preceding;
    std::string_view following;
};

bool completes_address(const Place& place) {
    return place.following.starts_with("//") &&
           (place.preceding.ends_with("http") || place.preceding.ends_with("https") ||
            place.preceding.ends_with("ftp"));
}

bool needs_backslash(char c, const Place& place, Line line, bool in_brackets) {
    const bool spaced = place.before == ' ' && place.after == ' ';
    switch (c) {
        case '\\':
        case '`':
        case '[': return true;
        case ']': return in_brackets;
        case '*':
        case '~': return !spaced;
        case '_': return !is_alphanumeric(place.before) || !is_alphanumeric(place.after);
        case '<':
            return place.after == '\0' || strings::is_letter(place.after) || place.after == '/' ||
                   place.after == '!' || place.after == '?';
        case '&': return place.after == '#' || is_alphanumeric(place.after);
        case '|': return line == Line::cell;
        case ':': return completes_address(place);
        case '@': return place.before != '\0' && is_alphanumeric(place.after);
        case '.': return strings::lower_ascii(place.preceding).ends_with("www");
        case '{':
        case '%': return place.before == '{';
        default: return false;
    }
}

class InlinePrinter {
  public:
    explicit InlinePrinter(Line line) : line_(line) {}

    // `after` is the character that follows the nodes; 0 at the end of the text.
    void print(const Nodes& nodes, char32_t after) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node* next = i + 1 < nodes.size() ? &nodes[i + 1] : nullptr;
            put(nodes[i], next, next == nullptr ? after : first_character(*next));
        }
    }

    std::string take() { return std::move(out_); }

  private:
    void put(const Node& node, const Node* next, char32_t after) {
        switch (node.kind) {
            case NodeKind::text: put_text(node.text, next); return;
            case NodeKind::soft_break: out_ += line_ == Line::many ? "\n" : "&#10;"; return;
            case NodeKind::line_break:
                out_ += line_ == Line::many && next != nullptr ? "\\\n" : "<br>";
                return;
            case NodeKind::footnote_reference:
                out_ += "[^" + std::to_string(node.number) + "]";
                return;
            case NodeKind::image: put_image(node); return;
            case NodeKind::code: put_code(node); return;
            case NodeKind::link: put_link(node); return;
            case NodeKind::emphasis: put_emphasis(node, after, 1); return;
            case NodeKind::strong: put_emphasis(node, after, 2); return;
            case NodeKind::strikethrough: put_strikethrough(node, after); return;
            default: put_tags(node);
        }
    }

    void put_tags(const Node& node) {
        out_ += opening_tag(node);
        print(node.children, '<');
        out_ += closing_tag(node);
    }

    // True if the last character is one of a delimiter, and not escaped.
    bool ends_with_mark(char mark) const {
        return out_.ends_with(mark) && !(out_.size() > 1 && out_[out_.size() - 2] == '\\');
    }

    bool can_mark(const Node& node, char mark, char32_t after) const {
        return is_plain(node) && !node.children.empty() && !ends_with_mark(mark) &&
               may_open(last_character(out_), first_character(node.children.front()), mark) &&
               may_close(last_character(node.children.back()), after, mark);
    }

    void put_marked(const Node& node, const std::string& marks) {
        out_ += marks;
        ++depth_;
        print(node.children, static_cast<unsigned char>(marks[0]));
        --depth_;
        out_ += marks;
    }

    // Nested emphasis alternates between asterisks and underscores.
    void put_emphasis(const Node& node, char32_t after, std::size_t length) {
        const char first = depth_ % 2 == 0 ? '*' : '_';
        const char second = first == '*' ? '_' : '*';
        for (const char mark : {first, second}) {
            if (can_mark(node, mark, after)) return put_marked(node, std::string(length, mark));
        }
        put_tags(node);
    }

    void put_strikethrough(const Node& node, char32_t after) {
        if (can_mark(node, '~', after)) return put_marked(node, "~~");
        put_tags(node);
    }

    void put_code(const Node& node) {
        const std::string& text = node.text;
        const bool blank = text.find_first_not_of(' ') == std::string::npos;
        if (!is_plain(node) || blank || text.find_first_of("\n\r") != std::string::npos ||
            ends_with_mark('`')) {
            append_html_node(out_, node);
            return;
        }
        const std::string marks(longest_run(text, '`') + 1, '`');
        const bool padded = text.front() == '`' || text.back() == '`' ||
                            (text.front() == ' ' && text.back() == ' ');
        out_ += marks;
        if (padded) out_ += ' ';
        for (const char c : text) {
            if (c == '|' && line_ == Line::cell) out_ += '\\';
            out_ += c;
        }
        if (padded) out_ += ' ';
        out_ += marks;
    }

    void put_target(std::string_view target) {
        const bool angled = target.find_first_of(" ()\t") != std::string_view::npos;
        if (angled) out_ += '<';
        for (std::size_t i = 0; i < target.size(); ++i) {
            const char c = target[i];
            const char next = i + 1 < target.size() ? target[i + 1] : '\0';
            if (c == '\n') {
                out_ += "&#10;";
            } else if (c == '{' && (next == '{' || next == '%')) {
                out_ += "&#123;";
            } else {
                const bool entity = c == '&' && (next == '#' || is_alphanumeric(next));
                const bool escaped = c == '\\' || c == '<' || c == '>' || c == '*' || c == '`' ||
                                     c == '|' || c == '[' || c == ']' ||
                                     (entity && has_semicolon(target, i));
                if (escaped) out_ += '\\';
                out_ += c;
            }
        }
        if (angled) out_ += '>';
    }

    // True if the '&' at `position` could begin a character reference.
    static bool has_semicolon(std::string_view text, std::size_t position) {
        std::size_t i = position + 1;
        while (i < text.size() && (is_alphanumeric(text[i]) || text[i] == '#')) ++i;
        return i < text.size() && text[i] == ';';
    }

    void put_title(std::string_view title) {
        if (title.empty()) return;
        out_ += " \"";
        for (const char c : title) {
            if (c == '\n') {
                out_ += "&#10;";
                continue;
            }
            if (c == '"' || c == '\\' || c == '&' || c == '*' || c == '_' || c == '`' || c == '|' ||
                c == '[' || c == ']' || c == '<' || c == '{') {
                out_ += '\\';
            }
            out_ += c;
        }
        out_ += '"';
    }

    static bool is_autolink(const Node& link) {
        const std::string& target = link.target;
        return link.title.empty() && link.children.size() == 1 &&
               link.children[0].kind == NodeKind::text && link.children[0].text == target &&
               (target.starts_with("https://") || target.starts_with("http://")) &&
               target.find_first_of(" <>\\|`*_[]{&") == std::string::npos;
    }

    void put_link(const Node& node) {
        if (!is_plain(node)) return put_tags(node);
        if (is_autolink(node)) {
            out_ += '<' + node.target + '>';
            return;
        }
        ++brackets_;
        out_ += '[';
        print(node.children, ']');
        out_ += "](";
        --brackets_;
        put_target(node.target);
        put_title(node.title);
        out_ += ')';
    }

    void put_image(const Node& node) {
        const bool sized = node.width != 0 || node.height != 0;
        if (!is_plain(node) || sized) {
            append_html_node(out_, node);
            return;
        }
        out_ += "![";
        ++brackets_;
        put_text(node.text, nullptr);
        --brackets_;
        out_ += "](";
        put_target(node.target);
        put_title(node.title);
        out_ += ')';
    }

    void put_text(std::string_view text, const Node* next) {
        const bool line_start = out_.empty() || out_.back() == '\n';
        const std::size_t mark = line_start ? block_mark(text) : std::string_view::npos;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool last = i + 1 == text.size();
            if (static_cast<unsigned char>(c) < 0x20 && c != '\t') {
                append_html_text(out_, std::string_view(&c, 1));
                continue;
            }
            const Place place = {i == 0 ? '\0' : text[i - 1], last ? '\0' : text[i + 1],
                                 text.substr(0, i), text.substr(i + 1)};
            const bool before_bracket =
                c == '!' && last && next != nullptr &&
                (next->kind == NodeKind::link || next->kind == NodeKind::footnote_reference);
            const bool closes_heading = c == '#' && last && line_ == Line::one;
            if (i == mark || before_bracket || closes_heading ||
                needs_backslash(c, place, line_, brackets_ > 0)) {
                out_ += '\\';
            }
            out_ += c;
        }
    }

    Line line_;
    std::string out_;
    int depth_ = 0;     // of emphasis
    int brackets_ = 0;  // open link texts
};

}  // namespace

std::size_t longest_run(std::string_view text, char mark) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == mark ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::string print_inline(const Nodes& nodes, Line line) {
    InlinePrinter printer(line);
    printer.print(nodes, 0);
    return printer.take();
}

}  // namespace broadsheet::press
