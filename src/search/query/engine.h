// Answers search requests from index files. It does not fetch files itself. It returns the names of
// the files that it needs, and the caller asks again when they have arrived. The same files give
// the same answer in the tool and in the browser.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/answer/answer.h"
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

    // Provides a file, or reports that it could not be fetched.
    void supply(std::string_view name, std::string_view bytes);
    void miss(std::string_view name) { cache_.miss(name); }
    // Requests missing files again.
    void forget_missing();

  private:
    IndexCache cache_;
    std::unique_ptr<Search> search_;  // of the last request
};

}  // namespace broadsheet::search
