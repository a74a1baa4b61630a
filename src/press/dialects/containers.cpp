#include "press/dialects/containers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "press/dialects/markdown_lines.h"
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
        FenceTracker fences;
        std::vector<std::size_t> open;
        for (std::size_t start = 0; start <= text.size();) {
            const std::string_view line = line_at(text, start);
            start += line.size() + 1;
            const std::size_t number = lines_.size();
            lines_.push_back({line, fences.is_code(line), 0});
            if (lines_.back().is_code || !line.starts_with(":::")) continue;
            if (!is_colon_end(line)) {
                open.push_back(number);
            } else if (!open.empty()) {
                lines_[open.back()].end = number;
                open.pop_back();
            }
        }
    }

    std::string run() {
        write(0, lines_.size(), 0);
        if (!out_.empty()) out_.pop_back();
        return std::move(out_);
    }

  private:
    struct Line {
        std::string_view text;
        bool is_code = false;
        std::size_t end = 0;  // the number of the line that ends the colons of this one; 0: none
    };

    // Containers in each other beyond this stay text: each adds a sign to all lines in it.
    static constexpr std::size_t deepest = 10;
    static constexpr std::size_t indent_of_content = 4;

    // After the last line that is indented below the one at `start`, which is indented itself.
    std::size_t end_of_indented(std::size_t start, std::size_t end, std::size_t indent) const {
        const std::size_t content = indent + indent_of_content;
        std::size_t last = start + 1;
        for (std::size_t i = start + 1; i < end; ++i) {
            if (is_blank(lines_[i].text)) continue;
            if (lines_[i].text.find_first_not_of(' ') < content) break;
            last = i + 1;
        }
        return last;
    }

    void put(std::string_view line) { out_.append(prefix_).append(line) += '\n'; }

    // Writes the lines between `start` and `end` as the content of a quote.
    void write_quote(const Opening& opening, std::size_t start, std::size_t end,
                     std::size_t indent) {
        std::string head = "> [!" + std::string(opening.name) + "]" + (opening.folds ? "- " : " ");
        head += opening.title;
        put(head);
        prefix_ += "> ";
        ++depth_;
        write(start, end, indent);
        --depth_;
        prefix_.resize(prefix_.size() - 2);
    }

    // Writes the lines from `start` to `end`, without their first `indent` spaces.
    void write(std::size_t start, std::size_t end, std::size_t indent) {
        for (std::size_t i = start; i < end; ++i) {
            const Line& whole = lines_[i];
            std::string_view line = whole.text;
            line.remove_prefix(std::min({indent, line.size(), line.find_first_not_of(' ')}));
            const bool may_open = !whole.is_code && depth_ < deepest;
            const auto colons = may_open ? colon_opening(line) : std::nullopt;
            const auto mark = may_open ? mark_opening(line) : std::nullopt;
            const std::string_view text = strings::trimmed(line);
            if (colons && whole.end > 0 && whole.end < end) {
                write_quote(*colons, i + 1, whole.end, indent);
                put("");
                i = whole.end;
            } else if (mark) {
                const std::size_t last = end_of_indented(i, end, indent);
                write_quote(*mark, i + 1, last, indent + indent_of_content);
                i = last - 1;
            } else if (!whole.is_code && is_truncation(text)) {
                put("<!--more-->");
            } else {
                put(!whole.is_code && is_of_tool(text, line) ? std::string_view() : line);
            }
        }
    }

    std::vector<Line> lines_;
    std::string prefix_;     // of the quotes that a line is in
    std::size_t depth_ = 0;  // of those quotes
    std::string out_;
};

}  // namespace

bool has_container_signs(std::string_view text) {
    static constexpr auto signs = std::to_array<std::string_view>(
        {":::", "!!! ", "???", "[[toc]]", "[[_TOC_]]", "[TOC]", "import ", "{/*", "truncate"});
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
        return text.find(sign) != std::string_view::npos;
    });
}

std::string quotes_of_containers(std::string_view text) { return Containers(text).run(); }

}  // namespace broadsheet::press
