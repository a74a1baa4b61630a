#include "press/text/containers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "press/text/markdown_lines.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

// The names that the tools give to their notes.
bool is_note(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"note",    "tip",     "info",  "warning",   "danger",   "caution", "important",
         "success", "details", "quote", "abstract",  "summary",  "tldr",    "hint",
         "check",   "done",    "help",  "attention", "question", "faq",     "failure",
         "fail",    "error",   "bug",   "example",   "seealso",  "todo",    "secondary"});
    return strings::is_one_of(names, strings::lower_ascii(name));
}

// The first line of a container.
struct Opening {
    std::string_view name;
    std::string_view title;
    bool folds = false;
};

std::string_view name_at(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && (strings::is_letter(text[length]) || text[length] == '-')) {
        ++length;
    }
    return text.substr(0, length);
}

// Of `:::tip Title`, `:::tip[Title]{#id}` and `::: tip`.
std::optional<Opening> colon_opening(std::string_view line) {
    const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
    if (colons < 3) return std::nullopt;
    std::string_view rest = strings::trimmed(line.substr(colons));
    Opening opening;
    opening.name = name_at(rest);
    if (!is_note(opening.name)) return std::nullopt;
    opening.folds = opening.name == "details";
    rest = strings::trimmed(rest.substr(opening.name.size()));
    if (rest.ends_with('}') && rest.find('{') != std::string_view::npos) {
        rest = strings::trimmed(rest.substr(0, rest.rfind('{')));
    }
    if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
    opening.title = rest;
    return opening;
}

// Of `!!! note "Title"` and `??? note`, which folds.
std::optional<Opening> mark_opening(std::string_view line) {
    Opening opening;
    opening.folds = line.starts_with("???");
    if (!opening.folds && !line.starts_with("!!!")) return std::nullopt;
    std::string_view rest = line.substr(3);
    if (opening.folds && rest.starts_with('+')) rest.remove_prefix(1);
    if (!rest.starts_with(' ')) return std::nullopt;
    rest = strings::trimmed(rest);
    opening.name = name_at(rest);
    if (!is_note(opening.name)) return std::nullopt;
    rest = strings::trimmed(rest.substr(opening.name.size()));
    const auto quote = rest.find('"');
    const auto end = rest.rfind('"');
    if (quote != end) opening.title = rest.substr(quote + 1, end - quote - 1);
    return opening;
}

bool is_colon_end(std::string_view line) {
    const std::string_view signs = strings::trimmed(line);
    return signs.size() >= 3 && signs.find_first_not_of(':') == std::string_view::npos;
}

// The end of an excerpt, as Docusaurus writes it.
bool is_truncation(std::string_view text) {
    return text == "<!-- truncate -->" || text == "<!--truncate-->" || text == "{/* truncate */}";
}

// Lines that a tool replaces by contents, which pages have anyway, or imports of components.
bool is_of_tool(std::string_view text, std::string_view line) {
    if (text == "[[toc]]" || text == "[[_TOC_]]" || text == "[TOC]") return true;
    if (text.starts_with("{/*") && text.ends_with("*/}")) return true;
    // import Name from '…'; import { A, B } from "…"; import * as all from '…'
    if (!line.starts_with("import ")) return false;
    const auto from = std::min(text.find(" from '"), text.find(" from \""));
    if (from == std::string_view::npos) return false;
    const std::string_view names = text.substr(7, from - 7);
    const std::string_view rest = strings::trimmed(text.substr(from + 6), ";");
    const bool is_quoted = rest.size() > 1 && rest.front() == rest.back();
    return is_quoted && (names.find(' ') == std::string_view::npos || names.starts_with('{') ||
                         names.starts_with("* as ") || names.find(", {") != std::string_view::npos);
}

class Containers {
  public:
    explicit Containers(std::string_view text) {
        for (std::size_t start = 0; start <= text.size();) {
            const std::string_view line = line_at(text, start);
            lines_.push_back({line, fences_.is_code(line)});
            start += line.size() + 1;
        }
    }

    std::string run() {
        write(0, lines_.size(), "", 0);
        if (!out_.empty()) out_.pop_back();
        return std::move(out_);
    }

  private:
    struct Line {
        std::string_view text;
        bool is_code = false;
    };

    // The line that ends the colons opened at `start`; `end` if there is none.
    std::size_t end_of_colons(std::size_t start, std::size_t end) const {
        std::size_t depth = 0;
        for (std::size_t i = start; i < end; ++i) {
            const Line& line = lines_[i];
            if (line.is_code || !line.text.starts_with(":::")) continue;
            if (!is_colon_end(line.text)) {
                ++depth;
            } else if (--depth == 0) {
                return i;
            }
        }
        return end;
    }

    // After the last line that is indented below the one at `start`.
    std::size_t end_of_indented(std::size_t start, std::size_t end) const {
        std::size_t last = start + 1;
        for (std::size_t i = start + 1; i < end; ++i) {
            if (lines_[i].text.starts_with("    ")) {
                last = i + 1;
            } else if (!is_blank(lines_[i].text)) {
                break;
            }
        }
        return last;
    }

    void put(const std::string& prefix, std::string_view line) {
        out_.append(prefix).append(line) += '\n';
    }

    void put_opening(const std::string& prefix, const Opening& opening) {
        std::string head = "> [!" + std::string(opening.name) + "]" + (opening.folds ? "- " : " ");
        head += opening.title;
        put(prefix, head);
    }

    // Writes the lines from `start` to `end`, without their first `indent` spaces.
    void write(std::size_t start, std::size_t end, const std::string& prefix, std::size_t indent) {
        for (std::size_t i = start; i < end; ++i) {
            std::string_view line = lines_[i].text;
            line.remove_prefix(std::min({indent, line.size(), line.find_first_not_of(' ')}));
            if (lines_[i].is_code) {
                put(prefix, line);
            } else if (const auto colons = colon_opening(line);
                       colons && end_of_colons(i, end) < end) {
                const std::size_t last = end_of_colons(i, end);
                put_opening(prefix, *colons);
                write(i + 1, last, prefix + "> ", indent);
                put(prefix, "");
                i = last;
            } else if (const auto mark = mark_opening(line)) {
                const std::size_t last = end_of_indented(i, end);
                put_opening(prefix, *mark);
                write(i + 1, last, prefix + "> ", indent + 4);
                i = last - 1;
            } else {
                const std::string_view text = strings::trimmed(line);
                put(prefix, is_truncation(text)      ? "<!--more-->"
                            : is_of_tool(text, line) ? std::string_view()
                                                     : line);
            }
        }
    }

    std::vector<Line> lines_;
    FenceTracker fences_;
    std::string out_;
};

}  // namespace

std::string quotes_of_containers(std::string_view text) {
    static constexpr auto signs = std::to_array<std::string_view>(
        {":::", "!!! ", "??? ", "[[toc]]", "[[_TOC_]]", "[TOC]", "import ", "{/*", "<!--"});
    const bool has_one = std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
        return text.find(sign) != std::string_view::npos;
    });
    return has_one ? Containers(text).run() : std::string(text);
}

}  // namespace broadsheet::press
