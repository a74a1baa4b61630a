#include "press/dialects/footnotes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "press/dialects/markdown_lines.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// Placeholders are private-use characters. `mark_body` first replaces these, and those of
// definition_lists.h, punctuation.h and callouts.h, in the author's text.
constexpr std::string_view reference_mark = "\xEF\xA3\xB0";   // U+F8F0, number, end_mark
constexpr std::string_view definition_mark = "\xEF\xA3\xB1";  // U+F8F1, number, end_mark
constexpr std::string_view more_mark = "\xEF\xA3\xB2";        // U+F8F2
constexpr std::string_view end_mark = "\xEF\xA3\xB3";         // U+F8F3
constexpr std::string_view any_mark_prefix = "\xEF\xA3";

std::string without_marks(std::string_view text) {
    std::string out(text);
    std::size_t position = 0;
    while ((position = out.find(any_mark_prefix, position)) != std::string::npos) {
        if (position + 2 < out.size()) {
            const auto last = static_cast<unsigned char>(out[position + 2]);
            if ((last >= 0xB0 && last <= 0xB5) || last == 0xB8)
                out.replace(position, 3, "\xEF\xBF\xBD");
        }
        position += 2;
    }
    return out;
}

// The length of the label in `[^label]` at the start of `text`; 0 if there is none.
std::size_t label_length(std::string_view text) {
    constexpr std::size_t longest = 200;
    if (!text.starts_with("[^")) return 0;
    const auto close = text.substr(0, longest).find(']', 2);
    if (close == std::string_view::npos || close == 2) return 0;
    const std::string_view label = text.substr(2, close - 2);
    if (label.find_first_of(" \t\n[^`") != std::string_view::npos) return 0;
    return label.size();
}

// True for `<!--more-->`, with or without white space.
bool is_more(std::string_view line) {
    std::string packed;
    for (const char c : line) {
        if (c != ' ' && c != '\t') packed += c;
    }
    return packed == "<!--more-->";
}

struct Definition {
    std::string text;
    int number = 0;  // 0: not referenced yet
};

using Definitions = std::map<std::string, Definition, std::less<>>;

// Splits a text into footnote definitions and everything else.
class DefinitionReader {
  public:
    std::string read(std::string_view text) {
        FenceTracker fences;
        std::size_t position = 0;
        while (position < text.size()) {
            const std::string_view line = line_at(text, position);
            position += line.size() + 1;
            const bool code = !continues(line) && fences.is_code(line);
            if (!code && begins(line)) {
                kept_ += '\n';
                continue;
            }
            if (!code && continues(line)) {
                add(line);
                kept_ += '\n';
                continue;
            }
            current_ = nullptr;
            if (!code && is_more(line)) {
                has_more = true;
                kept_ += "\n" + std::string(more_mark) + "\n\n";
                continue;
            }
            kept_ += line;
            kept_ += '\n';
        }
        if (fences.is_open()) kept_ += std::string(fences.length(), fences.mark()) + "\n";
        return std::move(kept_);
    }

    Definitions definitions;
    std::vector<std::string> repeated;
    bool has_more = false;

  private:
    bool begins(std::string_view line) {
        const auto indent = line.find_first_not_of(' ');
        if (indent > 3) return false;  // or the line is blank
        line.remove_prefix(indent);
        const std::size_t length = label_length(line);
        if (length == 0 || !line.substr(length + 3).starts_with(':')) return false;
        const std::string label(line.substr(2, length));
        line.remove_prefix(length + 4);
        const auto first = line.find_first_not_of(" \t");
        line = first == std::string_view::npos ? std::string_view() : line.substr(first);
        const auto [found, added] = definitions.try_emplace(label);
        if (!added && repeated_.insert(label).second) repeated.push_back(label);
        current_ = added ? &found->second : &further_;
        current_->text = std::string(line) + "\n";
        after_blank_ = false;
        return true;
    }

    // Indented lines continue the footnote, and so do other lines that follow without a blank line.
    bool continues(std::string_view line) const {
        if (current_ == nullptr) return false;
        if (is_blank(line)) return true;
        if (line.starts_with("    ") || line.starts_with('\t')) return true;
        if (line.starts_with("  ") && after_blank_) return true;
        return !after_blank_ && label_length(line) == 0 && !interrupts_paragraph(line);
    }

    void add(std::string_view line) {
        after_blank_ = is_blank(line);
        std::size_t indent = 0;
        while (indent < 4 && indent < line.size() && line[indent] == ' ') ++indent;
        if (indent == 0 && line.starts_with('\t')) indent = 1;
        current_->text += line.substr(indent);
        current_->text += '\n';
    }

    std::string kept_;
    Definition* current_ = nullptr;
    Definition further_;  // of a label that has one already
    bool after_blank_ = false;
    std::set<std::string> repeated_;  // to name each label once
};

// Replaces references to defined footnotes with placeholders and numbers them by first reference.
std::string mark_references(std::string_view text, Definitions& definitions,
                            std::vector<std::string>& labels) {
    std::string out;
    FenceTracker fences;
    bool line_start = true;
    std::size_t i = 0;
    while (i < text.size()) {
        if (line_start) {
            const std::string_view line = line_at(text, i);
            if (fences.is_code(line)) {
                const std::size_t end = std::min(i + line.size() + 1, text.size());
                out += text.substr(i, end - i);
                i = end;
                continue;
            }
        }
        const char c = text[i];
        line_start = c == '\n';
        if (c == '`') {
            const std::size_t end = end_of_code_span(text, i);
            out += text.substr(i, end - i);
            i = end;
            continue;
        }
        if (c == '\\' && i + 1 < text.size() && text[i + 1] != '\n') {
            out += text.substr(i, 2);
            i += 2;
            continue;
        }
        const std::size_t length = c == '[' ? label_length(text.substr(i)) : 0;
        const auto found =
            length == 0 ? definitions.end() : definitions.find(text.substr(i + 2, length));
        if (found == definitions.end()) {
            out += c;
            ++i;
            continue;
        }
        Definition& definition = found->second;
        if (definition.number == 0) {
            labels.push_back(found->first);
            definition.number = static_cast<int>(labels.size());
        }
        out += reference_mark;
        out += std::to_string(definition.number);
        out += end_mark;
        i += length + 3;
    }
    return out;
}

// A placeholder: its number, or 0 if it is malformed, and the offset after it.
struct Mark {
    int number = 0;
    std::size_t end = 0;
};

Mark read_mark(std::string_view text, std::size_t position) {
    Mark mark;
    std::size_t i = position + reference_mark.size();
    while (i < text.size() && text[i] >= '0' && text[i] <= '9' && mark.number < 100'000) {
        mark.number = mark.number * 10 + (text[i] - '0');
        ++i;
    }
    if (!text.substr(i).starts_with(end_mark)) return {0, position + reference_mark.size()};
    mark.end = i + end_mark.size();
    return mark;
}

class FootnotePlacer {
  public:
    explicit FootnotePlacer(const MarkedText& marked)
        : marked_(marked), references_(marked.labels.size() + 1) {}

    void place(std::vector<Node>& nodes) {
        std::vector<Node> result;
        result.reserve(nodes.size());
        for (Node& node : nodes) {
            if (node.kind == NodeKind::text) {
                place_text(node, result);
                continue;
            }
            restore(node.text);
            restore(node.target);
            restore(node.title);
            restore(node.info);
            restore(node.identifier);
            place(node.children);
            result.push_back(std::move(node));
        }
        nodes = std::move(result);
    }

  private:
    static void push_text(std::string_view text, std::vector<Node>& result) {
        if (text.empty()) return;
        Node node;
        node.kind = NodeKind::text;
        node.text = text;
        result.push_back(std::move(node));
    }

    void place_text(const Node& node, std::vector<Node>& result) {
        std::string_view rest = node.text;
        std::size_t position = 0;
        while ((position = rest.find(reference_mark)) != std::string_view::npos) {
            push_text(rest.substr(0, position), result);
            const Mark mark = read_mark(rest, position);
            if (mark.number > 0 && static_cast<std::size_t>(mark.number) < references_.size()) {
                result.push_back(reference(mark.number));
            }
            rest.remove_prefix(mark.end);
        }
        std::string tail(rest);
        restore(tail);
        push_text(tail, result);
    }

    Node reference(int number) {
        Node node;
        node.kind = NodeKind::footnote_reference;
        node.number = number;
        node.target = "#fn-" + std::to_string(number);
        const int use = ++references_[static_cast<std::size_t>(number)];
        node.identifier = "fnref-" + std::to_string(number);
        if (use > 1) node.identifier += "-" + std::to_string(use);
        return node;
    }

    // Restores the original text of placeholders in strings, which cannot hold nodes.
    void restore(std::string& text) const {
        if (text.find(any_mark_prefix) == std::string::npos) return;
        std::size_t position = 0;
        while ((position = text.find(any_mark_prefix, position)) != std::string::npos) {
            const std::string_view view(text);
            if (view.substr(position).starts_with(reference_mark)) {
                const Mark mark = read_mark(view, position);
                const auto index = static_cast<std::size_t>(mark.number);
                const std::string label = index >= 1 && index <= marked_.labels.size()
                                              ? "[^" + marked_.labels[index - 1] + "]"
                                              : std::string();
                text.replace(position, mark.end - position, label);
            } else if (view.substr(position).starts_with(more_mark)) {
                text.replace(position, more_mark.size(), "");
            } else {
                position += 2;
            }
        }
    }

    const MarkedText& marked_;
    std::vector<int> references_;
};

// The text of a paragraph with a single text node, to recognise placeholders; otherwise empty.
std::string_view paragraph_text(const Node& node) {
    if (node.kind != NodeKind::paragraph || node.children.size() != 1) return {};
    const Node& only = node.children[0];
    return only.kind == NodeKind::text ? std::string_view(only.text) : std::string_view();
}

}  // namespace

MarkedText mark_body(std::string_view text) {
    MarkedText result;
    const bool has_note = text.find("[^") != std::string_view::npos;
    const bool has_comment = text.find("<!--") != std::string_view::npos;
    if (!has_note && !has_comment && text.find(any_mark_prefix) == std::string_view::npos) {
        result.text = text;
        return result;
    }
    const std::string clean = without_marks(text);
    DefinitionReader reader;
    const std::string kept = reader.read(clean);
    result.has_more = reader.has_more;
    result.repeated = std::move(reader.repeated);
    result.text = reader.definitions.empty()
                      ? kept
                      : mark_references(kept, reader.definitions, result.labels);
    // Footnotes may refer to other footnotes, which are then numbered after them.
    for (std::size_t i = 0; i < result.labels.size(); ++i) {
        const std::string note = reader.definitions.find(result.labels[i])->second.text;
        const std::string marked = mark_references(note, reader.definitions, result.labels);
        result.text += "\n\n" + std::string(definition_mark) + std::to_string(i + 1) +
                       std::string(end_mark) + "\n\n" + marked + "\n";
    }
    for (const auto& [label, definition] : reader.definitions) {
        if (definition.number == 0) result.unused.push_back(label);
    }
    return result;
}

PlacedBody place_marks(model::Document document, const MarkedText& marked) {
    PlacedBody result;
    if (marked.labels.empty() && !marked.has_more) {
        result.document = std::move(document);
        return result;
    }
    std::vector<Node> body;
    Node notes;
    notes.kind = NodeKind::footnotes;
    for (Node& block : document.blocks) {
        const std::string_view text = paragraph_text(block);
        if (text == more_mark) {
            if (!result.blocks_before_more && notes.children.empty()) {
                result.blocks_before_more = body.size();
            }
            continue;
        }
        if (text.starts_with(definition_mark)) {
            const Mark mark = read_mark(text, 0);
            if (mark.number > 0) {
                Node note;
                note.kind = NodeKind::footnote;
                note.number = mark.number;
                note.identifier = "fn-" + std::to_string(mark.number);
                notes.children.push_back(std::move(note));
                continue;
            }
        }
        if (notes.children.empty()) {
            body.push_back(std::move(block));
        } else {
            notes.children.back().children.push_back(std::move(block));
        }
    }
    if (!notes.children.empty()) body.push_back(std::move(notes));
    FootnotePlacer(marked).place(body);
    result.document.blocks = std::move(body);
    return result;
}

}  // namespace broadsheet::press
