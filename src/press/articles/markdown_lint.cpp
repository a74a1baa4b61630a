#include "press/articles/markdown_lint.h"

#include <algorithm>
#include <array>

#include "press/articles/front_matter_lint.h"
#include "press/base/files.h"
#include "press/dialects/markdown_lines.h"
#include "press/values/source.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

bool begins_with_impossible_day(std::string_view name) {
    constexpr std::string_view form = "0000-00-00-";
    if (name.size() <= form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = name[i] >= '0' && name[i] <= '9';
        if (form[i] == '0' ? !digit : name[i] != '-') return false;
    }
    const auto number = [&](std::size_t at, std::size_t size) {
        return std::stoi(std::string(name.substr(at, size)));
    };
    return !model::is_valid(model::Day{number(0, 4), number(5, 2), number(8, 2)});
}

// A line that opens or closes a fenced code block.
struct Fence {
    char sign = 0;  // '`' or '~'; 0: the line is not a fence
    std::size_t length = 0;
    bool bare = false;  // nothing follows the fence
};

Fence fence_of(std::string_view line) {
    const auto first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || (line[first] != '`' && line[first] != '~')) return {};
    const auto end = std::min(line.find_first_not_of(line[first], first), line.size());
    constexpr std::size_t shortest = 3;
    if (end - first < shortest) return {};
    const std::string_view rest = line.substr(end);
    if (line[first] == '`' && rest.find('`') != std::string_view::npos) return {};
    return {line[first], end - first, trimmed(rest).empty()};
}

bool is_row(std::string_view line) {
    return line.starts_with('|') && std::count(line.begin(), line.end(), '|') > 1;
}

bool is_dashes(std::string_view line) {
    return line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

// Without formulas, whose pipes separate nothing: between dollars that have no white space inside.
std::string without_formulas(std::string_view row) {
    std::string out;
    for (std::size_t i = 0; i < row.size();) {
        const std::size_t end = row[i] == '$' ? row.find('$', i + 1) : std::string_view::npos;
        const bool is_formula = end != std::string_view::npos && end > i + 1 && row[i + 1] != ' ' &&
                                row[end - 1] != ' ' && (i == 0 || row[i - 1] != '\\') &&
                                !(end + 1 < row.size() && strings::is_digit(row[end + 1]));
        if (is_formula) {
            i = end + 1;
        } else {
            out += row[i++];
        }
    }
    return out;
}

// The pipes of `{{< note >}}in | cell{{< /note >}}` and of arguments separate nothing.
std::string without_shortcodes(std::string_view row) {
    constexpr std::string_view open = "{{";
    constexpr std::string_view close = "}}";
    // The end of each shortcode is looked for in the rest of its row.
    constexpr std::size_t longest = 10'000;
    if (row.size() > longest) return std::string(row);
    std::string out;
    for (auto at = row.find(open); at != std::string_view::npos; at = row.find(open)) {
        auto end = row.find(close, at);
        if (end == std::string_view::npos) break;
        const std::string_view tag = row.substr(at + open.size(), end - at - open.size());
        const auto begin = tag.find_first_not_of("<% ");
        const std::string_view name =
            begin == std::string_view::npos
                ? std::string_view()
                : tag.substr(begin, tag.find_first_of(" >%", begin) - begin);
        for (const std::string_view slash : {"/", " /", "/ ", " / "}) {
            if (name.empty()) break;
            const std::string last = std::string(1, tag[0]).append(slash).append(name);
            const auto found = row.find("{{" + last, end);
            if (found == std::string_view::npos) continue;
            end = row.find(close, found);
            break;
        }
        out.append(row.substr(0, at)).append("x");
        row.remove_prefix(
            std::min(end == std::string_view::npos ? row.size() : end + close.size(), row.size()));
    }
    return out.append(row);
}

long cells_of(std::string_view whole) {
    const std::string row = without_formulas(without_shortcodes(whole));
    return std::count(row.begin(), row.end(), '|') - 1 + (row.ends_with('|') ? 0 : 1);
}

// The columns of a table's row as GitHub counts them: pipes at its ends and escaped ones separate
// nothing.
long columns_of(std::string_view whole) {
    const std::string without = without_formulas(without_shortcodes(whole));
    std::string_view row = without;
    if (row.starts_with('|')) row.remove_prefix(1);
    long columns = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '|' && i + 1 < row.size()) {
            ++columns;
        }
    }
    return columns;
}

class TextReader {
  public:
    explicit TextReader(const SourceArticle& article) : article_(article) {}

    Diagnostics run() {
        const std::string_view body = article_.body_text();
        int number = position_of(article_.text, article_.body_offset).line;
        for (std::size_t start = 0; start < body.size(); ++number) {
            const std::size_t end = std::min(body.find('\n', start), body.size());
            read(body.substr(start, end - start), number);
            start = end + 1;
        }
        end_block();
        if (open_.sign != 0) {
            say(open_line_, "the code block that starts here is not closed",
                "add a line with only " + std::string(open_.length, open_.sign) +
                    " after the code");
        }
        return std::move(found_);
    }

  private:
    void say(int line, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.severity = Severity::warning;
        diagnostic.path = article_.shown_path;
        diagnostic.position = {line, 1};
        diagnostic.source_line = std::string(line_of(article_.text, line));
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        found_.push_back(std::move(diagnostic));
    }

    // Finds targets such as "![a boat](my boat.png)". Markdown does not allow spaces in them.
    void find_spaced_target(std::string_view line, int number) {
        for (auto at = line.find("]("); at != std::string_view::npos;
             at = line.find("](", at + 2)) {
            const std::string_view rest = line.substr(at + 2);
            const std::string_view target = rest.substr(0, rest.find_first_of("()<>\"'"));
            const bool closed = target.size() < rest.size() && rest[target.size()] == ')';
            const std::string name(trimmed(target));
            if (!closed || name.find(' ') == std::string::npos) continue;
            if (!is_publishable(name) && !is_markdown(name)) continue;
            if (std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 ==
                1)
                continue;
            say(number,
                "the link target contains a space, so Markdown will not treat this as a link",
                "put it in angle brackets: (<" + name + ">)");
            const auto place = static_cast<std::size_t>(target.data() - article_.text.data());
            found_.back().position = position_of(article_.text, place);
        }
    }

    void read(std::string_view line, int number) {
        const auto first = std::min(line.find_first_not_of(' '), line.size());
        const Fence fence =
            fence_of(open_.sign != 0 ? line : without_item_mark(line.substr(first)));
        if (open_.sign != 0) {
            const bool closes =
                fence.sign == open_.sign && fence.length >= open_.length && fence.bare;
            if (closes) open_ = {};
            return;
        }
        if (fence.sign != 0) {
            end_block();
            open_ = fence;
            open_line_ = number;
            return;
        }
        if (trimmed(line).empty()) return end_block();
        constexpr std::size_t code_indent = 4;
        const bool is_text = line.find_first_not_of(' ') < code_indent;
        if (is_text) find_spaced_target(line, number);
        if (rows_ == 0 && !in_block_ && is_text && is_row(trimmed(line))) {
            first_row_ = number;
            head_ = trimmed(line);
            rows_ = 1;
        } else if (rows_ > 0) {
            if (rows_ == 1) second_ = trimmed(line);
            ++rows_;
        }
        in_block_ = true;
    }

    // Checks a block whose first line looks like a table header.
    void end_block() {
        if (rows_ > 1 && !is_dashes(second_) && is_row(second_)) {
            say(first_row_, "this looks like a table, but has no delimiter row",
                "put |---|---| below its first row");
        } else if (rows_ > 1 && is_dashes(second_) && cells_of(head_) != cells_of(second_)) {
            say(first_row_,
                "the table header has " + std::to_string(cells_of(head_)) +
                    " cells, but the delimiter row has " + std::to_string(cells_of(second_)),
                "use the same number, or Markdown will not treat this as a table");
        }
        rows_ = 0;
        in_block_ = false;
    }

    const SourceArticle& article_;
    Diagnostics found_;
    Fence open_;
    int open_line_ = 0;
    bool in_block_ = false;
    int rows_ = 0;
    int first_row_ = 0;
    std::string_view head_;
    std::string_view second_;
};

}  // namespace

void report_conflict_marks(SourceArticle& article) {
    const std::string_view text = article.text;
    const bool begins =
        text.starts_with("<<<<<<< ") || text.find("\n<<<<<<< ") != std::string::npos;
    if (!begins || text.find("\n>>>>>>> ") == std::string::npos) return;
    FenceTracker fences;
    int number = 1;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const std::string_view line = line_at(text, start);
        start += line.size() + 1;
        if (fences.is_code(line) || !line.starts_with("<<<<<<< ")) continue;
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.position = {number, 1};
        warning.what = "this is a conflict mark of a version control system";
        warning.remedy = "choose one of the two versions, and remove the marks";
        return article.report(std::move(warning));
    }
}

// Warns at the first row that has more cells than its table has columns, because they are not
// shown.
void report_lost_cells(SourceArticle& article) {
    const std::string_view body = article.body_text();
    if (body.find('|') == std::string_view::npos) return;
    FenceTracker fences;
    int number = position_of(article.text, article.body_offset).line;
    long columns = 0;  // of the table that is open
    std::string_view before;
    for (std::size_t start = 0; start < body.size(); ++number) {
        const std::string_view line = line_at(body, start);
        start += line.size() + 1;
        const std::string_view row = trimmed(line);
        if (fences.is_code(line) || row.empty() || interrupts_paragraph(line)) {
            columns = 0;
        } else if (columns == 0 && is_dashes(row) && row.find('|') != std::string_view::npos &&
                   columns_of(before) == columns_of(row)) {
            columns = columns_of(row);
        } else if (columns > 0 && columns_of(row) > columns) {
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.position = {number, 1};
            warning.what = "this row has " + std::to_string(columns_of(row)) +
                           " cells, but its table has " + std::to_string(columns) +
                           (columns == 1 ? " column" : " columns") +
                           ", so the last ones are not shown";
            warning.remedy = "add them to the first row, or write \\| for a | that is text";
            return article.report(std::move(warning));
        }
        before = row;
    }
}

void report_file_mistakes(SourceArticle& article) {
    report_conflict_marks(article);
    report_lost_cells(article);
    report_front_matter_mistakes(article);
    const std::string& path = article.file.path;
    const std::string name = path.substr(path.rfind('/') + 1);
    if (!article.dated && begins_with_impossible_day(name)) {
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.what =
            "the file name starts with " + name.substr(0, 10) + ", which is not a valid date";
        warning.remedy = "use a name such as 2025-07-14-" + name.substr(11);
        article.report(std::move(warning));
    }
}

Diagnostics find_text_mistakes(const SourceArticle& article) { return TextReader(article).run(); }

std::optional<std::string> remedy_of_target(std::string_view target) {
    if (target.starts_with('/') || target.starts_with('.') || target.starts_with('#')) {
        return std::nullopt;
    }
    const std::string_view host = target.substr(0, target.find_first_of("/?#"));
    const auto dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return std::nullopt;
    const std::string_view top = host.substr(dot + 1);
    const bool letters = std::all_of(top.begin(), top.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    const std::string name(host);
    // Names of files that are not published.
    static constexpr auto files = std::to_array<std::string_view>(
        {".js", ".mjs", ".ts", ".css", ".json", ".xml", ".toml", ".yml", ".yaml", ".html", ".htm"});
    if (strings::is_one_of(files, extension_of(name))) return std::nullopt;
    if (!letters || is_markdown(name) || is_publishable(name)) {
        return std::nullopt;
    }
    const bool mail = host.find('@') != std::string_view::npos;
    return "write " + std::string(mail ? "mailto:" : "https://") + std::string(target);
}

}  // namespace broadsheet::press
