#include "press/print/print_markdown.h"

#include <utility>
#include <vector>

#include "press/dialects/footnotes.h"
#include "press/dialects/marked_blocks.h"
#include "press/print/print_blocks.h"
#include "press/print/print_html.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

using model::Document;
using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

template <typename Nodes, typename Visit>
void for_each_heading(Nodes& nodes, const Visit& visit) {
    for (auto& node : nodes) {
        if (node.kind == NodeKind::heading) {
            visit(node);
        } else if (model::is_block(node.kind)) {
            for_each_heading(node.children, visit);
        }
    }
}

bool has_identifiers(const Nodes& blocks) {
    bool found = false;
    for_each_heading(blocks, [&](const Node& each) { found = found || !each.identifier.empty(); });
    return found;
}

// Removes the identifiers that headings get anyway.
Document without_usual_identifiers(const Document& document) {
    Document result = document;
    if (!has_identifiers(document.blocks)) return result;
    Document usual = document;
    for_each_heading(usual.blocks, [](Node& heading) { heading.identifier.clear(); });
    identify_headings(usual);
    std::vector<std::string> identifiers;
    for_each_heading(usual.blocks,
                     [&](const Node& each) { identifiers.push_back(each.identifier); });
    std::size_t next = 0;
    bool differs = false;
    // After the first that differs, the numbers of equal headings may differ too.
    for_each_heading(result.blocks, [&](Node& heading) {
        differs = differs || heading.identifier != identifiers[next];
        if (heading.identifier == identifiers[next] && !differs) heading.identifier.clear();
        ++next;
    });
    return result;
}

// A document of one block in which only the structure counts, not the identifiers of headings and
// the numbers of footnotes, which depend on the rest.
Document comparable(Document document) {
    for_each_heading(document.blocks, [](Node& heading) { heading.identifier.clear(); });
    return document;
}

bool has_footnotes(const Nodes& nodes) {
    for (const Node& node : nodes) {
        if (node.kind == NodeKind::footnote_reference || node.kind == NodeKind::footnotes ||
            has_footnotes(node.children)) {
            return true;
        }
    }
    return false;
}

// Prints the blocks one after the other. Those in `as_html` are written as HTML.
class Printer {
  public:
    Printer(const Document& document, std::optional<std::size_t> before_more)
        : document_(document), before_more_(before_more) {}

    std::string print(const std::vector<bool>& as_html) {
        std::string out;
        ListMarks marks = ListMarks::first;
        const Nodes& blocks = document_.blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (before_more_ == i) add(out, "<!--more-->");
            if (!model::is_block(blocks[i].kind)) {
                add(out, html_of_run(blocks, i));
                --i;
                continue;
            }
            const bool follows = i > 0 && blocks[i].kind == NodeKind::list &&
                                 blocks[i - 1].kind == NodeKind::list &&
                                 blocks[i].ordered == blocks[i - 1].ordered;
            marks = follows && marks == ListMarks::first ? ListMarks::second : ListMarks::first;
            add(out, as_html[i] ? print_block_as_html(blocks[i]) : print_block(blocks[i], marks));
        }
        if (before_more_ == blocks.size()) add(out, "<!--more-->");
        if (!out.empty()) out += '\n';
        return out;
    }

  private:
    static void add(std::string& out, const std::string& block) {
        if (!out.empty()) out += "\n\n";
        out += block;
    }

    const Document& document_;
    std::optional<std::size_t> before_more_;
};

// True if the block alone is read as it is. Blocks with footnotes are not read alone.
bool is_read_back(const Node& block) {
    if (!model::is_block(block.kind)) return true;
    const Document alone = {{block}};
    if (has_footnotes(alone.blocks)) return true;
    return comparable(read_body_text(print_block(block) + "\n").document) == comparable(alone);
}

bool gives(const std::string& text, const Document& document) {
    Document read = read_body_text(text).document;
    identify_headings(read);
    Document wanted = document;
    identify_headings(wanted);
    return read == wanted;
}

}  // namespace

BodyText read_body_text(std::string_view markdown) {
    const MarkedText marked = mark_body(markdown);
    ParsedMarkdown parsed =
        parse_markdown(mark_blocks(marked.text), {.identifiers = HeadingIdentifiers::none});
    PlacedBody placed = place_marks(std::move(parsed.document), marked);
    make_marked_blocks(placed.document.blocks);
    return {std::move(placed.document), placed.blocks_before_more};
}

PrintedMarkdown print_markdown(const Document& document,
                               std::optional<std::size_t> blocks_before_more) {
    const Document printed = without_usual_identifiers(document);
    Printer printer(printed, blocks_before_more);
    std::vector<bool> as_html(printed.blocks.size());
    PrintedMarkdown result;
    result.text = printer.print(as_html);
    if (gives(result.text, document)) return result;
    for (std::size_t i = 0; i < as_html.size(); ++i) {
        if (is_read_back(printed.blocks[i])) continue;
        as_html[i] = true;
        result.has_html = true;
    }
    result.text = printer.print(as_html);
    if (gives(result.text, document)) return result;
    // Blocks that are read as they are alone, but not together.
    result.has_html = true;
    const std::string html = printer.print(std::vector<bool>(printed.blocks.size(), true));
    if (gives(html, document)) {
        result.text = html;
    } else {
        result.exact = false;
    }
    return result;
}

}  // namespace broadsheet::press
