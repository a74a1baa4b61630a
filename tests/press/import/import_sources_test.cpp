// Imports of exports of Ghost and Blogger: what is read, repaired and written.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "press/base/files.h"
#include "press/import/blogger_reader.h"
#include "press/import/ghost_text.h"
#include "press/import/import_site.h"
#include "press/print/print_markdown.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::ScratchFolder;

namespace {

class Imported {
  public:
    Imported(const char* source, const char* name, const std::string& bytes,
             const std::string& url = {}) {
        add(name, bytes);
        options.source = find_import_source(source);
        options.out = scratch_.path() / "paper";
        options.url = url;
        run();
    }

    void add(const char* name, const std::string& bytes) {
        std::ofstream(scratch_.path() / name, std::ios::binary) << bytes;
        options.exports.push_back(scratch_.path() / name);
    }
    void run() { report = import_site(options); }

    std::string file(const std::string& name) const {
        return read_file(scratch_.path() / "paper" / name).value_or("");
    }

    ImportOptions options;
    ImportReport report;

  private:
    ScratchFolder scratch_;
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

ImportedText read_with(ImportedText (*read)(std::string_view, const TextContext&),
                       std::string_view content) {
    TextContext context;
    context.media = [](ItemNumber) { return nullptr; };
    context.reusable = [](ItemNumber) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    return read(content, context);
}

std::string markdown_of(ImportedText (*read)(std::string_view, const TextContext&),
                        std::string_view content) {
    const ImportedText text = read_with(read, content);
    return print_markdown(text.document, text.blocks_before_more).text;
}

std::string lexical_of(const std::string& children) {
    return markdown_of(read_ghost_text, R"({"root":{"children":[)" + children + "]}}");
}

// Posts of every status; a tag for editors only; two authors; a page; settings.
constexpr std::string_view ghost_export = R"({"db":[{"meta":{"version":"5.80.0"},"data":{
"posts":[
 {"id":"5f00000000000000000000a1","title":"Fish < Chips & more","slug":"fish","type":"post",
  "lexical":"{\"root\":{\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"See \",\"format\":0},{\"type\":\"link\",\"url\":\"__GHOST_URL__/about/\",\"children\":[{\"type\":\"text\",\"text\":\"us\",\"format\":1}]}]},{\"type\":\"image\",\"src\":\"__GHOST_URL__/content/images/2024/01/lake.jpg\",\"alt\":\"A lake\"}]}}",
  "html":"<p>not this</p>","feature_image":"__GHOST_URL__/content/images/size/w600/2024/01/top.jpg",
  "featured":1,"status":"published","visibility":"public","custom_excerpt":"In short",
  "published_at":"2024-01-31T23:30:00.000Z","created_at":"2024-01-01T00:00:00.000Z"},
 {"id":"5f00000000000000000000a2","title":"About","slug":"about","type":"page","html":"<p>We report.</p>",
  "status":"published","visibility":"public","published_at":1610000000000},
 {"id":"5f00000000000000000000a3","title":"For members","slug":"members","type":"post","html":"<p>x</p>",
  "status":"published","visibility":"paid","published_at":"2024-02-01 00:00:00"},
 {"id":"5f00000000000000000000a4","title":"Draft","slug":"draft","type":"post","html":"<p>x</p>",
  "status":"draft","visibility":"public","published_at":null}],
"posts_authors":[{"post_id":"5f00000000000000000000a1","author_id":"2","sort_order":1},
 {"post_id":"5f00000000000000000000a1","author_id":"1","sort_order":0}],
"posts_meta":[{"post_id":"5f00000000000000000000a1","meta_description":"For machines","feature_image_alt":"Top"}],
"posts_tags":[{"post_id":"5f00000000000000000000a1","tag_id":"8","sort_order":1},
 {"post_id":"5f00000000000000000000a1","tag_id":"7","sort_order":0},
 {"post_id":"5f00000000000000000000a1","tag_id":"9","sort_order":2}],
"settings":[{"key":"title","value":"Paper"},{"key":"timezone","value":"Europe/Berlin"},{"key":"locale","value":"de"},
 {"key":"navigation","value":"[{\"label\":\"About\",\"url\":\"/about/\"}]"}],
"tags":[{"id":"7","name":"C++","slug":"cpp","visibility":"public"},{"id":"8","name":"Rivers","slug":"rivers"},
 {"id":"9","name":"#internal","slug":"hash-internal","visibility":"internal"}],
"users":[{"id":"1","name":"Ann","slug":"ann","email":"ann@example.org","bio":"Writes"},{"id":"2","name":"Bob","slug":"bob","email":"bob@example.org"}]
}}]})";

}  // namespace

TEST_CASE("an export of Ghost becomes a site") {
    const Imported site("ghost", "export.json", std::string(ghost_export),
                        "https://paper.example/");
    REQUIRE(site.report.ok());
    const std::string post = site.file("articles/2024/02/fish.md");
    CHECK(has(post, "title: \"Fish < Chips & more\""));
    // In the time zone of the site.
    CHECK(has(post, "date: 2024-02-01T00:30:00+01:00"));
    CHECK(has(post, "guid: \"5f00000000000000000000a1\""));
    CHECK(has(post, "authors: [\"ann\", \"bob\"]"));
    CHECK(has(post, "tags: [\"cpp\", \"Rivers\"]"));
    CHECK(has(post, "sticky: true"));
    CHECK(has(post, "summary: \"In short\""));
    CHECK(has(post, "description: \"For machines\""));
    CHECK(has(post,
              "src: \"https://paper.example/content/images/size/w600/2024/01/top.jpg\", "
              "alt: \"Top\""));
    CHECK(has(post, "See [**us**](/about/)"));
    CHECK(has(post, "https://paper.example/content/images/2024/01/lake.jpg"));
    CHECK_FALSE(has(post, "not this"));
    CHECK(has(site.file("tags/cpp/_index.md"), "title: \"C++\""));
    CHECK(has(site.file("pages/about.md"), "We report."));
    CHECK(has(site.file("articles/drafts/members.md"), "draft: true"));
    CHECK(has(site.file("articles/drafts/draft.md"), "draft: true"));
    CHECK(site.report.unpublished.size() == 1);
    const std::string settings = site.file("site.toml");
    CHECK(has(settings, "base_url = \"https://paper.example\""));
    CHECK(has(settings, "permalink = \"/:slug/\""));
    CHECK(has(settings, "time_zone = \"Europe/Berlin\""));
    CHECK(has(settings, "[[menu.main]]\nname = \"About\"\nurl = \"/about/\""));
    CHECK(has(settings, "bio = \"Writes\""));
    CHECK_FALSE(has(settings + post, "@example.org"));
    CHECK(has(site.file("redirects.toml"), "\"/tag/rivers/rss/\" = \"/tag/rivers/feed.xml\""));
}

TEST_CASE("an export of Ghost may be without the address of its site") {
    Imported site("ghost", "export.json", std::string(ghost_export));
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/2024/02/fish.md"), "[**us**](/about/)"));
    CHECK_FALSE(has(site.file("site.toml"), "base_url"));
    CHECK(has(site.file("import-report.md"), "base_url"));
}

TEST_CASE("redirects of Ghost are kept if they are no patterns") {
    Imported site("ghost", "export.json", std::string(ghost_export));
    site.add("redirects.json",
             R"json([{"from":"^/old-fish/?$","to":"/fish/","permanent":true},
                     {"from":"/a/(.*)","to":"/$1"}])json");
    site.add("redirects.yaml", "301:\n  /older: /fish/\n302:\n  /b/(.*): /fish/\n");
    site.run();
    REQUIRE(site.report.ok());
    CHECK(has(site.file("redirects.toml"), "\"/old-fish\" = \"/fish/\""));
    CHECK(has(site.file("redirects.toml"), "\"/older\" = \"/fish/\""));
    CHECK(site.report.diagnostics.size() == 2);
}

TEST_CASE("cards of Lexical become what they mean, and unknown ones are counted") {
    CHECK(
        lexical_of(R"({"type":"heading","tag":"h3","children":[{"type":"text","text":"Head"}]})") ==
        "### Head\n");
    CHECK(
        lexical_of(
            R"({"type":"paragraph","children":[{"type":"text","text":"a","format":3},{"type":"linebreak"},{"type":"text","text":"x<y","format":16}]})") ==
        "**_a_**\\\n`x<y`\n");
    CHECK(
        lexical_of(
            R"({"type":"list","listType":"bullet","children":[{"type":"listitem","children":[{"type":"text","text":"One"}]},{"type":"listitem","children":[{"type":"list","listType":"number","children":[{"type":"listitem","children":[{"type":"text","text":"Two"}]}]}]}]})") ==
        "- One\n  1. Two\n");
    CHECK(lexical_of(R"({"type":"codeblock","language":"cpp","code":"a < b;"})") ==
          "```cpp\na < b;\n```\n");
    CHECK(lexical_of(R"({"type":"markdown","markdown":"A *word*"})") == "A *word*\n");
    CHECK(has(lexical_of(R"({"type":"embed","url":"https://youtu.be/abc"})"), "embed/abc"));
    CHECK(
        lexical_of(
            R"({"type":"bookmark","url":"https://a.example/","metadata":{"title":"A & B","description":"D"}})") ==
        "[A & B](https://a.example/)\\\nD\n");
    CHECK(lexical_of(R"({"type":"callout","calloutEmoji":"!","calloutText":"Note <b>this</b>"})") ==
          "> ! Note **this**\n");
    CHECK(has(lexical_of(R"({"type":"toggle","heading":"More","content":"<p>Text</p>"})"),
              "<summary>More</summary>"));
    CHECK(lexical_of(R"({"type":"button","buttonText":"Go","buttonUrl":"/go/"})") ==
          "[Go](/go/)\n");
    CHECK(lexical_of(R"({"type":"file","src":"/f.pdf","fileTitle":"F"})") == "[F](/f.pdf)\n");
    CHECK(lexical_of(R"({"type":"horizontalrule"})") == "---\n");
    CHECK(has(lexical_of(R"({"type":"gallery","images":[{"src":"/a.jpg"},{"src":"/b.jpg"}]})"),
              "/b.jpg"));
    const ImportedText text = read_with(
        read_ghost_text, R"({"root":{"children":[{"type":"signup"},{"type":"signup"},7,[]]}})");
    CHECK(text.document.blocks.empty());
    CHECK(text.dropped_blocks.at("signup") == 2);
}

TEST_CASE("Mobiledoc is read with its markups, atoms, lists and cards") {
    CHECK(
        markdown_of(
            read_ghost_text,
            R"({"version":"0.3.1","atoms":[["soft-return","",{}]],"cards":[["code",{"code":"x"}],["hr",{}]],
                  "markups":[["strong"],["a",["href","/b/"]]],
                  "sections":[[1,"h2",[[0,[],0,"Head"]]],[1,"p",[[0,[0],0,"bold "],[0,[1],2,"link"],[1,[],0,0],[0,[],0,"end"]]],
                  [3,"ol",[[[0,[],0,"One"]],[[0,[],0,"Two"]]]],[10,0],[10,1],[10,99],[2,"/c.jpg"]]})") ==
        "## Head\n\n**bold [link](/b/)**\\\nend\n\n1. One\n2. "
        "Two\n\n```\nx\n```\n\n---\n\n![](/c.jpg)\n");
}

TEST_CASE("files that are not exports of Ghost are refused with their place") {
    const auto refused = [](const std::string& bytes) {
        const Imported site("ghost", "export.json", bytes);
        CHECK_FALSE(site.report.ok());
        return format_diagnostic(site.report.diagnostics.at(0));
    };
    CHECK(has(refused("{\"db\": [\n  <html>"), "export.json:2:"));
    CHECK(has(refused("{\"db\": [\n  <html>"), "not valid JSON"));
    CHECK(has(refused("{\"a\": 1}"), "not an export of Ghost"));
    CHECK(has(refused(R"({"db":[{"data":{"posts":[],"tags":[{"id":1}]}}]})"), "no posts"));
    CHECK(has(refused(""), "not valid JSON"));
}

TEST_CASE("of a damaged export of Ghost, what is whole is kept") {
    const std::string whole(ghost_export);
    const Imported site("ghost", "export.json", whole.substr(0, whole.find("\"posts_authors\"")));
    CHECK(site.report.ok());
    CHECK(site.report.diagnostics.size() == 1);
    CHECK(has(site.file("articles/2024/02/fish.md") + site.file("articles/2024/01/fish.md"), "us"));
}

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
    const Imported site("blogger", "blog.xml", std::string(blogger_2010));
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
    const Imported site("blogger", "feed.atom", std::string(blogger_2024), "https://paper.example");
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
        const Imported site("blogger", "blog.xml", bytes);
        CHECK_FALSE(site.report.ok());
        return format_diagnostic(site.report.diagnostics.at(0));
    };
    CHECK(has(refused("<!DOCTYPE html><html></html>"), "web page"));
    CHECK(has(refused(""), "empty"));
    CHECK(has(refused("<feed><entry><title>x</title></entry></feed>"), "not a backup"));
    CHECK(has(refused("<feed xmlns:blogger='x'><title>blogger</title></feed>"), "no posts"));
}
