#include "press/print/print_html.h"

#include "press/html/document_builder.h"
#include "press/html/html.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

std::string_view tag_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::paragraph: return "p";
        case NodeKind::block_quote: return "blockquote";
        case NodeKind::list: return node.ordered ? "ol" : "ul";
        case NodeKind::list_item: return "li";
        case NodeKind::thematic_break: return "hr";
        case NodeKind::table: return "table";
        case NodeKind::table_head: return "thead";
        case NodeKind::table_body: return "tbody";
        case NodeKind::table_row: return "tr";
        case NodeKind::table_cell: return node.heading_cell ? "th" : "td";
        case NodeKind::figure: return "figure";
        case NodeKind::caption: return "figcaption";
        case NodeKind::definition_list: return "dl";
        case NodeKind::definition_term: return "dt";
        case NodeKind::definition_description: return "dd";
        case NodeKind::details: return "details";
        case NodeKind::summary: return "summary";
        case NodeKind::emphasis: return "em";
        case NodeKind::strong: return "strong";
        case NodeKind::strikethrough: return "del";
        case NodeKind::code: return "code";
        case NodeKind::link: return "a";
        case NodeKind::superscript: return "sup";
        case NodeKind::subscript: return "sub";
        case NodeKind::mark: return "mark";
        case NodeKind::keyboard: return "kbd";
        case NodeKind::small: return "small";
        case NodeKind::underline: return "u";
        case NodeKind::insertion: return "ins";
        case NodeKind::citation: return "cite";
        case NodeKind::abbreviation: return "abbr";
        case NodeKind::quotation: return "q";
        case NodeKind::span: return "span";
        default: return "div";
    }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    append_html_text(out, value);
    out += '"';
}

void append_if_set(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) append_attribute(out, name, value);
}

void append_number(std::string& out, std::string_view name, int value, int usual) {
    if (value != usual) append_attribute(out, name, std::to_string(value));
}

void append_common_attributes(std::string& out, const Node& node) {
    append_if_set(out, "id", node.identifier);
    append_if_set(out, "lang", node.language);
    if (node.direction == model::Direction::left_to_right) append_attribute(out, "dir", "ltr");
    if (node.direction == model::Direction::right_to_left) append_attribute(out, "dir", "rtl");
}

void append_list_attributes(std::string& out, const Node& list) {
    append_attribute(out, tight_attribute, list.tight ? "1" : "0");
    if (list.ordered) append_number(out, "start", list.number, 1);
    append_if_set(out, "type", list.info);
}

void append_cell_attributes(std::string& out, const Node& cell) {
    append_number(out, "colspan", cell.column_span, 1);
    append_number(out, "rowspan", cell.row_span, 1);
    if (cell.alignment == model::Alignment::left) append_attribute(out, "align", "left");
    if (cell.alignment == model::Alignment::center) append_attribute(out, "align", "center");
    if (cell.alignment == model::Alignment::right) append_attribute(out, "align", "right");
}

void append_image(std::string& out, const Node& image) {
    out += "<img";
    append_attribute(out, "src", image.target);
    append_attribute(out, "alt", image.text);
    append_if_set(out, "title", image.title);
    append_number(out, "width", image.width, 0);
    append_number(out, "height", image.height, 0);
    append_common_attributes(out, image);
    out += '>';
}

void append_embed(std::string& out, const Node& embed) {
    out += "<iframe";
    append_attribute(out, "src", embed.target);
    append_if_set(out, "title", embed.title);
    append_attribute(out, "width", std::to_string(embed.width));
    append_attribute(out, "height", std::to_string(embed.height));
    out += "></iframe>";
}

void append_recording(std::string& out, const Node& recording) {
    const std::string_view name = recording.kind == NodeKind::video ? "video" : "audio";
    out.append("<").append(name);
    append_attribute(out, "src", recording.target);
    append_if_set(out, "title", recording.title);
    append_if_set(out, "poster", recording.info);
    append_number(out, "width", recording.width, 0);
    append_number(out, "height", recording.height, 0);
    out += " controls>";
    for (const Node& track : recording.children) {
        const bool is_source = track.info == source_info;
        out += is_source ? "<source" : "<track";
        if (!is_source) append_attribute(out, "kind", track.info);
        append_attribute(out, "src", track.target);
        append_if_set(out, "srclang", track.language);
        append_if_set(out, "label", track.title);
        out += '>';
    }
    out.append("</").append(name) += '>';
}

void append_field(std::string& out, const Node& field) {
    const bool area = field.info == "textarea";
    const bool choice = field.info == "select";
    out += "<label>";
    append_html_text(out, field.text);
    out += area ? " <textarea" : choice ? " <select" : " <input";
    if (!area && !choice) append_attribute(out, "type", field.info);
    append_attribute(out, "name", field.title);
    if (!area && !choice) append_if_set(out, "value", field.tokens);
    if (field.ordered) out += " required";
    out += '>';
    if (choice) {
        std::string_view rest = field.tokens;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            out += "<option>";
            append_html_text(out, rest.substr(0, end));
            out += "</option>";
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    if (area || choice) out += area ? "</textarea>" : "</select>";
    out += "</label>";
}

void append_form(std::string& out, const Node& form) {
    out += "<form";
    append_attribute(out, "action", form.target);
    append_attribute(out, "method", form.info);
    append_if_set(out, "name", form.title);
    if (!form.title.empty()) out += " data-netlify=\"true\"";
    out += '>';
    for (const Node& field : form.children) append_field(out, field);
    out += "<button>";
    append_html_text(out, form.text);
    out += "</button></form>";
}

void append_code_block(std::string& out, const Node& code) {
    out += "<pre";
    append_if_set(out, info_attribute, code.info);
    append_common_attributes(out, code);
    out += "><code>";
    append_html_text(out, code.text);
    out += "</code></pre>";
}

// True for blocks whose children are separated by line feeds, which readers of HTML ignore there.
bool holds_blocks(const Node& node) {
    if (!model::is_block(node.kind) || node.children.empty()) return false;
    for (const Node& child : node.children) {
        if (!model::is_block(child.kind)) return false;
    }
    return true;
}

std::string tag_name(const Node& node) {
    if (node.kind == NodeKind::heading) return "h" + std::to_string(static_cast<int>(node.level));
    return std::string(tag_of(node));
}

// Parsers of HTML drop control characters that are not written as references.
void append_character(std::string& out, char c) {
    const auto value = static_cast<unsigned char>(c);
    if (value < 0x20 && c != '\t') {
        out += "&#" + std::to_string(static_cast<int>(value)) + ";";
    } else {
        out += c;
    }
}

}  // namespace

bool is_plain(const Node& node) {
    return node.identifier.empty() && node.language.empty() &&
           node.direction == model::Direction::automatic;
}

void append_html_text(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        switch (const char c = text[i]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '`': out += "&#96;"; break;
            case '|': out += "&#124;"; break;
            case '{': out += next == '{' || next == '%' ? "&#123;" : "{"; break;
            case '[': out += next == '^' ? "&#91;" : "["; break;
            default: append_character(out, c);
        }
    }
}

std::string opening_tag(const Node& node) {
    std::string out = "<" + tag_name(node);
    if (node.kind == NodeKind::link) append_attribute(out, "href", node.target);
    append_if_set(out, "title", node.title);
    if (node.kind == NodeKind::list) append_list_attributes(out, node);
    if (node.kind == NodeKind::list_item) append_number(out, "value", node.number, 0);
    if (node.kind == NodeKind::details && node.ordered) out += " open";
    if (node.kind == NodeKind::table_cell) append_cell_attributes(out, node);
    if (node.task == model::Task::open) append_attribute(out, task_attribute, "open");
    if (node.task == model::Task::done) append_attribute(out, task_attribute, "done");
    append_common_attributes(out, node);
    out += '>';
    return out;
}

std::string closing_tag(const Node& node) { return "</" + tag_name(node) + ">"; }

void append_html_node(std::string& out, const Node& node) {
    switch (node.kind) {
        case NodeKind::text: append_html_text(out, node.text); return;
        case NodeKind::soft_break: out += '\n'; return;
        case NodeKind::line_break: out += "<br>"; return;
        case NodeKind::image: append_image(out, node); return;
        case NodeKind::embed: append_embed(out, node); return;
        case NodeKind::audio:
        case NodeKind::video: append_recording(out, node); return;
        case NodeKind::form: append_form(out, node); return;
        case NodeKind::code_block: append_code_block(out, node); return;
        case NodeKind::thematic_break: out += opening_tag(node); return;
        case NodeKind::footnote_reference: out += "[^" + std::to_string(node.number) + "]"; return;
        default: break;
    }
    out += opening_tag(node);
    if (node.kind == NodeKind::code) append_html_text(out, node.text);
    if (holds_blocks(node)) out += '\n';
    append_html_nodes(out, node.children);
    if (holds_blocks(node)) out += '\n';
    out += closing_tag(node);
}

void append_html_nodes(std::string& out, const std::vector<Node>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool separate =
            i > 0 && (model::is_block(nodes[i].kind) || model::is_block(nodes[i - 1].kind));
        if (separate && !out.ends_with('\n')) out += '\n';
        append_html_node(out, nodes[i]);
    }
}

std::string html_of_run(const std::vector<Node>& nodes, std::size_t& i) {
    std::string html;
    for (; i < nodes.size() && !model::is_block(nodes[i].kind); ++i) {
        append_html_node(html, nodes[i]);
    }
    // An empty comment makes the rest of its line an HTML block.
    return "<!-- -->" + strings::replaced(html, '\n', "&#10;");
}

}  // namespace broadsheet::press
