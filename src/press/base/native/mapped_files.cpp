#include "press/base/mapped_files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

namespace broadsheet::press {

namespace fs = std::filesystem;

using strings::SharedBytes;

namespace {

class Mapping;

// All mappings, to let go of their memory.
struct Mappings {
    std::mutex mutex;
    std::set<const Mapping*> all;

    static Mappings& of_process() {
        static Mappings mappings;
        return mappings;
    }
};

// A part of a file in memory.
class Mapping {
  public:
    // `start` is null if the system cannot map the file.
    Mapping(int file, std::uint64_t offset, std::size_t size, bool is_writable) : size_(size) {
        void* place = mmap(nullptr, size, is_writable ? PROT_READ | PROT_WRITE : PROT_READ,
                           MAP_SHARED, file, static_cast<off_t>(offset));
        if (place == MAP_FAILED) return;
        start_ = static_cast<char*>(place);
        Mappings& mappings = Mappings::of_process();
        const std::lock_guard lock(mappings.mutex);
        mappings.all.insert(this);
    }
    ~Mapping() {
        if (start_ == nullptr) return;
        {
            Mappings& mappings = Mappings::of_process();
            const std::lock_guard lock(mappings.mutex);
            mappings.all.erase(this);
        }
        munmap(start_, size_);
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    char* start() const { return start_; }
    std::size_t size() const { return size_; }
    // The bytes stay in the file, also those that were written just now.
    void release() const { madvise(start_, size_, MADV_DONTNEED); }

  private:
    char* start_ = nullptr;
    std::size_t size_ = 0;
};

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

  private:
    int number_;
};

// A new file without a name, or -1.
int open_unnamed(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) return file;
    // Not all file systems can do that.
    std::string name = (folder / "broadsheet-XXXXXX").string();
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) unlink(name.c_str());
    return named;
}

}  // namespace

std::optional<SharedBytes> map_file(const fs::path& path) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat found {};
    if (file.number() < 0 || fstat(file.number(), &found) != 0 || !S_ISREG(found.st_mode)) {
        return std::nullopt;
    }
    const auto size = static_cast<std::size_t>(found.st_size);
    if (size == 0) return SharedBytes();
    auto mapping = std::make_shared<const Mapping>(file.number(), 0, size, false);
    if (mapping->start() == nullptr) return std::nullopt;
    const std::string_view bytes(mapping->start(), size);
    return SharedBytes(bytes, std::move(mapping));
}

void release_mapped_bytes() {
    Mappings& mappings = Mappings::of_process();
    const std::lock_guard lock(mappings.mutex);
    for (const Mapping* mapping : mappings.all) mapping->release();
}

struct SpillFile::State {
    // The file grows by windows, each mapped as a whole, and each as large as all before it.
    static constexpr std::size_t smallest_window = std::size_t{1} << 20U;
    static constexpr std::size_t largest_window = std::size_t{16} << 20U;
    static constexpr std::size_t most_unreleased = std::size_t{1} << 20U;

    std::mutex mutex;
    fs::path folder;
    std::optional<Descriptor> file;
    std::uint64_t end = 0;  // of the last window
    std::shared_ptr<const Mapping> window;
    std::size_t used = 0;        // bytes of the window
    std::size_t unreleased = 0;  // bytes written since it was released

    // The place for `size` bytes, or null if there is none.
    char* place_for(std::size_t size) {
        if (window && window->size() - used >= size) return window->start() + used;
        if (!file) file.emplace(open_unnamed(folder));
        if (file->number() < 0) return nullptr;
        const std::size_t step = std::clamp<std::size_t>(end, smallest_window, largest_window);
        const std::size_t whole = (size + step - 1) / step * step;
        // Without space on the disk, writing to the mapped file would end the process.
        if (posix_fallocate(file->number(), static_cast<off_t>(end), static_cast<off_t>(whole)) !=
            0) {
            return nullptr;
        }
        auto next = std::make_shared<const Mapping>(file->number(), end, whole, true);
        if (next->start() == nullptr) return nullptr;
        if (window) window->release();
        window = std::move(next);
        end += whole;
        used = 0;
        unreleased = 0;
        return window->start();
    }
};

SpillFile::SpillFile(fs::path folder) : state_(std::make_unique<State>()) {
    state_->folder = std::move(folder);
}

SpillFile::~SpillFile() = default;

SharedBytes SpillFile::keep(std::string bytes) {
    if (bytes.empty()) return {};
    const std::lock_guard lock(state_->mutex);
    char* place = state_->place_for(bytes.size());
    if (place == nullptr) return SharedBytes(std::move(bytes));
    std::copy(bytes.begin(), bytes.end(), place);
    state_->used += bytes.size();
    state_->unreleased += bytes.size();
    if (state_->unreleased > State::most_unreleased) {
        state_->window->release();
        state_->unreleased = 0;
    }
    return {std::string_view(place, bytes.size()), state_->window};
}

}  // namespace broadsheet::press
