#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/load/load_folder.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

void write_article(const test::ScratchFolder& folder, const std::string& title, int day,
                   const std::string& fields = "") {
    folder.write(title + ".md", "---\ntitle: " + title + "\ndate: 2025-07-" +
                                    (day < 10 ? "0" : "") + std::to_string(day) +
                                    "\ncategories: [" + (day % 2 == 0 ? "Asia" : "Europe") +
                                    "]\ntags: [Water]\n" + fields + "---\nx\n");
}

std::string leads_of(const LoadedSite& site) {
    std::string names;
    for (const auto& lead : site.publication.list("/")->leads) names += lead.title + " ";
    return names;
}

std::string sections_of(const LoadedSite& site) {
    std::string names;
    for (const auto& section : site.publication.list("/")->sections) {
        names += section.category.name + ":" + std::to_string(section.articles.size()) + "/" +
                 std::to_string(section.total) + " ";
    }
    return names;
}

}  // namespace

TEST_CASE("articles that lead are sorted by weight, then by date") {
    const test::ScratchFolder folder;
    folder.write("site.toml", "");
    write_article(folder, "a", 1, "featured: true\n");
    write_article(folder, "b", 2);
    write_article(folder, "c", 3, "sticky: true\n");
    write_article(folder, "d", 4, "weight: 20\n");
    write_article(folder, "e", 5, "weight: -1\n");
    write_article(folder, "f", 6, "featured: false\nweight: 0\n");
    write_article(folder, "g", 7, "featured: picture.jpg\nweight: heavy\n");
    const LoadedSite site = load_whole(folder);
    CHECK(leads_of(site) == "e d c a ");
    CHECK(count_of(site.diagnostics, Severity::error) == 0);
    // They keep their places in the list.
    CHECK(site.publication.list("/")->articles.front()->title == "g");
}

TEST_CASE("a weight alone does not make a Jekyll post lead") {
    const test::ScratchFolder folder;
    folder.write("_config.yml", "title: J\n");
    folder.write("_posts/2025-07-01-a.md", "---\ntitle: a\nweight: 3\n---\nx\n");
    folder.write("_posts/2025-07-02-b.md", "---\ntitle: b\nweight: 5\npinned: true\n---\nx\n");
    CHECK(leads_of(load_whole(folder)) == "b ");
}

TEST_CASE("as many articles lead as the front page has stories") {
    const test::ScratchFolder folder;
    folder.write("site.toml", "[front]\nbeside = 1\nlatest = 1\n");
    for (int day = 1; day <= 5; ++day) {
        write_article(folder, std::string(1, static_cast<char>('a' + day)), day,
                      "featured: true\n");
    }
    CHECK(leads_of(load_whole(folder)) == "f e d ");
}

TEST_CASE("[front] chooses the sections and their lengths") {
    const test::ScratchFolder folder;
    for (int day = 1; day <= 9; ++day) {
        write_article(folder, std::string(1, static_cast<char>('a' + day)), day);
    }
    folder.write("site.toml", "");
    CHECK(sections_of(load_whole(folder)) == "Asia:4/4 Europe:5/5 ");
    folder.write("site.toml",
                 "[front]\nsections = [\"europe\", \"/tag/water/\"]\nsection_articles = 2\n");
    CHECK(sections_of(load_whole(folder)) == "Europe:2/5 Water:2/9 ");
    folder.write("site.toml", "[front]\nsections = []\n");
    CHECK(sections_of(load_whole(folder)).empty());
}

TEST_CASE("a section that does not exist is an error with a place") {
    const test::ScratchFolder folder;
    write_article(folder, "a", 2);
    for (const auto& [name, remedy] : std::vector<std::pair<std::string, std::string>>{
             {"Asai", "did you mean \"Asia\"?"},
             {"/", "use the name of a category, or a path such as \"/tag/water/\""}}) {
        folder.write("site.toml", "[front]\nsections = [\"Asia\", \"" + name + "\"]\n");
        const LoadedSite site = load_whole(folder);
        REQUIRE(count_of(site.diagnostics, Severity::error) == 1);
        const Diagnostic& error = site.diagnostics.front();
        CHECK(error.path == "site.toml");
        CHECK(error.position.line == 2);
        CHECK(error.position.column == 21);
        CHECK(error.what == "front.sections: there is no category \"" + name + "\"");
        CHECK(error.remedy == remedy);
    }
}

}  // namespace broadsheet::press
