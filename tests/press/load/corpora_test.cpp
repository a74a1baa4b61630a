// Builds real content from other projects without changes, and compares the number of articles and
// all kinds of diagnostics with golden files. Skipped if the folders do not exist.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "golden_file.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

namespace fs = std::filesystem;

// `text` without the contents of quotes.
std::string kind_of(const std::string& text) {
    std::string kind;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
            if (quoted) kind += "\"…\"";
        } else if (!quoted) {
            kind += c;
        }
    }
    return kind;
}

std::string told_of(const fs::path& content) {
    const test::ScratchFolder scratch;
    BuildOptions options;
    options.content = content;
    options.out = scratch.path() / "public";
    options.filter.now = *model::parse_date("2026-11-24T00:00:00Z");
    options.jobs = 2;
    options.pages = Pages::none;
    const BuildReport report = build_site(options);
    std::map<std::string, int> kinds;
    for (const Diagnostic& each : report.diagnostics) {
        // Missing reader files do not depend on the content.
        if (each.what.starts_with("missing reader files")) continue;
        ++kinds[std::string(name_of(each.severity)) + ": " + kind_of(each.what)];
    }
    std::string out = std::string(report.ok() ? "done" : "refused") + ", " +
                      std::to_string(report.articles) + " articles\n";
    for (const auto& [kind, count] : kinds) out += std::to_string(count) + " × " + kind + "\n";
    return out;
}

}  // namespace

TEST_CASE("corpora are built without changes") {
    const fs::path corpora = fs::path(BROADSHEET_SHARED_DIR) / "corpora";
    if (!fs::is_directory(corpora)) {
        MESSAGE("skipped: no corpora in " << corpora.string());
        return;
    }
    for (const char* name : {"commonmark", "go-blog", "jekyll-site", "jekyll-test", "nodejs-pages",
                             "wordpress", "zola-test/test_site", "zola-test/test_site_i18n",
                             "zola-test/test_sites_invalid/indexmd"}) {
        INFO(name);
        std::string golden = name;
        for (char& c : golden) c = c == '/' ? '-' : c;
        CHECK(fs::is_directory(corpora / name));
        tests::check_golden("corpora/" + golden + ".txt", told_of(corpora / name));
    }
}

}  // namespace broadsheet::press
