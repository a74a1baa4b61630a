// Files and folders that are being written beside what they are to replace. A process that ends
// ahead of its work removes them, though other threads go on writing until its last moment.
#pragma once

#include <filesystem>
#include <shared_mutex>

namespace broadsheet::press {

// Names one for as long as it lives.
class Unfinished {
  public:
    explicit Unfinished(std::filesystem::path path);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

  private:
    std::filesystem::path path_;
};

// Held around each change of what is unfinished; short, since an end waits for it.
std::shared_lock<std::shared_mutex> hold_writing();

// From then on whoever wants to write waits for ever; all that is unfinished is removed. For the
// process's last moment. REQUIRES: the caller does not hold writing.
void abandon_unfinished();

}  // namespace broadsheet::press
