#include "press/import/texts/paragraphs.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/html/embeds.h"
#include "press/html/entity.h"
#include "press/import/exports/tag_end.h"
#include "press/media/recording.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::lower_ascii;
using strings::trimmed;

bool is_block(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"table",    "thead",  "tfoot",      "caption", "col",   "colgroup", "tbody",      "tr",
         "td",       "th",     "div",        "dl",      "dd",    "dt",       "ul",         "ol",
         "li",       "pre",    "form",       "map",     "area",  "address",  "blockquote", "style",
         "p",        "h1",     "h2",         "h3",      "h4",    "h5",       "h6",         "hr",
         "fieldset", "legend", "section",    "article", "aside", "hgroup",   "header",     "footer",
         "nav",      "figure", "figcaption", "details", "menu",  "summary"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_kept_whole(std::string_view name) {
    return name == "pre" || name == "script" || name == "style" || name == "textarea" ||
           name == "svg" || name == "select" || name == "object";
}

struct Tag {
    std::string name;  // empty: the text at this place is not a tag
    bool closes = false;
    std::size_t end = 0;
};

Tag tag_at(std::string_view html, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    tag.closes = i < html.size() && html[i] == '/';
    if (tag.closes) ++i;
    const std::size_t name = i;
    while (i < html.size() && (strings::is_letter(html[i]) || strings::is_digit(html[i]))) ++i;
    if (i == name || !strings::is_letter(html[name])) return {};
    constexpr std::size_t longest = 65'536;
    const std::size_t end = end_of_tag(html.substr(0, std::min(html.size(), at + longest)), i);
    if (end == std::string_view::npos) return {};
    tag.name = lower_ascii(html.substr(name, i - name));
    tag.end = end + 1;
    return tag;
}

std::size_t find_ignoring_case(std::string_view text, std::string_view lower, std::size_t from) {
    for (auto at = text.find('<', from); at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        if (lower_ascii(text.substr(at, lower.size())) == lower) return at;
    }
    return std::string_view::npos;
}

bool is_address(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" \t\n<>\"") == std::string_view::npos;
}

// Splits at blank lines.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (trimmed(line, " \t").empty()) {
            if (parts.size() == 1 || !parts.back().empty()) parts.emplace_back();
        } else {
            if (!parts.back().empty()) parts.back() += '\n';
            parts.back() += line;
        }
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

std::string with_breaks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool has_break =
            out.ends_with("<br />") || out.ends_with("<br>") || out.ends_with("<br/>");
        if (c == '\n' && !has_break) out += "<br />";
        out += c;
    }
    return out;
}

class Paragraphs {
  public:
    explicit Paragraphs(std::string_view html) : html_(html) {}

    std::string make() {
        std::size_t i = 0;
        while (i < html_.size()) {
            const std::size_t next = std::min(html_.find('<', i), html_.size());
            run_ += html_.substr(i, next - i);
            i = next;
            if (i == html_.size()) break;
            if (html_.substr(i).starts_with("<!--")) {
                const std::size_t end = html_.find("-->", i);
                i = end == std::string_view::npos ? html_.size() : end + 3;
                continue;
            }
            const Tag tag = tag_at(html_, i);
            if (tag.name.empty()) {
                run_ += html_[i++];
            } else {
                i = put_tag(tag, i);
            }
        }
        flush();
        return std::move(out_);
    }

  private:
    std::size_t put_tag(const Tag& tag, std::size_t at) {
        std::size_t end = tag.end;
        if (!tag.closes && is_kept_whole(tag.name) && !endless_.contains(tag.name)) {
            const std::size_t close = find_ignoring_case(html_, "</" + tag.name, end);
            if (close == std::string_view::npos) endless_.insert(tag.name);
            if (close != std::string_view::npos) {
                end = std::min(html_.find('>', close), html_.size() - 1) + 1;
                if (!is_block(tag.name)) {
                    // Its line ends are not those of the text.
                    const std::size_t begin = run_.size();
                    run_ += html_.substr(at, end - at);
                    std::replace(run_.begin() + static_cast<std::ptrdiff_t>(begin), run_.end(),
                                 '\n', ' ');
                    return end;
                }
                flush();
                out_ += html_.substr(at, end - at);
                after_open_ = false;
                return end;
            }
        }
        if (tag.name == "br" && ends_with_break()) {
            run_.resize(run_.rfind('<'));
            run_ += "\n\n";
            return end;
        }
        if (!is_block(tag.name)) {
            run_ += html_.substr(at, end - at);
            return end;
        }
        flush();
        out_ += html_.substr(at, end - at);
        const bool has_content =
            !tag.closes && tag.name != "hr" && tag.name != "col" && tag.name != "area";
        // A quotation's text always becomes paragraphs.
        after_open_ = has_content && tag.name != "blockquote";
        return end;
    }

    // True if the run ends with a line break that could be the first of two, which are a blank
    // line.
    bool ends_with_break() const {
        const std::string_view text = trimmed(run_, " \t\r\n");
        const std::size_t open = text.rfind('<');
        if (open == std::string_view::npos || !text.ends_with('>')) return false;
        const Tag tag = tag_at(text, open);
        return tag.name == "br" && tag.end == text.size();
    }

    // Ends the run of text and inline elements before a tag of a block.
    void flush() {
        std::string_view run = run_;
        // The end of the line of the start tag is no blank line.
        const auto space = run.substr(0, run.find_first_not_of(" \t\n"));
        if (after_open_ && std::count(space.begin(), space.end(), '\n') < 2) {
            run.remove_prefix(space.size());
        }
        const std::vector<std::string> parts = parts_of(run);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string_view text = trimmed(parts[i]);
            if (text.empty()) continue;
            const bool bare = i == 0 && after_open_;
            if (!bare && is_address(text)) {
                out_ += embed_html(text);
                continue;
            }
            out_ += bare ? "" : "<p>";
            out_ += with_breaks(text);
            out_ += bare ? "" : "</p>\n";
        }
        run_.clear();
    }

    std::string_view html_;
    std::set<std::string> endless_;  // elements that have no end in the rest of the text
    std::string out_;
    std::string run_;
    bool after_open_ = false;  // the run follows the start tag of its block
};

}  // namespace

std::string with_paragraphs(std::string_view html) { return Paragraphs(html).make(); }

std::string embed_html(std::string_view address) {
    if (const RecordingKind kind = recording_kind(address); kind != RecordingKind::none) {
        const std::string_view element = kind == RecordingKind::video ? "video" : "audio";
        std::string out = "<p><" + std::string(element) + " src=\"";
        append_escaped(out, address);
        return out.append("\"></").append(element).append("></p>\n");
    }
    const std::string frame = frame_of_video_page(address).value_or("");
    std::string out = frame.empty() ? "<p><a href=\"" : "<div><iframe src=\"";
    append_escaped(out, frame.empty() ? address : std::string_view(frame));
    out += "\">";
    if (frame.empty()) append_escaped(out, address);
    out += frame.empty() ? "</a></p>\n" : "</iframe></div>\n";
    return out;
}

}  // namespace broadsheet::press
