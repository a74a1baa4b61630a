// Answers search requests from index files. It does not fetch files itself. It returns the names of
// the files that it needs, and the caller asks again when they have arrived. The same files give
// the same answer in the tool and in the browser.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/answer/answer.h"
#include "search/query/excerpt.h"
#include "search/query/index_cache.h"

namespace broadsheet::search {

// The result of a request: an answer, or files to fetch first.
struct Step {
    std::vector<std::string>
        wanted;  // files to fetch before asking again; empty: the answer is complete
    Answer answer;
};

class Search;

// Answers requests; keeps the files that have arrived.
class Engine {
  public:
    Engine();
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Step ask(const Request& request);
    // The part of a result's text that contains the most of the words of `request`, with marks, as
    // in `Hit::excerpt`. Empty if the text has none of them, or if `request` is not the last one
    // that was answered completely and was not about a word being typed.
    std::string passage(const Request& request, std::string_view text) const;

    // Provides a file, or reports that it could not be fetched.
    void supply(std::string_view name, std::string_view bytes);
    void miss(std::string_view name) { cache_.miss(name); }
    // Requests missing files again.
    void forget_missing();

  private:
    IndexCache cache_;
    std::unique_ptr<Search> search_;  // of the last request
    Request answered_;                // the last request that `passage` knows
    Marks marks_;                     // of its words
};

}  // namespace broadsheet::search
