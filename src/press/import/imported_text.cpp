#include "press/import/imported_text.h"

#include <algorithm>
#include <string_view>

#include "press/import/tidy_document.h"
#include "press/text/entity.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

bool is_more(const Node& node) {
    return node.kind == NodeKind::paragraph && node.children.size() == 1 &&
           node.children[0].kind == NodeKind::text && node.children[0].text == more_mark;
}

void remove_marks(std::vector<Node>& nodes) {
    std::erase_if(nodes, is_more);
    for (Node& node : nodes) {
        replace_all(node.text, more_mark, "");
        remove_marks(node.children);
    }
    std::erase_if(
        nodes, [](const Node& node) { return node.kind == NodeKind::text && node.text.empty(); });
}

}  // namespace

int replace_all(std::string& text, std::string_view what, std::string_view by) {
    int count = 0;
    std::string out;
    std::size_t begin = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, begin)) {
        out.append(text, begin, at - begin).append(by);
        begin = at + what.size();
        ++count;
    }
    if (count > 0) text = out.append(text, begin);
    return count;
}

std::string escaped(std::string_view text) {
    std::string html;
    append_escaped(html, text);
    return html;
}

std::string more_html() { return "\n\n<p>" + std::string(more_mark) + "</p>\n\n"; }

void add_html(std::string_view html, const TextContext& context, ImportedText& result) {
    ParsedMarkdown parsed = parse_html_article(html, {.identifiers = HeadingIdentifiers::none});
    for (const std::string& name : parsed.dropped_elements) ++result.dropped_elements[name];
    result.document = std::move(parsed.document);
    tidy_document(result.document, context.target);
    const auto& blocks = result.document.blocks;
    const auto more = std::find_if(blocks.begin(), blocks.end(), is_more);
    if (more != blocks.end()) {
        result.blocks_before_more = static_cast<std::size_t>(more - blocks.begin());
    }
    remove_marks(result.document.blocks);
}

}  // namespace broadsheet::press
