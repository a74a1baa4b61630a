#include "press/base/link_target.h"

namespace broadsheet::press {

std::string normalise_path(std::string_view path) {
    std::vector<std::string_view> segments;
    const bool ends_open = path.ends_with('/');
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::string_view segment = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
        if (segment.empty() || segment == ".") continue;
        if (segment == "..") {
            if (!segments.empty()) segments.pop_back();
            continue;
        }
        segments.push_back(segment);
    }
    std::string out = "/";
    for (const std::string_view segment : segments) out += std::string(segment) + "/";
    if (!ends_open && out.size() > 1) out.pop_back();
    return out;
}

bool is_absolute_url(std::string_view target) {
    if (target.starts_with("//")) return true;
    const auto colon = target.find(':');
    return colon != std::string_view::npos && colon < target.find_first_of("/?#");
}

std::string target_of_file(const model::Path& path) {
    std::string out;
    for (const char c : path) {
        switch (c) {
            case '%': out += "%25"; break;
            case '#': out += "%23"; break;
            case '?': out += "%3F"; break;
            default: out += c;
        }
    }
    return out;
}

std::string base_path_of(std::string_view base_url) {
    while (base_url.ends_with('/')) base_url.remove_suffix(1);
    const auto scheme = base_url.find("://");
    if (scheme != std::string_view::npos) {
        const auto path = base_url.find('/', scheme + 3);
        base_url = path == std::string_view::npos ? std::string_view() : base_url.substr(path);
    }
    return base_url.starts_with('/') ? std::string(base_url) + "/" : "/";
}

}  // namespace broadsheet::press
