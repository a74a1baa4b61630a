#include "press/pictures/avif_head.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace broadsheet::press {

namespace {

constexpr std::size_t version_size = 4;  // version and flags at the beginning of some boxes
// Files have about a dozen. Properties are numbered by at most 15 bits.
constexpr std::size_t max_boxes = 10'000;

struct AvifBox {
    std::string_view name;
    PictureBytes content;
};

// The boxes that `bytes` consists of.
std::vector<AvifBox> boxes_of(PictureBytes bytes) {
    constexpr std::size_t head = 8;
    constexpr std::size_t long_head = 16;  // with a size of 64 bits
    std::vector<AvifBox> boxes;
    for (std::size_t at = 0; at + head <= bytes.size() && boxes.size() < max_boxes;) {
        const std::size_t rest = bytes.size() - at;
        std::size_t size = bytes.big32(at);
        std::size_t begin = head;
        if (size == 0) size = rest;
        if (size == 1) {
            begin = long_head;
            size = bytes.big32(at + head) != 0 ? rest : bytes.big32(at + head + 4);
        }
        if (size < begin || size > rest) break;
        boxes.push_back({bytes.text(at + 4, 4), bytes.part(at + begin, size - begin)});
        at += size;
    }
    return boxes;
}

std::optional<PictureBytes> box_in(PictureBytes bytes, std::string_view name) {
    for (const AvifBox& box : boxes_of(bytes)) {
        if (box.name == name) return box.content;
    }
    return std::nullopt;
}

// The numbers, from 1, of the properties of an item.
std::vector<std::size_t> properties_of(PictureBytes associations, std::uint32_t item) {
    const bool long_items = associations.at(0) != 0;
    const bool long_numbers = (associations.at(3) & 1U) != 0;
    std::uint32_t entries = associations.big32(version_size);
    std::size_t at = version_size + 4;
    for (; entries > 0 && at < associations.size(); --entries) {
        const std::uint32_t id = long_items ? associations.big32(at) : associations.big16(at);
        at += long_items ? 4 : 2;
        std::vector<std::size_t> numbers(associations.at(at++));
        for (std::size_t& number : numbers) {
            // The highest bit says whether a decoder must know the property.
            number = long_numbers ? associations.big16(at) & 0x7FFFU : associations.at(at) & 0x7FU;
            at += long_numbers ? 2 : 1;
        }
        if (id == item) return numbers;
    }
    return {};
}

}  // namespace

bool is_avif(PictureBytes bytes) { return bytes.has(4, "ftypavif") || bytes.has(4, "ftypavis"); }

AvifHead avif_head(PictureBytes bytes) {
    AvifHead head;
    head.animated = bytes.has(4, "ftypavis");
    const auto meta = box_in(bytes, "meta");
    if (!meta) return head;
    const PictureBytes parts = meta->from(version_size);
    const auto primary = box_in(parts, "pitm");
    const auto properties = box_in(parts, "iprp");
    if (!primary || !properties) return head;
    const auto known = box_in(*properties, "ipco");
    const auto associations = box_in(*properties, "ipma");
    if (!known || !associations) return head;
    const std::uint32_t item =
        primary->at(0) == 0 ? primary->big16(version_size) : primary->big32(version_size);
    const std::vector<AvifBox> boxes = boxes_of(*known);
    for (const std::size_t number : properties_of(*associations, item)) {
        if (number == 0 || number > boxes.size()) continue;
        const AvifBox& box = boxes[number - 1];
        if (box.name == "ispe") {
            head.width = box.content.big32(version_size);
            head.height = box.content.big32(version_size + 4);
        } else if (box.name == "irot") {
            head.quarter_turns = box.content.at(0) & 3U;
        }
    }
    return head;
}

}  // namespace broadsheet::press
