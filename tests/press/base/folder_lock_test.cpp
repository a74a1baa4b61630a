#include "press/base/folder_lock.h"

#include <doctest/doctest.h>

#include <optional>

#include "press/base/system.h"
#include "press/scratch_folder.h"

using namespace broadsheet::press;
using broadsheet::test::ScratchFolder;

TEST_CASE("a folder is locked until its lock ends") {
    const ScratchFolder scratch;
    std::optional<FolderLock> first;
    first.emplace(scratch.path(), false);
    CHECK(first->held());
    CHECK_FALSE(FolderLock(scratch.path(), false).held());
    first.reset();
    CHECK(FolderLock(scratch.path(), false).held());
    CHECK_FALSE(FolderLock(scratch.path() / "missing", false).held());
}

TEST_CASE("a file gets a second name") {
    const ScratchFolder scratch;
    scratch.write("one", "text");
    CHECK(make_hard_link(scratch.path() / "one", scratch.path() / "two"));
    CHECK(std::filesystem::equivalent(scratch.path() / "one", scratch.path() / "two"));
    CHECK_FALSE(make_hard_link(scratch.path() / "none", scratch.path() / "three"));
}
