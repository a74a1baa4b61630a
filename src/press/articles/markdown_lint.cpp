#include "press/articles/markdown_lint.h"

#include <algorithm>
#include <array>

#include "press/articles/kept_back.h"
#include "press/base/files.h"
#include "press/text/markdown_lines.h"
#include "press/values/source.h"
#include "press/values/value.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

constexpr std::array<std::string_view, 14> common_fields = {
    "title",  "date",  "author",      "authors",   "tags", "categories", "category",
    "layout", "draft", "description", "permalink", "slug", "published",  "lastmod"};

// The known field that a line sets, in lower case: "title" for "Title: The lake". Empty if there is
// none.
std::string field_of(std::string_view line) {
    const auto sign = line.find_first_of(":=");
    if (sign == std::string_view::npos) return {};
    const bool toml = line[sign] == '=';
    if (!toml && sign + 1 < line.size() && line[sign + 1] != ' ') return {};
    std::string name = lower_ascii(line.substr(0, sign));
    while (toml && name.ends_with(' ')) name.pop_back();
    const bool common =
        std::find(common_fields.begin(), common_fields.end(), name) != common_fields.end();
    return common ? name : std::string();
}

// True for a first line that was probably meant as a front matter delimiter: too short, too long,
// or a typographic dash.
bool is_odd_delimiter(std::string_view line) {
    const std::string_view sign = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    const bool signs = sign.size() > 1 && sign != "---" && sign != "+++" &&
                       sign.find_first_not_of(sign[0]) == std::string_view::npos &&
                       (sign[0] == '-' || sign[0] == '+' || sign[0] == '=' || sign[0] == '_');
    return signs || sign == "\u2014" || sign == "\u2013" || sign == "\u2014-" || sign == "- - -";
}

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

long cells_of(std::string_view whole) {
    const std::string row = without_formulas(whole);
    return std::count(row.begin(), row.end(), '|') - 1 + (row.ends_with('|') ? 0 : 1);
}

// The columns of a table's row as GitHub counts them: pipes at its ends and escaped ones separate
// nothing.
long columns_of(std::string_view whole) {
    const std::string without = without_formulas(whole);
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

// Removes what a patch or an indentation adds at the start of a line. The "+++" of TOML stays.
std::string_view without_margin(std::string_view line) {
    const bool is_patch = line.starts_with('+') && line != "+++";
    if (is_patch || line.starts_with('>')) line.remove_prefix(1);
    const auto first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : trimmed(line.substr(first));
}

// The number of the line that opens front matter somewhere below the first line, or that has other
// characters before it; 0 if there is none. Such a block has only fields, one of them common.
int line_of_late_front_matter(std::string_view text) {
    constexpr int last_line = 30;
    FenceTracker fences;
    int number = 1;
    int opened = 0;
    bool is_known = false;
    std::string_view delimiter;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const std::string_view line = line_at(text, start);
        start += line.size() + 1;
        if (fences.is_code(line)) {
            opened = 0;
            continue;
        }
        const std::string_view inner = without_margin(line);
        if (opened != 0 && inner == delimiter) {
            if (is_known) return opened;
            opened = 0;
        }
        if (opened == 0) {
            if (number > last_line) return 0;
            is_known = false;
            delimiter = inner;
            if (inner == "---" || inner == "+++") opened = number;
            continue;
        }
        const bool continues = inner.empty() || inner[0] == '-' || inner[0] == '#' ||
                               without_margin(line).data() != line.data();
        if (!field_of(inner).empty()) is_known = true;
        if (!looks_like_field(inner) && !continues) opened = 0;
    }
    return 0;
}

// True if the file begins with a code block that holds front matter.
bool begins_with_fenced_front_matter(std::string_view text) {
    const std::string_view fence = line_of(text, 1);
    const std::string_view delimiter = trimmed(line_of(text, 2));
    if (!fence.starts_with("```") || (delimiter != "---" && delimiter != "+++")) return false;
    const std::string_view inner = text.substr(std::min(fence.size() + 1, text.size()));
    return line_of_late_front_matter(inner) == 1;
}

// True if the file begins with front matter that a patch removes: each line begins with a hyphen.
bool begins_with_removed_front_matter(std::string_view text) {
    const std::string_view first = line_of(text, 1);
    const std::string_view second = line_of(text, 2);
    return (first == "----" || first == "-+++") && second.starts_with('-') &&
           !field_of(second.substr(1)).empty();
}

// True if a line among the first ones says that the article is not to be published.
bool says_draft(std::string_view text) {
    constexpr int last_line = 30;
    Value table;
    table.kind = ValueKind::table;
    for (int number = 1; number <= last_line; ++number) {
        const std::string line = lower_ascii(line_of(text, number));
        const auto sign = line.find_first_of(":=");
        if (sign == std::string::npos) continue;
        Value value;
        value.name = trimmed(std::string_view(line).substr(0, sign));
        value.text = trimmed(std::string_view(line).substr(sign + 1));
        value.boolean = value.text == "true";
        value.kind = value.boolean || value.text == "false" ? ValueKind::boolean : ValueKind::text;
        if (value.name == "draft" && value.boolean) return true;
        table.members.push_back(std::move(value));
    }
    const KeptBack kept = kept_back(table, Generator::plain);
    return kept.draft || kept.unlisted || kept.hidden;
}

// Front matter that would be published as text is an error, because it may say that the article is
// a draft.
void report_late_front_matter(SourceArticle& article) {
    if (begins_with_fenced_front_matter(article.text)) {
        Diagnostic error;
        error.position = {1, 1};
        error.what = "the front matter is in a code block";
        error.remedy = "remove the lines of ``` around it";
        return article.report(std::move(error));
    }
    const int line = begins_with_removed_front_matter(article.text)
                         ? 1
                         : line_of_late_front_matter(article.text);
    if (line == 0) return;
    const std::string_view text = line_of(article.text, line);
    const bool is_patch = text.size() > 3 && (text[0] == '+' || text[0] == '-');
    Diagnostic error;
    error.position = {line, 1};
    if (is_patch) {
        error.what = "the front matter has a " + std::string(text.substr(0, 1)) +
                     " before each line, as in a patch";
        error.remedy = "remove the first character of each line";
    } else if (text.starts_with('>')) {
        error.what = "the front matter is a quotation";
        error.remedy = "remove the > before each line";
    } else if (text.starts_with(' ') || text.starts_with('\t')) {
        error.what = "the front matter is indented";
        error.remedy = "remove the spaces before it";
    } else {
        error.what = "the front matter is not at the top of the file";
        error.remedy = "move it to the first line";
    }
    article.report(std::move(error));
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
    const std::string_view text = article.text;
    // An empty block at the top may precede the real one.
    const bool has_fields =
        text.substr(0, article.body_offset).find_first_not_of("-+. \t\n") != std::string_view::npos;
    if (!has_fields) report_late_front_matter(article);
    const auto begin = std::min(text.find_first_not_of(" \t\n"), text.size());
    const int top = position_of(text, begin).line;
    if (article.body_offset == 0 && !field_of(line_of(text, top + 1)).empty()) {
        const std::string_view first = line_of(text, top);
        const char* remedy = nullptr;
        if (!field_of(first).empty()) {
            remedy = "add a line with only --- before the first field and after the last";
        } else if (is_odd_delimiter(first)) {
            remedy = "the first line must be exactly ---";
        }
        if (remedy != nullptr) {
            Diagnostic warning;
            warning.severity = says_draft(text) ? Severity::error : Severity::warning;
            warning.position = {top, 1};
            warning.what = "this looks like front matter, but is treated as text";
            warning.remedy = remedy;
            article.report(std::move(warning));
        }
    }
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
    if (!letters || is_markdown(name) || is_publishable(name) || extension_of(name) == ".html") {
        return std::nullopt;
    }
    const bool mail = host.find('@') != std::string_view::npos;
    return "write " + std::string(mail ? "mailto:" : "https://") + std::string(target);
}

}  // namespace broadsheet::press
