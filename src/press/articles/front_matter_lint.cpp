#include "press/articles/front_matter_lint.h"

#include <algorithm>
#include <array>
#include <utility>

#include "press/articles/kept_back.h"
#include "press/dialects/markdown_lines.h"
#include "press/values/source.h"
#include "press/values/value.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

constexpr auto common_fields = std::to_array<std::string_view>(
    {"title",     "date",       "author",  "authors",     "tags",      "categories",
     "category",  "layout",     "draft",   "description", "permalink", "slug",
     "published", "lastmod",    "status",  "modified",    "summary",   "subtitle",
     "url",       "visibility", "private", "publish",     "updated"});

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

// A second block of front matter right below the first is in no tool's syntax, and may say that the
// article is a draft.
void report_second_front_matter(SourceArticle& article) {
    const std::string_view body = article.body_text();
    const auto begin = body.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return;
    const Split second = split_front_matter(body.substr(begin));
    if (second.dialect == Dialect::none || second.error) return;
    if (second.dialect != Dialect::json && field_of(line_of(second.front_matter, 1)).empty())
        return;
    Diagnostic error;
    error.position = {position_of(article.text, article.body_offset + begin).line, 1};
    error.what = "the front matter is in two blocks";
    error.remedy = "move the fields of this one into the first";
    article.report(std::move(error));
}

// Front matter in a language that is not read, such as "---js".
void report_other_language(SourceArticle& article) {
    const std::string_view first = line_of(article.text, 1);
    const std::string_view name = first.starts_with("---") ? trimmed(first.substr(3)) : "";
    const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), strings::is_letter);
    if (!is_name || article.text.find("\n---", first.size()) == std::string::npos) return;
    Diagnostic error;
    error.position = {1, 1};
    error.what = "front matter in the language \"" + std::string(name) + "\" is not read";
    error.remedy = "write it in YAML, between two lines of ---";
    article.report(std::move(error));
}

// Fields at the top without delimiters, as Pelican has them.
void report_fields_in_text(SourceArticle& article) {
    const std::string_view text = article.text;
    const auto begin = std::min(text.find_first_not_of(" \t\n"), text.size());
    const int top = position_of(text, begin).line;
    if (field_of(line_of(text, top + 1)).empty()) return;
    const std::string_view first = line_of(text, top);
    const char* remedy = nullptr;
    if (!field_of(first).empty()) {
        remedy = "add a line with only --- before the first field and after the last";
    } else if (is_odd_delimiter(first)) {
        remedy = "the first line must be exactly ---";
    }
    if (remedy == nullptr) return;
    Diagnostic warning;
    warning.severity = says_draft(text) ? Severity::error : Severity::warning;
    warning.position = {top, 1};
    warning.what = "this looks like front matter, but is treated as text";
    warning.remedy = remedy;
    article.report(std::move(warning));
}

}  // namespace

void report_front_matter_mistakes(SourceArticle& article) {
    // An empty block at the top may precede the real one.
    const std::string_view head = std::string_view(article.text).substr(0, article.body_offset);
    if (head.find_first_not_of("-+. \t\n") == std::string_view::npos) {
        report_late_front_matter(article);
    } else {
        report_second_front_matter(article);
    }
    if (article.body_offset > 0) return;
    report_other_language(article);
    report_fields_in_text(article);
}

}  // namespace broadsheet::press
