// The tool that a folder of articles was written for.
#pragma once

namespace broadsheet::press {

enum class Generator { plain, hugo, jekyll, zola };

}  // namespace broadsheet::press
