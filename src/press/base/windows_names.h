// Names of files that Windows cannot store. A site that is made elsewhere may be unpacked there.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Why Windows cannot store a file or folder of this name: "it has a \"?\"". Empty if it can.
// `name` is one segment of a path.
std::string windows_name_fault(std::string_view name);

// A segment of a path that Windows cannot store, and why.
struct WindowsFault {
    std::string name;  // empty: there is none
    std::string why;
};
// The first such segment of a path with '/' separators.
WindowsFault windows_path_fault(std::string_view path);

}  // namespace broadsheet::press
