// Progress of long operations.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Receives the progress of an operation on many items. `advance` is called once for each item and
// must be safe to call from several threads.
class Progress {
  public:
    virtual ~Progress() = default;
    virtual void begin(std::string_view what, std::size_t count) = 0;
    virtual void advance() = 0;
    virtual void end() = 0;
};

// Returns a function that calls `work` and then advances `progress`. Begins the progress as `what`
// with `count` items. If `progress` is null, returns `work`.
std::function<void(std::size_t)> with_progress(Progress* progress, std::string_view what,
                                               std::size_t count,
                                               std::function<void(std::size_t)> work);

// A progress bar on the last line of a terminal. It appears after 400 ms, is redrawn at most every
// 100 ms, and is erased at the end.
class TerminalProgress : public Progress {
  public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    explicit TerminalProgress(std::FILE* terminal, Clock clock = std::chrono::steady_clock::now);
    ~TerminalProgress() override { TerminalProgress::end(); }
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    void begin(std::string_view what, std::size_t count) override;
    void advance() override;
    void end() override;

  private:
    void draw();

    std::FILE* terminal_;
    Clock clock_;
    std::mutex mutex_;
    std::chrono::steady_clock::time_point next_;  // earliest time of the next redraw
    std::string what_;
    std::size_t count_ = 0;
    std::size_t done_ = 0;
    bool shown_ = false;
};

}  // namespace broadsheet::press
