#include "press/output/part_files.h"

#include <xxhash.h>

#include <charconv>
#include <utility>

#include "bundle/format/manifest.h"
#include "press/base/cache_file.h"
#include "press/base/files.h"
#include "press/base/varint.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view list_mark = "Broadsheet part 1\n";

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Diagnostic part_error(const fs::path& folder, std::string what, std::string remedy) {
    Diagnostic error;
    error.path = folder.string();
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    return error;
}

std::string part_text(int number, int count) {
    return std::to_string(number) + "/" + std::to_string(count);
}

bool is_number(std::string_view text, int& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::optional<PartNumber> parse_part_number(std::string_view text) {
    const auto slash = text.find('/');
    PartNumber part;
    if (slash == std::string_view::npos || !is_number(text.substr(0, slash), part.number) ||
        !is_number(text.substr(slash + 1), part.count)) {
        return std::nullopt;
    }
    const bool valid = part.number >= 1 && part.number <= part.count && part.count <= max_parts;
    return valid ? std::optional(part) : std::nullopt;
}

void PartList::add(const std::string& name, Fingerprint fingerprint, std::string_view bytes) {
    const File file{fingerprint, hash_of(bytes)};
    const std::lock_guard lock(mutex_);
    files_[name] = file;
}

bool PartList::claim(const std::string& name) {
    const std::lock_guard lock(mutex_);
    return files_.try_emplace(name).second;
}

std::string PartList::bytes(const PartNumber& part, Fingerprint site) const {
    ByteWriter out;
    out.number(hash_of_program());
    out.number(static_cast<std::uint64_t>(part.number));
    out.number(static_cast<std::uint64_t>(part.count));
    out.number(site);
    for (const auto& [name, file] : files_) {
        out.text(name);
        out.number(file.fingerprint);
        out.number(file.hash);
    }
    const std::string body = out.take();
    ByteWriter sum;
    sum.number(hash_of(body));
    return std::string(list_mark) + sum.take() + body;
}

Diagnostics PartFiles::open(const std::vector<fs::path>& folders) {
    Diagnostics errors;
    std::map<int, fs::path> parts;
    for (const fs::path& folder : folders) {
        const auto bytes = read_file(folder / part_list_name);
        if (!bytes || !bytes->starts_with(list_mark)) {
            errors.push_back(part_error(folder, "this folder is not a part of a site",
                                        "pass the folders that `build --part K/N` wrote"));
            continue;
        }
        if (auto error = read_list(folder, *bytes, parts)) errors.push_back(std::move(*error));
    }
    for (int number = 1; errors.empty() && number <= count_; ++number) {
        if (parts.contains(number)) continue;
        errors.push_back(part_error(folders.front(),
                                    "part " + part_text(number, count_) + " is missing",
                                    "pass the folders of all parts to --join"));
    }
    return errors;
}

std::optional<Diagnostic> PartFiles::read_list(const fs::path& folder, std::string_view all,
                                               std::map<int, fs::path>& parts) {
    ByteReader head(all.substr(list_mark.size()));
    const std::uint64_t sum = head.number();
    const std::string_view body = all.substr(all.size() - head.left());
    if (!head.ok() || hash_of(body) != sum) {
        return part_error(folder, "the list of this part is damaged", "make the part again");
    }
    ByteReader in(body);
    if (in.number() != hash_of_program()) {
        return part_error(folder, "this part was made by another version of Broadsheet",
                          "make and join all parts with the same program");
    }
    const auto number = static_cast<int>(in.number());
    const auto count = static_cast<int>(in.number());
    const Fingerprint site = in.number();
    if (const auto other = parts.find(number); other != parts.end() && count == count_) {
        return part_error(
            folder,
            "part " + part_text(number, count) + " is here and in " + other->second.string(),
            "pass each part once");
    }
    if (!parts.empty() && count != count_) {
        return part_error(folder,
                          "this is one of " + std::to_string(count) + " parts, but " +
                              parts.begin()->second.string() + " is one of " +
                              std::to_string(count_),
                          "pass the parts of one build");
    }
    if (!parts.empty() && site != site_) {
        return part_error(folder,
                          "this part and " + parts.begin()->second.string() +
                              " were made from different content or with different options",
                          "make all parts from the same files with the same options");
    }
    parts[number] = folder;
    count_ = count;
    site_ = site;
    while (in.ok() && in.left() > 0) {
        std::string name(in.text());
        Place place{folder / name, in.number(), in.number()};
        if (name == part_search_name) {
            search_.push_back(std::move(place));
            continue;
        }
        const std::string shards =
            std::string(part_site_folder) + std::string(bundle::folder) + "/";
        if (name.starts_with(shards)) {
            shards_[place.fingerprint] = name.substr(part_site_folder.size());
        }
        files_.emplace(std::move(name), std::move(place));
    }
    return std::nullopt;
}

std::optional<std::string> PartFiles::read(const Place& place) const {
    auto bytes = read_file(place.location);
    if (bytes && hash_of(*bytes) == place.hash) return bytes;
    const std::lock_guard lock(mutex_);
    damage_.push_back(part_error(
        place.location,
        bytes ? "this file of a part is not as it was made" : "this file of a part is missing",
        "copy or make the part again"));
    return std::nullopt;
}

std::optional<std::string> PartFiles::file(const std::string& name, Fingerprint fingerprint) const {
    const auto found = files_.find(std::string(part_site_folder) + name);
    if (found == files_.end() || found->second.fingerprint != fingerprint) return std::nullopt;
    return read(found->second);
}

std::string PartFiles::shard(Fingerprint fingerprint) const {
    const auto found = shards_.find(fingerprint);
    return found == shards_.end() ? std::string() : found->second;
}

std::optional<PictureVariants> PartFiles::picture(std::string_view bytes) const {
    const auto found = files_.find(std::string(part_pictures_folder) + variants_name(bytes));
    if (found == files_.end()) return std::nullopt;
    const auto packed = read(found->second);
    return packed ? unpacked_variants(*packed) : std::nullopt;
}

std::vector<std::string> PartFiles::search_runs() const {
    std::vector<std::string> runs;
    for (const Place& place : search_) {
        if (auto bytes = read(place)) runs.push_back(std::move(*bytes));
    }
    return runs;
}

Diagnostics PartFiles::damage() const {
    const std::lock_guard lock(mutex_);
    return damage_;
}

}  // namespace broadsheet::press
