// What is asked of the search and what it answers: plain values, and the text they cross from the
// search's worker to the reader in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"

namespace broadsheet::search {

enum class Order : std::uint8_t { relevance, date };

struct Request {
    std::string query;         // one line, without control characters
    std::uint32_t first = 0;   // results to leave out
    std::uint32_t count = 10;  // results wanted
    Order order = Order::relevance;
    bool typing = false;  // the last word may be the beginning of one
    bool facets = false;  // counts by year, category and tag

    bool operator==(const Request&) const = default;
};

// Text in which the words that were found stand between these.
inline constexpr char mark_begin = '\x02';
inline constexpr char mark_end = '\x03';

struct Hit {
    std::string path;
    std::string title;    // marked
    std::string excerpt;  // marked
    std::optional<model::Day> day;
    std::vector<std::string> categories;  // names, root first

    bool operator==(const Hit&) const = default;
};

struct Facet {
    std::string name;
    std::string filter;  // to be added to the query: "tag:rivers"
    std::uint32_t documents = 0;

    bool operator==(const Facet&) const = default;
};

enum class Outcome : std::uint8_t {
    complete,
    partial,      // some of the index could not be fetched: there may be more
    unavailable,  // nothing of it could
};

struct Answer {
    Request request;
    Outcome outcome = Outcome::complete;
    std::uint32_t total = 0;
    bool relaxed = false;    // no document has all words: these have some
    std::string understood;  // the query without typing mistakes, where it was understood otherwise
    std::vector<Hit> hits;
    std::vector<Hit> others;   // with half of the words or more, where fewer than a page have all
    std::vector<Facet> years;  // newest first
    std::vector<Facet> categories;  // most documents first
    std::vector<Facet> tags;

    bool operator==(const Answer&) const = default;
};

// The beginning of an answer's text.
std::string write_request(const Request& request);
std::string write_answer(const Answer& answer);
// Members that the text lacks keep their defaults.
Request read_request(std::string_view text);
Answer read_answer(std::string_view text);

}  // namespace broadsheet::search
