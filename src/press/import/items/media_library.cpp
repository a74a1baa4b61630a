#include "press/import/items/media_library.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "addresses/slug.h"
#include "press/base/files.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

std::string_view host_of(std::string_view address) {
    const auto begin = address.find("//");
    if (begin == std::string_view::npos) return {};
    address.remove_prefix(begin + 2);
    return address.substr(0, address.find_first_of("/?#"));
}

std::string_view without_query(std::string_view address) {
    return address.substr(0, address.find_first_of("?#"));
}

// The name of a file from a host of the system: "pictures/0123456789abcdef-lake.jpg".
std::string name_of_foreign(std::string_view address) {
    const std::string_view whole = without_query(address);
    const std::string name = strings::percent_decoded(whole.substr(whole.rfind('/') + 1));
    const std::string ending = extension_of(name);
    const std::string stem = name.substr(0, name.size() - ending.size());
    constexpr int hexadecimal = 16;
    std::array<char, 17> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size() - 1,
                                   XXH3_64bits(whole.data(), whole.size()), hexadecimal);
    constexpr std::size_t longest_stem = 80;
    return "pictures/" + std::string(digits.data(), end.ptr) + "-" +
           addresses::slugify(stem.substr(0, longest_stem)) + ending;
}

}  // namespace

std::string MediaLibrary::own_address(const std::string& address) const {
    if (source_.media.undelivered == nullptr) return address;
    std::string own = source_.media.undelivered(address);
    return own == address || name_of_own(own).empty() ? address : own;
}

std::string MediaLibrary::name_of(const std::string& address) const {
    return name_of_own(own_address(address));
}

std::string MediaLibrary::name_of_own(const std::string& address) const {
    const MediaRules& rules = source_.media;
    if (rules.is_elsewhere != nullptr && rules.is_elsewhere(address)) {
        return name_of_foreign(address);
    }
    if (rules.folder.empty()) return {};
    std::string path = site_.path_of(address);
    if (const std::string_view host = host_of(address);
        !rules.library_host.empty() && host.ends_with(rules.library_host)) {
        const std::string_view name = host.substr(0, host.size() - rules.library_host.size());
        const bool is_own = site_.media_hosts.contains(std::string(host)) ||
                            host_of(site_.base) == std::string(name) + ".wordpress.com";
        if (!is_own) return {};
        path =
            "/" + std::string(rules.folder) +
            address.substr(std::min(address.find('/', address.find("//") + 2) + 1, address.size()));
    }
    const std::string start = "/" + std::string(rules.folder);
    const auto at = path.find(start);
    if (at == std::string::npos) return {};
    const std::string name =
        strings::percent_decoded(without_query(std::string_view(path).substr(at + 1)));
    const bool is_inside = name.find("..") == std::string::npos &&
                           name.find('\\') == std::string::npos && !name.ends_with('/');
    return is_inside ? name : std::string();
}

fs::path MediaLibrary::upload_of(const std::string& name) const {
    return uploads_ / name.substr(source_.media.folder.size());
}

std::string MediaLibrary::whole_address(const std::string& address) const {
    const bool is_path = address.starts_with('/') && !address.starts_with("//");
    if (!is_path) return address;
    const auto host = site_.base.find("//");
    if (host == std::string::npos) return address;
    return site_.base.substr(0, site_.base.find('/', host + 2)) + address;
}

std::optional<std::string> MediaLibrary::target(const std::string& written,
                                                const std::string& file) {
    const std::string address = own_address(written);
    if (name_of(address).empty()) return std::nullopt;
    for (const std::string& each : {source_.media.original(address), address}) {
        const std::string name = each.empty() ? std::string() : name_of(each);
        if (name.empty()) continue;
        if (fetched_.contains(name)) return "/" + name;
        std::error_code error;
        const bool is_uploaded = !uploads_.empty() && name.starts_with(source_.media.folder) &&
                                 fs::is_regular_file(upload_of(name), error);
        if (!is_uploaded) continue;
        const std::lock_guard lock(mutex_);
        used_.insert(name);
        return "/" + name;
    }
    const std::string whole = whole_address(address);
    const std::lock_guard lock(mutex_);
    Dropped& missing = missing_[whole];
    ++missing.count;
    missing.files.insert(file);
    return whole;
}

std::vector<WantedMedia> MediaLibrary::take_wanted() {
    std::vector<WantedMedia> all;
    all.reserve(missing_.size());
    for (const auto& [address, articles] : missing_) {
        all.push_back({address, source_.media.original(address)});
    }
    missing_.clear();
    used_.clear();
    return all;
}

}  // namespace broadsheet::press
