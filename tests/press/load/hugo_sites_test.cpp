// What Hugo 0.169 publishes, and where.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

std::string hugo_text(const std::string& title, const std::string& fields = "") {
    return "---\ntitle: " + title + "\n" + fields + "---\nText of " + title + ".\n";
}

const std::string on_a_day = "date: 2024-02-03\n";

std::string published_paths(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        if (entry.kind != model::EntryKind::redirect) all += path + " ";
    }
    return all;
}

bool leads(const LoadedSite& site, const model::Path& from, const model::Path& to) {
    const model::Entry* entry = site.publication.entry(from);
    return entry != nullptr && entry->redirect == to;
}

}  // namespace

TEST_CASE("hugo-cascade: targets are patterns of pages, with alternatives") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[[cascade]]\ndraft = true\n[cascade.target]\npath = '/hide/**'\n"
                 "[[cascade]]\ntags = ['Casc']\n[cascade.target]\nkind = 'page'\n"
                 "path = '{/tagged/**}'\n[permalinks]\n'/' = '/:slug/'\n");
    folder.write("content/hide/a.md", hugo_text("Ha"));
    folder.write("content/tagged/c.md", hugo_text("Tc", on_a_day));
    folder.write("content/bn/_index.md",
                 "---\ntitle: Bn\ncascade:\n- target:\n    path: '{/bn/h*,/bn/k*}'\n"
                 "  draft: true\n---\nBn\n");
    folder.write("content/bn/h1.md", hugo_text("H1"));
    folder.write("content/bn/k1.md", hugo_text("K1"));
    folder.write("content/bn/a1.md", hugo_text("A1"));
    folder.write("content/_index.md",
                 "---\ntitle: Home\ncascade:\n"
                 "- build: {render: never}\n  target: {path: /u/secret}\n"
                 "- draft: true\n  target: {path: /u/env, environment: production}\n"
                 "- draft: true\n  target: {path: /u/dev, environment: development}\n"
                 "- draft: true\n  target: {path: '/u/*'  , kind: section}\n---\n");
    folder.write("content/u/secret.md", hugo_text("Secret"));
    folder.write("content/u/env/index.md", hugo_text("Env"));
    folder.write("content/u/dev.md", hugo_text("Dev"));
    folder.write("content/u/secret/below.md", hugo_text("Below"));
    const LoadedSite site = load(folder);
    CHECK(published_paths(site) == "/bn/ /bn/a1/ /tagged/c/ /u/dev/ /u/secret/below/ ");
    CHECK(site.publication.list("/tag/casc/") != nullptr);
}

TEST_CASE("hugo-build: what the configuration publishes, and what front matter keeps back") {
    const MemoryFolder folder;
    folder.write("content/draft.md", hugo_text("Draft", on_a_day + "draft: true\n"));
    folder.write("content/future.md", hugo_text("Future", "date: 2099-01-01\n"));
    folder.write("content/expired.md", hugo_text("Exp", on_a_day + "expiryDate: 2020-01-01\n"));
    folder.write("content/later.md", hugo_text("Later", on_a_day + "pubdate: 2099-01-01\n"));
    folder.write("content/event.md", hugo_text("E", "date: 2099-02-01\npublishDate: 2020-01-01\n"));
    folder.write("content/link.md", hugo_text("Link", on_a_day + "build: {render: link}\n"));
    folder.write("hugo.toml", "title = 'T'\n");
    CHECK(published_paths(load(folder)) == "/2099/02/01/event/ ");
    folder.write("hugo.toml", "buildDrafts = true\nbuildFuture = true\nbuildExpired = true\n");
    CHECK(published_paths(load(folder)) ==
          "/2024/02/03/draft/ /2024/02/03/expired/ /2024/02/03/later/ /2099/01/01/future/ "
          "/2099/02/01/event/ ");
}

TEST_CASE("hugo-build: files in the folder of a draft wait with it, unless a text shows them") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/d/leaf/index.md", hugo_text("Leaf", "draft: true\n"));
    folder.write("content/d/leaf/plan.pdf", "%PDF");
    folder.write("content/d/leaf/sub/shown.pdf", "%PDF");
    folder.write("content/a.md", "---\ntitle: A\n---\n[Shown](/d/leaf/sub/shown.pdf)\n");
    folder.write("content/h/index.md", hugo_text("Headless", "headless: true\n"));
    folder.write("content/h/pic.pdf", "%PDF");
    CHECK(files_of(load(folder)) == "/d/leaf/sub/shown.pdf /h/pic.pdf ");
    PublishFilter drafts;
    drafts.drafts = true;
    CHECK(files_of(load(folder, drafts)) == "/d/leaf/plan.pdf /d/leaf/sub/shown.pdf /h/pic.pdf ");
}

TEST_CASE("hugo-dates: the configuration chooses the fields that dates come from") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[frontmatter]\ndate = ['date', 'publishDate', 'mydate']\n"
                 "lastmod = ['updated', 'lastmod', ':fileModTime']\npublishDate = ['go']\n"
                 "expiryDate = ['gone']\n");
    folder.write("content/a.md", hugo_text("A", "mydate: 2020-03-04\n"));
    folder.write("content/c.md", hugo_text("C", on_a_day + "updated: 2024-08-08\n"));
    folder.write("content/d.md", hugo_text("D", on_a_day + "gone: 2021-01-01\n"));
    folder.write("content/e.md", hugo_text("E", on_a_day + "go: 2098-01-01\n"));
    const LoadedSite site = load(folder);
    CHECK(published_paths(site) == "/2020/03/04/a/ /2024/02/03/c/ ");
    const auto& modified = site.publication.entry("/2024/02/03/c/")->modified;
    CHECK((modified && modified->day == model::Day{2024, 8, 8}));
}

TEST_CASE("hugo-dates: a number is the seconds since 1970") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/a.md", hugo_text("A", "date: 1706950800\n"));
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    REQUIRE(site.publication.entry("/2024/02/03/a/") != nullptr);
    const std::string date =
        model::format_rfc3339(site.publication.entry("/2024/02/03/a/")->summary.date);
    CHECK(date == "2024-02-03T09:00:00Z");
}

TEST_CASE("hugo-dates: a date in the name counts first, and is in the address unless it is read") {
    const MemoryFolder folder;
    folder.write("content/posts/2023-05-06-both.md", hugo_text("Both", "date: 2021-01-01\n"));
    folder.write("content/posts/2024-05-06-bun/index.md", hugo_text("Bun"));
    folder.write("hugo.toml", "[frontmatter]\ndate = [':filename', ':default']\n");
    const LoadedSite read = load(folder);
    CHECK(published_paths(read) == "/2023/05/06/both/ /2024/05/06/bun/ ");
    CHECK(leads(read, "/posts/both/", "/2023/05/06/both/"));
    folder.write("hugo.toml", "title = 'T'\n");
    const LoadedSite site = load(folder);
    CHECK(published_paths(site) == "/2021/01/01/both/ /2024/05/06/bun/ ");
    CHECK(leads(site, "/posts/2023-05-06-both/", "/2021/01/01/both/"));
    CHECK(leads(site, "/posts/2024-05-06-bun/", "/2024/05/06/bun/"));
    folder.write("hugo.toml", "[permalinks]\nposts = '/p/:contentbasename/'\n");
    CHECK(published_paths(load(folder)) == "/p/2023-05-06-both/ /p/2024-05-06-bun/ ");
    folder.write("hugo.toml", "[permalinks]\nposts = '/p/:slug/'\n");
    CHECK(published_paths(load(folder)) == "/p/both/ /p/bun/ ");
}

TEST_CASE("hugo-permalinks: only folders with an _index file are sections below the first") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "[permalinks]\nposts = '/:sections/:slug/'\n");
    folder.write("content/posts/a/_index.md", hugo_text("Pa"));
    folder.write("content/posts/a/b/x.md", hugo_text("X", on_a_day));
    folder.write("content/posts/a/y.md", hugo_text("Y", on_a_day));
    folder.write("content/posts/c/z.md", hugo_text("Z", on_a_day));
    folder.write("content/posts/a/bun/index.md", hugo_text("Bu", on_a_day));
    folder.write("content/posts/c/d/bun2/index.md", hugo_text("Bu2", on_a_day));
    CHECK(published_paths(load(folder)) ==
          "/posts/a/ /posts/a/bu/ /posts/a/x/ /posts/a/y/ /posts/bu2/ /posts/z/ ");
}

TEST_CASE("hugo-permalinks: a slash is for pages beside sections, and lists have patterns") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[permalinks.page]\nmy-posts = '/artikel/:year/:slug/'\n'/' = '/wurzel/:slug/'\n"
                 "[permalinks.section]\nmy-posts = '/alle-artikel/'\n"
                 "[permalinks.term]\ntags = '/schlagwort/:slug/'\n"
                 "[permalinks.taxonomy]\ntags = '/schlagworte/'\n");
    folder.write("content/My Posts/first.md",
                 hugo_text("First Post & more", on_a_day + "tags: [One Two]\n"));
    folder.write("content/My Posts/_index.md", hugo_text("Posts"));
    folder.write("content/other/x.md", hugo_text("Other x", on_a_day));
    folder.write("content/tt.md", hugo_text("Top tt", on_a_day));
    const LoadedSite site = load_whole(folder);
    CHECK(site.publication.entry("/artikel/2024/first-post-more/") != nullptr);
    CHECK(site.publication.entry("/other/x/") != nullptr);
    CHECK(site.publication.entry("/wurzel/top-tt/") != nullptr);
    CHECK(leads(site, "/alle-artikel/", "/my-posts/"));
    CHECK(leads(site, "/schlagwort/one-two/", "/tag/one-two/"));
    CHECK(leads(site, "/schlagworte/", "/tags/"));
}

TEST_CASE("hugo-permalinks: patterns without groups are those of terms, too") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[permalinks]\ntags = '/thema/:slug/'\ncategories = '/kat/:slug/'\n"
                 "posts = '/:slug/'\n");
    folder.write("content/posts/a.md",
                 hugo_text("A", on_a_day + "tags: [Eins Zwei]\ncategories: [Neu Alt]\n"));
    const LoadedSite site = load(folder);
    CHECK(leads(site, "/thema/eins-zwei/", "/tag/eins-zwei/"));
    CHECK(leads(site, "/kat/neu-alt/", "/category/neu-alt/"));
}

TEST_CASE("hugo-names: spaces of files are hyphens, one for each; those of titles are not") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/posts/a+b & c.md", hugo_text("Plus", on_a_day));
    folder.write("content/posts/double--dash - x.md", hugo_text("Dd", on_a_day));
    folder.write("content/Se - c/pa - ge.md", hugo_text("Inner & x -- y"));
    folder.write("content/posts/t.md",
                 hugo_text("Tags", on_a_day + "tags: [A & B]\nauthors: [Ann Smith]\n"));
    const LoadedSite site = load(folder);
    CHECK(site.publication.entry("/se---c/pa---ge/") != nullptr);
    CHECK(leads(site, "/posts/a+b--c/", "/2024/02/03/a+b-c/"));
    CHECK(leads(site, "/posts/double--dash---x/", "/2024/02/03/double--dash--x/"));
    CHECK(leads(site, "/tags/a--b/", "/tag/a-b/"));
    CHECK(leads(site, "/authors/ann-smith/", "/author/ann-smith/"));
    folder.write("hugo.toml", "[permalinks]\n'se---c' = '/q/:slug/'\n");
    CHECK(load(folder).publication.entry("/q/inner-x--y/") != nullptr);
}

TEST_CASE("hugo-names: disablePathToLower keeps capital letters") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "disablePathToLower = true\n[permalinks]\nposts = '/p/:slug/'\n");
    folder.write("content/posts/Cap Name.md", hugo_text("Cap & Title", on_a_day));
    folder.write("content/posts/S.md", hugo_text("x", on_a_day + "slug: My Slug\n"));
    folder.write("content/Dir/Pa Ge & x.md", hugo_text("x", on_a_day + "tags: [Foo Bar, X & Y]\n"));
    const LoadedSite site = load(folder);
    CHECK(published_paths(site) == "/Dir/Pa-Ge-x/ /p/Cap-Title/ /p/My-Slug/ ");
    CHECK(leads(site, "/tags/Foo-Bar/", "/tag/foo-bar/"));
    CHECK(leads(site, "/tags/X-Y/", "/tag/x-y/"));
}

TEST_CASE("hugo-aliases: they begin beside the address that the page has there") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/a/nine.md",
                 hugo_text("Nine", on_a_day + "aliases: [nine-old, ../up-nine/, sub/x]\n"));
    folder.write("content/al2.md", hugo_text("Al2", on_a_day + "aliases: oldal2\n"));
    folder.write("content/a/_index.md", "---\naliases: [rel-sec, /abs-sec/]\n---\n");
    const LoadedSite site = load(folder);
    CHECK(leads(site, "/a/nine-old/", "/2024/02/03/nine/"));
    CHECK(leads(site, "/up-nine/", "/2024/02/03/nine/"));
    CHECK(leads(site, "/a/sub/x/", "/2024/02/03/nine/"));
    CHECK(leads(site, "/oldal2/", "/2024/02/03/al2/"));
    CHECK(leads(site, "/rel-sec/", "/archive/"));
}

TEST_CASE("hugo-ugly: addresses with an ending lead on without patterns, too") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "uglyURLs = true\n");
    folder.write("content/posts/first.md", hugo_text("First", on_a_day));
    folder.write("content/posts/bun/index.md", hugo_text("Bundle", on_a_day));
    folder.write("content/tt.md", hugo_text("Top"));
    const LoadedSite site = load(folder);
    CHECK(leads(site, "/posts/first.html", "/2024/02/03/first/"));
    CHECK(leads(site, "/posts/bun.html", "/2024/02/03/bun/"));
    CHECK(leads(site, "/tt.html", "/tt/"));
}

TEST_CASE("hugo-bundles: files of a bundle are at its address there") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/posts/Bund Le/index.md",
                 "---\ntitle: B\ndate: 2024-02-03\n---\n[q](<Q File.pdf>)\n");
    folder.write("content/posts/Bund Le/Q File.pdf", "%PDF");
    folder.write("content/a/tw/index.md", hugo_text("Tw", "url: /elsewhere/tw/\n"));
    folder.write("content/a/tw/sub/p.pdf", "%PDF");
    folder.write("content/a/th/index.md", hugo_text("Th", "url: /elsewhere/th.html\n"));
    folder.write("content/a/th/p.pdf", "%PDF");
    CHECK(files_of(load(folder)) ==
          "/elsewhere/th/p.pdf /elsewhere/tw/sub/p.pdf /posts/bund-le/Q File.pdf ");
    folder.write("hugo.toml", "[permalinks]\nposts = '/:year/:slug/'\n");
    const LoadedSite site = load(folder);
    CHECK(files_of(site) == "/elsewhere/th/p.pdf /elsewhere/tw/sub/p.pdf /2024/b/Q File.pdf ");
    CHECK(said(site) == "");
}

TEST_CASE("hugo-bundles: a page in HTML has its parts beside it") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/p/x/index.html", "---\ntitle: HB\n---\n<p>html bundle</p>");
    folder.write("content/p/x/note.md", hugo_text("Note"));
    CHECK(published_paths(load(folder)) == "/p/x/ ");
}

TEST_CASE("hugo-mounts: static files may be below a path, and content may leave files out") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
                 "excludeFiles = ['drafts/**', 'private.md']\n"
                 "[[module.mounts]]\nsource = 'static'\ntarget = 'static'\n"
                 "[[module.mounts]]\nsource = 'files'\ntarget = 'static/downloads/pdf'\n");
    folder.write("content/a.md", "---\ntitle: A\n---\n[x](/downloads/pdf/x.pdf)\n");
    folder.write("content/private.md", hugo_text("P"));
    folder.write("content/drafts/d.md", hugo_text("D"));
    folder.write("static/s.txt", "S");
    folder.write("files/x.pdf", "%PDF");
    const LoadedSite site = load(folder);
    CHECK(published_paths(site) == "/a/ ");
    CHECK(files_of(site) == "/s.txt /downloads/pdf/x.pdf ");
    CHECK(said(site) == "");
}

TEST_CASE("hugo-languages: the folder of the usual language leads to the front page") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.de]\n"
                 "weight = 2\n");
    folder.write("content/a.md", hugo_text("A"));
    folder.write("content/a.de.md", hugo_text("A"));
    CHECK(leads(load(folder), "/en/", "/"));
    CHECK_FALSE(leads(load_edition(folder, "de"), "/de/", "/"));
}

TEST_CASE("hugo-languages: mounts name their languages in a matrix") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n[languages.de]\n"
                 "weight = 2\n"
                 "[[module.mounts]]\nsource = 'content/en'\ntarget = 'content'\n"
                 "[module.mounts.sites.matrix]\nlanguages = ['en']\n"
                 "[[module.mounts]]\nsource = 'content/de'\ntarget = 'content'\n"
                 "[module.mounts.sites.matrix]\nlanguages = ['de']\n");
    folder.write("content/en/posts/a.md", hugo_text("A"));
    folder.write("content/de/posts/a.md", hugo_text("A"));
    folder.write("content/de/only.md", hugo_text("O"));
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    CHECK(published_paths(site) == "/posts/a/ ");
    const LoadedSite german = load_edition(folder, "de");
    CHECK(german.publication.entry("/posts/a/") != nullptr);
    CHECK(german.publication.entry("/only/") != nullptr);
}

TEST_CASE("hugo-languages: a url that begins with a slash is not below the language there") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'de'\n[languages.de]\nweight = 1\n[languages.en]\n"
                 "weight = 2\n");
    folder.write("content/posts/a.md", hugo_text("A"));
    folder.write("content/posts/u.en.md", hugo_text("U", "url: /uu/\n"));
    folder.write("content/posts/u2.en.md", hugo_text("U2", "url: /en/uu2/\n"));
    folder.write("content/posts/u3.en.md", hugo_text("U3", "url: uu3\n"));
    folder.write("content/posts/x.it.md", hugo_text("It"));
    const LoadedSite site = load(folder);
    CHECK(leads(site, "/uu/", "/en/uu/"));
    CHECK(site.publication.entry("/uu2/") == nullptr);
    CHECK(site.publication.entry("/uu3/") == nullptr);
    CHECK(site.publication.entry("/posts/x.it/") != nullptr);
}

}  // namespace broadsheet::press
