// A layout made in parts, for where no part may take long: `layout_page` is all of them at once.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>

#include "layout/layout.h"

namespace broadsheet::layout {

inline constexpr std::size_t all_words = std::numeric_limits<std::size_t>::max();

class Composition {
  public:
    // Makes the boxes. The page must outlive this and the layout.
    Composition(const page::Page& page, const theme::Viewing& viewing, TextMeasure& measure);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;
    ~Composition();

    // Measures some words, by whole texts; true where none is left.
    bool measure(std::size_t words);

    // Once, when all is measured.
    Layout place(float width);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace broadsheet::layout
