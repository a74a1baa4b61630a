// The reader's state, as far as pages depend on it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/queries.h"
#include "page/page.h"
#include "search/answer/answer.h"
#include "ui/settings.h"

namespace broadsheet::views {

// Caches parts that many pages have in common, for programs that write many pages.
class PreparedParts {
  public:
    virtual ~PreparedParts() = default;
    // Returns the part with this name. `make` must return the same result in each call with the
    // same name. Called from several threads.
    virtual page::Node part(const std::string& name, const std::function<page::Node()>& make) = 0;
};

// Everything about the reader that a page depends on. The defaults are those of prerendered pages,
// which must also work without JavaScript.
struct ReaderState {
    // The reader's current day. Prerendered pages have none: they show no date line and mark no
    // day.
    std::optional<model::Day> today;
    // The month in the calendar. By default that of the page, or the newest month with articles.
    std::optional<model::MonthReference> calendar_month;
    // True if the reader runs, so that buttons work.
    bool interactive = false;
    bool can_share = false;  // the device has a share sheet
    // The languages that the device can read aloud, as in Environment::voices (reader/reader.h).
    std::string voices{};
    ui::Settings settings{};
    std::map<std::string, bool>
        disclosures{};  // by key; disclosures that the reader opened or closed
    // The text in the search field of the menu, and the answer for it, if it has arrived.
    std::string typed{};
    std::optional<search::Answer> found{};
    // The answer for the page of search results.
    std::optional<search::Answer> results{};
    std::set<std::string> shown_embeds{};  // targets of embeds that the reader asked for once
    bool shows_comments = false;           // the reader asked for the live comments of the page
    int comments_height = 0;               // of their frame, in CSS pixels; 0: not known yet
    std::string site_url{};                // URL of the site as read, without trailing '/'
    // Cached parts. Only for pages with the default state.
    PreparedParts* prepared = nullptr;
};

}  // namespace broadsheet::views
