// Time zones by their names in the IANA database, as installed on this machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"

namespace broadsheet::press {

// The offsets of a time zone from UTC over time.
class TimeZone {
  public:
    // "Asia/Tokyo", or a fixed offset such as "+09:00". Nothing if the name is unknown.
    static std::optional<TimeZone> named(std::string_view name);
    // Parses the bytes of a TZif file (RFC 8536).
    static std::optional<TimeZone> parse(std::string_view bytes);

    // Sets the offset of a date whose other members are local time.
    void apply(model::Date& date) const;
    // The local date of a moment, in seconds since 1970-01-01T00:00:00Z.
    model::Date local(std::int64_t seconds) const;

  private:
    struct Change {
        std::int64_t at = 0;  // seconds since 1970-01-01T00:00:00Z
        int offset = 0;       // minutes east of UTC from then on
    };

    int offset_at(std::int64_t seconds) const;

    int first_offset_ = 0;         // before all changes
    std::vector<Change> changes_;  // by time
};

}  // namespace broadsheet::press
