// Containers of Docusaurus, VuePress, VitePress, Starlight and MkDocs: notes with a title.
//
//     :::tip[Title]          !!! note "Title"
//     Text                       Text
//     :::
//
// They become callouts (callouts.h). Lines that only those tools understand are removed.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// True if a text may have any of these.
bool has_container_signs(std::string_view text);

// Writes known containers as quotes, with as many lines. Code is not changed, nor are containers
// that do not end, and those with other names.
std::string quotes_of_containers(std::string_view text);

}  // namespace broadsheet::press
