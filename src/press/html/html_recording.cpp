#include "press/html/html_recording.h"

#include <array>
#include <string_view>
#include <utility>

#include "press/html/document_builder.h"
#include "press/html/html_attributes.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

void add_source(const GumboElement& element, Node& recording) {
    if (recording.target.empty()) {
        recording.target = attribute(element, "src");
        return;
    }
    Node source;
    source.kind = NodeKind::track;
    source.target = attribute(element, "src");
    source.info = source_info;
    if (!source.target.empty()) recording.children.push_back(std::move(source));
}

void add_track(const GumboElement& element, Node& recording) {
    static constexpr auto kinds =
        std::to_array<std::string_view>({"captions", "descriptions", "chapters"});
    Node track;
    track.kind = NodeKind::track;
    track.target = attribute(element, "src");
    track.title = attribute(element, "label");
    track.language = clean_language(attribute(element, "srclang"));
    const std::string_view kind = attribute(element, "kind");
    track.info = strings::is_one_of(kinds, kind) ? kind : "subtitles";
    if (!track.target.empty()) recording.children.push_back(std::move(track));
}

}  // namespace

Node read_recording(const GumboElement& element, NodeKind kind) {
    constexpr int max_pixels = 100'000;
    Node node;
    node.kind = kind;
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
        if (inner.tag == GUMBO_TAG_SOURCE) add_source(inner, node);
        if (inner.tag == GUMBO_TAG_TRACK) add_track(inner, node);
    }
    return node;
}

}  // namespace broadsheet::press
