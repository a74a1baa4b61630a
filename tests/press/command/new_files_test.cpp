#include "press/command/new_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "press/base/files.h"
#include "press/scratch_folder.h"
#include "press/values/value.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

const model::Date now = *model::parse_date("2026-01-01T10:00:00Z");

Value parsed_file(const fs::path& file, Dialect dialect) {
    const auto text = read_file(file);
    REQUIRE(text);
    Parsed parsed = parse_values(*text, dialect);
    CHECK_MESSAGE(!parsed.error, file.string() << ": " << (parsed.error ? parsed.error->what : ""));
    return std::move(parsed.root);
}

}  // namespace

TEST_CASE("the workflow of each host on GitHub's machines runs after a push and every hour") {
    for (const char* host : {"github", "netlify", "cloudflare"}) {
        const test::ScratchFolder folder;
        CHECK(write_new_site(folder.path() / "my-paper", now, host).diagnostics.empty());
        const fs::path site = folder.path() / "my-paper";
        const Value workflow = parsed_file(site / ".github/workflows/publish.yml", Dialect::yaml);
        const Value* on = workflow.find("on");
        REQUIRE(on != nullptr);
        CHECK(on->find("push") != nullptr);
        const Value* schedule = on->find("schedule");
        REQUIRE(schedule != nullptr);
        CHECK(text_member(schedule->items.at(0), "cron") == "3 * * * *");
        const Value& steps = *workflow.find("jobs")->find("publish")->find("steps");
        bool builds = false;
        for (const Value& step : steps.items) {
            builds = builds || text_member(step, "run").starts_with("broadsheet build ");
        }
        CHECK(builds);
        CHECK(fs::exists(site / "site.toml"));
    }
}

TEST_CASE("a long title makes a file whose name has its first words") {
    const test::ScratchFolder folder;
    folder.write("site.toml", "");
    std::string title;
    for (int i = 0; i < 80; ++i) title += "word ";
    const NewFiles files = write_new_article({folder.path(), title, now});
    REQUIRE(files.written.size() == 1);
    CHECK(files.written[0].filename().string().starts_with("2026-01-01-word-word-"));
    CHECK(files.written[0].filename().string().ends_with("-word.md"));
}

TEST_CASE("a new article gets a name and an address that Windows can store") {
    const test::ScratchFolder folder;
    folder.write("site.toml", "");
    const NewFiles files = write_new_article({folder.path(), "Con", now});
    REQUIRE(files.written.size() == 1);
    CHECK(files.written[0].filename() == "2026-01-01-con-1.md");
}

TEST_CASE("each host gets its own files and no others") {
    const test::ScratchFolder folder;
    const auto site_of = [&](const std::string& host) {
        const fs::path site = folder.path() / ("paper-" + host);
        CHECK(write_new_site(site, now, host).diagnostics.empty());
        return site;
    };
    const fs::path gitlab = site_of("gitlab");
    const Value pages = parsed_file(gitlab / ".gitlab-ci.yml", Dialect::yaml);
    CHECK(text_member(pages.find("pages")->find("rules")->items.at(0), "if") ==
          "$CI_PIPELINE_SOURCE == \"schedule\"");
    CHECK_FALSE(fs::exists(gitlab / ".github"));
    const Value netlify = parsed_file(site_of("netlify") / "netlify.toml", Dialect::toml);
    CHECK(text_member(*netlify.find("build"), "publish") == "public");
    const Value wrangler = parsed_file(site_of("cloudflare") / "wrangler.toml", Dialect::toml);
    CHECK(text_member(wrangler, "name") == "paper-cloudflare");
    const fs::path none = folder.path() / "none";
    CHECK(write_new_site(none, now).diagnostics.empty());
    for (const char* name : {".github", ".gitlab-ci.yml", "netlify.toml", "wrangler.toml"}) {
        CHECK_FALSE(fs::exists(none / name));
    }
}

}  // namespace broadsheet::press
