// A site that is updated after changes, in memory or with the cache, is identical to a site that is
// built from scratch. The tests compare all files.
#include "press/serve/live_site.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "press/base/files.h"
#include "press/output/build.h"
#include "press/serve/changing_paper.h"

using namespace broadsheet;
using test::Paper;

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        files[entry.path().lexically_relative(folder).generic_string()] =
            press::read_file(entry.path()).value_or("");
    }
    return files;
}

// The value of a string member of the manifest.
std::string member(const std::string& json, const std::string& name) {
    const auto begin = json.find("\"" + name + "\":\"");
    if (begin == std::string::npos) return {};
    const auto start = begin + name.size() + 4;
    return json.substr(start, json.find('"', start) - start);
}

// Compares all files of a build with those of the live site. Returns the names of files that
// differ.
std::vector<std::string> differences(const std::map<std::string, std::string>& built,
                                     const press::LiveSite& live) {
    std::vector<std::string> found;
    const std::string own = live.file("bundle/manifest.json").value_or("");
    const std::string& other = built.at("bundle/manifest.json");
    for (const char* family : {"entries", "lists", "runs", "headings"}) {
        const std::string ours = member(own, family);
        const std::string theirs = member(other, family);
        if (ours.size() != theirs.size()) found.push_back(std::string("manifest: ") + family);
        for (std::size_t i = 0; i + 12 <= std::min(ours.size(), theirs.size()); i += 12) {
            const std::string bucket = theirs.substr(i, 4);
            const std::string start = std::string("bundle/") + family[0] + bucket + ".";
            if (ours.substr(i, 4) != bucket ||
                live.file(start + ours.substr(i + 4, 8) + ".json") !=
                    built.at(start + theirs.substr(i + 4, 8) + ".json")) {
                found.push_back(start);
            }
        }
    }
    const std::string search = member(own, "search");
    for (const auto& [name, bytes] : built) {
        // Browsers do not keep a preview, so its service worker removes itself.
        if (name == ".broadsheet" || name == "bundle/manifest.json" || name == "sw.js") continue;
        std::string asked = name;
        if (name.starts_with("bundle/search.")) {
            asked = "bundle/search." + search + ".json";
        } else if (name.starts_with("bundle/") && !name.starts_with("bundle/start.") &&
                   !name.starts_with("bundle/search/")) {
            continue;
        }
        if (live.file(asked) != bytes) found.push_back(name);
    }
    return found;
}

std::vector<std::string> differences(const std::map<std::string, std::string>& built,
                                     const std::map<std::string, std::string>& rebuilt) {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : built) {
        const auto other = rebuilt.find(name);
        if (other == rebuilt.end() || other->second != bytes) found.push_back(name);
    }
    for (const auto& [name, bytes] : rebuilt) {
        if (!built.contains(name)) found.push_back(name);
    }
    return found;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    return text;
}

std::string said(const press::Diagnostics& diagnostics) {
    std::string text;
    for (const press::Diagnostic& each : diagnostics) text += press::format_diagnostic(each);
    return text;
}

// Checks that the site has all the kinds of content that the changes must preserve.
void check_kinds(const std::map<std::string, std::string>& files) {
    const auto has = [&](const std::string& name, const std::string& text) {
        INFO(name, " ", text);
        const auto found = files.find(name);
        REQUIRE(found != files.end());
        CHECK(found->second.find(text) != std::string::npos);
    };
    has("feed.xml", "Water in the");
    has("atom.xml", "It is deep");
    has("feed.json", "content_html");
    has("category/asia/feed.json", "First words of");
    has("category/asia/index.html", "continent");
    has("news-sitemap.xml", "High tide");
    has("2025/12/30/lake/index.html", "hreflang=\"de\"");
    has("_redirects", "/old/tide/ ");
    has("moved/index.html", "https://example.com/");
    has("series/index.html", "Of them");
    has("series/index.html", "href=\"/series/long-2/\"");
    has("series/long-2/index.html", "First words");
    has("manifest.webmanifest", "assets/icon-192.");
    has("index.html", "og:image");
}

}  // namespace

TEST_CASE("after each of many changes the live site equals a build from scratch") {
    Paper paper;
    press::LiveSite live(paper.options("live"));
    constexpr int rounds = 2;
    int compared = 0;
    for (int i = 0; i <= rounds * Paper::kinds; ++i) {
        const std::string what = i == 0 ? "the beginning" : paper.change();
        INFO("change ", i, ": ", what);
        // Half of the time, and in one of two rounds for each kind, the kind of change is not
        // known.
        const press::FileChanges heard = paper.changes();
        const bool is_known = (i + i / Paper::kinds) % 2 == 0;
        const press::BuildReport shown =
            is_known ? live.refresh(paper.filter(), heard) : live.refresh(paper.filter());
        const press::BuildOptions options = paper.options("built");
        fs::remove_all(options.out);
        const press::BuildReport built = press::build_site(options);
        CHECK(said(shown.diagnostics) == said(built.diagnostics));
        CHECK(shown.articles == built.articles);
        CHECK(shown.sources == built.sources);
        // Also compares a build with the cache and over its own previous output.
        press::BuildOptions again = paper.options("again");
        again.cache = paper.folder().path() / "cache";
        const press::BuildReport rebuilt = press::build_site(again);
        CHECK(said(rebuilt.diagnostics) == said(built.diagnostics));
        if (!built.ok()) continue;
        ++compared;
        const auto files = files_in(options.out);
        if (i == 0) check_kinds(files);
        CHECK(joined(differences(files, live)) == "");
        CHECK(joined(differences(files, files_in(again.out))) == "");
    }
    CHECK(compared > rounds * Paper::kinds - 4);  // hardly any change causes an error
}

TEST_CASE("an error leaves the live site unchanged until it is corrected") {
    Paper paper;
    press::LiveSite live(paper.options("live"));
    REQUIRE(live.refresh(paper.filter()).ok());
    const auto before = live.file("index.html");
    REQUIRE(before);
    const std::string good = press::read_file(paper.folder().path() / "content/n129.md").value();
    for (const char* bad : {"---\ntitle: [\n---\n", "---\ntitle: x\ndate: 2024-13-50\n---\n",
                            "---\ntitle: x\nslug: n3\ndate: 2024-10-07\n---\n"}) {
        paper.folder().write("content/n129.md", bad);
        const press::BuildReport report = live.refresh(paper.filter());
        INFO(bad);
        CHECK(!report.ok());
        CHECK(live.file("index.html") == before);
        CHECK(!live.refresh(paper.filter()).ok());
    }
    // Errors in pictures are found after all texts are read.
    const std::string lake = press::read_file(paper.folder().path() / "content/lake.png").value();
    std::string tagged = good;
    tagged.replace(tagged.find("tags: ["), 7, "tags: [added, ");
    paper.folder().write("content/n129.md", tagged);
    paper.folder().write("content/lake.png", lake.substr(0, lake.size() / 2));
    CHECK(!live.refresh(paper.filter()).ok());
    CHECK(!live.file("tag/added/index.html"));
    tagged.replace(tagged.find("Number 129"), 10, "Changed");
    paper.folder().write("content/n129.md", tagged);
    CHECK(!live.refresh(paper.filter()).ok());
    CHECK(live.file("index.html") == before);
    paper.folder().write("content/lake.png", lake);
    CHECK(live.refresh(paper.filter()).ok());
    CHECK(live.file("tag/added/index.html")->find("Changed") != std::string::npos);

    std::string changed = good;
    changed.replace(changed.find("Number 129"), 10, "Corrected");
    paper.folder().write("content/n129.md", changed);
    CHECK(live.refresh(paper.filter()).ok());
    CHECK(live.file("index.html")->find("Corrected") != std::string::npos);
    paper.folder().write("content/n129.md", good);
    CHECK(live.refresh(paper.filter()).ok());
    CHECK(live.file("index.html") == before);
}

TEST_CASE("unknown names give nothing") {
    Paper paper;
    press::LiveSite live(paper.options("live"));
    CHECK(!live.file("index.html"));  // before the first refresh
    REQUIRE(live.refresh(paper.filter()).ok());
    for (const char* name : {"page/1/index.html", "page/99/index.html", "tag/none/index.html",
                             "tag/none/feed.xml", "bundle/e0000.00000000.json",
                             "bundle/search.00000000.json", "bundle/search/t0000000000.json",
                             "bundle/", "", "2024/99/index.html", "pages/about.md", "site.toml"}) {
        INFO(name);
        CHECK(!live.file(name));
    }
}

TEST_CASE("a page that is loaded while a text changes still finds its data") {
    Paper paper;
    press::LiveSite live(paper.options("live"));
    REQUIRE(live.refresh(paper.filter()).ok());
    const std::string entries = member(live.file("bundle/manifest.json").value(), "entries");
    const fs::path file = paper.folder().path() / "content/n129.md";
    std::string text = press::read_file(file).value();
    for (const char* word : {"Once", "Twice"}) {
        text.append(word).append(" edited.\n");
        paper.folder().write("content/n129.md", text);
        press::FileChanges changes;
        changes.files.push_back(file);
        REQUIRE(live.refresh(paper.filter(), changes).ok());
    }
    CHECK(member(live.file("bundle/manifest.json").value(), "entries") != entries);
    bool has_edit = false;
    for (std::size_t i = 0; i + 12 <= entries.size(); i += 12) {
        std::string name = "bundle/e" + entries.substr(i, 4);
        name.append(".").append(entries.substr(i + 4, 8)).append(".json");
        const auto bytes = live.file(name);
        REQUIRE(bytes);
        has_edit = has_edit || bytes->find("Twice edited") != std::string::npos;
    }
    CHECK(has_edit);
}
