// Requests to the search and its answers, as values and as the text that the search worker and the
// reader exchange.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"

namespace broadsheet::search {

// The order of results.
enum class Order : std::uint8_t { relevance, date };

// A request to the search.
struct Request {
    std::string query;         // one line, without control characters
    std::uint32_t first = 0;   // number of results to skip
    std::uint32_t count = 10;  // maximum number of results
    Order order = Order::relevance;
    bool typing = false;  // the last word may be incomplete
    bool facets = false;  // include counts by year, category and tag

    bool operator==(const Request&) const = default;
};

// Marked text has these characters around each word that was found.
inline constexpr char mark_begin = '\x02';
inline constexpr char mark_end = '\x03';

// A result.
struct Hit {
    std::string path;
    std::string title;    // marked
    std::string excerpt;  // marked
    std::optional<model::Day> day;
    std::vector<std::string> categories;  // names, root first

    bool operator==(const Hit&) const = default;
};

// The number of results in a year, category or tag.
struct Facet {
    std::string name;
    std::string filter;  // to add to the query: "tag:rivers"
    std::uint32_t documents = 0;

    bool operator==(const Facet&) const = default;
};

// Whether the index could be fetched.
enum class Outcome : std::uint8_t {
    complete,
    partial,      // part of the index could not be fetched; there may be more results
    unavailable,  // no part of the index could be fetched
};

// The answer to a request.
struct Answer {
    Request request;
    Outcome outcome = Outcome::complete;
    std::uint32_t total = 0;
    bool relaxed = false;    // no document has all words; results have some of them
    std::string understood;  // corrected query, if typing mistakes were corrected
    std::vector<Hit> hits;
    std::vector<Hit>
        others;  // results with at least half of the words, if less than a page has all
    std::vector<Facet> years;       // newest first
    std::vector<Facet> categories;  // most documents first
    std::vector<Facet> tags;

    bool operator==(const Answer&) const = default;
};

// Formats a request. An answer's text begins with its request.
std::string write_request(const Request& request);
std::string write_answer(const Answer& answer);
// Parses a request. Missing members keep their defaults.
Request read_request(std::string_view text);
Answer read_answer(std::string_view text);

}  // namespace broadsheet::search
