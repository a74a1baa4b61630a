// Keeps two processes from writing one folder at the same time.
#pragma once

#include <filesystem>

namespace broadsheet::press {

// A lock on a folder. It ends with this object, and with the process even if that is killed.
//
// Node.js has no locks of files. There, the lock of a folder whose name ends in the number of a
// process is held by that process while it runs; every other folder counts as locked by all who
// wait for it. Two builds that start within the same instant are therefore not kept apart.
class FolderLock {
  public:
    // If `wait` is false, fails if another process holds the lock.
    FolderLock(const std::filesystem::path& folder, bool wait);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    bool held() const { return held_; }

  private:
    [[maybe_unused]] int file_ = -1;  // only where files have locks
    bool held_ = false;
};

}  // namespace broadsheet::press
