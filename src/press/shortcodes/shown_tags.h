// Tags that are to be shown, not run: {{</* name */>}} and {{%/* name */%}} of Hugo,
// {{/* name() */}} and {%/* name() */%} of Zola.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "press/base/generator.h"

namespace broadsheet::press {

struct ShownTag {
    std::string text;     // {{< name >}}
    std::size_t end = 0;  // the offset after the tag
};

// The tag to be shown that begins at `position`, in the syntax of the generator: Zola has its own,
// all others that of Hugo.
std::optional<ShownTag> shown_tag_at(std::string_view text, std::size_t position,
                                     Generator generator);

// A text, such as code, with all such tags as they are shown.
std::string with_shown_tags(std::string_view text, Generator generator);

}  // namespace broadsheet::press
