#include "press/config/permalink.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "addresses/slug.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        const std::string_view segment = path.substr(0, path.find('/'));
        if (!segment.empty()) segments.push_back(segment);
        path.remove_prefix(std::min(segment.size() + 1, path.size()));
    }
    return segments;
}

bool names_file(std::string_view segment) {
    return segment.ends_with(".html") || segment.ends_with(".htm");
}

// The value of a placeholder, or nothing if the name is unknown.
std::optional<std::string> placeholder(std::string_view name, const PermalinkValues& values) {
    static constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const model::Day day = values.date.day;
    if (name == "year") return padded(day.year, 4);
    if (name == "short_year") return padded(day.year % 100, 2);
    if (name == "month") return padded(day.month, 2);
    if (name == "i_month") return std::to_string(day.month);
    if (name == "monthname") return std::string(months[static_cast<std::size_t>(day.month - 1)]);
    if (name == "day") return padded(day.day, 2);
    if (name == "i_day") return std::to_string(day.day);
    if (name == "y_day" || name == "yearday") {
        const auto number =
            model::days_since_epoch(day) - model::days_since_epoch({day.year, 1, 1}) + 1;
        return padded(static_cast<int>(number), 3);
    }
    if (name == "hour") return padded(values.date.hour, 2);
    if (name == "minute") return padded(values.date.minute, 2);
    if (name == "second") return padded(values.date.second, 2);
    if (!values.collection.empty()) {
        if (name == "collection") return values.collection;
        if (name == "path") return values.folder + values.name;
        if (name == "name") return values.slug;
    }
    const bool jekyll = values.style == AddressStyle::jekyll;
    if (values.style == AddressStyle::hugo) {
        if (name == "title" && !values.title.empty()) return values.title;
        if (name == "filename" || name == "contentbasename") return values.name;
        // Without a slug of its own.
        if (name == "slug" && values.slug == values.name && !values.title.empty()) {
            return values.title;
        }
    }
    if (jekyll && (name == "title" || name == "name" || name == "basename")) return values.name;
    if (jekyll && name == "path") return values.folder;
    if (name == "slug" || name == "title" || name == "filename" || name == "contentbasename" ||
        name == "slugorfilename" || name == "slugorcontentbasename" || name == "name" ||
        name == "basename") {
        return values.slug;
    }
    if (name == "section") {
        const std::string folders = slug_folders(values.folder, values.style);
        return folders.substr(0, folders.find('/'));
    }
    if (name == "sections" || name == "path") return slug_folders(values.folder, values.style);
    if (name == "categories") {
        std::string out;
        for (const std::string& category : values.categories) {
            out += jekyll ? strings::lower_letters(category) : addresses::slugify(category);
            out += '/';
        }
        return out;
    }
    if (name == "output_ext") return std::string(".html");
    return std::nullopt;
}

}  // namespace

std::string slug_folders(std::string_view folder, AddressStyle style) {
    std::string out;
    for (const std::string_view segment : segments_of(folder)) {
        if (segment == "_posts" || segment == "_drafts") continue;
        const bool hugo = style == AddressStyle::hugo;
        out += (hugo ? hugo_name(segment) : addresses::slugify(segment)) + "/";
    }
    return out;
}

std::size_t longest_segment(std::string_view path) {
    std::size_t longest = 0;
    for (const std::string_view segment : segments_of(path)) {
        longest = std::max(longest, segment.size());
    }
    return longest;
}

std::string hugo_name(std::string_view name) {
    constexpr std::string_view kept = "._#+~@-";
    std::string out;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        const bool stays = strings::is_letter_or_digit(c) || strings::is_combining_mark(c) ||
                           (c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos);
        if (stays) out += name.substr(start, position - start);
        if (c == ' ' && !out.empty() && !out.ends_with('-')) out += '-';
    }
    // Addresses have no fragments here.
    std::erase(out, '#');
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? addresses::slugify(name) : strings::lower_letters(out);
}

std::string jekyll_name(std::string_view name) {
    constexpr std::string_view kept = "._~!$&'()+,;=@";
    std::string out;
    bool separate = false;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        const bool stays = strings::is_letter_or_digit(c) || strings::is_combining_mark(c) ||
                           (c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos);
        if (!stays) {
            separate = true;
            continue;
        }
        if (separate && !out.empty()) out += '-';
        separate = false;
        out += name.substr(start, position - start);
    }
    return out.empty() ? addresses::slugify(name) : out;
}

std::optional<model::Path> clean_address(std::string_view text) {
    if (text.find("://") != std::string_view::npos || text.starts_with("//")) return std::nullopt;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '?' || c == '#' || c == '%' ||
            c == '\\') {
            return std::nullopt;
        }
    }
    model::Path path = "/";
    const auto segments = segments_of(text);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        if (segments[i] == "." || segments[i] == "..") continue;
        if (last && segments[i] == "index.html") break;
        path += segments[i];
        if (!last || !names_file(segments[i])) path += '/';
    }
    return path;
}

model::Path expand_permalink(std::string_view pattern, const PermalinkValues& values) {
    std::string out;
    std::size_t i = 0;
    while (i < pattern.size()) {
        if (pattern[i] != ':') {
            out += pattern[i++];
            continue;
        }
        std::size_t end = i + 1;
        while (end < pattern.size() &&
               ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
            ++end;
        }
        const auto value = placeholder(pattern.substr(i + 1, end - i - 1), values);
        out += value ? *value : std::string(pattern.substr(i, end - i));
        i = end;
    }
    // An empty placeholder leaves two slashes.
    while (out.starts_with("//")) out.erase(0, 1);
    return clean_address(out).value_or("/" + values.slug + "/");
}

std::optional<std::string> unknown_placeholder(std::string_view pattern) {
    for (auto at = pattern.find(':'); at != std::string_view::npos;
         at = pattern.find(':', at + 1)) {
        std::size_t end = at + 1;
        while (end < pattern.size() &&
               ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
            ++end;
        }
        if (!placeholder(pattern.substr(at + 1, end - at - 1), PermalinkValues())) {
            return std::string(pattern.substr(at, end - at));
        }
    }
    return std::nullopt;
}

}  // namespace broadsheet::press
