// Fetches the media of the old site over HTTP: several files at a time, resumed, and checked.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "press/base/progress.h"

namespace broadsheet::press {

// A file: the first of these addresses that answers, each with where it is written.
struct FetchRequest {
    std::vector<std::pair<std::string, std::filesystem::path>> choices;
};

struct FetchResult {
    std::size_t choice = 0;  // number of the address that answered
    bool was_there = false;  // the file was there before, from an earlier import
    std::string problem;     // why there is no file; empty if there is one
};

struct FetchOptions {
    std::size_t at_a_time = 4;
    int tries = 3;                            // after failures that may pass
    std::chrono::milliseconds pause{1000};    // before the second try; doubled for each further
    std::chrono::seconds longest_pause{60};   // that a server may ask for
    std::uint64_t max_bytes = 4'000'000'000;  // of a file
    std::string user_agent = "Broadsheet (import)";
    Progress* progress = nullptr;
};

// Fetches files whose target does not exist. What was fetched of a file stays in NAME.part, and the
// next call continues there. A file is renamed to its name only when it is whole and, if its name
// is that of a picture, begins like one. Returns a result for each request.
std::vector<FetchResult> fetch_files(const std::vector<FetchRequest>& requests,
                                     const FetchOptions& options);

}  // namespace broadsheet::press
