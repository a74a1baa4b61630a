#include "press/pages/feed.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>

#include "addresses/feed.h"
#include "feed_rules.h"
#include "model/queries.h"
#include "sample_publication.h"

namespace broadsheet::press {

namespace {

// The sample publication with additional edge cases.
model::Publication awkward_publication() {
    model::Publication publication = tests::sample_publication();
    model::List& front = publication.lists.at("/");
    const std::string path = front.articles[0]->path;
    for (model::ArticleSummary* each :
         {front.articles[0].get(), &publication.entries.at(path).summary}) {
        each->title = "Fish & <chips>\x01\xEF\xBF\xBF ]]>";
        each->excerpt = "“Quoted” & <b>bold</b>";
    }
    publication.entries.at(path).modified = model::Date{{2026, 11, 20}, 1, 2, 3, -570};
    publication.entries.at(front.articles[11]->path).dated = false;
    publication.entries.at(front.articles[10]->path).language = "zh-Hant";
    return publication;
}

FeedSource source_of(const model::Publication& publication, const char* list,
                     FeedConfig settings = {}) {
    return {publication, publication.lists.at(list), "/paper/", settings};
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("feeds of every kind of list follow their specifications") {
    const model::Publication publication = awkward_publication();
    for (const bool full : {false, true}) {
        for (const char* list : {"/", "/category/asia/", "/tag/water/", "/author/ines-okafor/"}) {
            const FeedSource source = source_of(publication, list, {20, full});
            CHECK(tests::rss_problems(rss_feed(source)) == "");
            CHECK(tests::atom_problems(atom_feed(source)) == "");
            CHECK(tests::json_feed_problems(json_feed(source)) == "");
        }
    }
}

TEST_CASE("the feed checks find violations") {
    const model::Publication publication = awkward_publication();
    const FeedSource source = source_of(publication, "/");
    const std::string rss = rss_feed(source);
    CHECK(tests::rss_problems(replaced(rss, "Thu, 12", "12")) != "");
    CHECK(tests::rss_problems(replaced(rss, "rel=\"self\"", "")) != "");
    CHECK(tests::rss_problems(replaced(rss, "<description>A sample.</description>", "")) != "");
    const std::string atom = atom_feed(source);
    CHECK(tests::atom_problems(replaced(atom, "<updated>", "<updated>x")) != "");
    CHECK(tests::atom_problems(replaced(atom, "<id>tag:", "<id>")) != "");
    CHECK(tests::atom_problems(replaced(atom, "href=\"https://meridian", "href=\"")) != "");
    const std::string json = json_feed(source);
    CHECK(tests::json_feed_problems(replaced(json, "content_text", "text")) != "");
    CHECK(tests::json_feed_problems(replaced(json, "\"id\": \"tag", "\"i\": \"tag")) != "");
}

TEST_CASE("RSS describes an article") {
    const model::Publication publication = awkward_publication();
    pugi::xml_document document;
    REQUIRE(document.load_string(rss_feed(source_of(publication, "/")).c_str()));
    const pugi::xml_node channel = document.child("rss").child("channel");
    CHECK(std::string(channel.child("title").text().get()) == "Meridian");
    CHECK(std::string(channel.child("link").text().get()) == "https://meridian.example/");
    CHECK(std::string(channel.child("atom:link").attribute("href").value()) ==
          "https://meridian.example/feed.xml");
    CHECK(std::string(channel.child("lastBuildDate").text().get()) ==
          "Fri, 20 Nov 2026 01:02:03 -0930");
    const pugi::xml_node item = channel.child("item");
    CHECK(std::string(item.child("title").text().get()) == "Fish & <chips> ]]>");
    CHECK(std::string(item.child("link").text().get()) ==
          "https://meridian.example/2026/11/12/story-12/");
    CHECK(std::string(item.child("guid").text().get()) == "/2026/11/12/story-12/");
    CHECK(std::string(item.child("pubDate").text().get()) == "Thu, 12 Nov 2026 06:30:00 +0800");
    CHECK(std::string(item.child("description").text().get()) == "“Quoted” & <b>bold</b>");
    CHECK(std::string(item.child("media:content").attribute("url").value()) ==
          "https://meridian.example/pictures/lake.jpg");
    CHECK(!item.child("content:encoded"));
}

TEST_CASE("articles have permanent identifiers in Atom and JSON feeds") {
    const model::Publication publication = awkward_publication();
    pugi::xml_document document;
    REQUIRE(document.load_string(atom_feed(source_of(publication, "/")).c_str()));
    const pugi::xml_node entry = document.child("feed").child("entry");
    const std::string identifier = "tag:meridian.example,2026-11-12:/2026/11/12/story-12/";
    CHECK(std::string(entry.child("id").text().get()) == identifier);
    CHECK(std::string(entry.child("published").text().get()) == "2026-11-12T06:30:00+08:00");
    CHECK(std::string(entry.child("updated").text().get()) == "2026-11-20T01:02:03-09:30");
    const auto json = nlohmann::json::parse(json_feed(source_of(publication, "/")));
    CHECK(json["items"][0]["id"] == identifier);
    CHECK(json["items"][0]["title"] == "Fish & <chips>\x01\xEF\xBF\xBF ]]>");
    CHECK(json["items"][0]["date_modified"] == "2026-11-20T01:02:03-09:30");
    CHECK(json["items"][0]["tags"] == nlohmann::json{"Asia", "Linhai", "Water"});
    CHECK(json["items"][10]["language"] == "zh-Hant");
    // An article without a date has no date in JSON, and is not in Atom.
    CHECK(json["items"].size() == 12);
    CHECK(!json["items"][11].contains("date_published"));
    CHECK(tests::count_of_children(document.child("feed"), "entry") == 11);
}

TEST_CASE("articles keep the identifiers that they had in the feeds of another system") {
    model::Publication publication = awkward_publication();
    const model::List& front = publication.lists.at("/");
    const std::string guid = "https://old.example/?p=12&preview=1";
    publication.entries.at(front.articles[0]->path).guid = guid;
    publication.entries.at(front.articles[1]->path).guid = "number 11";
    const FeedSource source = source_of(publication, "/");
    CHECK(tests::rss_problems(rss_feed(source)) == "");
    CHECK(tests::atom_problems(atom_feed(source)) == "");
    pugi::xml_document rss;
    REQUIRE(rss.load_string(rss_feed(source).c_str()));
    const pugi::xml_node item = rss.child("rss").child("channel").child("item");
    CHECK(std::string(item.child("guid").text().get()) == guid);
    CHECK(std::string(item.child("guid").attribute("isPermaLink").value()) == "false");
    CHECK(std::string(item.next_sibling("item").child("guid").text().get()) == "number 11");
    pugi::xml_document atom;
    REQUIRE(atom.load_string(atom_feed(source).c_str()));
    const pugi::xml_node entry = atom.child("feed").child("entry");
    CHECK(std::string(entry.child("id").text().get()) == guid);
    // Not a URI, which Atom requires.
    CHECK(std::string(entry.next_sibling("entry").child("id").text().get()).starts_with("tag:"));
    const auto json = nlohmann::json::parse(json_feed(source));
    CHECK(json["items"][0]["id"] == guid);
}

TEST_CASE("full articles have absolute URLs and no scripts") {
    model::Publication publication = awkward_publication();
    publication.site.base_url = "https://meridian.example/paper";
    const FeedSource source = source_of(publication, "/", {10, true});
    pugi::xml_document document;
    REQUIRE(document.load_string(rss_feed(source).c_str()));
    const pugi::xml_node channel = document.child("rss").child("channel");
    CHECK(tests::count_of_children(channel, "item") == 10);
    const std::string html = channel.child("item").child("content:encoded").text().get();
    CHECK(html.find("<a href=\"https://meridian.example/paper/about/\"") != std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<button") == std::string::npos);
    CHECK(html.find("The pressure <code>p</code> is") != std::string::npos);
    CHECK(html.find("<code>p = \\rho g h</code>") != std::string::npos);
    CHECK(html.find("<math") == std::string::npos);
    const auto json = nlohmann::json::parse(json_feed(source));
    CHECK(json["items"][0]["content_html"] == html);
    CHECK(std::string(json["items"][0]["id"]) ==
          "tag:meridian.example,2026-11-12:/paper/2026/11/12/story-12/");
}

TEST_CASE("fragments and queries in full articles are absolute") {
    model::Publication publication = awkward_publication();
    publication.site.base_url = "https://meridian.example/paper";
    const std::string path = publication.lists.at("/").articles[0]->path;
    model::Node paragraph;
    for (const char* target : {"#sec", "?x=1", "img/a:b.png", "mailto:a@b.example"}) {
        model::Node link;
        link.kind = model::NodeKind::link;
        link.target = target;
        model::Node text;
        text.kind = model::NodeKind::text;
        text.text = "x";
        link.children = {text};
        paragraph.children.push_back(link);
    }
    publication.entries.at(path).body.blocks = {paragraph};
    const std::string feed = atom_feed(source_of(publication, "/", {10, true}));
    const std::string address = "https://meridian.example/paper" + path;
    CHECK(feed.find("href=&quot;" + address + "#sec&quot;") != std::string::npos);
    CHECK(feed.find("href=&quot;" + address + "?x=1&quot;") != std::string::npos);
    CHECK(feed.find("href=&quot;" + address + "img/a:b.png&quot;") != std::string::npos);
    CHECK(feed.find("href=&quot;mailto:a@b.example&quot;") != std::string::npos);
}

TEST_CASE("without a base URL the links of a feed start with the base path") {
    model::Publication publication = tests::sample_publication();
    publication.site.base_url.clear();
    const std::string xml = rss_feed(source_of(publication, "/category/asia/"));
    CHECK(xml.find("<link>/paper/category/asia/</link>") != std::string::npos);
    CHECK(xml.find("<title>Asia – Meridian</title>") != std::string::npos);
    CHECK(!addresses::has_all_feeds(publication.site, model::ListKind::front));
}

TEST_CASE("a feed without articles is valid") {
    model::Publication publication = tests::sample_publication();
    publication.lists.at("/").articles.clear();
    CHECK(tests::rss_problems(rss_feed(source_of(publication, "/"))) == "");
    CHECK(tests::atom_problems(atom_feed(source_of(publication, "/"))) == "");
    CHECK(tests::json_feed_problems(json_feed(source_of(publication, "/"))) == "");
}

TEST_CASE("episodes are in the podcast feed, and are enclosures in all others") {
    model::Publication publication = awkward_publication();
    CHECK(!model::has_podcast(publication));
    const model::List& front = publication.lists.at("/");
    publication.entries.at(front.articles[0]->path).episode =
        model::Episode{"/a b.mp3", "audio/mpeg", 1234, 62, "/a.vtt", "/a.json"};
    publication.entries.at(front.articles[2]->path).episode =
        model::Episode{"https://cdn.example/b.mp3", "audio/mpeg", 0, 0, "", ""};
    CHECK(model::has_podcast(publication));
    const FeedSource source = source_of(publication, "/");
    const std::string& base = publication.site.base_url;
    const std::string enclosure =
        "<enclosure url=\"" + base + "/a%20b.mp3\" length=\"1234\" type=\"audio/mpeg\"/>";
    const std::string far =
        "<enclosure url=\"https://cdn.example/b.mp3\" length=\"0\" type=\"audio/mpeg\"/>";
    const PodcastConfig settings{"The “Cast”", "", "", "mail@paper.example", "cover.png", "", true};
    const std::string podcast = podcast_feed(source, settings);
    CHECK(tests::rss_problems(podcast) == "");
    pugi::xml_document document;
    REQUIRE(document.load_string(podcast.c_str()));
    const pugi::xml_node channel = document.child("rss").child("channel");
    const auto items = channel.children("item");
    CHECK(std::distance(items.begin(), items.end()) == 2);
    CHECK(std::string(channel.child("itunes:explicit").text().get()) == "true");
    CHECK(std::string(channel.child("itunes:category").attribute("text").value()) == "News");
    CHECK(channel.child("itunes:image").attribute("href").value() == base + "/cover.png");
    CHECK(std::string(channel.child("itunes:owner").child("itunes:email").text().get()) ==
          "mail@paper.example");
    for (const std::string& part :
         {enclosure, far, std::string("<itunes:duration>62</itunes:duration>"),
          "<podcast:transcript url=\"" + base + "/a.vtt\" type=\"text/vtt\"/>",
          "<podcast:chapters url=\"" + base + "/a.json\" type=\"application/json+chapters\"/>"}) {
        CHECK(podcast.find(part) != std::string::npos);
    }
    model::Episode& placed = *publication.entries.at(front.articles[0]->path).episode;
    placed.season = 2;
    placed.number = 7;
    placed.is_explicit = false;
    const std::string numbered = podcast_feed(source, settings);
    CHECK(tests::rss_problems(numbered) == "");
    CHECK(numbered.find("<itunes:season>2</itunes:season><itunes:episode>7</itunes:episode>"
                        "<podcast:season>2</podcast:season><podcast:episode>7</podcast:episode>"
                        "<itunes:explicit>false</itunes:explicit>") != std::string::npos);
    publication.lists.at("/").articles[0]->authors = {{"Ann", "/author/ann/"},
                                                      {"Bob", "/author/bob/"}};
    CHECK(podcast_feed(source, settings)
              .find("<itunes:author>Ann, Bob</itunes:author><podcast:person>Ann</podcast:person>"
                    "<podcast:person>Bob</podcast:person>") != std::string::npos);
    const PodcastConfig other{"", "", "", "", "", "Documentary", false};
    CHECK(podcast_feed(source, other)
              .find("<itunes:category text=\"Society &amp; Culture\"><itunes:category "
                    "text=\"Documentary\"/></itunes:category>") != std::string::npos);
    CHECK(tests::rss_problems(rss_feed(source)) == "");
    CHECK(rss_feed(source).find(enclosure) != std::string::npos);
    CHECK(tests::atom_problems(atom_feed(source)) == "");
    CHECK(atom_feed(source).find("rel=\"enclosure\"") != std::string::npos);
    CHECK(tests::json_feed_problems(json_feed(source)) == "");
    CHECK(json_feed(source).find("\"duration_in_seconds\": 62") != std::string::npos);
}

}  // namespace broadsheet::press
