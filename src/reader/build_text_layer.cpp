#include "reader/text_layer.h"
#include "reader/text_layer_lines.h"
#include "reader/text_layer_nodes.h"

namespace broadsheet::reader {

namespace {

using layout::Box;
using page::Role;
using theme::Display;

class Builder {
  public:
    Builder(std::string_view base_path, float ratio, const TextLayerWords& words)
        : base_path_(base_path), ratio_(ratio), words_(words) {}

    TextLayerNode build(const Box& box) {
        TextLayerNode node = element_of(*box.node, base_path_);
        node.source = box.node;
        if (box.style.display == Display::picture) {
            choose_file(node, *box.node, box.rect.width * ratio_, box.rect.height * ratio_,
                        base_path_);
        }
        if (is_compared(box)) node.box = &box;
        if (box.text && !box.text->initial.letter.empty()) add_class(node, " set");
        if (box.node->role == Role::preformatted) {
            write_code(node, box);
            return node;
        }
        if (box.style.island) {
            mark_island(node);
            // Formulas that are wider than the screen are scrolled by keyboard, too.
            if (box.scroller > 0) node.attributes.emplace_back("tabindex", "0");
            if (box.node->role == Role::embed || box.node->role == Role::video) {
                // CSS cannot give frames an aspect ratio, and a video that loads may have another
                // one.
                node.styles.emplace_back("width", pixels(box.rect.width));
                node.styles.emplace_back("height", pixels(box.rect.height));
            }
            for (const page::Node& child : box.node->children)
                node.children.push_back(plain(child));
            return node;
        }
        if (box.node->task != page::Task::none) add_task(node, box.node->task);
        if (box.style.display == Display::hidden_until_focus) {
            for (const page::Node& child : box.node->children) {
                node.children.push_back(text_node(child.text));
            }
            return node;
        }
        const bool scrolls = box.style.display == Display::scroller;
        const bool lies_over = box.style.display == Display::popover;
        unplaced_ += scrolls || lies_over ? 1 : 0;
        if (scrolls) mark_scroller(node, box);
        if (box.text) write_lines(node, box);
        for (const Box& child : box.children) {
            if (child.node) {
                node.children.push_back(build(child));
            } else if (child.text) {
                // Text between blocks has its own lines in CSS too.
                write_lines(node, child);
            }
        }
        unplaced_ -= scrolls || lies_over ? 1 : 0;
        if (box.node->role == Role::table && !box.children.empty()) fix_columns(node, box);
        if (box.node->role == Role::details && !box.node->open) {
            // Find in page also finds closed text, and opens it. Menus open by themselves when the
            // page is shown as HTML.
            for (const page::Node& child : box.node->children) {
                if (child.role != Role::summary) node.children.push_back(plain(child));
            }
        }
        return node;
    }

  private:
    // Text and pictures are compared. Boxes within a scroller or over the page move by
    // themselves.
    bool is_compared(const Box& box) const {
        if (unplaced_ > 0 || box.style.island || box.rect.width <= 0) return false;
        return (box.text && box.style.display != Display::hidden_until_focus) ||
               box.style.display == Display::picture || box.node->role == Role::preformatted;
    }

    // Writes a node as in the prerendered HTML. The browser breaks its lines.
    TextLayerNode plain(const page::Node& source) const {
        if (source.role == Role::text) return text_node(source.text);
        if (source.role == Role::soft_break) return text_node("\n");
        TextLayerNode node = element_of(source, base_path_);
        if (!source.text.empty() && source.role != Role::image && source.role != Role::text_field &&
            source.role != Role::formula) {
            node.children.push_back(text_node(source.text));
        }
        for (const page::Node& child : source.children) node.children.push_back(plain(child));
        return node;
    }

    void write_lines(TextLayerNode& node, const Box& box) {
        if (box.text->lines.size() > 1 && box.node) {
            const bool centered =
                box.style.text_align != theme::TextAlign::start;  // also true for justified text
            node.styles.emplace_back("margin-inline-end", pixels(-line_slack));
            if (box.style.max_width > 0) {
                node.styles.emplace_back("max-width", pixels(box.rect.width + line_slack));
            }
            node.styles.emplace_back("width", pixels(box.rect.width + line_slack));
            if (centered) node.styles.emplace_back("text-align", "start");
            if (box.style.balance) node.styles.emplace_back("text-wrap", "wrap");
        } else if (box.style.text_align != theme::TextAlign::start && box.node) {
            node.styles.emplace_back("text-align", "start");
        }
        write_text_lines(node, *box.text, box.content.width, base_path_, ratio_);
    }

    static void append_text(std::string& text, const page::Node& node) {
        text += node.text;
        for (const page::Node& child : node.children) append_text(text, child);
    }

    // Writes code as a single text, for copying and find in page. Only the canvas shows its
    // colours.
    void write_code(TextLayerNode& node, const Box& box) const {
        mark_scroller(node, box);
        TextLayerNode code;
        code.tag = "code";
        std::string text;
        append_text(text, *box.node);
        code.children.push_back(text_node(std::move(text)));
        node.children.push_back(std::move(code));
    }

    // Scrolling boxes must be reachable by keyboard and have an accessible name.
    void mark_scroller(TextLayerNode& node, const Box& box) const {
        if (box.scroller == 0) return;
        node.attributes.emplace_back("data-scroller", std::to_string(box.scroller));
        node.attributes.emplace_back("tabindex", "0");
        node.attributes.emplace_back("role", "region");
        node.attributes.emplace_back("aria-label", box.node->role == Role::preformatted
                                                       ? words_.code_scrolls
                                                       : words_.table_scrolls);
    }

    void add_task(TextLayerNode& node, page::Task task) const {
        TextLayerNode box;
        box.tag = "input";
        box.attributes.emplace_back("type", "checkbox");
        box.attributes.emplace_back("disabled", "");
        box.attributes.emplace_back("aria-label",
                                    task == page::Task::done ? words_.task_done : words_.task_open);
        if (task == page::Task::done) box.attributes.emplace_back("checked", "");
        node.children.push_back(std::move(box));
    }

    static void fix_columns(TextLayerNode& table, const Box& box) {
        table.styles.emplace_back("table-layout", "fixed");
        table.styles.emplace_back("width", pixels(box.rect.width));
        const Box* row = &box.children.front();
        TextLayerNode* row_node = table.children.empty() ? nullptr : &table.children.front();
        if (row->node && row->node->role != Role::table_row && !row->children.empty() && row_node) {
            row = &row->children.front();
            row_node = row_node->children.empty() ? nullptr : &row_node->children.front();
        }
        if (!row_node) return;
        for (std::size_t i = 0; i < row->children.size() && i < row_node->children.size(); ++i) {
            // In a table of fixed layout, the width is set on the cell. The properties set for
            // lines are removed.
            auto& styles = row_node->children[i].styles;
            std::erase_if(styles, [](const auto& style) {
                return style.first == "width" || style.first == "margin-inline-end";
            });
            styles.emplace_back("width", pixels(row->children[i].rect.width));
        }
    }

    std::string_view base_path_;
    float ratio_;
    const TextLayerWords& words_;
    int unplaced_ = 0;  // open boxes whose content is not at a fixed place of the page
};

}  // namespace

TextLayerNode build_text_layer(const layout::Layout& layout, std::string_view base_path,
                               float ratio, const TextLayerWords& words) {
    TextLayerNode root = Builder(base_path, ratio, words).build(layout.root);
    root.box = &layout.root;
    return root;
}

}  // namespace broadsheet::reader
