// A page as a tree of semantic nodes. The canvas, the text layer over it and the prerendered HTML
// are all made from this tree.
//
// Nodes are plain data. A node's role determines its HTML element and its place in the
// accessibility tree. A node's style determines its look: each style has an entry in the theme's
// table. Children are in reading order, which is also the tab order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/style.h"

namespace broadsheet::page {

// The role of a node. Comments name the members that the role uses.
enum class Role : std::uint8_t {
    // Regions and blocks.
    group,  // generic container
    banner,
    navigation,  // label
    main,
    complementary,  // label
    contentinfo,
    article,
    section,  // label
    heading,  // level
    paragraph,
    list,       // ordered, number, info: the letters that count ("a", "A", "i", "I")
    list_item,  // task, numbered: number, info: what stands before it in place of the next number
    block_quote,
    preformatted,  // text, info: programming language
    thematic_break,
    table,
    table_head,
    table_body,
    table_row,
    table_cell,  // heading_cell, alignment, spans
    table_caption,
    figure,
    caption,
    definition_list,
    definition_term,
    definition_description,
    details,  // key, open, pops_up; children: summary first
    summary,
    embed,  // target: URL of the frame, title, width, height; key: it shows comments
    audio,  // target, label; children: track
    video,  // target, label, width, height, info: path of the poster; children: track
    track,  // target, title, language, info: kind
    // Inline.
    text,  // text
    link,  // target, title, info: language of another edition that it leads to
    emphasis,
    strong,
    strikethrough,
    code,
    image,  // target, text: alternative text, width, height, info: placeholder
    time,   // datetime
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
    abbreviation,
    quotation,
    formula,  // text: TeX, info: MathML, ordered: with large operators
    span,
    button,  // action
    // Forms that work without JavaScript.
    search_form,  // target
    text_field,   // text: value, info: placeholder, label
    submit,
    form,         // target, info: get or post, key: its name for Netlify
    field_label,  // children: text and field
    field,        // info: type, title: name, important: required, key: value
    text_area,    // title: name, important: required
    choice,       // title: name, important: required; children: option
    option,       // text
    // HTML made earlier from the same tree, in `text`. Only page_to_html supports it.
    raw_html,
};

// The horizontal alignment of a table cell.
enum class Alignment : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };

// The action of a button, which the reader performs. Plain HTML omits buttons with actions.
enum class Action : std::uint8_t {
    none,
    retry,
    // Performed by JavaScript alone.
    copy_link,
    copy_code,  // copies the code block that contains the button
    share,
    keep_later,  // keeps the page on the device, or no longer
    listen,      // reads the article aloud
    // Reading settings.
    new_marked,
    new_unmarked,
    scheme_device,
    scheme_light,
    scheme_dark,
    text_smaller,
    text_larger,
    face_serif,
    face_sans,
    measure_narrow,
    measure_normal,
    measure_wide,
    justify,
    even,
    ragged,
    hanging_on,
    hanging_off,
    drop_caps_on,
    drop_caps_off,
    indented,
    spaced,
    figures_font,
    figures_lining,
    figures_old,
    // Consent to third-party content. The key of the button names one embed or one provider.
    consent_give,
    consent_refuse,
    consent_withdraw,
    embed_show,
    embed_always,
    comments_show,
    comments_height,  // the frame of comments has this height in CSS pixels, which is the key
    count_,
};

// The name of an action in HTML, such as "copy-link"; empty for `none`.
std::string_view action_name(Action action);
// The action with this name; `none` if the name is unknown.
Action action_of(std::string_view name);

// Whose link it is. Search engines are told of links that are not the site's own.
enum class LinkOrigin : std::uint8_t { site, sponsor, reader };

enum class Pressed : std::uint8_t { unset, no, yes };  // state of a toggle button

// A node of the page. Which members are used depends on `role`.
struct Node {
    Role role = Role::group;
    Style style = Style::none;
    std::uint8_t level = 0;
    Alignment alignment = Alignment::none;
    Task task = Task::none;
    Direction direction = Direction::automatic;
    Action action = Action::none;
    bool ordered = false;
    bool heading_cell = false;
    bool numbered = false;    // list_item: `number` is its own
    bool current = false;     // aria-current
    bool decorative = false;  // image: hidden from assistive technology
    bool important = false;   // image: probably the largest content of the first screen
    bool open = false;        // details
    bool pops_up = false;     // details: a menu over the page; at most one is open at a time
    bool announced = false;   // screen readers announce changes of the text
    LinkOrigin origin = LinkOrigin::site;  // of a link
    Pressed pressed = Pressed::unset;
    // image: the place that stays visible where it is cropped, in tens of percent of its size
    std::uint8_t focus_x = 5;
    std::uint8_t focus_y = 5;
    int number = 1;
    int width = 0;
    int height = 0;
    int column_span = 1;
    int row_span = 1;
    double font_points = 0;  // overrides the style's font size unless 0 (tag cloud)
    std::string text;
    std::string target;
    std::string title;
    std::string label;       // accessible name
    std::string identifier;  // fragment
    std::string language;
    std::string datetime;
    std::string info;
    std::string key;  // details: key in the reader's state; button: argument of its action
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

// What the site uses beyond its own texts, pictures and programs. The policy allows nothing else.
struct PolicySources {
    std::vector<std::string> frames;  // origins of frames: "https://www.youtube-nocookie.com"
    std::vector<std::string> forms;   // origins that forms send to, other than the site
    bool recordings = false;          // the site has sound or video files
    std::string counter;              // origin of the counter of views; may be empty
    bool counter_pictures = false;    // the counter has a picture for readers without scripts
    std::string comment_scripts;      // origin of the scripts of the site's page of comments

    bool operator==(const PolicySources&) const = default;
};

// A page with its metadata.
struct Page {
    std::string title;  // document title
    std::string description;
    std::string path;       // canonical path, decoded; empty for the 404 page
    std::string canonical;  // what search engines are to show instead; path or URL
    std::string site_title;
    std::string base_url;   // absolute URL of the site without trailing '/'; may be empty
    PolicySources sources;  // what the page's security policy allows
    std::string language = "en";
    Direction direction = Direction::left_to_right;
    bool findable = true;  // false: not a page of its own: of unknown addresses, of a search
    bool indexed = true;   // false: search engines are asked not to index the page
    Node root;

    bool operator==(const Page&) const = default;
};

// The writing direction of a language (BCP 47). It is right-to-left for ar, fa, he, ur and similar
// languages.
Direction direction_of_language(std::string_view language);

// Metadata for search engines, link previews and feed readers: a <link> element.
struct HeadLink {
    std::string relation;  // "alternate"
    std::string target;
    std::string type{};
    std::string title{};
    std::string language{};
};
// Metadata of a page.
struct Head {
    std::vector<HeadLink> links;
    // Names and values of <meta> elements: Open Graph ("og:title") and Twitter.
    std::vector<std::pair<std::string, std::string>> properties;
    std::string structured_data;  // JSON-LD without "<"; may be empty
};

// An HTML attribute.
struct Attribute {
    std::string_view name;
    std::string value;

    bool operator==(const Attribute&) const = default;
};

// An element of a page's <head>. `text` is its content, without "<".
struct HeadElement {
    std::string_view name;
    std::vector<Attribute> attributes;
    std::string text{};
};

// The resources that a page's HTML refers to. URLs are relative to the site's root, without leading
// '/'.
struct HtmlOptions {
    std::string base_path = "/";  // path of the site's root on the host; ends with '/'
    std::string stylesheet;       // "assets/theme.1a2b3c4d.css"
    std::string script;           // module that starts the reader; empty: none
    std::string settings;  // script that applies the reader's settings before the first paint
    std::string icon;      // "assets/…/icon.svg"
    std::string manifest = "bundle/manifest.json";  // empty: the reader does not start
    // The member of the manifest that lists the part of the bundle which the page needs ("entries"
    // or "lists"), so that the script asks for it before the program runs; empty: none.
    std::string part;
    // Folders of the site's other language editions: "de fr". For the page for unknown addresses.
    std::string editions;
    std::string common_head;  // HTML for the head of every page
    std::string after_page;   // HTML after the page
    // The counter of views, if the site has one: the origin that it is sent to; the URL of its
    // picture for readers without scripts, to which the page's path is added; and what comes
    // between that and the page's title. Without a picture, the last two are empty.
    std::string counter_origin;
    std::string counter_picture;
    std::string counter_title;
};

// The Content-Security-Policy of the site, for `<meta>`.
std::string content_security_policy(const PolicySources& sources);

// Renders a page as a complete HTML document.
std::string page_to_html(const Page& page, const HtmlOptions& options, const Head& head = {});

// The elements of the head that differ from page to page, except for the title.
std::vector<HeadElement> head_elements(const Page& page, const Head& head,
                                       std::string_view base_path);

// Renders a node and its children as HTML. If `base_path` is "/", paths of the site stay unchanged.
std::string node_to_html(const Node& node, std::string_view base_path = "/");

// The content of a formula's element, as XML that is HTML alike: its MathML, and its TeX as an
// annotation for copying and for browsers without MathML.
std::string formula_content(const Node& formula);

// The HTML element of a node, e.g. "nav". Headings depend on their level.
std::string_view element_name(const Node& node);

// The attributes of a node's element, in the order of output, not yet escaped.
std::vector<Attribute> attributes_of(const Node& node, std::string_view base_path);

// The value of a URL attribute for `target`. Paths of the site get the base path and are
// percent-encoded; "../" at their start leaves its last folder. Other targets stay unchanged.
std::string url_of(std::string_view target, std::string_view base_path);

// All members, to compare or hash them. The build fails if a member is missing (see
// model/members.h).
template <typename Visit>
void members(const HtmlOptions& options, Visit&& visit) {
    const auto& [base_path, stylesheet, script, settings, icon, manifest, part, editions,
                 common_head, after_page, counter_origin, counter_picture, counter_title] = options;
    visit(base_path, stylesheet, script, settings, icon, manifest, part, editions, common_head,
          after_page, counter_origin, counter_picture, counter_title);
}

}  // namespace broadsheet::page
