#include "press/pages/host_files.h"

#include <doctest/doctest.h>

#include <string>

#include "sample_publication.h"

namespace broadsheet::press {

namespace {

model::Entry redirect(const std::string& path, const std::string& to) {
    model::Entry entry;
    entry.kind = model::EntryKind::redirect;
    entry.summary.path = path;
    entry.redirect = to;
    return entry;
}

}  // namespace

TEST_CASE("_redirects contains addresses with a query last, for hosts that know them") {
    model::Publication publication = tests::sample_publication();
    publication.entries["/?p=7"] = redirect("/?p=7", "/about/");
    publication.entries["/?cat=3"] = redirect("/?cat=3", "/category/asia/");
    const std::string all = redirects_file(publication, "/paper/");
    CHECK(
        all.ends_with("/paper/:a/:b/:c/trackback/ /paper/:a/:b/:c/ 301\n"
                      "/paper/:a/:b/:c/:d/trackback/ /paper/:a/:b/:c/:d/ 301\n"
                      "/paper/ cat=3 /paper/category/asia/ 301!\n"
                      "/paper/ p=7 /paper/about/ 301!\n"
                      "/paper/ page_id=7 /paper/about/ 301!\n"));
    CHECK(all.find('?') == std::string::npos);
}

TEST_CASE("further-addresses: rules lead from feeds and AMP pages of a former WordPress") {
    model::Publication publication = tests::sample_publication();
    CHECK(redirects_file(publication, "/").find("/amp/") == std::string::npos);
    publication.entries["/?p=7"] = redirect("/?p=7", "/about/");
    const std::string all = redirects_file(publication, "/");
    CHECK(all.find("\n/:a/:b/:c/:d/amp/ /:a/:b/:c/:d/ 301\n") != std::string::npos);
    CHECK(all.find("\n/sitemap_index.xml /sitemap.xml 301\n") != std::string::npos);
    CHECK(all.find("\n/tag/:a/feed/ /tag/:a/feed.xml 301\n") < all.find("\n/:a/:b/feed/ "));
    // A page of this name is not led away from.
    publication.entries["/guides/amp/"] = publication.entries.at("/about/");
    CHECK(redirects_file(publication, "/").find("amp/ /:a/") == std::string::npos);
}

TEST_CASE("_redirects contains the old paths of articles") {
    model::Publication publication = tests::sample_publication();
    for (const auto& [from, to] :
         {std::pair("/old place/", "https://other.example/a b"), std::pair("/a*/", "/about/"),
          std::pair("/x/:y/", "/about/"), std::pair("/旧/", "/about/")}) {
        publication.entries[from] = redirect(from, to);
    }
    const std::string all = redirects_file(publication, "/paper/");
    CHECK(all ==
          "/paper/old%20place/ https://other.example/a%20b 301\n"
          "/paper/old/ /paper/about/ 301\n"
          "/paper/%E6%97%A7/ /paper/about/ 301\n"
          "/paper/feed/ /paper/feed.xml 301\n"
          "/paper/category/:a/feed/ /paper/category/:a/feed.xml 301\n"
          "/paper/category/:a/:b/feed/ /paper/category/:a/:b/feed.xml 301\n"
          "/paper/category/:a/:b/:c/feed/ /paper/category/:a/:b/:c/feed.xml 301\n"
          "/paper/tag/:a/feed/ /paper/tag/:a/feed.xml 301\n"
          "/paper/author/:a/feed/ /paper/author/:a/feed.xml 301\n");
    model::Publication one_feed = tests::sample_publication();
    one_feed.site.feeds_of_lists = false;
    CHECK(redirects_file(one_feed, "/") == "/old/ /about/ 301\n/feed/ /feed.xml 301\n");
}

TEST_CASE("all rules in _headers are below the base path") {
    const std::string text = headers_file("/paper/", {{"https://frames.example"}, {}, false});
    std::size_t rules = 0;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        if (text[at] == ' ') continue;
        ++rules;
        CHECK(text.compare(at, 7, "/paper/") == 0);
    }
    CHECK(rules == 15);
    CHECK(text.find("frame-src https://frames.example; frame-ancestors 'self'") !=
          std::string::npos);
}

TEST_CASE("the files at the root have the lines of all language editions") {
    const EditionLines german = {"/paper/de/",
                                 "https://a.example/paper/de",
                                 {{"https://frames.example"}, {"https://forms.example"}, true},
                                 ""};
    const std::string text =
        headers_file("/paper/", {{"https://films.example"}, {}, false}, {german});
    CHECK(text.find("frame-src https://films.example https://frames.example;") !=
          std::string::npos);
    CHECK(text.find("form-action 'self' https://forms.example") != std::string::npos);
    CHECK(text.find("\n/paper/de/assets/*\n  Cache-Control: public") != std::string::npos);
    CHECK(text.find("/paper/de/*") == std::string::npos);  // two policies would both apply
    CHECK(robots_file({"https://a.example/paper", german.base_url})
              .ends_with("Sitemap: https://a.example/paper/de/sitemap.xml\n"
                         "Sitemap: https://a.example/paper/de/news-sitemap.xml\n"));
}

TEST_CASE("robots.txt names the sitemaps of a site with a base URL") {
    CHECK(robots_file({"https://meridian.example/paper"}) ==
          "User-agent: *\nAllow: /\nSitemap: https://meridian.example/paper/sitemap.xml\n"
          "Sitemap: https://meridian.example/paper/news-sitemap.xml\n");
    CHECK(robots_file({""}) == "User-agent: *\nAllow: /\n");
}

}  // namespace broadsheet::press
