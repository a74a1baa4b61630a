// A site made in parts by several machines is the same as one made at once.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "press/base/files.h"
#include "press/output/build.h"
#include "press/pictures/encode_png.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

class DividedSite {
  public:
    DividedSite() {
        folder_.write("content/site.toml",
                      "title = 'T'\nbase_url = 'https://paper.example'\nsteady_pages = true\n");
        folder_.write("content/lake.png", picture(700));
        folder_.write("content/hill.png", picture(500));
        for (int i = 0; i < 260; ++i) {
            const std::string number = std::to_string(i);
            const std::string day = std::to_string(10 + i % 19);
            folder_.write("content/n" + number + ".md",
                          "---\ntitle: Number " + number + "\ndate: 2025-0" +
                              std::to_string(1 + i % 9) + "-" + day + "\ntags: [t" +
                              std::to_string(i % 7) + "]\n---\nWords of text " + number +
                              (i % 50 == 0 ? "\n\n![A lake](lake.png) ![A hill](hill.png)\n"
                                           : " and more.\n"));
        }
    }

    BuildOptions options(const std::string& out) const {
        BuildOptions options;
        options.content = folder_.path() / "content";
        options.out = folder_.path() / out;
        options.program = folder_.path() / "program";
        options.filter.now = *model::parse_date("2026-01-01");
        options.jobs = 2;
        return options;
    }

    BuildReport whole() const { return build_site(options("whole")); }

    BuildReport part(int number, int count, const std::string& out) const {
        BuildOptions part = options(out);
        part.part = {number, count};
        return build_site(part);
    }

    // Joins the parts in these folders.
    BuildReport join(const std::vector<std::string>& parts, Pages pages = Pages::automatic) const {
        BuildOptions join = options("joined");
        join.pages = pages;
        for (const std::string& part : parts) join.parts.push_back(folder_.path() / part);
        return build_site(join);
    }

    // The error of a join.
    std::string refused(const std::vector<std::string>& parts) const {
        const BuildReport report = join(parts);
        CHECK_FALSE(report.ok());
        CHECK_FALSE(fs::exists(folder_.path() / "joined"));
        return report.diagnostics.empty() ? "" : format_diagnostic(report.diagnostics.front());
    }

    const test::ScratchFolder& folder() const { return folder_; }
    fs::path path(const std::string& name) const { return folder_.path() / name; }

  private:
    static std::string picture(int width) {
        Raster raster;
        raster.width = width;
        raster.height = 40;
        raster.pixels.assign(static_cast<std::size_t>(width) * 40 * 4, 120);
        return encode_png(raster);
    }

    test::ScratchFolder folder_;
};

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& each : fs::recursive_directory_iterator(folder)) {
        if (!each.is_regular_file()) continue;
        files[each.path().lexically_relative(folder).generic_string()] =
            read_file(each.path()).value_or("");
    }
    return files;
}

std::size_t files_below(const fs::path& folder) {
    return fs::exists(folder) ? files_in(folder).size() : 0;
}

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("three parts joined are the site of one machine") {
    const DividedSite site;
    const BuildReport whole = site.whole();
    REQUIRE(whole.ok());
    std::size_t pages = 0;
    std::size_t pictures = 0;
    for (int number = 1; number <= 3; ++number) {
        const std::string out = "part-" + std::to_string(number);
        REQUIRE(site.part(number, 3, out).ok());
        pages += files_below(site.path(out + "/site"));
        pictures += files_below(site.path(out + "/pictures"));
        CHECK(files_below(site.path(out + "/site")) > 80);
        CHECK_FALSE(fs::exists(site.path(out + "/site/404.html")));
    }
    CHECK(pictures == 2);
    // No file is in two parts, and the join makes only the files of the index and the common ones.
    CHECK(pages < whole.files);
    CHECK(whole.files - pages < 120);

    const BuildReport joined = site.join({"part-2", "part-3", "part-1"});
    REQUIRE(joined.ok());
    CHECK(joined.files == whole.files);
    CHECK(joined.pages == whole.pages);
    CHECK(files_in(site.path("joined")) == files_in(site.path("whole")));
}

TEST_CASE("a join takes files from the parts and does not make them again") {
    const DividedSite site;
    REQUIRE(site.part(1, 1, "all").ok());
    // A join that made this page itself would not see the change.
    const fs::path page = site.path("all/site/2025/01/10/n0/index.html");
    REQUIRE(fs::exists(page));
    std::ofstream(page, std::ios::app) << "changed";
    const std::string error = site.refused({"all"});
    CHECK(says(error, "n0/index.html: error: this file of a part is not as it was made"));
    fs::remove(page);
    CHECK(says(site.refused({"all"}), "this file of a part is missing"));
}

TEST_CASE("parts that do not belong together are refused") {
    const DividedSite site;
    for (int number = 1; number <= 2; ++number) {
        REQUIRE(site.part(number, 2, "p" + std::to_string(number)).ok());
    }
    CHECK(says(site.refused({"p1"}), "part 2/2 is missing"));
    CHECK(says(site.refused({"p1", "p2", "p1"}), "part 1/2 is here and in"));
    CHECK(says(site.refused({"p1", "content"}), "this folder is not a part of a site"));
    REQUIRE(site.part(2, 3, "of-three").ok());
    CHECK(says(site.refused({"p1", "of-three"}), "this is one of 3 parts, but"));

    const BuildReport other_pages = site.join({"p1", "p2"}, Pages::articles);
    CHECK_FALSE(other_pages.ok());
    site.folder().write("content/n3.md", "---\ntitle: New\n---\nText\n");
    CHECK(says(site.refused({"p1", "p2"}), "different content or with different options"));
    REQUIRE(site.part(2, 2, "later").ok());
    CHECK(says(site.refused({"p1", "later"}), "different content or with different options"));

    std::string list = read_file(site.path("p1/broadsheet-part")).value_or("");
    list.back() = static_cast<char>(list.back() ^ 1);
    site.folder().write("p1/broadsheet-part", list);
    CHECK(says(site.refused({"p1", "p2"}), "the list of this part is damaged"));
}

TEST_CASE("numbers of parts are checked") {
    CHECK(parse_part_number("2/3")->number == 2);
    CHECK(parse_part_number("1/1")->count == 1);
    for (const char* text : {"", "2", "0/3", "4/3", "-1/3", "1/0", "a/b", "1/2/3", "1/ 2", "1/2000",
                             "99999999999/99999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_part_number(text));
    }
}

}  // namespace broadsheet::press
