// Which files of a site's folder are published, by the conventions of its generator.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

// The paths of all files that are published unchanged, one a line.
std::string assets(const LoadedSite& site) {
    std::set<std::string> paths;
    for (const Asset& asset : site.assets) paths.insert(asset.path);
    std::string all;
    for (const std::string& path : paths) all += path + "\n";
    return all;
}

}  // namespace

TEST_CASE("Jekyll publishes every file and folder without an underscore") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: J\ninclude: [_pages, .htaccess]\n");
    folder.write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\n![i](/assets/i.gif)\n");
    folder.write("assets/i.gif", "GIF89a");
    folder.write("assets/main.scss", "---\n---\nb {}\n");
    folder.write("assets/x.js", "1\n");
    folder.write("public/y.css", "b {}\n");
    folder.write("data/z.bin", "z");
    folder.write("layouts/w.txt", "w");
    folder.write("google123.html", "google-site-verification: google123.html\n");
    folder.write("CNAME", "j.example\n");
    folder.write(".htaccess", "x\n");
    folder.write(".well-known/security.txt", "x\n");
    folder.write(".git/config", "x\n");
    folder.write("Gemfile", "x\n");
    folder.write("_sass/x.scss", "x\n");
    folder.write("_pages/about.md", "---\ntitle: About\n---\nx\n");
    folder.write("_recipes/soup.md", "---\ntitle: Soup\n---\nx\n");
    folder.write("donate.html", "---\ntitle: Donate\n---\n<p>Give <b>now</b>.</p>\n");
    folder.write("tags.html", "---\n---\n{% for tag in site.tags %}{% endfor %}\n");
    const LoadedSite site = load(folder);
    CHECK(assets(site) ==
          "/.htaccess\n/.well-known/security.txt\n/CNAME\n/assets/i.gif\n/assets/x.js\n"
          "/data/z.bin\n/google123.html\n/layouts/w.txt\n/public/y.css\n");
    REQUIRE(site.publication.entry("/donate.html") != nullptr);
    CHECK(model::plain_text(site.publication.entry("/donate.html")->body) == "Give now.");
    CHECK(site.publication.entry("/_pages/about/") != nullptr);
    CHECK(said(site) ==
          "_recipes: note: folders of Jekyll collections without output are not read; set "
          "`output: true` for them in `collections` of _config.yml\n"
          "assets/main.scss: note: files that Jekyll makes with Liquid or Sass are not published "
          "(2 of them; this is the first); put the finished files there, without front matter, if "
          "the site needs them\n");
}

TEST_CASE("files in static/ are published whatever their type") {
    for (const char* config : {"hugo.toml", "config.toml", "site.toml"}) {
        const MemoryFolder folder;
        const bool zola = config == std::string("config.toml");
        folder.write(config, zola ? "base_url = 'https://a.example'\n" : "title = 'T'\n");
        folder.write("content/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
        folder.write("static/.well-known/security.txt", "x\n");
        folder.write("static/.htaccess", "x\n");
        folder.write("static/.DS_Store", "x\n");
        folder.write("static/CNAME", "a.example\n");
        folder.write("static/files/x.der", "x");
        folder.write("static/google1.html", "x");
        folder.write("static/manifest.json", "{}");
        const LoadedSite site = load(folder);
        CHECK(assets(site) ==
              "/.htaccess\n/.well-known/security.txt\n/CNAME\n/files/x.der\n/google1.html\n"
              "/manifest.json\n");
        CHECK(said(site).empty());
    }
}

TEST_CASE("a plain folder publishes files for hosts, and names what it leaves out") {
    const MemoryFolder folder;
    folder.write("a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    folder.write("page.html", "---\ntitle: Page\n---\n<h2>Part</h2>\n");
    folder.write("CNAME", "a.example\n");
    folder.write("_redirects", "/a /b 301\n");
    folder.write("google1.html", "x");
    folder.write("BingSiteAuth.xml", "<users/>");
    folder.write(".well-known/acme/token", "x");
    folder.write("static/x.pem", "x");
    folder.write("posts/b.mdx", "x\n");
    folder.write("posts/c.mdx", "x\n");
    folder.write("posts/d.rst", "x\n");
    folder.write("posts/e.adoc", "x\n");
    folder.write("posts/saved.html", "<script>1</script>");
    folder.write("old/.broadsheet", "index.html\n");
    folder.write("old/x.pdf", "x");
    const LoadedSite site = load(folder);
    CHECK(assets(site) ==
          "/.well-known/acme/token\n/BingSiteAuth.xml\n/CNAME\n/_redirects\n/google1.html\n"
          "/x.pem\n");
    CHECK(site.publication.entry("/page/") != nullptr);
    CHECK(said(site) ==
          "posts/b.mdx: warning: MDX files are not read (2 of them; this is the first); convert "
          "them to Markdown\n"
          "posts/d.rst: warning: reStructuredText files are not read; convert them to Markdown\n"
          "posts/e.adoc: warning: AsciiDoc files are not read; convert them to Markdown\n"
          "posts/saved.html: note: .html files are not published; put them into static/ to "
          "publish them as they are\n");
}

TEST_CASE("HTML pages of Hugo, and files beside articles") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n");
    folder.write("content/donate.html", "+++\ntitle = 'Donate'\n+++\n<p>x</p>\n");
    folder.write("content/b.mdx", "x\n");
    folder.write("content/posts/a/index.md",
                 "---\ntitle: A\ndate: 2024-01-01\n---\n[give](/donate/) [p](proof.asc)\n");
    folder.write("content/posts/a/proof.asc", "x");
    const LoadedSite site = load(folder);
    CHECK(assets(site) == "/posts/a/proof.asc\n");
    CHECK(site.publication.entry("/donate/") != nullptr);
    CHECK(said(site) ==
          "content/b.mdx: warning: MDX files are not read; convert them to Markdown\n");
}

TEST_CASE("files with the names of generated ones are left out with a warning") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = 'T'\n");
    folder.write("content/a.md", "---\ntitle: A\ndate: 2024-01-01\ntags: [x]\n---\nx\n");
    for (const char* name : {"index.html", "feed.xml", "sitemap.xml", "search/index.html",
                             "tag/x/index.html", "2024/01/01/a/index.html"}) {
        folder.write(std::string("static/") + name, "x");
    }
    for (const char* name : {"404.html", "robots.txt", "_headers", "tag/y/index.html"}) {
        folder.write(std::string("static/") + name, "x");
    }
    const LoadedSite site = load(folder);
    CHECK(assets(site) == "/404.html\n/_headers\n/robots.txt\n/tag/y/index.html\n");
    CHECK(count_of(site.diagnostics, Severity::warning) == 6);
    CHECK(said(site).find("static/feed.xml: warning: the site generates /feed.xml, so this file is "
                          "not published; rename or remove it\n") != std::string::npos);
}

TEST_CASE("an address of the site to which no path can be added is an error") {
    const MemoryFolder folder;
    folder.write("a.md", "---\ntitle: A\n---\nx\n");
    for (const char* url : {"https://x.example/a b", "https://x.example/?q=1",
                            "https://x.example/#f", "/a b", "https://x.example/\\\"b\\\""}) {
        CAPTURE(url);
        folder.write("site.toml", "title = \"T\"\nbase_url = \"" + std::string(url) + "\"\n");
        CHECK(said(load(folder)).find("is not an address that a site can have") !=
              std::string::npos);
    }
    folder.write("site.toml", "title = \"T\"\nbase_url = \"https://x.example/?q=1\"\n");
    const LoadedSite site = load(folder);
    REQUIRE(site.diagnostics.size() == 1);
    CHECK(site.diagnostics[0].path == "site.toml");
    CHECK(site.diagnostics[0].position == Position{2, 13});
    folder.write("site.toml", "title = \"T\"\n");
    LoadOptions options = options_for(folder);
    options.base_url = "https://x.example/a b";
    CHECK(said(load_site(options)).find("--base-url: error: ") != std::string::npos);
    options.base_url = "https://xn--bcher-kva.example:8080/~ann/%C3%A4/";
    CHECK(said(load_site(options)).empty());
}

}  // namespace broadsheet::press
