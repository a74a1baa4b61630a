// Frames of other companies inside articles: films, maps, comments. They become nodes that show
// nothing of the company's until the reader agrees (features R19).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// The node for a frame that shows `address`; nothing where it is no https address. `width` and
// `height` give its shape, 0 the usual one. Addresses of films become those that set fewest
// cookies.
std::optional<model::Node> make_embed(std::string_view address, std::string_view title, int width,
                                      int height);

// "https://www.youtube-nocookie.com" of an address.
std::string origin_of(std::string_view address);

}  // namespace broadsheet::press
