// Imports of exports of Ghost: what is read, repaired and written.
#include <doctest/doctest.h>

#include <string>

#include "press/import/ghost/ghost_headings.h"
#include "press/import/ghost/ghost_text.h"
#include "press/import/imported_paper.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::has;
using test::ImportedPaper;
using test::markdown_of;
using test::read_alone;

namespace {

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
"posts_meta":[{"post_id":"5f00000000000000000000a1","meta_description":"For machines","feature_image_alt":"Top","feature_image_caption":"By <b>Ann</b> &amp; Bob"}],
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
    const ImportedPaper site("ghost", "export.json", std::string(ghost_export),
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
              "alt: \"Top\", caption: \"By Ann & Bob\"}"));
    CHECK(has(post, "See [**us**](/about/)"));
    CHECK(has(post, "https://paper.example/content/images/2024/01/lake.jpg"));
    CHECK_FALSE(has(post, "not this"));
    CHECK(has(site.file("tags/cpp/_index.md"), "title: \"C++\""));
    CHECK(has(site.file("pages/about.md"), "We report."));
    CHECK(has(site.file("articles/drafts/members.md"), "draft: true"));
    CHECK(has(site.file("articles/drafts/draft.md"), "draft: true"));
    CHECK(site.report.unpublished.size() == 1);
    CHECK(site.report.made.at("menu entries") == 1);
    CHECK(site.report.skipped.empty());
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
    ImportedPaper site("ghost", "export.json", std::string(ghost_export));
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/2024/02/fish.md"), "[**us**](/about/)"));
    CHECK_FALSE(has(site.file("site.toml"), "base_url"));
    CHECK(has(site.file("import-report.md"), "base_url"));
}

TEST_CASE("redirects of Ghost are kept if they are no patterns") {
    ImportedPaper site("ghost", "export.json", std::string(ghost_export));
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
    CHECK(
        lexical_of(
            R"({"type":"list","listType":"number","start":3,"children":[{"type":"listitem","children":[{"type":"text","text":"Three"}]}]})") ==
        "3. Three\n");
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
    const ImportedText text = read_alone(
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
        const ImportedPaper site("ghost", "export.json", bytes);
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
    const ImportedPaper site("ghost", "export.json",
                             whole.substr(0, whole.find("\"posts_authors\"")));
    CHECK(site.report.ok());
    CHECK(site.report.diagnostics.size() == 1);
    CHECK(has(site.file("articles/2024/02/fish.md") + site.file("articles/2024/01/fish.md"), "us"));
}

TEST_CASE("cards that members or mails alone had are left out and counted") {
    const auto read = [](const std::string& visibility) {
        return read_alone(read_ghost_text,
                          R"({"root":{"children":[{"type":"html","html":"<p>x</p>","visibility":)" +
                              visibility + "}]}}");
    };
    CHECK(read(R"({"web":{"nonMember":false}})").withheld.at("html") == 1);
    CHECK(read(R"({"web":{"nonMember":false}})").document.blocks.empty());
    CHECK(read(R"({"showOnEmail":true,"showOnWeb":false})").withheld.at("html") == 1);
    CHECK(read(R"({"web":{"nonMember":true}})").withheld.empty());
    const ImportedText stored = read_alone(
        read_ghost_text,
        "<p>a</p><!--kg-gated-block:begin nonMember:false memberSegment:\"status:free\" -->"
        "<p>b</p><!--kg-gated-block:end--><p>c</p>");
    CHECK(stored.withheld.at("html") == 1);
    CHECK(stored.document.blocks.size() == 2);
}

TEST_CASE("redirects that Ghost wrote as expressions of a path are kept") {
    ImportedPaper site("ghost", "export.json", std::string(ghost_export));
    site.add("redirects.json",
             R"json([{"from":"^\\/old\\/?$","to":"/fish/"},{"from":"/^\\/big\\/$/i","to":"fish/"},
                     {"from":"/c/","to":""},{"from":"^\\/n\\d+$","to":"/"}])json");
    site.run();
    REQUIRE(site.report.ok());
    const std::string redirects = site.file("redirects.toml");
    CHECK(has(redirects, "\"/old\" = \"/fish/\""));
    CHECK(has(redirects, "\"/big/\" = \"/fish/\""));
    CHECK_FALSE(has(redirects, "\"/c/\""));
    REQUIRE(site.report.diagnostics.size() == 2);
    CHECK(has(site.report.diagnostics[0].what, "\"/c/\" leads nowhere"));
    CHECK(has(site.report.diagnostics[1].what, "is a pattern"));
}

TEST_CASE("headings keep the names that Ghost gave them") {
    CHECK(ghost_heading_name("Costs & benefits") == "costs-benefits");
    CHECK(ghost_heading_name(" 1. \xC3\x9C"
                             "ber -- uns! ") ==
          "1-\xC3\xBC"
          "ber-uns");
    const std::string heading =
        R"({"type":"heading","tag":"h2","children":[{"type":"text","text":"A & b"}]})";
    CHECK(lexical_of(heading + "," + heading) == "## A & b {#a-b}\n\n## A & b {#a-b-1}\n");
    CHECK(
        lexical_of(R"({"type":"heading","tag":"h2","children":[{"type":"text","text":"Head"}]})") ==
        "## Head\n");
}

TEST_CASE("Markdown cards keep footnotes, marks and line ends") {
    const auto card = [](const std::string& markdown) {
        return R"({"type":"markdown","markdown":")" + markdown + "\"}";
    };
    CHECK(lexical_of(card(R"(Claim[^1] and[^note]; H~2~O, x^2^ and ==marked==.\nNext\n\n)"
                          R"([^1]: Source\n[^note]: A *note*)")) ==
          "Claim[^1] and[^2]; H<sub>2</sub>O, x<sup>2</sup> and <mark>marked</mark>.\\\nNext\n\n"
          "[^1]: Source\n\n[^2]: A *note*\n");
    CHECK(lexical_of(card(R"(One[^1]\n\n[^1]: First)") + "," +
                     R"({"type":"paragraph","children":[{"type":"text","text":"Between"}]},)" +
                     card(R"(Two[^1] `[^1]`\n\n[^1]: Second)") + "," +
                     R"({"type":"paragraph","children":[{"type":"text","text":"End"}]})") ==
          "One[^1]\n\nBetween\n\nTwo[^2] `[^card2-1]`\n\nEnd\n\n[^1]: First\n\n[^2]: Second\n");
}

TEST_CASE("the second menu, authors' pictures and sites, and what has no place, are not lost") {
    std::string bytes(ghost_export);
    const auto put = [&](const std::string& before, const std::string& what) {
        bytes.insert(bytes.find(before), what);
    };
    put(R"("email":"ann@)",
        R"("profile_image":"__GHOST_URL__/content/images/ann.jpg","website":"https://ann.example",)");
    put(R"({"key":"navigation")",
        R"({"key":"secondary_navigation","value":"[{\"label\":\"Privacy\",\"url\":\"/privacy/\"},)"
        R"({\"label\":\"Sign up\",\"url\":\"#/portal/\"}]"},)"
        R"({"key":"logo","value":"__GHOST_URL__/content/images/logo.png"},)");
    put(R"("feature_image":")", R"("canonical_url":"https://first.example/fish/",)");
    const ImportedPaper site("ghost", "export.json", bytes, "https://paper.example");
    REQUIRE(site.report.ok());
    const std::string settings = site.file("site.toml");
    CHECK(has(settings, "[[menu.footer]]\nname = \"Privacy\"\nurl = \"/privacy/\""));
    CHECK(!has(settings, "#/portal/"));
    CHECK(has(site.report.not_kept.at("site.toml"), "menu entry Sign up #/portal/"));
    CHECK(has(settings, "links = { Website = \"https://ann.example\" }"));
    CHECK(has(site.report.not_kept.at("site.toml"), "content/images/logo.png"));
    CHECK(has(site.report.not_kept.at("site.toml"), "content/images/ann.jpg"));
    CHECK(
        has(site.file("articles/2024/02/fish.md"), "canonical: \"https://first.example/fish/\"\n"));
    CHECK(has(lexical_of(R"({"type":"header","header":"H","backgroundImageSrc":"/h.jpg"})"),
              "![](/h.jpg)\n\n## H\n"));
}
