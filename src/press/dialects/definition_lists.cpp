#include "press/dialects/definition_lists.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "press/dialects/markdown_lines.h"
#include "press/html/document_builder.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

// Written as "+ ", mark, space, text.
constexpr std::string_view mark = "\xEF\xA3\xB4";  // U+F8F4

// --- Before parsing --------------------------------------------------------------------------

bool begins_description(std::string_view text) {
    return text.starts_with(':') && (text.size() == 1 || text[1] == ' ' || text[1] == '\t');
}

// True if a line starts with a colon, which is rare.
bool may_have_descriptions(std::string_view text) {
    for (auto colon = text.find(':'); colon != std::string_view::npos;
         colon = text.find(':', colon + 1)) {
        const auto before = text.substr(0, colon).find_last_not_of(" >");
        if (before == std::string_view::npos || text[before] == '\n') return true;
    }
    return false;
}

struct Line {
    std::string_view margin;  // white space and the marks of the quotes that the line is in
    std::string_view text;    // empty: the line is blank
    std::size_t column() const { return margin.size(); }
    std::ptrdiff_t quotes() const { return std::count(margin.begin(), margin.end(), '>'); }
};

Line split(std::string_view line) {
    const auto start = std::min(line.find_first_not_of(" >"), line.size());
    return {line.substr(0, start), line.substr(start)};
}

// The length of the mark of a list item and the white space after it; 0 if there is none.
std::size_t item_mark_length(std::string_view text) {
    constexpr std::size_t longest_number = 9;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view signs = digits > 0 ? ".)" : "*-+";
    if (digits > longest_number || digits + 1 >= text.size() ||
        signs.find(text[digits]) == std::string_view::npos || text[digits + 1] != ' ') {
        return 0;
    }
    return std::min(text.find_first_not_of(' ', digits + 1), text.size());
}

bool begins_block(std::string_view text) {
    return interrupts_paragraph(text) || item_mark_length(text) > 0;
}

class DefinitionMarker {
  public:
    std::string run(std::string_view text) {
        rewrite_lines(text, out_, [&](std::string_view line) {
            if (!fences_.is_code(line)) return add(line);
            out_ += line;
            blank_lines_ = 0;
            if (!in_description_) term_.reset();
        });
        return std::move(out_);
    }

  private:
    void add(std::string_view whole) {
        const Line line = split(whole);
        if (line.text.empty()) {
            ++blank_lines_;
        } else {
            const std::size_t blank_lines = std::exchange(blank_lines_, 0);
            if (begins_description(line.text) && follows_term(line, blank_lines)) {
                return add_description(line);
            }
            remember(line, blank_lines);
        }
        out_ += whole;
    }

    // A term, or another description of it, stands right above or above one blank line.
    bool follows_term(const Line& line, std::size_t blank_lines) const {
        constexpr std::size_t code_indent = 4;
        return term_ && (in_description_ || blank_lines <= 1) && line.quotes() == term_->quotes() &&
               line.column() >= term_->column() && line.column() < term_->column() + code_indent;
    }

    void add_description(const Line& line) {
        const std::string_view rest = line.text.substr(1);
        const auto white = std::min(rest.find_first_not_of(" \t"), rest.size());
        const std::string_view text = rest.substr(white);
        // The text keeps its column, so that what is indented below it belongs to it.
        const bool keeps_column = white >= 1 && white <= 4 && rest.find('\t') >= white;
        const std::size_t width = keeps_column ? white : 1;
        out_ += line.margin;
        out_ += '+';
        out_.append(width, ' ');
        out_ += mark;
        // A line with a pipe may be the first row of a table.
        if (begins_block(text) || text.find('|') != std::string_view::npos) {
            out_ += '\n';
            out_ += line.margin;
            out_ += '\n';
            out_ += line.margin;
            out_.append(width, ' ');
        }
        out_ += ' ';
        out_ += text;
        fences_.is_code(text);
        if (!in_description_) term_ = line;
        in_description_ = true;
    }

    // Remembers where a term may begin. Lines of a description change nothing.
    void remember(const Line& line, std::size_t blank_lines) {
        if (in_description_ && line.quotes() == term_->quotes()) {
            if (line.column() > term_->column()) return;
            if (blank_lines == 0 && !begins_block(line.text)) return;
        }
        in_description_ = false;
        term_.reset();
        if (const std::size_t length = item_mark_length(line.text); length > 0) {
            margin_ = std::string(line.margin) + std::string(length, ' ');
            term_ = {margin_, line.text.substr(length)};
        } else if (!interrupts_paragraph(line.text)) {
            term_ = line;
        }
    }

    std::string out_;
    FenceTracker fences_;
    std::optional<Line> term_;  // nothing: no text is above
    std::string margin_;        // of a term that is a list item
    std::size_t blank_lines_ = 0;
    bool in_description_ = false;
};

// --- After parsing ---------------------------------------------------------------------------

// The node with the first text of an item: the first child, or the first one of its paragraph.
Node* first_text(Node& item) {
    if (item.children.empty()) return nullptr;
    Node& first = item.children.front();
    if (first.kind == NodeKind::text) return &first;
    if (first.kind != NodeKind::paragraph || first.children.empty()) return nullptr;
    return first.children.front().kind == NodeKind::text ? &first.children.front() : nullptr;
}

bool is_marked(Node& item) {
    const Node* text = first_text(item);
    return text != nullptr && text->text.starts_with(mark);
}

// Removes the mark, and the text and paragraph that consisted of it.
void remove_mark(Node& item) {
    Node& text = *first_text(item);
    text.text.erase(0, mark.size());
    text.text.erase(0, std::min(text.text.find_first_not_of(' '), text.text.size()));
    if (!text.text.empty()) return;
    Node& first = item.children.front();
    if (first.kind == NodeKind::paragraph) {
        first.children.erase(first.children.begin());
        if (!first.children.empty()) return;
    }
    item.children.erase(item.children.begin());
}

std::vector<Nodes> lines_of(Nodes&& children) {
    std::vector<Nodes> lines(1);
    for (Node& child : children) {
        if (child.kind == NodeKind::soft_break) {
            lines.emplace_back();
        } else {
            lines.back().push_back(std::move(child));
        }
    }
    return lines;
}

// Takes the terms from the end of `blocks`: the nodes of the last paragraph, or of the text at the
// end of a list item.
Nodes take_terms(Nodes& blocks) {
    if (!blocks.empty() && blocks.back().kind == NodeKind::paragraph) {
        Nodes terms = std::move(blocks.back().children);
        blocks.pop_back();
        return terms;
    }
    const auto first = std::find_if(blocks.rbegin(), blocks.rend(), [](const Node& node) {
                           return model::is_block(node.kind);
                       }).base();
    Nodes terms(std::make_move_iterator(first), std::make_move_iterator(blocks.end()));
    blocks.erase(first, blocks.end());
    return terms;
}

// Makes the last block a definition list that begins with the terms before it, or continues the
// list before it. Returns false if there is neither.
bool begin_definition_list(Nodes& blocks) {
    if (!blocks.empty() && blocks.back().kind == NodeKind::definition_list) return true;
    Nodes terms = take_terms(blocks);
    if (terms.empty()) return false;
    if (blocks.empty() || blocks.back().kind != NodeKind::definition_list) {
        blocks.push_back(make_node(NodeKind::definition_list));
    }
    for (Nodes& line : lines_of(std::move(terms))) {
        blocks.back().children.push_back(make_node(NodeKind::definition_term, std::move(line)));
    }
    return true;
}

void add_description(Node& list, Node item) {
    remove_mark(item);
    item.kind = NodeKind::definition_description;
    item.tight = false;
    // A description of one paragraph is that paragraph's text, with or without a blank line above.
    if (item.children.size() == 1 && item.children[0].kind == NodeKind::paragraph) {
        item.children = Nodes(std::move(item.children[0].children));
    }
    list.children.push_back(std::move(item));
}

// Adds an item that describes nothing as the text that it was.
void add_text(Nodes& blocks, Node item) {
    remove_mark(item);
    Node paragraph = make_node(NodeKind::paragraph);
    paragraph.children.push_back(make_text(": "));
    for (Node& child : item.children) {
        if (child.kind == NodeKind::paragraph && paragraph.children.size() == 1) {
            std::move(child.children.begin(), child.children.end(),
                      std::back_inserter(paragraph.children));
        } else {
            paragraph.children.push_back(std::move(child));
        }
    }
    blocks.push_back(std::move(paragraph));
}

// Restores marks that the parser did not see, such as those in raw HTML: "+ ", mark, space.
void restore_text(std::string& text) {
    for (auto found = text.find(mark); found != std::string::npos; found = text.find(mark)) {
        const auto sign = text.substr(0, found).find_last_not_of(' ');
        const bool has_space =
            found + mark.size() < text.size() && text[found + mark.size()] == ' ';
        text.erase(found, mark.size() + (has_space ? 1 : 0));
        if (sign != std::string::npos && text[sign] == '+') text[sign] = ':';
    }
}

void add_list(Nodes& blocks, Node list) {
    Nodes items = std::move(list.children);
    list.children.clear();
    Node others = list;
    const auto add_others = [&] {
        if (!others.children.empty()) blocks.push_back(std::exchange(others, list));
    };
    for (Node& item : items) {
        if (!is_marked(item)) {
            others.children.push_back(std::move(item));
            continue;
        }
        add_others();
        if (begin_definition_list(blocks)) {
            add_description(blocks.back(), std::move(item));
        } else {
            add_text(blocks, std::move(item));
        }
    }
    add_others();
}

}  // namespace

std::string mark_definitions(std::string_view text) {
    return may_have_descriptions(text) ? DefinitionMarker().run(text) : std::string(text);
}

void make_definition_lists(Nodes& blocks) {
    Nodes result;
    for (Node& block : blocks) {
        const bool has_descriptions =
            block.kind == NodeKind::list &&
            std::any_of(block.children.begin(), block.children.end(), is_marked);
        if (has_descriptions) {
            add_list(result, std::move(block));
        } else {
            result.push_back(std::move(block));
        }
    }
    for (Node& block : result) {
        restore_text(block.text);
        make_definition_lists(block.children);
    }
    blocks = std::move(result);
}

}  // namespace broadsheet::press
