#include "press/text/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "press/text/document_builder.h"
#include "press/text/embeds.h"
#include "press/text/html_elements.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// Memory for one parse, released all at once. The parser's own clean-up is recursive and could
// overflow the stack on a deep tree.
class Arena {
  public:
    static void* allocate(void* arena, std::size_t size) {
        return static_cast<Arena*>(arena)->take(size);
    }
    static void release(void*, void*) {}

  private:
    void* take(std::size_t size) {
        constexpr std::size_t alignment = 2 * sizeof(void*);
        size = (size + alignment - 1) / alignment * alignment;
        if (size > left_) {
            const std::size_t block = std::max<std::size_t>(size, 64 * 1024);
            blocks_.push_back(std::make_unique<std::byte[]>(block));
            next_ = blocks_.back().get();
            left_ = block;
        }
        void* result = next_;
        next_ += size;
        left_ -= size;
        return result;
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboElement& element, const char* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

// The attribute as an integer between `least` and `most`, or `fallback` for anything else, such as
// "50%".
int number_attribute(const GumboElement& element, const char* name, int fallback, int min,
                     int max) {
    const std::string text(attribute(element, name));
    if (text.empty() || text.size() > 9) return fallback;
    char* end = nullptr;
    const long value = std::strtol(text.c_str(), &end, 10);
    if (*end != '\0' && std::string_view(end) != "px") return fallback;
    return value < min || value > max ? fallback : static_cast<int>(value);
}

std::string element_name(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data == nullptr ? "" : std::string(piece.data, piece.length));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return name;
}

// Names that scripts of the page use without `window.` or `document.`. An element with such an
// identifier could take their place.
bool is_name_of_scripts(std::string_view text) {
    static constexpr auto names = std::to_array<std::string_view>({"Module",
                                                                   "alert",
                                                                   "anchors",
                                                                   "attributes",
                                                                   "body",
                                                                   "caches",
                                                                   "childNodes",
                                                                   "children",
                                                                   "close",
                                                                   "closed",
                                                                   "constructor",
                                                                   "cookie",
                                                                   "createElement",
                                                                   "crypto",
                                                                   "customElements",
                                                                   "document",
                                                                   "documentElement",
                                                                   "domain",
                                                                   "event",
                                                                   "external",
                                                                   "fetch",
                                                                   "forms",
                                                                   "frames",
                                                                   "getElementById",
                                                                   "getSelection",
                                                                   "hasOwnProperty",
                                                                   "head",
                                                                   "history",
                                                                   "images",
                                                                   "implementation",
                                                                   "indexedDB",
                                                                   "length",
                                                                   "links",
                                                                   "localStorage",
                                                                   "location",
                                                                   "name",
                                                                   "navigator",
                                                                   "open",
                                                                   "opener",
                                                                   "origin",
                                                                   "parent",
                                                                   "performance",
                                                                   "print",
                                                                   "prototype",
                                                                   "querySelector",
                                                                   "querySelectorAll",
                                                                   "referrer",
                                                                   "screen",
                                                                   "scripts",
                                                                   "self",
                                                                   "sessionStorage",
                                                                   "status",
                                                                   "stop",
                                                                   "styleSheets",
                                                                   "toString",
                                                                   "top",
                                                                   "valueOf",
                                                                   "window",
                                                                   "write",
                                                                   "__proto__"});
    return std::find(names.begin(), names.end(), text) != names.end();
}

// The identifier in the page, as GitHub prefixes it.
std::string prefixed(std::string identifier) {
    if (is_name_of_scripts(identifier)) identifier.insert(0, "user-content-");
    return identifier;
}

std::string clean_identifier(std::string_view text) {
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return {};
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) out += c;
    }
    return prefixed(std::move(out));
}

// The text, if it has the form of a language tag; otherwise empty.
std::string clean_language(std::string_view text) {
    const bool well_formed = text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
                                 return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                        (c >= '0' && c <= '9') || c == '-';
                             });
    return well_formed ? std::string(text) : std::string();
}

class Walker {
  public:
    explicit Walker(CleanedHtml& result) : result_(result) {}

    void walk_children(const GumboVector& children) {
        for (unsigned int i = 0; i < children.length; ++i) {
            walk(*static_cast<const GumboNode*>(children.data[i]));
        }
    }

    model::Document finish() { return builder_.finish(); }

  private:
    void walk(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE: builder_.add_text(node.v.text.text); break;
            case GUMBO_NODE_CDATA: builder_.add_text(node.v.text.text); break;
            case GUMBO_NODE_ELEMENT: walk_element(node.v.element); break;
            case GUMBO_NODE_TEMPLATE: result_.dropped_elements.insert("template"); break;
            default: break;  // comments
        }
    }

    void walk_element(const GumboElement& element) {
        const std::string name = element_name(element);
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML) {
            result_.dropped_elements.insert(name);
            return;
        }
        const ElementRule rule = rule_of(name);
        switch (rule.treatment) {
            case Treatment::drop: result_.dropped_elements.insert(name); return;
            case Treatment::drop_quietly: return;
            case Treatment::content: walk_content(element); return;
            case Treatment::media: walk_media(element, name); return;
            case Treatment::frame: walk_frame(element, name); return;
            case Treatment::form:
                if (add_form(element)) return;
                break;
            case Treatment::parentheses:
                builder_.add_text(" (");
                walk_children(element.children);
                builder_.add_text(")");
                return;
            case Treatment::node: break;
        }
        Node node;
        node.kind = rule.kind;
        node.level = rule.level;
        add_common_attributes(element, node);
        switch (rule.kind) {
            case NodeKind::link: walk_link(element, std::move(node)); return;
            case NodeKind::image: add_image(element, std::move(node)); return;
            case NodeKind::code: add_code(element, std::move(node)); return;
            case NodeKind::code_block: add_code_block(element, std::move(node)); return;
            case NodeKind::line_break:
            case NodeKind::thematic_break: builder_.add(std::move(node)); return;
            case NodeKind::list: read_list(element, name, node); break;
            case NodeKind::list_item: read_item(element, node); break;
            case NodeKind::table_cell: read_cell(element, name, node); break;
            case NodeKind::abbreviation: node.title = attribute(element, "title"); break;
            default: break;
        }
        builder_.open(std::move(node));
        walk_children(element.children);
        builder_.close();
    }

    static void add_common_attributes(const GumboElement& element, Node& node) {
        node.identifier = clean_identifier(attribute(element, "id"));
        node.language = clean_language(attribute(element, "lang"));
        const std::string_view direction = attribute(element, "dir");
        if (direction == "rtl") node.direction = model::Direction::right_to_left;
        if (direction == "ltr") node.direction = model::Direction::left_to_right;
    }

    // Replaces an element with its content, or with a span if it has an identifier, a language or a
    // direction.
    void walk_content(const GumboElement& element) {
        Node node;
        node.kind = NodeKind::span;
        add_common_attributes(element, node);
        const bool says_something = !node.identifier.empty() || !node.language.empty() ||
                                    node.direction != model::Direction::automatic;
        if (says_something) builder_.open(std::move(node));
        walk_children(element.children);
        if (says_something) builder_.close();
    }

    void walk_link(const GumboElement& element, Node node) {
        if (node.identifier.empty()) node.identifier = clean_identifier(attribute(element, "name"));
        node.target = attribute(element, "href");
        if (node.target.starts_with('#')) node.target = "#" + prefixed(node.target.substr(1));
        node.title = attribute(element, "title");
        if (!has_attribute(element, "href")) {
            if (node.identifier.empty()) return walk_children(element.children);
            node.kind = NodeKind::span;
        }
        builder_.open(std::move(node));
        walk_children(element.children);
        builder_.close();
    }

    void add_image(const GumboElement& element, Node node) {
        constexpr int max_pixels = 100'000;
        node.target = attribute(element, "src");
        node.text = attribute(element, "alt");
        node.title = attribute(element, "title");
        node.width = number_attribute(element, "width", 0, 0, max_pixels);
        node.height = number_attribute(element, "height", 0, 0, max_pixels);
        if (!node.target.empty()) builder_.add(std::move(node));
    }

    // Adds a form that sends somewhere, with its fields. False if it has no address or no field;
    // then its text is a part of the article like any other.
    bool add_form(const GumboElement& element) {
        Node form;
        form.kind = NodeKind::form;
        form.target = attribute(element, "action");
        if (form.target.empty() && has_attribute(element, "data-netlify")) form.target = "/";
        if (!model::is_form_target(form.target)) return false;
        form.info = attribute(element, "method") == "get" ? "get" : "post";
        if (has_attribute(element, "data-netlify")) form.title = attribute(element, "name");
        std::unordered_map<std::string, std::string> labels;
        collect_labels(element.children, labels);
        add_fields(element.children, labels, {}, form);
        if (form.children.empty()) return false;
        builder_.add(std::move(form));
        return true;
    }

    static void collect_labels(const GumboVector& children,
                               std::unordered_map<std::string, std::string>& labels) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            const GumboElement& element = child->v.element;
            if (element.tag == GUMBO_TAG_LABEL && has_attribute(element, "for")) {
                labels[std::string(attribute(element, "for"))] = label_text(element);
            }
            collect_labels(element.children, labels);
        }
    }

    // The text without that of fields and of what is not shown.
    static void append_label(const GumboVector& children, std::string& out) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT) {
                const GumboElement& element = child->v.element;
                const Treatment treatment = rule_of(element_name(element)).treatment;
                if (treatment != Treatment::drop && treatment != Treatment::drop_quietly) {
                    append_label(element.children, out);
                }
            } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
                out += child->v.text.text;
            }
        }
    }

    static std::string label_text(const GumboElement& element) {
        std::string text;
        append_label(element.children, text);
        std::replace(text.begin(), text.end(), '\n', ' ');
        while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == ':')) {
            text.pop_back();
        }
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        return text;
    }

    void add_fields(const GumboVector& children,
                    const std::unordered_map<std::string, std::string>& labels,
                    const std::string& label, Node& form) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            const GumboElement& element = child->v.element;
            switch (element.tag) {
                case GUMBO_TAG_LABEL:
                    add_fields(element.children, labels, label_text(element), form);
                    break;
                case GUMBO_TAG_BUTTON: form.text = label_text(element); break;
                case GUMBO_TAG_INPUT:
                case GUMBO_TAG_TEXTAREA:
                case GUMBO_TAG_SELECT: add_field(element, labels, label, form); break;
                default: add_fields(element.children, labels, label, form);
            }
        }
    }

    void add_field(const GumboElement& element,
                   const std::unordered_map<std::string, std::string>& labels,
                   const std::string& label, Node& form) {
        static constexpr auto types = std::to_array<std::string_view>(
            {"text", "email", "url", "tel", "number", "date", "checkbox", "hidden", "trap"});
        const std::string name = element_name(element);
        std::string_view type = name == "input" ? attribute(element, "type") : name;
        if (type == "submit") {
            form.text = attribute(element, "value");
            return;
        }
        if (name == "input" && type.empty()) type = "text";
        const bool known =
            name != "input" || std::find(types.begin(), types.end(), type) != types.end();
        if (!known || attribute(element, "name").empty()) {
            result_.dropped_elements.insert(name);
            return;
        }
        Node field;
        field.kind = NodeKind::field;
        field.info = type;
        field.title = attribute(element, "name");
        field.ordered = has_attribute(element, "required");
        field.text = label;
        const auto named = labels.find(std::string(attribute(element, "id")));
        if (field.text.empty() && named != labels.end()) field.text = named->second;
        for (const char* other : {"aria-label", "placeholder"}) {
            if (field.text.empty()) field.text = attribute(element, other);
        }
        if (name == "select") {
            add_choices(element.children, field.tokens);
        } else {
            field.tokens = attribute(element, "value");
        }
        form.children.push_back(std::move(field));
    }

    static void add_choices(const GumboVector& children, std::string& choices) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            if (child->v.element.tag != GUMBO_TAG_OPTION) {
                add_choices(child->v.element.children, choices);
                continue;
            }
            const std::string text = label_text(child->v.element);
            if (text.empty()) continue;
            if (!choices.empty()) choices += '\n';
            choices += text;
        }
    }

    void walk_frame(const GumboElement& element, const std::string& name) {
        auto embed = make_embed(attribute(element, "src"), attribute(element, "title"),
                                number_attribute(element, "width", 0, 0, 10'000),
                                number_attribute(element, "height", 0, 0, 10'000));
        if (!embed) {
            result_.dropped_elements.insert(name);
            return;
        }
        builder_.add(std::move(*embed));
    }

    // The recording, with the first of its sources and its captions. Its other content is for
    // browsers without players.
    void walk_media(const GumboElement& element, const std::string& name) {
        constexpr int max_pixels = 100'000;
        Node node;
        node.kind = name == "video" ? NodeKind::video : NodeKind::audio;
        add_common_attributes(element, node);
        node.target = attribute(element, "src");
        node.title = attribute(element, "title");
        if (node.title.empty()) node.title = attribute(element, "aria-label");
        node.info = attribute(element, "poster");
        node.width = number_attribute(element, "width", 0, 0, max_pixels);
        node.height = number_attribute(element, "height", 0, 0, max_pixels);
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            const GumboElement& inner = child->v.element;
            if (inner.tag == GUMBO_TAG_SOURCE && node.target.empty()) {
                node.target = attribute(inner, "src");
            }
            if (inner.tag == GUMBO_TAG_TRACK) add_track(inner, node);
        }
        if (node.target.empty()) return walk_children(element.children);
        builder_.add(std::move(node));
    }

    static void add_track(const GumboElement& element, Node& recording) {
        static constexpr auto kinds =
            std::to_array<std::string_view>({"captions", "descriptions", "chapters"});
        Node track;
        track.kind = NodeKind::track;
        track.target = attribute(element, "src");
        track.title = attribute(element, "label");
        track.language = clean_language(attribute(element, "srclang"));
        const std::string_view kind = attribute(element, "kind");
        const bool known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
        track.info = known ? kind : "subtitles";
        if (!track.target.empty()) recording.children.push_back(std::move(track));
    }

    void add_code(const GumboElement& element, Node node) {
        append_text(element.children, node.text);
        std::replace(node.text.begin(), node.text.end(), '\n', ' ');
        builder_.add(std::move(node));
    }

    void add_code_block(const GumboElement& element, Node node) {
        append_text(element.children, node.text);
        read_info(element, node.info);
        builder_.add(std::move(node));
    }

    // Reads the info string from `info_attribute`, or from a class that Markdown tools write:
    // "language-go".
    static void read_info(const GumboElement& element, std::string& info) {
        if (has_attribute(element, info_attribute)) {
            info = attribute(element, info_attribute);
            return;
        }
        constexpr std::string_view prefix = "language-";
        std::string_view classes = attribute(element, "class");
        const auto found = classes.find(prefix);
        if (found != std::string_view::npos) {
            classes.remove_prefix(found + prefix.size());
            info = classes.substr(0, classes.find_first_of(" \t\n"));
            return;
        }
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_CODE) {
                read_info(child->v.element, info);
                return;
            }
        }
    }

    void append_text(const GumboVector& children, std::string& out) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT) {
                const GumboElement& element = child->v.element;
                const std::string name = element_name(element);
                if (element.tag == GUMBO_TAG_BR) out += '\n';
                const Treatment treatment = rule_of(name).treatment;
                if (element.tag_namespace != GUMBO_NAMESPACE_HTML || treatment == Treatment::drop) {
                    result_.dropped_elements.insert(name);
                } else if (treatment != Treatment::drop_quietly) {
                    append_text(element.children, out);
                }
            } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                       child->type == GUMBO_NODE_CDATA) {
                out += child->v.text.text;
            }
        }
    }

    static void read_list(const GumboElement& element, const std::string& name, Node& node) {
        constexpr int max_start = 1'000'000'000;
        node.ordered = name == "ol";
        if (node.ordered)
            node.number = number_attribute(element, "start", 1, -max_start, max_start);
        if (has_attribute(element, tight_attribute)) {
            node.tight = attribute(element, tight_attribute) == "1";
            return;
        }
        node.tight = true;
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto* item = static_cast<const GumboNode*>(element.children.data[i]);
            if (item->type != GUMBO_NODE_ELEMENT) continue;
            const GumboVector& inner = item->v.element.children;
            for (unsigned int j = 0; j < inner.length; ++j) {
                const auto* child = static_cast<const GumboNode*>(inner.data[j]);
                if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_P) {
                    node.tight = false;
                }
            }
        }
    }

    static void read_item(const GumboElement& element, Node& node) {
        const std::string_view task = attribute(element, task_attribute);
        if (task == "open") node.task = model::Task::open;
        if (task == "done") node.task = model::Task::done;
    }

    static void read_cell(const GumboElement& element, const std::string& name, Node& node) {
        constexpr int max_span = 1000;
        node.heading_cell = name == "th";
        node.column_span = number_attribute(element, "colspan", 1, 1, max_span);
        node.row_span = number_attribute(element, "rowspan", 1, 1, max_span);
        const std::string_view alignment = attribute(element, "align");
        if (alignment == "left") node.alignment = model::Alignment::left;
        if (alignment == "center") node.alignment = model::Alignment::center;
        if (alignment == "right") node.alignment = model::Alignment::right;
    }

    CleanedHtml& result_;
    DocumentBuilder builder_;
};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Calls `visit(name, closing)` for each tag, with its name in lower case.
template <typename Visit>
void for_each_tag(std::string_view html, const Visit& visit) {
    for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i + 1)) {
        std::size_t next = i + 1;
        const bool closing = next < html.size() && html[next] == '/';
        if (closing) ++next;
        std::string name;
        while (next < html.size() && is_name_character(html[next])) {
            const char c = html[next++];
            name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (!name.empty()) visit(name, closing);
    }
}

}  // namespace

bool is_too_complex(std::string_view html) {
    // Estimates the cost from the tags. The parser may repeat each open formatting element for each
    // following tag, and may search all open elements at each tag. Each open table is four levels
    // of the tree.
    constexpr std::size_t max_repeated = 2'000'000;
    constexpr std::size_t max_steps = 50'000'000;
    constexpr std::size_t max_open = 1000;
    std::unordered_map<std::string, std::size_t> open;
    std::size_t tags = 0;
    std::size_t depth = 0;
    std::size_t deepest = 0;
    std::size_t formatting = 0;
    std::size_t max_formatting = 0;
    for_each_tag(html, [&](const std::string& name, bool closing) {
        ++tags;
        if (is_void_element(name) || may_stay_open(name)) return;
        std::size_t& count = open[name];
        if (!closing) {
            ++count;
            ++depth;
            if (is_formatting_element(name)) ++formatting;
        } else if (count > 0) {
            --count;
            --depth;
            if (is_formatting_element(name)) --formatting;
        }
        deepest = std::max(deepest, depth);
        max_formatting = std::max(max_formatting, formatting);
    });
    return deepest > max_open || max_formatting * tags > max_repeated || deepest * tags > max_steps;
}

std::string deepest_element(std::string_view html) {
    std::unordered_map<std::string, int> open;
    std::string deepest;
    int depth = 0;
    for_each_tag(html, [&](const std::string& name, bool closing) {
        if (is_void_element(name)) return;
        int& count = open[name];
        count = std::max(count + (closing ? -1 : 1), 0);
        if (count <= depth) return;
        depth = count;
        deepest = name;
    });
    return deepest;
}

CleanedHtml clean_html(std::string_view html) {
    CleanedHtml result;
    std::string document = "<!DOCTYPE html><html><head></head><body>";
    document += html;
    Arena arena;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Arena::allocate;
    options.deallocator = Arena::release;
    options.userdata = &arena;
    options.max_errors = 0;
    const GumboOutput* output =
        gumbo_parse_with_options(&options, document.data(), document.size());
    Walker walker(result);
    const GumboVector& top = output->root->v.element.children;
    for (unsigned int i = 0; i < top.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(top.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_BODY) {
            walker.walk_children(child->v.element.children);
        }
    }
    result.document = walker.finish();
    return result;
}

}  // namespace broadsheet::press
