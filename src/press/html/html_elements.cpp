#include "press/html/html_elements.h"

#include <array>
#include <unordered_map>

#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

using model::NodeKind;

ElementRule node(NodeKind kind, std::uint8_t level = 0) { return {Treatment::node, kind, level}; }
ElementRule only(Treatment treatment) { return {treatment, NodeKind::span, 0}; }

const std::unordered_map<std::string_view, ElementRule>& rules() {
    static const std::unordered_map<std::string_view, ElementRule> table = {
        {"p", node(NodeKind::paragraph)},
        {"h1", node(NodeKind::heading, 1)},
        {"h2", node(NodeKind::heading, 2)},
        {"h3", node(NodeKind::heading, 3)},
        {"h4", node(NodeKind::heading, 4)},
        {"h5", node(NodeKind::heading, 5)},
        {"h6", node(NodeKind::heading, 6)},
        {"blockquote", node(NodeKind::block_quote)},
        {"ul", node(NodeKind::list)},
        {"ol", node(NodeKind::list)},
        {"menu", node(NodeKind::list)},
        {"dir", node(NodeKind::list)},
        {"li", node(NodeKind::list_item)},
        {"pre", node(NodeKind::code_block)},
        {"listing", node(NodeKind::code_block)},
        {"xmp", node(NodeKind::code_block)},
        {"hr", node(NodeKind::thematic_break)},
        {"table", node(NodeKind::table)},
        {"thead", node(NodeKind::table_head)},
        {"tbody", node(NodeKind::table_body)},
        {"tfoot", node(NodeKind::table_body)},
        {"tr", node(NodeKind::table_row)},
        {"td", node(NodeKind::table_cell)},
        {"th", node(NodeKind::table_cell)},
        {"figure", node(NodeKind::figure)},
        {"figcaption", node(NodeKind::caption)},
        {"dl", node(NodeKind::definition_list)},
        {"dt", node(NodeKind::definition_term)},
        {"dd", node(NodeKind::definition_description)},
        {"details", node(NodeKind::details)},
        {"summary", node(NodeKind::summary)},
        {"div", node(NodeKind::division)},
        {"section", node(NodeKind::division)},
        {"article", node(NodeKind::division)},
        {"aside", node(NodeKind::division)},
        {"main", node(NodeKind::division)},
        {"header", node(NodeKind::division)},
        {"footer", node(NodeKind::division)},
        {"nav", node(NodeKind::division)},
        {"hgroup", node(NodeKind::division)},
        {"address", node(NodeKind::division)},
        {"center", node(NodeKind::division)},
        {"fieldset", node(NodeKind::division)},
        {"form", {Treatment::form, NodeKind::division, 0}},
        {"search", node(NodeKind::division)},
        {"em", node(NodeKind::emphasis)},
        {"i", node(NodeKind::emphasis)},
        {"var", node(NodeKind::emphasis)},
        {"dfn", node(NodeKind::emphasis)},
        {"strong", node(NodeKind::strong)},
        {"b", node(NodeKind::strong)},
        {"del", node(NodeKind::strikethrough)},
        {"s", node(NodeKind::strikethrough)},
        {"strike", node(NodeKind::strikethrough)},
        {"code", node(NodeKind::code)},
        {"tt", node(NodeKind::code)},
        {"samp", node(NodeKind::code)},
        {"a", node(NodeKind::link)},
        {"img", node(NodeKind::image)},
        {"br", node(NodeKind::line_break)},
        {"sup", node(NodeKind::superscript)},
        {"sub", node(NodeKind::subscript)},
        {"mark", node(NodeKind::mark)},
        {"kbd", node(NodeKind::keyboard)},
        {"small", node(NodeKind::small)},
        {"u", node(NodeKind::underline)},
        {"ins", node(NodeKind::insertion)},
        {"cite", node(NodeKind::citation)},
        {"abbr", node(NodeKind::abbreviation)},
        {"acronym", node(NodeKind::abbreviation)},
        {"q", node(NodeKind::quotation)},
        {"video", only(Treatment::media)},
        {"audio", only(Treatment::media)},
        {"rt", only(Treatment::parentheses)},
        {"rp", only(Treatment::drop_quietly)},
        {"script", only(Treatment::drop)},
        {"style", only(Treatment::drop)},
        {"iframe", only(Treatment::frame)},
        {"frame", only(Treatment::drop)},
        {"frameset", only(Treatment::drop)},
        {"object", only(Treatment::plug_in)},
        {"embed", only(Treatment::plug_in)},
        {"applet", only(Treatment::drop)},
        {"template", only(Treatment::drop)},
        {"slot", only(Treatment::drop)},
        {"portal", only(Treatment::drop)},
        {"canvas", only(Treatment::drop)},
        {"svg", only(Treatment::drop)},
        {"math", only(Treatment::drop)},
        {"textarea", only(Treatment::drop)},
        {"select", only(Treatment::drop)},
        {"button", only(Treatment::drop)},
        {"input", only(Treatment::drop)},
        {"dialog", only(Treatment::drop)},
        {"title", only(Treatment::drop)},
        {"noembed", only(Treatment::drop)},
        {"noframes", only(Treatment::drop)},
        {"head", only(Treatment::drop_quietly)},
        {"meta", only(Treatment::drop_quietly)},
        {"link", only(Treatment::drop_quietly)},
        {"base", only(Treatment::drop)},
        {"param", only(Treatment::drop_quietly)},
        {"source", only(Treatment::drop_quietly)},
        {"track", only(Treatment::drop_quietly)},
        {"area", only(Treatment::drop_quietly)},
        {"col", only(Treatment::drop_quietly)},
        {"colgroup", only(Treatment::drop_quietly)},
        {"wbr", only(Treatment::drop_quietly)},
        {"option", only(Treatment::drop)},
        {"datalist", only(Treatment::drop)},
        {"optgroup", only(Treatment::drop)},
        {"progress", only(Treatment::drop_quietly)},
        {"meter", only(Treatment::drop_quietly)},
    };
    return table;
}

}  // namespace

ElementRule rule_of(std::string_view name) {
    const auto found = rules().find(name);
    return found == rules().end() ? ElementRule{} : found->second;
}

bool is_known_element(std::string_view name) {
    static constexpr auto others = std::to_array<std::string_view>(
        {"html",      "body",    "span",    "font",    "big",      "nobr",     "bdi",
         "bdo",       "data",    "time",    "ruby",    "rb",       "rtc",      "label",
         "legend",    "output",  "map",     "picture", "noscript", "blink",    "marquee",
         "plaintext", "caption", "command", "keygen",  "basefont", "multicol", "spacer"});
    return rules().contains(name) || strings::is_one_of(others, name);
}

bool is_void_element(std::string_view name) {
    static constexpr std::array<std::string_view, 15> names = {
        "area",  "base", "br",   "col",   "embed",  "frame", "hr", "img",
        "input", "link", "meta", "param", "source", "track", "wbr"};
    return strings::is_one_of(names, name);
}

bool begins_html_block(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"address", "article",  "aside",    "base",     "basefont", "blockquote", "body",
         "caption", "center",   "col",      "colgroup", "dd",       "details",    "dialog",
         "dir",     "div",      "dl",       "dt",       "fieldset", "figcaption", "figure",
         "footer",  "form",     "frame",    "frameset", "h1",       "h2",         "h3",
         "h4",      "h5",       "h6",       "head",     "header",   "hr",         "html",
         "iframe",  "legend",   "li",       "link",     "main",     "menu",       "menuitem",
         "nav",     "noframes", "ol",       "optgroup", "option",   "p",          "param",
         "pre",     "script",   "search",   "section",  "style",    "summary",    "table",
         "tbody",   "td",       "textarea", "tfoot",    "th",       "thead",      "title",
         "tr",      "track",    "ul"});
    return strings::is_one_of(names, name);
}

bool may_stay_open(std::string_view name) {
    static constexpr std::array<std::string_view, 14> names = {
        "p",     "li",    "dd",    "dt",     "td",       "th", "tr",
        "thead", "tbody", "tfoot", "option", "optgroup", "rt", "rp"};
    return strings::is_one_of(names, name);
}

bool is_formatting_element(std::string_view name) {
    static constexpr std::array<std::string_view, 14> names = {
        "a",    "b", "big",   "code",   "em",     "font", "i",
        "nobr", "s", "small", "strike", "strong", "tt",   "u"};
    return strings::is_one_of(names, name);
}

}  // namespace broadsheet::press
