// Cards of Ghost: what they show, and what they do not.
#include <doctest/doctest.h>

#include <string>

#include "press/import/ghost/ghost_text.h"
#include "press/import/imported_paper.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::has;
using test::markdown_of;

namespace {

std::string card_as_markdown(const std::string& card) {
    return markdown_of(read_ghost_text, R"({"root":{"children":[)" + card + "]}}");
}

std::string mobiledoc_card(const std::string& name, const std::string& card) {
    return markdown_of(read_ghost_text, R"({"version":"0.3.1","cards":[[")" + name + "\"," + card +
                                            R"(]],"sections":[[10,0]]})");
}

}  // namespace

TEST_CASE("switched-off-buttons: a card has no button that its author switched off") {
    const std::string link = R"("buttonText":"Go","buttonUrl":"https://a.example/")";
    CHECK(card_as_markdown(R"({"type":"header","header":"H","buttonEnabled":true,)" + link + "}") ==
          "## H\n\n[Go](https://a.example/)\n");
    CHECK(card_as_markdown(R"({"type":"header","header":"H","buttonEnabled":false,)" + link +
                           "}") == "## H\n");
    CHECK(
        card_as_markdown(R"({"type":"call-to-action","textValue":"<p>T</p>","showButton":false,)" +
                         link + "}") == "T\n");
    CHECK(card_as_markdown(R"({"type":"product","productTitle":"P","productButtonEnabled":false,)"
                           R"("productButton":"Buy","productUrl":"https://a.example/"})") ==
          "### P\n");
}

TEST_CASE("header-styles: the picture of a header is shown where its style shows it") {
    const std::string card = R"({"type":"header","header":"H","backgroundImageSrc":"/h.jpg")";
    CHECK(card_as_markdown(card + R"(,"style":"dark"})") == "## H\n");
    CHECK(card_as_markdown(card + R"(,"style":"image"})") == "![](/h.jpg)\n\n## H\n");
}

TEST_CASE("sponsors: a call to action says whose it is, and its picture leads there") {
    const std::string card =
        R"({"type":"call-to-action","textValue":"<p>T</p>","sponsorLabel":"<p>By <b>X</b></p>",)"
        R"("imageUrl":"/c.jpg","buttonText":"Go","buttonUrl":"https://a.example/","hasSponsorLabel":)";
    CHECK(card_as_markdown(card + "true}") ==
          "By **X**\n\n[![](/c.jpg)](https://a.example/)\n\nT\n\n[Go](https://a.example/)\n");
    CHECK_FALSE(has(card_as_markdown(card + "false}"), "By"));
}

TEST_CASE("words-of-cards: a card keeps the words that its page showed") {
    CHECK(
        card_as_markdown(R"({"type":"bookmark","url":"https://a.example/","metadata":{"title":"T",)"
                         R"("description":"D","author":"Ann","publisher":"P & Co"}})") ==
        "[T](https://a.example/)\\\nD\\\nP & Co\\\nAnn\n");
    CHECK(mobiledoc_card("embed", R"({"type":"bookmark","url":"https://a.example/",)"
                                  R"("metadata":{"title":"T"},"caption":"C"})") ==
          "[T](https://a.example/)\n\nC\n");
    const std::string post = card_as_markdown(
        R"({"type":"embed","embedType":"twitter","url":"https://twitter.com/a/status/1",)"
        R"("html":"<blockquote><p>Words</p>A <a href=\"https://twitter.com/a/status/1\">May</a>)"
        R"(</blockquote><script src=\"https://platform.example/w.js\"></script>"})");
    CHECK(has(post, "> Words"));
    CHECK(has(post, "[May](https://twitter.com/a/status/1)"));
    CHECK(
        card_as_markdown(
            R"({"type":"paragraph","children":[{"type":"text","text":"Find "},)"
            R"({"type":"tk","text":"TK"},{"type":"zwnj","text":""},{"type":"text","text":"."}]})") ==
        "Find TK.\n");
    CHECK(card_as_markdown(
              R"({"type":"callout","calloutEmoji":"!","calloutText":"<p>One</p><p>Two</p>"})") ==
          "> ! One\n>\n> Two\n");
}

TEST_CASE("pictures-of-cards: linked pictures of galleries, and of sound, and before and after") {
    CHECK(has(card_as_markdown(
                  R"({"type":"gallery","images":[{"src":"/a.jpg","href":"https://a.example/"},)"
                  R"({"src":"/b.jpg"}]})"),
              "<a href=\"https://a.example/\"><img src=\"/a.jpg\""));
    CHECK(has(
        card_as_markdown(R"({"type":"audio","src":"/a.mp3","title":"T","thumbnailSrc":"/a.jpg"})"),
        "![](/a.jpg)\n\nT\n"));
    const std::string pair = mobiledoc_card(
        "before-after",
        R"({"beforeImage":{"src":"/1.jpg","alt":"Old"},"afterImage":{"src":"/2.jpg"},)"
        R"("caption":"Then and now"})");
    CHECK(has(pair, "<img src=\"/1.jpg\" alt=\"Old\">"));
    CHECK(has(pair, "<img src=\"/2.jpg\""));
    CHECK(has(pair, "Then and now"));
}
