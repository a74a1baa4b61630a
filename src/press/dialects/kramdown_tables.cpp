#include "press/dialects/kramdown_tables.h"

#include <algorithm>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::NodeKind;

bool is_table_row(std::string_view line) {
    constexpr std::size_t code_indent = 4;
    const auto first = line.find_first_not_of(' ');
    return first < code_indent && line[first] == '|';
}

// True for lines of only `sign`, pipes, colons and white space: "|---|:-:|", "|===|".
bool is_divider(std::string_view line, char sign) {
    const std::string signs = std::string("|:+ \t") + sign;
    return line.find(sign) != std::string_view::npos &&
           line.find_first_not_of(signs) == std::string_view::npos;
}

// True for the head of a table whose rows do not begin with a pipe: the next line divides.
bool begins_open_table(std::string_view line, std::string_view text, std::size_t start) {
    constexpr std::size_t code_indent = 4;
    if (line.find('|') == std::string_view::npos || line.find_first_not_of(' ') >= code_indent ||
        start + line.size() + 1 >= text.size()) {
        return false;
    }
    const std::string_view next = line_at(text, start + line.size() + 1);
    return is_divider(next, '-') && next.find('|') != std::string_view::npos;
}

// The number of cells of a row.
std::size_t count_cells(std::string_view row) {
    row = strings::trimmed(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    std::size_t cells = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
        } else if (row[i] == '`') {
            i = end_of_code_span(row, i) - 1;
        } else if (row.substr(i).starts_with("](")) {
            const auto close = row.find(')', i);
            if (close != std::string_view::npos) i = close;
        } else if (row[i] == '|' && i + 1 < row.size()) {
            ++cells;
        }
    }
    return cells;
}

// The row with empty cells at its end, up to a number of cells.
std::string padded(std::string_view row, std::size_t cells) {
    std::string out(row.substr(0, row.find_last_not_of(" \t") + 1));
    const std::size_t present = count_cells(out);
    if (present >= cells) return out;
    if (!out.ends_with('|') || out.ends_with("\\|")) out += " |";
    for (std::size_t i = present; i < cells; ++i) out += "  |";
    return out;
}

// A delimiter row of GFM with a number of cells, aligned as the line of kramdown says, whose cells
// may be divided by "+", and which may have fewer.
std::string delimiter_of(std::string_view line, std::size_t cells) {
    line = strings::trimmed(line);
    if (!line.empty() && (line[0] == '|' || line[0] == '+')) line.remove_prefix(1);
    std::string out = "|";
    for (std::size_t i = 0; i < cells; ++i) {
        const auto end = std::min(line.find_first_of("|+"), line.size());
        const std::string_view cell = strings::trimmed(line.substr(0, end));
        const bool is_aligned = cell.size() > 1;
        out += is_aligned && cell.starts_with(':') ? ":--" : "---";
        out += is_aligned && cell.ends_with(':') ? ":|" : "|";
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return out;
}

constexpr std::size_t most_cells = 100;

// Writes a table whose rows are `rows`.
void put_table(const std::vector<std::string_view>& rows, std::string& out) {
    std::vector<std::string_view> kept;
    std::string_view delimiter;  // below the first row
    for (const std::string_view row : rows) {
        if (is_divider(row, '=')) continue;
        const bool is_line = is_divider(row, '-');
        if (is_line && kept.size() == 1 && delimiter.empty()) delimiter = row;
        if (!is_line) kept.push_back(row);
    }
    const auto add = [&](std::string_view row) { out.append(row).append("\n"); };
    // A line alone may be text that begins with a pipe.
    const bool is_text = rows.size() == 1 && !strings::trimmed(rows[0]).ends_with('|');
    if (kept.empty() || is_text) {
        for (const std::string_view row : rows) add(row);
        return;
    }
    std::size_t cells = 0;
    for (const std::string_view row : kept) cells = std::max(cells, count_cells(row));
    cells = std::min(cells, most_cells);
    if (delimiter.empty()) {
        std::string head = "|";
        std::string line = "|";
        for (std::size_t i = 0; i < cells; ++i) {
            head += "  |";
            line += "---|";
        }
        add(head);
        add(line);
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool is_head = i == 0 && !delimiter.empty();
        add(is_head ? padded(kept[i], cells) : kept[i]);
        if (is_head) add(delimiter_of(delimiter, cells));
    }
}

// Where the table of a definition begins in its first line, ":   | a | b |"; npos if it has none.
std::size_t table_of_definition(std::string_view line) {
    if (!line.starts_with(": ") && !line.starts_with(":\t")) return std::string_view::npos;
    const auto pipe = line.find_first_not_of(" \t", 1);
    const bool is_row = pipe != std::string_view::npos && line[pipe] == '|' &&
                        strings::trimmed(line).ends_with('|');
    return is_row ? pipe : std::string_view::npos;
}

// Writes the table of a definition, whose rows are indented except the first.
void put_table_of_definition(std::string_view begin, const std::vector<std::string_view>& rows,
                             std::string& out) {
    std::string table;
    put_table(rows, table);
    const std::string margin(begin.size(), ' ');
    for (std::size_t start = 0; start < table.size();) {
        const std::string_view row = line_at(table, start);
        out.append(start == 0 ? begin : std::string_view(margin)).append(row).append("\n");
        start += row.size() + 1;
    }
}

}  // namespace

std::string resolve_kramdown_tables(std::string_view text) {
    if (text.find('|') == std::string_view::npos) return std::string(text);
    std::string out;
    FenceTracker fences;
    bool after_blank = true;
    for (std::size_t start = 0; start < text.size();) {
        std::string_view line = line_at(text, start);
        std::vector<std::string_view> rows;
        const bool is_code = fences.is_code(line);
        if (const auto pipe = table_of_definition(line);
            !is_code && pipe != std::string_view::npos) {
            const std::string_view begin = line.substr(0, pipe);
            std::string_view row = line.substr(pipe);
            while (start < text.size() && row.starts_with('|')) {
                rows.push_back(row);
                start = std::min(start + line.size() + 1, text.size());
                line = line_at(text, start);
                row = line.starts_with(' ') || line.starts_with('\t')
                          ? strings::trimmed(line, " \t")
                          : std::string_view();
            }
            put_table_of_definition(begin, rows, out);
            after_blank = false;
            continue;
        }
        if (!is_code && after_blank) {
            const bool is_open = begins_open_table(line, text, start);
            while (start < text.size() &&
                   (is_table_row(line) || (is_open && line.find('|') != std::string_view::npos))) {
                rows.push_back(line);
                start = std::min(start + line.size() + 1, text.size());
                line = line_at(text, start);
            }
        }
        if (!rows.empty()) {
            put_table(rows, out);
            after_blank = false;
            continue;
        }
        const std::size_t next = std::min(start + line.size() + 1, text.size());
        out += text.substr(start, next - start);
        after_blank = is_blank(line);
        start = next;
    }
    if (!text.ends_with('\n') && out.ends_with('\n')) out.pop_back();
    return out;
}

void remove_empty_table_heads(std::vector<model::Node>& blocks) {
    for (model::Node& block : blocks) {
        remove_empty_table_heads(block.children);
        if (block.kind != NodeKind::table || block.children.size() < 2) continue;
        const model::Node& head = block.children.front();
        const bool is_empty =
            head.kind == NodeKind::table_head &&
            std::all_of(head.children.begin(), head.children.end(), [](const model::Node& row) {
                return std::all_of(row.children.begin(), row.children.end(),
                                   [](const auto& cell) { return cell.children.empty(); });
            });
        if (is_empty) block.children.erase(block.children.begin());
    }
}

}  // namespace broadsheet::press
