#include "press/print/print_blocks.h"

#include <algorithm>

#include "press/print/print_html.h"
#include "press/print/print_inline.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

bool has_only_inline(const Nodes& nodes) {
    return std::none_of(nodes.begin(), nodes.end(),
                        [](const Node& node) { return model::is_block(node.kind); });
}

// Puts `first` before the first line of a text, and `rest` before the others. Blank lines get no
// spaces at their end.
std::string indented(const std::string& text, std::string_view first, std::string_view rest) {
    std::string out;
    std::size_t start = 0;
    while (true) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = std::string_view(text).substr(start, end - start);
        std::string begin(start == 0 ? first : rest);
        if (line.empty()) begin.erase(begin.find_last_not_of(' ') + 1);
        out += begin;
        out += line;
        if (end == text.size()) return out;
        out += '\n';
        start = end + 1;
    }
}

std::string html_of(const Node& node) {
    std::string out;
    append_html_node(out, node);
    return out;
}

// Prints a sequence of blocks, and the runs of inline nodes between them.
class BlockPrinter {
  public:
    // `gap` is what separates blocks.
    explicit BlockPrinter(std::string_view gap) : gap_(gap) {}

    // The first `plain` inline nodes are text as in the item of a tight list.
    std::string print(const Nodes& nodes, bool tight_item) {
        std::size_t i = 0;
        if (tight_item) {
            while (i < nodes.size() && !model::is_block(nodes[i].kind)) ++i;
            const Nodes run(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(i));
            out_ = print_inline(run, Line::many);
        }
        while (i < nodes.size()) {
            if (model::is_block(nodes[i].kind)) {
                add(print_one(nodes, i));
                ++i;
                continue;
            }
            add(html_of_run(nodes, i));
        }
        return std::move(out_);
    }

  private:
    std::string print_one(const Nodes& nodes, std::size_t i) {
        const bool follows_list = i > 0 && nodes[i].kind == NodeKind::list &&
                                  nodes[i - 1].kind == NodeKind::list &&
                                  nodes[i].ordered == nodes[i - 1].ordered;
        marks_ = follows_list && marks_ == ListMarks::first ? ListMarks::second : ListMarks::first;
        // Within an item, "---" could be one with the item's mark.
        if (i == 0 && out_.empty() && nodes[i].kind == NodeKind::thematic_break) return "___";
        return print_block(nodes[i], marks_);
    }

    void add(const std::string& block) {
        if (!out_.empty()) out_ += gap_;
        out_ += block;
    }

    std::string_view gap_;
    std::string out_;
    ListMarks marks_ = ListMarks::first;
};

std::string print_heading(const Node& heading) {
    const bool lines = std::any_of(heading.children.begin(), heading.children.end(),
                                   [](const Node& n) { return n.kind == NodeKind::soft_break; });
    std::string name;
    if (!heading.identifier.empty()) name = " {#" + heading.identifier + "}";
    if (lines && heading.level <= 2 && name.empty()) {
        return print_inline(heading.children, Line::many) +
               (heading.level == 1 ? "\n===" : "\n---");
    }
    std::string text = print_inline(heading.children, Line::one);
    return std::string(heading.level, '#') + (text.empty() ? "" : " ") + text + name;
}

// The length of a fence of code: longer than any run of its mark in the text.
std::size_t fence_length(std::string_view text, char mark) {
    return std::max<std::size_t>(2, longest_run(text, mark)) + 1;
}

bool can_fence(const Node& code) {
    return is_plain(code) && (code.text.empty() || code.text.ends_with('\n')) &&
           code.text.find('\r') == std::string::npos &&
           code.info.find_first_of("\n\r\\&{") == std::string::npos &&
           strings::trimmed(code.info) == code.info;
}

std::string print_code_block(const Node& code) {
    if (!can_fence(code)) return html_of(code);
    const char mark = code.info.find('`') == std::string::npos ? '`' : '~';
    const std::string fence(fence_length(code.text, mark), mark);
    return fence + code.info + "\n" + code.text + fence;
}

std::string print_list(const Node& list, ListMarks marks) {
    constexpr int longest_number = 999'999'999;
    const auto last =
        static_cast<long long>(list.number) + static_cast<long long>(list.children.size());
    const bool countable = !list.ordered || (list.number >= 0 && last <= longest_number);
    const bool plain_items =
        std::all_of(list.children.begin(), list.children.end(),
                    [](const Node& item) { return is_plain(item) && item.number == 0; });
    if (!is_plain(list) || !list.info.empty() || !countable || !plain_items ||
        list.children.empty()) {
        return html_of(list);
    }
    std::string out;
    int number = list.number;
    for (const Node& item : list.children) {
        std::string mark = marks == ListMarks::first ? "-" : "*";
        if (list.ordered) mark = std::to_string(number++) + (marks == ListMarks::first ? "." : ")");
        mark += ' ';
        const std::string rest(mark.size(), ' ');
        if (item.task != model::Task::none) {
            mark += item.task == model::Task::open ? "[ ] " : "[x] ";
        }
        const std::string text =
            BlockPrinter(list.tight ? "\n" : "\n\n").print(item.children, list.tight);
        if (!out.empty()) out += list.tight ? "\n" : "\n\n";
        out += indented(text, mark, rest);
    }
    return out;
}

// True for the tables of GitHub's syntax: one head row, cells of inline text without spans, and
// the same alignment in each column.
bool is_pipe_table(const Node& table) {
    if (!is_plain(table) || table.children.empty() || table.children.size() > 2) return false;
    const Node& head = table.children[0];
    if (head.kind != NodeKind::table_head || head.children.size() != 1) return false;
    const Nodes& columns = head.children[0].children;
    if (columns.empty()) return false;
    for (const Node& part : table.children) {
        const bool is_head = &part == &head;
        if (!is_plain(part) || (!is_head && part.kind != NodeKind::table_body)) return false;
        for (const Node& row : part.children) {
            if (!is_plain(row) || row.children.size() != columns.size()) return false;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const Node& cell = row.children[i];
                if (!is_plain(cell) || cell.heading_cell != is_head || cell.column_span != 1 ||
                    cell.row_span != 1 || cell.alignment != columns[i].alignment ||
                    !has_only_inline(cell.children)) {
                    return false;
                }
            }
        }
    }
    return true;
}

std::string_view dashes(model::Alignment alignment) {
    switch (alignment) {
        case model::Alignment::left: return ":--";
        case model::Alignment::center: return ":-:";
        case model::Alignment::right: return "--:";
        case model::Alignment::none: break;
    }
    return "---";
}

std::string print_row(const Node& row) {
    std::string out = "|";
    for (const Node& cell : row.children) {
        out += " " + print_inline(cell.children, Line::cell) + " |";
    }
    return out;
}

std::string print_table(const Node& table) {
    if (!is_pipe_table(table)) return html_of(table);
    const Node& head = table.children[0].children[0];
    std::string out = print_row(head) + "\n|";
    for (const Node& cell : head.children) {
        out += ' ';
        out += dashes(cell.alignment);
        out += " |";
    }
    if (table.children.size() < 2) return out;
    for (const Node& row : table.children[1].children) out += "\n" + print_row(row);
    return out;
}

std::string print_footnotes(const Node& notes) {
    std::string out;
    for (const Node& note : notes.children) {
        const std::string text = BlockPrinter("\n\n").print(note.children, false);
        if (!out.empty()) out += "\n\n";
        out += indented(text, "[^" + std::to_string(note.number) + "]: ", "    ");
    }
    return out;
}

}  // namespace

std::string print_block(const Node& block, ListMarks marks) {
    switch (block.kind) {
        case NodeKind::footnotes: return print_footnotes(block);
        case NodeKind::heading:
            if (!block.language.empty() || block.direction != model::Direction::automatic) break;
            return print_heading(block);
        case NodeKind::code_block: return print_code_block(block);
        case NodeKind::list: return print_list(block, marks);
        case NodeKind::table: return print_table(block);
        case NodeKind::paragraph:
            if (!is_plain(block) || block.children.empty()) break;
            return print_inline(block.children, Line::many);
        case NodeKind::block_quote:
            if (!is_plain(block)) break;
            return indented(BlockPrinter("\n\n").print(block.children, false), "> ", "> ");
        case NodeKind::thematic_break:
            if (!is_plain(block)) break;
            return "---";
        default: break;
    }
    return html_of(block);
}

std::string print_block_as_html(const Node& block) {
    if (block.kind == NodeKind::footnotes) return print_footnotes(block);
    return html_of(block);
}

}  // namespace broadsheet::press
