// Records of plug-ins do not become pages, and what was not for everybody is not published.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string typed_item(int number, const std::string& type, const std::string& link,
                       const std::string& status = "publish") {
    const std::string id = std::to_string(number);
    return "<item><title>Item " + id + "</title><link>https://paper.example/" + link +
           "</link><content:encoded>Private words</content:encoded><wp:post_id>" + id +
           "</wp:post_id><wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:post_name>item-" + id +
           "</wp:post_name><wp:status>" + status + "</wp:status><wp:post_type>" + type +
           "</wp:post_type></item>\n";
}

}  // namespace

TEST_CASE("types that readers could not open are not imported and are counted") {
    const ImportedWordpress site(
        post_item(1, "One") +
        typed_item(2, "flamingo_inbound", "?post_type=flamingo_inbound&amp;p=2") +
        typed_item(3, "secret_notes", "?post_type=secret_notes&amp;p=3") +
        typed_item(4, "secret_notes", "?post_type=secret_notes&amp;p=4", "draft") +
        typed_item(5, "member_list", "?member_list=item-5") +
        typed_item(6, "my_order", "?post_type=my_order&amp;p=6", "wc-completed") +
        typed_item(7, "popup", "popup/item-7/") + typed_item(8, "book", "book/item-8/") +
        typed_item(9, "book", "?post_type=book&amp;p=9", "draft"));
    REQUIRE(site.report.ok());
    CHECK(site.report.skipped.at("flamingo_inbound") == 1);
    CHECK(site.report.skipped.at("secret_notes") == 2);
    CHECK(site.report.skipped.at("member_list") == 1);
    CHECK(site.report.skipped.at("my_order") == 1);
    CHECK(site.report.skipped.at("popup") == 1);
    CHECK(site.report.made.at("pages") == 1);
    CHECK(has(site.file("pages/book/item-8.md"), "Private words"));
    CHECK(has(site.file("pages/item-9.md"), "draft: true"));
}

TEST_CASE("a site whose addresses are all queries keeps its posts, pages and public types") {
    std::string post = post_item(1, "One");
    const auto link = post.find("2025/01/02/post-1/");
    post.replace(link, 18, "?p=1");
    const ImportedWordpress site(post + typed_item(2, "page", "?page_id=2") +
                                 typed_item(3, "book", "?book=item-3") +
                                 typed_item(4, "log", "?post_type=log&amp;p=4"));
    CHECK(site.report.made.at("articles") == 1);
    CHECK(site.report.made.at("pages") == 2);
    CHECK(site.report.skipped.at("log") == 1);
}

TEST_CASE("an item with parts for members becomes a draft, named with the reason") {
    const auto reason = [](const std::string& text, const std::string& more = {}) {
        const ImportedWordpress site(post_item(1, text, more));
        const auto& all = site.report.unpublished;
        if (all.empty()) return std::string();
        CHECK(all.begin()->first == "articles/drafts/post-1.md");
        CHECK(has(site.file("articles/drafts/post-1.md"), "imported_status: \"members\""));
        CHECK(has(site.file("import-report.md"), all.begin()->second));
        return all.begin()->second;
    };
    for (const char* name : {"private", "ppw", "mepr-active", "s2If", "restrict", "membership",
                             "wcm_restrict", "passster", "ihc-hide-content", "is_logged_in"}) {
        const std::string code(name);
        CHECK(has(reason("Open [" + code + " a=\"1\"]hidden[/" + code + "]"), "[" + code + "]"));
    }
    CHECK(has(reason("<!-- wp:jetpack/premium-content/container --><p>x</p>"
                     "<!-- /wp:jetpack/premium-content/container -->"),
              "premium-content"));
    const auto meta = [](const std::string& value) {
        return "<wp:postmeta><wp:meta_key>_jetpack_newsletter_access</wp:meta_key><wp:meta_value>" +
               value + "</wp:meta_value></wp:postmeta>";
    };
    CHECK(reason("Text", meta("paid_subscribers")) == "for members");
    CHECK(reason("Text", meta("everybody")).empty());
    CHECK(reason("Write <code>[private]x[/private]</code> or [[private]x[/private]]").empty());
    CHECK(reason("[user_not_logged_in]Log in[/user_not_logged_in]").empty());
    CHECK(reason("<!-- wp:acme/team-member --><p>Ann</p><!-- /wp:acme/team-member -->").empty());
}

TEST_CASE("patterns that are not published, or are for members, are not shown") {
    const auto pattern = [](const std::string& status, const std::string& text) {
        return "<item><title>P</title><content:encoded><![CDATA[" + text +
               "]]></content:encoded><wp:post_id>300</wp:post_id><wp:status>" + status +
               "</wp:status><wp:post_type>wp_block</wp:post_type></item>";
    };
    const std::string post = post_item(1, "<!-- wp:block {\"ref\":300} /-->");
    CHECK(has(ImportedWordpress(post + pattern("publish", "<p>Shown</p>")).post(1), "Shown"));
    CHECK_FALSE(has(ImportedWordpress(post + pattern("draft", "<p>Shown</p>")).post(1), "Shown"));
    const ImportedWordpress hidden(post + pattern("publish", "[private]x[/private]"));
    CHECK(hidden.report.unpublished.size() == 1);
}
