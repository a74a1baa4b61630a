// Fits a block that a tag becomes into the line that the tag is in: a row of a table, an item of a
// list, a quote, or a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Where a tag stands in a text.
class BlockPlace {
  public:
    // The tag is from `begin` to `end`.
    BlockPlace(std::string_view text, std::size_t begin, std::size_t end);

    // `block` begins and ends with the line feeds that it needs in a text. In a table it becomes
    // one line; in an item or quote, its lines get what they begin with there.
    std::string fit(std::string_view block) const;

    // The text between a tag's ends, without what its lines begin with in an item or quote.
    std::string without_margin(std::string_view inner) const;

  private:
    bool in_table_ = false;
    std::string margin_;        // what further lines begin with: "  ", "> "
    bool begins_line_ = false;  // nothing but the margin is before the tag
    bool begins_item_ = false;  // the mark of an item is right before the tag
    bool ends_line_ = false;    // nothing is after the tag
    bool ends_item_ = false;    // an item or a blank line follows
};

}  // namespace broadsheet::press
