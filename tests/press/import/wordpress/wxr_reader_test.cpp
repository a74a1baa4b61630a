// Exports of WordPress that are damaged, or none.
#include <doctest/doctest.h>

#include <filesystem>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace fs = std::filesystem;

TEST_CASE("damage is repaired and reported") {
    const ImportedWordpress site(
        post_item(1, "a \x0b b ]]> c") + post_item(2, "caf\xE9") + "<item><title>cut", "");
    CHECK(site.report.ok());
    CHECK(has(site.post(1), "a  b ]]> c"));
    CHECK(has(site.post(2), "café"));
    CHECK(site.report.diagnostics.size() == 4);
}

TEST_CASE("files that are not exports are refused, and nothing is written") {
    ImportedWordpress site("");
    CHECK_FALSE(site.report.ok());
    CHECK_FALSE(site.import("<!DOCTYPE html><html></html>").ok());
    CHECK(has(site.report.diagnostics[0].what, "web page"));
    CHECK_FALSE(site.import("").ok());
    CHECK_FALSE(fs::exists(site.path("site.toml")));
}
