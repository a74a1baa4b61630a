#include "press/import/ghost/ghost_text.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "press/html/entity.h"
#include "press/import/ghost/gated_parts.h"
#include "press/import/ghost/ghost_headings.h"
#include "press/import/ghost/ghost_markdown.h"
#include "press/import/texts/paragraphs.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 100;  // nodes within each other

std::string text_member(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_member(const Json& object, const char* name) {
    static const Json none = Json::array();
    const auto found = object.find(name);
    return found != object.end() && found->is_array() ? *found : none;
}

std::string element(const std::string& name, const std::string& html) {
    return html.empty() ? std::string() : "<" + name + ">" + html + "</" + name + ">\n";
}

std::string link_html(const std::string& address, const std::string& html) {
    return address.empty() ? html : "<a href=\"" + escaped(address) + "\">" + html + "</a>";
}

// The first of several members that is not empty: versions of a card name them differently.
std::string first_member(const Json& object, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (std::string text = text_member(object, name); !text.empty()) return text;
    }
    return {};
}

std::string image_html(const Json& image) {
    return "<img src=\"" + escaped(text_member(image, "src")) + "\" alt=\"" +
           escaped(text_member(image, "alt")) + "\" title=\"" +
           escaped(text_member(image, "title")) + "\">";
}

// Cards: what is not running text. `name` and `card` are alike in both forms.
class Cards {
  public:
    Cards(ImportedText& result, GhostMarkdown& markdown) : result_(result), markdown_(markdown) {}

    std::string html_of(const std::string& name, const Json& card) {
        if (!card.is_object()) return {};
        if (!is_for_everybody(card)) {
            ++result_.withheld[name];
            return {};
        }
        using Make = std::string (*)(const Json&);
        static constexpr auto makers = std::to_array<std::pair<std::string_view, Make>>({
            {"image", image},         {"gallery", gallery},
            {"code", code},           {"codeblock", code},
            {"html", html},           {"embed", embed},
            {"bookmark", bookmark},   {"hr", rule},
            {"horizontalrule", rule}, {"callout", callout},
            {"toggle", toggle},       {"button", button},
            {"video", video},         {"audio", audio},
            {"file", file},           {"header", header},
            {"product", product},     {"call-to-action", call_to_action},
            {"paywall", nothing},     {"before-after", before_after},
            {"zwnj", nothing},        {"at-link-search", nothing},
        });
        if (name == "markdown" || name == "card-markdown") {
            return markdown_.add(text_member(card, "markdown"));
        }
        for (const auto& [known, make] : makers) {
            if (known == name) return make(card);
        }
        ++result_.dropped_blocks[name];
        return {};
    }

  private:
    static bool is_false(const Json& object, const char* name) {
        const auto found = object.find(name);
        return found != object.end() && found->is_boolean() && !found->get<bool>();
    }

    // {"web":{"nonMember":false}}, or {"showOnWeb":false} in older exports.
    static bool is_for_everybody(const Json& card) {
        const auto found = card.find("visibility");
        if (found == card.end() || !found->is_object()) return true;
        if (is_false(*found, "showOnWeb")) return false;
        const auto web = found->find("web");
        return web == found->end() || !web->is_object() || !is_false(*web, "nonMember");
    }

    static std::string nothing(const Json&) { return {}; }
    static std::string rule(const Json&) { return "<hr>\n"; }
    static std::string html(const Json& card) { return text_member(card, "html") + "\n"; }

    static std::string figure(const std::string& inner, const Json& card) {
        const std::string caption = text_member(card, "caption");
        return "<figure>" + inner +
               (caption.empty() ? "" : "<figcaption>" + caption + "</figcaption>") + "</figure>\n";
    }

    // A picture without words, with a link if there is an address.
    static std::string picture_html(const std::string& source, const std::string& address = {}) {
        if (source.empty()) return {};
        std::string html = "<figure>";
        html += link_html(address, "<img src=\"" + escaped(source) + "\" alt=\"\">");
        html += "</figure>\n";
        return html;
    }

    static std::string image(const Json& card) {
        return figure(link_html(text_member(card, "href"), image_html(card)), card);
    }

    static std::string gallery(const Json& card) {
        std::string inner;
        for (const Json& each : list_member(card, "images")) {
            if (!each.is_object()) continue;
            inner += figure(link_html(text_member(each, "href"), image_html(each)), each);
        }
        return figure(inner, card);
    }

    static std::string code(const Json& card) {
        return "<pre data-info=\"" + escaped(text_member(card, "language")) + "\">" +
               escaped(text_member(card, "code")) + "\n</pre>\n" +
               element("p", text_member(card, "caption"));
    }

    static std::string bookmark(const Json& card) {
        const auto found = card.find("metadata");
        const Json& data = found != card.end() && found->is_object() ? *found : card;
        const std::string address = text_member(card, "url");
        std::string title = text_member(data, "title");
        if (title.empty()) title = address;
        std::string more;
        for (const char* name : {"description", "publisher", "author"}) {
            const std::string words = escaped(text_member(data, name));
            if (!words.empty()) more.append("<br>").append(words);
        }
        return element("p", link_html(address, escaped(title)) + more) +
               element("p", text_member(card, "caption"));
    }

    static std::string without_scripts(std::string html) {
        constexpr std::string_view end = "</script>";
        for (auto at = html.find("<script"); at != std::string::npos;
             at = html.find("<script", at)) {
            const auto close = html.find(end, at);
            html.erase(at, close == std::string::npos ? close : close + end.size() - at);
        }
        return html;
    }

    static std::string embed(const Json& card) {
        if (first_member(card, {"embedType", "type"}) == "bookmark") return bookmark(card);
        const std::string address = text_member(card, "url");
        const std::string frame = text_member(card, "html");
        std::string out = address.empty() ? std::string() : embed_html(address);
        const bool is_known = out.find("<iframe") != std::string::npos;
        // A quoted post has its words in the text.
        const bool has_more = frame.find("<iframe") != std::string::npos ||
                              frame.find("<blockquote") != std::string::npos;
        if (!is_known && has_more) out = "<div>" + without_scripts(frame) + "</div>\n";
        return out + element("p", text_member(card, "caption"));
    }

    static std::string callout(const Json& card) {
        constexpr std::string_view paragraph = "<p>";
        std::string sign = escaped(text_member(card, "calloutEmoji"));
        std::string text = text_member(card, "calloutText");
        if (!sign.empty()) sign += ' ';
        if (text.starts_with(paragraph)) {
            text.insert(paragraph.size(), sign);
        } else {
            text = element("p", sign + text);
        }
        return "<blockquote>" + text + "</blockquote>\n";
    }

    static std::string toggle(const Json& card) {
        return "<details><summary>" + text_member(card, "heading") + "</summary>" +
               text_member(card, "content") + "</details>\n";
    }

    static std::string button(const Json& card) {
        const std::string text = escaped(text_member(card, "buttonText"));
        return text.empty() ? std::string()
                            : element("p", link_html(text_member(card, "buttonUrl"), text));
    }

    static std::string video(const Json& card) {
        const std::string poster = first_member(card, {"customThumbnailSrc", "thumbnailSrc"});
        const std::string shown = poster.empty() ? poster : "\" poster=\"" + escaped(poster);
        return figure("<video src=\"" + escaped(text_member(card, "src")) + shown + "\"></video>",
                      card);
    }

    static std::string audio(const Json& card) {
        return picture_html(text_member(card, "thumbnailSrc")) +
               element("p", escaped(text_member(card, "title"))) + "<p><audio src=\"" +
               escaped(text_member(card, "src")) + "\"></audio></p>\n";
    }

    static std::string file(const Json& card) {
        const std::string name = first_member(card, {"fileTitle", "fileName", "src"});
        return element("p", link_html(text_member(card, "src"), escaped(name))) +
               element("p", escaped(text_member(card, "fileCaption")));
    }

    static std::string header(const Json& card) {
        // Of two versions, the first has a style, and its picture only with one of them.
        const std::string style = text_member(card, "style");
        const bool has_picture = style.empty() || style == "image";
        return picture_html(has_picture ? text_member(card, "backgroundImageSrc") : std::string()) +
               element("h2", first_member(card, {"header", "heading"})) +
               element("p", first_member(card, {"subheader", "subheading"})) +
               (is_false(card, "buttonEnabled") ? std::string() : button(card));
    }

    static std::string product(const Json& card) {
        std::string out = picture_html(text_member(card, "productImageSrc"));
        out += element("h3", text_member(card, "productTitle"));
        out += text_member(card, "productDescription");
        out += '\n';
        const std::string text = escaped(text_member(card, "productButton"));
        if (text.empty() || is_false(card, "productButtonEnabled")) return out;
        return out + element("p", link_html(text_member(card, "productUrl"), text));
    }

    static std::string call_to_action(const Json& card) {
        const bool has_button = !is_false(card, "showButton");
        std::string out;
        if (!is_false(card, "hasSponsorLabel")) out += text_member(card, "sponsorLabel") + "\n";
        out += picture_html(text_member(card, "imageUrl"),
                            has_button ? text_member(card, "buttonUrl") : std::string());
        out += text_member(card, "textValue");
        out += '\n';
        return has_button ? out + button(card) : out;
    }

    static std::string before_after(const Json& card) {
        std::string inner;
        for (const char* name : {"beforeImage", "afterImage"}) {
            const auto found = card.find(name);
            if (found == card.end() || !found->is_object()) continue;
            if (!text_member(*found, "src").empty()) inner += figure(image_html(*found), *found);
        }
        return inner.empty() ? inner : figure(inner, card);
    }

    ImportedText& result_;
    GhostMarkdown& markdown_;
};

// {"root":{"children":[{"type":"paragraph","children":[{"type":"text","text":"…","format":1}]}]}}
class Lexical {
  public:
    explicit Lexical(Cards& cards) : cards_(cards) {}

    std::string html_of(const Json& children, int depth) {
        std::string out;
        if (depth > deepest) return out;
        for (const Json& node : children) {
            if (node.is_object()) append(out, node, depth);
        }
        return out;
    }

  private:
    void append(std::string& out, const Json& node, int depth) {
        const std::string type = text_member(node, "type");
        const auto inner = [&] { return html_of(list_member(node, "children"), depth + 1); };
        if (type == "text" || type == "extended-text" || type == "tk") {
            append_text(out, node);
        } else if (type == "linebreak") {
            out += "<br>";
        } else if (type == "link" || type == "autolink") {
            out += link_html(text_member(node, "url"), inner());
        } else if (type == "paragraph") {
            out += element("p", inner());
        } else if (type == "heading" || type == "extended-heading") {
            const std::string tag = text_member(node, "tag");
            out += element(tag.size() == 2 && tag[0] == 'h' ? tag : "h2", inner());
        } else if (type == "quote" || type == "extended-quote" || type == "aside") {
            out += "<blockquote><p>" + inner() + "</p></blockquote>\n";
        } else if (type == "list") {
            append_list(out, node, inner());
        } else if (type == "listitem") {
            append_item(out, node, inner());
        } else if (node.contains("children")) {
            out += inner();
        } else if (type == "code-highlight" || type == "tab") {
            out += escaped(text_member(node, "text"));
        } else {
            out += cards_.html_of(type, node);
        }
    }

    static void append_list(std::string& out, const Json& node, const std::string& inner) {
        const bool is_ordered = text_member(node, "listType") == "number";
        const auto start = node.find("start");
        if (inner.empty() || !is_ordered || start == node.end() || !start->is_number_integer()) {
            out += element(is_ordered ? "ol" : "ul", inner);
        } else {
            out += "<ol start=\"" + start->dump() + "\">" + inner + "</ol>\n";
        }
    }

    // A list within a list is in an item of its own; in HTML it belongs to the item before.
    static void append_item(std::string& out, const Json& node, const std::string& inner) {
        constexpr std::string_view end = "</li>\n";
        const Json& children = list_member(node, "children");
        const bool is_list = children.size() == 1 && children[0].is_object() &&
                             text_member(children[0], "type") == "list";
        if (is_list && out.ends_with(end)) {
            out.resize(out.size() - end.size());
            out += inner + std::string(end);
        } else {
            out += "<li>" + inner + std::string(end);
        }
    }

    static void append_text(std::string& out, const Json& node) {
        static constexpr auto formats =
            std::to_array<std::pair<unsigned, std::string_view>>({{1U, "strong"},
                                                                  {2U, "em"},
                                                                  {4U, "s"},
                                                                  {8U, "u"},
                                                                  {32U, "sub"},
                                                                  {64U, "sup"},
                                                                  {128U, "mark"},
                                                                  {16U, "code"}});
        const auto found = node.find("format");
        const unsigned format =
            found != node.end() && found->is_number_unsigned() ? found->get<unsigned>() : 0U;
        std::string end;
        for (const auto& [bit, name] : formats) {
            if ((format & bit) == 0) continue;
            out += "<" + std::string(name) + ">";
            end.insert(0, "</" + std::string(name) + ">");
        }
        out += escaped(text_member(node, "text")) + end;
    }

    Cards& cards_;
};

// {"version":"0.3.1","markups":[["strong"]],"atoms":[["soft-return","",{}]],
//  "cards":[["image",{"src":"…"}]],"sections":[[1,"p",[[0,[0],1,"bold"]]],[10,0]]}
class Mobiledoc {
  public:
    Mobiledoc(const Json& document, Cards& cards) : document_(document), cards_(cards) {}

    std::string html() {
        std::string out;
        for (const Json& section : list_member(document_, "sections")) append_section(out, section);
        return out;
    }

  private:
    // A member of a list; null if there is none.
    static const Json& at(const Json& list, std::size_t i) {
        static const Json none;
        return list.is_array() && i < list.size() ? list[i] : none;
    }
    static std::string text_at(const Json& list, std::size_t i) {
        const Json& value = at(list, i);
        return value.is_string() ? value.get<std::string>() : std::string();
    }
    static std::size_t number_at(const Json& list, std::size_t i) {
        const Json& value = at(list, i);
        return value.is_number_unsigned() ? value.get<std::size_t>() : std::size_t{0};
    }

    void append_section(std::string& out, const Json& section) {
        enum Kind : std::size_t { markup = 1, image = 2, list = 3, card = 10 };
        switch (number_at(section, 0)) {
            case markup: {
                const std::string tag = text_at(section, 1);
                const std::string inner = markers_html(at(section, 2));
                if (tag == "blockquote" || tag == "aside" || tag == "pull-quote") {
                    out += "<blockquote><p>" + inner + "</p></blockquote>\n";
                } else {
                    const bool is_heading = tag.size() == 2 && tag[0] == 'h';
                    out += element(is_heading ? tag : "p", inner);
                }
                break;
            }
            case image:
                out += "<figure><img src=\"" + escaped(text_at(section, 1)) +
                       "\" alt=\"\"></figure>\n";
                break;
            case list: {
                std::string items;
                if (at(section, 2).is_array()) {
                    for (const Json& item : at(section, 2))
                        items += element("li", markers_html(item));
                }
                out += element(text_at(section, 1) == "ol" ? "ol" : "ul", items);
                break;
            }
            case card: {
                const Json& each = at(list_member(document_, "cards"), number_at(section, 1));
                out += cards_.html_of(text_at(each, 0), at(each, 1));
                break;
            }
            default: break;
        }
    }

    // [[0,[opened markups],number of closed ones,"text"],[1,[],0,number of an atom]]
    std::string markers_html(const Json& markers) {
        std::string out;
        std::vector<std::string> open;
        if (!markers.is_array()) return out;
        for (const Json& marker : markers) {
            if (at(marker, 1).is_array()) {
                for (const Json& number : at(marker, 1)) {
                    if (number.is_number_unsigned()) {
                        open_markup(out, open, number.get<std::size_t>());
                    }
                }
            }
            if (number_at(marker, 0) == 1) {
                const Json& atom = at(list_member(document_, "atoms"), number_at(marker, 3));
                out += text_at(atom, 0) == "soft-return" ? "<br>" : escaped(text_at(atom, 1));
            } else {
                out += escaped(text_at(marker, 3));
            }
            for (std::size_t i = number_at(marker, 2); i > 0 && !open.empty(); --i) {
                out += "</" + open.back() + ">";
                open.pop_back();
            }
        }
        return out;
    }

    void open_markup(std::string& out, std::vector<std::string>& open, std::size_t number) {
        const Json& markup = at(list_member(document_, "markups"), number);
        std::string tag = strings::lower_ascii(text_at(markup, 0));
        if (tag.empty() ||
            tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
            tag = "span";
        }
        out += "<" + tag;
        if (text_at(at(markup, 1), 0) == "href") {
            out += " href=\"" + escaped(text_at(at(markup, 1), 1)) + "\"";
        }
        out += ">";
        open.push_back(std::move(tag));
    }

    const Json& document_;
    Cards& cards_;
};

}  // namespace

ImportedText read_ghost_text(std::string_view content, const TextContext& context) {
    ImportedText result;
    std::string html(content);
    GhostMarkdown markdown;
    if (strings::trimmed(content).starts_with('{')) {
        const Json document = Json::parse(content, nullptr, false);
        Cards cards(result, markdown);
        if (document.is_object() && document.contains("root") && document["root"].is_object()) {
            html = Lexical(cards).html_of(list_member(document["root"], "children"), 0);
        } else if (document.is_object() && document.contains("sections")) {
            html = Mobiledoc(document, cards).html();
        }
    }
    remove_gated_parts(html, result);
    replace_all(html, more_mark, "");
    replace_all(html, "<!--more-->", more_html());
    markdown.resolve(html);
    add_html(html, context, result);
    markdown.place(result);
    identify_ghost_headings(result.document);
    return result;
}

}  // namespace broadsheet::press
