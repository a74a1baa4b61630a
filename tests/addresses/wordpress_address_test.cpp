#include "addresses/wordpress_address.h"

#include <doctest/doctest.h>

#include <array>
#include <utility>

namespace broadsheet::addresses {

TEST_CASE("addresses of WordPress have paths here") {
    using Case = std::pair<const char*, const char*>;
    constexpr std::array<Case, 35> cases = {{
        {"/?p=12", "/?p=12"},
        {"/?page_id=12&preview=true", "/?p=12"},
        {"/?preview=true&attachment_id=12", "/?p=12"},
        {"/?cat=3", "/?cat=3"},
        {"/?author=4", "/?author=4"},
        {"/?p=x", "/"},
        {"/?p=", "/"},
        {"/?p=1234567890123456789", "/"},
        {"/?tag=rivers", "/tag/rivers/"},
        {"/?tag=na%C3%AFve&paged=2", "/tag/naïve/page/2/"},
        {"/?tag=..", "/"},
        {"/?tag=a%3Fb", "/"},
        {"/?author_name=ann", "/author/ann/"},
        {"/?category_name=asia/china", "/category/asia/china/"},
        {"/?category_name=china", "/?category_name=china"},
        {"/?category_name=caf%C3%A9&paged=2", "/?category_name=café"},
        {"/?category_name=%3F", "/"},
        {"/?pagename=about", "/about/"},
        {"/?m=2025", "/2025/"},
        {"/?m=202507", "/2025/07/"},
        {"/?m=20250714", "/2025/07/14/"},
        {"/?m=20250714093000", "/2025/07/14/"},
        {"/?m=20", "/"},
        {"/?s=two+words", "/search/?q=two+words"},
        {"/?s=", "/"},
        {"/?paged=3", "/page/3/"},
        {"/?paged=1", "/"},
        {"/?feed=rss2", "/feed.xml"},
        {"/?tag=rivers&feed=atom", "/tag/rivers/feed.xml"},
        {"/?utm_source=p=12", "/"},
        {"/?", "/"},
        {"/tag/rivers/feed/", "/tag/rivers/feed.xml"},
        {"/2025/07/feed/", "/2025/07/feed/"},
        {"/about/feed/", "/about/feed/"},
        {"/2025/07/14/slug/", "/2025/07/14/slug/"},
    }};
    for (const Case& one : cases) {
        CHECK_MESSAGE(wordpress_path(one.first) == one.second, one.first);
    }
}

TEST_CASE("further-addresses: those of an article's feed, comments and AMP page name the article") {
    using Case = std::pair<const char*, const char*>;
    constexpr std::array<Case, 12> cases = {{
        {"/2019/03/lake/amp/", "/2019/03/lake/"},
        {"/lake/feed/", "/lake/"},
        {"/lake/embed/", "/lake/"},
        {"/lake/trackback/", "/lake/"},
        {"/lake/comment-page-12/", "/lake/"},
        {"/amp/", "/"},
        {"/lake/", "/lake/"},
        {"/lake/camp/", "/lake/camp/"},
        {"/lake/amp", "/lake/amp"},
        {"/lake/comment-page-2/more/", "/lake/comment-page-2/more/"},
        {"amp/", "amp/"},
        {"", ""},
    }};
    for (const Case& one : cases) CHECK_MESSAGE(path_of_owner(one.first) == one.second, one.first);
}

}  // namespace broadsheet::addresses
