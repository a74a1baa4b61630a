#include "press/dialects/kramdown.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "press/dialects/kramdown_elements.h"
#include "press/dialects/kramdown_links.h"
#include "press/dialects/kramdown_tables.h"
#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::NodeKind;
using strings::trimmed;

// What an attribute list says.
struct Attributes {
    std::string identifier;
    std::string code_language;  // of the class "language-go"
    std::string start;          // the number that a list begins with
    bool is_contents = false;   // the list is a place for the table of contents
    bool has_signs = false;     // it is unmistakable: {:.class}, {:#id} or {:name="value"}
};

bool is_word_character(char c) {
    return strings::is_letter(c) || strings::is_digit(c) || c == '-' || c == '_' || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// The text between `{:` and `}` as attributes; nothing if it is something else.
std::optional<Attributes> read_attributes(std::string_view list) {
    constexpr std::string_view language = "language-";
    Attributes result;
    while (true) {
        list = trimmed(list);
        if (list.empty()) return result;
        const char sign = list[0];
        if (sign == '#' || sign == '.') {
            list.remove_prefix(1);
            result.has_signs = true;
        }
        const auto end = std::find_if_not(list.begin(), list.end(), is_word_character);
        const auto length = static_cast<std::size_t>(end - list.begin());
        if (length == 0) return std::nullopt;
        const std::string_view word = list.substr(0, length);
        list.remove_prefix(length);
        if (list.starts_with('=')) {
            list.remove_prefix(1);
            result.has_signs = true;
            if (list.empty()) return std::nullopt;
            const char quote = list[0];
            const bool quoted = quote == '"' || quote == '\'';
            const auto close = quoted ? list.find(quote, 1) : list.find_first_of(" \t");
            if (quoted && close == std::string_view::npos) return std::nullopt;
            if (word == "id") result.identifier = trimmed(list.substr(0, close), "\"'");
            if (word == "start") result.start = trimmed(list.substr(0, close), "\"'");
            list.remove_prefix(std::min(close, list.size()));
            if (quoted) list.remove_prefix(1);
            continue;
        }
        // "{:name: …}" defines a list of attributes for later.
        if (list.starts_with(": ")) return Attributes();
        if (!list.empty() && list[0] != ' ' && list[0] != '\t' && list[0] != '#' &&
            list[0] != '.') {
            return std::nullopt;
        }
        if (sign == '#') result.identifier = word;
        if (sign == '.' && word.starts_with(language)) {
            result.code_language = word.substr(language.size());
        }
        if (sign != '#' && sign != '.' && (word == "toc" || word == "footnotes")) {
            result.is_contents = true;
        }
    }
}

// The attribute list at the start of `text`, and its length.
std::optional<std::pair<Attributes, std::size_t>> attributes_at(std::string_view text,
                                                                std::string_view begin = "{:") {
    if (!text.starts_with(begin) || text.starts_with("{::")) return std::nullopt;
    const auto close = text.substr(0, text.find('\n')).find('}');
    if (close == std::string_view::npos) return std::nullopt;
    auto attributes = read_attributes(text.substr(begin.size(), close - begin.size()));
    if (!attributes) return std::nullopt;
    return std::pair(std::move(*attributes), close + 1);
}

// The attribute list that a whole line consists of.
std::optional<Attributes> attributes_of_line(std::string_view line, std::string_view begin = "{:") {
    line = trimmed(line);
    const auto found = attributes_at(line, begin);
    if (!found || found->second != line.size()) return std::nullopt;
    return found->first;
}

// The line without the marks of the quotes that it is in.
std::string_view without_quotes(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
}

// True if there is more than the mark of a list item.
bool is_text(std::string_view line) {
    return line.find_first_not_of(" \t*+-.)0123456789") != std::string_view::npos;
}

bool is_list_line(std::string_view line) {
    line = trimmed(line);
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0) line.remove_prefix(digits);
    return line.size() > 1 &&
           (line[0] == '*' || line[0] == '-' || line[0] == '+' ||
            (digits > 0 && (line[0] == '.' || line[0] == ')'))) &&
           line[1] == ' ';
}

// True for "*[HTML]: Hypertext Markup Language".
bool is_abbreviation(std::string_view line) {
    return line.starts_with("*[") && line.find("]:") != std::string_view::npos;
}

// The length of "[^name]: " at the start of a footnote; 0 if the line begins none.
std::size_t note_mark_length(std::string_view line) {
    if (!line.starts_with("[^")) return 0;
    const auto end = line.find("]:");
    if (end == std::string_view::npos) return 0;
    return std::min(line.find_first_not_of(" \t", end + 2), line.size());
}

// Works line by line, and remembers where the block before began.
class Resolver {
  public:
    // `goldmark`: only Hugo's lists in lines of their own, `{#name .class}`.
    explicit Resolver(std::string_view text, bool goldmark = false)
        : text_(text), goldmark_(goldmark) {}

    std::string run() {
        for (std::size_t start = 0; start < text_.size();) {
            const std::string_view line = line_at(text_, start);
            const std::size_t next = std::min(start + line.size() + 1, text_.size());
            if (fences_.is_code(line)) {
                put_code(line, text_.substr(start, next - start));
            } else if (const std::size_t end = end_of_extension(start); !goldmark_ && end > start) {
                start = end;
                continue;
            } else {
                put_line(line, text_.substr(start, next - start));
            }
            start = next;
        }
        return std::move(out_);
    }

  private:
    void put_code(std::string_view line, std::string_view whole) {
        if (!in_code_) {
            begin_block();
            opening_fence_ = out_.size() + std::min(line.find_last_not_of(" \t") + 1, line.size());
            has_language_ = !trimmed(line, " \t`~").empty();
        }
        in_code_ = fences_.is_open();
        block_ended_ = false;
        was_code_ = true;
        out_ += whole;
    }

    void put_line(std::string_view line, std::string_view whole) {
        const auto indent = line.find_first_not_of(' ');
        if (note_mark_length(line) > 0) {
            in_note_ = true;
        } else if (indent == 0 && after_blank_) {
            in_note_ = false;
        }
        // The text of a footnote is indented.
        const std::size_t code_indent = in_note_ ? 8 : 4;
        const bool may_be_code =
            indent != std::string_view::npos && indent >= code_indent && !in_list_;
        if (is_blank(line)) {
            after_blank_ = true;
            block_ended_ = false;
            out_ += whole;
            return;
        }
        if (is_list_line(line) && !std::exchange(in_list_, true)) list_ = out_.size();
        if (const auto attributes = may_be_code ? std::nullopt : list_of(line)) {
            return apply(*attributes, trimmed(line).starts_with('>'));
        }
        if (!may_be_code && !goldmark_ && is_abbreviation(line)) return;
        if (!goldmark_ && line == "^") return end_blocks();
        if (block_ended_) {
            out_ += '\n';
            after_blank_ = true;
            block_ended_ = false;
        }
        if (indent == 0 && after_blank_ && !is_list_line(line)) in_list_ = false;
        if (after_blank_ || was_code_) begin_block();
        last_line_ = out_.size();
        if (may_be_code || goldmark_) {
            out_ += whole;
        } else {
            put_spans(whole);
        }
        if (!pending_.empty()) name_block(std::exchange(pending_, {}));
        const std::string number = std::exchange(pending_start_, {});
        if (!number.empty() && in_list_) start_list(number);
    }

    // The attributes that the line consists of. Hugo's follow their block without a blank line.
    std::optional<Attributes> list_of(std::string_view line) const {
        if (!goldmark_) return attributes_of_line(without_quotes(line));
        const auto found =
            after_blank_ ? std::nullopt : attributes_of_line(without_quotes(line), "{");
        return found && found->has_signs ? found : std::nullopt;
    }

    // A line with "^" ends the list or quote above it. In CommonMark a comment does.
    void end_blocks() {
        out_ += "\n<!-- -->\n\n";
        after_blank_ = true;
        in_list_ = in_note_ = block_ended_ = false;
    }

    void begin_block() {
        block_ = out_.size();
        after_blank_ = false;
        was_code_ = false;
    }

    // Applies a list to the block before it, or, after a blank line, to the block after it.
    void apply(const Attributes& attributes, bool is_quoted) {
        if (attributes.is_contents) {
            // The site has its own table of contents.
            if (!after_blank_) out_.resize(last_line_);
            return;
        }
        if (!attributes.code_language.empty() && was_code_ && !has_language_) {
            out_.insert(opening_fence_, attributes.code_language);
            has_language_ = true;
        }
        if (is_number(attributes.start)) {
            if (after_blank_ || out_.empty()) pending_start_ = attributes.start;
            if (!after_blank_ && in_list_) start_list(attributes.start);
        }
        // The next line is not part of that block.
        if (!after_blank_ && !in_list_ && !in_note_ && !is_quoted) block_ended_ = true;
        if (attributes.identifier.empty()) return;
        if (after_blank_ || out_.empty()) {
            pending_ = attributes.identifier;
            return;
        }
        name_block(attributes.identifier);
    }

    static bool is_number(std::string_view text) {
        constexpr std::size_t longest = 9;
        return !text.empty() && text.size() <= longest &&
               text.find_first_not_of("0123456789") == std::string_view::npos;
    }

    // Gives the first item of the list its number.
    void start_list(const std::string& number) {
        const std::string_view first = line_at(out_, list_);
        const auto begin = std::min(first.find_first_not_of(' '), first.size());
        const auto end = std::min(first.find_first_not_of("0123456789", begin), first.size());
        if (end > begin) out_.replace(list_ + begin, end - begin, number);
    }

    // Headings have a syntax for names; other blocks get an element with the name.
    void name_block(const std::string& identifier) {
        const std::string_view last_line = line_at(out_, last_line_);
        const std::string_view first = line_at(out_, block_);
        const bool underlined = last_line_ > block_ && !last_line.empty() &&
                                (last_line[0] == '=' || last_line[0] == '-') &&
                                last_line.find_first_not_of(last_line[0]) == std::string_view::npos;
        if (without_quotes(last_line).starts_with('#')) {
            out_.insert(last_line_ + last_line.find_last_not_of(" \t") + 1,
                        " {#" + identifier + "}");
        } else if (underlined) {
            out_.insert(last_line_ - 1, " {#" + identifier + "}");
        } else {
            const std::size_t note = note_mark_length(first);
            const auto indent =
                note > 0 ? note : std::min(first.find_first_not_of(' '), first.size());
            const std::string element = "<span id=\"" + identifier + "\"></span>";
            constexpr std::string_view not_text = ">|`~<{";
            const bool is_text = !is_list_line(first) && indent < first.size() &&
                                 not_text.find(first[indent]) == std::string_view::npos;
            out_.insert(block_ + indent,
                        is_text ? element : element + "\n\n" + std::string(indent, ' '));
        }
    }

    // The offset after the extension at `start`, such as `{::comment}`; `start` if there is none.
    // Their content is Markdown or raw HTML, except that of comments.
    std::size_t end_of_extension(std::size_t start) {
        const std::string_view rest = text_.substr(start);
        const auto first = rest.find_first_not_of(' ');
        if (first == std::string_view::npos) return start;
        const std::string_view tag = rest.substr(first);
        if (!tag.starts_with("{::") && !tag.starts_with("{:/")) return start;
        const auto close = line_at(tag, 0).find('}');
        if (close == std::string_view::npos) return start;
        std::size_t end = first + close + 1;
        if (tag.starts_with("{::comment") && tag[close - 1] != '/') end = end_of_comment(rest, end);
        if (end < rest.size() && rest[end] == '\n') ++end;
        return start + end;
    }

    static std::size_t end_of_comment(std::string_view text, std::size_t begin) {
        for (const std::string_view close : {"{:/comment}", "{:/}"}) {
            const auto found = text.find(close, begin);
            if (found != std::string_view::npos) return found + close.size();
        }
        return begin;
    }

    // Copies a line without the attribute lists and extensions in it.
    void put_spans(std::string_view line) {
        for (std::size_t i = 0; i < line.size();) {
            const char c = line[i];
            std::size_t end = i + 1;
            if (c == '`') {
                end = end_of_code_span(line, i);
            } else if (line.substr(i) == "\\\\\n") {
                end = i++ + 3;  // a line break has one backslash
            } else if (c == '\\' && i + 1 < line.size()) {
                end = i + 2;
            } else if (c == '{' && i + 1 < line.size() && line[i + 1] == ':') {
                const std::size_t after = skip_list(line, i);
                if (after > i) {
                    i = after;
                    continue;
                }
            }
            out_ += line.substr(i, end - i);
            i = end;
        }
    }

    std::size_t skip_list(std::string_view line, std::size_t i) {
        const std::string_view rest = line.substr(i);
        const auto close = rest.find('}');
        if (close == std::string_view::npos) return i;
        if (rest.starts_with("{::comment")) return i + end_of_comment(rest, close + 1);
        if (rest.starts_with("{::") || rest.starts_with("{:/")) return i + close + 1;
        // A list belongs to the link, picture, code or emphasis right before it.
        constexpr std::string_view ends = ")]*_`>";
        const bool follows_span =
            !out_.empty() && i > 0 && ends.find(line[i - 1]) != std::string_view::npos;
        const std::string_view before = without_quotes(line.substr(0, i));
        const bool ends_heading = before.starts_with('#');
        const bool begins_item = is_list_line(std::string(before) + "x");
        const auto found = attributes_at(rest);
        const bool has_element = follows_span || ends_heading || (begins_item && !is_text(before));
        // After plain text, kramdown ignores a list. Nobody wants to read it.
        if (!found || (!has_element && !found->first.has_signs)) return i;
        if (!found->first.identifier.empty()) {
            // The reader of headings understands {#name}.
            if (ends_heading) return i;
            out_ += "<span id=\"" + found->first.identifier + "\"></span>";
        }
        return i + found->second;
    }

    std::string_view text_;
    bool goldmark_;
    std::string out_;
    FenceTracker fences_;
    std::string pending_;            // the name of the next block
    std::string pending_start_;      // the first number of the next list
    std::size_t list_ = 0;           // where the current list began in out_
    std::size_t block_ = 0;          // where the current block began in out_
    std::size_t last_line_ = 0;      // where its last line began
    std::size_t opening_fence_ = 0;  // the end of the line that opened the last code block
    bool in_code_ = false;
    bool has_language_ = false;
    bool was_code_ = false;
    bool after_blank_ = true;
    bool in_list_ = false;
    bool in_note_ = false;      // in a footnote
    bool block_ended_ = false;  // by a list of attributes
};

}  // namespace

std::string resolve_block_attributes(std::string_view text) {
    return text.find("\n{") == std::string_view::npos ? std::string(text)
                                                      : Resolver(text, true).run();
}

void name_following_blocks(std::vector<model::Node>& blocks) {
    const auto is_name = [](const model::Node& node) {
        return node.kind == NodeKind::paragraph && node.identifier.empty() &&
               node.children.size() == 1 && node.children[0].kind == NodeKind::span &&
               node.children[0].children.empty() && !node.children[0].identifier.empty();
    };
    std::vector<model::Node> kept;
    kept.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool names_next = i + 1 < blocks.size() && is_name(blocks[i]) &&
                                model::is_block(blocks[i + 1].kind) &&
                                blocks[i + 1].identifier.empty();
        if (names_next) {
            blocks[i + 1].identifier = blocks[i].children[0].identifier;
        } else {
            kept.push_back(std::move(blocks[i]));
        }
    }
    blocks = std::move(kept);
    for (model::Node& block : blocks) {
        if (model::is_block(block.kind)) name_following_blocks(block.children);
    }
}

std::string resolve_kramdown(std::string_view source) {
    const std::string text =
        resolve_kramdown_links(resolve_kramdown_tables(separate_markdown_elements(source)));
    const bool may_have_any =
        text.find("{:") != std::string::npos || text.find("\\\\\n") != std::string::npos ||
        text.find("*[") != std::string::npos || text.find("\n^\n") != std::string::npos;
    return may_have_any ? Resolver(text).run() : text;
}

}  // namespace broadsheet::press
