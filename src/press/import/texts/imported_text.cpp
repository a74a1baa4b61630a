#include "press/import/texts/imported_text.h"

#include <algorithm>
#include <string_view>

#include "press/html/entity.h"
#include "press/import/texts/tidy_document.h"
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

// The cleaner refuses HTML that might take too long. What it refuses as a whole is read in pieces,
// so that a very long text keeps its markup, and one with many unclosed elements most of it.
ParsedMarkdown parse_html(std::string_view html) {
    constexpr MarkdownOptions options = {.identifiers = HeadingIdentifiers::none};
    constexpr std::size_t piece = 500'000;
    constexpr std::string_view end = "</p>";
    ParsedMarkdown whole = parse_html_article(html, options);
    if (!whole.too_complex || html.size() <= piece) return whole;
    ParsedMarkdown result;
    while (!html.empty()) {
        const auto found = html.size() <= piece ? std::string_view::npos : html.find(end, piece);
        const std::size_t size = found == std::string_view::npos ? html.size() : found + end.size();
        ParsedMarkdown part = parse_html_article(html.substr(0, size), options);
        html.remove_prefix(size);
        for (Node& block : part.document.blocks) {
            result.document.blocks.push_back(std::move(block));
        }
        result.dropped_elements.merge(part.dropped_elements);
        result.too_complex = result.too_complex || part.too_complex;
    }
    return result;
}

// Pictures whose bytes are in the text have no file that could be kept.
void count_pictures_in_text(std::string_view html, ImportedText& result) {
    for (const std::string_view mark : {"src=\"data:image", "src='data:image"}) {
        for (auto at = html.find(mark); at != std::string_view::npos;
             at = html.find(mark, at + 1)) {
            ++result.dropped_elements["img with its picture in the text (data:)"];
        }
    }
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

int repair_double_references(std::string& html) {
    constexpr std::string_view twice = "&amp;amp;";
    constexpr std::string_view again = "amp;";
    if (html.find(twice) == std::string::npos) return 0;
    int count = 0;
    std::string out;
    std::string_view rest = html;
    while (true) {
        const std::size_t reference = rest.find(twice);
        const std::size_t code = std::min(rest.find("<pre"), rest.find("<code"));
        const std::size_t at = std::min(reference, code);
        out += rest.substr(0, at);
        if (at == std::string_view::npos) break;
        rest.remove_prefix(at);
        std::string_view kept = twice;
        if (code < reference) {
            const std::string_view end = rest.starts_with("<pre") ? "</pre>" : "</code>";
            kept = rest.substr(0, std::min(rest.find(end), rest.size()));
        } else if (rest.substr(kept.size()).starts_with(again)) {
            while (rest.substr(kept.size()).starts_with(again)) {
                kept = rest.substr(0, kept.size() + again.size());
            }
        } else {
            out += "&amp;";
            ++count;
            rest.remove_prefix(kept.size());
            continue;
        }
        out += kept;
        rest.remove_prefix(kept.size());
    }
    html = std::move(out);
    return count;
}

std::string more_html() { return "\n\n<p>" + std::string(more_mark) + "</p>\n\n"; }

void add_html(std::string_view html, const TextContext& context, ImportedText& result) {
    count_pictures_in_text(html, result);
    ParsedMarkdown parsed = parse_html(html);
    result.is_bare = result.is_bare || parsed.too_complex;
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
