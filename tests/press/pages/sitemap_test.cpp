#include "press/pages/sitemap.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>
#include <string>

#include "feed_rules.h"
#include "sample_publication.h"

namespace broadsheet::press {

namespace {

pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document document;
    REQUIRE(document.load_string(xml.c_str()));
    return document;
}

}  // namespace

TEST_CASE("a sitemap contains every list and entry once, with the day of its last change") {
    model::Publication publication = tests::sample_publication();
    publication.entries.at("/2026/11/03/story-3/").modified =
        model::Date{{2026, 11, 30}, 0, 0, 0, 0};
    const auto files = sitemap_files(publication);
    REQUIRE(files.size() == 1);
    CHECK(files[0].name == "sitemap.xml");
    const pugi::xml_document document = parsed(files[0].bytes);
    std::set<std::string> addresses;
    std::string changed;
    for (const pugi::xml_node& url : document.child("urlset").children("url")) {
        const std::string address = url.child("loc").text().get();
        CHECK(tests::is_whole_address(address));
        CHECK(addresses.insert(address).second);
        const std::string modified = url.child("lastmod").text().get();
        CHECK((modified.empty() || tests::is_rfc3339(modified)));
        if (address.ends_with("story-3/")) changed = modified;
        if (address.ends_with("/tag/water/")) CHECK(modified == "2026-11-12T06:30:00+08:00");
    }
    // Seven lists, twelve articles and a page, but no redirects.
    CHECK(addresses.size() == 20);
    CHECK(!addresses.contains("https://meridian.example/old/"));
    CHECK(changed == "2026-11-30T00:00:00Z");
}

TEST_CASE("engine-fields: sitemaps lack what search engines are not to show here") {
    model::Publication publication = tests::sample_publication();
    publication.entries.at("/2026/11/03/story-3/").indexed = false;
    publication.entries.at("/2026/11/04/story-4/").in_sitemap = false;
    publication.entries.at("/2026/11/12/story-12/").canonical = "https://other.example/";
    const std::string all = sitemap_files(publication).at(0).bytes;
    for (const char* const gone : {"story-3/", "story-4/", "story-12/"}) {
        CHECK(all.find(gone) == std::string::npos);
    }
    CHECK(all.find("story-5/") != std::string::npos);
    const model::Date now{{2026, 11, 12}, 12, 0, 0, 0};
    CHECK(news_sitemap(publication, now).find("story-12/") == std::string::npos);
}

TEST_CASE("sitemaps beyond the limits are split, with an index") {
    const model::Publication publication = tests::sample_publication();
    for (const SitemapLimits limits : {SitemapLimits{6, 50'000}, SitemapLimits{50'000, 900}}) {
        const auto files = sitemap_files(publication, limits);
        REQUIRE(files.size() > 2);
        CHECK(files.back().name == "sitemap.xml");
        std::size_t addresses = 0;
        std::size_t named = 0;
        const pugi::xml_document index = parsed(files.back().bytes);
        for (const pugi::xml_node& each : index.child("sitemapindex").children("sitemap")) {
            CHECK(std::string(each.child("loc").text().get()) ==
                  "https://meridian.example/" + files[named++].name);
        }
        CHECK(named == files.size() - 1);
        for (std::size_t i = 0; i < named; ++i) {
            const std::size_t here =
                tests::count_of_children(parsed(files[i].bytes).child("urlset"), "url");
            CHECK(here <= limits.addresses);
            CHECK(files[i].bytes.size() <= limits.bytes);
            addresses += here;
        }
        CHECK(addresses == 20);
    }
}

TEST_CASE("the news sitemap contains two days and Google's required elements") {
    model::Publication publication = tests::sample_publication();
    publication.site.language = "zh-CN";
    publication.entries.at("/2026/11/11/story-11/").language = "pt-BR";
    // Twelve hours after the article of the 11th: the articles of the 11th and 10th are included,
    // and that of the 9th is not.
    const model::Date now{{2026, 11, 11}, 18, 30, 0, 480};
    const pugi::xml_document document = parsed(news_sitemap(publication, now));
    std::vector<std::string> told;
    for (const pugi::xml_node& url : document.child("urlset").children("url")) {
        const pugi::xml_node news = url.child("news:news");
        told.push_back(std::string(news.child("news:title").text().get()) + ", " +
                       news.child("news:publication").child("news:language").text().get());
        CHECK(tests::is_whole_address(url.child("loc").text().get()));
        CHECK(tests::is_rfc3339(news.child("news:publication_date").text().get()));
        CHECK(std::string(news.child("news:publication").child("news:name").text().get()) ==
              "Meridian");
    }
    CHECK(told == std::vector<std::string>{"Story number 11, pt", "Story number 10, zh-cn"});
}

TEST_CASE("a site without a base URL has no sitemap") {
    model::Publication publication = tests::sample_publication();
    publication.site.base_url.clear();
    CHECK(sitemap_files(publication).empty());
}

}  // namespace broadsheet::press
