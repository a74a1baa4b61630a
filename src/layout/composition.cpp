#include "layout/composition.h"

#include "layout/flow.h"
#include "layout/measure_text.h"

namespace broadsheet::layout {

namespace {

// True for a formula on lines of its own.
bool is_formula(const Box& box) { return box.node && box.node->role == page::Role::formula; }

// True for the languages whose full stops and commas stand in the middle of their square.
bool has_centred_stops(std::string_view language) {
    if (!language.starts_with("zh")) return false;
    for (const std::string_view place : {"Hant", "TW", "HK", "MO"}) {
        if (language.find(place) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

struct Composition::Parts {
    Parts(const page::Page& page, const theme::ReadingSetup& reading, TextMeasure& measure,
          const Hyphenator* hyphenator, const Rooms* rooms)
        : letters(measure),
          setting{measure, reading, hyphenator, &letters, rooms, has_centred_stops(page.language)},
          flow(setting) {}

    // Lists all boxes with text to measure.
    void list(Box& box) {
        if (box.text || !box.marker.empty() || is_formula(box)) unmeasured.push_back(&box);
        for (Box& child : box.children) list(child);
    }

    LetterWidths letters;
    Setting setting;
    Flow flow;
    Box root;
    std::vector<Box*> unmeasured;
    std::size_t next = 0;  // index in `unmeasured`
};

Composition::Composition(const page::Page& page, const theme::ReadingSetup& reading,
                         TextMeasure& measure, const Hyphenator* hyphenator, const Rooms* rooms)
    : parts_(std::make_unique<Parts>(page, reading, measure, hyphenator, rooms)) {
    const bool right_to_left = page.direction == page::Direction::right_to_left;
    parts_->root =
        parts_->flow.build(page.root, theme::root_style(page.language), false, right_to_left);
    parts_->list(parts_->root);
}

Composition::~Composition() = default;

bool Composition::measure(std::size_t words) {
    MeasureBatch batch;
    for (; parts_->next < parts_->unmeasured.size() && batch.size() < words; ++parts_->next) {
        Box& box = *parts_->unmeasured[parts_->next];
        if (box.text) batch.add(*box.text);
        if (is_formula(box)) batch.ask(*box.node, box.style.size, box.formula);
        if (!box.marker.empty()) batch.ask(box.marker, box.marker_font, box.marker_width);
    }
    batch.measure(parts_->setting.measure);
    return parts_->next == parts_->unmeasured.size();
}

Layout Composition::place(float width) {
    Layout layout;
    layout.root = std::move(parts_->root);
    parts_->flow.place(layout.root, width);
    parts_->flow.settle(layout.root, {0, 0, width, 0}, false, nullptr, layout);
    layout.width = width;
    layout.height = layout.root.rect.height;
    return layout;
}

Layout layout_page(const page::Page& page, float width, const theme::ReadingSetup& reading,
                   TextMeasure& measure, const Hyphenator* hyphenator, const Rooms* rooms) {
    Composition composition(page, reading, measure, hyphenator, rooms);
    composition.measure(all_words);
    return composition.place(width);
}

}  // namespace broadsheet::layout
