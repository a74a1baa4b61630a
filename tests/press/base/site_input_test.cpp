#include "press/base/site_input.h"

#include <doctest/doctest.h>

#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

// What both kinds of input say of the same files. `root` has a/b/one.md and a/two.
void check_input(const SiteInput& input, const std::filesystem::path& root) {
    CHECK(input.kind(root / "a") == InputKind::folder);
    CHECK(input.kind(root / "a/") == InputKind::folder);
    CHECK(input.kind(root / "a/two") == InputKind::file);
    CHECK(input.kind(root / "a/./b/../two") == InputKind::file);
    CHECK(input.kind(root / "none") == InputKind::none);
    CHECK(input.kind(root / "a/tw") == InputKind::none);
    std::error_code error;
    const std::vector<InputEntry> entries = input.list(root / "a", error);
    CHECK(!error);
    CHECK(entries == std::vector<InputEntry>{{"b", InputKind::folder, false},
                                             {"two", InputKind::file, false}});
    CHECK(input.list(root / "none", error).empty());
    CHECK(error);
    CHECK(input.read(root / "a/b/one.md") == "One");
    CHECK(input.read(root / "a/two") == "");
    CHECK(!input.read(root / "none"));
    CHECK(input.size(root / "a/b/one.md") == 3);
    CHECK(!input.size(root / "none"));
    CHECK(input.read_part(root / "a/b/one.md", 1, 5) == "ne");
    CHECK(input.read_part(root / "a/b/one.md", 7, 5) == "");
    CHECK(!input.read_part(root / "none", 0, 1));
    CHECK(input.stamp(root / "none") == FileStamp());
    CHECK(input.stamp(root / "a/two") != FileStamp());
    CHECK(input.real_path(root / "a/b/..") == input.real_path(root / "a"));
    CHECK(input.real_path(root / "none").empty());
}

}  // namespace

TEST_CASE("input from a disk and from memory is alike") {
    const test::ScratchFolder folder;
    folder.write("a/b/one.md", "One");
    folder.write("a/two", "");
    check_input(disk_input(), folder.path());
    MemoryInput memory;
    memory.write("/site/a/b/one.md", "One");
    memory.write("/site/a/two", "");
    check_input(memory, "/site");
}

TEST_CASE("a file in memory that is written again has another stamp") {
    MemoryInput memory;
    memory.write("/a", "One");
    const FileStamp before = memory.stamp("/a");
    memory.write("/a", "Two");
    CHECK(memory.stamp("/a") != before);
    CHECK(memory.read("/a") == "Two");
}

TEST_CASE("links on a disk are named, and have the kind of what they lead to") {
    const test::ScratchFolder folder;
    folder.write("inner/file", "x");
    std::filesystem::create_directory_symlink(folder.path() / "inner", folder.path() / "link");
    std::error_code error;
    const auto entries = disk_input().list(folder.path(), error);
    REQUIRE(entries.size() == 2);
    CHECK(entries[1] == InputEntry{"link", InputKind::folder, true});
    CHECK(disk_input().real_path(folder.path() / "link/file") ==
          disk_input().real_path(folder.path() / "inner/file"));
}

}  // namespace broadsheet::press
