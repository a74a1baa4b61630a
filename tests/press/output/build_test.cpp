// Builds, and their effects on the output folder.
#include "press/output/build.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/output/output_folder.h"
#include "press/pages/host_files.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using test::ScratchFolder;

namespace {

namespace fs = std::filesystem;

press::BuildOptions options_for(const ScratchFolder& folder) {
    press::BuildOptions options;
    options.content = folder.path() / "content";
    options.out = folder.path() / "public";
    options.program = folder.path() / "program";
    options.filter.now = *model::parse_date("2026-01-01");
    return options;
}

void write_content(const ScratchFolder& folder) {
    folder.write("content/a.md",
                 "---\ntitle: A & B\ndate: 2024-02-06\ntags: [x]\naliases: [/old/]\n---\nText\n");
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nText\n");
    folder.write("content/p.svg", "<svg onload=\"a\"/>");
    folder.write("program/boot.js", "start");
    folder.write("program/reader.js", "reader");
    folder.write("program/reader.wasm", "wasm");
}

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[entry.path().lexically_relative(folder).generic_string()] =
                press::read_file(entry.path()).value_or("");
        }
    }
    return files;
}

std::string said(const press::BuildReport& report) {
    std::string out;
    for (const press::Diagnostic& each : report.diagnostics) out += press::format_diagnostic(each);
    return out;
}

}  // namespace

TEST_CASE("the example in FORMAT.md is what a build writes") {
    const ScratchFolder folder;
    folder.write("content/site.toml", "title = \"The Tiny Paper\"\n");
    folder.write("content/lake.md",
                 "---\ntitle: A lake\ndate: 2025-07-14\ntags: [Water]\n---\nThe *lake* is back.\n");
    press::BuildOptions options = options_for(folder);
    // Without a reader, whose bytes would be in the example.
    options.program = folder.path() / "none";
    CHECK(press::build_site(options).ok());
    const std::string document =
        press::read_file(BROADSHEET_TESTS_DIR "/../src/bundle/FORMAT.md").value_or("");
    int shown = 0;
    for (const auto& file : files_in(folder.path() / "public/bundle")) {
        if (file.first.starts_with("search")) continue;
        CAPTURE(file.first);
        CHECK(document.find(file.second) != std::string::npos);
        ++shown;
    }
    CHECK(shown == 4);
}

TEST_CASE("a site has all pages, the bundle, the reader and the files for hosts") {
    const ScratchFolder folder;
    write_content(folder);
    press::BuildOptions options = options_for(folder);
    options.base_url = "https://example.org/news/";
    const press::BuildReport report = press::build_site(options);
    INFO(said(report));
    CHECK(report.diagnostics.empty());
    for (const char* name :
         {"index.html", "404.html", "2024/02/06/a/index.html", "about/index.html", "old/index.html",
          "2024/index.html", "2024/02/index.html", "2024/02/06/index.html", "tag/x/index.html",
          "bundle/manifest.json", "_headers", "robots.txt", "sitemap.xml", ".nojekyll", "p.svg"}) {
        INFO(name);
        CHECK(folder.has(std::string("public/") + name));
    }
    CHECK(folder.read("public/p.svg") == "<svg/>");
    CHECK(folder.read("public/old/index.html").find("url=/news/2024/02/06/a/") !=
          std::string::npos);
    CHECK(folder.read("public/sitemap.xml").find("<loc>https://example.org/news/about/</loc>") !=
          std::string::npos);
    CHECK(folder.read("public/_headers").find(press::policy_header()) != std::string::npos);
    const auto files = files_in(folder.path() / "public");
    CHECK(report.files == files.size() - 1);  // without the list of files
    const std::string page = files.at("2024/02/06/a/index.html");
    CHECK(page.find("A &amp; B") != std::string::npos);
    CHECK(page.find("src=\"/news/assets/reader.") != std::string::npos);
    CHECK(page.find("href=\"/news/assets/theme.") != std::string::npos);
}

TEST_CASE("the same input gives the same bytes with any number of threads") {
    const ScratchFolder folder;
    write_content(folder);
    for (int i = 0; i < 60; ++i) {
        folder.write("content/more/p" + std::to_string(i) + ".md",
                     "---\ndate: 2024-03-0" + std::to_string(i % 9 + 1) + "\ntags: [x, y" +
                         std::to_string(i % 7) + "]\n---\nText &eacute; <b>x</b>\n");
    }
    press::BuildOptions options = options_for(folder);
    REQUIRE(press::build_site(options).ok());
    const auto first = files_in(options.out);
    options.jobs = 4;
    options.out = folder.path() / "other";
    REQUIRE(press::build_site(options).ok());
    CHECK(first == files_in(options.out));
}

TEST_CASE("other files are kept, and outdated generated files are removed") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("public/CNAME", "example.org");
    folder.write("public/.git/config", "x");
    const press::BuildOptions options = options_for(folder);
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read("public/CNAME") == "example.org");
    CHECK(folder.read("public/.git/config") == "x");
    CHECK(folder.has("public/about/index.html"));
    fs::remove(folder.path() / "content/pages/about.md");
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.read("public/CNAME") == "example.org");
    CHECK(!folder.has("public/about"));
    CHECK(folder.has("public/index.html"));
}

TEST_CASE("a file that Broadsheet did not generate is not overwritten") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("public/index.html", "mine");
    const press::BuildReport report = press::build_site(options_for(folder));
    CHECK(!report.ok());
    CHECK(said(report).find("contains the file index.html, which Broadsheet did not generate") !=
          std::string::npos);
    CHECK(folder.read("public/index.html") == "mine");
    CHECK(files_in(folder.path() / "public").size() == 1);
}

TEST_CASE("a failed build leaves the previous site unchanged") {
    const ScratchFolder folder;
    write_content(folder);
    const press::BuildOptions options = options_for(folder);
    REQUIRE(press::build_site(options).ok());
    const auto before = files_in(options.out);
    folder.write("content/bad.md", "---\ndate: never\n---\n");
    CHECK(!press::build_site(options).ok());
    CHECK(files_in(options.out) == before);
    std::size_t beside = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++beside;
    CHECK(beside == 3);
}

TEST_CASE("leftovers of a killed build are removed") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("public.partial-999999999/index.html", "half");
    REQUIRE(press::build_site(options_for(folder)).ok());
    CHECK(!folder.has("public.partial-999999999"));
}

TEST_CASE("the second of two simultaneous builds reports the first and stops") {
    const ScratchFolder folder;
    write_content(folder);
    const press::BuildOptions options = options_for(folder);
    {
        const press::OutputFolder first(options.out);
        CHECK(first.error().empty());
        const press::BuildReport second = press::build_site(options);
        CHECK_FALSE(second.ok());
        CHECK(said(second).find("another build is writing") != std::string::npos);
        CHECK_FALSE(fs::exists(options.out));
    }
    CHECK(press::build_site(options).ok());
}

TEST_CASE("unchanged files are not written again") {
    const ScratchFolder folder;
    write_content(folder);
    press::BuildOptions options = options_for(folder);
    REQUIRE(press::build_site(options).ok());
    const fs::path kept = options.out / "about/index.html";
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1000);
    fs::last_write_time(kept, long_ago);
    fs::last_write_time(options.out / "2024/02/06/a/index.html", long_ago);
    folder.write("content/a.md", "---\ntitle: A & B\ndate: 2024-02-06\ntags: [x]\n---\nOther\n");
    REQUIRE(press::build_site(options).ok());
    CHECK(fs::last_write_time(kept) == long_ago);
    CHECK(fs::last_write_time(options.out / "2024/02/06/a/index.html") != long_ago);
    CHECK_FALSE(folder.has("public/old/index.html"));
}

// The cache knew the article, and the published page was empty.
TEST_CASE("an article that appears at its date has its text, with a cache and without") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("content/b.md", "---\ntitle: Later\ndate: 2026-02-01\n---\nWords of the future\n");
    folder.write("content/c.md",
                 "---\ntitle: Draft\ndate: 2025-02-01\ndraft: true\n---\nA sketch\n");
    press::BuildOptions options = options_for(folder);
    for (const char* cache : {"", "cache"}) {
        options.cache = *cache == '\0' ? fs::path() : folder.path() / cache;
        options.filter = {*model::parse_date("2026-01-01")};
        REQUIRE(press::build_site(options).ok());
        CHECK(!folder.has("public/2026/02/01/b/index.html"));
        options.filter = {*model::parse_date("2026-03-01"), true};
        REQUIRE(press::build_site(options).ok());
        auto files = files_in(options.out);
        CHECK(files["2026/02/01/b/index.html"].find("Words of the future") != std::string::npos);
        CHECK(files["2025/02/01/c/index.html"].find("A sketch") != std::string::npos);
    }
}

TEST_CASE("the output folder may be in the content folder, but not the reverse") {
    const ScratchFolder folder;
    write_content(folder);
    press::BuildOptions options = options_for(folder);
    options.out = options.content / "public";
    REQUIRE(press::build_site(options).ok());
    REQUIRE(press::build_site(options).ok());
    CHECK(!folder.has("content/public/public"));
    options.out = options.content;
    CHECK(!press::build_site(options).ok());
    options.out = folder.path();
    CHECK(!press::build_site(options).ok());
    CHECK(folder.has("content/a.md"));
}

TEST_CASE("links that lead out of the content are not followed") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("secret.txt", "secret");
    folder.write("outside/x.md", "secret");
    fs::create_symlink(folder.path() / "secret.txt", folder.path() / "content/leak.txt");
    fs::create_directory_symlink(folder.path() / "outside", folder.path() / "content/leak");
    fs::create_directory_symlink(folder.path() / "content", folder.path() / "content/loop");
    const press::BuildReport report = press::build_site(options_for(folder));
    REQUIRE(report.ok());
    CHECK(!folder.has("public/leak.txt"));
    CHECK(!folder.has("public/leak"));
    CHECK(!folder.has("public/loop"));
}

TEST_CASE("options reduce the number of pages") {
    const ScratchFolder folder;
    write_content(folder);
    press::BuildOptions options = options_for(folder);
    options.pages = press::Pages::articles;
    REQUIRE(press::build_site(options).ok());
    CHECK(folder.has("public/2024/02/06/a/index.html"));
    CHECK(!folder.has("public/tag"));
    options.pages = press::Pages::none;
    REQUIRE(press::build_site(options).ok());
    CHECK(!folder.has("public/2024"));
    CHECK(folder.has("public/index.html"));
    CHECK(folder.has("public/404.html"));
    CHECK(folder.has("public/bundle/manifest.json"));
}

TEST_CASE("without reader files the site is plain HTML") {
    const ScratchFolder folder;
    write_content(folder);
    fs::remove_all(folder.path() / "program");
    const press::BuildReport report = press::build_site(options_for(folder));
    CHECK(report.ok());
    CHECK(press::count_of(report.diagnostics, press::Severity::warning) == 1);
    CHECK(folder.read("public/index.html").find("<script") == std::string::npos);
}

TEST_CASE("a missing folder is an error") {
    const ScratchFolder folder;
    const press::BuildReport report = press::build_site(options_for(folder));
    CHECK(!report.ok());
    CHECK(!folder.has("public"));
}

TEST_CASE("the author's own files for hosts come first, with the generated lines after them") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write("content/_redirects", "/old-home / 301");
    folder.write("content/_headers", "/*\n  X-Own: 1\n");
    folder.write("content/robots.txt", "User-agent: *\nDisallow: /x/\n");
    folder.write("content/manifest.webmanifest", "{}");
    folder.write("content/404.md", "---\ntitle: Lost\n---\nNothing *here*.\n");
    press::BuildOptions options = options_for(folder);
    options.base_url = "https://a.example";
    const press::BuildReport report = press::build_site(options);
    CHECK(said(report).empty());
    CHECK(folder.read("public/_redirects")
              .starts_with("/old-home / 301\n/old/ /2024/02/06/a/ 301\n"));
    CHECK(folder.read("public/_headers").starts_with("/*\n  X-Own: 1\n/*\n  Content-Security"));
    CHECK(folder.read("public/robots.txt") ==
          "User-agent: *\nDisallow: /x/\nSitemap: https://a.example/sitemap.xml\n"
          "Sitemap: https://a.example/news-sitemap.xml\n");
    CHECK(folder.read("public/manifest.webmanifest") == "{}");
    const std::string lost = folder.read("public/404.html");
    CHECK(lost.find("Nothing <em>here</em>.") != std::string::npos);
    CHECK(lost.find("boot.js") == std::string::npos);
    CHECK(folder.read("public/sitemap.xml").find("404") == std::string::npos);
}

TEST_CASE("aliases at the addresses of generated files are errors at their line") {
    for (const char* alias :
         {"/feed.xml", "/search/", "/sitemap.xml", "/atom.xml", "/robots.txt", "/404.html"}) {
        const ScratchFolder folder;
        folder.write("content/a.md", std::string("---\ntitle: A\ndate: 2024-01-01\naliases: [") +
                                         alias + "]\n---\nx\n");
        const press::BuildReport report = press::build_site(options_for(folder));
        CHECK(said(report).starts_with(std::string("a.md:4:11: error: the alias ") + alias +
                                       " is a file of the site; remove it or choose another"));
        CHECK(!folder.has("public"));
    }
}

TEST_CASE("the headline is the title, and headings of level 1 are sections") {
    const ScratchFolder folder;
    write_content(folder);
    folder.write(
        "content/b.md",
        "---\ntitle: Chain of trust\ndate: 2024-02-07\n---\n# Roots\n\nx\n\n# Leaves\n\nx\n");
    folder.write("content/c.md",
                 "---\ntitle: Own title\ndate: 2024-02-08\n---\n# Own *title*\n\nx\n");
    REQUIRE(press::build_site(options_for(folder)).ok());
    const std::string page = folder.read("public/2024/02/07/b/index.html");
    CHECK(page.find("Chain of trust</h1>") != std::string::npos);
    CHECK(page.find(">Roots</h2>") != std::string::npos);
    CHECK(page.find(">Leaves</h2>") != std::string::npos);
    CHECK(folder.read("public/2024/02/08/c/index.html").find("Own title</h1>") !=
          std::string::npos);
}

TEST_CASE("an output folder that is a link is written through it") {
    const ScratchFolder folder;
    write_content(folder);
    fs::create_directories(folder.path() / "real");
    fs::create_directory_symlink(folder.path() / "real", folder.path() / "public");
    for (int i = 0; i < 2; ++i) {
        REQUIRE(press::build_site(options_for(folder)).ok());
        CHECK(fs::is_symlink(folder.path() / "public"));
        CHECK(folder.has("real/index.html"));
    }
}

TEST_CASE("nothing is left beside a read-only output folder") {
    const ScratchFolder folder;
    write_content(folder);
    REQUIRE(press::build_site(options_for(folder)).ok());
    const auto set_writable = [&](bool writable) {
        for (const fs::directory_entry& each :
             fs::recursive_directory_iterator(folder.path() / "public")) {
            if (each.is_directory()) {
                fs::permissions(each.path(), fs::perms::owner_write,
                                writable ? fs::perm_options::add : fs::perm_options::remove);
            }
        }
    };
    set_writable(false);
    folder.write("content/b.md", "---\ntitle: B\ndate: 2024-02-07\n---\nx\n");
    press::build_site(options_for(folder));
    for (const fs::directory_entry& each : fs::directory_iterator(folder.path())) {
        CHECK(each.path().filename().string().find(".partial-") == std::string::npos);
    }
    set_writable(true);
}

TEST_CASE("what a killed build leaves is not read as content") {
    const ScratchFolder folder;
    folder.write("site.toml", "title = \"T\"\n");
    folder.write("a.md", "---\ntitle: A\ndate: 2024-02-06\n---\nText\n");
    press::OutputFolder killed(folder.path() / "public");
    killed.write("b.md", "---\ntitle: B\ndate: 2024-02-06\n---\nText\n");
    const press::ContentFolder content = press::open_content(folder.path());
    REQUIRE(content.files.size() == 1);
    CHECK(content.files[0].path == "a.md");
    CHECK(killed.commit().empty());
    CHECK(press::read_file(folder.path() / "public/.broadsheet") == "b.md\n");
}
