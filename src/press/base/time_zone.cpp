#include "press/base/time_zone.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>

#include "press/base/files.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// Reads big-endian numbers. Bytes past the end are 0.
class Bytes {
  public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number(std::size_t at, std::size_t size) const {
        std::uint64_t value = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            value = value << 8U | (i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0U);
        }
        return value;
    }
    std::int64_t signed32(std::size_t at) const {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(number(at, 4)));
    }
    std::int64_t signed64(std::size_t at) const { return static_cast<std::int64_t>(number(at, 8)); }

  private:
    std::string_view bytes_;
};

// The six counts of a TZif header, in the order of the file.
struct Counts {
    std::size_t ut_indicators, standard_indicators, leap_seconds, changes, types, letters;
};

constexpr std::size_t header_size = 44;

Counts read_counts(const Bytes& bytes, std::size_t header) {
    const auto count = [&](std::size_t i) {
        return static_cast<std::size_t>(bytes.number(header + 20 + 4 * i, 4));
    };
    return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

std::size_t size_of_data(const Counts& counts, std::size_t time_size) {
    return counts.changes * (time_size + 1) + counts.types * 6 + counts.letters +
           counts.leap_seconds * (time_size + 4) + counts.standard_indicators +
           counts.ut_indicators;
}

// "+09:00", "-0330", "UTC+2".
std::optional<int> fixed_offset(std::string_view name) {
    if (name == "UTC" || name == "Z" || name == "GMT") return 0;
    if (name.starts_with("UTC")) name.remove_prefix(3);
    if (name.empty() || (name[0] != '+' && name[0] != '-')) return std::nullopt;
    std::string digits;
    for (const char c : name.substr(1)) {
        if (c == ':') continue;
        if (!strings::is_digit(c)) return std::nullopt;
        digits += c;
    }
    if (digits.size() == 1 || digits.size() == 3) digits.insert(0, 1, '0');
    if (digits.size() == 2) digits += "00";
    if (digits.size() != 4) return std::nullopt;
    const int minutes = std::stoi(digits.substr(0, 2)) * 60 + std::stoi(digits.substr(2));
    return name[0] == '-' ? -minutes : minutes;
}

}  // namespace

std::optional<TimeZone> TimeZone::parse(std::string_view file) {
    if (!file.starts_with("TZif") || file.size() < header_size) return std::nullopt;
    const Bytes bytes(file);
    std::size_t header = 0;
    std::size_t time_size = 4;
    // Since version 2, a second block with 64-bit times follows.
    if (file[4] >= '2') {
        header = header_size + size_of_data(read_counts(bytes, 0), time_size);
        time_size = 8;
        if (header > file.size() || !file.substr(header).starts_with("TZif")) return std::nullopt;
    }
    const Counts counts = read_counts(bytes, header);
    const std::size_t times = header + header_size;
    if (counts.types == 0 || size_of_data(counts, time_size) > file.size() - times) {
        return std::nullopt;
    }
    const std::size_t numbers = times + counts.changes * time_size;
    const std::size_t types = numbers + counts.changes;
    const auto offset_of = [&](std::size_t type) {
        return static_cast<int>(bytes.signed32(types + 6 * std::min(type, counts.types - 1)) / 60);
    };
    TimeZone zone;
    zone.first_offset_ = offset_of(0);
    for (std::size_t i = 0; i < counts.changes; ++i) {
        const std::size_t at = times + i * time_size;
        zone.changes_.push_back(
            {time_size == 8 ? bytes.signed64(at) : bytes.signed32(at),
             offset_of(static_cast<std::size_t>(bytes.number(numbers + i, 1)))});
    }
    return zone;
}

std::optional<TimeZone> TimeZone::named(std::string_view name) {
    if (const auto offset = fixed_offset(name)) {
        TimeZone zone;
        zone.first_offset_ = *offset;
        return zone;
    }
    const bool is_name =
        !name.empty() && name[0] != '/' && name.find("..") == std::string_view::npos;
    if (!is_name) return std::nullopt;
    for (const char* folder : {"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"}) {
        const auto bytes = read_file(std::filesystem::path(folder) / std::string(name));
        if (!bytes) continue;
        if (auto zone = parse(*bytes)) return zone;
    }
    return std::nullopt;
}

int TimeZone::offset_at(std::int64_t seconds) const {
    const auto next =
        std::upper_bound(changes_.begin(), changes_.end(), seconds,
                         [](std::int64_t time, const Change& change) { return time < change.at; });
    return next == changes_.begin() ? first_offset_ : std::prev(next)->offset;
}

void TimeZone::apply(model::Date& date) const {
    date.offset_minutes = 0;
    const std::int64_t local = model::seconds_since_epoch(date);
    // The first guess is at most a day from the true time, so two steps find the offset.
    int offset = offset_at(local);
    offset = offset_at(local - std::int64_t{offset} * 60);
    date.offset_minutes = offset;
}

model::Date TimeZone::local(std::int64_t seconds) const {
    const int offset = offset_at(seconds);
    model::Date date = model::date_from_epoch(seconds + std::int64_t{offset} * 60);
    date.offset_minutes = offset;
    return date;
}

}  // namespace broadsheet::press
