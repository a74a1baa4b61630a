#include "press/html/document_builder.h"

#include <utility>

#include "press/media/recording.h"

namespace broadsheet::press {

model::Node make_node(model::NodeKind kind, std::vector<model::Node> children) {
    model::Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

model::Node make_text(std::string text) {
    model::Node node = make_node(model::NodeKind::text);
    node.text = std::move(text);
    return node;
}

bool is_recording(model::NodeKind kind) {
    return kind == model::NodeKind::audio || kind == model::NodeKind::video;
}

using model::Node;
using model::NodeKind;

namespace {

// ![title](song.mp3) plays a file of the site.
void play_recording(Node& node) {
    if (node.kind != NodeKind::image) return;
    const RecordingKind kind = recording_kind(node.target);
    if (kind == RecordingKind::none) return;
    node.kind = kind == RecordingKind::video ? NodeKind::video : NodeKind::audio;
    if (!node.text.empty()) node.title = std::move(node.text);
    node.text.clear();
}

}  // namespace

std::vector<Node>& DocumentBuilder::children() {
    return open_.empty() ? blocks_ : open_.back().children;
}

void DocumentBuilder::open(Node node) {
    // Normalising may add levels, such as a list around a stray item.
    constexpr std::size_t deepest = model::maximum_depth - 4;
    if (open_.size() >= deepest) {
        ++too_deep_;
        return;
    }
    open_.push_back(std::move(node));
}

void DocumentBuilder::close() {
    if (too_deep_ > 0) {
        --too_deep_;
        return;
    }
    if (open_.empty()) return;
    Node node = std::move(open_.back());
    open_.pop_back();
    play_recording(node);
    children().push_back(std::move(node));
}

void DocumentBuilder::add(Node node) {
    play_recording(node);
    children().push_back(std::move(node));
}

void DocumentBuilder::add_text(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) {
            std::vector<Node>& siblings = children();
            if (!siblings.empty() && siblings.back().kind == NodeKind::text) {
                siblings.back().text += line;
            } else {
                Node node;
                node.kind = NodeKind::text;
                node.text = line;
                siblings.push_back(std::move(node));
            }
        }
        if (end == std::string_view::npos) return;
        Node soft;
        soft.kind = NodeKind::soft_break;
        add(std::move(soft));
        text.remove_prefix(end + 1);
    }
}

void DocumentBuilder::add_own_text(std::string_view text) {
    if (!open_.empty()) open_.back().text += text;
}

model::Document DocumentBuilder::finish() {
    too_deep_ = 0;
    while (!open_.empty()) close();
    normalise(blocks_);
    return {std::move(blocks_)};
}

}  // namespace broadsheet::press
