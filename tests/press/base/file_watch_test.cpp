#include "press/base/file_watch.h"

#include <doctest/doctest.h>
#include <poll.h>

#include <algorithm>
#include <filesystem>

#include "press/scratch_folder.h"

using namespace broadsheet;
using test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

bool has(const press::FileChanges& changes, const fs::path& file) {
    return std::find(changes.files.begin(), changes.files.end(), file) != changes.files.end();
}

bool is_readable(const press::FileWatch& watch) {
    pollfd waited{watch.descriptor(), POLLIN, 0};
    return poll(&waited, 1, 0) == 1;
}

}  // namespace

TEST_CASE("changed files are named by their paths below the watched folder") {
    const ScratchFolder folder;
    folder.write("site/a.md", "a");
    folder.write("site/deep/b.md", "b");
    folder.write("site/.hidden/c.md", "c");
    folder.write("site/public/index.html", "out");
    const fs::path site = folder.path() / "site";
    press::FileWatch watch({site}, site / "public");
    REQUIRE(watch.error().empty());
    CHECK(!is_readable(watch));
    CHECK(!watch.take_changes().any());

    folder.write("site/deep/b.md", "other");
    CHECK(is_readable(watch));
    press::FileChanges changes = watch.take_changes();
    CHECK(has(changes, site / "deep" / "b.md"));
    CHECK(!has(changes, site / "a.md"));
    CHECK(changes.all_named);

    // Editors save by writing a temporary file and renaming it.
    folder.write("site/a.md.tmp", "new");
    fs::rename(site / "a.md.tmp", site / "a.md");
    changes = watch.take_changes();
    CHECK(has(changes, site / "a.md"));
    CHECK(changes.all_named);

    fs::remove(site / "a.md");
    CHECK(has(watch.take_changes(), site / "a.md"));
}

TEST_CASE("a build into a watched folder is no change") {
    const ScratchFolder folder;
    folder.write("site/a.md", "a");
    const fs::path site = folder.path() / "site";
    press::FileWatch watch({site}, site / "public/");
    folder.write("site/public.partial-7/index.html", "out");
    fs::rename(site / "public.partial-7", site / "public");
    folder.write("site/public/more/page.html", "more");
    CHECK(!watch.take_changes().any());

    folder.write("site/public.partial/a.md", "a");
    CHECK(watch.take_changes().any());
    folder.write("site/deep/public/a.md", "a");
    CHECK(watch.take_changes().any());
}

TEST_CASE("files in a new folder are not named; files of editors and builds are ignored") {
    const ScratchFolder folder;
    folder.write("site/public/index.html", "out");
    const fs::path site = folder.path() / "site";
    press::FileWatch watch({site}, site / "public");
    for (const char* name : {"site/.a.md.swp", "site/a.md~", "site/4913", "site/#a.md#"}) {
        folder.write(name, "x");
    }
    folder.write("site/public/index.html", "again");
    CHECK(!watch.take_changes().any());

    // A file may appear in the folder before the watch on it starts.
    folder.write("site/new/a.md", "a");
    press::FileChanges changes = watch.take_changes();
    CHECK(changes.any());
    CHECK(!changes.all_named);
    folder.write("site/new/a.md", "b");
    changes = watch.take_changes();
    CHECK(has(changes, site / "new" / "a.md"));

    press::FileChanges more;
    more.files = {"x"};
    more.all_named = false;
    changes.add(more);
    CHECK(has(changes, "x"));
    CHECK(!changes.all_named);
}
