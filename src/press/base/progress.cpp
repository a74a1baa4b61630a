#include "press/base/progress.h"

#include <algorithm>
#include <utility>

namespace broadsheet::press {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 400ms;  // operations shorter than this show no bar
constexpr auto pause = 100ms;
constexpr std::size_t bar_width = 24;

}  // namespace

std::function<void(std::size_t)> with_progress(Progress* progress, std::string_view what,
                                               std::size_t count,
                                               std::function<void(std::size_t)> work) {
    if (progress == nullptr) return work;
    progress->begin(what, count);
    return [progress, work = std::move(work)](std::size_t i) {
        work(i);
        progress->advance();
    };
}

TerminalProgress::TerminalProgress(std::FILE* terminal, Clock clock)
    : terminal_(terminal), clock_(std::move(clock)), next_(clock_() + patience) {}

void TerminalProgress::begin(std::string_view what, std::size_t count) {
    const std::lock_guard lock(mutex_);
    what_ = what;
    count_ = count;
    done_ = 0;
}

void TerminalProgress::advance() {
    const std::lock_guard lock(mutex_);
    ++done_;
    const auto now = clock_();
    if (now < next_) return;
    next_ = now + pause;
    draw();
}

void TerminalProgress::draw() {
    const std::size_t done = std::min(done_, count_);
    const std::size_t filled = count_ == 0 ? 0 : done * bar_width / count_;
    const std::string bar = std::string(filled, '#') + std::string(bar_width - filled, '.');
    std::fprintf(terminal_, "\r\x1b[K%-16s [%s] %zu of %zu", what_.c_str(), bar.c_str(), done,
                 count_);
    std::fflush(terminal_);
    shown_ = true;
}

void TerminalProgress::end() {
    const std::lock_guard lock(mutex_);
    if (shown_) {
        std::fputs("\r\x1b[K", terminal_);
        std::fflush(terminal_);
    }
    shown_ = false;
}

}  // namespace broadsheet::press
