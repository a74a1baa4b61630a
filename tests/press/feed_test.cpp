#include "press/feed.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <string>

#include "sample_publication.h"

namespace broadsheet::press {

TEST_CASE("a feed holds what RSS 2.0 asks for") {
    model::Publication publication = tests::sample_publication();
    model::List& front = publication.lists.at("/");
    front.articles[0]->title = "Fish & <chips>\x01";
    pugi::xml_document document;
    const std::string xml = rss_feed(publication, front, "/");
    REQUIRE(document.load_string(xml.c_str()));
    const pugi::xml_node channel = document.child("rss").child("channel");
    CHECK(std::string(document.child("rss").attribute("version").value()) == "2.0");
    CHECK(std::string(channel.child("title").text().get()) == "Meridian");
    CHECK(std::string(channel.child("link").text().get()) == "https://meridian.example/");
    CHECK(std::string(channel.child("atom:link").attribute("href").value()) ==
          "https://meridian.example/feed.xml");
    const pugi::xml_node item = channel.child("item");
    CHECK(std::string(item.child("title").text().get()) == "Fish & <chips>");
    CHECK(std::string(item.child("link").text().get()) ==
          "https://meridian.example/2026/11/12/story-12/");
    CHECK(std::string(item.child("guid").text().get()) == "/2026/11/12/story-12/");
    CHECK(std::string(item.child("pubDate").text().get()) == "Thu, 12 Nov 2026 06:30:00 +0800");
    std::size_t items = 0;
    for (const pugi::xml_node& each : channel.children("item")) items += each ? 1 : 0;
    CHECK(items == front.articles.size());
}

TEST_CASE("without an address of its own a feed's links begin at the base path") {
    model::Publication publication = tests::sample_publication();
    publication.site.base_url.clear();
    const std::string xml =
        rss_feed(publication, publication.lists.at("/category/asia/"), "/paper/");
    CHECK(xml.find("<link>/paper/category/asia/</link>") != std::string::npos);
    CHECK(xml.find("<title>Asia – Meridian</title>") != std::string::npos);
}

}  // namespace broadsheet::press
