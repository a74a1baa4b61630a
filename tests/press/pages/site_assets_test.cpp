#include "press/pages/site_assets.h"

#include <doctest/doctest.h>

#include "press/base/site_output.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

TEST_CASE("an SVG picture that cannot be read is an error, and one that is damaged is left out") {
    const test::ScratchFolder folder;
    folder.write("damaged.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    folder.write("good.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"/>");
    LoadedSite site;
    // A file without permissions cannot be read either, except by root.
    for (const char* name : {"missing.svg", "damaged.svg", "good.svg"}) {
        site.assets.push_back({folder.path() / name, std::string("/") + name});
    }
    MemoryOutput out;
    const Diagnostics problems = write_assets(site, 2, out);
    REQUIRE(problems.size() == 2);
    CHECK(format_diagnostic(problems[0]) ==
          "missing.svg: error: the file cannot be read; check its permissions\n");
    CHECK(format_diagnostic(problems[1]) ==
          "damaged.svg: warning: the picture is not well-formed SVG, so it is not published; "
          "export it again from a drawing program\n");
    CHECK(out.files.size() == 1);
    CHECK(out.files.contains("good.svg"));
}

}  // namespace broadsheet::press
