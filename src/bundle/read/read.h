// Reads the files of a bundle. Functions do not throw. They return a value or an error message.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "model/publication.h"

namespace broadsheet::bundle {

// A value or an error.
template <typename T>
struct Result {
    std::optional<T> value;
    std::string error;  // a sentence for people; empty if `value` is set
};

Result<Manifest> read_manifest(std::string_view json);
Result<model::Site> read_start(std::string_view json);
Result<std::map<model::Path, model::Entry>> read_entries(std::string_view json);
Result<std::vector<ListPart>> read_lists(std::string_view json);

}  // namespace broadsheet::bundle
