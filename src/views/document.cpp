#include "views/document.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>

#include "page/list_number.h"
#include "ui/phrases.h"
#include "views/build.h"

namespace broadsheet::views {

namespace {

using model::NodeKind;
using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Role role_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::paragraph: return Role::paragraph;
        case NodeKind::heading: return Role::heading;
        case NodeKind::block_quote: return Role::block_quote;
        case NodeKind::list: return Role::list;
        case NodeKind::list_item: return Role::list_item;
        case NodeKind::code_block: return Role::preformatted;
        case NodeKind::thematic_break: return Role::thematic_break;
        case NodeKind::table: return Role::table;
        case NodeKind::table_head: return Role::table_head;
        case NodeKind::table_body: return Role::table_body;
        case NodeKind::table_row: return Role::table_row;
        case NodeKind::table_cell: return Role::table_cell;
        case NodeKind::figure: return Role::figure;
        case NodeKind::caption: return Role::caption;
        case NodeKind::definition_list: return Role::definition_list;
        case NodeKind::definition_term: return Role::definition_term;
        case NodeKind::definition_description: return Role::definition_description;
        case NodeKind::details: return Role::details;
        case NodeKind::summary: return Role::summary;
        case NodeKind::embed: return Role::group;
        case NodeKind::audio: return Role::audio;
        case NodeKind::video: return Role::video;
        case NodeKind::track: return Role::track;
        case NodeKind::form: return Role::form;
        case NodeKind::field: return Role::field;
        case NodeKind::formula_block:
        case NodeKind::formula: return Role::formula;
        case NodeKind::division: return Role::group;
        case NodeKind::footnotes: return Role::section;
        case NodeKind::footnote: return Role::list_item;
        case NodeKind::text: return Role::text;
        case NodeKind::emphasis: return Role::emphasis;
        case NodeKind::strong: return Role::strong;
        case NodeKind::strikethrough: return Role::strikethrough;
        case NodeKind::code: return Role::code;
        case NodeKind::link: return Role::link;
        case NodeKind::image: return Role::image;
        case NodeKind::line_break: return Role::line_break;
        case NodeKind::soft_break: return Role::soft_break;
        case NodeKind::superscript: return Role::superscript;
        case NodeKind::subscript: return Role::subscript;
        case NodeKind::mark: return Role::mark;
        case NodeKind::keyboard: return Role::keyboard;
        case NodeKind::small: return Role::small;
        case NodeKind::underline: return Role::underline;
        case NodeKind::insertion: return Role::insertion;
        case NodeKind::citation: return Role::citation;
        case NodeKind::abbreviation: return Role::abbreviation;
        case NodeKind::quotation: return Role::quotation;
        case NodeKind::span: return Role::span;
        case NodeKind::footnote_reference: return Role::superscript;
    }
    return Role::group;
}

// Links must not contain links.
enum class Links : std::uint8_t { allowed, around };

// Pictures up to this width, in pixels, are icons in the text. Enlarging them shows nothing more.
constexpr int sign_width = 240;

// The shape of videos whose size is unknown.
constexpr int default_video_width = 16;
constexpr int default_video_height = 9;

// Converts one document. `context` contains the reader's consent.
class Converter {
  public:
    Converter(const Context& context, const model::Document& document) : context_(context) {
        const bool has_notes =
            !document.blocks.empty() && document.blocks.back().kind == NodeKind::footnotes;
        if (has_notes) count_references(document.blocks);
    }

    std::vector<Node> nodes_of(const std::vector<model::Node>& sources,
                               Links links = Links::allowed) const {
        std::vector<Node> nodes;
        nodes.reserve(sources.size());
        for (const model::Node& source : sources) nodes.push_back(node_of(source, links));
        return nodes;
    }

  private:
    void count_references(const std::vector<model::Node>& nodes) {
        for (const model::Node& node : nodes) {
            if (node.kind == NodeKind::footnote_reference) ++references_[node.number];
            count_references(node.children);
        }
    }

    Node footnotes_of(const model::Node& source) const {
        Node list = element(Role::list, Style::none, nodes_of(source.children));
        list.ordered = true;
        Node section = element(Role::section, Style::footnotes);
        section.label = phrase(context_.publication.site, Phrase::footnotes);
        section.children.push_back(std::move(list));
        return section;
    }

    // The text of a footnote with a link back to each of its references.
    Node footnote_of(const model::Node& source) const {
        Node item = element(Role::list_item, Style::none, nodes_of(source.children));
        item.identifier = source.identifier;
        std::vector<Node>* place = &item.children;
        if (!place->empty() && place->back().role == Role::paragraph)
            place = &place->back().children;
        const auto uses = references_.find(source.number);
        const int count = uses == references_.end() ? 1 : uses->second;
        for (int use = 1; use <= count; ++use) {
            place->push_back(text(use == 1 ? "\u00A0" : " "));  // not alone on a line
            place->push_back(back_link(source.number, use));
        }
        return item;
    }

    // The link back to one reference. Those after the first are numbered: "↩2".
    Node back_link(int number, int use) const {
        std::string name = std::to_string(number);
        if (use > 1) name += "-" + std::to_string(use);
        Node back =
            link(Style::footnote_link, "#fnref-" + name, use > 1 ? "↩" + std::to_string(use) : "↩");
        back.label = phrase(context_.publication.site, Phrase::back_to_reference, {name});
        return back;
    }

    Node footnote_reference_of(const model::Node& source) const {
        Node mark = element(Role::superscript, Style::none);
        mark.identifier = source.identifier;
        Node target = link(Style::footnote_link, source.target, std::to_string(source.number));
        target.label =
            phrase(context_.publication.site, Phrase::footnote, {std::to_string(source.number)});
        mark.children.push_back(std::move(target));
        return mark;
    }

    static Style style_of_token(char kind) {
        switch (kind) {
            case 'k': return Style::code_keyword;
            case 's': return Style::code_string;
            case 'c': return Style::code_comment;
            default: return Style::code_name;
        }
    }

    // Splits the code's text into highlighted parts. Stops at tokens that do not fit the text.
    static void color(Node& code, std::string_view tokens) {
        if (tokens.empty()) return;
        const std::string_view all = code.text;
        std::vector<Node> pieces;
        std::size_t at = 0;
        const auto number = [&] {
            std::size_t value = 0;
            while (!tokens.empty() && tokens[0] >= '0' && tokens[0] <= '9') {
                value = std::min<std::size_t>(
                    value * 10 + static_cast<std::size_t>(tokens[0] - '0'), all.size());
                tokens.remove_prefix(1);
            }
            return value;
        };
        while (!tokens.empty()) {
            const std::size_t begin = at + number();
            const char kind = tokens.empty() ? '.' : tokens[0];
            tokens.remove_prefix(std::min<std::size_t>(tokens.size(), 1));
            const std::size_t end = begin + number();
            tokens.remove_prefix(std::min<std::size_t>(tokens.size(), 1));
            if (end > all.size() || end == begin) break;
            if (begin > at) pieces.push_back(text(all.substr(at, begin - at)));
            pieces.push_back(
                element(Role::span, style_of_token(kind), all.substr(begin, end - begin)));
            at = end;
        }
        if (at < all.size()) pieces.push_back(text(all.substr(at)));
        code.text.clear();
        code.children = std::move(pieces);
    }

    // Adds the language and a copy button.
    Node code_of(Node code) const {
        const std::string_view info = code.info;
        std::string_view name = info.substr(0, info.find_first_of(" \t{,"));
        if (name.empty()) name = phrase(context_.publication.site, Phrase::code);
        Node bar = element(Role::group, Style::code_bar);
        bar.children.push_back(element(Role::span, Style::code_language, name));
        if (context_.state.interactive) {
            Node copy = button(Style::code_copy, phrase(context_.publication.site, Phrase::copy),
                               page::Action::copy_code);
            copy.label = phrase(context_.publication.site, Phrase::copy_code);
            bar.children.push_back(std::move(copy));
        }
        Node block = element(Role::group, Style::code_block);
        block.children.push_back(std::move(bar));
        block.children.push_back(std::move(code));
        return block;
    }

    // Third-party content is loaded only with the reader's consent: to this embed, to this provider
    // or to all.
    bool may_load(const model::Node& embed) const {
        const ReaderState& state = context_.state;
        if (!state.interactive) return false;
        const auto& providers = state.settings.providers;
        return state.settings.consent == ui::Consent::given ||
               state.shown_embeds.contains(embed.target) ||
               std::find(providers.begin(), providers.end(), ui::provider_of(embed.target)) !=
                   providers.end();
    }

    Node embed_button(std::string_view label, page::Action action, std::string key) const {
        Node result = button(Style::embed_button, label, action);
        result.key = std::move(key);
        return result;
    }

    Node embed_of(const model::Node& source) const {
        const model::Site& site = context_.publication.site;
        if (may_load(source)) {
            Node frame = element(Role::embed, Style::embed_frame);
            frame.target = source.target;
            frame.title = source.title.empty() ? source.text : source.title;
            frame.width = source.width;
            frame.height = source.height;
            return frame;
        }
        Node box = element(Role::group, Style::embed);
        const std::string title =
            source.title.empty() ? phrase(site, Phrase::content_of, {source.text}) : source.title;
        box.children.push_back(element(Role::paragraph, Style::embed_title, title));
        box.children.push_back(element(Role::paragraph, Style::embed_text,
                                       phrase(site, Phrase::embed_warning, {source.text})));
        if (context_.state.interactive) {
            box.children.push_back(embed_button(std::string(phrase(site, Phrase::show_embed)),
                                                page::Action::embed_show, source.target));
            box.children.push_back(embed_button(phrase(site, Phrase::always_show, {source.text}),
                                                page::Action::embed_always,
                                                std::string(ui::provider_of(source.target))));
        }
        Node way = element(Role::paragraph, Style::embed_text);
        way.children.push_back(link(Style::footnote_link,
                                    source.info.empty() ? source.target : source.info,
                                    phrase(site, Phrase::open_at, {source.text})));
        box.children.push_back(std::move(way));
        return box;
    }

    static std::string length_of(int seconds) {
        const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        const int hours = seconds / 3600;
        return (hours > 0 ? std::to_string(hours) + ":" + two(seconds / 60 % 60)
                          : std::to_string(seconds / 60)) +
               ":" + two(seconds % 60);
    }

    // The browser's player. The line below it links to the file, for programs without a player, and
    // says how long it is, because browsers know that only once they load it.
    Node recording_of(const model::Node& source) const {
        const bool video = source.kind == NodeKind::video;
        const std::string name = source.title.empty()
                                     ? source.target.substr(source.target.rfind('/') + 1)
                                     : source.title;
        Node player =
            element(role_of(source.kind), video ? Style::recording_video : Style::recording_sound,
                    nodes_of(source.children));
        player.target = source.target;
        player.info = source.info;
        player.label = name;
        const bool shaped = source.width > 0 && source.height > 0;
        player.width = shaped ? source.width : default_video_width;
        player.height = shaped ? source.height : default_video_height;
        Node line = element(Role::paragraph, Style::recording_text);
        line.children.push_back(link(Style::footnote_link, source.target, name));
        if (source.number > 0) {
            const std::string length = length_of(source.number);
            line.children.push_back(
                text(std::string(phrase(context_.publication.site, Phrase::separator)) + length));
        }
        Node box = element(Role::group, Style::recording);
        box.identifier = source.identifier;
        box.children.push_back(std::move(player));
        box.children.push_back(std::move(line));
        return box;
    }

    // The pictures of a figure with several of them are a gallery. A caption for all follows.
    static void gather_gallery(Node& figure) {
        const auto is_figure = [](const Node& child) { return child.role == Role::figure; };
        const auto end =
            std::find_if_not(figure.children.begin(), figure.children.end(), is_figure);
        if (end - figure.children.begin() < 2) return;
        Node gallery = element(Role::group, Style::gallery);
        std::move(figure.children.begin(), end, std::back_inserter(gallery.children));
        for (Node& each : gallery.children) each.style = Style::gallery_item;
        figure.children.erase(figure.children.begin(), end);
        figure.children.insert(figure.children.begin(), std::move(gallery));
    }

    // Labels that an author did not write are in the language of the interface.
    std::string label_of(const model::Node& field) const {
        const model::Site& site = context_.publication.site;
        if (!field.text.empty()) return field.text;
        if (field.info == "email") return std::string(phrase(site, Phrase::email));
        if (field.title == "name") return std::string(phrase(site, Phrase::form_name));
        if (field.title == "message") return std::string(phrase(site, Phrase::form_message));
        return field.title;
    }

    Node field_of(const model::Node& source) const {
        const bool area = source.info == "textarea";
        const bool choice = source.info == "select";
        const bool box = source.info == "checkbox";
        const bool hidden = source.info == "hidden";
        const bool trap = source.info == "trap";
        Node field = element(area     ? Role::text_area
                             : choice ? Role::choice
                                      : Role::field,
                             area     ? Style::form_area
                             : box    ? Style::form_box
                             : hidden ? Style::form_hidden
                                      : Style::form_input);
        field.info = trap ? "text" : source.info;
        field.title = source.title;
        field.important = source.ordered;
        field.decorative = trap;
        if (choice) {
            std::string_view rest = source.tokens;
            while (!rest.empty()) {
                const auto end = std::min(rest.find('\n'), rest.size());
                field.children.push_back(element(Role::option, Style::none, rest.substr(0, end)));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        } else {
            field.key = source.tokens;
        }
        if (hidden) return field;
        Node label = element(Role::field_label, trap  ? Style::form_hidden
                                                : box ? Style::form_check
                                                      : Style::form_field);
        label.decorative = trap;
        Node words = element(Role::span, Style::form_label, trap ? source.title : label_of(source));
        if (box) {
            label.children.push_back(std::move(field));
            label.children.push_back(std::move(words));
        } else {
            label.children.push_back(std::move(words));
            label.children.push_back(std::move(field));
        }
        return label;
    }

    // A long formula in a line is several, between which lines can end. The first has the TeX of
    // all.
    static Node in_parts(Node formula) {
        std::string_view rest = formula.info;
        if (rest.find('\n') == std::string_view::npos) return formula;
        Node parts = element(Role::span, Style::formula);
        parts.direction = page::Direction::left_to_right;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            Node part = element(Role::formula, Style::formula);
            part.info = rest.substr(0, end);
            part.ordered = formula.ordered;
            if (parts.children.empty()) part.text = formula.text;
            parts.children.push_back(std::move(part));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return parts;
    }

    // A formula on a line of its own scrolls if it is wider than the screen.
    static Node formula_of(const model::Node& source) {
        const bool block = source.kind == NodeKind::formula_block;
        Node formula = element(Role::formula, block ? Style::formula_display : Style::formula);
        formula.text = source.text;
        formula.info = source.info;
        formula.ordered = source.ordered;
        if (!block) return in_parts(std::move(formula));
        return element(Role::group, Style::formula_block, std::vector<Node>{std::move(formula)});
    }

    Node form_of(const model::Node& source) const {
        if (source.target.empty()) return element(Role::group, Style::none);
        Node form = element(Role::form, Style::form);
        form.target = source.target;
        form.info = source.info == "get" ? "get" : "post";
        form.key = source.title;
        for (const model::Node& field : source.children) {
            if (field.kind == NodeKind::field) form.children.push_back(field_of(field));
        }
        Node button = element(Role::submit, Style::form_button);
        button.children.push_back(text(source.text.empty()
                                           ? phrase(context_.publication.site, Phrase::form_send)
                                           : std::string_view(source.text)));
        form.children.push_back(std::move(button));
        return form;
    }

    Node node_of(const model::Node& source, Links links) const {
        switch (source.kind) {
            case NodeKind::footnotes: return footnotes_of(source);
            case NodeKind::footnote: return footnote_of(source);
            case NodeKind::footnote_reference: return footnote_reference_of(source);
            case NodeKind::embed: return embed_of(source);
            case NodeKind::audio:
            case NodeKind::video: return recording_of(source);
            case NodeKind::form: return form_of(source);
            case NodeKind::formula:
            case NodeKind::formula_block: return formula_of(source);
            default: break;
        }
        const Links inside = source.kind == NodeKind::link ? Links::around : links;
        Node node = element(role_of(source.kind), Style::none, nodes_of(source.children, inside));
        node.level = source.level;
        node.alignment = static_cast<page::Alignment>(source.alignment);
        node.task = static_cast<page::Task>(source.task);
        node.direction = static_cast<page::Direction>(source.direction);
        node.ordered = source.ordered;
        node.heading_cell = source.heading_cell;
        node.open = source.kind == NodeKind::details && source.ordered;
        if (source.kind == NodeKind::list) node.number = source.ordered ? source.number : 1;
        if (source.kind == NodeKind::list_item && source.number != 0) {
            node.numbered = true;
            node.number = source.number;
        }
        node.width = source.width;
        node.height = source.height;
        node.column_span = source.column_span;
        node.row_span = source.row_span;
        node.text = source.text;
        node.info = source.info;
        node.target = source.target;
        node.title = source.title;
        node.identifier = source.identifier;
        node.language = source.language;
        if (source.kind == NodeKind::image && links == Links::allowed && !source.target.empty() &&
            source.width > sign_width) {
            return enlargeable(context_.publication.site, std::move(node));
        }
        if (source.kind == NodeKind::code_block) {
            color(node, source.tokens);
            return code_of(std::move(node));
        }
        if (source.kind == NodeKind::figure) gather_gallery(node);
        if (source.kind == NodeKind::list && source.ordered) number_items(node);
        // Tables may be wider than the screen, so they scroll in their own box.
        if (source.kind == NodeKind::table) {
            return element(Role::group, Style::table_scroller, std::vector<Node>{std::move(node)});
        }
        return node;
    }

    // Where a list does not count 1, 2, 3 from its first number, its items say what stands before
    // them.
    static void number_items(Node& list) {
        const auto is_usual = [](const Node& item) { return !item.numbered; };
        auto& items = list.children;
        if (list.info.empty() && std::all_of(items.begin(), items.end(), is_usual)) return;
        int number = list.number;
        for (Node& item : items) {
            if (item.role != Role::list_item) continue;
            if (item.numbered) number = item.number;
            item.info = page::list_number(number++, list.info);
        }
    }

    const Context& context_;
    std::map<int, int> references_;  // by number of the footnote
};

}  // namespace

std::vector<Node> document_nodes(const Context& context, const model::Document& document) {
    return Converter(context, document).nodes_of(document.blocks);
}

}  // namespace broadsheet::views
