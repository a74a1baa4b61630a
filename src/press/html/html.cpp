#include "press/html/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "press/html/document_builder.h"
#include "press/html/embeds.h"
#include "press/html/html_attributes.h"
#include "press/html/html_elements.h"
#include "press/html/html_form.h"
#include "press/html/html_recording.h"

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
        if (is_of_letters(name) && walk_styled(element, rule.kind)) return;
        switch (rule.treatment) {
            case Treatment::drop: result_.dropped_elements.insert(name); return;
            case Treatment::drop_quietly: return;
            case Treatment::content: {
                const bool outer = std::exchange(in_noscript_, in_noscript_ || name == "noscript");
                walk_content(element);
                in_noscript_ = outer;
                return;
            }
            case Treatment::media: walk_media(element, name); return;
            case Treatment::frame: walk_frame(element, name); return;
            case Treatment::plug_in: walk_plug_in(element, name); return;
            case Treatment::form:
                if (auto form = read_form(element, result_.dropped_elements)) {
                    builder_.add(std::move(*form));
                    return;
                }
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
            case NodeKind::list: walk_list(element, name, std::move(node)); return;
            case NodeKind::details: node.ordered = has_attribute(element, "open"); break;
            case NodeKind::list_item: read_item(element, node); break;
            case NodeKind::table_cell: read_cell(element, name, node); break;
            case NodeKind::abbreviation: node.title = attribute(element, "title"); break;
            case NodeKind::table:
                if (const GumboElement* caption = caption_of(element)) {
                    walk_captioned_table(element, *caption, std::move(node));
                    return;
                }
                break;
            default: break;
        }
        builder_.open(std::move(node));
        walk_children(element.children);
        builder_.close();
    }

    // False if the element has no style of bold and italic words.
    bool walk_styled(const GumboElement& element, NodeKind usual) {
        const auto letters = letters_of(element, usual);
        if (!letters) return false;
        std::vector<NodeKind> kinds;
        if (letters->italic) kinds.push_back(NodeKind::emphasis);
        if (letters->bold) kinds.push_back(NodeKind::strong);
        if (kinds.empty()) {
            walk_content(element);
            return true;
        }
        for (const NodeKind kind : kinds) {
            Node node;
            node.kind = kind;
            if (kind == kinds.front()) add_common_attributes(element, node);
            builder_.open(std::move(node));
        }
        walk_children(element.children);
        for (std::size_t i = 0; i < kinds.size(); ++i) builder_.close();
        return true;
    }

    static const GumboElement* caption_of(const GumboElement& table) {
        for (unsigned int i = 0; i < table.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(table.children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_CAPTION) {
                return &child->v.element;
            }
        }
        return nullptr;
    }

    // A table with a caption is a figure.
    void walk_captioned_table(const GumboElement& element, const GumboElement& caption,
                              Node table) {
        Node figure;
        figure.kind = NodeKind::figure;
        builder_.open(std::move(figure));
        builder_.open(std::move(table));
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT || &child->v.element != &caption) walk(*child);
        }
        builder_.close();
        Node text;
        text.kind = NodeKind::caption;
        builder_.open(std::move(text));
        walk_children(caption.children);
        builder_.close();
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
        // A picture that a script would load. What stands in for it is often repeated for readers
        // without scripts.
        const std::string_view later = attribute(element, "data-src");
        if (!later.empty() && (node.target.empty() || node.target.starts_with("data:"))) {
            node.target = later;
        }
        if (in_noscript_ && node.target == last_picture_) return;
        last_picture_ = node.target;
        node.text = attribute(element, "alt");
        node.title = attribute(element, "title");
        node.width = number_attribute(element, "width", 0, 0, max_pixels);
        node.height = number_attribute(element, "height", 0, 0, max_pixels);
        if (!node.target.empty()) builder_.add(std::move(node));
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

    // The address of what a plug-in plays: its own, or that of a parameter or of an element within.
    static std::string address_of_player(const GumboElement& element) {
        for (const char* name : {"src", "data"}) {
            if (auto frame = frame_of_old_player(attribute(element, name))) return *frame;
        }
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            const GumboElement& inner = child->v.element;
            const std::string_view value =
                attribute(inner, inner.tag == GUMBO_TAG_PARAM ? "value" : "src");
            if (auto frame = frame_of_old_player(value)) return *frame;
        }
        return {};
    }

    void walk_plug_in(const GumboElement& element, const std::string& name) {
        auto embed = make_embed(address_of_player(element), attribute(element, "title"),
                                number_attribute(element, "width", 0, 0, 10'000),
                                number_attribute(element, "height", 0, 0, 10'000));
        if (embed) {
            builder_.add(std::move(*embed));
        } else {
            result_.dropped_elements.insert(name);
        }
    }

    void walk_media(const GumboElement& element, const std::string& name) {
        Node node = read_recording(element, name == "video" ? NodeKind::video : NodeKind::audio);
        if (node.target.empty()) return walk_children(element.children);
        add_common_attributes(element, node);
        builder_.add(std::move(node));
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
                if (element.tag_namespace != GUMBO_NAMESPACE_HTML || treatment == Treatment::drop ||
                    treatment == Treatment::plug_in) {
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
        node.ordered = name == "ol";
        if (node.ordered) {
            node.number = number_attribute(element, "start", 1, -max_start, max_start);
            const std::string_view type = attribute(element, "type");
            if (type == "a" || type == "A" || type == "i" || type == "I") node.info = type;
        }
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

    void walk_list(const GumboElement& element, const std::string& name, Node node) {
        read_list(element, name, node);
        Count count;
        count.ordered = node.ordered;
        count.falls = node.ordered && has_attribute(element, "reversed");
        if (count.falls) {
            count.next = has_attribute(element, "start") ? node.number : count_items(element);
            node.number = count.next;
        }
        counts_.push_back(count);
        builder_.open(std::move(node));
        walk_children(element.children);
        builder_.close();
        counts_.pop_back();
    }

    static int count_items(const GumboElement& list) {
        int count = 0;
        for (unsigned int i = 0; i < list.children.length; ++i) {
            const auto* item = static_cast<const GumboNode*>(list.children.data[i]);
            if (item->type == GUMBO_NODE_ELEMENT && item->v.element.tag == GUMBO_TAG_LI) ++count;
        }
        return count;
    }

    // The numbers of a list that counts down are those of its items.
    void read_number(const GumboElement& element, Node& item) {
        if (counts_.empty() || !counts_.back().ordered) return;
        Count& count = counts_.back();
        item.number =
            number_attribute(element, "value", count.falls ? count.next : 0, -max_start, max_start);
        if (count.falls) count.next = item.number - 1;
    }

    void read_item(const GumboElement& element, Node& node) {
        read_number(element, node);
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

    // How an open list counts.
    struct Count {
        bool ordered = false;
        bool falls = false;  // it counts down
        int next = 0;        // of a list that counts down
    };
    static constexpr int max_start = 1'000'000'000;

    CleanedHtml& result_;
    DocumentBuilder builder_;
    std::vector<Count> counts_;  // of the open lists
    std::string last_picture_;
    bool in_noscript_ = false;
};

}  // namespace

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
