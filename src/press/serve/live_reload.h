// Notifies open pages of `serve` after each build, or shows them its errors. The script for this is
// only in pages that `serve` sends, never in the site's files.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The URL folder of the script, the style sheet and the event stream, relative to the site's base
// path.
inline constexpr std::string_view live_folder = "-broadsheet-/";

// The contents of live_reload.js and live_reload.css.
std::string_view live_script();
std::string_view live_style();

// Adds the script to the head of `html`. `build` tells the script which build the page is from.
// `base_path` ends with '/'.
std::string with_live_script(std::string html, std::string_view base_path, std::string_view build);

// The page that is shown until a build succeeds for the first time.
std::string unbuilt_page(std::string_view base_path, std::string_view build);

// The state that open pages are notified of. Safe to use from several threads.
class LiveState {
  public:
    // A build succeeded. `drafts` are the URL paths of drafts.
    void built(const std::vector<std::string>& drafts);
    // A build failed. The last good build is still served.
    void failed(std::string problems);
    // Identifies the last successful build. The name differs between processes, so that pages
    // reload after `serve` is restarted.
    std::string build() const;
    // Ends all waiting calls of `next`.
    void close();

    // An event for a page.
    struct Message {
        std::uint64_t number = 0;
        std::string event;  // in the text/event-stream format
    };
    // The present message.
    Message current() const;
    // Waits until the number of the current message differs from `seen`, and returns the message.
    // Returns a comment after one second, which keeps the connection open. Returns nothing after
    // `close`.
    std::optional<Message> next(std::uint64_t seen);

  private:
    void set();
    std::string build_name() const;
    Message message() const;

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> drafts_;
    std::string problems_;
    std::uint64_t builds_ = 0;
    std::uint64_t number_ = 1;
    bool closed_ = false;
};

}  // namespace broadsheet::press
