// Names that the writer and the reader share. FORMAT.md defines their meaning.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "model/document.h"
#include "model/publication.h"

namespace broadsheet::bundle {

// The name of each node kind. The names of headings include the level ("h2"). Ordered lists ("ol")
// and header cells ("th") have separate names. Texts and line breaks have no name (see FORMAT.md).
inline constexpr std::array<std::pair<model::NodeKind, std::string_view>, 50> node_names = {{
    {model::NodeKind::paragraph, "p"},
    {model::NodeKind::heading, "h"},
    {model::NodeKind::block_quote, "quote"},
    {model::NodeKind::list, "ul"},
    {model::NodeKind::list_item, "li"},
    {model::NodeKind::code_block, "pre"},
    {model::NodeKind::thematic_break, "hr"},
    {model::NodeKind::table, "table"},
    {model::NodeKind::table_head, "thead"},
    {model::NodeKind::table_body, "tbody"},
    {model::NodeKind::table_row, "tr"},
    {model::NodeKind::table_cell, "td"},
    {model::NodeKind::figure, "figure"},
    {model::NodeKind::caption, "caption"},
    {model::NodeKind::definition_list, "dl"},
    {model::NodeKind::definition_term, "dt"},
    {model::NodeKind::definition_description, "dd"},
    {model::NodeKind::details, "details"},
    {model::NodeKind::summary, "summary"},
    {model::NodeKind::embed, "embed"},
    {model::NodeKind::audio, "audio"},
    {model::NodeKind::video, "video"},
    {model::NodeKind::track, "track"},
    {model::NodeKind::form, "form"},
    {model::NodeKind::field, "field"},
    {model::NodeKind::formula_block, "mathblock"},
    {model::NodeKind::division, "div"},
    {model::NodeKind::footnotes, "notes"},
    {model::NodeKind::footnote, "note"},
    {model::NodeKind::emphasis, "em"},
    {model::NodeKind::strong, "b"},
    {model::NodeKind::strikethrough, "del"},
    {model::NodeKind::code, "code"},
    {model::NodeKind::link, "a"},
    {model::NodeKind::image, "img"},
    {model::NodeKind::line_break, "br"},
    {model::NodeKind::soft_break, "sb"},
    {model::NodeKind::text, "text"},
    {model::NodeKind::superscript, "sup"},
    {model::NodeKind::subscript, "sub"},
    {model::NodeKind::mark, "mark"},
    {model::NodeKind::keyboard, "kbd"},
    {model::NodeKind::small, "small"},
    {model::NodeKind::underline, "u"},
    {model::NodeKind::insertion, "ins"},
    {model::NodeKind::citation, "cite"},
    {model::NodeKind::abbreviation, "abbr"},
    {model::NodeKind::quotation, "q"},
    {model::NodeKind::span, "span"},
    {model::NodeKind::formula, "math"},
}};
inline constexpr std::string_view footnote_reference_name = "ref";

// The default path of an article. Default paths are not stored.
model::Path default_path(std::string_view title, model::Day day);
// Shortens a path: removes the path of the day, and replaces the slug of the title with "+".
std::string short_path(std::string_view path, std::string_view title, model::Day day);
// Reverses short_path.
model::Path full_path(std::string_view text, std::string_view title, model::Day day);

// The first letters of shard names.
inline constexpr char entry_family = 'e';
inline constexpr char list_family = 'l';
inline constexpr char chunk_family = 'r';
inline constexpr char heading_family = 'h';

std::string chunk_key(std::string_view path, int chunk);  // key of a chunk: "/tag/rivers/#3"
std::string bucket_text(std::uint16_t bucket);            // four hexadecimal digits

inline constexpr std::int64_t soft_break_number = 0;
inline constexpr std::int64_t line_break_number = 1;

}  // namespace broadsheet::bundle
