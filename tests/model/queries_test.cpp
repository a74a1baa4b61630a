#include "model/queries.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace broadsheet::model;

namespace {

std::string print(const CalendarMonth& month) {
    std::string out;
    for (const auto& week : month.weeks) {
        for (const CalendarDay& day : week) {
            out += day.day == 0 ? " ." : " " + std::to_string(day.day);
            if (day.has_articles) out += '*';
        }
        out += '\n';
    }
    return out;
}

TEST_CASE("an HTML advertisement adds the site itself to the frame sources") {
    Site site;
    site.frame_sources = {"https://player.example"};
    site.advertisements.resize(1);
    CHECK(framed_origins(site) == std::vector<std::string>{"https://player.example"});
    site.advertisements[0].framed = true;
    CHECK(framed_origins(site) == std::vector<std::string>{"https://player.example", "'self'"});
}

}  // namespace

TEST_CASE("tags are sized by the logarithm of their count and sorted by name") {
    const std::vector<TagCount> tags = {{"China", "/tag/china/", 6694},
                                        {"tourism", "/tag/tourism/", 2151},
                                        {"asia", "/tag/asia/", 836}};
    const auto cloud = tag_cloud(tags);
    REQUIRE(cloud.size() == 3);
    CHECK(cloud[0].tag->name == "asia");
    CHECK(cloud[1].tag->name == "China");
    CHECK(cloud[2].tag->name == "tourism");
    // Weights: round(log10(837)·100) = 292, 383, 333.
    CHECK(cloud[0].points == doctest::Approx(8));
    CHECK(cloud[1].points == doctest::Approx(22));
    CHECK(cloud[2].points == doctest::Approx(8 + (333 - 292) * 14.0 / (383 - 292)));
}

TEST_CASE("equal counts give the smallest size, and at most 45 tags are used") {
    std::vector<TagCount> tags;
    tags.reserve(50);
    for (int i = 0; i < 50; ++i) {
        tags.push_back({"t" + std::to_string(100 + i), "/tag/t/", 7});
    }
    const auto cloud = tag_cloud(tags);
    CHECK(cloud.size() == 45);
    for (const CloudTag& tag : cloud) CHECK(tag.points == doctest::Approx(8));
    CHECK(tag_cloud({}).empty());
}

TEST_CASE("a calendar month has weeks and the nearest months with articles") {
    const std::vector<ArchiveMonth> archive = {
        {2025, 7, 3, 0b1000001}, {2025, 3, 1, 1}, {2024, 11, 2, 1}};
    const CalendarMonth july = calendar_month(archive, {2025, 7}, 1);
    CHECK(print(july) ==
          " . 1* 2 3 4 5 6\n"
          " 7* 8 9 10 11 12 13\n"
          " 14 15 16 17 18 19 20\n"
          " 21 22 23 24 25 26 27\n"
          " 28 29 30 31 . . .\n");
    CHECK(july.previous == MonthReference{2025, 3});
    CHECK(!july.next);
    const CalendarMonth may = calendar_month(archive, {2025, 5}, 1);
    CHECK(may.previous == MonthReference{2025, 3});
    CHECK(may.next == MonthReference{2025, 7});
    const CalendarMonth sunday = calendar_month(archive, {2025, 3}, 7);
    CHECK(print(sunday).starts_with(" . . . . . . 1*\n 2 "));
    CHECK(sunday.previous == MonthReference{2024, 11});
    CHECK(sunday.next == MonthReference{2025, 7});
}

TEST_CASE("a February of exactly four weeks has four rows") {
    const CalendarMonth month = calendar_month({}, {2027, 2}, 1);
    CHECK(month.weeks.size() == 4);
    CHECK(!month.previous);
}

TEST_CASE("the count of a year is the sum of its months") {
    const std::vector<ArchiveMonth> archive = {{2025, 7, 842, 1}, {2025, 6, 8, 1}, {2024, 7, 1, 1}};
    const auto years = archive_years(archive);
    REQUIRE(years.size() == 2);
    CHECK(years[0].year == 2025);
    CHECK(years[0].count == 850);
    CHECK(years[1].count == 1);
}

TEST_CASE("the ancestors of a category come root first") {
    const std::vector<CategoryNode> roots = {
        {"Asia", "/category/asia/", 3, {{"China", "/category/asia/china/", 2, {}}}},
        {"Europe", "/category/europe/", 1, {}}};
    const auto trail = category_trail(roots, "/category/asia/china/");
    REQUIRE(trail.size() == 2);
    CHECK(trail[0]->name == "Asia");
    CHECK(trail[1]->name == "China");
    CHECK(category_trail(roots, "/category/none/").empty());
}

TEST_CASE("the number of pages of a list") {
    CHECK(page_count(0, 10) == 1);
    CHECK(page_count(10, 10) == 1);
    CHECK(page_count(11, 10) == 2);
    CHECK(page_count(5, 0) == 1);
}
