// Data parallelism: the same work for many items on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace broadsheet::press {

// Calls `work(i)` once for each i from 0 to `count` - 1, on up to `jobs` threads, in unspecified
// order. Each thread takes `group` items at a time. Returns when all are done. REQUIRES: `work` is
// safe to call from several threads and does not throw.
void for_each_in_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work,
                          std::size_t group = 8);

}  // namespace broadsheet::press
