#include "press/import/wordpress_text.h"

#include <algorithm>
#include <cstdlib>

#include "press/import/paragraphs.h"
#include "press/import/shortcodes.h"
#include "press/import/tidy_document.h"
#include "press/print/print_markdown.h"
#include "press/text/markdown.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using strings::trimmed;

// Stands for <!--more--> while the text is HTML: a private-use character that exports do not have.
constexpr std::string_view more_mark = "\xEF\xA3\xBA";

int replace_all(std::string& text, std::string_view what, std::string_view by) {
    int count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
        ++count;
    }
    return count;
}

// Replaces <!--more--> by a paragraph with the mark, and removes <!--nextpage-->.
void mark_more(std::string& text) {
    replace_all(text, more_mark, "");
    const auto at = text.find("<!--more");
    if (at != std::string::npos) {
        const auto end = text.find("-->", at);
        if (end != std::string::npos) {
            text.replace(at, end + 3 - at, "\n\n<p>" + std::string(more_mark) + "</p>\n\n");
        }
    }
    replace_all(text, "<!--nextpage-->", "\n\n");
}

// The comment of a block: <!-- wp:name {"key":"value"} -->.
struct BlockComment {
    std::string name;  // without "wp:"
    std::string_view attributes;
    bool closes = false;
    bool is_single = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::optional<BlockComment> next_block(std::string_view text, std::size_t from) {
    for (auto at = text.find("<!--", from); at != std::string_view::npos;
         at = text.find("<!--", at + 4)) {
        const auto end = text.find("-->", at);
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view inner = trimmed(text.substr(at + 4, end - at - 4));
        BlockComment block;
        block.closes = inner.starts_with("/wp:");
        if (!block.closes && !inner.starts_with("wp:")) continue;
        inner.remove_prefix(block.closes ? 4 : 3);
        block.is_single = inner.ends_with('/');
        if (block.is_single) inner.remove_suffix(1);
        const auto name = std::min(inner.find_first_of(" \n"), inner.size());
        block.name = inner.substr(0, name);
        block.attributes = inner.substr(name);
        block.begin = at;
        block.end = end + 3;
        return block;
    }
    return std::nullopt;
}

// The text after `"key":` in the attributes of a block.
std::string_view value_of(std::string_view json, std::string_view key) {
    const auto at = json.find('"' + std::string(key) + "\":");
    if (at == std::string_view::npos) return {};
    return json.substr(at + key.size() + 3);
}

std::string text_value_of(std::string_view json, std::string_view key) {
    std::string_view value = value_of(json, key);
    if (!value.starts_with('"')) return {};
    std::string text(value.substr(1, value.find('"', 1) - 1));
    replace_all(text, "\\/", "/");
    replace_all(text, "\\u0026", "&");
    return text;
}

class BlockReader {
  public:
    BlockReader(const WordpressContext& context, WordpressText& result)
        : context_(context), result_(result) {}

    // HTML without the comments of blocks. Text outside blocks is that of the classic editor.
    std::string html_of(std::string_view text, int depth) {
        std::string out;
        int open = 0;
        std::size_t at = 0;
        while (true) {
            const auto block = next_block(text, at);
            const std::size_t end = block ? block->begin : text.size();
            const std::string part =
                without_shortcodes(text.substr(at, end - at), context_, result_.dropped_shortcodes);
            out += open > 0 ? part : with_paragraphs(part);
            if (!block) return out;
            at = block->end;
            if (block->is_single) {
                put_single(*block, depth, out);
            } else if (block->closes) {
                open = std::max(0, open - 1);
            } else if (is_embed(block->name) && put_embed(text, *block, at, out)) {
                continue;
            } else {
                ++open;
            }
        }
    }

  private:
    static bool is_embed(const std::string& name) {
        return name == "embed" || name.starts_with("core-embed/");
    }

    // Replaces an embed by its frame and caption, and moves `at` after its end.
    static bool put_embed(std::string_view text, const BlockComment& block, std::size_t& at,
                          std::string& out) {
        const std::string address = text_value_of(block.attributes, "url");
        const auto end = next_block(text, block.end);
        if (address.empty() || !end || !end->closes) return false;
        const std::string_view inner = text.substr(block.end, end->begin - block.end);
        const auto caption = inner.find("<figcaption");
        out += embed_html(address);
        if (caption != std::string_view::npos) {
            const auto begin = inner.find('>', caption) + 1;
            out += "<p>" +
                   std::string(inner.substr(begin, inner.find("</figcaption", begin) - begin)) +
                   "</p>";
        }
        at = end->end;
        return true;
    }

    // A block without content in the text: WordPress makes it when it shows the page.
    void put_single(const BlockComment& block, int depth, std::string& out) {
        constexpr int deepest = 5;
        if (block.name == "more" || block.name == "nextpage" || block.name == "spacer") return;
        if (block.name == "separator") {
            out += "<hr>";
            return;
        }
        if (block.name == "block") {
            const int number = std::atoi(std::string(value_of(block.attributes, "ref")).c_str());
            const std::string* reusable = context_.reusable(number);
            if (reusable != nullptr && depth < deepest) {
                out += html_of(*reusable, depth + 1);
                return;
            }
        }
        ++result_.dropped_blocks[block.name];
    }

    const WordpressContext& context_;
    WordpressText& result_;
};

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

WordpressText read_wordpress_text(std::string_view content, const WordpressContext& context) {
    WordpressText result;
    std::string text(content);
    result.double_references = replace_all(text, "&amp;amp;", "&amp;");
    mark_more(text);
    const std::string html = BlockReader(context, result).html_of(text, 0);
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
    return result;
}

}  // namespace broadsheet::press
