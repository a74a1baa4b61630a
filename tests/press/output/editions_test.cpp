// Builds of sites in several languages.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "press/base/files.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"
#include "press/serve/live_editions.h"

namespace broadsheet::press {

namespace {

namespace fs = std::filesystem;
using test::ScratchFolder;

BuildOptions options_for(const ScratchFolder& folder) {
    BuildOptions options;
    options.content = folder.path() / "paper";
    options.out = folder.path() / "public";
    options.cache = folder.path() / "cache";
    options.program = folder.path() / "program";
    options.filter.now = *model::parse_date("2026-01-01");
    return options;
}

void write_paper(const ScratchFolder& folder) {
    folder.write("paper/site.toml",
                 "title = \"Harbour\"\nlanguage = \"en\"\nbase_url = \"https://h.example/news\"\n"
                 "[languages.de]\ntitle = \"Hafen\"\n");
    folder.write("paper/content/lake.md", "---\ntitle: The lake\ndate: 2025-02-01\n---\nx\n");
    folder.write("paper/content/de/lake.md",
                 "---\ntitle: Der See\ndate: 2025-02-01\naliases: [/alt/]\n---\n"
                 "{{< youtube dQw4w9WgXcQ >}}\n");
    folder.write("program/boot.js", "start");
    folder.write("program/not-found.js", "hand over");
    folder.write("program/reader.js", "reader");
    folder.write("program/reader.wasm", "wasm");
}

std::string bytes_of(const ScratchFolder& folder, const std::string& name) {
    return read_file(folder.path() / "public" / name).value_or("no file");
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("editions are built into one folder, with the files for hosts at its root") {
    const ScratchFolder folder;
    write_paper(folder);
    const BuildReport report = build_site(options_for(folder));
    REQUIRE(report.ok());
    CHECK(report.articles == 2);
    CHECK(report.base_path == "/news/");
    CHECK(report.sources.frames == std::vector<std::string>{"https://www.youtube-nocookie.com"});
    CHECK(has(bytes_of(folder, "index.html"), "<html lang=\"en\""));
    CHECK(has(bytes_of(folder, "de/index.html"), "<html lang=\"de\""));
    CHECK(folder.has("public/de/bundle/manifest.json"));
    CHECK(folder.has("public/de/feed.xml"));
    for (const char* name : {"de/_headers", "de/_redirects", "de/robots.txt", "de/.nojekyll"}) {
        CHECK_FALSE(folder.has(std::string("public/") + name));
    }
    const std::string redirects = bytes_of(folder, "_redirects");
    CHECK(has(redirects, "/news/de/alt/ /news/de/2025/02/01/lake/ 301\n"));
    CHECK(redirects.ends_with("/news/de/* /news/de/404.html 404\n"));
    CHECK(has(bytes_of(folder, "404.html"), "not-found.js\" data-base=\"/news/\""));
    CHECK(has(bytes_of(folder, "404.html"), "data-editions=\"de\""));
    CHECK(has(bytes_of(folder, "de/404.html"), "boot.js"));
    // The list of files that browsers keep has only those of the edition.
    for (const fs::directory_entry& each :
         fs::directory_iterator(folder.path() / "public/bundle")) {
        const std::string name = each.path().filename().string();
        if (name.starts_with("offline."))
            CHECK_FALSE(has(bytes_of(folder, "bundle/" + name), "de/"));
    }
}

TEST_CASE("a picture in the folder of an edition is written once") {
    const ScratchFolder folder;
    write_paper(folder);
    folder.write("paper/content/de/bild.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.write("paper/content/de/mit.md", "---\ntitle: Bild\n---\n![x](bild.svg)\n");
    folder.write("paper/content/with.md", "---\ntitle: Picture\n---\n![x](de/bild.svg)\n");
    REQUIRE(build_site(options_for(folder)).ok());
    CHECK(folder.has("public/de/bild.svg"));
    CHECK(has(bytes_of(folder, "de/mit/index.html"), "src=\"/news/de/bild.svg\""));
    CHECK(has(bytes_of(folder, "with/index.html"), "src=\"/news/de/bild.svg\""));
}

TEST_CASE("a second build of editions changes only what changed") {
    const ScratchFolder folder;
    write_paper(folder);
    REQUIRE(build_site(options_for(folder)).ok());
    CHECK(build_site(options_for(folder)).changes.written.empty());
    folder.write("paper/content/de/lake.md", "---\ntitle: Der See\ndate: 2025-02-01\n---\nNeu\n");
    const BuildReport report = build_site(options_for(folder));
    CHECK(!report.changes.written.empty());
    for (const std::string& name : report.changes.written) {
        CAPTURE(name);
        // The root has the old addresses and the policy of all editions.
        CHECK((name.starts_with("de/") || name == "_redirects" || name == "_headers"));
    }
    CHECK_FALSE(folder.has("public/de/alt/index.html"));
    for (const std::string& name : report.changes.removed) CHECK(name.starts_with("de/"));
}

TEST_CASE("an error in one edition leaves all as they were") {
    const ScratchFolder folder;
    write_paper(folder);
    REQUIRE(build_site(options_for(folder)).ok());
    folder.write("paper/content/de/lake.md", "---\ntitle: [\n---\nNeu\n");
    folder.write("paper/content/lake.md", "---\ntitle: Other\ndate: 2025-02-01\n---\nx\n");
    const BuildReport report = build_site(options_for(folder));
    CHECK(count_of(report.diagnostics, Severity::error) == 1);  // said once
    CHECK(has(bytes_of(folder, "2025/02/01/lake/index.html"), "The lake"));
}

TEST_CASE("a site with editions is not built in parts") {
    const ScratchFolder folder;
    write_paper(folder);
    BuildOptions options = options_for(folder);
    options.part = {1, 2};
    const BuildReport report = build_site(options);
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].what == "a site with language editions cannot be built in parts");
}

TEST_CASE("editions are served from memory as they are built, and a new language appears") {
    const ScratchFolder folder;
    write_paper(folder);
    BuildOptions options = options_for(folder);
    REQUIRE(build_site(options).ok());
    const std::string built = bytes_of(folder, "de/2025/02/01/lake/index.html");
    options.out = folder.path() / "live";
    LiveEditions live(options);
    CHECK(live.file("index.html") == std::nullopt);
    const BuildReport report = live.refresh(options.filter, LiveSite::unknown_changes(), nullptr);
    REQUIRE(report.ok());
    CHECK(report.articles == 2);
    CHECK(live.file("de/2025/02/01/lake/index.html") == built);
    CHECK(live.file("de/nothing/index.html") == std::nullopt);
    CHECK(live.file("fr/index.html") == std::nullopt);
    folder.write("paper/site.toml", "language = \"en\"\n[languages.de]\n[languages.fr]\n");
    REQUIRE(live.refresh(options.filter, LiveSite::unknown_changes(), nullptr).ok());
    CHECK(has(live.file("fr/index.html").value_or(""), "<html lang=\"fr\""));
}

}  // namespace broadsheet::press
