#include "reader/painter.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace broadsheet::reader {

using layout::Box;
using layout::InlineElement;
using layout::Line;
using layout::Piece;
using layout::Rect;
using page::Role;
using theme::Ink;

struct Painter::Ground {
    ImDrawList* list;
    CanvasArea area;
    const theme::Palette* palette;
    bool measuring = false;  // words are only requested; nothing is drawn
    bool atlas_full = false;
    bool over_page = false;  // popovers are being drawn
    bool pressed = false;    // the pointer's button is pressed
    float shift_x = 0;       // horizontal scroll position of the current box
    const page::Node* hovered = nullptr;

    float ratio() const { return area.device_pixel_ratio; }
    float x(float page_x) const { return (page_x - shift_x - area.left) * ratio(); }
    float y(float page_y) const { return (page_y - area.top) * ratio(); }
    // Edges of areas are rounded to whole device pixels.
    float snap_x(float page_x) const { return std::round(x(page_x)); }
    float snap_y(float page_y) const { return std::round(y(page_y)); }

    std::uint32_t rgb(Ink ink) const {
        const theme::Color color = (*palette)[static_cast<std::size_t>(ink)];
        return static_cast<std::uint32_t>(color.red << 16 | color.green << 8 | color.blue);
    }
    ImU32 color(Ink ink) const {
        const theme::Color value = (*palette)[static_cast<std::size_t>(ink)];
        return IM_COL32(value.red, value.green, value.blue, 255);
    }
    // Words may slightly overflow their boxes.
    bool reaches(const Rect& rect) const {
        return rect.right() - shift_x + rect.height >= area.left &&
               rect.x - shift_x - rect.height <= area.left + area.width;
    }
    bool shows(const Rect& rect) const {
        return rect.bottom() >= area.top && rect.y <= area.top + area.height;
    }
};

namespace {

int phases_for(float ratio) { return ratio < 1.75F ? 4 : 2; }

bool is_control(const page::Node* node) {
    return node && (node->role == Role::link || node->role == Role::button);
}

// Draws a picture's placeholder colours (`model::Picture::placeholder`) as a gradient. A round
// picture has only one colour.
void paint_placeholder(ImDrawList& list, const std::string& digits, ImVec2 from, ImVec2 to,
                       float radius) {
    constexpr std::size_t columns = 3;
    std::array<ImU32, columns * 2> colors{};
    if (digits.size() != colors.size() * 3) return;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[i] <= '9' ? digits[i] - '0' : digits[i] - 'a' + 10;
        colors[i / 3] |= static_cast<ImU32>((digit & 15) * 17) << (i % 3 * 8);
    }
    for (ImU32& color : colors) color |= IM_COL32_A_MASK;
    if (radius > 0) {
        list.AddRectFilled(from, to, colors[1], radius);
        return;
    }
    const float middle = std::round((from.x + to.x) / 2);
    list.AddRectFilledMultiColor(from, ImVec2(middle, to.y), colors[0], colors[1],
                                 colors[columns + 1], colors[columns]);
    list.AddRectFilledMultiColor(ImVec2(middle, from.y), to, colors[1], colors[2],
                                 colors[columns + 2], colors[columns + 1]);
}

Rect line_rect(const Box& box, const Line& line, const Piece& piece) {
    return {box.content.x + piece.x, box.content.y + line.top, piece.width, line.height};
}

}  // namespace

void Painter::forget_textures() {
    atlas_ratio_ = 0;
    pictures_.forget_all();
}

void Painter::layout_changed() {
    sideways_.clear();
    hovered_link_ = nullptr;
}

void Painter::scroll_sideways(int scroller, float x) {
    if (scroller < 1) return;
    const auto index = static_cast<std::size_t>(scroller);
    if (sideways_.size() <= index) sideways_.resize(index + 1);
    sideways_[index] = x;
}

// Sizes the atlas for several screens of text, within the limits of all WebGL2 devices.
void Painter::size_atlas(const CanvasArea& area) {
    const float pixels =
        area.width * area.height * area.device_pixel_ratio * area.device_pixel_ratio;
    const int height = pixels > 6e6F ? 4096 : 2048;
    const int width = area.device_pixel_ratio > 4 ? 4096 : 2048;
    if (atlas_ratio_ != area.device_pixel_ratio || atlas_.height() < height) {
        atlas_.reset(width, std::max(height, atlas_.height()));
        atlas_ratio_ = area.device_pixel_ratio;
    }
}

bool Painter::prepare(const layout::Layout& layout, const CanvasArea& area,
                      const theme::Palette& palette, std::size_t new_words) {
    size_atlas(area);
    Ground ground{nullptr, area, &palette};
    ground.measuring = true;
    atlas_.begin_frame(new_words);
    paint_page(layout, ground);
    const bool unfinished = atlas_.has_enough();
    atlas_.flush();
    return !unfinished;
}

void Painter::paint(const layout::Layout& layout, const CanvasArea& area, const Pointer& pointer,
                    const theme::Palette& palette) {
    size_atlas(area);
    const float ratio = area.device_pixel_ratio;
    const ImVec2 white(2.0F / static_cast<float>(atlas_.width()),
                       2.0F / static_cast<float>(atlas_.height()));
    const ImVec2 position =
        pointer.x < 0 ? ImVec2(-1, -1)
                      : ImVec2((pointer.x - area.left) * ratio, (pointer.y - area.top) * ratio);
    session_.begin_frame(area.width * ratio, area.height * ratio, position, pointer.pressed,
                         1.0F / 60, white);
    pictures_.begin_frame();
    Ground ground{ImGui::GetBackgroundDrawList(), area, &palette};
    ground.hovered = hovered_link_;
    ground.pressed = pointer.pressed;

    // Collects all words first, so that they are drawn into the atlas at once. A full atlas is
    // reset once.
    ground.measuring = true;
    atlas_.begin_frame();
    paint_page(layout, ground);
    if (ground.atlas_full) {
        atlas_.reset(atlas_.width(), atlas_.height());
        atlas_.begin_frame();
        paint_page(layout, ground);
    }
    atlas_.flush();

    ground.measuring = false;
    painted_words_ = 0;
    hovered_link_ = nullptr;
#if IMGUI_VERSION_NUM >= 19200
    ground.list->PushTexture(ImTextureRef(static_cast<ImTextureID>(atlas_texture)));
#else
    ground.list->PushTextureID(reinterpret_cast<ImTextureID>(static_cast<intptr_t>(atlas_texture)));
#endif
    paint_page(layout, ground);
#if IMGUI_VERSION_NUM >= 19200
    ground.list->PopTexture();
#else
    ground.list->PopTextureID();
#endif
    pictures_.end_frame();
    const bool hover_changed = hovered_link_ != ground.hovered;
    host_.present(session_.end_frame(), ground.rgb(Ink::paper));
    // A change of the hovered element is shown in the next frame.
    if (hover_changed) host_.request_frame();
}

// Popovers lie over the page but are processed first, so that they receive the pointer.
void Painter::paint_page(const layout::Layout& layout, Ground& ground) {
    const bool split = !ground.measuring && !layout.popovers.empty();
    if (split) ground.list->ChannelsSplit(2);
    if (split) ground.list->ChannelsSetCurrent(1);
    ground.over_page = true;
    for (const Box* popover : layout.popovers) paint_box(*popover, ground, nullptr);
    ground.over_page = false;
    if (split) ground.list->ChannelsSetCurrent(0);
    paint_box(layout.root, ground, nullptr);
    if (split) ground.list->ChannelsMerge();
}

bool Painter::is_hovered(const page::Node* link, const Rect& rect, Ground& ground) {
    if (!ground.measuring) {
        const ImRect area(ground.x(rect.x), ground.y(rect.y), ground.x(rect.right()),
                          ground.y(rect.bottom()));
        const ImGuiID item = ImGui::GetID(link);
        if (ImGui::ItemAdd(area, item) && ImGui::ItemHoverable(area, item, 0)) {
            hovered_link_ = link;
        }
    }
    return ground.hovered == link;
}

void Painter::paint_box(const Box& box, Ground& ground, const page::Node* link) {
    if (!ground.shows(box.rect) || box.style.display == theme::Display::hidden_until_focus ||
        box.style.island) {
        return;
    }
    if (box.style.display == theme::Display::popover && !ground.over_page) return;
    if (is_control(box.node)) link = box.node;
    paint_frame(box, ground);
    // The border of a scrolling box does not scroll.
    const ImVec2 clip_from(ground.x(box.rect.x), ground.y(box.rect.y));
    const ImVec2 clip_to(ground.x(box.rect.right()), ground.y(box.rect.bottom()));
    const float before = ground.shift_x;
    const auto scroller = static_cast<std::size_t>(box.scroller);
    if (scroller < sideways_.size()) ground.shift_x += sideways_[scroller];
    const bool clipped = box.scroller > 0 && !ground.measuring;
    if (clipped) ground.list->PushClipRect(clip_from, clip_to, true);
    if (box.style.display == theme::Display::picture) {
        paint_picture(*box.node, box.rect, box.style.radius, ground);
    }
    if (!box.marker.empty()) paint_marker(box, ground);
    if (box.text) paint_text(box, ground, link);
    for (const Box& child : box.children) paint_box(child, ground, link);
    if (clipped) ground.list->PopClipRect();
    ground.shift_x = before;
}

void Painter::paint_frame(const Box& box, Ground& ground) {
    if (ground.measuring) return;
    if (box.style.background != Ink::none) {
        ground.list->AddRectFilled(
            ImVec2(ground.snap_x(box.rect.x), ground.snap_y(box.rect.y)),
            ImVec2(ground.snap_x(box.rect.right()), ground.snap_y(box.rect.bottom())),
            ground.color(box.style.background), box.style.radius * ground.ratio());
    }
    paint_borders(box, ground);
}

void Painter::paint_borders(const Box& box, Ground& ground) {
    const auto thickness = [&](float width) { return std::round(width * ground.ratio()); };
    const auto fill = [&](float left, float top, float right, float bottom, Ink ink) {
        ground.list->AddRectFilled(ImVec2(left, top), ImVec2(right, bottom), ground.color(ink));
    };
    const float left = ground.snap_x(box.rect.x);
    const float right = ground.snap_x(box.rect.right());
    const auto horizontal = [&](const theme::Border& border, float top) {
        if (border.width <= 0) return;
        const float height = thickness(border.width);
        if (!border.double_line) {
            fill(left, top, right, top + height, border.ink);
            return;
        }
        const float line = std::max(1.0F, std::floor(height / 3));
        fill(left, top, right, top + line, border.ink);
        fill(left, top + height - line, right, top + height, border.ink);
    };
    horizontal(box.style.border_top, ground.snap_y(box.rect.y));
    if (box.style.border_bottom.width > 0) {
        horizontal(box.style.border_bottom,
                   ground.snap_y(box.rect.bottom()) - thickness(box.style.border_bottom.width));
    }
    if (box.style.border_start.width > 0) {
        const float width = thickness(box.style.border_start.width);
        const float x = box.right_to_left ? right - width : left;
        fill(x, ground.snap_y(box.rect.y), x + width, ground.snap_y(box.rect.bottom()),
             box.style.border_start.ink);
    }
}

void Painter::paint_picture(const page::Node& node, const Rect& rect, float radius,
                            Ground& ground) {
    if (ground.measuring) return;
    const ImVec2 from(ground.snap_x(rect.x), ground.snap_y(rect.y));
    const ImVec2 to(ground.snap_x(rect.right()), ground.snap_y(rect.bottom()));
    const Pictures::Texture texture = pictures_.find(
        node, file_for_box(node, rect.width * ground.ratio(), rect.height * ground.ratio()),
        static_cast<int>(to.x - from.x), static_cast<int>(to.y - from.y));
    radius *= ground.ratio();
    if (texture.opacity < 1) paint_placeholder(*ground.list, node.info, from, to, radius);
    if (texture.id == 0) return;
#if IMGUI_VERSION_NUM >= 19200
    const ImTextureRef id(static_cast<ImTextureID>(texture.id));
#else
    const auto id = reinterpret_cast<ImTextureID>(static_cast<intptr_t>(texture.id));
#endif
    ground.list->AddImageRounded(id, from, to, ImVec2(texture.left, texture.top),
                                 ImVec2(texture.right, texture.bottom),
                                 ImGui::GetColorU32(ImVec4(1, 1, 1, texture.opacity)), radius);
}

void Painter::paint_word(std::string_view text, layout::FontId font, Ink ink, float x,
                         float baseline, float width, bool right_to_left, Ground& ground) {
    const float ratio = ground.ratio();
    const float size = host_.text_measure().font(font).size * ratio;
    const int phases = phases_for(ratio);
    float whole = std::floor(x);
    int phase = static_cast<int>(std::lround((x - whole) * static_cast<float>(phases)));
    if (phase == phases) {
        phase = 0;
        whole += 1;
    }
    const AtlasCell* cell =
        atlas_.find(text, font, size, width * ratio, ground.rgb(ink), phase, phases, right_to_left);
    if (!cell) {
        ground.atlas_full = true;
        return;
    }
    if (ground.measuring) return;
    ++painted_words_;
    const float left = whole + static_cast<float>(cell->left);
    const float top = std::round(baseline) - static_cast<float>(cell->ascent);
    const auto u = [&](int at) {
        return static_cast<float>(at) / static_cast<float>(atlas_.width());
    };
    const auto v = [&](int at) {
        return static_cast<float>(at) / static_cast<float>(atlas_.height());
    };
    ground.list->PrimReserve(6, 4);
    ground.list->PrimRectUV(
        ImVec2(left, top),
        ImVec2(left + static_cast<float>(cell->width), top + static_cast<float>(cell->height)),
        ImVec2(u(cell->x), v(cell->y)), ImVec2(u(cell->x + cell->width), v(cell->y + cell->height)),
        IM_COL32_WHITE);
}

// Draws the hyphen at the end of a line. It has the font and the colour of the text before it.
void Painter::paint_hyphen(const Box& box, const Line& line, Ground& ground) {
    const layout::InlineContent& content = *box.text;
    const Piece& last = content.pieces[line.first + line.count - 1];
    const InlineElement& element = content.elements[static_cast<std::size_t>(last.element)];
    Rect rect = line_rect(box, line, last);
    rect.x += rect.width;
    rect.width = line.hyphen;
    if (!ground.reaches(rect)) return;
    const float baseline =
        box.content.y + line.top + line.baseline + element.style.shift * element.style.size;
    paint_word("-", last.font, element.style.ink, ground.x(rect.x), ground.y(baseline), rect.width,
               false, ground);
}

void Painter::paint_text(const Box& box, Ground& ground, const page::Node* block_link) {
    const layout::InlineContent& content = *box.text;
    if (const layout::Initial& initial = content.initial; !initial.letter.empty()) {
        paint_word(initial.letter, initial.font, box.style.ink, ground.x(box.content.x + initial.x),
                   ground.y(box.content.y + initial.baseline), initial.width, false, ground);
    }
    for (const Line& line : content.lines) {
        const float top = box.content.y + line.top;
        if (top + line.height < ground.area.top || top > ground.area.top + ground.area.height) {
            continue;
        }
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const Piece& piece = content.pieces[i];
            const InlineElement& element =
                content.elements[static_cast<std::size_t>(piece.element)];
            Rect rect = line_rect(box, line, piece);
            if (!ground.reaches(rect)) continue;
            if (element.node && element.node->role == Role::formula) continue;  // an island
            if (piece.picture) {
                const float height = piece.width * static_cast<float>(element.node->height) /
                                     static_cast<float>(element.node->width);
                rect.y = top + line.height - height;
                rect.height = height;
                paint_picture(*element.node, rect, 0, ground);
                continue;
            }
            const page::Node* link = block_link;
            for (int e = piece.element; e > 0 && !link;
                 e = content.elements[static_cast<std::size_t>(e)].parent) {
                const page::Node* node = content.elements[static_cast<std::size_t>(e)].node;
                if (is_control(node)) link = node;
            }
            // The gap before the next piece of the same element belongs to it.
            Rect decorated = rect;
            if (i + 1 < line.first + line.count && content.pieces[i + 1].element == piece.element &&
                piece.level == 0 && content.pieces[i + 1].level == 0) {
                decorated.width = content.pieces[i + 1].x - piece.x;
            }
            // The text layer draws underlines and strikethroughs, because the browser skips
            // descenders.
            const bool pressed = link && is_hovered(link, decorated, ground) && ground.pressed;
            const float baseline = top + line.baseline + element.style.shift * element.style.size;
            const Ink ink = pressed ? Ink::accent : element.style.ink;
            if (!ground.measuring && element.style.highlight != Ink::none) {
                ground.list->AddRectFilled(
                    ImVec2(ground.snap_x(decorated.x), ground.snap_y(top + 2)),
                    ImVec2(ground.snap_x(decorated.right()), ground.snap_y(top + line.height - 2)),
                    ground.color(element.style.highlight));
            }
            paint_word(std::string_view(content.text).substr(piece.begin, piece.end - piece.begin),
                       piece.font, ink, ground.x(rect.x), ground.y(baseline), piece.width,
                       piece.level % 2 == 1, ground);
        }
        if (line.hyphen > 0 && line.count > 0) paint_hyphen(box, line, ground);
    }
}

void Painter::paint_marker(const Box& box, Ground& ground) {
    const float x = box.right_to_left ? box.content.x + box.content.width + theme::marker_gap
                                      : box.content.x - theme::marker_gap - box.marker_width;
    const float baseline =
        box.content.y + host_.text_measure().baseline(box.marker_font, box.style.line_height);
    paint_word(box.marker, box.marker_font, box.style.ink, ground.x(x), ground.y(baseline),
               box.marker_width, box.right_to_left, ground);
}

}  // namespace broadsheet::reader
