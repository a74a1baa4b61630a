// From a publication, a route and the reader's state to a page. Pure: the same three give the same
// page, in the author's tool, in the browser and in tests.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/queries.h"
#include "page/page.h"
#include "search/answer/answer.h"
#include "views/route.h"
#include "views/settings.h"

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
    Settings settings{};
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

// Where `publication` lacks what the route asks for, the page says that nothing is there (404).
page::Page view(const model::Publication& publication, const Route& route,
                const ReaderState& state);

// The page of an article or page that need not be in the publication as a whole.
page::Page view(const model::Publication& publication, const model::Entry& entry,
                const ReaderState& state);

// The page a host shows for any address it does not know.
// `asked`: the path that nothing stands at, where it is known; the page offers what is nearest.
page::Page not_found_view(const model::Publication& publication, const ReaderState& state,
                          std::string_view asked = {});

// Articles that the front page shows with its first page; their excerpts may be long.
inline constexpr std::size_t front_stories = 11;

// Lists by date have no feed: the front page's tells what is new.
bool has_feed(model::ListKind kind);
// Where the feed of a list lies: "/tag/x/feed.xml".
model::Path feed_path(const model::Path& list);

}  // namespace broadsheet::views
