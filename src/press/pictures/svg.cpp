#include "press/pictures/svg.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

namespace broadsheet::press {

namespace {

constexpr int max_depth = 200;

// Elements that draw or describe a drawing, without namespace prefix. All others are removed.
constexpr std::array<std::string_view, 63> allowed_elements = {"svg",
                                                               "g",
                                                               "defs",
                                                               "symbol",
                                                               "use",
                                                               "title",
                                                               "desc",
                                                               "metadata",
                                                               "switch",
                                                               "view",
                                                               "path",
                                                               "rect",
                                                               "circle",
                                                               "ellipse",
                                                               "line",
                                                               "polyline",
                                                               "polygon",
                                                               "text",
                                                               "tspan",
                                                               "textPath",
                                                               "image",
                                                               "marker",
                                                               "linearGradient",
                                                               "radialGradient",
                                                               "stop",
                                                               "pattern",
                                                               "clipPath",
                                                               "mask",
                                                               "filter",
                                                               "feBlend",
                                                               "feColorMatrix",
                                                               "feComponentTransfer",
                                                               "feComposite",
                                                               "feConvolveMatrix",
                                                               "feDiffuseLighting",
                                                               "feDisplacementMap",
                                                               "feDistantLight",
                                                               "feDropShadow",
                                                               "feFlood",
                                                               "feFuncA",
                                                               "feFuncB",
                                                               "feFuncG",
                                                               "feFuncR",
                                                               "feGaussianBlur",
                                                               "feImage",
                                                               "feMerge",
                                                               "feMergeNode",
                                                               "feMorphology",
                                                               "feOffset",
                                                               "fePointLight",
                                                               "feSpecularLighting",
                                                               "feSpotLight",
                                                               "feTile",
                                                               "feTurbulence",
                                                               "style",
                                                               "animate",
                                                               "animateMotion",
                                                               "animateTransform",
                                                               "mpath",
                                                               "a",
                                                               "hatch",
                                                               "hatchpath",
                                                               "solidcolor"};

std::string_view local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) {
        // Ignores white space and control characters, which could hide a scheme or a function name.
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

// True for references within the file, and for pictures in data: URLs.
bool is_safe_reference(std::string_view value) {
    const std::string target = lower(value);
    if (target.starts_with('#')) return true;
    for (const std::string_view kind : {"png", "jpeg", "jpg", "gif", "webp"}) {
        if (target.starts_with("data:image/" + std::string(kind) + ";base64,")) return true;
    }
    return false;
}

// True for CSS that loads nothing: every url(…) is a reference within the file.
bool is_safe_style(std::string_view value) {
    const std::string text = lower(value);
    if (text.find("@import") != std::string::npos ||
        text.find("expression(") != std::string::npos ||
        text.find("javascript:") != std::string::npos ||
        text.find("-moz-binding") != std::string::npos || text.find('\\') != std::string::npos ||
        text.find("image-set(") != std::string::npos) {
        return false;
    }
    for (auto found = text.find("url("); found != std::string::npos;
         found = text.find("url(", found + 4)) {
        std::size_t i = found + 4;
        if (i < text.size() && (text[i] == '"' || text[i] == '\'')) ++i;
        if (i >= text.size() || text[i] != '#') return false;
    }
    return true;
}

bool is_allowed_attribute(std::string_view name, std::string_view value) {
    const std::string local = lower(local_name(name));
    if (local.starts_with("on")) return false;
    if (local == "href") return is_safe_reference(value);
    if (local == "src" || local == "base" || local == "action" || local == "formaction")
        return false;
    const std::string attribute = lower(value);
    // An animation must not set a link or an event handler.
    if (local == "attributename" && (attribute.ends_with("href") || attribute.starts_with("on"))) {
        return false;
    }
    return is_safe_style(value);
}

void clean(pugi::xml_node element, int depth) {
    std::vector<std::string> attributes;
    for (const pugi::xml_attribute attribute : element.attributes()) {
        if (!is_allowed_attribute(attribute.name(), attribute.value())) {
            attributes.emplace_back(attribute.name());
        }
    }
    for (const std::string& name : attributes) element.remove_attribute(name.c_str());
    pugi::xml_node next;
    for (pugi::xml_node child = element.first_child(); child; child = next) {
        next = child.next_sibling();
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) continue;
        const std::string_view name = local_name(child.name());
        const bool allowed = child.type() == pugi::node_element && depth < max_depth &&
                             std::find(allowed_elements.begin(), allowed_elements.end(), name) !=
                                 allowed_elements.end() &&
                             !(name == "style" && !is_safe_style(child.text().get()));
        if (!allowed) {
            element.remove_child(child);
            continue;
        }
        clean(child, depth + 1);
    }
}

// Entities that a document type declares, by name: <!ENTITY ns_svg "http://www.w3.org/2000/svg">.
std::map<std::string, std::string, std::less<>> entities_of(std::string_view type) {
    constexpr std::string_view start = "<!ENTITY";
    constexpr std::string_view white = " \t\r\n";
    std::map<std::string, std::string, std::less<>> entities;
    for (auto at = type.find(start); at != std::string_view::npos; at = type.find(start, at)) {
        at += start.size();
        const auto name = type.find_first_not_of(white, at);
        const auto end = type.find_first_of(white, std::min(name, type.size()));
        const auto quote = type.find_first_not_of(white, std::min(end, type.size()));
        if (quote == std::string_view::npos || (type[quote] != '"' && type[quote] != '\''))
            continue;
        const auto close = type.find(type[quote], quote + 1);
        if (close == std::string_view::npos) break;
        entities.emplace(type.substr(name, end - name), type.substr(quote + 1, close - quote - 1));
        at = close;
    }
    return entities;
}

// Replaces the entities of the file's own document type, as Illustrator declares them. Nothing if
// that would take too much memory: a few nested entities can stand for gigabytes.
std::optional<std::string> with_entities(std::string_view bytes) {
    constexpr std::size_t max_growth = 1'000'000;
    constexpr int max_nesting = 8;
    const auto type = bytes.find("<!DOCTYPE");
    const auto end = type == std::string_view::npos ? type : bytes.find("]>", type);
    if (end == std::string_view::npos) return std::string(bytes);
    const auto entities = entities_of(bytes.substr(type, end - type));
    std::string text(bytes.substr(0, type));
    text += bytes.substr(end + 2);
    const std::size_t limit = text.size() + max_growth;
    for (int nesting = 0; nesting < max_nesting; ++nesting) {
        std::string next;
        bool any = false;
        for (std::size_t i = 0; i < text.size();) {
            const auto start = std::min(text.find('&', i), text.size());
            next.append(text, i, start - i);
            const auto close = text.find(';', start);
            const auto found =
                close == std::string::npos
                    ? entities.end()
                    : entities.find(std::string_view(text).substr(start + 1, close - start - 1));
            if (found != entities.end()) {
                next += found->second;
                any = true;
                i = close + 1;
            } else {
                next.append(text, start, 1);
                i = start + 1;
            }
            if (next.size() > limit) return std::nullopt;
        }
        text = std::move(next);
        if (!any) return text;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> clean_svg(std::string_view bytes) {
    pugi::xml_document document;
    std::string expanded;
    if (bytes.find("<!ENTITY") != std::string_view::npos) {
        auto text = with_entities(bytes);
        if (!text) return std::nullopt;
        expanded = std::move(*text);
        bytes = expanded;
    }
    const unsigned options =
        (pugi::parse_default | pugi::parse_ws_pcdata) & ~static_cast<unsigned>(pugi::parse_doctype);
    if (!document.load_buffer(bytes.data(), bytes.size(), options)) return std::nullopt;
    pugi::xml_node root = document.document_element();
    if (local_name(root.name()) != "svg") return std::nullopt;
    std::vector<pugi::xml_node> others;
    for (const pugi::xml_node child : document.children()) {
        if (child != root) others.push_back(child);
    }
    for (const pugi::xml_node child : others) document.remove_child(child);
    clean(root, 0);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

}  // namespace broadsheet::press
