// Makes pages. The functions are pure: a publication, a route and a reader's state always give the
// same page, in the tool, in the browser and in tests.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "addresses/route.h"
#include "model/publication.h"
#include "page/page.h"
#include "views/reader_state.h"

namespace broadsheet::views {

// What the content security policy of the site's pages allows.
page::PolicySources policy_sources(const model::Site& site);

// The page of a route. If the publication does not contain it, a page that says so (404).
page::Page view(const model::Publication& publication, const addresses::Route& route,
                const ReaderState& state);

// The page of an entry. The publication itself need not contain the whole entry.
page::Page view(const model::Publication& publication, const model::Entry& entry,
                const ReaderState& state);

// The page for unknown URLs. If `asked`, the path that was not found, is known, the page suggests
// the most similar paths.
page::Page not_found_view(const model::Publication& publication, const ReaderState& state,
                          std::string_view asked = {});

// Why the data of a page are missing.
struct Failure {
    std::string what;      // a sentence
    bool offline = false;  // the host could not be reached
};

// The page for data that could not be fetched, with links to other pages.
page::Page failure_view(const model::Publication& publication, const ReaderState& state,
                        const Failure& failure);

// The newest articles whose excerpts may be long in the list of the front page.
inline constexpr std::size_t long_excerpts = 11;
// The number of newest articles on the front page, without its sections.
int front_stories(const model::Site& site);

}  // namespace broadsheet::views
