// What becomes of the answers of the search.
#include <doctest/doctest.h>

#include "addresses/route.h"
#include "reader/reader.h"
#include "reader/reader_session.h"
#include "views/search.h"

namespace broadsheet::reader {

TEST_CASE("a page of results that is no more leads to the last one") {
    const model::Publication publication = tests::sample_publication();
    Session session(publication);
    session.start("/search/?q=city&page=99");
    const auto request_of = [&](const char* path) {
        return views::results_request(publication.site, addresses::parse_route(path));
    };
    search::Answer answer;
    answer.request = request_of("/search/?q=city&page=99");
    // Without results the address stays.
    session.reader.search_answered(answer);
    CHECK(session.host.path == "/search/?q=city&page=99");
    answer.total = static_cast<std::uint32_t>(publication.site.page_size) + 4;
    session.reader.search_answered(answer);
    CHECK(session.host.path == "/search/?q=city&page=2");
    CHECK(session.host.address == AddressChange::replace);
    // The page that is there now shows its answer.
    answer.request = request_of("/search/?q=city&page=2");
    answer.hits.push_back({"/a/", "The last city", "", {}, {}});
    session.reader.search_answered(answer);
    session.reader.frame();
    CHECK(session.host.path == "/search/?q=city&page=2");
    CHECK(session.host.text_layer_operations.find("The last city") != std::string::npos);
}

}  // namespace broadsheet::reader
