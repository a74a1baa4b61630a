#include "press/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace broadsheet::press {

void for_each_in_parallel(std::size_t count, int jobs, const std::function<void(std::size_t)>& work,
                          std::size_t group) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t start = next.fetch_add(group); start < count;
             start = next.fetch_add(group)) {
            const std::size_t end = std::min(start + group, count);
            for (std::size_t i = start; i < end; ++i) work(i);
        }
    };
    const std::size_t groups = (count + group - 1) / group;
    const std::size_t threads = std::min(static_cast<std::size_t>(std::max(1, jobs)), groups);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
    run();
    for (std::thread& each : others) each.join();
}

struct SideWork::Thread {
    std::thread thread;
};

SideWork::SideWork() : thread_(std::make_unique<Thread>()) {}

SideWork::~SideWork() { wait(); }

void SideWork::start(std::function<void()> work) {
    wait();
    thread_->thread = std::thread(std::move(work));
}

void SideWork::wait() {
    if (thread_->thread.joinable()) thread_->thread.join();
}

}  // namespace broadsheet::press
