#include "search/format/file_parts.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

// Parts with at most this many bytes between them are fetched together, because a request costs
// more.
constexpr std::size_t min_gap = 1'000;

}  // namespace

std::string FileParts::name_of(const Extent& extent) {
    return extent.file + " " + std::to_string(extent.begin) + "-" + std::to_string(extent.end - 1);
}

bool FileParts::supply(std::string_view name, std::string_view bytes) {
    for (const Extent& each : wanted_) {
        if (name_of(each) != name || bytes.size() != each.end - each.begin) continue;
        known_.push_back({each, std::string(bytes)});
        return true;
    }
    return false;
}

void FileParts::supply_whole(std::string_view file, std::string_view bytes) {
    known_.push_back({{std::string(file), 0, bytes.size()}, std::string(bytes)});
}

void FileParts::miss(std::string_view name) {
    without_parts_.emplace_back(name.substr(0, name.find(' ')));
}

bool FileParts::has_parts(std::string_view file) const {
    return std::find(without_parts_.begin(), without_parts_.end(), file) == without_parts_.end();
}

bool FileParts::all_have_parts() const {
    return without_parts_.empty() &&
           std::none_of(known_.begin(), known_.end(),
                        [](const Known& each) { return each.is_whole(); });
}

bool FileParts::has_whole(std::string_view file) const {
    return std::any_of(known_.begin(), known_.end(), [&](const Known& each) {
        return each.is_whole() && each.extent.file == file;
    });
}

std::string_view FileParts::find(const FilePart& part) {
    const std::size_t end = part.begin + part.size;
    for (const auto& [extent, bytes] : known_) {
        if (extent.file == part.file && extent.begin <= part.begin && end <= extent.end) {
            return std::string_view(bytes).substr(part.begin - extent.begin, part.size);
        }
    }
    if (has_parts(part.file) && !has_whole(part.file)) {
        want({std::string(part.file), part.begin, end});
    }
    return {};
}

void FileParts::want(Extent extent) {
    const auto join = [&](const Extent& each) {
        const bool near = each.file == extent.file && each.begin <= extent.end + min_gap &&
                          extent.begin <= each.end + min_gap;
        if (near) {
            extent.begin = std::min(extent.begin, each.begin);
            extent.end = std::max(extent.end, each.end);
        }
        return near;
    };
    // A merged part may now be close to others.
    while (std::erase_if(wanted_, join) > 0) {
    }
    wanted_.push_back(std::move(extent));
}

std::vector<std::string> FileParts::wanted() const {
    std::vector<std::string> names;
    for (const Extent& each : wanted_) names.push_back(name_of(each));
    return names;
}

}  // namespace broadsheet::search
