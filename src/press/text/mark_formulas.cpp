#include <algorithm>
#include <array>

#include "press/dialects/markdown_lines.h"
#include "press/text/formula_marks.h"
#include "press/text/formulas.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// A formula in a line ends this soon, so that a text of dollars does not take quadratic time.
constexpr std::size_t longest_inline = 4000;
constexpr std::size_t longest_display = 20'000;

constexpr std::string_view math_fence = "math";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_blank_in_quote(std::string_view line) {
    return line.find_first_not_of(" \t>") == std::string_view::npos;
}

struct Delimiter {
    std::string_view open;
    std::string_view close;
    bool display;
};

// Longer ones first. Before some Markdown parsers, authors write two backslashes.
constexpr auto delimiters = std::to_array<Delimiter>({{"$$", "$$", true},
                                                      {"$", "$", false},
                                                      {"\\\\(", "\\\\)", false},
                                                      {"\\\\[", "\\\\]", true},
                                                      {"\\(", "\\)", false},
                                                      {"\\[", "\\]", true}});

// Environments of LaTeX that need no delimiters, with and without numbers.
constexpr auto environments = std::to_array<std::string_view>(
    {"equation", "equation*", "align", "align*", "alignat", "alignat*", "gather", "gather*", "CD"});

// The end of the paragraph at `begin`, which a blank line or another block ends.
std::size_t paragraph_end(std::string_view text, std::size_t begin) {
    std::size_t at = begin + line_at(text, begin).size();
    while (at < text.size()) {
        const std::string_view line = line_at(text, at + 1);
        if (is_blank_in_quote(line) || interrupts_paragraph(line)) return at;
        at += 1 + line.size();
    }
    return text.size();
}

// The offset of `close` outside of braces and code in `text`; npos if there is none.
std::size_t find_close(std::string_view text, std::string_view close) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (depth <= 0 && text.substr(i).starts_with(close)) return i;
        if (text[i] == '`') {
            i = end_of_code_span(text, i) - 1;
            continue;
        }
        if (text[i] == '{') ++depth;
        if (text[i] == '}') --depth;
        if (text[i] == '\\') ++i;
    }
    return std::string_view::npos;
}

class Marker {
  public:
    Marker(std::string_view text, bool single_dollars)
        : text_(text), single_dollars_(single_dollars) {}

    FormulaText run() {
        while (at_ < text_.size()) {
            if (at_ == 0 || text_[at_ - 1] == '\n') {
                const std::string_view line = line_at(text_, at_);
                if (!fences_.is_open() && add_fenced(line)) continue;
                if (fences_.is_code(line)) {
                    copy(line.size() + 1);
                    continue;
                }
            }
            step();
        }
        return std::move(result_);
    }

  private:
    void copy(std::size_t size) {
        const std::string_view part = text_.substr(at_, size);
        line_ += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
        result_.text += part;
        at_ += part.size();
    }

    void step() {
        const char c = text_[at_];
        const std::string_view rest = text_.substr(at_);
        if (c == '`') return copy(end_of_code_span(text_, at_) - at_);
        if (rest.starts_with("{{")) return copy_tag("}}");
        if (rest.starts_with("{%")) return copy_tag("%}");
        if (rest.starts_with("$$$")) {
            return copy(std::min(rest.find_first_not_of('$'), rest.size()));
        }
        if (add_environment(rest) || add_reference(rest)) return;
        if (c == '$' || c == '\\') {
            for (const Delimiter& delimiter : delimiters) {
                if (rest.starts_with(delimiter.open)) {
                    if (add_formula(delimiter)) return;
                    return copy(delimiter.open.size());
                }
            }
            return copy(c == '\\' ? 2 : 1);
        }
        if (rest.starts_with(formula_mark) || rest.starts_with(formula_end)) {
            result_.text += "\xEF\xBF\xBD";
            at_ += formula_mark.size();
            return;
        }
        copy(1);
    }

    void copy_tag(std::string_view end) {
        const auto found = line_at(text_, at_).find(end);
        copy(found == std::string_view::npos ? 2 : found + end.size());
    }

    // The part of the line before `at_`.
    std::string_view before() const {
        const auto start = at_ == 0 ? std::string_view::npos : text_.rfind('\n', at_ - 1);
        const std::size_t begin = start == std::string_view::npos ? 0 : start + 1;
        return text_.substr(begin, at_ - begin);
    }

    // True in headings and rows of tables.
    bool is_single_line() const {
        const std::string_view line = before();
        const auto first = line.find_first_not_of(" \t>");
        return first != std::string_view::npos && (line[first] == '#' || line[first] == '|');
    }

    bool add_formula(const Delimiter& delimiter) {
        const std::size_t begin = at_ + delimiter.open.size();
        const bool starts_line = is_blank_in_quote(before());
        const bool own_line =
            starts_line && delimiter.display && is_blank_in_quote(line_at(text_, begin));
        const std::size_t longest = delimiter.display ? longest_display : longest_inline;
        // Only delimiters on lines of their own may have blank lines between them.
        const std::size_t end = own_line           ? text_.size()
                                : is_single_line() ? begin + line_at(text_, begin).size()
                                                   : paragraph_end(text_, begin);
        const std::string_view near =
            text_.substr(begin, std::min(longest, end > begin ? end - begin : 0));
        auto size = find_close(near, delimiter.close);
        // Braces that are not closed are a mistake in the formula, not its end.
        if (size == std::string_view::npos && delimiter.display) size = near.find(delimiter.close);
        const bool valid = size != std::string_view::npos && is_formula(delimiter, near, size);
        if (!valid && own_line) result_.unclosed.push_back(at_);
        if (valid) add(delimiter, begin, size);
        return valid;
    }

    // `\ref{x}` and `\eqref{x}` need no delimiters either.
    bool add_reference(std::string_view rest) {
        if (!rest.starts_with("\\ref{") && !rest.starts_with("\\eqref{")) return false;
        const std::size_t end = line_at(text_, at_).find('}');
        if (end == std::string_view::npos) return false;
        add({"", "", false}, at_, end + 1);
        return true;
    }

    // An environment that begins a line is a formula on lines of its own.
    bool add_environment(std::string_view rest) {
        constexpr std::string_view begin = "\\begin{";
        if (!rest.starts_with(begin) || !is_blank_in_quote(before())) return false;
        const std::string_view near = rest.substr(0, longest_display);
        const std::string_view name = near.substr(begin.size(), near.find('}') - begin.size());
        if (std::find(environments.begin(), environments.end(), name) == environments.end()) {
            return false;
        }
        const std::string close = "\\end{" + std::string(name) + "}";
        const auto end = near.find(close);
        if (end == std::string_view::npos) {
            result_.unclosed.push_back(at_);
            return false;
        }
        add({"", "", true}, at_, end + close.size());
        return true;
    }

    // A fence with the language of formulas, as GitHub and GitLab have it.
    bool add_fenced(std::string_view line) {
        const auto first = line.find_first_not_of(" \t>");
        if (first == std::string_view::npos || is_indented_code(text_, at_)) return false;
        FenceTracker fence;
        const bool opens = (line[first] == '`' || line[first] == '~') && fence.is_code(line);
        const std::string_view language = line.substr(opens ? first + fence.length() : first);
        if (!opens || strings::trimmed(language) != math_fence) return false;
        const std::size_t begin = at_ + line.size();
        for (std::size_t at = begin + 1; at < text_.size() && at - begin < longest_display;) {
            const std::string_view next = line_at(text_, at);
            fence.is_code(next);
            if (!fence.is_open()) {
                const std::string_view tex = text_.substr(begin, at - 1 - begin);
                if (tex.find_first_not_of(" \t\n>") == std::string_view::npos) return false;
                copy(first);
                add({text_.substr(at_, begin - at_), text_.substr(at - 1, next.size() + 1), true},
                    begin, tex.size());
                return true;
            }
            at += next.size() + 1;
        }
        return false;
    }

    bool is_formula(const Delimiter& delimiter, std::string_view near, std::size_t size) const {
        const std::string_view tex = near.substr(0, size);
        if (is_blank_in_quote(tex) || tex.find_first_not_of(" \t\n>") == std::string_view::npos)
            return false;
        if (delimiter.open != "$") return true;
        if (!single_dollars_) return false;
        const char previous = at_ > 0 ? text_[at_ - 1] : ' ';
        const char first = tex.front();
        const bool after_word = strings::is_letter(previous) || strings::is_digit(previous);
        if (after_word && first != '\\' && first != '^' && first != '_') return false;
        const std::size_t after = at_ + size + 2;
        return !is_space(first) && !is_space(tex.back()) &&
               !(after < text_.size() && strings::is_digit(text_[after]));
    }

    void add(const Delimiter& delimiter, std::size_t begin, std::size_t size) {
        MarkedFormula formula;
        formula.tex = text_.substr(begin, size);
        formula.source = text_.substr(at_, size + delimiter.open.size() + delimiter.close.size());
        formula.display = delimiter.display;
        formula.offset = begin;
        // GitHub's form for formulas with signs that Markdown would take for its own.
        if (delimiter.open == "$" && size > 2 && formula.tex.front() == '`' &&
            formula.tex.back() == '`') {
            formula.tex = formula.tex.substr(1, size - 2);
            ++formula.offset;
        }
        const auto lines =
            static_cast<int>(std::count(formula.source.begin(), formula.source.end(), '\n'));
        if (lines > 0 && before().find('>') != std::string_view::npos) remove_quotes(formula);
        if (lines > 0) result_.joined_lines.emplace_back(line_, lines);
        at_ += formula.source.size();
        result_.formulas.push_back(std::move(formula));
        result_.text.append(formula_mark)
            .append(std::to_string(result_.formulas.size()))
            .append(formula_end);
    }

    // Removes the signs of the quote that contains the formula.
    static void remove_quotes(MarkedFormula& formula) {
        std::string out;
        bool first = true;
        rewrite_lines(formula.tex, out, [&](std::string_view line) {
            const auto start = first ? 0 : line.find_first_not_of(" \t>");
            first = false;
            if (start != std::string_view::npos) out += line.substr(start);
        });
        formula.tex = std::move(out);
        formula.whole = false;
    }

    std::string_view text_;
    bool single_dollars_;
    std::size_t at_ = 0;
    int line_ = 1;  // of result_.text
    FenceTracker fences_;
    FormulaText result_;
};

}  // namespace

int FormulaText::source_line(int line) const {
    int result = line;
    for (const auto& [joined, more] : joined_lines) {
        if (joined < line) result += more;
    }
    return result;
}

FormulaText mark_formulas(std::string_view text, bool single_dollars) {
    if (text.find_first_of("$\\") == std::string_view::npos &&
        text.find(math_fence) == std::string_view::npos &&
        text.find(formula_mark.substr(0, 2)) == std::string_view::npos) {
        FormulaText unchanged;
        unchanged.text = text;
        return unchanged;
    }
    return Marker(text, single_dollars).run();
}

}  // namespace broadsheet::press
