#include "press/base/unfinished.h"

#include <mutex>
#include <set>
#include <system_error>
#include <utility>

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Never destroyed, because other threads may still wait for it when the process ends.
struct Writing {
    std::shared_mutex gate;
    std::mutex mutex;
    std::multiset<fs::path> paths;
};

Writing& writing() {
    static auto* const all = new Writing;
    return *all;
}

}  // namespace

Unfinished::Unfinished(fs::path path) : path_(std::move(path)) {
    const std::lock_guard lock(writing().mutex);
    writing().paths.insert(path_);
}

Unfinished::~Unfinished() {
    const std::lock_guard lock(writing().mutex);
    writing().paths.erase(writing().paths.find(path_));
}

std::shared_lock<std::shared_mutex> hold_writing() { return std::shared_lock(writing().gate); }

void abandon_unfinished() {
    writing().gate.lock();
    writing().mutex.lock();
    for (const fs::path& path : writing().paths) {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
}

}  // namespace broadsheet::press
