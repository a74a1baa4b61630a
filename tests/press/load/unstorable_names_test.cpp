// Names that Windows cannot store, in addresses and files.
#include "press/load/unstorable_names.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

std::string warning(const std::string& place, const std::string& remedy) {
    return place +
           ": warning: Windows cannot store a file of this name, so the site cannot be unpacked "
           "there; " +
           remedy + "\n";
}

}  // namespace

TEST_CASE(
    "unstorable-names: addresses, tags, old addresses and files are warned of where they are") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = \"T\"\npermalink = \"/:slug/\"\n");
    folder.write("redirects.toml", "\"/old/nul/\" = \"/a/\"\n");
    folder.write("con.md", "---\ntitle: C\ndate: 2024-02-06\n---\nx\n");
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-02-06\ntags: [Lake, Aux]\n"
                 "aliases: [/b:c/, \"/?p=3\"]\n---\nAux and aux\n");
    folder.write("b.md", "---\ntitle: B\ndate: 2024-02-06\nslug: LPT1\n---\nx\n");
    folder.write("what?.png", "x");
    folder.write("pictures/lake.png", "x");
    const std::string device = ": it is the name of a device there";
    const std::string all = said(load_whole(folder));
    CHECK(all.find(warning("con.md", "rename \"con\", or give the text another slug or url" +
                                         device)) != std::string::npos);
    CHECK(all.find(warning("a.md:4:14", "use another name than \"Aux\", for /tag/aux/" + device)) !=
          std::string::npos);
    CHECK(all.find(warning("b.md:4:7", "give the text another slug than \"lpt1\"" + device)) !=
          std::string::npos);
    CHECK(all.find(warning("what?.png", "rename \"what?.png\": it has a \"?\"")) !=
          std::string::npos);
    CHECK(all.find("a.md:5:11: warning: Windows cannot") != std::string::npos);
    CHECK(all.find("redirects.toml:1:15: warning: Windows cannot") != std::string::npos);
    const LoadedSite site = load_whole(folder);
    CHECK(std::count_if(site.diagnostics.begin(), site.diagnostics.end(), [](const auto& each) {
              return each.what.starts_with("Windows cannot");
          }) == 6);
    CHECK_MESSAGE(count_of(site.diagnostics, Severity::error) == 0, all);
}

}  // namespace broadsheet::press
