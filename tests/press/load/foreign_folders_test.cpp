// Where sites of other generators have their articles and addresses, and what they keep back.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

const std::string dated = "date: 2024-02-06\n";

std::string text_of(const std::string& title, const std::string& fields = {}) {
    return "---\ntitle: " + title + "\n" + fields + "---\nx\n";
}

// The addresses of all entries, each followed by a space.
// Without redirects.
std::string paths_of(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        if (entry.kind != model::EntryKind::redirect) all += path + " ";
    }
    return all;
}

}  // namespace

TEST_CASE("addresses may have the path that the site has on its host") {
    const MemoryFolder folder;
    folder.write("_config.yml", "url: https://u.github.io\nbaseurl: /blog\npermalink: pretty\n");
    folder.write("_posts/2024-02-06-a.md",
                 "---\ntitle: A\n---\n[b](/blog/about/) [f](/blog/x.pdf?a=1) [l](/blog/tag/x/#top) "
                 "[r](/blog) [o](/blogger/) [m](/about/)\n");
    folder.write("about.md", text_of("About"));
    folder.write("x.pdf", "PDF");
    const LoadedSite site = load(folder);
    const auto& nodes = site.publication.entries.at("/2024/02/06/a/").body.blocks[0].children;
    REQUIRE(nodes.size() == 11);
    CHECK(nodes[0].target == "/about/");
    CHECK(nodes[2].target == "/x.pdf");
    CHECK(nodes[4].target == "/tag/x/#top");
    CHECK(nodes[6].target == "/");
    CHECK(nodes[8].target == "/blogger/");
    CHECK(nodes[10].target == "/about/");
}

TEST_CASE("a page whose address begins like the site's path keeps it") {
    const MemoryFolder folder;
    folder.write("site.toml", "base_url = \"https://example.org/news\"\n");
    folder.write("content/news/today.md", text_of("Today"));
    folder.write("content/a.md", "---\ntitle: A\n---\n[t](/news/today/) [u](/news/news/today/)\n");
    const LoadedSite site = load(folder);
    const auto& nodes = site.publication.entries.at("/a/").body.blocks[0].children;
    CHECK(nodes[0].target == "/news/today/");
    CHECK(nodes[2].target == "/news/today/");
}

TEST_CASE("unknown placeholders of patterns are reported where they are written") {
    const test::ScratchFolder folder;
    folder.write("_config.yml", "title: T\npermalink: /:shrt_month/:title/\n");
    folder.write("_posts/2024-02-06-a.md", text_of("A"));
    folder.write("_posts/2024-02-06-b.md", text_of("B", "permalink: /x/:nmae/\n"));
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/:shrt_month/a/ /x/:nmae/ ");
    const std::string all = said(site);
    CHECK(
        all.find("_config.yml:2:12: warning: unknown placeholder \":shrt_month\" in permalink, so "
                 "addresses have it as it is written; use :year, ") != std::string::npos);
    CHECK(all.find("_posts/2024-02-06-b.md:3:12: warning: unknown placeholder \":nmae\", so the "
                   "address has it as it is written; use :year, ") != std::string::npos);
}

TEST_CASE("Jekyll's weekdate has the week and the day") {
    const test::ScratchFolder folder;
    folder.write("_config.yml", "permalink: weekdate\n");
    folder.write("_posts/2024-02-06-a.md", text_of("A"));
    CHECK(paths_of(load(folder)) == "/2024/W06/Tue/a.html ");
}

TEST_CASE("entries of menus may be names of pages, from the site's root") {
    const MemoryFolder folder;
    folder.write(
        "hugo.yaml",
        "baseURL: https://example.org/sub/\nmenu: {main: [{name: A, url: archives}, {name: "
        "B, pageRef: about.md}, {name: C, url: tags/}, {name: D, url: /sub/about/}, {name: "
        "E, url: 'https://example.com/'}, {name: F, url: '#top'}]}\n");
    folder.write("content/archives.md", text_of("Archives"));
    folder.write("content/about.md", text_of("About"));
    std::string targets;
    for (const model::Link& each : load(folder).publication.site.main_menu) {
        targets += each.target + " ";
    }
    CHECK(targets == "/archives/ /about/ /tags/ /about/ https://example.com/ #top ");
}

TEST_CASE("each section of a Hugo site has its pattern of addresses") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "[permalinks]\nposts = '/p/:year/:slug/'\ndocs = '/d/:contentbasename/'\n"
                 "notes = '/:sections/:title/'\n");
    folder.write("content/posts/x1.md", text_of("My Great Post", dated));
    folder.write("content/posts/x2.md", text_of("Other", dated + "slug: Own\n"));
    folder.write("content/posts/_index.md", text_of("Posts"));
    folder.write("content/docs/b.md", text_of("B", dated + "slug: other\n"));
    folder.write("content/docs/c.md", text_of("C"));
    folder.write("content/notes/deep/n.md", text_of("A Note", dated));
    folder.write("content/talks/t.md", text_of("Talk", dated));
    folder.write("content/docs/own.md", text_of("Own", "url: /mine/\n"));
    CHECK(paths_of(load(folder)) ==
          "/d/b/ /d/c/ /mine/ /notes/a-note/ /p/2024/my-great-post/ /p/2024/own/ /posts/ "
          "/talks/t/ ");
}

TEST_CASE("Hugo's addresses keep dots, underscores and letters with accents") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/Docs/Caf\xC3\xA9_v1.2.md", text_of("C"));
    folder.write("content/Docs/What is (this) #1.md", text_of("W"));
    folder.write("content/pages/about.md", text_of("Page"));
    folder.write("content/about.md", text_of("About"));
    CHECK(paths_of(load(folder)) ==
          "/about/ /docs/caf\xC3\xA9_v1.2/ /docs/what-is-this-1/ /pages/about/ ");
}

TEST_CASE("languages may have folders beside the usual one") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'en'\n[languages.en]\ncontentDir = 'content'\n"
                 "[languages.fr]\ncontentDir = './content-fr/'\n");
    folder.write("content/posts/a.md", text_of("A", dated));
    folder.write("content-fr/posts/a.md", text_of("A en fran\xC3\xA7"
                                                  "ais",
                                                  dated));
    folder.write("other/posts/b.md", text_of("B", dated));
    CHECK(paths_of(load(folder)) == "/2024/02/06/a/ ");
    const LoadedSite french = load_edition(folder, "fr");
    CHECK(french.publication.entries.at("/2024/02/06/a/").summary.title ==
          "A en fran\xC3\xA7"
          "ais");
}

TEST_CASE("folders may be mounted as the content of Hugo's languages") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'en'\n[languages.en]\nbaseURL = 'https://en.example/'\n"
                 "[languages.fr]\ntitle = 'F'\n"
                 "[[module.mounts]]\nsource = 'content/english'\ntarget = 'content'\nlang = 'en'\n"
                 "[[module.mounts]]\nsource = 'content/french'\ntarget = 'content'\nlang = 'fr'\n"
                 "[[module.mounts]]\nsource = 'manual'\ntarget = 'content/docs'\n"
                 "[[module.mounts]]\nsource = 'files'\ntarget = 'static'\n"
                 "[[module.mounts]]\nsource = 'node_modules/x'\ntarget = 'assets/x'\n");
    folder.write("content/english/posts/a.md", text_of("A", dated));
    folder.write("content/french/posts/a.md", text_of("B", dated));
    folder.write("manual/b.md", text_of("Manual"));
    folder.write("files/x.pdf", "PDF");
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/a/ ");
    CHECK(
        said(site) ==
        "hugo.toml: warning: the folder \"manual\", mounted as \"content/docs\", is not read; move "
        "its files to content/docs\n"
        "hugo.toml: warning: the address https://en.example/ of the language \"en\" is not used: "
        "all "
        "languages are on one site; remove it, and set the baseURL of the site\n");
    const LoadedSite french = load_edition(folder, "fr");
    CHECK(french.publication.entries.at("/2024/02/06/a/").summary.title == "B");
}

TEST_CASE("a folder that is mounted as content replaces Hugo's usual one") {
    const MemoryFolder folder;
    folder.write("hugo.yaml", "module:\n  mounts:\n    - source: docs\n      target: content\n");
    folder.write("docs/about.md", text_of("About"));
    folder.write("content/no.md", text_of("No"));
    CHECK(paths_of(load(folder)) == "/about/ ");
}

TEST_CASE("the folder of the articles may have another name") {
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "contentDir = 'src'\n");
    hugo.write("src/about.md", text_of("About"));
    hugo.write("content/no.md", text_of("No"));
    CHECK(paths_of(load(hugo)) == "/about/ ");
    const MemoryFolder jekyll;
    jekyll.write("_config.yml", "source: ./src\npermalink: pretty\n");
    jekyll.write("src/about.md", text_of("About"));
    jekyll.write("src/_posts/2024-02-06-a.md", text_of("A"));
    jekyll.write("no.md", text_of("No"));
    CHECK(paths_of(load(jekyll)) == "/2024/02/06/a/ /about/ ");
}

TEST_CASE("files that the other tool leaves out are not published") {
    const MemoryFolder jekyll;
    jekyll.write("_config.yml", "exclude: [/private/, secret.md]\npermalink: pretty\n");
    jekyll.write("private/x.md", text_of("X"));
    jekyll.write("private/y.pdf", "PDF");
    jekyll.write("secret.md", text_of("Secret"));
    jekyll.write("a.md", text_of("A"));
    const LoadedSite one = load(jekyll);
    CHECK(paths_of(one) == "/a/ ");
    CHECK(said(one).empty());

    const MemoryFolder hugo;
    hugo.write("hugo.toml", "ignoreFiles = ['secret\\.md$', '^/drafts/']\n");
    hugo.write("content/secret.md", text_of("Secret"));
    hugo.write("content/drafts/d.md", text_of("D"));
    hugo.write("content/b/index.md", text_of("B"));
    hugo.write("content/b/part.md", text_of("Part", dated));
    hugo.write("content/b/deep/more.md", text_of("More"));
    const LoadedSite two = load(hugo);
    CHECK(paths_of(two) == "/b/ ");
    CHECK(
        said(two) ==
        "content/b/deep/more.md: note: Markdown files beside the index.md of a page are not pages "
        "(2 of them; this is the first)\n");
    hugo.write("hugo.toml", "ignoreFiles = ['secret(']\n");
    CHECK(said(load(hugo))
              .starts_with("configuration: error: \"secret(\" in ignoreFiles is not a regular "
                           "expression; correct it"));
}

TEST_CASE("a page of Hugo that is in no list is a page") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/posts/n.md", text_of("N", dated + "build: {list: never}\n"));
    folder.write("content/posts/p.md", text_of("P", dated));
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/p/ /posts/n/ ");
    CHECK(site.publication.site.article_count == 1);
}

TEST_CASE("defaults give collections of Jekyll their addresses") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "permalink: pretty\ncollections: {tabs: {output: true}, docs: {output: true}}\n"
                 "defaults:\n- scope: {path: '', type: tabs}\n  values: {permalink: '/:title/'}\n");
    folder.write("_tabs/about.md", text_of("About"));
    folder.write("_docs/x.md", text_of("X"));
    CHECK(paths_of(load(folder)) == "/about/ /docs/x/ ");
}

TEST_CASE("without a permalink, Jekyll's addresses lead to those here") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\n");
    folder.write("_posts/2024-02-06-A_b.md", text_of("A", "categories: [Big News]\n"));
    folder.write("about.md", text_of("About"));
    folder.write("own.md", text_of("Own", "permalink: /mine/\n"));
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/A_b/ /about/ /mine/ ");
    CHECK(redirects_of(site) ==
          "/about.html>/about/ /big news/2024/02/06/A_b.html>/2024/02/06/A_b/ ");
}

TEST_CASE("Polyglot's translations have one address, and folders of a language below the posts") {
    const MemoryFolder folder;
    folder.write("_config.yml", "languages: [en, sv]\ndefault_lang: en\npermalink: pretty\n");
    folder.write("_posts/2024-02-06-hello.md", text_of("Hello", "lang: en\npermalink: /hello/\n"));
    folder.write("_posts/2024-02-06-hej.md", text_of("Hej", "lang: sv\npermalink: /hello/\n"));
    folder.write("_posts/2024-02-07-b.md", text_of("B", "lang: en\n"));
    folder.write("_posts/sv/2024-02-07-b.md", text_of("B p\xC3\xA5 svenska", "lang: sv\n"));
    const LoadedSite swedish = load_edition(folder, "sv");
    CHECK(said(swedish).empty());
    CHECK(swedish.publication.entries.at("/hello/").summary.title == "Hej");
    CHECK(swedish.publication.entries.at("/2024/02/07/b/").summary.title == "B p\xC3\xA5 svenska");
    CHECK(swedish.publication.entries.at("/hello/").translations.size() == 2);
}

TEST_CASE("posts of jekyll-multiple-languages-plugin are in _i18n") {
    const MemoryFolder folder;
    folder.write("_config.yml", "languages: [en, it]\npermalink: pretty\n");
    folder.write("_i18n/en/_posts/2024-02-06-a.md", text_of("A"));
    folder.write("_i18n/it/_posts/2024-02-06-a.md", text_of("A in italiano"));
    folder.write("_i18n/en/part.md", "part");
    folder.write("_i18n/en.yml", "a: b\n");
    CHECK(paths_of(load(folder)) == "/2024/02/06/a/ ");
    const LoadedSite italian = load_edition(folder, "it");
    CHECK(italian.publication.entries.at("/2024/02/06/a/").summary.title == "A in italiano");
    CHECK(said(italian).find("files in _i18n outside of _posts are not read (2 of them") !=
          std::string::npos);
}

TEST_CASE("Jekyll's posts without a date in their names are left out, and said") {
    const MemoryFolder folder;
    folder.write("_config.yml", "permalink: pretty\n");
    folder.write("_posts/2024-02-06-a.md", text_of("A"));
    folder.write("_posts/ideas.md", text_of("Ideas", dated));
    folder.write("_drafts/later.md", text_of("Later"));
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/a/ ");
    CHECK(said(site).find("_posts/ideas.md: note: files in _posts whose names do not begin with a "
                          "date are not published") != std::string::npos);
}

TEST_CASE("Hexo's folder is read: source/, names without dates, nested categories") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "title: H\nurl: https://h.example\nsource_dir: source\n"
                 "permalink: :year/:title/\nskip_render:\n");
    folder.write("scaffolds/post.md", "---\ntitle: {{ title }}\n---\n");
    folder.write("source/_posts/a.md",
                 text_of("A", dated + "categories:\n- [News, Rome]\n- Food\n"));
    folder.write("source/_posts/b.md", text_of("B", dated + "categories:\n- News\n- Oslo\n"));
    folder.write("source/about/index.md", text_of("About"));
    folder.write("source/images/a.jpg", "JPEG");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(paths_of(site) == "/2024/a/ /2024/b/ /about/ ");
    const auto& categories = site.publication.site.categories;
    REQUIRE(categories.size() == 2);
    const auto& news = categories[categories[0].name == "News" ? 0 : 1];
    CHECK(news.children.size() == 2);
    REQUIRE(site.assets.size() == 1);
    CHECK(site.assets[0].path == "/images/a.jpg");
}

TEST_CASE("Hexo with a short configuration is known by the folder of its posts") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: H\npermalink: :year/:title/\n");
    folder.write("source/_posts/a.md", text_of("A", dated));
    folder.write("source/about/index.md", text_of("About"));
    CHECK(paths_of(load(folder)) == "/2024/a/ /about/ ");
    CHECK(said(load(folder)).empty());
    // Jekyll reads no posts there, unless the configuration says so.
    folder.write("_config.yml", "title: J\nsource: source\npermalink: /:year/:title/\n");
    CHECK(paths_of(load(folder)) == "/about/ ");
    folder.write("_config.yml", "title: J\npermalink: /:year/:title/\n");
    folder.write("_posts/2024-02-06-b.md", text_of("B"));
    CHECK(said(load(folder)).find("not published") != std::string::npos);
}

TEST_CASE("static/ beside content/ makes a site, also without a configuration") {
    const MemoryFolder folder;
    folder.write("README.md", "About the folder.\n");
    folder.write("content/a.md", "---\ntitle: A\n---\n[Report](/report.pdf)\n");
    folder.write("static/report.pdf", "PDF");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(paths_of(site) == "/a/ ");
    REQUIRE(site.assets.size() == 1);
    CHECK(site.assets[0].path == "/report.pdf");
}

TEST_CASE("a vault of Obsidian has its links, its pictures, and no comments") {
    const MemoryFolder folder;
    folder.write(".obsidian/app.json", "{}");
    folder.write("Notes/First.md", "# First\n\nSee [[Second Note]] ![[lake.png]] %%secret%%.\n");
    folder.write("Second Note.md", "# Second Note\n\n[[Nobody]]\n");
    folder.write("files/lake.png", "PNG");
    const LoadedSite site = load(folder);
    const auto& entries = site.publication.entries;
    const auto& nodes = entries.at("/notes/first/").body.blocks.at(0).children;
    CHECK(nodes.at(1).target == "/second-note/");
    CHECK(nodes.at(3).target == "/files/lake.png");
    for (const auto& node : nodes) CHECK(node.text.find("secret") == std::string::npos);
    CHECK(said(site).starts_with(
        "Second Note.md:3:1: warning: no article and no file is named \"Nobody\", so this link is "
        "shown as text; correct the name, or remove the brackets\n"));
}

TEST_CASE("what an import leaves beside articles is not published") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = \"T\"\n");
    folder.write("import-report.md", "# Import\n");
    folder.write("articles/a.md", text_of("A", dated));
    folder.write("articles/a.md.new", text_of("New", dated));
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/a/ ");
    CHECK(said(site) ==
          "articles/a.md.new: note: new texts that an import left beside yours are not "
          "published; take over what you want of them, and delete them\n");
}

}  // namespace broadsheet::press
