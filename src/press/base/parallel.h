// Data parallelism: the same work for many items on several threads, or work beside other work.
// node/ implements it with one thread.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace broadsheet::press {

// Calls `work(i)` once for each i from 0 to `count` - 1, on up to `jobs` threads, in unspecified
// order. Each thread takes `group` items at a time. Returns when all are done. REQUIRES: `work` is
// safe to call from several threads and does not throw.
void for_each_in_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work,
                          std::size_t group = 8);

// Work that another thread does meanwhile.
class SideWork {
  public:
    SideWork();
    ~SideWork();  // waits
    SideWork(const SideWork&) = delete;
    SideWork& operator=(const SideWork&) = delete;

    // Waits for the previous work, then starts `work`. REQUIRES: it does not throw.
    void start(std::function<void()> work);
    // Returns when the work is done. Does nothing if none was started.
    void wait();

  private:
    struct Thread;
    std::unique_ptr<Thread> thread_;
};

}  // namespace broadsheet::press
