#include "press/articles/comment_threads.h"

#include <map>
#include <utility>

#include "press/base/link_target.h"
#include "press/html/document_builder.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// A link to what the page does not show.
Node link_to(const Node& source, const std::string& name) {
    Node link = make_node(NodeKind::link);
    link.target = source.target;
    link.children.push_back(make_text(name.empty() ? source.target : name));
    return link;
}

class CommentText {
  public:
    explicit CommentText(RecordedLookups& index) : index_(index) {}

    std::vector<Node> simple(std::vector<Node> nodes, bool in_link = false) {
        std::vector<Node> result;
        for (Node& node : nodes) {
            if (auto kept = simple_node(std::move(node), in_link)) {
                result.push_back(std::move(*kept));
            }
        }
        return result;
    }

  private:
    std::optional<Node> simple_node(Node node, bool in_link) {
        node.identifier.clear();
        node.children = simple(std::move(node.children), in_link || node.kind == NodeKind::link);
        switch (node.kind) {
            case NodeKind::heading: {
                std::vector<Node> strong;
                strong.push_back(make_node(NodeKind::strong, std::move(node.children)));
                return make_node(NodeKind::paragraph, std::move(strong));
            }
            case NodeKind::image:
                if (!in_link && !node.target.empty()) return link_to(node, node.text);
                if (node.text.empty()) return std::nullopt;
                return make_text(node.text);
            case NodeKind::embed: {
                node.target = node.info.empty() ? node.target : node.info;
                std::vector<Node> link;
                link.push_back(link_to(node, node.title.empty() ? node.text : node.title));
                return make_node(NodeKind::paragraph, std::move(link));
            }
            case NodeKind::audio:
            case NodeKind::video: {
                node.children.clear();
                const std::string name = node.target.substr(node.target.rfind('/') + 1);
                std::vector<Node> link;
                link.push_back(link_to(node, node.title.empty() ? name : node.title));
                return make_node(NodeKind::paragraph, std::move(link));
            }
            case NodeKind::form:
            case NodeKind::field: return std::nullopt;  // readers must not ask readers for anything
            case NodeKind::figure:
            case NodeKind::details:
            case NodeKind::footnotes:
            case NodeKind::footnote: return make_node(NodeKind::division, std::move(node.children));
            case NodeKind::caption:
            case NodeKind::summary: return make_node(NodeKind::paragraph, std::move(node.children));
            case NodeKind::footnote_reference: return std::nullopt;
            case NodeKind::link: resolve(node); return node;
            default: return node;
        }
    }

    void resolve(Node& link) {
        if (auto found = index_.find_link(link.target)) {
            link.target = std::move(*found);
        } else if (const Asset* asset = index_.find_asset(link.target)) {
            link.target = target_of_file(asset->path);
        }
    }

    RecordedLookups& index_;
};

}  // namespace

std::vector<model::Comment> thread_of(const std::vector<WrittenComment>& comments,
                                      RecordedLookups& index) {
    std::map<int, std::vector<std::size_t>> replies;  // by the number of the comment above
    for (std::size_t i = 0; i < comments.size(); ++i) replies[comments[i].parent].push_back(i);
    std::vector<model::Comment> thread;
    thread.reserve(comments.size());
    std::vector<std::pair<std::size_t, int>> waiting;  // the next one last, with its depth
    const auto add_replies = [&](int number, int depth) {
        const auto found = replies.find(number);
        if (found == replies.end()) return;
        for (auto each = found->second.rbegin(); each != found->second.rend(); ++each) {
            waiting.emplace_back(*each, depth);
        }
    };
    CommentText text(index);
    add_replies(0, 0);
    while (!waiting.empty()) {
        const auto [place, depth] = waiting.back();
        waiting.pop_back();
        const WrittenComment& written = comments[place];
        model::Comment& comment = thread.emplace_back();
        comment.number = written.number;
        comment.depth = depth;
        comment.author = written.author;
        comment.date = written.date;
        comment.website = written.website;
        const MarkdownOptions options = {.identifiers = HeadingIdentifiers::none};
        comment.text.blocks =
            text.simple(std::move(parse_markdown(written.text, options).document.blocks));
        add_replies(written.number, depth + 1);
    }
    return thread;
}

}  // namespace broadsheet::press
