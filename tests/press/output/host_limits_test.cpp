#include "press/output/host_limits.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("a site within all limits is not mentioned") {
    BuildReport report;
    report.bytes = 1'000'000'000;
    report.files = 20'000;
    report.largest_file = 25ULL << 20U;
    CHECK(host_limit_notes(report, "public").empty());
}

TEST_CASE("each limit is named with the option that helps") {
    BuildReport report;
    report.bytes = 2'570'000'000;
    report.files = 67'074;
    report.largest_file = 30ULL << 20U;
    report.largest_name = "film.mp4";
    const auto said = [&](Pages pages) {
        report.written_pages = pages;
        std::string out;
        for (const Diagnostic& each : host_limit_notes(report, "public")) {
            out += format_diagnostic(each);
        }
        return out;
    };
    CHECK(said(Pages::all) ==
          "public: note: the site has 2.5 GB; the limit of GitHub Pages is 1 GB; use --pages "
          "standard, or --pages none\n"
          "public: note: the site has 67074 files; the limit of Cloudflare Pages is 20000 in its "
          "free plan; use --pages standard, or --pages none\n"
          "public: note: film.mp4 has 30.0 MiB; the limit of Cloudflare Pages is 25 MiB for a "
          "file; make the file smaller, or link to it on another host\n");
    CHECK(said(Pages::standard).find("; use --pages none\n") != std::string::npos);
    CHECK(said(Pages::none).find("; choose another host\n") != std::string::npos);
}

TEST_CASE("which pages a site has by default depends on its size") {
    CHECK(chosen_pages(Pages::automatic, 10000) == Pages::all);
    CHECK(chosen_pages(Pages::automatic, 10001) == Pages::standard);
    CHECK(chosen_pages(Pages::none, 5) == Pages::none);
}

}  // namespace broadsheet::press
