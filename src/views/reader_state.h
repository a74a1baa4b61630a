// What of a reader a page depends on.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/queries.h"
#include "page/page.h"
#include "search/answer/answer.h"
#include "ui/settings.h"

namespace broadsheet::views {

// Keeps parts that many pages have alike, for those who write many pages.
class PreparedParts {
  public:
    virtual ~PreparedParts() = default;
    // The part of that name; what `make` gives is the same for each call with one name. Called from
    // several threads.
    virtual page::Node part(const std::string& name, const std::function<page::Node()>& make) = 0;
};

// Everything of the reader's that a page depends on. The usual values are those of pages written
// ahead of their reading, which must also serve where no program runs.
struct ReaderState {
    // The reader's own date. Left out where pages are written ahead of their reading: then no date
    // line is shown and no day is marked.
    std::optional<model::Day> today;
    // The month the calendar shows; by default that of the page, else the newest with articles.
    std::optional<model::MonthReference> calendar_month;
    // Whether a program answers buttons.
    bool interactive = false;
    bool can_share = false;  // the device has a share sheet
    ui::Settings settings{};
    std::map<std::string, bool> disclosures{};  // by key, where the reader opened or closed one
    // The search field over the page, and what was found for it; nothing yet where there is none.
    std::string typed{};
    std::optional<search::Answer> found{};
    // For the page of results.
    std::optional<search::Answer> results{};
    std::string site_url{};  // where the site is read, without trailing '/'
    // Only where nothing of the reader's is set.
    PreparedParts* prepared = nullptr;
};

}  // namespace broadsheet::views
