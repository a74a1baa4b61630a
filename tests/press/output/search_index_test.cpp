// What of an article is searched.
#include "press/output/search_index.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "press/output/build.h"
#include "press/scratch_folder.h"
#include "search/small_index.h"

namespace broadsheet::press {

TEST_CASE("what the author wrote beside the body is searched, and what is made from it is not") {
    const test::ScratchFolder folder;
    folder.write("content/p.svg", "<svg/>");
    folder.write("content/written.md",
                 "---\ntitle: Written\ndate: 2024-02-06\n"
                 "description: The quixotic standfirst.\nsubtitle: A flabbergasting subtitle\n"
                 "summary: A *vexing* card\n"
                 "image: {src: /p.svg, alt: A bamboozled heron, caption: The serendipity caption}\n"
                 "---\nThe body has a kerfuffle.\n");
    folder.write("content/made.md",
                 "---\ntitle: Made\ndate: 2024-02-05\n---\nA brouhaha begins this body.\n");
    folder.write("content/bare.md",
                 "---\ntitle: Bare\ndate: 2024-02-04\ndescription: Only a hullabaloo\n---\n");
    BuildOptions options;
    options.content = folder.path() / "content";
    options.out = folder.path() / "public";
    options.program = folder.path() / "none";
    options.filter.now = *model::parse_date("2026-01-01");
    const auto read_index = [&] {
        CHECK(build_site(options).ok());
        tests::SmallIndex index({});
        index.files.clear();
        const std::filesystem::path bundle = options.out / "bundle";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(bundle)) {
            if (!entry.is_regular_file()) continue;
            const std::string name = entry.path().filename().string();
            std::ifstream in(entry.path(), std::ios::binary);
            index.files[name.starts_with("search.") ? std::string(search::root_file) : name] =
                std::string(std::istreambuf_iterator<char>(in), {});
        }
        return index.files;
    };
    tests::SmallIndex index({});
    index.files = read_index();
    for (const char* word : {"quixotic", "flabbergasting", "vexing", "bamboozled", "serendipity",
                             "kerfuffle", "\"flabbergasting subtitle\""}) {
        CAPTURE(word);
        CHECK(index.titles(word) == "Written");
    }
    CHECK(index.titles("brouhaha") == "Made");
    CHECK(index.titles("hullabaloo") == "Bare");
    // Texts of different kinds are not one phrase.
    CHECK(index.titles("\"subtitle the quixotic\"").empty());
    // The beginning of a body counts once: a build without a word for it gives the same index.
    const auto files = index.files;
    folder.write("content/made.md",
                 "---\ntitle: Made\ndate: 2024-02-05\ndescription: A brouhaha begins this body.\n"
                 "---\nA brouhaha begins this body.\n");
    CHECK(read_index() == files);
    // A change of the description alone is searched after the next build.
    folder.write("content/made.md",
                 "---\ntitle: Made\ndate: 2024-02-05\ndescription: All about a lollygag\n"
                 "---\nA brouhaha begins this body.\n");
    tests::SmallIndex later({});
    later.files = read_index();
    CHECK(later.titles("lollygag") == "Made");
}

}  // namespace broadsheet::press
