#include "press/base/cache_file.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "press/config/content_folder.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using test::ScratchFolder;

namespace fs = std::filesystem;

TEST_CASE("a cache file is either complete or missing") {
    const ScratchFolder folder;
    const fs::path path = press::cache_file(folder.path() / "cache", "kind", folder.path());
    CHECK(!press::read_cache_file(path));
    {
        press::CacheFileWriter writer(path);
        writer.write("some ");
        writer.write("bytes");
    }
    CHECK(!press::read_cache_file(path));  // not finished yet
    {
        press::CacheFileWriter writer(path);
        writer.write("some ");
        writer.write("bytes");
        writer.finish();
    }
    CHECK(press::read_cache_file(path).value().view() == "some bytes");
    CHECK(std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()) == 1);

    // An entry that has not been written for months.
    const fs::path old = press::cache_file(folder.path() / "cache", "kind", "elsewhere");
    const fs::path recent = press::cache_file(folder.path() / "cache", "kind", "nearby");
    for (const auto& [each, days] : {std::pair(old, 61), std::pair(recent, 59)}) {
        press::CacheFileWriter(each).finish();
        fs::last_write_time(each, fs::file_time_type::clock::now() - std::chrono::hours(days * 24));
    }
    {
        press::CacheFileWriter writer(path);
        writer.write("some bytes");
        writer.finish();
    }
    CHECK(!fs::exists(old));
    CHECK(fs::exists(recent));

    const std::string name = path.lexically_relative(folder.path()).generic_string();
    const std::string whole = folder.read(name);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] + 1);
        folder.write(name, damaged);
        CHECK(!press::read_cache_file(path));
        folder.write(name, whole.substr(0, i));
        CHECK(!press::read_cache_file(path));
    }
}

TEST_CASE("without a cache folder, nothing is written") {
    CHECK(press::cache_file({}, "kind", "folder").empty());
    press::CacheFileWriter writer({});
    writer.write("bytes");
    writer.finish();
    CHECK(!press::read_cache_file({}));
}

TEST_CASE("output files that someone changed are rewritten; unchanged ones stay the same files") {
    const ScratchFolder folder;
    folder.write("content/a.md", "---\ntitle: A\ndate: 2024-02-06\n---\nText of a.\n");
    folder.write("content/b.md", "---\ntitle: B\ndate: 2024-02-05\n---\nText of b.\n");
    press::BuildOptions options;
    options.content = folder.path() / "content";
    options.out = folder.path() / "public";
    options.program = folder.path() / "program";
    options.cache = folder.path() / "cache";
    options.filter.now = *model::parse_date("2026-01-01");
    REQUIRE(press::build_site(options).ok());
    const std::string page = "public/2024/02/06/a/index.html";
    const std::string other = "public/2024/02/05/b/index.html";
    const std::string made = folder.read(page);
    const auto time = fs::last_write_time(folder.path() / other);

    // Same size and same time.
    const auto own_time = fs::last_write_time(folder.path() / page);
    std::string changed = made;
    changed.replace(changed.find("Text of a"), 9, "Other one");
    folder.write(page, changed);
    fs::last_write_time(folder.path() / page, own_time);
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read(page) == made);
    CHECK(fs::last_write_time(folder.path() / other) == time);

    fs::remove(folder.path() / page);
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read(page) == made);

    // Users may delete the cache and the output at any time.
    fs::remove_all(options.cache);
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read(page) == made);
    fs::remove_all(options.out);
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read(page) == made);
}
