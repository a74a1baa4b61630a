// Advertisement slots. Empty slots take no space.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node content_of(const model::Advertisement& source) {
    Node content =
        element(source.framed ? Role::embed : Role::image,
                source.framed ? Style::advertisement_frame : Style::advertisement_picture);
    content.target = source.file;
    content.width = source.width;
    content.height = source.height;
    (source.framed ? content.title : content.text) = source.alternative_text;
    if (source.framed || source.target.empty()) return content;
    std::vector<Node> children;
    children.push_back(std::move(content));
    Node way = link(Style::neighbour_title, source.target, std::move(children));
    way.origin = page::LinkOrigin::sponsor;
    return way;
}

}  // namespace

Node advertisement_view(const Context& context, model::Slot slot) {
    Node box = element(Role::complementary, Style::advertisement);
    for (const model::Advertisement& each : context.publication.site.advertisements) {
        if (each.slot != slot) continue;
        // Frames are islands, which only the reader shows.
        if (each.framed && !context.state.interactive) continue;
        box.children.push_back(content_of(each));
    }
    if (box.children.empty()) return element(Role::group, Style::none);
    box.label = phrase(context.publication.site, Phrase::advertisement);
    box.children.insert(box.children.begin(),
                        element(Role::paragraph, Style::advertisement_label, box.label));
    return box;
}

}  // namespace broadsheet::views
