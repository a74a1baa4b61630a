#include "press/base/time_zone.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

namespace {

// The date with the offset of the zone, as RFC 3339.
std::string in_zone(const char* zone, const char* date) {
    const auto found = TimeZone::named(zone);
    REQUIRE(found);
    model::Date result = *model::parse_date(date);
    found->apply(result);
    return model::format_rfc3339(result);
}

}  // namespace

TEST_CASE("fixed offsets are time zones") {
    CHECK(in_zone("+09:00", "2026-11-28 15:00") == "2026-11-28T15:00:00+09:00");
    CHECK(in_zone("-0330", "2026-11-28 15:00") == "2026-11-28T15:00:00-03:30");
    CHECK(in_zone("UTC", "2026-11-28 15:00") == "2026-11-28T15:00:00Z");
    CHECK(in_zone("UTC+2", "2026-11-28 15:00") == "2026-11-28T15:00:00+02:00");
    for (const char* name : {"", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "+", "TZif"}) {
        CHECK(!TimeZone::named(name));
    }
}

TEST_CASE("names of the IANA database are time zones") {
    if (!TimeZone::named("Asia/Tokyo")) return;  // the machine has no database
    CHECK(in_zone("Asia/Tokyo", "2026-11-28 15:00") == "2026-11-28T15:00:00+09:00");
    CHECK(in_zone("Europe/Berlin", "2024-01-01 12:00") == "2024-01-01T12:00:00+01:00");
    CHECK(in_zone("Europe/Berlin", "2024-07-01 12:00") == "2024-07-01T12:00:00+02:00");
    CHECK(in_zone("Europe/Berlin", "2024-03-31 01:59") == "2024-03-31T01:59:00+01:00");
    CHECK(in_zone("Europe/Berlin", "2024-03-31 03:00") == "2024-03-31T03:00:00+02:00");
    CHECK(in_zone("America/New_York", "2024-12-31 23:30") == "2024-12-31T23:30:00-05:00");
    CHECK(in_zone("Asia/Kolkata", "2024-12-31 23:30") == "2024-12-31T23:30:00+05:30");
}

TEST_CASE("damaged files of time zones are refused") {
    CHECK(!TimeZone::parse(""));
    CHECK(!TimeZone::parse("TZif2"));
    std::string huge = "TZif2" + std::string(15, '\0') + std::string(24, '\xFF');
    CHECK(!TimeZone::parse(huge));
    CHECK(!TimeZone::parse(huge + std::string(100, 'x')));
}

}  // namespace broadsheet::press
