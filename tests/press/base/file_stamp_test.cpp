#include "press/base/file_stamp.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "press/scratch_folder.h"

namespace broadsheet::press {

TEST_CASE("the stamp of a file changes with its content") {
    const test::ScratchFolder folder;
    const auto path = folder.path() / "a.md";
    CHECK(stamp_of(path) == FileStamp());
    folder.write("a.md", "one");
    const FileStamp one = stamp_of(path);
    CHECK(one.size == 3);
    CHECK(one == stamp_of(path));
    folder.write("a.md", "other");
    CHECK(!(one == stamp_of(path)));
    std::filesystem::remove(path);
    CHECK(stamp_of(path) == FileStamp());
}

TEST_CASE("a file written within two seconds may be written again unseen") {
    constexpr std::int64_t second = 1'000'000'000;
    const FileStamp stamp{10 * second, 11 * second, 1, 1};
    CHECK(is_too_fresh(stamp, 11 * second));
    CHECK(is_too_fresh(stamp, 13 * second - 1));
    CHECK(!is_too_fresh(stamp, 13 * second));
}

}  // namespace broadsheet::press
