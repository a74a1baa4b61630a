#include "press/pages/search_program.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

using Files = std::map<std::string, std::string>;

const Files reader = {{"boot.js", "boot"},         {"search-worker.js", "work();"},
                      {"search.wasm", "SEARCH"},   {"stem-de.wasm", "GERMAN"},
                      {"stem-en.wasm", "ENGLISH"}, {"reader.wasm", "READER"}};

std::string worker(const std::string& language) {
    Files files = reader;
    join_search_program(files, language);
    CHECK(files.size() == 3);
    CHECK(files.at("boot.js") == "boot");
    CHECK(files.at("reader.wasm") == "READER");
    return files.at("search-worker.js");
}

}  // namespace

TEST_CASE("the worker contains the search and the stemmer of the site's language") {
    CHECK(worker("en") == "const programs = {search: \"SEARCH\", stemmer: \"ENGLISH\"};\nwork();");
    CHECK(worker("de-AT") ==
          "const programs = {search: \"SEARCH\", stemmer: \"GERMAN\"};\nwork();");
    CHECK(worker("ja") == "const programs = {search: \"SEARCH\"};\nwork();");
    CHECK(worker("") == "const programs = {search: \"SEARCH\"};\nwork();");
}

TEST_CASE("a reader without search is unchanged") {
    for (const char* name : {"search-worker.js", "search.wasm"}) {
        Files files = reader;
        files.erase(name);
        const Files before = files;
        join_search_program(files, "en");
        CHECK(files == before);
    }
}

TEST_CASE("any bytes can be a JavaScript string") {
    const std::string bytes("\0a\0001\n\r\"\\\x7f\x80\xff", 11);
    CHECK(javascript_string(bytes) == "\"\\0a\\x001\\n\\r\\\"\\\\\x7f\u0080\u00ff\"");
    CHECK(javascript_string("") == "\"\"");
}

}  // namespace broadsheet::press
