#include "press/import/texts/tidy_document.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "press/html/document_builder.h"
#include "press/print/print_html.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

void collect_fragments(const Nodes& nodes, std::set<std::string>& fragments) {
    for (const Node& node : nodes) {
        if (node.kind == NodeKind::link && node.target.starts_with('#')) {
            fragments.insert(node.target.substr(1));
        }
        collect_fragments(node.children, fragments);
    }
}

bool is_break(const Node& node) {
    return node.kind == NodeKind::line_break || node.kind == NodeKind::soft_break;
}

bool is_blank(const Node& node) {
    if (node.kind == NodeKind::text) {
        return node.text.find_first_not_of(" \t\n") == std::string::npos;
    }
    return is_break(node);
}

// Text that is only a no-break space is how editors keep empty paragraphs open.
bool is_empty_text(const Nodes& nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [](const Node& node) {
        return is_blank(node) || (node.kind == NodeKind::text && node.text == "\xC2\xA0");
    });
}

// True for a picture, which may be in a link, in a paragraph or in a figure with a caption.
bool is_picture(const Node& node) {
    if (node.kind == NodeKind::image) return true;
    const bool holds = node.kind == NodeKind::link || node.kind == NodeKind::paragraph ||
                       node.kind == NodeKind::figure;
    std::size_t pictures = 0;
    for (const Node& child : node.children) {
        const bool is_caption = node.kind == NodeKind::figure && child.kind == NodeKind::caption;
        if (is_blank(child) || is_caption) continue;
        if (!holds || !is_picture(child)) return false;
        ++pictures;
    }
    return pictures == 1;
}

// The figures of a list whose items are pictures alone, as older galleries are written; nothing for
// other lists.
Nodes figures_of(Node& list) {
    if (list.kind != NodeKind::list || list.ordered) return {};
    Nodes figures;
    for (Node& item : list.children) {
        std::erase_if(item.children, is_blank);
        if (item.children.size() != 1 || !is_picture(item.children[0])) return {};
    }
    for (Node& item : list.children) {
        Node& picture = item.children[0];
        if (picture.kind == NodeKind::figure) {
            figures.push_back(std::move(picture));
            continue;
        }
        Node& figure = figures.emplace_back();
        figure.kind = NodeKind::figure;
        if (picture.kind == NodeKind::paragraph) {
            figure.children = std::move(picture.children);
        } else {
            figure.children.push_back(std::move(picture));
        }
    }
    return figures;
}

// Puts figures in the place of such lists.
void open_galleries(Nodes& nodes, bool in_figure) {
    Nodes result;
    for (Node& node : nodes) {
        Nodes figures = figures_of(node);
        if (figures.empty()) {
            open_galleries(node.children, node.kind == NodeKind::figure);
            result.push_back(std::move(node));
        } else if (in_figure || figures.size() == 1) {
            for (Node& figure : figures) result.push_back(std::move(figure));
        } else {
            Node& gallery = result.emplace_back();
            gallery.kind = NodeKind::figure;
            gallery.children = std::move(figures);
        }
    }
    nodes = std::move(result);
}

bool is_emphasis(NodeKind kind) {
    return kind == NodeKind::emphasis || kind == NodeKind::strong ||
           kind == NodeKind::strikethrough;
}

class Tidier {
  public:
    explicit Tidier(const std::function<std::string(const std::string&)>& target)
        : target_(target) {}

    void tidy(model::Document& document) {
        collect_fragments(document.blocks, fragments_);
        open_galleries(document.blocks, false);
        tidy_blocks(document.blocks);
    }

  private:
    void tidy_node(Node& node) {
        if (node.kind != NodeKind::heading && !fragments_.contains(node.identifier)) {
            node.identifier.clear();
        }
        const bool plays = node.kind == NodeKind::audio || node.kind == NodeKind::video;
        if (node.kind == NodeKind::link || node.kind == NodeKind::image || plays ||
            node.kind == NodeKind::track) {
            node.target = target_(node.target);
        }
        if (plays && !node.info.empty()) node.info = target_(node.info);
        if (node.kind == NodeKind::image) node.width = node.height = 0;
        if (node.kind == NodeKind::code_block && !node.text.empty() && !node.text.ends_with('\n')) {
            node.text += '\n';
        }
        const bool holds_blocks = node.kind == NodeKind::block_quote ||
                                  node.kind == NodeKind::division || node.kind == NodeKind::details;
        if (holds_blocks) {
            tidy_blocks(node.children);
        } else {
            for (Node& child : node.children) tidy_node(child);
            tidy_inline(node);
        }
    }

    void tidy_inline(Node& node) {
        if (node.kind == NodeKind::heading || node.kind == NodeKind::table_cell) {
            // A cell of a table in Markdown may have <br>.
            const bool is_cell = node.kind == NodeKind::table_cell;
            for (Node& child : node.children) {
                if (is_break(child) && !(is_cell && child.kind == NodeKind::line_break)) {
                    child = make_text(" ");
                }
            }
        }
        move_spaces_out(node.children);
        join_texts(node.children);
        const bool is_text = node.kind == NodeKind::paragraph || node.kind == NodeKind::heading ||
                             node.kind == NodeKind::table_cell || node.kind == NodeKind::caption;
        if (!is_text) return;
        while (!node.children.empty() && is_blank(node.children.back())) node.children.pop_back();
        while (!node.children.empty() && is_blank(node.children.front())) {
            node.children.erase(node.children.begin());
        }
        trim_ends(node.children);
    }

    static void trim_ends(Nodes& nodes) {
        if (nodes.empty()) return;
        if (std::string& first = nodes.front().text; nodes.front().kind == NodeKind::text) {
            first.erase(0, first.find_first_not_of(" \t"));
        }
        if (std::string& last = nodes.back().text; nodes.back().kind == NodeKind::text) {
            last.erase(last.find_last_not_of(" \t") + 1);
        }
    }

    // "<b>word </b>next" becomes "<b>word</b> next". Emphasis without text is removed.
    static void move_spaces_out(Nodes& nodes) {
        Nodes result;
        for (Node& node : nodes) {
            if (!is_emphasis(node.kind) || !is_plain(node)) {
                result.push_back(std::move(node));
                continue;
            }
            Node before = make_text({});
            Node after = make_text({});
            if (!node.children.empty() && node.children.front().kind == NodeKind::text) {
                std::string& text = node.children.front().text;
                const auto first = std::min(text.find_first_not_of(' '), text.size());
                before.text = text.substr(0, first);
                text.erase(0, first);
                if (text.empty()) node.children.erase(node.children.begin());
            }
            if (!node.children.empty() && node.children.back().kind == NodeKind::text) {
                std::string& text = node.children.back().text;
                const auto last = text.find_last_not_of(' ') + 1;
                after.text = text.substr(last);
                text.erase(last);
                if (text.empty()) node.children.pop_back();
            }
            if (!before.text.empty()) result.push_back(std::move(before));
            if (!node.children.empty()) result.push_back(std::move(node));
            if (!after.text.empty()) result.push_back(std::move(after));
        }
        nodes = std::move(result);
    }

    static void join_texts(Nodes& nodes) {
        Nodes result;
        for (Node& node : nodes) {
            const bool joins = node.kind == NodeKind::text && !result.empty() &&
                               result.back().kind == NodeKind::text;
            if (joins) {
                result.back().text += node.text;
            } else {
                result.push_back(std::move(node));
            }
        }
        nodes = std::move(result);
    }

    // A figure without a caption around one block: a table, a quotation, a picture.
    static bool is_idle_figure(const Node& node) {
        return node.kind == NodeKind::figure && is_plain(node) && node.children.size() == 1 &&
               node.children[0].kind != NodeKind::caption;
    }

    void tidy_blocks(Nodes& blocks) {
        Nodes result;
        Node run;
        const auto end_run = [&] {
            if (!is_empty_text(run.children)) {
                tidy_inline(run);
                result.push_back(std::move(run));
            }
            run = {};
        };
        const auto add = [&](Node& node) {
            if (!model::is_block(node.kind)) {
                run.children.push_back(std::move(node));
                return;
            }
            end_run();
            const bool is_text = node.kind == NodeKind::paragraph || node.kind == NodeKind::heading;
            if (is_text && is_empty_text(node.children)) return;
            if (node.kind == NodeKind::list && node.children.empty()) return;
            if (node.kind == NodeKind::figure && is_empty_text(node.children)) return;
            result.push_back(std::move(node));
        };
        for (Node& node : blocks) {
            tidy_node(node);
            const bool idle =
                is_idle_figure(node) || (node.kind == NodeKind::division && is_plain(node));
            if (!idle) {
                add(node);
                continue;
            }
            end_run();
            for (Node& child : node.children) add(child);
            end_run();
        }
        end_run();
        blocks = std::move(result);
    }

    const std::function<std::string(const std::string&)>& target_;
    std::set<std::string> fragments_;
};

}  // namespace

void tidy_document(model::Document& document,
                   const std::function<std::string(const std::string&)>& target) {
    Tidier(target).tidy(document);
}

}  // namespace broadsheet::press
