#include <array>
#include <utility>

#include "page/page.h"
#include "page/picture_sizes.h"
#include "strings/escape.h"
#include "strings/percent.h"

namespace broadsheet::page {

namespace {

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    strings::append_html(out, value);
    out += '"';
}

bool is_void(Role role) {
    return role == Role::thematic_break || role == Role::image || role == Role::line_break ||
           role == Role::text_field || role == Role::track || role == Role::field;
}

std::string_view alignment_name(Alignment alignment) {
    switch (alignment) {
        case Alignment::left: return "left";
        case Alignment::center: return "center";
        case Alignment::right: return "right";
        case Alignment::none: break;
    }
    return "";
}

// The value of `srcset`: all sizes, narrowest first and the original picture last.
std::string source_set(const Node& image, std::string_view base_path) {
    std::string out;
    for (const int width : widths_of_picture(image.target, image.width)) {
        out += url_of(picture_of_width(image.target, width), base_path) + " " +
               std::to_string(width) + "w, ";
    }
    if (!out.empty())
        out += url_of(image.target, base_path) + " " + std::to_string(image.width) + "w";
    return out;
}

void append_attributes(std::string& out, const Node& node, std::string_view base_path) {
    for (const auto& [name, value] : attributes_of(node, base_path)) {
        append_attribute(out, name, value);
    }
}

void append_node(std::string& out, const Node& node, std::string_view base_path);

void append_children(std::string& out, const Node& node, std::string_view base_path) {
    for (const Node& child : node.children) append_node(out, child, base_path);
}

void append_preformatted(std::string& out, const Node& node, std::string_view base_path) {
    out += "<pre";
    append_attributes(out, node, base_path);
    out += "><code";
    const std::string_view language =
        std::string_view(node.info).substr(0, node.info.find_first_of(" \t"));
    if (!language.empty()) append_attribute(out, "class", "language-" + std::string(language));
    out += '>';
    strings::append_html(out, node.text);
    append_children(out, node, base_path);
    out += "</code></pre>";
}

void append_task(std::string& out, Task task) {
    out += "<input type=\"checkbox\" disabled";
    if (task == Task::done) out += " checked";
    out += "> ";
}

void append_node(std::string& out, const Node& node, std::string_view base_path) {
    switch (node.role) {
        case Role::text: strings::append_html(out, node.text); return;
        case Role::soft_break: out += '\n'; return;
        case Role::raw_html: out += node.text; return;
        case Role::preformatted: append_preformatted(out, node, base_path); return;
        // Buttons work only in the reader, which draws its own. Third-party embeds require consent,
        // which only the reader can ask for.
        case Role::button:
        case Role::embed: return;
        default: break;
    }
    const std::string_view name = element_name(node);
    out += '<';
    out += name;
    append_attributes(out, node, base_path);
    out += '>';
    if (is_void(node.role)) return;
    if (node.task != Task::none) append_task(out, node.task);
    if (node.role == Role::formula) {
        out += formula_content(node);
    } else {
        strings::append_html(out, node.text);
    }
    append_children(out, node, base_path);
    out += "</";
    out += name;
    out += '>';
}

void append_meta(std::string& out, std::string_view name, std::string_view content) {
    out += "<meta";
    append_attribute(out, "name", name);
    append_attribute(out, "content", content);
    out += ">\n";
}

void append_link(std::string& out, std::string_view relation, std::string_view target) {
    out += "<link";
    append_attribute(out, "rel", relation);
    append_attribute(out, "href", target);
    out += ">\n";
}

void append_element(std::string& out, const HeadElement& element) {
    out += '<';
    out += element.name;
    for (const Attribute& each : element.attributes) append_attribute(out, each.name, each.value);
    out += '>';
    if (!element.text.empty()) out.append(element.text).append("</").append(element.name) += '>';
    out += '\n';
}

}  // namespace

std::string content_security_policy(const PolicySources& sources) {
    const std::string counter = sources.counter.empty() ? "" : " " + sources.counter;
    std::string policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src "
        "'self'" +
        (sources.counter_pictures ? counter : "") + "; font-src 'self'; connect-src 'self'" +
        counter + "; manifest-src 'self'; base-uri 'none'; form-action 'self'";
    for (const std::string& source : sources.forms) policy += " " + source;
    if (sources.recordings) policy += "; media-src 'self'";
    if (!sources.frames.empty()) policy += "; frame-src";
    for (const std::string& source : sources.frames) policy += " " + source;
    return policy;
}

std::string formula_content(const Node& formula) {
    // Chromium makes `semantics` as narrow as its content, so that a number would stand beside it.
    const bool wide = formula.info.starts_with("<mtable class=\"wide\"");
    std::string out = (wide ? "<semantics class=\"wide\">" : "<semantics>") + formula.info;
    if (!formula.text.empty()) {
        out += "<annotation encoding=\"application/x-tex\">";
        strings::append_xml(out, formula.text);
        out += "</annotation>";
    }
    return out + "</semantics>";
}

std::string_view element_name(const Node& node) {
    static constexpr std::array<std::string_view, 7> headings = {"h1", "h1", "h2", "h3",
                                                                 "h4", "h5", "h6"};
    switch (node.role) {
        case Role::group: return "div";
        case Role::banner: return "header";
        case Role::navigation: return "nav";
        case Role::main: return "main";
        case Role::complementary: return "aside";
        case Role::contentinfo: return "footer";
        case Role::article: return "article";
        case Role::section: return "section";
        case Role::heading: return headings[node.level <= 6 ? node.level : 6];
        case Role::paragraph: return "p";
        case Role::list: return node.ordered ? "ol" : "ul";
        case Role::list_item: return "li";
        case Role::block_quote: return "blockquote";
        case Role::preformatted: return "pre";
        case Role::thematic_break: return "hr";
        case Role::table: return "table";
        case Role::table_head: return "thead";
        case Role::table_body: return "tbody";
        case Role::table_row: return "tr";
        case Role::table_cell: return node.heading_cell ? "th" : "td";
        case Role::table_caption: return "caption";
        case Role::figure: return "figure";
        case Role::caption: return "figcaption";
        case Role::definition_list: return "dl";
        case Role::definition_term: return "dt";
        case Role::definition_description: return "dd";
        case Role::details: return "details";
        case Role::summary: return "summary";
        case Role::embed: return "iframe";
        case Role::audio: return "audio";
        case Role::video: return "video";
        case Role::track: return "track";
        case Role::text: return "span";
        case Role::link: return "a";
        case Role::emphasis: return "em";
        case Role::strong: return "strong";
        case Role::strikethrough: return "del";
        case Role::code: return "code";
        case Role::image: return "img";
        // Without a date, its content would have to be one in the machine's form.
        case Role::time: return node.datetime.empty() ? "span" : "time";
        case Role::line_break: return "br";
        case Role::soft_break:
        case Role::raw_html: return "span";
        case Role::superscript: return "sup";
        case Role::subscript: return "sub";
        case Role::mark: return "mark";
        case Role::keyboard: return "kbd";
        case Role::small: return "small";
        case Role::underline: return "u";
        case Role::insertion: return "ins";
        case Role::citation: return "cite";
        case Role::abbreviation: return "abbr";
        case Role::quotation: return "q";
        case Role::formula: return "math";
        case Role::span: return "span";
        case Role::button:
        case Role::submit: return "button";
        case Role::search_form:
        case Role::form: return "form";
        case Role::field_label: return node.decorative ? "div" : "label";
        case Role::text_area: return "textarea";
        case Role::choice: return "select";
        case Role::option: return "option";
        case Role::text_field:
        case Role::field: return "input";
    }
    return "div";
}

std::vector<Attribute> attributes_of(const Node& node, std::string_view base_path) {
    std::vector<Attribute> result;
    const auto add = [&](std::string_view name, std::string value) {
        result.push_back({name, std::move(value)});
    };
    const auto add_text = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) add(name, value);
    };
    if (const std::string_view name = class_name(node.style); !name.empty()) {
        std::string value(name);
        if (node.font_points > 0)
            value += " points-" + std::to_string(point_step(node.font_points));
        if (node.focus_x != 5) value += " focus-x-" + std::to_string(node.focus_x);
        if (node.focus_y != 5) value += " focus-y-" + std::to_string(node.focus_y);
        add("class", std::move(value));
    }
    add_text("id", node.identifier);
    if (node.role == Role::link) add("href", url_of(node.target, base_path));
    if (node.role == Role::image) {
        const bool sized = node.width > 0 && node.height > 0;
        // Advertisements have the width of their file, which browsers do not know before they load
        // it.
        const bool lazy = sized && !node.important && node.style != Style::advertisement_picture;
        // Before `src`: a script that sets that attribute first starts loading at once.
        if (lazy) add("loading", "lazy");
        add("src", url_of(node.target, base_path));
        add("alt", node.text);
        if (sized) {
            add("width", std::to_string(node.width));
            add("height", std::to_string(node.height));
            if (!node.important) add("decoding", "async");
        }
        if (std::string sources = source_set(node, base_path); !sources.empty()) {
            add("srcset", std::move(sources));
            add("sizes", std::string(shown_sizes(node.style)));
        }
        if (node.important) add("fetchpriority", "high");
    }
    if (node.role == Role::embed) {
        add("src", url_of(node.target, base_path));
        add("width", std::to_string(node.width));
        add("height", std::to_string(node.height));
        add("loading", "lazy");
        add("allow", "fullscreen; picture-in-picture; encrypted-media");
        add("referrerpolicy", "strict-origin-when-cross-origin");
        // The frame cannot navigate this page. A file of this site gets an opaque origin.
        const bool own = node.target.starts_with('/');
        if (!node.key.empty()) {
            // Writing a comment and signing in need forms, windows and what the provider remembers.
            add("data-comments", "");
            add("sandbox",
                "allow-scripts allow-same-origin allow-forms allow-popups "
                "allow-popups-to-escape-sandbox");
        } else {
            add("sandbox", own ? "allow-scripts allow-popups"
                               : "allow-scripts allow-same-origin allow-popups "
                                 "allow-presentation");
        }
    }
    if (node.role == Role::audio || node.role == Role::video) {
        add("controls", "");
        add("preload", "none");
        add("src", url_of(node.target, base_path));
        if (!node.info.empty()) add("poster", url_of(node.info, base_path));
        if (node.role == Role::video) {
            add("width", std::to_string(node.width));
            add("height", std::to_string(node.height));
            add("playsinline", "");
        }
    }
    if (node.role == Role::track) {
        add("kind", node.info);
        add("src", url_of(node.target, base_path));
        add_text("srclang", node.language);
        add_text("label", node.title);
        return result;
    }
    if (node.role == Role::formula && node.style == Style::formula_display) {
        add("display", "block");
    } else if (node.role == Role::formula && node.ordered) {
        add("displaystyle", "true");
    }
    if (node.role == Role::details) {
        add_text("data-key", node.key);
        if (node.pops_up) add("data-pops-up", "");
        if (node.open) add("open", "");
    }
    if (node.role == Role::button) {
        add("type", "button");
        add("data-action", std::string(action_name(node.action)));
        add_text("data-key", node.key);
    }
    if (node.role == Role::search_form) {
        add("role", "search");
        add("action", url_of(node.target, base_path));
    }
    if (node.role == Role::text_field) {
        add("type", "search");
        add("name", "q");
        add_text("value", node.text);
        add_text("placeholder", node.info);
        add("autocomplete", "off");
        add("autocapitalize", "off");
        add("spellcheck", "false");
        add("enterkeyhint", "search");
    }
    if (node.role == Role::form) {
        add("method", node.info);
        add("action", url_of(node.target, base_path));
        if (!node.key.empty()) {
            add("name", node.key);
            add("data-netlify", "true");
            for (const Node& child : node.children) {
                if (child.decorative) add("netlify-honeypot", child.children.back().title);
            }
        }
    }
    if (node.role == Role::field || node.role == Role::text_area || node.role == Role::choice) {
        if (node.role == Role::field) add("type", node.info);
        add("name", node.title);
        add_text("value", node.key);
        if (node.important) add("required", "");
        // The field that only programs see is left empty by browsers too.
        if (node.decorative) {
            add("tabindex", "-1");
            add("autocomplete", "off");
        } else if (node.info == "email" || node.info == "tel" || node.info == "url") {
            add("autocomplete", node.info);
        } else if (node.title == "name") {
            add("autocomplete", "name");
        }
        return result;
    }
    if (node.role == Role::field_label && node.decorative) add("aria-hidden", "true");
    if (node.role == Role::submit) add("type", "submit");
    if (node.announced) add("role", "status");
    if (node.pressed != Pressed::unset) {
        add("aria-pressed", node.pressed == Pressed::yes ? "true" : "false");
    }
    if (node.origin == LinkOrigin::sponsor) add("rel", "sponsored noopener");
    if (node.origin == LinkOrigin::reader) add("rel", "ugc nofollow noopener");
    add_text("title", node.title);
    add_text("aria-label", node.label);
    add_text("lang", node.language);
    if (node.role == Role::link) add_text("hreflang", node.info);
    add_text("datetime", node.datetime);
    if (node.direction == Direction::left_to_right) add("dir", "ltr");
    if (node.direction == Direction::right_to_left) add("dir", "rtl");
    if (node.current) add("aria-current", "page");
    if (node.role == Role::list && node.ordered && node.number != 1) {
        add("start", std::to_string(node.number));
    }
    if (node.role == Role::list && node.ordered) add_text("type", node.info);
    if (node.role == Role::list_item) {
        if (node.numbered) add("value", std::to_string(node.number));
        add_text("data-number", node.info);
    }
    if (node.alignment != Alignment::none)
        add("align", std::string(alignment_name(node.alignment)));
    if (node.role == Role::table_cell) {
        if (node.column_span > 1) add("colspan", std::to_string(node.column_span));
        if (node.row_span > 1) add("rowspan", std::to_string(node.row_span));
    }
    return result;
}

std::string node_to_html(const Node& node, std::string_view base_path) {
    std::string out;
    append_node(out, node, base_path);
    return out;
}

namespace {

// For readers without scripts. Where there are scripts, the browser does not load it.
void append_counter_picture(std::string& out, const Page& page, const HtmlOptions& options) {
    if (options.counter_picture.empty() || page.path.empty()) return;
    static constexpr strings::KeptBytes kept("-._~/");
    std::string address = options.counter_picture;
    strings::append_percent_encoded(
        address, options.base_path.substr(0, options.base_path.size() - 1) + page.path, kept);
    address += options.counter_title;
    strings::append_percent_encoded(address, page.title, kept);
    out += "<noscript><img";
    append_attribute(out, "src", address);
    out += " alt=\"\" width=\"1\" height=\"1\" referrerpolicy=\"no-referrer\"></noscript>\n";
}

}  // namespace

std::string page_to_html(const Page& page, const HtmlOptions& options, const Head& head) {
    std::string out;
    out.reserve(32768);
    const auto asset = [&](const std::string& path) { return options.base_path + path; };
    out += "<!DOCTYPE html>\n<html";
    append_attribute(out, "lang", page.language);
    if (page.direction == Direction::right_to_left) append_attribute(out, "dir", "rtl");
    out += ">\n<head>\n<meta charset=\"utf-8\">\n";
    append_meta(out, "viewport", "width=device-width, initial-scale=1, viewport-fit=cover");
    out += "<meta http-equiv=\"Content-Security-Policy\"";
    PolicySources sources = page.sources;
    sources.counter = options.counter_origin;
    sources.counter_pictures = !options.counter_picture.empty();
    append_attribute(out, "content", content_security_policy(sources));
    out += ">\n<title>";
    strings::append_html(out, page.title);
    out += "</title>\n";
    append_meta(out, "color-scheme", "light dark");
    if (!options.stylesheet.empty()) append_link(out, "stylesheet", asset(options.stylesheet));
    if (!options.icon.empty()) append_link(out, "icon", asset(options.icon));
    out += options.common_head;
    for (const HeadElement& element : head_elements(page, head, options.base_path)) {
        append_element(out, element);
    }
    if (!options.settings.empty()) {
        out += "<script";
        append_attribute(out, "src", asset(options.settings));
        out += "></script>\n";
    }
    if (!options.script.empty()) {
        out += "<script type=\"module\"";
        append_attribute(out, "src", asset(options.script));
        append_attribute(out, "data-base", options.base_path);
        if (!options.manifest.empty()) {
            append_attribute(out, "data-manifest", asset(options.manifest));
            if (!options.part.empty()) append_attribute(out, "data-part", options.part);
        }
        if (!options.editions.empty()) append_attribute(out, "data-editions", options.editions);
        out += "></script>\n";
    }
    out += "</head>\n<body>\n<div id=\"page\">";
    append_node(out, page.root, options.base_path);
    out += "</div>\n";
    append_counter_picture(out, page, options);
    out += options.after_page + "</body>\n</html>\n";
    return out;
}

}  // namespace broadsheet::page
