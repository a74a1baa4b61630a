// A page as a tree of meanings: what stands where, in which order, under which role. The one
// description from which the pixels, the text layer under them and the readable HTML are made.
//
// Nodes are plain data. A role says what a thing is (and so its HTML element and its part in the
// accessibility tree), a style says how it looks (and so its entry in the theme's table).
// Children of a node are in reading order, which is also the tab order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/style.h"

namespace broadsheet::page {

enum class Role : std::uint8_t {
    // Regions and blocks.
    group,  // no meaning of its own
    banner,
    navigation,  // label
    main,
    complementary,  // label
    contentinfo,
    article,
    section,  // label
    heading,  // level
    paragraph,
    list,       // ordered, number
    list_item,  // task
    block_quote,
    preformatted,  // text, info: the language of the code
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
    embed,  // target: what a frame shows, title, width, height
    // Inline.
    text,  // text
    link,  // target, title
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
    span,
    button,  // action
    // Asks the site: its parts keep working without a program.
    search_form,  // target
    text_field,   // text: its value, info: what stands in it while it is empty, label
    submit,
    // HTML that was made of the same tree before, in `text`; only page_to_html knows it.
    prepared,
};

enum class Alignment : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };

// What pressing a button does; the reader acts on it, plain HTML leaves such buttons out.
enum class Action : std::uint8_t {
    none,
    retry,
    // Done by the browser's side alone.
    copy_link,
    copy_code,  // of the code block that the button stands in
    share,
    // Reading settings.
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
    ragged,
    // Consent to content of other companies.
    consent_give,
    consent_refuse,
    consent_ask,
    count_,
};

// "copy-link"; empty for `none`. Back: `none` where the name means nothing.
std::string_view action_name(Action action);
Action action_of(std::string_view name);

enum class Pressed : std::uint8_t { unset, no, yes };  // of a button that stays down

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
    bool current = false;     // aria-current
    bool decorative = false;  // image: says nothing that the text beside it does not
    bool important = false;   // image: likely the largest thing first seen
    bool open = false;        // details
    bool pops_up = false;     // details: a menu over the page, of which one is open at a time
    bool sponsored = false;   // link: paid for
    bool announced = false;   // changes of the text are read out
    Pressed pressed = Pressed::unset;
    int number = 1;
    int width = 0;
    int height = 0;
    int column_span = 1;
    int row_span = 1;
    double font_points = 0;  // overrides the style's size where not 0 (tag cloud)
    std::string text;
    std::string target;
    std::string title;
    std::string label;       // name for assistive technology
    std::string identifier;  // fragment
    std::string language;
    std::string datetime;
    std::string info;
    std::string key;  // details: its name in the reader's state
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

struct Page {
    std::string title;  // of the window
    std::string description;
    std::string path;  // canonical, decoded; empty where there is none (404)
    std::string site_title;
    std::string base_url;  // absolute URL of the site without trailing '/'; may be empty
    std::vector<std::string> frame_sources;  // origins that the page may embed
    std::string language = "en";
    Direction direction = Direction::left_to_right;
    bool findable = true;  // false: search engines are asked not to keep it
    Node root;

    bool operator==(const Page&) const = default;
};

// Right-to-left for the languages written so by default (ar, fa, he, ur, …).
Direction direction_of_language(std::string_view language);

// What a document says to machines only: search engines, previews of links, feed readers.
struct HeadLink {
    std::string relation;  // "alternate"
    std::string target;
    std::string type{};
    std::string title{};
    std::string language{};
};
struct Head {
    std::vector<HeadLink> links;
    // "og:title" and the like; those of Twitter's vocabulary as well.
    std::vector<std::pair<std::string, std::string>> properties;
    std::string structured_data;  // JSON-LD without "<"; may be empty
};

// What the HTML of a page refers to. All are relative to the site's root, without leading '/'.
struct HtmlOptions {
    std::string base_path = "/";  // where the host puts the site's root; ends with '/'
    std::string stylesheet;       // "assets/theme.1a2b3c4d.css"
    std::string script;           // module that starts the reader; empty: none
    std::string settings;         // script that applies the reader's settings before first paint
    std::string icon;             // "assets/…/icon.svg"
    std::string manifest = "bundle/manifest.json";
    std::string common_head;  // HTML that every page has in its head
};

// The policy that the whole site works under (features H4), for `<meta>`. `frame_sources` are the
// origins whose frames the site embeds, "https://www.youtube-nocookie.com".
std::string content_security_policy(const std::vector<std::string>& frame_sources);

// A whole HTML document.
std::string page_to_html(const Page& page, const HtmlOptions& options, const Head& head = {});

// One tree without document around it; site paths keep their form where `base_path` is "/".
std::string node_to_html(const Node& node, std::string_view base_path = "/");

// The element of a role, e.g. "nav"; a heading's level counts.
std::string_view element_name(const Node& node);

struct Attribute {
    std::string_view name;
    std::string value;

    bool operator==(const Attribute&) const = default;
};

// The attributes of a node's element, in the order they are printed, not yet escaped.
std::vector<Attribute> attributes_of(const Node& node, std::string_view base_path);

// `target` as it stands in an attribute: site paths get the base path and are percent-encoded,
// everything else stays as it is.
std::string url_of(std::string_view target, std::string_view base_path);

// All members at once, for what compares or hashes them: one that is added does not compile until
// it is here.
template <typename Visit>
void members(const HtmlOptions& options, Visit&& visit) {
    const auto& [base_path, stylesheet, script, settings, icon, manifest, common_head] = options;
    visit(base_path, stylesheet, script, settings, icon, manifest, common_head);
}

}  // namespace broadsheet::page
