#include "press/base/cache_file.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <fstream>
#include <utility>

#include "press/base/mapped_files.h"
#include "press/base/system.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The trailer of each cache file.
struct Footer {
    std::uint64_t program = 0;  // hash of this executable, whose changes may change the cached data
    std::uint64_t sum = 0;      // hash of all preceding bytes
};

std::string printable_hash(std::uint64_t hash) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[hash >> shift & 15U];
    return out;
}

// Deletes entries that have not been written for 60 days: their sites are gone, or are cheap to
// process again.
void remove_old(const fs::path& folder) {
    constexpr std::chrono::hours longest(60 * 24);
    const auto oldest = fs::file_time_type::clock::now() - longest;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code ignored;
        const auto time = fs::last_write_time(each->path(), ignored);
        if (!ignored && time < oldest) fs::remove(each->path(), ignored);
    }
}

using HashState = std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)>;

HashState new_hash_state() {
    HashState state(XXH3_createState(), XXH3_freeState);
    XXH3_64bits_reset(state.get());
    return state;
}

// Reads the file in parts: the tool itself is larger than all texts of a small site.
std::uint64_t hash_of_file(const fs::path& path) {
    const HashState state = new_hash_state();
    std::ifstream in(path, std::ios::binary);
    std::array<char, 1U << 16U> part{};
    while (in) {
        in.read(part.data(), part.size());
        XXH3_64bits_update(state.get(), part.data(), static_cast<std::size_t>(in.gcount()));
    }
    return XXH3_64bits_digest(state.get());
}

// Large files are mapped, and not to be in memory as a whole.
std::uint64_t sum_of(std::string_view bytes) {
    constexpr std::size_t step = std::size_t{8} << 20U;
    const HashState state = new_hash_state();
    for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size()))) {
        const std::string_view part = bytes.substr(0, step);
        XXH3_64bits_update(state.get(), part.data(), part.size());
        release_mapped_bytes();
    }
    return XXH3_64bits_digest(state.get());
}

}  // namespace

std::uint64_t hash_of_program() {
    static const std::uint64_t once = hash_of_file(program_file());
    return once;
}

fs::path cache_file(const fs::path& cache, std::string_view kind, const fs::path& about) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(fs::absolute(about, error), error);
    if (cache.empty() || error) return {};
    const std::string name = whole.string();
    return cache / kind / printable_hash(XXH3_64bits(name.data(), name.size()));
}

std::optional<strings::SharedBytes> read_cache_file(const fs::path& path) {
    if (path.empty()) return std::nullopt;
    const auto file = map_file(path);
    Footer footer;
    if (!file || file->view().size() < sizeof(footer)) return std::nullopt;
    const std::string_view content = file->view().substr(0, file->view().size() - sizeof(footer));
    std::memcpy(&footer, content.data() + content.size(), sizeof(footer));
    if (footer.program != hash_of_program()) return std::nullopt;
    if (footer.sum != sum_of(content)) return std::nullopt;
    return file->part(content);
}

struct CacheFileWriter::Sum {
    HashState state = new_hash_state();
};

CacheFileWriter::CacheFileWriter(fs::path path)
    : path_(std::move(path)), sum_(std::make_unique<Sum>()) {
    if (path_.empty()) return;
    std::error_code error;
    fs::create_directories(path_.parent_path(), error);
    partial_ = path_.string() + ".partial-" + std::to_string(process_id());
    unfinished_.emplace(partial_);
    const auto writing = hold_writing();
    out_.open(partial_, std::ios::binary);
}

CacheFileWriter::~CacheFileWriter() {
    std::error_code ignored;
    if (!partial_.empty()) fs::remove(partial_, ignored);
}

void CacheFileWriter::write(std::string_view bytes) {
    if (partial_.empty()) return;
    const auto writing = hold_writing();
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    XXH3_64bits_update(sum_->state.get(), bytes.data(), bytes.size());
}

void CacheFileWriter::finish() {
    if (partial_.empty()) return;
    const auto writing = hold_writing();
    const Footer footer{hash_of_program(), XXH3_64bits_digest(sum_->state.get())};
    out_.write(reinterpret_cast<const char*>(&footer), sizeof(footer));
    out_.close();
    if (!out_) return;
    std::error_code error;
    fs::rename(partial_, path_, error);
    if (error) return;
    partial_.clear();
    remove_old(path_.parent_path());
}

}  // namespace broadsheet::press
