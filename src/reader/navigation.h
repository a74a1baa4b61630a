// The current page, the pending page, and the files that it waits for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/publication.h"
#include "reader/host.h"

namespace broadsheet::reader {

// A page to open, and the effect on the address bar and the scroll position.
struct Visit {
    model::Path path = "/";
    std::string fragment;
    AddressChange address = AddressChange::push;
    float scroll = 0;  // saved scroll position, for back and forward
};

// Tracks page changes and requests for files.
class Navigation {
  public:
    explicit Navigation(Host& host) : host_(host) {}

    // The page that is shown.
    const Visit& current() const { return current_; }
    // The page that is being loaded; null if none. A newer one replaces it.
    const Visit* pending() const { return pending_ ? &*pending_ : nullptr; }

    void open(const Visit& visit);
    // Moves the pending page to another path. Returns false after too many redirects.
    bool redirect(const model::Path& path);
    // True if the pending page was asked for under another path.
    bool is_redirected() const { return redirects_ > 0; }
    // The pending page becomes the current one.
    void arrive();
    // The current page has another path.
    void rename(const model::Path& path) { current_.path = path; }
    // Discards the pending page; the current one stays.
    void give_up() { pending_.reset(); }
    // Makes the pending page current although it failed to load. A message is shown instead.
    void arrive_at_failure();

    // Requests those files that have not been requested yet.
    void request(const std::vector<std::string>& files);
    // Removes a request that was answered and returns its file; nothing if the request is unknown.
    std::optional<std::string> take_answer(int request);
    // Answers to requests until now will be ignored.
    void forget_requests() { requests_.clear(); }
    bool waits_for_files() const { return !requests_.empty(); }

  private:
    Host& host_;
    Visit current_;
    std::optional<Visit> pending_;
    int redirects_ = 0;
    int last_request_ = 0;
    std::unordered_map<int, std::string> requests_;
};

}  // namespace broadsheet::reader
