// Where the canvas lies in the page, and how fine it is. It is taller than the window and scrolls
// with the page; it moves before its edge shows. Under pinch zoom it is finer and lies around what
// is magnified, so that letters stay sharp.
#pragma once

#include "reader/host.h"

namespace broadsheet::reader {

// What of the page is seen under pinch zoom; CSS pixels of the page.
struct Magnified {
    float scale = 1;
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;

    bool operator==(const Magnified&) const = default;
};

class CanvasPlacement {
  public:
    // True where the canvas moved or changed its size, and must be drawn anew. `force`: also where
    // what it shows still suffices.
    bool place(const Viewport& viewport, float page_height, float scroll_y, bool force);
    void magnify(const Magnified& magnified) { magnified_ = magnified; }
    bool is_magnified() const { return magnified_.scale > 1.01F; }

    const CanvasArea& area() const { return area_; }

  private:
    bool place_magnified(const Viewport& viewport, float page_height, bool force);

    Magnified magnified_;
    CanvasArea area_;
};

}  // namespace broadsheet::reader
