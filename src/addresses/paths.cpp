#include "addresses/paths.h"

#include "strings/percent.h"

namespace broadsheet::addresses {

namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::string encode_path(std::string_view path) {
    static constexpr strings::KeptBytes kept("-._~!$&'()*+,;=:@/");
    return strings::percent_encoded(path, kept);
}

std::string decode_path(std::string_view path) { return strings::percent_decoded(path); }

model::Path year_path(int year) { return "/" + padded(year, 4) + "/"; }

model::Path month_path(int year, int month) { return year_path(year) + padded(month, 2) + "/"; }

model::Path day_path(model::Day day) {
    return month_path(day.year, day.month) + padded(day.day, 2) + "/";
}

model::Path paged_path(std::string_view list, int page) {
    model::Path out(list);
    if (page > 1) out += "page/" + std::to_string(page) + "/";
    return out;
}

}  // namespace broadsheet::addresses
