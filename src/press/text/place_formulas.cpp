#include <algorithm>
#include <charconv>
#include <iterator>

#include "press/html/document_builder.h"
#include "press/html/white_space.h"
#include "press/text/formula_marks.h"
#include "press/text/formulas.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

class FormulaPlacer {
  public:
    FormulaPlacer(const FormulaText& marked, const FormulaPlacing& placing)
        : marked_(marked), placing_(placing) {}

    void place(Nodes& nodes) {
        Nodes result;
        result.reserve(nodes.size());
        for (Node& node : nodes) {
            if (node.kind == NodeKind::text) {
                place_text(node.text, result);
                continue;
            }
            restore(node.text, node.kind == NodeKind::code_block);
            for (std::string* text : {&node.target, &node.title, &node.info, &node.identifier}) {
                restore(*text, false);
            }
            place(node.children);
            if (node.kind == NodeKind::paragraph && !placing_.display_stands_alone) {
                divide(std::move(node), result);
            } else if (node.kind == NodeKind::list_item) {
                if (!placing_.display_stands_alone || is_display_alone(node)) {
                    make_blocks(node.children);
                }
                result.push_back(std::move(node));
            } else if (node.kind == NodeKind::paragraph && is_display_alone(node)) {
                result.push_back(block_of(std::move(node.children.front())));
            } else {
                result.push_back(std::move(node));
            }
        }
        nodes = std::move(result);
    }

    // Formulas that stay in a line are set now, because only now it is known which these are.
    void set(Nodes& nodes) {
        for (Node& node : nodes) {
            if (is_unset(node)) set(node);
            set(node.children);
        }
    }

  private:
    static bool is_unset(const Node& node) {
        return (node.kind == NodeKind::formula || node.kind == NodeKind::formula_block) &&
               node.number > 0;
    }

    const MarkedFormula& formula_of(const Node& node) const {
        return marked_.formulas[static_cast<std::size_t>(node.number) - 1];
    }

    bool is_display(const Node& node) const {
        return node.kind == NodeKind::formula && node.number > 0 && formula_of(node).display;
    }

    bool is_display_alone(const Node& block) const {
        return block.children.size() == 1 && is_display(block.children.front());
    }

    static Node block_of(Node formula) {
        formula.kind = NodeKind::formula_block;
        return formula;
    }

    // Reads the placeholder at `position`. Returns the number of its formula, or 0 if it is none,
    // and sets `end`.
    int number_at(std::string_view text, std::size_t position, std::size_t& end) const {
        int number = 0;
        const char* begin = text.data() + position + formula_mark.size();
        const auto read = std::from_chars(begin, text.data() + text.size(), number);
        end = static_cast<std::size_t>(read.ptr - text.data());
        const bool known =
            number > 0 && static_cast<std::size_t>(number) <= marked_.formulas.size();
        if (!known || !text.substr(end).starts_with(formula_end)) return 0;
        end += formula_end.size();
        return number;
    }

    void place_text(std::string_view rest, Nodes& result) const {
        std::size_t position = 0;
        while ((position = rest.find(formula_mark)) != std::string_view::npos) {
            std::size_t end = 0;
            const int number = number_at(rest, position, end);
            if (position > 0) result.push_back(make_text(std::string(rest.substr(0, position))));
            if (number > 0) {
                Node formula = make_node(NodeKind::formula);
                formula.number = number;
                result.push_back(std::move(formula));
            }
            rest.remove_prefix(end);
        }
        if (!rest.empty()) result.push_back(make_text(std::string(rest)));
    }

    // Lines of an indented code block are indented in the source.
    static std::string without_indent(const std::string& source) {
        constexpr std::string_view indented_line = "\n    ";
        std::string out;
        for (std::size_t i = 0; i < source.size(); ++i) {
            out += source[i];
            if (source[i] != '\n') continue;
            if (source.compare(i, indented_line.size(), indented_line) != 0) return source;
            i += indented_line.size() - 1;
        }
        return out;
    }

    void restore(std::string& text, bool in_code_block) const {
        std::size_t position = 0;
        while ((position = text.find(formula_mark, position)) != std::string::npos) {
            std::size_t end = 0;
            const int number = number_at(text, position, end);
            std::string source;
            if (number > 0) source = marked_.formulas[static_cast<std::size_t>(number) - 1].source;
            if (in_code_block) source = without_indent(source);
            text.replace(position, end - position, source);
            position += source.size();
        }
    }

    static void trim_text(Nodes& run) {
        while (!run.empty() && is_white(run.back())) run.pop_back();
        while (!run.empty() && is_white(run.front())) run.erase(run.begin());
        if (run.empty()) return;
        std::string& first = run.front().text;
        if (run.front().kind == NodeKind::text) first.erase(0, first.find_first_not_of(' '));
        std::string& last = run.back().text;
        if (run.back().kind == NodeKind::text) last.erase(last.find_last_not_of(' ') + 1);
    }

    // Appends a paragraph, divided at formulas that have lines of their own.
    void divide(Node paragraph, Nodes& result) const {
        const auto is_own = [&](const Node& node) { return is_display(node); };
        if (std::none_of(paragraph.children.begin(), paragraph.children.end(), is_own)) {
            result.push_back(std::move(paragraph));
            return;
        }
        Nodes run;
        const auto end_run = [&] {
            trim_text(run);
            if (run.empty()) return;
            result.push_back(make_node(NodeKind::paragraph, std::move(run)));
            run.clear();
        };
        for (Node& child : paragraph.children) {
            if (!is_own(child)) {
                run.push_back(std::move(child));
                continue;
            }
            end_run();
            result.push_back(block_of(std::move(child)));
        }
        end_run();
    }

    // In items of tight lists, which have no paragraphs.
    void make_blocks(Nodes& nodes) const {
        Nodes result;
        for (Node& node : nodes) {
            const bool after_block = !result.empty() && model::is_block(result.back().kind);
            if (is_display(node)) {
                while (!result.empty() && is_white(result.back())) result.pop_back();
                result.push_back(block_of(std::move(node)));
            } else if (!after_block || !is_white(node)) {
                result.push_back(std::move(node));
            }
        }
        nodes = std::move(result);
    }

    void set(Node& node) const {
        const MarkedFormula& formula = formula_of(node);
        const bool block = node.kind == NodeKind::formula_block;
        const bool display = block || (formula.display && !placing_.display_stands_alone);
        node.number = 0;
        node.text = strings::trimmed(formula.tex);
        node.ordered = display;
        node.info = placing_.set(formula, display);
        if (!node.info.empty()) return;
        node = make_node(block ? NodeKind::code_block : NodeKind::code);
        node.text = formula.source;
        if (block) node.text += '\n';
    }

    const FormulaText& marked_;
    const FormulaPlacing& placing_;
};

}  // namespace

void place_formulas(model::Document& document, const FormulaText& marked,
                    const FormulaPlacing& placing) {
    if (marked.formulas.empty()) return;
    FormulaPlacer placer(marked, placing);
    placer.place(document.blocks);
    placer.set(document.blocks);
}

}  // namespace broadsheet::press
