#include "press/serve/live_reload.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "press/base/system.h"

namespace broadsheet::press {

namespace {

std::string script_element(std::string_view base_path, std::string_view build) {
    return "<script type=\"module\" src=\"" + std::string(base_path) + std::string(live_folder) +
           "live.js?build=" + std::string(build) + "\"></script>\n";
}

}  // namespace

std::string with_live_script(std::string html, std::string_view base_path, std::string_view build) {
    const auto head_end = html.find("</head>");
    if (head_end != std::string::npos) html.insert(head_end, script_element(base_path, build));
    return html;
}

std::string unbuilt_page(std::string_view base_path, std::string_view build) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<title>Not built yet</title>\n" +
           script_element(base_path, build) +
           "</head>\n<body>\n<p>The site has errors. This page reloads when they are "
           "fixed.</p>\n</body>\n</html>\n";
}

void LiveState::built(const std::vector<std::string>& drafts) {
    const std::lock_guard lock(mutex_);
    drafts_ = drafts;
    problems_.clear();
    ++builds_;
    set();
}

void LiveState::failed(std::string problems) {
    const std::lock_guard lock(mutex_);
    problems_ = std::move(problems);
    set();
}

std::string LiveState::build_name() const {
    return std::to_string(process_id()) + "-" + std::to_string(builds_);
}

std::string LiveState::build() const {
    const std::lock_guard lock(mutex_);
    return build_name();
}

void LiveState::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

void LiveState::set() {
    ++number_;
    changed_.notify_all();
}

std::optional<LiveState::Message> LiveState::next(std::uint64_t seen) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(1), [&] { return closed_ || number_ != seen; });
    if (closed_) return std::nullopt;
    if (number_ == seen) return Message{seen, ": still here\n\n"};
    return message();
}

LiveState::Message LiveState::current() const {
    const std::lock_guard lock(mutex_);
    return message();
}

LiveState::Message LiveState::message() const {
    const nlohmann::json state = {
        {"build", build_name()},
        {"drafts", drafts_},
        {"problems", problems_},
    };
    const std::string text = state.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
    return {number_, "event: state\ndata: " + text + "\n\n"};
}

}  // namespace broadsheet::press
