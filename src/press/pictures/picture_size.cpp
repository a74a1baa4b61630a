#include "press/pictures/picture_size.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "press/base/number.h"
#include "press/pictures/avif_head.h"
#include "press/pictures/picture_bytes.h"

namespace broadsheet::press {

namespace {

constexpr int max_side = 100'000;

std::optional<PictureSize> make_size(std::uint32_t width, std::uint32_t height) {
    if (width == 0 || height == 0 || width > max_side || height > max_side) {
        return std::nullopt;
    }
    return PictureSize{static_cast<int>(width), static_cast<int>(height), false};
}

// The EXIF orientation, 1 to 8. From 5, width and height are swapped.
std::uint32_t exif_orientation(PictureBytes tiff) {
    const bool little = tiff.has(0, "II");
    if (!little && !tiff.has(0, "MM")) return 1;
    const auto read16 = [&](std::size_t i) { return little ? tiff.little16(i) : tiff.big16(i); };
    const auto read32 = [&](std::size_t i) { return little ? tiff.little32(i) : tiff.big32(i); };
    constexpr std::uint32_t orientation_tag = 0x0112;
    const std::size_t directory = read32(4);
    const std::uint32_t count = std::min<std::uint32_t>(read16(directory), 200);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * std::size_t{12};
        if (read16(entry) == orientation_tag) return read16(entry + 8);
    }
    return 1;
}

bool is_start_of_frame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

struct JpegHead {
    std::optional<PictureSize> size;  // as stored
    std::uint32_t orientation = 1;
};

JpegHead jpeg_head(PictureBytes bytes) {
    JpegHead head;
    std::size_t position = 2;
    while (position + 4 <= bytes.size()) {
        if (bytes.at(position) != 0xFF) {
            ++position;
            continue;
        }
        const std::uint32_t marker = bytes.at(position + 1);
        if (marker == 0xFF || marker == 0 || (marker >= 0xD0 && marker <= 0xD8)) {
            position += marker == 0xFF ? 1 : 2;
            continue;
        }
        if (marker == 0xD9 || marker == 0xDA) break;
        const std::size_t length = bytes.big16(position + 2);
        if (marker == 0xE1 && bytes.has(position + 4, std::string_view("Exif\0\0", 6))) {
            head.orientation = exif_orientation(bytes.from(position + 10));
        }
        if (is_start_of_frame(marker) && position + 9 <= bytes.size()) {
            head.size = make_size(bytes.big16(position + 7), bytes.big16(position + 5));
            break;
        }
        position += 2 + std::max<std::size_t>(length, 2);
    }
    return head;
}

std::optional<PictureSize> jpeg_size(PictureBytes bytes) {
    const JpegHead head = jpeg_head(bytes);
    std::optional<PictureSize> size = head.size;
    if (size && head.orientation >= 5 && head.orientation <= 8) {
        std::swap(size->width, size->height);
    }
    return size;
}

struct PngHead {
    bool animated = false;
    std::uint32_t orientation = 1;
};

// Reads the chunks of a PNG file: a length, a name, data and a checksum each.
PngHead png_head(PictureBytes bytes) {
    PngHead head;
    constexpr std::size_t signature = 8;
    for (std::size_t at = signature; at + 12 <= bytes.size();) {
        if (bytes.has(at + 4, "acTL")) head.animated = true;
        if (bytes.has(at + 4, "eXIf")) head.orientation = exif_orientation(bytes.from(at + 8));
        at += std::size_t{bytes.big32(at)} + 12;
    }
    return head;
}

std::optional<PictureSize> png_size(PictureBytes bytes) {
    const PngHead head = png_head(bytes);
    std::optional<PictureSize> size = make_size(bytes.big32(16), bytes.big32(20));
    if (!size) return size;
    size->animated = head.animated;
    if (head.orientation >= 5 && head.orientation <= 8) std::swap(size->width, size->height);
    return size;
}

std::optional<PictureSize> avif_size(PictureBytes bytes) {
    const AvifHead head = avif_head(bytes);
    std::optional<PictureSize> size = make_size(head.width, head.height);
    if (!size) return size;
    size->animated = head.animated;
    if (head.quarter_turns % 2 == 1) std::swap(size->width, size->height);
    return size;
}

std::optional<PictureSize> webp_size(PictureBytes bytes) {
    if (bytes.has(12, "VP8 ")) {
        return make_size(bytes.little16(26) & 0x3FFF, bytes.little16(28) & 0x3FFF);
    }
    if (bytes.has(12, "VP8L")) {
        const std::uint32_t bits = bytes.little32(21);
        return make_size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
    if (bytes.has(12, "VP8X")) {
        constexpr std::uint32_t animation_flag = 0x02;
        auto size = make_size(bytes.little24(24) + 1, bytes.little24(27) + 1);
        if (size) size->animated = (bytes.at(20) & animation_flag) != 0;
        return size;
    }
    return std::nullopt;
}

// The value of an attribute in the text of one start tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
    std::size_t position = 0;
    while ((position = tag.find(name, position)) != std::string_view::npos) {
        const char before = position == 0 ? ' ' : tag[position - 1];
        std::size_t i = position + name.size();
        position = i;
        if (before != ' ' && before != '\n' && before != '\t' && before != '\r') continue;
        while (i < tag.size() && (tag[i] == ' ' || tag[i] == '\n')) ++i;
        if (i >= tag.size() || tag[i] != '=') continue;
        ++i;
        while (i < tag.size() && (tag[i] == ' ' || tag[i] == '\n')) ++i;
        if (i >= tag.size() || (tag[i] != '"' && tag[i] != '\'')) continue;
        const std::size_t end = tag.find(tag[i], i + 1);
        if (end == std::string_view::npos) return {};
        return tag.substr(i + 1, end - i - 1);
    }
    return {};
}

// Reads a length, in pixels, and moves `text` past it. Returns 0 for relative lengths and if there
// is none.
double read_length(std::string_view& text) {
    const auto first = text.find_first_not_of(" ,\t\n");
    if (first == std::string_view::npos) return 0;
    text.remove_prefix(first);
    const auto number = read_number(text);
    if (!number) return 0;
    const double value = number->value;
    text.remove_prefix(number->length);
    if (text.starts_with("px")) text.remove_prefix(2);
    if (text.starts_with("pt")) return value * 4 / 3;
    if (text.starts_with("in")) return value * 96;
    if (text.starts_with("cm")) return value * 96 / 2.54;
    if (text.starts_with("mm")) return value * 96 / 25.4;
    if (text.starts_with("%") || text.starts_with("em") || text.starts_with("ex")) return 0;
    return value;
}

std::optional<PictureSize> svg_size(std::string_view text) {
    const auto start = text.find("<svg");
    if (start == std::string_view::npos) return std::nullopt;
    const std::string_view tag = text.substr(start, text.find('>', start) - start);
    std::string_view width_text = attribute(tag, "width");
    std::string_view height_text = attribute(tag, "height");
    double width = read_length(width_text);
    double height = read_length(height_text);
    std::string_view box = attribute(tag, "viewBox");
    if (!box.empty()) {
        read_length(box);
        read_length(box);
        const double box_width = read_length(box);
        const double box_height = read_length(box);
        if (box_width > 0 && box_height > 0) {
            if (width <= 0 && height <= 0) {
                width = box_width;
                height = box_height;
            } else if (width <= 0) {
                width = height * box_width / box_height;
            } else if (height <= 0) {
                height = width * box_height / box_width;
            }
        }
    }
    if (!(width >= 1 && height >= 1 && width <= max_side && height <= max_side)) {
        return std::nullopt;
    }
    return make_size(static_cast<std::uint32_t>(std::lround(width)),
                     static_cast<std::uint32_t>(std::lround(height)));
}

}  // namespace

std::optional<PictureSize> picture_size(std::string_view text) {
    const PictureBytes bytes(text);
    if (bytes.has(0, "\x89PNG\r\n\x1A\n")) return png_size(bytes);
    if (bytes.has(0, "\xFF\xD8")) return jpeg_size(bytes);
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
        return make_size(bytes.little16(6), bytes.little16(8));
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) return webp_size(bytes);
    if (is_avif(bytes)) return avif_size(bytes);
    const std::string_view head = text.substr(0, 4096);
    if (head.find("<svg") != std::string_view::npos) return svg_size(text.substr(0, 16384));
    return std::nullopt;
}

std::uint32_t picture_orientation(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) return png_head(PictureBytes(bytes)).orientation;
    if (!bytes.starts_with("\xFF\xD8")) return 1;
    return jpeg_head(PictureBytes(bytes)).orientation;
}

}  // namespace broadsheet::press
