// Third-party embeds in articles, such as videos and maps. The reader loads nothing from the
// provider until the person consents.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// Creates the embed node for an iframe with this URL, or nothing if it is not an https URL with a
// host name. `width` and `height` give the aspect ratio; values outside 2 to 10,000 give the
// default, 16:9. YouTube and Vimeo URLs are changed to their privacy-friendly variants.
std::optional<model::Node> make_embed(std::string_view address, std::string_view title, int width,
                                      int height);

// The frame that shows the video of a page of YouTube or Vimeo, with its list, its start and its
// key. Nothing for other addresses.
std::optional<std::string> frame_of_video_page(std::string_view address);

// The frame of a video whose address is that of a Flash player, as pages had it until about 2012:
// ".../v/VIDEO&hl=en" of YouTube and "moogaloop.swf?clip_id=VIDEO" of Vimeo. Nothing for others.
std::optional<std::string> frame_of_old_player(std::string_view address);

// The origin of an https URL, such as "https://www.youtube-nocookie.com"; empty for other URLs.
std::string origin_of(std::string_view address);

}  // namespace broadsheet::press
