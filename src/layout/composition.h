// A layout made in several steps, so that no step blocks for long. `layout_page` performs all steps
// at once.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>

#include "layout/layout.h"

namespace broadsheet::layout {

inline constexpr std::size_t all_words = std::numeric_limits<std::size_t>::max();

// A layout in progress.
class Composition {
  public:
    // Builds the boxes. The page must outlive this object and the layout; the hyphenator and the
    // rooms must outlive this object.
    Composition(const page::Page& page, const theme::ReadingSetup& reading, TextMeasure& measure,
                const Hyphenator* hyphenator = nullptr, const Rooms* rooms = nullptr);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;
    ~Composition();

    // Measures about `words` words, in whole texts. Returns true when all are measured.
    bool measure(std::size_t words);

    // Places the boxes. Call once, after everything is measured.
    Layout place(float width);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace broadsheet::layout
