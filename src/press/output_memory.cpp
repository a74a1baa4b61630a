#include "press/output_memory.h"

#include <unistd.h>
#include <xxhash.h>

#include <fstream>
#include <utility>
#include <vector>

#include "bundle/hash.h"
#include "press/content_folder.h"
#include "press/packing.h"
#include "press/parallel.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

std::uint64_t hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

// The tool itself: whatever changes in it may change every file.
std::uint64_t hash_of_program() {
    return hash_of(read_file("/proc/self/exe").value_or(std::string()));
}

}  // namespace

OutputMemory::OutputMemory(const fs::path& cache, fs::path out) : out_(std::move(out)) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(fs::absolute(out_, error), error);
    if (cache.empty() || error) return;
    file_ = cache / "outputs" / bundle::content_hash(whole.string());
    program_ = hash_of_program();
    load();
}

void OutputMemory::load() {
    const auto bytes = read_file(file_);
    if (!bytes || bytes->size() < sizeof(std::uint64_t)) return;
    // The sum tells a file that was cut short or damaged.
    const std::string_view content(bytes->data(), bytes->size() - sizeof(std::uint64_t));
    const std::string_view sum = std::string_view(*bytes).substr(content.size());
    ByteWriter own;
    own.fixed(hash_of(content));
    if (own.take() != sum) return;
    ByteReader in(content);
    if (in.number() != program_ || in.text() != out_.string()) return;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        std::string name(in.text());
        Made made;
        made.fingerprint = in.number();
        made.stamp.modified = in.signed_number();
        made.stamp.changed = in.signed_number();
        made.stamp.size = in.number();
        made.stamp.inode = in.number();
        if (name.starts_with("bundle/")) shards_[made.fingerprint] = name;
        before_.emplace(std::move(name), made);
    }
}

bool OutputMemory::has(const std::string& name, Fingerprint fingerprint) const {
    const auto found = before_.find(name);
    return found != before_.end() && found->second.fingerprint == fingerprint &&
           stamp_of(out_ / name) == found->second.stamp;
}

std::string OutputMemory::name_of(Fingerprint fingerprint) const {
    const auto found = shards_.find(fingerprint);
    return found == shards_.end() ? std::string() : found->second;
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
    out.number(program_);
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
    std::string bytes = out.take();
    ByteWriter sum;
    sum.fixed(hash_of(bytes));
    bytes += sum.take();
    std::error_code error;
    fs::create_directories(file_.parent_path(), error);
    const fs::path partial = file_.string() + ".partial-" + std::to_string(getpid());
    std::ofstream file(partial, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) fs::rename(partial, file_, error);
    if (!file || error) fs::remove(partial, error);
}

}  // namespace broadsheet::press
