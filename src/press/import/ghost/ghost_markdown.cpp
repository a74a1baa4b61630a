#include "press/import/ghost/ghost_markdown.h"

#include <utility>

#include "press/dialects/span_marks.h"
#include "press/print/print_html.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

// Stand for a card, and for the end of one: private-use characters that exports do not have.
constexpr std::string_view card_mark = "\xEE\xA3\xBE";
constexpr std::string_view card_end = "\n\n\xEE\xA3\xBF\n\n";

std::string token_of(std::size_t number) {
    return std::string(card_mark).append(std::to_string(number)).append(card_mark);
}

// Gives the labels of a card's footnotes a beginning of their own, because two cards may have the
// same labels.
void rename_labels(std::string& markdown, std::size_t card) {
    constexpr std::string_view begin = "\n[^";
    markdown.insert(0, "\n");
    std::vector<std::string> labels;
    for (auto at = markdown.find(begin); at != std::string::npos;
         at = markdown.find(begin, at + 1)) {
        const auto name = at + begin.size();
        const auto end = markdown.find_first_of(" \n[]", name);
        const bool is_definition = end != std::string::npos && markdown.compare(end, 2, "]:") == 0;
        if (is_definition) labels.push_back(markdown.substr(name, end - name));
    }
    for (const std::string& label : labels) {
        const std::string own = "card" + std::to_string(card) + "-" + label;
        replace_all(markdown, "[^" + label + "]", "[^" + own + "]");
    }
}

std::string html_of_markdown(std::string_view markdown) {
    MarkdownSwitches switches;
    switches.marked = switches.subscript = switches.superscript = true;
    const ParsedMarkdown parsed =
        parse_markdown(resolve_span_marks(markdown, switches),
                       {.identifiers = HeadingIdentifiers::none, .hard_breaks = true});
    std::string html;
    append_html_nodes(html, parsed.document.blocks);
    return html + "\n";
}

}  // namespace

std::string GhostMarkdown::add(std::string_view markdown) {
    std::string& card = cards_.emplace_back(markdown);
    replace_all(card, card_mark, "");
    replace_all(card, card_end, "\n\n");
    rename_labels(card, cards_.size());
    return token_of(cards_.size()) + "\n";
}

void GhostMarkdown::resolve(std::string& html) {
    if (cards_.empty()) return;
    std::string all;
    for (const std::string& card : cards_) all.append(card).append(card_end);
    // The definitions of footnotes are moved to the end, after the last card.
    marked_ = mark_body(all);
    std::string_view rest = marked_.text;
    for (std::size_t number = 1; number <= cards_.size(); ++number) {
        const std::size_t end = rest.find(card_end);
        replace_all(html, token_of(number), html_of_markdown(rest.substr(0, end)));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + card_end.size());
    }
    html += html_of_markdown(rest);
}

void GhostMarkdown::place(ImportedText& text) const {
    PlacedBody placed = place_marks(std::move(text.document), marked_);
    text.document = std::move(placed.document);
    if (placed.blocks_before_more) text.blocks_before_more = placed.blocks_before_more;
}

}  // namespace broadsheet::press
