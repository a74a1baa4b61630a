// The body of an article or page: a tree of plain values, identical in the tool and in the reader.
// It contains text, structure and URLs that were sanitised when the site was built. It contains no
// markup.
//
// Invariants (established by `press`, assumed by all other code):
//  1. All strings are valid UTF-8; `text` of NodeKind::text is never empty.
//  2. `target` has no scheme that can run code (see `is_safe_target`).
//  3. The depth is at most `maximum_depth`. Deeper content is moved into its ancestor.
//  4. Inline kinds occur only inside kinds with inline content or next to other inline kinds. A
//     container such as a list item may contain both inline and block children (items of
//     CommonMark's "tight" lists have inline children without a paragraph).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/members.h"

namespace broadsheet::model {

// The maximum number of nested nodes.
inline constexpr int maximum_depth = 100;

// The kind of a node. Comments name the members that the kind uses besides `children`.
enum class NodeKind : std::uint8_t {
    // Blocks.
    paragraph,
    heading,  // level 1–6, identifier
    block_quote,
    // ordered, number = first number, tight, info = the letters that count: "a", "A", "i", "I" or
    // none
    list,
    list_item,   // task when `task` is not none, number = its own in an ordered list; 0: the next
    code_block,  // text = the code, info = language and the rest of the info string
    thematic_break,
    table,       // children: table_head?, table_body*
    table_head,  // children: table_row
    table_body,
    table_row,   // children: table_cell
    table_cell,  // alignment, heading_cell
    figure,      // children: image, blocks, then at most one caption
    caption,
    definition_list,  // children: definition_term, definition_description
    definition_term,
    definition_description,
    details,  // children: summary first; ordered: open at first
    summary,
    embed,  // third-party content: target, title, text = provider, info = URL of its page
    audio,  // a file of the site: target, title, number = seconds; children: track
    video,  // like audio; width, height, info = path of its poster
    track,  // a WebVTT file: target, title, language, info = captions, subtitles, …
    form,   // target = where it sends to, info = get or post, text = its button, title = its name
            // for Netlify; children: field
    field,  // title = name, text = label, info = type, ordered = required, tokens = value, or
            // choices, one a line. Types are those of HTML, and textarea, select and trap.
    formula_block,  // text = TeX, info = MathML: the content of its element, as XML
    division,       // a generic group: identifier is optional
    footnotes,      // at the end of a document; children: footnote
    footnote,       // number, identifier; the view adds the back link
    // Inline.
    text,
    emphasis,
    strong,
    strikethrough,
    code,   // text
    link,   // target, title
    image,  // target, title, text = alternative text, width, height, info = placeholder
    line_break,
    soft_break,
    superscript,
    subscript,
    mark,
    keyboard,
    small,
    underline,
    insertion,
    citation,
    abbreviation,  // title
    quotation,
    span,                // inline text with an identifier or language
    formula,             // like formula_block; ordered: with large operators, although in a line
    footnote_reference,  // number, target = "#fn-…", identifier = "fnref-…"
};

enum class Alignment : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };

// A node of the tree. Which members are used depends on `kind`.
struct Node {
    NodeKind kind = NodeKind::paragraph;
    std::uint8_t level = 0;
    Alignment alignment = Alignment::none;
    Task task = Task::none;
    Direction direction = Direction::automatic;
    bool ordered = false;
    bool tight = false;
    bool heading_cell = false;
    int number = 0;
    int width = 0;  // pixels of the picture file; 0: unknown
    int height = 0;
    int column_span = 1;
    int row_span = 1;
    std::string text;
    std::string info;
    std::string target;
    std::string title;
    std::string identifier;
    std::string language;  // BCP 47, if it differs from the parent's
    // code_block: the syntax highlighting of `text`, as a sequence of "GAP KIND LENGTH ." without
    // the spaces. GAP is a number of plain bytes. LENGTH is the number of highlighted bytes after
    // them. KIND is k (keyword), s (string or number), c (comment) or n (name).
    std::string tokens;
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

// The whole body.
struct Document {
    std::vector<Node> blocks;

    bool operator==(const Document&) const = default;
};

// True for the kinds listed as blocks above.
bool is_block(NodeKind kind);

// True for relative URLs, fragments, and the schemes http, https, mailto, tel, ftp, xmpp and sms.
// Control characters and white space inside a scheme are ignored, as in browsers.
bool is_safe_target(std::string_view target);

// True for addresses that a form may send to: paths of the site, and http and https URLs with a
// plain host name.
bool is_form_target(std::string_view target);

// The origin of such a URL, for the content security policy; empty for paths of the site.
std::string form_origin(std::string_view target);

// The visible text of `node` without markup. Pictures give their alternative text. Blocks are
// separated by one line feed.
std::string plain_text(const Node& node);
std::string plain_text(const Document& document);

// Appends an ellipsis to `text`, after removing trailing commas and similar punctuation.
std::string broken_off(std::string text);

// The number of words for the reading time: runs between white space. Each CJK character counts as
// half a word.
int count_words(std::string_view text);

// The reading time at 230 words a minute, rounded up, at least 1.
int reading_minutes(const Document& document);

// True if the document itself contains the picture with this `target`.
bool contains_picture(const Document& document, std::string_view target);

struct Section {  // an entry of the table of contents
    int level = 2;
    std::string identifier;
    std::string title;
};

// The headings of levels 2–4 that have an identifier, in document order.
std::vector<Section> sections(const Document& document);

// See model/members.h.
template <Either<Node> Type, typename Visit>
void members(Type& node, Visit&& visit) {
    auto& [kind, level, alignment, task, direction, ordered, tight, heading_cell, number, width,
           height, column_span, row_span, text, info, target, title, identifier, language, tokens,
           children] = node;
    visit(kind, level, alignment, task, direction, ordered, tight, heading_cell, number, width,
          height, column_span, row_span, text, info, target, title, identifier, language, tokens,
          children);
}

template <Either<Document> Type, typename Visit>
void members(Type& document, Visit&& visit) {
    auto& [blocks] = document;
    visit(blocks);
}

}  // namespace broadsheet::model
