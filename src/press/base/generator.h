// The static site generator that a content folder was written for.
#pragma once

namespace broadsheet::press {

// `plain` is this tool's own format.
enum class Generator { plain, hugo, jekyll, zola };

}  // namespace broadsheet::press
