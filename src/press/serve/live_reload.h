// Tells open pages of `serve` that the site was built again, or why it was not. The script that
// listens stands only in what `serve` sends, never in the site's files.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The folder of the script, the style and the events, below the site's base path.
inline constexpr std::string_view live_folder = "-broadsheet-/";

std::string_view live_script();
std::string_view live_style();

// `html` with the script in its head, which knows by `build` whether the page is of the last one.
// `base_path` ends with '/'.
std::string with_live_script(std::string html, std::string_view base_path, std::string_view build);

// The page that stands for a site that could not be built yet.
std::string unbuilt_page(std::string_view base_path, std::string_view build);

// What pages are told. Safe to use from several threads.
class LiveState {
  public:
    // `drafts` are URLs of this host.
    void built(const std::vector<std::string>& drafts);
    void failed(std::string problems);
    // Names the last good build. Another process's is another: a page that finds another server at
    // its address loads again.
    std::string build() const;
    // Ends all waiting.
    void close();

    struct Message {
        std::uint64_t number = 0;
        std::string event;  // as text/event-stream has it
    };
    // The present message as soon as its number is not `seen`; after a second without one, a
    // comment that keeps the connection. Nothing once closed.
    std::optional<Message> next(std::uint64_t seen);

  private:
    void set();
    std::string build_name() const;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> drafts_;
    std::string problems_;
    std::uint64_t builds_ = 0;
    std::uint64_t number_ = 1;
    bool closed_ = false;
};

}  // namespace broadsheet::press
