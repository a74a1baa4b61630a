#include "press/import/wordpress/wordpress_code.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/import/exports/tag_end.h"
#include "press/import/texts/imported_text.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

using strings::lower_ascii;
using strings::trimmed;

// Shortcodes with the language as an attribute.
bool is_code_shortcode(std::string_view name) {
    static constexpr auto names =
        std::to_array<std::string_view>({"code", "sourcecode", "source", "crayon", "cc"});
    return strings::is_one_of(names, name);
}

// Shortcodes of SyntaxHighlighter that are named like their language.
bool is_language_shortcode(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"actionscript3", "as3",        "bash",   "c",          "c-sharp",    "cf",     "clj",
         "clojure",       "coldfusion", "cpp",    "csharp",     "css",        "delphi", "diff",
         "erl",           "erlang",     "fsharp", "go",         "golang",     "groovy", "haskell",
         "html",          "java",       "javafx", "javascript", "jfx",        "js",     "json",
         "jscript",       "matlab",     "obj-c",  "objc",       "pas",        "pascal", "patch",
         "perl",          "php",        "pl",     "plain",      "powershell", "ps",     "py",
         "python",        "r",          "rails",  "rb",         "ror",        "ruby",   "scala",
         "shell",         "sql",        "swift",  "text",       "vb",         "vbnet",  "xhtml",
         "xml",           "xslt",       "yaml"});
    return strings::is_one_of(names, name);
}

bool is_formatting(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"a",    "abbr",   "b",      "bdi", "bdo", "big",  "cite", "code", "del",  "dfn",
         "em",   "font",   "i",      "ins", "kbd", "mark", "q",    "s",    "samp", "small",
         "span", "strike", "strong", "sub", "sup", "tt",   "u",    "var"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Blocks that editors use for the lines of <pre>.
bool is_line(std::string_view name) { return name == "div" || name == "p"; }

std::string_view name_at(std::string_view html, std::size_t at) {
    std::size_t end = at;
    const auto is_part = [](char c) { return strings::is_letter(c) || strings::is_digit(c); };
    while (end < html.size() && (is_part(html[end]) || (end > at && html[end] == '-'))) ++end;
    return html.substr(at, end - at);
}

// The value of an attribute in a tag or shortcode; empty if there is none.
std::string_view attribute_in(std::string_view tag, std::string_view name) {
    for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        std::string_view rest = tag.substr(at + name.size());
        if (at == 0 || (tag[at - 1] != ' ' && tag[at - 1] != '\n') || !rest.starts_with('=')) {
            continue;
        }
        rest.remove_prefix(1);
        const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
        if (quoted) return rest.substr(1, rest.find(rest[0], 1) - 1);
        return rest.substr(0, rest.find_first_of(" \n]>/"));
    }
    return {};
}

// The word after `mark`, as in class="language-php" and class="brush: php; notranslate".
std::string_view word_after(std::string_view text, std::string_view mark) {
    const auto found = text.find(mark);
    if (found == std::string_view::npos) return {};
    const std::string_view rest = trimmed(text.substr(found + mark.size()));
    return rest.substr(0, rest.find_first_of(" ;\n\"},"));
}

std::string_view language_of_tag(std::string_view tag) {
    std::string_view language = attribute_in(tag, "lang");
    const std::string_view names = attribute_in(tag, "class");
    for (const std::string_view mark : {"language-", "brush:", "lang:"}) {
        if (language.empty()) language = word_after(names, mark);
    }
    return language;
}

class CodeProtector {
  public:
    explicit CodeProtector(std::string_view html) : html_(html) {}

    std::string run() {
        while (at_ < html_.size()) {
            copy(std::min(html_.find_first_of("<[", at_), html_.size()) - at_);
            if (at_ == html_.size()) break;
            if (html_[at_] == '[' ? !put_shortcode() : !put_element()) copy(1);
        }
        return std::move(out_);
    }

  private:
    void copy(std::size_t size) {
        out_ += html_.substr(at_, size);
        at_ += size;
    }

    // The place of `end_tag` from `from` on. Remembers the last one of each name, so that many
    // starts without an end are not all searched for.
    std::size_t end_from(const std::string& end_tag, std::size_t from) {
        const auto [known, added] = last_ends_.try_emplace(end_tag, 0);
        if (added) known->second = html_.rfind(end_tag);
        const bool has_end = known->second != std::string_view::npos && known->second >= from;
        return has_end ? html_.find(end_tag, from) : std::string_view::npos;
    }

    bool put_shortcode() {
        const bool is_escaped = at_ > 0 && html_[at_ - 1] == '[';
        const std::string_view written = name_at(html_, at_ + 1);
        const std::string name = lower_ascii(written);
        const bool has_language = is_language_shortcode(name);
        if (is_escaped || (!has_language && !is_code_shortcode(name))) return false;
        constexpr std::size_t longest = 4000;
        const std::size_t begin =
            html_.substr(0, std::min(html_.size(), at_ + longest)).find_first_of("[]", at_ + 1);
        if (begin == std::string_view::npos || html_[begin] == '[') return false;
        const char after = html_[at_ + 1 + name.size()];
        const std::string end_tag = "[/" + std::string(written) + "]";
        const std::size_t end = end_from(end_tag, begin);
        if ((after != ']' && after != ' ' && after != '\n') || end == std::string_view::npos) {
            return false;
        }
        const std::string_view tag = html_.substr(at_, begin - at_);
        std::string_view language =
            has_language ? std::string_view(name) : attribute_in(tag, "lang");
        if (language.empty()) language = attribute_in(tag, "language");
        const std::string_view code = html_.substr(begin + 1, end - begin - 1);
        out_ += "\n\n";
        put_block(language, is_raw_shortcode(code) ? escaped(code) : with_lines(code));
        out_ += "\n\n";
        at_ = end + end_tag.size();
        return true;
    }

    bool put_element() {
        if (html_.substr(at_).starts_with("<!--")) {
            const auto end = html_.find("-->", at_);
            if (end == std::string_view::npos) return false;
            block_ = html_.substr(at_, end - at_);
            copy(end + 3 - at_);
            return true;
        }
        const std::string name = lower_ascii(name_at(html_, at_ + 1));
        const std::size_t tag_end = end_of_tag(html_, at_);
        if (tag_end == std::string_view::npos || (name != "pre" && name != "code")) return false;
        const std::size_t end = end_from("</" + name + ">", tag_end);
        if (end == std::string_view::npos) return false;
        const std::string_view tag = html_.substr(at_, tag_end - at_);
        const std::string_view code = html_.substr(tag_end + 1, end - tag_end - 1);
        if (name == "pre" && (is_verse(tag) || is_text_with_links(tag, code))) {
            put_verse(code);
        } else if (name == "pre") {
            put_pre(tag, code);
        } else {
            out_ += html_.substr(at_, tag_end + 1 - at_);
            out_ += is_raw(code, false) ? escaped_tags(code) : std::string(code);
            out_ += "</code>";
        }
        at_ = end + name.size() + 3;
        return true;
    }

    void put_pre(std::string_view tag, std::string_view code) {
        std::string_view language = language_of_tag(tag);
        if (language.empty() &&
            block_.find("wp:syntaxhighlighter/code") != std::string_view::npos) {
            language = word_after(block_, "\"language\":\"");
        }
        block_ = {};
        std::string_view inner = trimmed(code);
        const bool has_code = inner.starts_with("<code") && inner.ends_with("</code>");
        if (has_code) {
            const auto begin = std::min(inner.find('>') + 1, inner.size() - 7);
            if (language.empty()) language = language_of_tag(inner.substr(0, begin));
            inner = inner.substr(begin, inner.size() - 7 - begin);
        }
        if (!has_code) inner = code;
        // WP-Syntax takes all that it does not know to be escaped as the code itself.
        const bool is_all_raw = !attribute_in(tag, "lang").empty() &&
                                attribute_in(tag, "escaped") != "true" && is_raw_shortcode(inner);
        if (is_all_raw) {
            put_block(language, escaped(inner));
        } else if (is_raw(inner, true)) {
            put_block(language, escaped_tags(inner));
        } else if (!language.empty()) {
            put_block(language, inner);
        } else {
            out_ += tag;
            out_ += ">";
            out_ += code;
            out_ += "</pre>";
        }
    }

    // A poem is in <pre> too, for its lines.
    bool is_verse(std::string_view tag) const {
        return block_.find("wp:verse") != std::string_view::npos ||
               attribute_in(tag, "class").find("wp-block-verse") != std::string_view::npos;
    }

    // Code in Markdown has no links, so preformatted text with links keeps only its lines.
    static bool is_text_with_links(std::string_view tag, std::string_view text) {
        return attribute_in(tag, "class").find("wp-block-preformatted") != std::string_view::npos &&
               text.find("<a ") != std::string_view::npos;
    }

    void put_verse(std::string_view text) {
        block_ = {};
        std::string lines;
        for (const char c : trimmed(text, "\n")) {
            const bool is_first = lines.empty() || lines.ends_with("<br>");
            if (c == '\n') {
                lines += "<br>";
            } else if (c == ' ' && (is_first || lines.ends_with("\xC2\xA0"))) {
                lines += "\xC2\xA0";  // indents its line
            } else {
                lines += c;
            }
        }
        replace_all(lines, "<br><br>", "</p>\n<p>");
        out_.append("<p>").append(lines).append("</p>");
    }

    void put_block(std::string_view language, std::string_view code) {
        const bool is_plain = language == "plain" || language == "text" || language == "none";
        out_.append("<pre ").append(info_attribute).append("=\"");
        append_escaped(out_, is_plain ? std::string_view() : language);
        out_.append("\">").append(trimmed(code, "\n")).append("\n</pre>");
    }

    // True unless the text was escaped by an editor, which may have added line breaks.
    static bool is_raw_shortcode(std::string_view code) {
        if (code.find('<') == std::string_view::npos) return false;
        if (code.find("&lt;") == std::string_view::npos) return true;
        for (auto at = code.find('<'); at != std::string_view::npos; at = code.find('<', at + 1)) {
            const std::string_view rest = code.substr(at + 1);
            const auto name = name_at(rest, rest.starts_with('/') ? 1 : 0);
            if (name != "br" && name != "p") return true;
        }
        return false;
    }

    // True if a tag in the code cannot be formatting of it.
    static bool is_raw(std::string_view code, bool may_have_lines) {
        std::map<std::string, std::size_t> ends;  // the last end tag of each name
        for (auto at = code.find('<'); at != std::string_view::npos; at = code.find('<', at + 1)) {
            const std::string_view rest = code.substr(at + 1);
            if (rest.starts_with('?') || rest.starts_with('!')) return true;
            const std::string name = lower_ascii(name_at(rest, rest.starts_with('/') ? 1 : 0));
            if (name.empty() || !strings::is_letter(name[0]) || name == "br" || name == "wbr" ||
                name == "img") {
                continue;
            }
            if (!is_formatting(name) && !(may_have_lines && is_line(name))) return true;
            const auto [end, added] = ends.try_emplace(name, 0);
            if (added) end->second = code.rfind("</" + name);
            const bool has_end = end->second != std::string_view::npos && end->second >= at;
            if (!has_end && !is_line(name)) return true;
        }
        return false;
    }

    // A line end after a line break is only how the HTML is written.
    static std::string with_lines(std::string_view code) {
        std::string out(code);
        replace_all(out, "<br />\n", "\n");
        replace_all(out, "<br>\n", "\n");
        return out;
    }

    // References stay, because browsers show them as what they mean.
    static std::string escaped_tags(std::string_view code) {
        std::string out;
        for (const char c : code) c == '<' ? out.append("&lt;") : out.append(1, c);
        return out;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string_view block_;  // the last comment, which may be that of a block
    std::map<std::string, std::size_t> last_ends_;
    std::string out_;
};

}  // namespace

void protect_wordpress_code(std::string& text) {
    const bool has_code = text.find("<pre") != std::string::npos ||
                          text.find("<code") != std::string::npos ||
                          text.find("[/") != std::string::npos;
    if (has_code) text = CodeProtector(text).run();
}

}  // namespace broadsheet::press
