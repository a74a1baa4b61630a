// How far long work is, for people who wait for it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Told by work on many things; `advance` is called from several threads.
class Progress {
  public:
    virtual ~Progress() = default;
    virtual void begin(std::string_view what, std::size_t count) = 0;
    virtual void advance() = 0;
    virtual void end() = 0;
};

// `work`, telling `progress`, which may be null, of each thing done.
std::function<void(std::size_t)> with_progress(Progress* progress, std::string_view what,
                                               std::size_t count,
                                               std::function<void(std::size_t)> work);

// A bar on the last line of a terminal. It shows only once the work is found to be long, changes a
// few times a second, and leaves nothing behind.
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
    std::chrono::steady_clock::time_point next_;  // time to draw
    std::string what_;
    std::size_t count_ = 0;
    std::size_t done_ = 0;
    bool shown_ = false;
};

}  // namespace broadsheet::press
