// Imports of backups of Blogger: what is read, repaired and written.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "press/import/blogger/blogger_reader.h"
#include "press/import/imported_paper.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::has;
using test::ImportedPaper;
using test::markdown_of;

namespace {

constexpr std::string_view blogger_2010 = R"(<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-1.archive</id><title type='text'>Feed</title>
<link rel='alternate' type='text/html' href='http://paper.blogspot.com/'/>
<entry><id>tag:blogger.com,1999:blog-1.settings.BLOG_NAME</id>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#settings'/>
<title type='text'>The name</title><content type='text'>A &amp; B</content></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-7123456789012345678</id><published>2010-05-06T20:10:00.001-07:00</published>
<updated>2010-05-07T20:10:00.001-07:00</updated>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
<category scheme='http://www.blogger.com/atom/ns#' term='Two Words'/>
<title type='text'>I &lt;3 lakes</title><content type='html'>One
line&lt;br /&gt;&lt;br /&gt;Two&lt;a name='more'&gt;&lt;/a&gt;&lt;br /&gt;Three &lt;a href="http://paper.blogspot.com/2010/05/other.html"&gt;x&lt;/a&gt;</content>
<link rel='alternate' type='text/html' href='http://paper.blogspot.com/2010/05/lakes.html' title='x'/>
<author><name>Ann</name><uri>http://www.blogger.com/profile/1</uri><email>noreply@blogger.com</email></author></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-8</id><published>2010-06-06T20:10:00Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#page'/>
<title type='text'>About</title><content type='html'>We</content>
<link rel='alternate' type='text/html' href='http://paper.blogspot.com/p/about.html'/></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-9</id><published>2010-06-06T20:10:00Z</published>
<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
<title type='text'>Later</title><content type='html'>x</content></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-22</id><published>2010-05-08T10:00:00Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/>
<content type='html'>Reply</content><author><name>Cy</name><email>cy@example.org</email></author>
<link rel='related' href='http://www.blogger.com/feeds/1/7123456789012345678/comments/default/21'/>
<thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-7123456789012345678'/></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-21</id><published>2010-05-07T10:00:00Z</published>
<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/>
<content type='html'>First</content><author><name>Bo</name></author>
<thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-7123456789012345678'/></entry>
</feed>)";

constexpr std::string_view blogger_2024 = R"(<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-1</id><title>Paper</title>
<entry><id>tag:blogger.com,1999:blog-1.post-5</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
<author><name>Ann</name><uri></uri><blogger:type>BLOGGER</blogger:type></author><title>Lakes</title>
<content type='html'>Text</content><blogger:metaDescription>For machines</blogger:metaDescription>
<published>2024-01-02T03:04:05Z</published><updated>2024-01-02T03:04:05Z</updated>
<category scheme='tag:blogger.com,1999:blog-1' term='News'/><blogger:filename>/2024/01/lakes.html</blogger:filename></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-6</id><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>
<title>Gone</title><content type='html'>x</content><published>2024-01-02T03:04:05Z</published></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-31</id><blogger:parent>tag:blogger.com,1999:blog-1.post-5</blogger:parent>
<blogger:inReplyTo></blogger:inReplyTo><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>
<author><name>Bo</name></author><content type='html'>Yes</content><published>2024-01-03T03:04:05Z</published></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-32</id><blogger:parent>tag:blogger.com,1999:blog-1.post-5</blogger:parent>
<blogger:type>COMMENT</blogger:type><blogger:status>SPAM_COMMENT</blogger:status>
<author><name>Spam</name></author><content type='html'>Buy</content><published>2024-01-03T03:04:05Z</published></entry>
</feed>)";

}  // namespace

TEST_CASE("a backup of Blogger of 2010 becomes a site") {
    const ImportedPaper site("blogger", "blog.xml", std::string(blogger_2010));
    REQUIRE(site.report.ok());
    const std::string post = site.file("articles/2010/05/lakes.md");
    CHECK(has(post, "title: \"I <3 lakes\""));
    CHECK(has(post, "date: 2010-05-06T20:10:00-07:00"));
    CHECK(has(post, "modified: 2010-05-07T20:10:00-07:00"));
    CHECK(has(post, "guid: \"tag:blogger.com,1999:blog-1.post-7123456789012345678\""));
    CHECK(has(post, "tags: [\"Two Words\"]"));
    CHECK(has(post, "authors: [\"ann\"]"));
    CHECK(has(post, "One line\n\nTwo\n\n<!--more-->\n\nThree [x](/2010/05/other.html)"));
    CHECK(has(site.file("pages/p/about-html.md") + site.file("pages/p/about.md"),
              "url: \"/p/about.html\""));
    CHECK(has(site.file("articles/drafts/later.md"), "draft: true"));
    const auto comments =
        nlohmann::json::parse(site.file("articles/2010/05/lakes.comments.json"))["comments"];
    REQUIRE(comments.size() == 2);
    CHECK(comments[0]["author"] == "Bo");
    CHECK(comments[1]["parent"] == comments[0]["id"]);
    CHECK_FALSE(has(comments.dump(), "cy@"));
    const std::string settings = site.file("site.toml");
    CHECK(has(settings, "title = \"A & B\""));
    CHECK(has(settings, "base_url = \"http://paper.blogspot.com\""));
    CHECK(has(settings, "permalink = \"/:year/:month/:slug.html\""));
    CHECK_FALSE(has(settings, "noreply"));
    const std::string redirects = site.file("redirects.toml");
    CHECK(has(redirects, "\"/search/label/Two Words\" = \"/tag/two-words/\""));
    CHECK(has(redirects, "\"/2010_05_01_archive.html\" = \"/2010/05/\""));
    CHECK(has(redirects, "\"/feeds/posts/default\" = \"/feed.xml\""));
}

TEST_CASE("a backup of Blogger from Google Takeout becomes a site") {
    const ImportedPaper site("blogger", "feed.atom", std::string(blogger_2024),
                             "https://paper.example");
    REQUIRE(site.report.ok());
    const std::string post = site.file("articles/2024/01/lakes.md");
    CHECK(has(post, "description: \"For machines\""));
    CHECK(has(post, "tags: [\"News\"]"));
    CHECK(has(site.file("site.toml"), "permalink = \"/:year/:month/:slug.html\""));
    CHECK(site.report.skipped.at("trash") == 1);
    CHECK(site.report.made.at("comments") == 1);
}

TEST_CASE("texts of Blogger have paragraphs, captions and originals of pictures") {
    CHECK(markdown_of(read_blogger_text, "<div>One</div><div><br /></div><div>Two</div>") ==
          "One\n\nTwo\n");
    CHECK(has(
        markdown_of(read_blogger_text,
                    "<table class=\"tr-caption-container\"><tbody><tr><td><a href=\"b.jpg\"><img "
                    "src=\"a.jpg\" /></a></td></tr><tr><td class=\"tr-caption\">Words</td></tr>"
                    "</tbody></table>After"),
        "<figcaption>Words</figcaption></figure>\n\nAfter"));
    CHECK(markdown_of(read_blogger_text, "<pre>a\n\nb</pre>") == "```\na\n\nb\n```\n");
    CHECK(blogger_original("https://1.bp.blogspot.com/-a/b/s320/lake.jpg") ==
          "https://1.bp.blogspot.com/-a/b/s0/lake.jpg");
    CHECK(blogger_original("https://1.bp.blogspot.com/-a/b/lake.jpg").empty());
    CHECK(is_blogger_media("https://blogger.googleusercontent.com/img/x.png"));
    CHECK_FALSE(is_blogger_media("https://paper.example/s320/x.png"));
}

TEST_CASE("files that are not backups of Blogger are refused") {
    const auto refused = [](const std::string& bytes) {
        const ImportedPaper site("blogger", "blog.xml", bytes);
        CHECK_FALSE(site.report.ok());
        return format_diagnostic(site.report.diagnostics.at(0));
    };
    CHECK(has(refused("<!DOCTYPE html><html></html>"), "web page"));
    CHECK(has(refused(""), "empty"));
    CHECK(has(refused("<feed><entry><title>x</title></entry></feed>"), "not a backup"));
    CHECK(has(refused("<feed xmlns:blogger='x'><title>blogger</title></feed>"), "no posts"));
}

TEST_CASE("a blog that moved to a host of its own keeps its links and the paths of its pages") {
    std::string feed(blogger_2010);
    const std::string link = "http://paper.blogspot.com/2010/05/other.html";
    feed.replace(feed.find(link), link.size(), "http://paper.blogspot.co.uk/2010/05/other.html");
    const ImportedPaper site("blogger", "blog.xml", feed, "https://www.paper.example");
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/2010/05/lakes.md"), "[x](/2010/05/other.html)"));
    CHECK(has(site.file("pages/p/about.md") + site.file("pages/p/about-html.md"),
              "url: \"/p/about.html\""));
    CHECK(has(site.file("site.toml"), "base_url = \"https://www.paper.example\""));
}

TEST_CASE("the element that Blogger's editor puts around a text is removed") {
    CHECK(markdown_of(read_blogger_text,
                      "<div dir=\"ltr\" style=\"text-align: left;\" trbidi=\"on\">One<br /><br />"
                      "<a name='more'></a>Two<div>Three</div></div>\n") ==
          "One\n\n<!--more-->\n\nTwo\n\nThree\n");
    CHECK(has(markdown_of(read_blogger_text, "<div dir=\"rtl\" class=\"x\">One</div>"), "One"));
}

TEST_CASE("blogger-recordings: enclosures are episodes, and comments have their authors' sites") {
    std::string bytes(blogger_2010);
    const auto put = [&](std::string_view before, std::string_view text) {
        bytes.insert(bytes.find(before), text);
    };
    put("<link rel='alternate' type='text/html' href='http://paper.blogspot.com/2010/05/lakes",
        "<link rel='enclosure' type='audio/mpeg' href='https://a.example/e.mp3' length='1'/>");
    put("<email>cy@", "<uri>https://cy.example/</uri>");
    put("</feed>",
        "<entry><id>tag:blogger.com,1999:blog-1.post-40</id><category "
        "scheme='http://schemas.google.com/g/2005#kind' "
        "term='http://schemas.google.com/blogger/2008/kind#comment'/><content>x</content>"
        "<thr:in-reply-to ref='tag:blogger.com,1999:blog-1.post-999'/></entry>");
    const ImportedPaper site("blogger", "blog.xml", bytes, "https://paper.example");
    CHECK(has(site.file("articles/2010/05/lakes.md"), "audio: \"https://a.example/e.mp3\""));
    CHECK(has(site.file("articles/2010/05/lakes.comments.json"), "https://cy.example/"));
    CHECK(has(site.file("import-report.md"), "1 comment belongs to no post of this backup"));
}

TEST_CASE("styled-letters: bold and italic spans are bold and italic") {
    const auto text = [](std::string_view html) { return markdown_of(read_blogger_text, html); };
    CHECK(text("a <span style=\"color: red; font-weight: bold\">b</span> c") == "a **b** c\n");
    CHECK(text("a <span style='font-style:italic;'>b</span> c") == "a *b* c\n");
    CHECK(text("a <span style='FONT-WEIGHT:700 !important;font-style:italic'>b</span>") ==
          "a *__b__*\n");
    CHECK(text("<b style=\"font-weight:normal;\">whole <i>text</i></b>") == "whole *text*\n");
    CHECK(text("a <span style=\"font-weight: 400\">b</span>") == "a b\n");
}
