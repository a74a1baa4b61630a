// What a reader types, understood: words, "phrases", -not, and tag: category: author: after:
// before:. Every text is a query; what has no meaning as syntax is words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/format/index_files.h"

namespace broadsheet::search {

// One word as typed. A compound is found by its whole form or by all its parts.
struct QueryWord {
    std::string whole;  // empty: only the parts count (characters of Chinese and the like)
    std::vector<std::string> parts;  // empty: no compound
    std::uint32_t position = 0;      // among the words of its phrase
    std::size_t begin = 0;           // bytes of the query
    std::size_t end = 0;
};

struct QueryPhrase {
    std::vector<QueryWord> words;  // one: a plain word
    bool excluded = false;
    bool quoted = false;
};

struct QueryFilter {
    Filter kind = Filter::tag;
    std::string slug;
    bool excluded = false;
};

struct Query {
    std::vector<QueryPhrase> phrases;
    std::vector<QueryFilter> filters;
    std::optional<std::int64_t> from;   // days since 1970-01-01
    std::optional<std::int64_t> until;  // the day after the last
    bool last_is_open = false;  // it ends with a plain word, which may be the beginning of one

    bool empty() const { return phrases.empty() && filters.empty() && !from && !until; }
};

// Only the first `longest_query` bytes count.
Query parse_query(std::string_view text);

}  // namespace broadsheet::search
