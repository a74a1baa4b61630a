#include "press/output/output_memory.h"

#include <utility>
#include <vector>

#include "press/base/cache_file.h"
#include "press/base/parallel.h"
#include "press/base/varint.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

OutputMemory::OutputMemory(const fs::path& cache, fs::path out) : out_(std::move(out)) {
    file_ = cache_file(cache, "outputs", out_);
    const auto bytes = read_cache_file(file_);
    if (!bytes) return;
    ByteReader in(bytes->view());
    if (in.text() != out_.string()) return;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        std::string name(in.text());
        Made made;
        made.fingerprint = in.number();
        made.stamp.modified = in.signed_number();
        made.stamp.changed = in.signed_number();
        made.stamp.size = in.number();
        made.stamp.inode = in.number();
        if (name.starts_with("bundle/")) bundle_[made.fingerprint].push_back(name);
        before_.emplace(std::move(name), made);
    }
}

bool OutputMemory::has(const std::string& name, Fingerprint fingerprint) const {
    const auto found = before_.find(name);
    return found != before_.end() && found->second.fingerprint == fingerprint &&
           stamp_of(out_ / name) == found->second.stamp;
}

std::vector<std::string> OutputMemory::names_of(Fingerprint fingerprint) const {
    const auto found = bundle_.find(fingerprint);
    return found == bundle_.end() ? std::vector<std::string>() : found->second;
}

void OutputMemory::note(const std::string& name, Fingerprint fingerprint) {
    if (file_.empty()) return;
    const std::lock_guard lock(mutex_);
    noted_.emplace(name, fingerprint);
}

void OutputMemory::save(int jobs) const {
    if (file_.empty()) return;
    std::vector<std::pair<std::string_view, Made>> made;
    made.reserve(noted_.size());
    for (const auto& [name, fingerprint] : noted_) made.push_back({name, {fingerprint, {}}});
    for_each_in_parallel(made.size(), jobs, [&](std::size_t i) {
        made[i].second.stamp = stamp_of(out_ / made[i].first);
    });
    ByteWriter out;
    out.text(out_.string());
    out.number(made.size());
    for (const auto& [name, each] : made) {
        out.text(name);
        out.number(each.fingerprint);
        out.signed_number(each.stamp.modified);
        out.signed_number(each.stamp.changed);
        out.number(each.stamp.size);
        out.number(each.stamp.inode);
    }
    CacheFileWriter file(file_);
    file.write(out.take());
    file.finish();
}

}  // namespace broadsheet::press
