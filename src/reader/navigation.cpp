#include "reader/navigation.h"

#include <algorithm>
#include <utility>

namespace broadsheet::reader {

namespace {

constexpr int redirect_limit = 5;

}  // namespace

void Navigation::open(const Visit& visit) {
    pending_ = visit;
    redirects_ = 0;
}

bool Navigation::redirect(const model::Path& path) {
    if (++redirects_ > redirect_limit) return false;
    pending_->path = path;
    if (pending_->address == AddressChange::none) pending_->address = AddressChange::replace;
    return true;
}

void Navigation::arrive() {
    current_ = std::move(*pending_);
    pending_.reset();
}

void Navigation::arrive_at_failure() {
    arrive();
    // The URL is already in the address bar, so that back, reload and retry work.
    current_.address = AddressChange::none;
}

void Navigation::request(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        const bool asked = std::any_of(requests_.begin(), requests_.end(),
                                       [&](const auto& entry) { return entry.second == file; });
        if (asked) continue;
        requests_[++last_request_] = file;
        host_.fetch(last_request_, file);
    }
}

std::optional<std::string> Navigation::take_answer(int request) {
    const auto known = requests_.find(request);
    if (known == requests_.end()) return std::nullopt;
    std::string file = std::move(known->second);
    requests_.erase(known);
    return file;
}

}  // namespace broadsheet::reader
