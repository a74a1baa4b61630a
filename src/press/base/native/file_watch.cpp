#include "press/base/file_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                 IN_MOVED_TO | IN_ONLYDIR | IN_DONT_FOLLOW;

}  // namespace

FileWatch::FileWatch(const std::vector<fs::path>& roots, fs::path excluded)
    : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), excluded_(std::move(excluded)) {
    if (descriptor_ < 0) {
        error_ = std::string("changes cannot be watched (") + std::strerror(errno) + ")";
        return;
    }
    for (const fs::path& root : roots) watch(root, 0);
}

FileWatch::~FileWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

void FileWatch::watch(const fs::path& folder, int depth) {
    constexpr int deepest_folder = 64;
    std::error_code error;
    if (depth > deepest_folder) return;
    if (!excluded_.empty() && fs::equivalent(folder, excluded_, error)) return;
    const int number = inotify_add_watch(descriptor_, folder.c_str(), wanted);
    if (number < 0) {
        if (errno == ENOSPC) {
            error_ = "some folders cannot be watched; raise fs.inotify.max_user_watches";
        }
        return;
    }
    folders_[number] = folder;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code ignored;
        if (!each->is_directory(ignored) || each->is_symlink(ignored)) continue;
        const std::string name = each->path().filename().string();
        if (is_unwatched_folder(name) || is_output_folder(folder, name, excluded_)) continue;
        watch(each->path(), depth + 1);
    }
}

FileChanges FileWatch::take_changes() {
    FileChanges changes;
    alignas(inotify_event) std::array<char, 16384> buffer;
    while (true) {
        const ssize_t size = read(descriptor_, buffer.data(), buffer.size());
        if (size <= 0) return changes;
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof(event));
            const std::string name =
                event.len > 0 ? std::string(buffer.data() + at + sizeof(event)) : std::string();
            at += sizeof(event) + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) changes.all_named = false;
            if ((event.mask & IN_IGNORED) != 0) {
                folders_.erase(event.wd);
                continue;
            }
            const auto folder = folders_.find(event.wd);
            if (folder == folders_.end()) continue;
            const bool is_folder = (event.mask & IN_ISDIR) != 0;
            // Each build writes it, so reporting it would build forever.
            if (is_folder && is_output_folder(folder->second, name, excluded_)) continue;
            if (is_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0 &&
                !is_unwatched_folder(name)) {
                watch(folder->second / name, 0);
            }
            if (is_of_editor(name)) continue;
            if (is_folder) changes.all_named = false;
            changes.files.push_back(folder->second / name);
        }
    }
}

}  // namespace broadsheet::press
