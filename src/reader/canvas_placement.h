// Places the canvas in the page. The canvas is taller than the window and scrolls with the page. It
// moves before its edge becomes visible, and lies further ahead than behind while the page scrolls.
// Under pinch zoom it has a higher resolution and covers
// only the magnified area, so that text stays sharp.
#pragma once

#include "reader/host.h"

namespace broadsheet::reader {

// The part of the page that is visible under pinch zoom, in CSS pixels of the page.
struct Magnified {
    float scale = 1;
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;

    bool operator==(const Magnified&) const = default;
};

// The position and resolution of the canvas.
class CanvasPlacement {
  public:
    // Returns true if the canvas was moved or resized and must be redrawn. With `force`, it is
    // placed again even if the current place suffices.
    bool place(const Viewport& viewport, float page_height, float scroll_y, bool force);
    void magnify(const Magnified& magnified) { magnified_ = magnified; }
    bool is_magnified() const { return magnified_.scale > 1.01F; }

    const CanvasArea& area() const { return area_; }

  private:
    bool place_magnified(const Viewport& viewport, float page_height, bool force);

    Magnified magnified_;
    CanvasArea area_;
    // The scroll position of the last call.
    float scroll_y_ = 0;
};

}  // namespace broadsheet::reader
