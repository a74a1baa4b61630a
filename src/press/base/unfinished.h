// Temporary files and folders. A process that is interrupted removes them before it exits, although
// its other threads keep running until then.
#pragma once

#include <filesystem>
#include <shared_mutex>

namespace broadsheet::press {

// Registers a temporary file or folder for the lifetime of this object.
class Unfinished {
  public:
    explicit Unfinished(std::filesystem::path path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

  private:
    std::filesystem::path path_;
};

// Lock that must be held while changing a temporary file. Hold it briefly, because an interrupt
// waits for it.
std::shared_lock<std::shared_mutex> hold_writing();

// Removes all registered files and folders, and blocks all later writes forever. Call it just
// before the process exits. REQUIRES: the caller does not hold the lock of hold_writing().
void abandon_unfinished();

}  // namespace broadsheet::press
