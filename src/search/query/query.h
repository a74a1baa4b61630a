// Parses search queries: words, "phrases", -exclusions, and the filters tag: category: author:
// after: before:. Every text is a valid query. Text that is not valid syntax is read as words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/format/index_files.h"

namespace broadsheet::search {

// A word of the query. A compound matches its whole form or all of its parts.
struct QueryWord {
    std::string whole;               // empty: only the parts match (e.g. Chinese characters)
    std::vector<std::string> parts;  // empty: not a compound
    std::uint32_t position = 0;      // index in its phrase
    std::size_t begin = 0;           // byte range in the query
    std::size_t end = 0;

    // True for a text without spaces that may be several words.
    bool is_pairs() const { return whole.empty() && parts.size() > 1; }
};

// A word or phrase of the query.
struct QueryPhrase {
    std::vector<QueryWord> words;  // a single one is a plain word
    bool excluded = false;
    bool quoted = false;
};

// A filter of the query.
struct QueryFilter {
    Filter kind = Filter::tag;
    std::string slug;
    bool excluded = false;
};

// A parsed query.
struct Query {
    std::vector<QueryPhrase> phrases;
    std::vector<QueryFilter> filters;
    std::optional<std::int64_t> from;   // days since 1970-01-01
    std::optional<std::int64_t> until;  // the day after the last
    bool last_is_open = false;          // ends with a plain word, which may be incomplete

    bool empty() const { return phrases.empty() && filters.empty() && !from && !until; }
};

// Parses the first `longest_query` bytes of a query.
Query parse_query(std::string_view text);

}  // namespace broadsheet::search
