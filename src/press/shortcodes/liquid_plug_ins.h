// Liquid's tags of common plug-ins of Jekyll and Hexo, which stand for a picture, a video or a
// link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// The Markdown of a tag such as `youtube ID`, `gist USER/ID`, `include youtube.html id="ID"` or
// `asset_img FILE WORDS`; nothing if it is none of these. `content` is what stands between the
// signs of the tag.
std::optional<std::string> plug_in_markdown(std::string_view content);

}  // namespace broadsheet::press
