#include "press/publication/term_pages.h"

#include <utility>

#include "press/text/packed_document.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

Node node(NodeKind kind, std::string text = {}) {
    Node result;
    result.kind = kind;
    result.text = std::move(text);
    return result;
}

}  // namespace

Node link_to(const model::TagCount& term) {
    Node link = node(NodeKind::link);
    link.target = term.path;
    link.children.push_back(node(NodeKind::text, term.name));
    return link;
}

Node counted_list(const model::Site& site, const std::vector<model::TagCount>& terms) {
    Node list = node(NodeKind::list);
    list.tight = true;
    for (const model::TagCount& term : terms) {
        Node item = node(NodeKind::list_item);
        item.children.push_back(link_to(term));
        item.children.push_back(node(NodeKind::text, " (" + ui::grouped(site, term.count) + ")"));
        list.children.push_back(std::move(item));
    }
    return list;
}

void add_term_page(model::TermReference& taxonomy, const std::vector<model::TagCount>& terms,
                   model::Publication& publication, EntryStore& store, bool packed) {
    const auto [place, added] = publication.entries.try_emplace(taxonomy.path);
    model::Entry& entry = place->second;
    if (added) {
        entry.kind = model::EntryKind::page;
        entry.summary.path = taxonomy.path;
        entry.summary.title = taxonomy.name;
        entry.dated = false;
    }
    if (entry.kind != model::EntryKind::page) return;
    taxonomy.name = entry.summary.title;
    model::Document body = store.load(entry).body;
    body.blocks.push_back(counted_list(publication.site, terms));
    if (packed) {
        store.add(entry, {PackedBody::of(body), {}});
    } else {
        entry.body = std::move(body);
    }
}

}  // namespace broadsheet::press
