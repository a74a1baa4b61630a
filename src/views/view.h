// From a publication, a route and the reader's state to a page. Pure: the same three give the same
// page, in the author's tool, in the browser and in tests.
#pragma once

#include <cstddef>
#include <string_view>

#include "addresses/route.h"
#include "model/publication.h"
#include "page/page.h"
#include "views/reader_state.h"

namespace broadsheet::views {

// Where `publication` lacks what the route asks for, the page says that nothing is there (404).
page::Page view(const model::Publication& publication, const addresses::Route& route,
                const ReaderState& state);

// The page of an article or page that need not be in the publication as a whole.
page::Page view(const model::Publication& publication, const model::Entry& entry,
                const ReaderState& state);

// The page a host shows for any address it does not know.
// `asked`: the path that nothing stands at, where it is known; the page offers what is nearest.
page::Page not_found_view(const model::Publication& publication, const ReaderState& state,
                          std::string_view asked = {});

// What a reader sees where a part of the publication could not be had, with ways on; `what` is a
// sentence that says why.
page::Page failure_view(const model::Publication& publication, const ReaderState& state,
                        std::string_view what);

// Articles that the front page shows with its first page; their excerpts may be long.
inline constexpr std::size_t front_stories = 11;

}  // namespace broadsheet::views
