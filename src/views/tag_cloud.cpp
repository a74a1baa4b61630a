// The tag cloud: the most used tags, sized by use.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node tag_cloud_view(const Context& context) {
    const std::vector<model::CloudTag> tags = model::tag_cloud(context.publication.site.top_tags);
    if (tags.empty()) return element(Role::group, Style::none);
    Node cloud = element(Role::list, Style::tag_cloud);
    for (const model::CloudTag& entry : tags) {
        Node item = element(Role::list_item, Style::cloud_item);
        Node anchor = link(Style::cloud_tag, entry.tag->path, entry.tag->name);
        anchor.font_points = entry.points;
        anchor.label = entry.tag->name + " (" +
                       counted(context.publication.site, Phrase::items, entry.tag->count) + ")";
        item.children.push_back(std::move(anchor));
        item.children.push_back(text("\u00a0"));  // no line break between a tag and its count
        item.children.push_back(
            element(Role::span, Style::cloud_count,
                    "(" + ui::grouped(context.publication.site, entry.tag->count) + ")"));
        item.children.push_back(text(" "));
        cloud.children.push_back(std::move(item));
    }
    std::vector<Node> children;
    children.push_back(std::move(cloud));
    return widget(phrase(context.publication.site, Phrase::tags), std::move(children));
}

}  // namespace broadsheet::views
