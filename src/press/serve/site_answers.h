// What `serve` answers to a request, whichever server carries it.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "press/serve/live_reload.h"
#include "press/serve/serve.h"

namespace broadsheet::press {

// The answer to a GET request.
struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;  // without the media type
    std::string type;                                          // media type of the body
    std::string body;
    bool is_event_stream = false;  // the messages of LiveState follow instead of the body
};

// Answers requests for the site that was shown last. Safe to use from several threads.
class SiteAnswers {
  public:
    // If `live`, pages get the live reload script.
    SiteAnswers(const ServeOptions& options, bool live);

    // From now on, answers are about this site or, if its build failed, show its errors.
    void show(const ServedSite& site);

    // `path` is decoded and has no query.
    Answer answer(std::string path) const;

    std::string base_path() const;
    LiveState& state() { return state_; }

  private:
    std::optional<std::string> not_found_page(const std::string& name) const;
    void add_file(Answer& answer, const std::string& name, std::optional<std::string> bytes,
                  const std::string& base_path, const std::string& build) const;

    const bool live_;
    std::function<std::optional<std::string>(const std::string&)> file_;
    mutable std::mutex mutex_;
    ServedSite site_;
    LiveState state_;
};

}  // namespace broadsheet::press
