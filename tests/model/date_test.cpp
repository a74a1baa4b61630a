#include "model/date.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using namespace broadsheet::model;

TEST_CASE("dates are parsed in every format that Hugo and Jekyll accept") {
    constexpr std::array<std::pair<const char*, const char*>, 43> cases = {{
        {"2024-02-06", "2024-02-06T00:00:00Z"},
        {"2024-2-6", "2024-02-06T00:00:00Z"},
        {"2024/02/06", "2024-02-06T00:00:00Z"},
        {" 2024-02-06\n", "2024-02-06T00:00:00Z"},
        {"2024-02-06 15:04", "2024-02-06T15:04:00Z"},
        {"2024-02-06 15:04:05", "2024-02-06T15:04:05Z"},
        {"2024-02-06T15:04:05Z", "2024-02-06T15:04:05Z"},
        {"2024-02-06T15:04:05.123Z", "2024-02-06T15:04:05Z"},
        {"2024-02-06t15:04:05z", "2024-02-06T15:04:05Z"},
        {"2024-02-06T15:04:05+01:00", "2024-02-06T15:04:05+01:00"},
        {"2024-02-06 15:04:05 +0100", "2024-02-06T15:04:05+01:00"},
        {"2024-02-06 15:04:05 -07:00", "2024-02-06T15:04:05-07:00"},
        {"2024-02-06 15:04:05 -0700 MST", "2024-02-06T15:04:05-07:00"},
        {"2024-02-06 15:04:05 UTC", "2024-02-06T15:04:05Z"},
        {"2024-02-06 15:04:05 EST", "2024-02-06T15:04:05-05:00"},
        {"2024-02-06 3:04 PM", "2024-02-06T15:04:00Z"},
        {"2024-02-06 12:04 am", "2024-02-06T00:04:00Z"},
        {"2023-01-29 18:30:22 2023 -0800", "2023-01-29T18:30:22-08:00"},
        {"2016-12-31 23:59:60", "2016-12-31T23:59:59Z"},
        {"06 Feb 2024", "2024-02-06T00:00:00Z"},
        {"6 February 2024", "2024-02-06T00:00:00Z"},
        {"Feb 6, 2024", "2024-02-06T00:00:00Z"},
        {"February 6th, 2024", "2024-02-06T00:00:00Z"},
        {"Sept 6 2024", "2024-09-06T00:00:00Z"},
        {"Tue, 06 Feb 2024 15:04:05 GMT", "2024-02-06T15:04:05Z"},
        {"Tue, 06 Feb 2024 15:04:05 -0700", "2024-02-06T15:04:05-07:00"},
        {"Tuesday, 06-Feb-24 15:04:05 MST", "2024-02-06T15:04:05-07:00"},
        {"Tue Feb  6 15:04:05 2024", "2024-02-06T15:04:05Z"},
        {"Tue Feb 06 15:04:05 -0700 2024", "2024-02-06T15:04:05-07:00"},
        {"2024-02-29", "2024-02-29T00:00:00Z"},
        {"2000-02-29", "2000-02-29T00:00:00Z"},
        // Not dates.
        {"2023-02-29", ""},
        {"1900-02-29", ""},
        {"2024-13-01", ""},
        {"2024-04-31", ""},
        {"2024-02-06 25:00", ""},
        {"2024-02-06 15:04 nowhere", ""},
        {"2024-02-06-07", ""},
        {"0000-01-01", ""},
        {"24-02-06", ""},
        {"next Tuesday", ""},
        {"", ""},
        {"2024", ""},
    }};
    for (const auto& [text, expected] : cases) {
        const std::string shown(text);
        INFO(shown);
        const auto date = parse_date(text);
        CHECK((date ? format_rfc3339(*date) : std::string()) == expected);
    }
}

TEST_CASE("days convert to days since 1970 and back") {
    CHECK(days_since_epoch({1970, 1, 1}) == 0);
    CHECK(days_since_epoch({1969, 12, 31}) == -1);
    CHECK(days_since_epoch({2000, 3, 1}) == 11017);
    for (std::int64_t days = -719'162; days < 2'900'000; days += 997) {
        const Day day = day_from_epoch(days);
        REQUIRE(is_valid(day));
        REQUIRE(days_since_epoch(day) == days);
    }
}

TEST_CASE("weekdays count from Monday") {
    CHECK(weekday({1970, 1, 1}) == 4);
    CHECK(weekday({2025, 7, 14}) == 1);
    CHECK(weekday({2024, 2, 29}) == 4);
    CHECK(weekday({1600, 1, 1}) == 6);
}

TEST_CASE("an offset moves the instant, not the day that the author wrote") {
    const auto east = parse_date("2024-02-06T00:30:00+09:00");
    const auto west = parse_date("2024-02-05T15:30:00Z");
    REQUIRE(east);
    REQUIRE(west);
    CHECK(seconds_since_epoch(*east) == seconds_since_epoch(*west));
    CHECK(east->day == Day{2024, 2, 6});
    CHECK(date_from_epoch(seconds_since_epoch(*east)) == *west);
}
