// Answers requests from the files of the index. It fetches nothing: it says which files it wants,
// and is asked again when they are there. The same files give the same answer, natively and in the
// browser.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/answer/answer.h"
#include "search/query/files.h"

namespace broadsheet::search {

struct Step {
    std::vector<std::string>
        wanted;  // files to fetch before asking again; empty: the answer is done
    Answer answer;
};

class Search;

class Engine {
  public:
    Engine();
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    Step ask(const Request& request);

    // A file that has arrived, or could not be fetched.
    void supply(std::string_view name, std::string_view bytes);
    void miss(std::string_view name) { files_.miss(name); }
    // For another try: files that were missing are wanted again.
    void forget_missing();

  private:
    Files files_;
    std::unique_ptr<Search> search_;  // of the last request
};

}  // namespace broadsheet::search
