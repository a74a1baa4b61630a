// From a publication, a route and the reader's state to a page. Pure: the same three give the same
// page, in the author's tool, in the browser and in tests.
#pragma once

#include <optional>

#include "model/queries.h"
#include "page/page.h"
#include "views/route.h"

namespace broadsheet::views {

struct ReaderState {
    // The reader's own date. Left out where pages are written ahead of their reading: then no date
    // line is shown and no day is marked.
    std::optional<model::Day> today;
    // The month the calendar shows; by default that of the page, else the newest with articles.
    std::optional<model::MonthReference> calendar_month;
};

// Where `publication` lacks what the route asks for, the page says that nothing is there (404).
page::Page view(const model::Publication& publication, const Route& route,
                const ReaderState& state);

// The page a host shows for any address it does not know.
page::Page not_found_view(const model::Publication& publication, const ReaderState& state);

}  // namespace broadsheet::views
