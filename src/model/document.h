// The body of an article or page: a tree of plain values, the same on the author's machine and in
// the reader. It is inert: text, structure and addresses that were cleaned when the site was built,
// never markup to be interpreted.
//
// Invariants (kept by the builder in `press`, relied on by everything after it):
//  1. All strings are valid UTF-8; `text` of NodeKind::text is never empty.
//  2. `target` holds no scheme that can run code (see `is_safe_target`).
//  3. Depth is at most `maximum_depth`; deeper content is flattened into its ancestor.
//  4. Inline kinds stand only inside kinds that hold inline content or beside other inline kinds;
//     a container such as a list item may mix inline children and block children (CommonMark's
//     "tight" items have inline children without a paragraph between).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/members.h"

namespace broadsheet::model {

inline constexpr int maximum_depth = 100;

enum class NodeKind : std::uint8_t {
    // Blocks.
    paragraph,
    heading,  // level 1–6, identifier = fragment
    block_quote,
    list,        // ordered, number = first number, tight
    list_item,   // task when `task` is not none
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
    details,  // children: summary first
    summary,
    embed,      // a frame of another company: target, title, text = provider, info = its own page
    division,   // a group without meaning of its own; identifier may be set
    footnotes,  // at the end of a document; children: footnote
    footnote,   // number, identifier; its back link is made by the view
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
    span,                // identifier or language carried by inline text
    footnote_reference,  // number, target = "#fn-…", identifier = "fnref-…"
};

enum class Alignment : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };

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
    int width = 0;  // pixels of the picture file; 0 where unknown
    int height = 0;
    int column_span = 1;
    int row_span = 1;
    std::string text;
    std::string info;
    std::string target;
    std::string title;
    std::string identifier;
    std::string language;  // BCP 47, where it differs from its surroundings
    // code_block: what is coloured in `text`, from its beginning, as "GAP KIND LENGTH ." without
    // the spaces: bytes left plain, k keyword, s string or number, c comment, n name; bytes
    // coloured.
    std::string tokens;
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

struct Document {
    std::vector<Node> blocks;

    bool operator==(const Document&) const = default;
};

bool is_block(NodeKind kind);

// True for relative addresses, fragments, and the schemes http, https, mailto, tel, ftp, xmpp and
// sms. Control characters and white space inside a scheme do not hide it (as in browsers).
bool is_safe_target(std::string_view target);

// The text a person reads in `node`, without markup; pictures give their alternative text.
// Blocks are separated by one line feed.
std::string plain_text(const Node& node);
std::string plain_text(const Document& document);

// `text` with an ellipsis, without the commas and the like that what is left out would follow.
std::string broken_off(std::string text);

// Words for the reading time: runs between white space; each CJK character counts as half a word.
int count_words(std::string_view text);

// At 230 words a minute, rounded up, at least 1.
int reading_minutes(const Document& document);

// True where the document shows the picture at `target` itself.
bool contains_picture(const Document& document, std::string_view target);

struct Section {  // an entry of the table of contents
    int level = 2;
    std::string identifier;
    std::string title;
};

// Headings of levels 2–4 that carry an identifier, in document order.
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
