#include "reader/page_changes.h"

#include <algorithm>
#include <charconv>

namespace broadsheet::reader {

namespace {

using Place = std::vector<std::size_t>;

// Takes the text up to `end` from the beginning of `rest`.
std::string_view take_field(std::string_view& rest, char end) {
    const std::string_view field = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(field.size() + 1, rest.size()));
    return field;
}

int number_of(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Returns false if the node is not in the tree.
bool find_place(const page::Node& tree, const page::Node* node, Place& place) {
    if (&tree == node) return true;
    for (std::size_t i = 0; i < tree.children.size(); ++i) {
        place.push_back(i);
        if (find_place(tree.children[i], node, place)) return true;
        place.pop_back();
    }
    return false;
}

const page::Node* node_at(const page::Node& root, const Place& place) {
    const page::Node* node = &root;
    for (const std::size_t index : place) {
        if (index >= node->children.size()) return nullptr;
        node = &node->children[index];
    }
    return node;
}

void erase_at(page::Node& root, const Place& place) {
    page::Node* parent = &root;
    for (std::size_t i = 0; i + 1 < place.size(); ++i) parent = &parent->children[place[i]];
    parent->children.erase(parent->children.begin() + static_cast<std::ptrdiff_t>(place.back()));
}

const layout::Box* find_box(const layout::Box& box, const page::Node* node) {
    if (box.node == node) return &box;
    for (const layout::Box& child : box.children) {
        if (const layout::Box* found = find_box(child, node)) return found;
    }
    return nullptr;
}

}  // namespace

void PageChanges::take(std::string_view records, page::Page& page, TextLayer& layer,
                       const layout::Layout& layout) {
    std::vector<Place> gone;
    rooms_.clear();
    const auto box_of = [&](std::string_view id) -> const layout::Box* {
        const page::Node* node = layer.source_of(number_of(id));
        return node ? find_box(layout.root, node) : nullptr;
    };
    while (!records.empty()) {
        std::string_view record = take_field(records, '\x1e');
        const bool is_gone = take_field(record, '\x1f') == "x";
        const std::string_view first = take_field(record, '\x1f');
        Place place;
        if (is_gone) {
            const int id = number_of(first);
            const page::Node* node = layer.source_of(id);
            if (!node || !find_place(page.root, node, place) || place.empty()) continue;
            gone.push_back(std::move(place));
            layer.drop(id);
            continue;
        }
        const layout::Box* parent = box_of(first);
        const layout::Box* before = box_of(take_field(record, '\x1f'));
        const layout::Box* after = box_of(take_field(record, '\x1f'));
        const float distance = static_cast<float>(number_of(take_field(record, '\x1f'))) / 100;
        const layout::Box* beside = after ? after : before;
        if (!parent || !beside || !find_place(page.root, beside->node, place)) continue;
        const float top = before ? before->rect.bottom() : parent->rect.y;
        const float bottom = after ? after->rect.y : parent->rect.bottom();
        const float more = distance - (bottom - top);
        if (after) {
            rooms_.emplace_back(std::move(place), layout::Room{after->room.above + more, 0});
        } else {
            rooms_.emplace_back(std::move(place), layout::Room{0, before->room.below + more});
        }
    }
    if (gone.empty()) return;
    rooms_.clear();
    remove(std::move(gone), page);
}

// The last first, so that the places of the others stay.
void PageChanges::remove(std::vector<Place> places, page::Page& page) {
    std::sort(places.rbegin(), places.rend());
    for (Place& place : places) {
        const page::Node* node = node_at(page.root, place);
        if (!node) continue;
        removed_.push_back({place, node->role, node->style});
        erase_at(page.root, place);
    }
}

void PageChanges::remove_again(page::Page& page) {
    for (const Removed& one : removed_) {
        const page::Node* node = node_at(page.root, one.place);
        if (!node || node->role != one.role || node->style != one.style) continue;
        erase_at(page.root, one.place);
    }
}

layout::Rooms PageChanges::rooms(const page::Page& page) const {
    layout::Rooms rooms;
    for (const auto& [place, room] : rooms_) {
        const page::Node* node = node_at(page.root, place);
        if (!node) continue;
        layout::Room& whole = rooms[node];
        whole.above += room.above;
        whole.below += room.below;
    }
    return rooms;
}

}  // namespace broadsheet::reader
