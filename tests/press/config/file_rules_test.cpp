#include "press/config/file_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

// The decision as a word: the role, what is said, or "nothing".
std::string decision(const FileRules& rules, const std::string& prefix, const std::string& name,
                     const std::string& text = "x") {
    const test::ScratchFolder folder;
    folder.write(name, text);
    const FileDecision result = rules.decide(folder.path() / name, prefix, name);
    if (result.left_out) return result.left_out->what;
    if (!result.role) return "nothing";
    switch (*result.role) {
        case FileRole::asset: return "asset";
        case FileRole::section: return "section";
        case FileRole::comments: return "comments";
        case FileRole::text: break;
    }
    return "text";
}

FileRules rules_of(Generator generator, bool is_site_root = false) {
    FileRules rules;
    rules.generator = generator;
    rules.is_site_root = is_site_root;
    return rules;
}

}  // namespace

TEST_CASE("what becomes of a file") {
    const FileRules plain = rules_of(Generator::plain, true);
    CHECK(decision(plain, "", "a.md") == "text");
    CHECK(decision(plain, "a/", "_index.md") == "section");
    CHECK(decision(plain, "", "README.md") ==
          "files that describe the folder rather than the site are not published");
    CHECK(decision(plain, "", "README.md", "---\ntitle: R\n---\n") == "text");
    CHECK(decision(plain, "", "a.rst") == "reStructuredText files are not read");
    CHECK(decision(plain, "", "a.png") == "asset");
    CHECK(decision(plain, "", "a.sql") == ".sql files are not published");
    CHECK(decision(plain, "", "site.toml") == "nothing");
    CHECK(decision(plain, "", "CNAME") == "asset");
    CHECK(decision(plain, "a/", "CNAME") == "files without an extension are not published");
    CHECK(decision(plain, "", ".env") == "nothing");
    CHECK(decision(plain, "", "google1.html") == "asset");
    CHECK(decision(plain, "", "page.html", "<script>1</script>") ==
          ".html files are not published");
    CHECK(decision(plain, "", "page.html", "---\n---\n<p>") == "text");
    CHECK(decision(plain, "2024/", "a.comments.json", "[]") == "comments");

    CHECK(decision(rules_of(Generator::hugo), "a/", "b.der") == "asset");
    CHECK(decision(rules_of(Generator::hugo), "a/", "_content.gotmpl") ==
          "content adapters are not run, so their pages are missing");
    const FileRules jekyll = rules_of(Generator::jekyll, true);
    CHECK(decision(jekyll, "", "x.js") == "asset");
    CHECK(decision(jekyll, "", "x.scss", "---\n---\n") ==
          "files that Jekyll makes with Liquid or Sass are not published");
    CHECK(decision(jekyll, "", "Gemfile") == "nothing");
    CHECK(decision(jekyll, "", "_x.txt") == "nothing");

    FileRules published = plain;
    published.area = FileArea::published;
    CHECK(decision(published, "", "a.sql") == "asset");
    CHECK(decision(published, "", ".DS_Store") == "nothing");
}

TEST_CASE("folders that are not part of a site") {
    const FileRules hugo = rules_of(Generator::hugo, true);
    CHECK(hugo.skips_folder("", "layouts"));
    CHECK(!hugo.skips_folder("posts/", "layouts"));
    CHECK(hugo.skips_folder("", ".git"));
    CHECK(!hugo.skips_folder("", ".well-known"));
    FileRules jekyll = rules_of(Generator::jekyll, true);
    jekyll.included = {"_pages"};
    CHECK(jekyll.skips_folder("", "_sass"));
    CHECK(!jekyll.skips_folder("", "_posts"));
    CHECK(!jekyll.skips_folder("", "_pages"));
    CHECK(!jekyll.skips_folder("", "assets"));
    CHECK(!jekyll.skips_folder("", "vendor"));
    for (const char* gems : {"bundle", "cache", "gems", "ruby"}) {
        CHECK(jekyll.skips_folder("vendor/", gems));
        CHECK(!jekyll.skips_folder("assets/vendor/", gems));
    }
    CHECK(!jekyll.skips_folder("vendor/", "jquery"));
    CHECK(!jekyll.unread_folder("_sass"));
    CHECK(jekyll.unread_folder("_recipes"));
}

}  // namespace broadsheet::press
