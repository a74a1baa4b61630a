// Markdown with all extensions that passes before and after the parser add, as an article is read:
// kramdown, marks of spans, wiki links, footnotes, callouts, definition lists. The output must not
// contain anything that can run scripts.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/published_html.h"
#include "press/dialects/footnotes.h"
#include "press/dialects/kramdown.h"
#include "press/dialects/marked_blocks.h"
#include "press/dialects/span_marks.h"
#include "press/text/markdown.h"
#include "press/text/wiki_links.h"
#include "press/values/source.h"

namespace {

using namespace broadsheet::press;

std::string with_wiki_links(const std::string& text, bool is_vault) {
    WikiTargets targets;
    targets.is_vault = is_vault;
    targets.article = [](std::string_view name) {
        return name.size() % 2 == 0 ? std::optional<std::string>("/a/") : std::nullopt;
    };
    targets.file = [](std::string_view name) {
        return name.size() % 3 == 0 ? std::optional<std::string>("/a.png") : std::nullopt;
    };
    std::string resolved = resolve_wiki_links(text, targets).text;
    // Positions in messages rely on it.
    if (std::count(resolved.begin(), resolved.end(), '\n') !=
        std::count(text.begin(), text.end(), '\n')) {
        std::abort();
    }
    return resolved;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Decoded decoded = decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    broadsheet::press::MarkdownSwitches switches;
    switches.marked = switches.inserted = switches.subscript = switches.superscript = true;
    for (const bool jekyll : {true, false}) {
        std::string text = jekyll ? resolve_kramdown(decoded.text)
                                  : resolve_block_attributes(with_wiki_links(decoded.text, true));
        text = resolve_span_marks(jekyll ? text : with_wiki_links(text, false), switches);
        const MarkedText marked = mark_body(text);
        MarkdownOptions options;
        options.identifiers = HeadingIdentifiers::none;
        ParsedMarkdown parsed = parse_markdown(mark_blocks(marked.text), options);
        PlacedBody placed = place_marks(std::move(parsed.document), marked);
        make_marked_blocks(placed.document.blocks);
        identify_headings(placed.document);
        if (broadsheet::tests::published_html(placed.document).find("<script") !=
            std::string::npos) {
            std::abort();
        }
    }
    return 0;
}
