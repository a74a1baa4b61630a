#include "press/pages/view_counter.h"

#include <doctest/doctest.h>

#include <string>

#include "press/pages/host_files.h"

namespace broadsheet::press {

TEST_CASE("a site without a counter has nothing of it") {
    page::HtmlOptions html;
    add_counter(html, {}, "assets/statistics.js", "https://paper.example");
    CHECK(html.common_head.empty());
    CHECK(html.counter_origin.empty());
    CHECK(policy_header(page::PolicySources()) == policy_header(with_counter({}, {})));
}

TEST_CASE("the counter of each service") {
    struct Case {
        StatisticsConfig statistics;
        const char* head;
        const char* picture;
    };
    for (const Case& each : {
             Case{{StatisticsService::goatcounter, "https://paper.goatcounter.com", "", true},
                  "<script type=\"module\" src=\"/news/assets/statistics.js\" "
                  "data-counter=\"goatcounter\" data-url=\"https://paper.goatcounter.com/count\" "
                  "data-host=\"paper.example\"></script>\n",
                  "https://paper.goatcounter.com/count?p="},
             Case{{StatisticsService::plausible, "https://plausible.io", "paper.example", false},
                  "<script type=\"module\" src=\"/news/assets/statistics.js\" "
                  "data-counter=\"plausible\" data-url=\"https://plausible.io/api/event\" "
                  "data-id=\"paper.example\" data-host=\"paper.example\"></script>\n",
                  ""},
             Case{{StatisticsService::umami, "https://a.example:8000/u", "1&2", false},
                  "<script type=\"module\" src=\"/news/assets/statistics.js\" "
                  "data-counter=\"umami\" data-url=\"https://a.example:8000/u/api/send\" "
                  "data-id=\"1&amp;2\" data-host=\"paper.example\"></script>\n",
                  ""},
             Case{{StatisticsService::matomo, "https://m.example", "7", true},
                  "<script type=\"module\" src=\"/news/assets/statistics.js\" "
                  "data-counter=\"matomo\" data-url=\"https://m.example/matomo.php\" data-id=\"7\" "
                  "data-host=\"paper.example\"></script>\n",
                  "https://m.example/matomo.php?rec=1&idsite=7&url=https%3A%2F%2Fpaper.example"},
         }) {
        page::HtmlOptions html;
        html.base_path = "/news/";
        add_counter(html, each.statistics, "assets/statistics.js", "https://paper.example/news");
        CHECK(html.common_head == each.head);
        CHECK(html.counter_picture == each.picture);
    }
}

TEST_CASE("the policy allows the counter's origin, without its path") {
    const StatisticsConfig umami{StatisticsService::umami, "https://a.example:8000/u", "1", false};
    const std::string policy = policy_header(with_counter({{"https://f.example"}}, umami));
    CHECK(policy.find("img-src 'self';") != std::string::npos);
    CHECK(policy.find("connect-src 'self' https://a.example:8000;") != std::string::npos);
    CHECK(policy.find("frame-src https://f.example;") != std::string::npos);
    StatisticsConfig goatcounter{StatisticsService::goatcounter, "https://g.example", "", true};
    CHECK(policy_header(with_counter({}, goatcounter)).find("img-src 'self' https://g.example;") !=
          std::string::npos);
}

TEST_CASE("a page has its own picture for readers without scripts") {
    page::HtmlOptions html;
    html.base_path = "/news/";
    add_counter(html, {StatisticsService::goatcounter, "https://g.example", "", true}, "s.js", "");
    page::Page page;
    page.title = "A & \"B\"";
    page.path = "/a b/";
    CHECK(
        page::page_to_html(page, html)
            .find("</div>\n<noscript><img "
                  "src=\"https://g.example/count?p=/news/a%20b/&amp;t=A%20%26%20%22B%22\" alt=\"\" "
                  "width=\"1\" height=\"1\" referrerpolicy=\"no-referrer\"></noscript>\n</body>") !=
        std::string::npos);
    // The page for missing addresses does not know its own.
    page.path.clear();
    CHECK(page::page_to_html(page, html).find("<noscript>") == std::string::npos);
}

}  // namespace broadsheet::press
