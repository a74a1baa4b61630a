#include "press/base/mapped_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "press/scratch_folder.h"

namespace broadsheet {

using press::SpillFile;
using strings::SharedBytes;
using test::ScratchFolder;

TEST_CASE("bytes on disk are those that were kept, also when their memory was let go") {
    const ScratchFolder folder;
    std::vector<SharedBytes> kept;
    {
        SpillFile file(folder.path() / "cache");
        const auto keep = [&](std::size_t size, char sign) {
            kept.push_back(file.keep(std::string(size, sign)));
        };
        keep(1, 'a');
        keep(3'000'000, 'b');
        keep(0, 'c');
        keep(8'000'000, 'd');  // larger than a part of the file
        keep(5, 'e');
        press::release_mapped_bytes();
        CHECK(kept[1].view() == std::string(3'000'000, 'b'));
    }
    // The file is gone, and nothing of it is left in the folder.
    press::release_mapped_bytes();
    CHECK(kept[0].view() == "a");
    CHECK(kept[2].empty());
    CHECK(kept[3].view() == std::string(8'000'000, 'd'));
    CHECK(kept[4].view() == "eeeee");
    CHECK(std::filesystem::is_empty(folder.path() / "cache"));
}

TEST_CASE("several threads keep bytes in one file") {
    const ScratchFolder folder;
    SpillFile file(folder.path());
    std::vector<std::vector<SharedBytes>> kept(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        threads.emplace_back([&, i] {
            for (int j = 0; j < 2'000; ++j) {
                kept[i].push_back(file.keep(std::to_string(i) + ":" + std::to_string(j)));
                if (j % 100 == 0) press::release_mapped_bytes();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < kept.size(); ++i) {
        for (int j = 0; j < 2'000; ++j) {
            const std::string expected = std::to_string(i) + ":" + std::to_string(j);
            if (kept[i][static_cast<std::size_t>(j)].view() != expected) FAIL(expected);
        }
    }
}

TEST_CASE("bytes stay in memory if there is no folder for them") {
    const ScratchFolder folder;
    folder.write("file", "no folder");
    SpillFile file(folder.path() / "file");
    const SharedBytes kept = file.keep("text");
    CHECK(kept.view() == "text");
    CHECK(folder.read("file") == "no folder");
}

TEST_CASE("a mapped file keeps its bytes when it is replaced or removed") {
    const ScratchFolder folder;
    const auto path = folder.path() / "one";
    folder.write("one", "first");
    const auto mapped = press::map_file(path);
    REQUIRE(mapped.has_value());
    folder.write("two", "second");
    std::filesystem::rename(folder.path() / "two", path);
    press::release_mapped_bytes();
    CHECK(mapped->view() == "first");
    CHECK(press::map_file(path).value().view() == "second");
    CHECK_FALSE(press::map_file(folder.path() / "none").has_value());
    CHECK_FALSE(press::map_file(folder.path()).has_value());
    folder.write("one", "");
    CHECK(press::map_file(path).value().empty());
    CHECK(mapped->part(mapped->view().substr(1, 3)).view() == "irs");
}

}  // namespace broadsheet
