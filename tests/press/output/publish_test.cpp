// What changes in the output folder when the content changes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "press/output/build.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

constexpr int article_count = 230;

// Dated one per day, so that the newest have the greatest numbers.
void write_article(const test::ScratchFolder& folder, int number, const std::string& text) {
    const int day = number % 28 + 1;
    const int month = number / 28 % 12 + 1;
    std::string date = std::to_string(2024 + number / 336) + "-";
    date += (month < 10 ? "0" : "") + std::to_string(month) + "-";
    date += (day < 10 ? "0" : "") + std::to_string(day);
    folder.write("content/n" + std::to_string(number) + ".md",
                 "---\ntitle: Number " + std::to_string(number) + "\ndate: " + date + "\ntags: [t" +
                     std::to_string(number % 2) + "]\ncategories: [All]\n---\n" + text + "\n");
}

class PublishedSite {
  public:
    PublishedSite() {
        folder_.write("content/site.toml", "title = 'T'\nsteady_pages = true\n");
        folder_.write("content/files/map.bin", std::string(100000, 'm'));
        for (int i = 0; i < article_count; ++i) {
            write_article(folder_, i, "Text of number " + std::to_string(i) + ".");
        }
        build();
    }

    BuildReport build() {
        BuildOptions options;
        options.content = folder_.path() / "content";
        options.out = folder_.path() / "public";
        options.cache = folder_.path() / "cache";
        options.program = folder_.path() / "program";
        options.filter.now = *model::parse_date("2026-01-01");
        options.jobs = 2;
        return build_site(options);
    }

    const test::ScratchFolder& folder() const { return folder_; }
    bool has(const std::string& name) const {
        return std::filesystem::exists(folder_.path() / "public" / name);
    }

  private:
    test::ScratchFolder folder_;
};

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += name + "\n";
    return out;
}

// The changed pages of articles, lists and the site, without bundle and feeds.
std::vector<std::string> pages_of(const OutputChanges& changes) {
    std::vector<std::string> pages;
    for (const std::string& name : changes.written) {
        if (name.ends_with("index.html")) pages.push_back(name);
    }
    return pages;
}

}  // namespace

TEST_CASE("one more article changes only pages near the new end") {
    PublishedSite site;
    CHECK(site.has("page/23/index.html"));
    CHECK(site.has("articles/101-200/index.html"));
    CHECK(!site.has("articles/201-300/index.html"));
    write_article(site.folder(), article_count, "One more.");
    const BuildReport report = site.build();
    REQUIRE(report.ok());
    const std::vector<std::string> expected = {
        "2024/09/06/n229/index.html",       // its neighbour
        "2024/09/07/index.html",            // the lists with the new article
        "2024/09/07/n230/index.html",       //
        "2024/09/index.html",               //
        "2024/index.html",                  //
        "2024/page/24/index.html",          // a new address
        "archive/index.html",               // counts
        "categories/index.html",            //
        "category/all/index.html",          //
        "category/all/page/24/index.html",  //
        "index.html",                       //
        "page/24/index.html",               //
        "search/index.html",                // has the sidebar
        "tag/t0/index.html",                //
        "tags/index.html",                  //
    };
    std::vector<std::string> changed = pages_of(report.changes);
    // Related articles may change anywhere.
    std::erase_if(changed, [&](const std::string& name) {
        return name.find("/n") != std::string::npos &&
               std::find(expected.begin(), expected.end(), name) == expected.end();
    });
    CHECK(joined(changed) == joined(expected));
    CHECK(report.changes.written.size() < report.files / 4);
    CHECK(report.changes.bytes < report.bytes);
}

TEST_CASE("a complete block is the last new file of its articles") {
    PublishedSite site;
    for (int i = article_count; i < 300; ++i) write_article(site.folder(), i, "More.");
    const OutputChanges changes = site.build().changes;
    const auto is_changed = [&](const std::string& name) {
        return std::binary_search(changes.written.begin(), changes.written.end(), name);
    };
    CHECK(is_changed("articles/201-300/index.html"));
    CHECK(is_changed("articles/101-200/index.html"));  // its link to newer articles
    CHECK(!is_changed("articles/1-100/index.html"));
    CHECK(!is_changed("category/all/articles/1-100/index.html"));
    CHECK(!is_changed("page/2/index.html"));
}

TEST_CASE("an edited paragraph changes its page and data") {
    PublishedSite site;
    write_article(site.folder(), 7, "Another text.");
    const BuildReport report = site.build();
    CHECK(pages_of(report.changes) == std::vector<std::string>{"2024/01/08/n7/index.html"});
    CHECK(report.changes.written.size() <= 20);
}

TEST_CASE("without a change no file is written") {
    PublishedSite site;
    const OutputChanges changes = site.build().changes;
    CHECK(changes.written.empty());
    CHECK(changes.removed.empty());
    CHECK(changes.bytes == 0);
}

TEST_CASE("a removed article is reported") {
    PublishedSite site;
    std::filesystem::remove(site.folder().path() / "content/n3.md");
    const OutputChanges changes = site.build().changes;
    const std::string page = "2024/01/04/n3/index.html";
    CHECK(std::find(changes.removed.begin(), changes.removed.end(), page) != changes.removed.end());
}

}  // namespace broadsheet::press
