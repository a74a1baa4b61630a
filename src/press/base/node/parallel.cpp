#include "press/base/parallel.h"

namespace broadsheet::press {

void for_each_in_parallel(std::size_t count, int /*jobs*/,
                          const std::function<void(std::size_t)>& work, std::size_t /*group*/) {
    for (std::size_t i = 0; i < count; ++i) work(i);
}

struct SideWork::Thread {};

SideWork::SideWork() = default;
SideWork::~SideWork() = default;
void SideWork::start(std::function<void()> work) { work(); }
void SideWork::wait() {}

}  // namespace broadsheet::press
