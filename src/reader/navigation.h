// What is open, what is to be opened, and which files it still waits for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/publication.h"
#include "reader/host.h"

namespace broadsheet::reader {

// Where the reader is going, and how the address and the scroll position follow.
struct Visit {
    model::Path path = "/";
    std::string fragment;
    AddressChange address = AddressChange::push;
    float scroll = 0;  // where the page was left, for back and forward
};

class Navigation {
  public:
    explicit Navigation(Host& host) : host_(host) {}

    // The page that stands.
    const Visit& current() const { return current_; }
    // The page on its way, which a newer one replaces; null where none is.
    const Visit* pending() const { return pending_ ? &*pending_ : nullptr; }

    void open(const Visit& visit);
    // The pending page is found at another path. False where it was too often.
    bool redirect(const model::Path& path);
    // The pending page becomes the current one.
    void arrive();
    // The pending page will not come; the current one stays.
    void give_up() { pending_.reset(); }
    // The pending page did not come, and a message stands in its place.
    void arrive_at_failure();

    // Asks the host for those of the files that it was not yet asked for.
    void request(const std::vector<std::string>& files);
    // The file of a request, which is then answered; nothing where nobody waits for it.
    std::optional<std::string> take_answer(int request);
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
