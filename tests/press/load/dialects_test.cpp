// Features of Hugo, Jekyll and Zola sites other than articles.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

TEST_CASE("section files describe categories, tags and authors") {
    const MemoryFolder folder;
    folder.write("posts/a.md",
                 "---\ntitle: A\ndate: 2024-01-01\ncategories: [asia/china]\ntags: [water]\n"
                 "author: ines\n---\nx\n");
    folder.write("categories/asia/_index.md", "---\ntitle: The East\n---\nAll *about* it.\n");
    folder.write("categories/asia/china/_index.md", "---\ndescription: One country.\n---\n");
    folder.write("tags/water/_index.md", "---\ntitle: Water!\n---\n");
    folder.write("authors/ines/_index.md", "---\ntitle: Inés\ndescription: Writes.\n---\n");
    folder.write("tags/unused/_index.md", "---\ntitle: Unused\n---\nx\n");
    folder.write("categories/asia/_index.fr.md", "---\ntitle: L'est\ndraft: true\n---\n");
    const LoadedSite site = load(folder);
    const model::Publication& publication = site.publication;
    CHECK(publication.list("/category/asia/")->title == "The East");
    CHECK(publication.list("/category/asia/")->description == "All about it.");
    const model::List& china = *publication.list("/category/asia/china/");
    CHECK(china.title == "china");
    CHECK(china.description == "One country.");
    CHECK(china.trail[0].name == "The East");
    CHECK(publication.list("/tag/water/")->title == "Water!");
    CHECK(publication.list("/author/ines/")->title == "Inés");
    CHECK(publication.list("/author/ines/")->description == "Writes.");
    CHECK(publication.list("/tag/unused/") == nullptr);
    CHECK(publication.entries.size() == 1);
    const model::Entry& entry = publication.entries.begin()->second;
    CHECK(entry.summary.category_trail[0].name == "The East");
    CHECK(entry.author_profiles[0].author.name == "Inés");
    CHECK(count_of(site.diagnostics, Severity::error) == 0);
}

TEST_CASE("Jekyll's defaults apply to fields that articles do not set") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "title: J\ndefaults:\n"
                 "- {scope: {path: '', type: posts}, values: {author: Staff, tags: [all], "
                 "permalink: pretty}}\n"
                 "- {scope: {path: news}, values: {author: Desk, params: {a: 1, b: 1}, tagz: x}}\n"
                 "- {scope: {path: news, type: posts}, values: {category: Told, params: {b: 2}}}\n"
                 "- {scope: {path: 'news/_posts/*-odd.md'}, values: {lang: fr}}\n"
                 "- {scope: {type: pages}, values: {description: A page.}}\n"
                 "- {scope: {path: x}}\n- no scope\n");
    folder.write("_posts/2024-01-01-a.md", "---\ntitle: A\ntags: [own]\n---\nx\n");
    folder.write("news/_posts/2024-01-02-b.md", "---\ntitle: B\nparams: {a: 3}\n---\nx\n");
    folder.write("news/_posts/2024-01-03-odd.md", "---\ntitle: C\n---\nx\n");
    folder.write("about.md", "---\ntitle: About\n---\nx\n");
    LoadOptions options;
    options.content = folder.path();
    options.input = &folder.input();
    options.filter.now = *model::parse_date("2026-01-01");
    options.list_sources = true;
    const LoadedSite site = load_site(options);
    CHECK(site.diagnostics.empty());
    const auto entry = [&](const std::string& title) -> const model::Entry& {
        for (const auto& [path, each] : site.publication.entries) {
            if (each.summary.title == title) return each;
        }
        return site.publication.entries.begin()->second;
    };
    CHECK(entry("A").summary.authors[0].name == "Staff");
    CHECK(entry("A").tags[0].name == "own");
    CHECK(entry("A").description == "x");
    CHECK(entry("B").summary.authors[0].name == "Desk");
    CHECK(entry("B").tags[0].name == "all");
    CHECK(entry("B").summary.category_trail[0].name == "news");
    CHECK(entry("B").language.empty());
    CHECK(entry("C").language == "fr");
    CHECK(entry("About").description == "A page.");
    CHECK(entry("About").tags.empty());
    for (const SourceEntry& source : site.sources) {
        if (source.title != "B") continue;
        REQUIRE(source.fields.size() == 2);
        CHECK(source.fields[0].json == "{\"a\":3,\"b\":2}");
    }
}

TEST_CASE("Hugo's cascade applies to fields that pages below do not set") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "title = 'H'\n[[cascade]]\nauthor = 'All'\n"
                 "[[cascade]]\ntags = ['fr']\n[cascade._target]\nlang = 'fr'\n");
    folder.write("content/posts/_index.md",
                 "---\ntitle: Posts\ncascade:\n- {author: Posts, tags: [p]}\n"
                 "- {_target: {path: /posts/deep/**, kind: page}, tags: [deep]}\n---\n");
    folder.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    folder.write("content/posts/deep/b.md", "---\ntitle: B\ndate: 2024-01-02\n---\nx\n");
    folder.write("content/news/c.md", "---\ntitle: C\ndate: 2024-01-03\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(site.diagnostics.empty());
    const auto said = [&](const char* path) {
        const model::Entry& entry = *site.publication.entry(path);
        return entry.summary.authors[0].name + (entry.tags.empty() ? "" : " " + entry.tags[0].name);
    };
    CHECK(said("/2024/01/01/a/") == "Posts p");
    CHECK(said("/2024/01/02/b/") == "Posts deep");
    CHECK(said("/2024/01/03/c/") == "All");
}

TEST_CASE("Hugo's configuration in several files, with languages in folders") {
    const MemoryFolder folder;
    folder.write("config/_default/hugo.toml",
                 "baseURL = 'https://h.example/'\ntitle = 'Over'\n"
                 "defaultContentLanguage = 'de'\n");
    folder.write("config/_default/languages.toml",
                 "[de]\ntitle = 'Zeitung'\nlanguageCode = 'de-AT'\ncontentDir = 'content/de'\n"
                 "[de.params]\ndescription = 'Was geschah'\n"
                 "[[de.menus.main]]\nname = 'Welt'\nurl = '/welt/'\n"
                 "[fr]\ntitle = 'Journal'\ncontentDir = 'content/fr'\n");
    folder.write("config/_default/params.yaml", "tagline: Jeden Tag\n");
    folder.write("content/de/posts/see.md", "---\ntitle: Der See\ndate: 2024-01-01\n---\nx\n");
    folder.write("content/fr/posts/see.md", "---\ntitle: Le lac\ndate: 2024-01-01\n---\nx\n");
    folder.write("content/fr/about.md", "---\ntitle: Nous\n---\nx\n");
    folder.write("content/de/about.md", "---\ntitle: Wir\n---\nx [see](posts/see.md)\n");
    folder.write("content/fr/_index.md", "---\ntitle: Journal\n---\n");
    folder.write("content/de/parts.md", "---\ntitle: Parts\nheadless: true\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(
        said(site) ==
        "config/_default/languages.toml:9:8: warning: the menu leads to \"/welt/\", but no page is "
        "there; correct or remove the entry\nurl = '/welt/'\n       ^\n");
    const model::Site& shown = site.publication.site;
    CHECK(shown.title == "Zeitung");
    CHECK(shown.language == "de-AT");
    CHECK(shown.description == "Was geschah");
    CHECK(shown.tagline == "Jeden Tag");
    REQUIRE(shown.main_menu.size() == 1);
    CHECK(shown.main_menu[0].title == "Welt");
    CHECK(shown.base_url == "https://h.example");
    REQUIRE(site.publication.entry("/2024/01/01/see/") != nullptr);
    CHECK(site.publication.entry("/2024/01/01/see/")->language.empty());
    CHECK(site.publication.entry("/about/")->summary.title == "Wir");
    CHECK(site.publication.entry("/parts/") == nullptr);
    CHECK(site.publication.entries.count("/fr/about/") == 0);
    CHECK(
        site.publication.entry("/2024/01/01/see/")->translations ==
        std::vector<model::Translation>{{"de", "/2024/01/01/see/"}, {"fr", "/fr/2024/01/01/see/"}});
    const LoadedSite french = load_edition(folder, "fr");
    CHECK(french.diagnostics.empty());
    CHECK(french.base_path == "/fr/");
    CHECK(french.publication.site.title == "Journal");
    CHECK(french.publication.site.language == "fr");
    CHECK(french.publication.site.main_menu.empty());
    CHECK(french.publication.entry("/about/")->summary.title == "Nous");
    CHECK(
        french.publication.entry("/2024/01/01/see/")->translations ==
        std::vector<model::Translation>{{"de", "/../2024/01/01/see/"}, {"fr", "/2024/01/01/see/"}});
}

TEST_CASE("custom taxonomies") {
    struct Case {
        const char* config;
        const char* text;
        const char* fields;
    };
    // In Zola's front matter, taxonomies are in a separate table. Hugo's configuration also lists
    // its built-in taxonomies, and the reserved name "assets".
    constexpr std::array<Case, 3> cases = {
        {{"hugo.toml",
          "[taxonomies]\nseries = 'series'\ntag = 'tags'\ncategory = 'categories'\nauthor = "
          "'authors'\nassets = 'assets'\n",
          "series = ['The Long Way', 'Water']\ntags = ['x']\n"},
         {"config.toml",
          "base_url = 'https://z.example'\ntaxonomies = [{name = 'tags'}, {name = 'series', feed = "
          "true}]\n",
          "[taxonomies]\nseries = ['The Long Way', 'Water']\ntags = ['x']\n"},
         {"site.toml", "taxonomies = ['series']\n",
          "series = 'The Long Way, Water'\ntags = 'x'\n"}}};
    for (const Case& each : cases) {
        INFO(each.config);
        const MemoryFolder folder;
        folder.write(each.config, each.text);
        const std::string head = "+++\ntitle = 'A'\ndate = 2024-01-0";
        folder.write("content/posts/a.md", head + "1\n" + each.fields + "+++\nx\n");
        folder.write("content/posts/b.md", head + "2\n" + each.fields + "+++\ny\n");
        folder.write("content/series/water/_index.md", "+++\ntitle = 'Of water'\n+++\nDeep.\n");
        const LoadedSite site = load(folder);
        const model::Publication& publication = site.publication;
        CHECK(count_of(site.diagnostics, Severity::error) == 0);
        CHECK(publication.site.taxonomies ==
              std::vector<model::TermReference>{{"Series", "/series/"}});
        const model::List* list = publication.list("/series/the-long-way/");
        REQUIRE(list != nullptr);
        CHECK(list->kind == model::ListKind::term);
        CHECK(list->title == "The Long Way");
        CHECK(list->total() == 2);
        CHECK(list->trail == publication.site.taxonomies);
        CHECK(publication.list("/series/water/")->title == "Of water");
        CHECK(publication.list("/series/water/")->description == "Deep.");
        CHECK(publication.list("/tag/x/")->total() == 2);
        const model::Entry* all = publication.entry("/series/");
        REQUIRE(all != nullptr);
        CHECK(all->summary.title == "Series");
        CHECK(model::plain_text(all->body) == "Of water (2)\nThe Long Way (2)");
        CHECK(publication.entry("/2024/01/01/a/")->terms.size() == 2);
    }
}

TEST_CASE("the page of a taxonomy may have its own title and text") {
    const MemoryFolder folder;
    folder.write("site.toml", "taxonomies = ['series', 'unused']\n");
    folder.write("content/a.md", "---\ntitle: A\ndate: 2024-01-01\nseries: [One, one]\n---\nx\n");
    folder.write("content/series/_index.md", "---\ntitle: In parts\n---\nWhat is long.\n");
    folder.write("content/series/one.md",
                 "---\ntitle: In the way\n---\nIts address is a list's.\n");
    const LoadedSite site = load(folder);
    const model::Publication& publication = site.publication;
    CHECK(publication.site.taxonomies ==
          std::vector<model::TermReference>{{"In parts", "/series/"}});
    CHECK(model::plain_text(publication.entry("/series/")->body) == "What is long.\nOne (1)");
    CHECK(publication.list("/series/one/")->trail[0].name == "In parts");
    CHECK(publication.entry("/2024/01/01/a/")->terms.size() == 1);
    CHECK(publication.entry("/unused/") == nullptr);
    CHECK(publication.entry("/pages/series/one/") != nullptr);
    REQUIRE(site.diagnostics.size() == 1);
    CHECK(site.diagnostics[0].what ==
          "the address /series/one/ is reserved, so the page gets the address /pages/series/one/");
}

TEST_CASE("the ugly addresses of a Hugo site lead to those here") {
    const MemoryFolder folder;
    const auto redirects = [&](const std::string& setting) {
        folder.write("hugo.toml", setting + "\n[permalinks]\nposts = '/x/:slug'\n");
        const LoadedSite site = load(folder);
        CHECK(said(site).empty());
        return redirects_of(site);
    };
    folder.write("content/about.md", "---\ntitle: About\n---\nx\n");
    folder.write("content/own.md", "---\ntitle: Own\nurl: /mine/\n---\nx\n");
    folder.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    CHECK(redirects("uglyURLs = true") == "/about.html>/about/ /posts/>/ /x/a.html>/x/a/ ");
    CHECK(redirects("uglyURLs = {posts = true, docs = true}") == "/posts/>/ /x/a.html>/x/a/ ");
    CHECK(redirects("uglyURLs = false") == "/posts/>/ ");
}

TEST_CASE("settings of Hugo that change the letters of addresses are said to have no effect") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "removePathAccents = true\n");
    folder.write("content/a.md", "---\ntitle: A\n---\nx\n");
    CHECK(said(load(folder)).find("hugo.toml: warning: removePathAccents is not used") !=
          std::string::npos);
}

TEST_CASE("relative aliases of a Hugo site lead from beside the article") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "[permalinks]\nposts = '/:year/:slug/'\n");
    folder.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-01-01\naliases: [old, ../up, /abs]\n---\n[x](/2024/old)\n");
    const model::Publication publication = load(folder).publication;
    for (const char* path : {"/2024/old/", "/up/", "/abs/"}) {
        INFO(path);
        REQUIRE(publication.entry(path) != nullptr);
        CHECK(publication.entry(path)->redirect == "/2024/a/");
    }
    CHECK(publication.entry("/old/") == nullptr);
}

TEST_CASE("pages of a Hugo site add themselves to its menus") {
    const MemoryFolder folder;
    const auto page = [](const std::string& title, const std::string& menu) {
        return "---\ntitle: " + title + "\n" + menu + "\n---\nx\n";
    };
    folder.write("hugo.toml",
                 "[[menus.main]]\nname = 'Set'\nurl = '/set/'\nweight = 2\n"
                 "[[menus.main]]\nname = 'About'\nurl = '/first/'\nweight = 9\n");
    folder.write("content/a.md", page("Ann", "menu: main"));
    folder.write("content/b.md", page("Ben", "menus: [main, footer]\nweight: 1"));
    folder.write("content/c.md", page("Cy", "menu:\n  main:\n    weight: 3\n    name: See"));
    folder.write("content/d.md", page("Di", "menus: {main: {parent: Set, identifier: di}}"));
    folder.write("content/e.md", page("Ed", "linkTitle: E.\nmenus:\n  main: {parent: di}"));
    folder.write("content/f.md", page("Flo", "menus: {main: {parent: Gone}}"));
    folder.write("content/g.md", page("About", "menu: main"));
    folder.write("content/h.md", page("Hal", "menu: main\ndraft: true"));
    folder.write("content/s/_index.md", "---\ntitle: S\nmenu: main\n---\n");
    const LoadedSite site = load(folder);
    std::string all;
    const auto add = [&](const auto& self, const std::vector<model::Link>& links) -> void {
        for (const model::Link& each : links) {
            all += each.title + "<" + each.target + "> ";
            if (each.children.empty()) continue;
            all += "(";
            self(self, each.children);
            all += ") ";
        }
    };
    add(add, site.publication.site.main_menu);
    CHECK(all ==
          "Ben</b/> Set</set/> (Di</d/> (E.</e/> ) ) See</c/> About</first/> Ann</a/> "
          "Gone<> (Flo</f/> ) ");
    all.clear();
    add(add, site.publication.site.footer_menu);
    CHECK(all == "Ben</b/> ");
    CHECK(said(site).find("s/_index.md: note: a section without text") != std::string::npos);
}

TEST_CASE("Hugo's menus and authors are used") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "title = 'H'\npagination.pagerSize = 7\n"
                 "[[menus.main]]\nname = 'Second'\nurl = '/b/'\nweight = 2\n"
                 "[[menus.main]]\nname = 'Below'\npageRef = '/c/'\nparent = 'first'\n"
                 "[[menus.main]]\nname = 'First'\nidentifier = 'first'\nurl = '/a/'\nweight = 1\n"
                 "[[menus.main]]\nname = 'Bad'\nurl = 'javascript:alert(1)'\n"
                 "[[menus.footer]]\nname = 'Foot'\nurl = 'https://example.org/'\n");
    folder.write("data/authors.yaml",
                 "ines:\n  name: Ines Okafor\n  bio: Writes.\n  url: https://ines.example\n");
    folder.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\nauthor: ines\n---\nx\n");
    const model::Publication publication = load(folder).publication;
    const auto& menu = publication.site.main_menu;
    CHECK(publication.site.page_size == 7);
    REQUIRE(menu.size() == 2);
    CHECK(menu[0].title == "First");
    REQUIRE(menu[0].children.size() == 1);
    CHECK(menu[0].children[0].target == "/c/");
    CHECK(menu[1].title == "Second");
    CHECK(publication.site.footer_menu[0].target == "https://example.org/");
    const model::List& author = *publication.list("/author/ines/");
    CHECK(author.title == "Ines Okafor");
    CHECK(author.description == "Writes.");
    CHECK(author.links[0].target == "https://ines.example");
}

TEST_CASE("files that Jekyll and Zola ignore are ignored") {
    const MemoryFolder jekyll;
    jekyll.write("_config.yml",
                 "paginate: 5\npermalink: pretty\nexclude: [vendor/, '*.draft.md']\n");
    jekyll.write("vendor/gem/readable.md", "---\ntitle: V\n---\nx\n");
    jekyll.write("note.draft.md", "---\ntitle: N\n---\nx\n");
    jekyll.write("_drafts/later.md", "---\ntitle: Later\n---\nx\n");
    jekyll.write("_data/authors.yml", "- not\n- a table of tables\n");
    jekyll.write("about.md", "---\ntitle: About\n---\nx\n");
    const LoadedSite one = load(jekyll);
    CHECK(one.publication.site.page_size == 5);
    CHECK(one.publication.entries.size() == 1);
    CHECK(one.publication.entry("/about/") != nullptr);

    const MemoryFolder zola;
    zola.write("config.toml",
               "base_url = 'https://a.example'\nignored_content = ['*/ignored.md']\n");
    zola.write("content/posts/ignored.md", "+++\ntitle = 'I'\ndate = 2024-01-01\n+++\nx\n");
    zola.write("content/posts/kept.md", "+++\ntitle = 'K'\ndate = 2024-01-01\n+++\nx\n");
    const LoadedSite kept = load(zola);
    CHECK(kept.publication.entry("/2024/01/01/kept/") != nullptr);
    CHECK(redirects_of(kept) == "/posts/>/ /posts/kept/>/2024/01/01/kept/ ");
}

TEST_CASE("translations are recognised by file names") {
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "defaultContentLanguage = 'de'\n");
    hugo.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    hugo.write("content/posts/a.fr.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    hugo.write("content/posts/b/index.md", "---\ntitle: B\ndate: 2024-01-01\n---\nx\n");
    hugo.write("content/posts/b/index.fr.md", "---\ntitle: B\ndate: 2024-01-01\n---\nx\n");
    const LoadedSite site = load(hugo);
    CHECK(site.publication.entry("/2024/01/01/a/")->translations.size() == 2);
    CHECK(site.publication.entry("/2024/01/01/b/")->translations ==
          std::vector<model::Translation>{{"de", "/2024/01/01/b/"}, {"fr", "/fr/2024/01/01/b/"}});
}

}  // namespace broadsheet::press
