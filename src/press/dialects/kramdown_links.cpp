#include "press/dialects/kramdown_links.h"

#include <algorithm>
#include <set>
#include <vector>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

// The name of a definition, "[name]: address"; empty if the line is none.
std::string_view name_of_definition(std::string_view line) {
    constexpr std::size_t code_indent = 4;
    const auto indent = line.find_first_not_of(' ');
    if (indent >= code_indent || line[indent] != '[') return {};
    const auto end = line.find("]:", indent);
    const bool is_note = indent + 1 < line.size() && line[indent + 1] == '^';
    if (end == std::string_view::npos || is_note) return {};
    return line.substr(indent + 1, end - indent - 1);
}

constexpr std::size_t longest = 2'000;  // of an address, or of code

class KramdownLinks {
  public:
    explicit KramdownLinks(std::string_view text) : text_(text) {
        for (std::size_t start = 0; start < text.size();) {
            const std::string_view line = line_at(text, start);
            const std::string_view name = name_of_definition(line);
            if (!name.empty()) names_.insert(strings::lower_ascii(name));
            start += line.size() + 1;
        }
    }

    std::string run() {
        FenceTracker fences;
        bool is_code = false;
        for (std::size_t at = 0; at < text_.size();) {
            if (at == 0 || text_[at - 1] == '\n') {
                const std::string_view line = line_at(text_, at);
                is_code = fences.is_code(line) || is_indented_code(text_, at) ||
                          !name_of_definition(line).empty();
                open_.clear();
                if (is_code) {
                    put(at, line.size() + 1);
                    continue;
                }
            }
            put_span(at);
        }
        return std::move(out_);
    }

  private:
    void put(std::size_t& at, std::size_t length) {
        out_ += text_.substr(at, length);
        at = std::min(at + length, text_.size());
    }

    void put_span(std::size_t& at) {
        constexpr std::string_view code = "<code>";
        const char c = text_[at];
        if (c == '`') return put(at, end_of_code_span(text_, at) - at);
        if (c == '\\') return put(at, 2);
        if (c == '<' && text_.substr(at).starts_with(code)) {
            put(at, code.size());
            return put_html_code(at);
        }
        if (c == '[') open_.push_back(at);
        if (c == ']' && !open_.empty()) {
            const std::size_t begin = open_.back() + 1;
            open_.pop_back();
            const std::string_view words = text_.substr(begin, at - begin);
            put(at, 1);
            if (at < text_.size() && text_[at] == '(') return put_address(at);
            return skip_to_reference(words, at);
        }
        put(at, 1);
    }

    // What is in <code> up to the end of its line.
    void put_html_code(std::size_t& at) {
        constexpr std::string_view signs = "*_[]~$^\\";
        const std::string_view rest = line_at(text_.substr(at, longest), 0);
        const auto end = rest.find("</code>");
        if (end == std::string_view::npos) return;
        for (const char c : rest.substr(0, end)) {
            if (signs.find(c) == std::string_view::npos) {
                out_ += c;
            } else {
                out_.append("&#").append(std::to_string(static_cast<int>(c))).append(";");
            }
        }
        at += end;
    }

    // The address of a link, with the parenthesis before it.
    void put_address(std::size_t& at) {
        const std::string_view rest = line_at(text_.substr(at, longest), 0);
        std::size_t close = 0;
        int depth = 0;
        for (; close < rest.size(); ++close) {
            if (rest[close] == '(') ++depth;
            if (rest[close] == ')' && --depth == 0) break;
        }
        if (close == rest.size()) return put(at, 1);
        const std::string_view inner = rest.substr(1, close - 1);
        std::string_view address = inner;
        for (const char quote : {'"', '\''}) {
            const std::string_view end = trimmed(inner);
            if (!end.ends_with(quote)) continue;
            for (const char space : {' ', '\t'}) {
                const auto title = inner.find(std::string({space, quote}));
                if (title != std::string_view::npos) address = inner.substr(0, title);
            }
        }
        address = trimmed(address);
        const bool has_spaces = address.find(' ') != std::string_view::npos &&
                                address.find_first_of("<>[]{}`\"'") == std::string_view::npos;
        if (!has_spaces) return put(at, 1);
        const auto begin = static_cast<std::size_t>(address.data() - rest.data());
        put(at, begin);
        for (const char c : address) {
            if (c == ' ') {
                out_ += "%20";
            } else {
                out_ += c;
            }
        }
        at += address.size();
    }

    // Moves to the name of a link's definition, if white space is between it and the words.
    void skip_to_reference(std::string_view words, std::size_t& at) const {
        const bool is_box = words.size() <= 1 && trimmed(words, " xX").empty();
        const std::size_t gap = std::min(text_.find_first_not_of(" \t\n", at), text_.size());
        const std::string_view between = text_.substr(at, gap - at);
        if (between.empty() || between.size() > 8 || is_box || words.starts_with('^') ||
            std::count(between.begin(), between.end(), '\n') > 1 ||
            !text_.substr(gap).starts_with('[') || is_defined(words)) {
            return;
        }
        const std::string_view rest = line_at(text_, gap);
        const auto end = rest.find(']');
        const bool is_name = end != std::string_view::npos && is_defined(rest.substr(1, end - 1));
        if (!is_name || rest.substr(end + 1).starts_with('(') ||
            rest.substr(end + 1).starts_with(':')) {
            return;
        }
        at = gap;
    }

    bool is_defined(std::string_view name) const {
        return name.size() <= longest && names_.contains(strings::lower_ascii(name));
    }

    std::string_view text_;
    std::string out_;
    std::set<std::string> names_;
    std::vector<std::size_t> open_;  // the brackets of the line that are open
};

}  // namespace

std::string resolve_kramdown_links(std::string_view text) {
    const bool may_have_any = text.find("](") != std::string_view::npos ||
                              text.find("] [") != std::string_view::npos ||
                              text.find("]\n[") != std::string_view::npos ||
                              text.find("<code>") != std::string_view::npos;
    return may_have_any ? KramdownLinks(text).run() : std::string(text);
}

}  // namespace broadsheet::press
