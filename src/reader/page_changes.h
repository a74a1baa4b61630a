// What others have changed in the boxes of a page, as far as the layout follows it: boxes that they
// have removed or hidden, and elements of theirs that need room between boxes. web/integrity.js
// reports both.
//
// Nodes are kept by their places in the page's tree, so that the changes last when the page is made
// anew, for example with an open menu.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "page/page.h"
#include "reader/text_layer.h"

namespace broadsheet::reader {

// Reported instead of records: boxes that were hidden can be seen again.
inline constexpr std::string_view shown_again = "f";

class PageChanges {
  public:
    // Takes all changes that are known now. Records end with U+001E, or with the text; their fields
    // end with U+001F. Ids are those of `layer`; 0: none.
    //   x id                            a node that is gone or hidden
    //   r parent before after distance  elements of others in `parent`, between two of its nodes,
    //                                   that are so many hundredths of a CSS pixel apart; without
    //                                   `before`, from the parent's top; without `after`, to its
    //                                   bottom
    // Nodes that are gone leave the page and the layer. Where there are any, room is not made yet:
    // the next report has the distances without them.
    void take(std::string_view records, page::Page& page, TextLayer& layer,
              const layout::Layout& layout);

    // Removes from a page that was made anew what others have removed before.
    void remove_again(page::Page& page);

    // The room that the nodes of the page need.
    layout::Rooms rooms(const page::Page& page) const;

    void forget() { *this = {}; }

  private:
    using Place = std::vector<std::size_t>;  // indices of children, from the root
    struct Removed {
        Place place;
        page::Role role;
        page::Style style;
    };

    void remove(std::vector<Place> places, page::Page& page);

    std::vector<Removed> removed_;  // each place is without those before it in the list
    std::vector<std::pair<Place, layout::Room>> rooms_;
};

}  // namespace broadsheet::reader
