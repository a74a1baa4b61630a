#include "press/config/permalink.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

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

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> days = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr std::size_t short_name = 3;  // letters of an abbreviated name

// The parts of a date that only one of the generators has.
std::optional<std::string> rare_date_part(std::string_view name, model::Day day) {
    const std::string_view month = months[static_cast<std::size_t>(day.month - 1)];
    const int weekday = model::weekday(day);  // from 1, Monday
    const std::string_view day_name = days[static_cast<std::size_t>(weekday - 1)];
    const auto number = static_cast<int>(model::days_since_epoch(day) -
                                         model::days_since_epoch({day.year, 1, 1}) + 1);
    // Of Jekyll.
    if (name == "short_month") return std::string(month.substr(0, short_name));
    if (name == "long_month") return std::string(month);
    if (name == "short_day") return std::string(day_name.substr(0, short_name));
    if (name == "long_day") return std::string(day_name);
    if (name == "w_day") return std::to_string(weekday);
    if (name == "y_day") return padded(number, 3);
    // The week belongs to the year of its Thursday.
    constexpr int thursday_number = 4;
    const model::Day thursday =
        model::day_from_epoch(model::days_since_epoch(day) + thursday_number - weekday);
    if (name == "w_year") return padded(thursday.year, 4);
    if (name == "week") {
        const auto of_year =
            model::days_since_epoch(thursday) - model::days_since_epoch({thursday.year, 1, 1});
        return padded(static_cast<int>(of_year / 7) + 1, 2);
    }
    // Of Hugo.
    if (name == "monthname") return strings::lower_letters(month);
    if (name == "weekdayname") return strings::lower_letters(day_name);
    if (name == "weekday") return std::to_string(weekday % 7);
    if (name == "yearday") return std::to_string(number);
    return std::nullopt;
}

// The parts of dates as Go's layouts name them, longer names first.
constexpr std::array<std::string_view, 13> go_layouts = {
    "January", "Monday", "2006", "Jan", "Mon", "06", "01", "02", "15", "04", "05", "1", "2"};

std::optional<std::string> go_date_part(std::string_view name, const model::Date& date) {
    const auto part = [&](std::string_view jekyll_name) {
        return rare_date_part(jekyll_name, date.day);
    };
    if (name == "January") return part("monthname");
    if (name == "Monday") return part("weekdayname");
    if (name == "Jan") return strings::lower_letters(*part("short_month"));
    if (name == "Mon") return strings::lower_letters(*part("short_day"));
    if (name == "2006") return padded(date.day.year, 4);
    if (name == "06") return padded(date.day.year % 100, 2);
    if (name == "01") return padded(date.day.month, 2);
    if (name == "02") return padded(date.day.day, 2);
    if (name == "15") return padded(date.hour, 2);
    if (name == "04") return padded(date.minute, 2);
    if (name == "05") return padded(date.second, 2);
    if (name == "1") return std::to_string(date.day.month);
    if (name == "2") return std::to_string(date.day.day);
    return std::nullopt;
}

// Names as Jekyll's `slugify` has them: letters and digits in lower case, all else as hyphens.
std::string slugified(const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (const std::string& name : names) {
        std::string slug;
        for (std::size_t position = 0; position < name.size();) {
            const std::size_t start = position;
            const char32_t c = strings::next_code_point(name, position);
            if (strings::is_letter_or_digit(c) || strings::is_combining_mark(c)) {
                slug.append(name, start, position - start);
            } else if (!slug.empty() && !slug.ends_with('-')) {
                slug += '-';
            }
        }
        if (slug.ends_with('-')) slug.pop_back();
        slug = strings::lower_letters(slug);
        if (std::find(all.begin(), all.end(), slug) == all.end()) all.push_back(std::move(slug));
    }
    std::string out;
    for (const std::string& slug : all) out += slug + "/";
    return out;
}

// The value of a placeholder, or nothing if the name is unknown.
std::optional<std::string> placeholder(std::string_view name, const PermalinkValues& values) {
    const model::Day day = values.date.day;
    if (name == "year") return padded(day.year, 4);
    if (name == "short_year") return padded(day.year % 100, 2);
    if (name == "month") return padded(day.month, 2);
    if (name == "i_month") return std::to_string(day.month);
    if (name == "day") return padded(day.day, 2);
    if (name == "i_day") return std::to_string(day.day);
    if (auto part = rare_date_part(name, day)) return part;
    if (name == "hour") return padded(values.date.hour, 2);
    if (name == "minute") return padded(values.date.minute, 2);
    if (name == "second") return padded(values.date.second, 2);
    const bool jekyll = values.style == AddressStyle::jekyll;
    // Jekyll's posts are a collection, too.
    if (jekyll && name == "collection" && values.collection.empty()) return std::string("posts");
    if (!values.collection.empty()) {
        if (name == "collection") return values.collection;
        if (name == "path") return values.folder + values.name;
        if (name == "name") return values.slug;
    }
    if (is_hugo(values.style)) {
        if (auto part = go_date_part(name, values.date)) return part;
        if (name == "title" && !values.title.empty()) return values.title;
        if (name == "filename" || name == "contentbasename") return values.name;
        // Without a slug of its own.
        if (name == "slug" && values.slug == values.name && !values.title.empty()) {
            return values.title;
        }
    }
    if (jekyll && name == "slug") {
        const std::string slug = slugified({values.name});
        return slug.substr(0, slug.size() - 1);
    }
    if (jekyll && (name == "title" || name == "name" || name == "basename")) return values.name;
    if (jekyll && name == "path") return values.folder;
    if (name == "slug" || name == "title" || name == "filename" || name == "contentbasename" ||
        name == "slugorfilename" || name == "slugorcontentbasename" || name == "name" ||
        name == "basename") {
        return values.slug;
    }
    if (name == "section" || name == "sectionslug") {
        const std::string folders = slug_folders(values.folder, values.style);
        return folders.substr(0, folders.find('/'));
    }
    if (name == "sections" || name == "sectionslugs") {
        return slug_folders(values.sections.value_or(values.folder), values.style);
    }
    if (name == "path") return slug_folders(values.folder, values.style);
    if (name == "categories") {
        std::string out;
        for (const std::string& category : values.categories) {
            out += jekyll ? strings::lower_letters(category) : addresses::slugify(category);
            out += '/';
        }
        return out;
    }
    if (jekyll && name == "slugified_categories") return slugified(values.categories);
    if (name == "output_ext") return std::string(".html");
    return std::nullopt;
}

// Where the name of a placeholder ends that begins at `start`.
std::size_t end_of_name(std::string_view pattern, std::size_t start, AddressStyle style) {
    if (is_hugo(style)) {
        for (const std::string_view layout : go_layouts) {
            if (pattern.substr(start).starts_with(layout)) return start + layout.size();
        }
    }
    std::size_t end = start;
    while (end < pattern.size() &&
           ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
        ++end;
    }
    return end;
}

// The length of "[1:]" and the like at the start of a text; 0 if there is none.
std::size_t slice_length(std::string_view text) {
    const auto close = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    if (close == std::string_view::npos) return 0;
    const std::string_view inner = text.substr(1, close - 1);
    return inner.find_first_not_of("0123456789:last") == std::string_view::npos ? close + 1 : 0;
}

// The segments of a path that a slice of Hugo names: "1", "last", "1:", ":last" or "1:3", without
// the one at its end.
std::string slice_of(std::string_view path, std::string_view slice) {
    const std::vector<std::string_view> all = segments_of(path);
    const auto index = [&](std::string_view text, std::size_t usual) {
        if (text.empty()) return usual;
        if (text == "last") return all.empty() ? std::size_t{0} : all.size() - 1;
        std::size_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return std::min(number, all.size());
    };
    const auto colon = slice.find(':');
    const std::size_t begin = index(slice.substr(0, colon), 0);
    const std::size_t end = colon == std::string_view::npos
                                ? std::min(begin + 1, all.size())
                                : index(slice.substr(colon + 1), all.size());
    std::string out;
    for (std::size_t i = begin; i < end; ++i) out += std::string(all[i]) + "/";
    return out;
}

}  // namespace

std::string slug_folders(std::string_view folder, AddressStyle style) {
    std::string out;
    for (const std::string_view segment : segments_of(folder)) {
        if (segment == "_posts" || segment == "_drafts") continue;
        const bool zola = style == AddressStyle::zola || style == AddressStyle::zola_names;
        out += is_hugo(style) ? hugo_file_name(segment, style)
               : zola         ? zola_name(segment)
                              : addresses::slugify(segment);
        out += '/';
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

bool is_too_long(std::string_view path) {
    constexpr std::size_t longest_path = 3000;
    return path.size() > longest_path || longest_segment(path) > longest_file_name;
}

namespace {

// False for what remains of joined emoji and keycaps without their signs: joiners and marks.
bool has_visible_letters(std::string_view name) {
    for (std::size_t position = 0; position < name.size();) {
        const char32_t c = strings::next_code_point(name, position);
        if (c != '-' && !addresses::is_joiner(c) && !addresses::is_sign_mark(c)) return true;
    }
    return false;
}

}  // namespace

std::string zola_name(std::string_view name) {
    constexpr std::string_view forbidden = "<>:\"/\\|?*#%";
    std::string out;
    for (const char c : name) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (!is_control && forbidden.find(c) == std::string_view::npos) out += c;
    }
    while (out.ends_with(' ') || out.ends_with('.')) out.pop_back();
    return out.empty() ? addresses::slugify(name) : out;
}

namespace {

// Addresses have no fragments here, so '#' is not kept.
bool is_kept_by_hugo(char32_t c) {
    constexpr std::string_view signs = "._+~@-";
    return strings::is_letter_or_digit(c) || strings::is_combining_mark(c) ||
           (c < 0x80 && signs.find(static_cast<char>(c)) != std::string_view::npos);
}

std::string in_letters_of(AddressStyle style, const std::string& name) {
    return style == AddressStyle::hugo ? strings::lower_letters(name) : name;
}

// Without the signs that Hugo drops. A hyphen beside spaces, or between them, is one hyphen.
std::string joined_by_hyphens(std::string_view name) {
    std::string out;
    bool separate = false;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        separate = separate || c == ' ' || c == '/';
        if (!is_kept_by_hugo(c)) continue;
        if (separate && !out.empty() && c != '-' && !out.ends_with('-')) out += '-';
        separate = false;
        out += name.substr(start, position - start);
    }
    return out;
}

}  // namespace

std::string hugo_name(std::string_view name, AddressStyle style) {
    std::string out;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        if (is_kept_by_hugo(c)) out += name.substr(start, position - start);
        if (c == ' ' && !out.empty() && !out.ends_with('-')) out += '-';
    }
    while (out.ends_with('-')) out.pop_back();
    return has_visible_letters(out) ? in_letters_of(style, out) : addresses::slugify(name);
}

std::string hugo_title_name(std::string_view name, AddressStyle style) {
    // Hugo does this twice, and reads a plus as a space in between.
    std::string out = joined_by_hyphens(name);
    std::replace(out.begin(), out.end(), '+', ' ');
    out = joined_by_hyphens(out);
    return has_visible_letters(out) ? in_letters_of(style, out) : addresses::slugify(name);
}

std::string hugo_file_name(std::string_view name, AddressStyle style) {
    std::string out;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        if (is_kept_by_hugo(c)) out += name.substr(start, position - start);
        if (c == ' ') out += '-';
    }
    // With capitals, Hugo takes another way.
    if (style == AddressStyle::hugo_capitals) out = joined_by_hyphens(name);
    return has_visible_letters(out) ? in_letters_of(style, out) : addresses::slugify(name);
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
    return has_visible_letters(out) ? out : addresses::slugify(name);
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
        std::size_t end = end_of_name(pattern, i + 1, values.style);
        auto value = placeholder(pattern.substr(i + 1, end - i - 1), values);
        if (const std::size_t slice = value ? slice_length(pattern.substr(end)) : 0; slice > 0) {
            value = slice_of(*value, pattern.substr(end + 1, slice - 2));
            end += slice;
        }
        out += value ? *value : std::string(pattern.substr(i, end - i));
        i = end;
    }
    // An empty placeholder leaves two slashes.
    while (out.starts_with("//")) out.erase(0, 1);
    return clean_address(out).value_or("/" + values.slug + "/");
}

std::string known_placeholders(AddressStyle style) {
    switch (style) {
        case AddressStyle::jekyll:
            return ":year, :short_year, :month, :i_month, :short_month, :long_month, :day, :i_day, "
                   ":short_day, :long_day, :y_day, :week, :w_year, :w_day, :hour, :minute, "
                   ":second, :title, :slug, :categories, :slugified_categories, :collection, "
                   ":path, "
                   ":name and :output_ext";
        case AddressStyle::hugo:
        case AddressStyle::hugo_capitals:
            return ":year, :month, :monthname, :day, :weekday, :weekdayname, :yearday, :section, "
                   ":sections, :title, :slug, :filename, :slugorfilename, :contentbasename and "
                   ":slugorcontentbasename";
        case AddressStyle::slugs:
        case AddressStyle::zola:
        case AddressStyle::zola_names: break;
    }
    return ":year, :month, :day, :slug, :categories and :section";
}

std::optional<std::string> unknown_placeholder(std::string_view pattern, AddressStyle style) {
    for (auto at = pattern.find(':'); at != std::string_view::npos;
         at = pattern.find(':', at + 1)) {
        const std::size_t end = end_of_name(pattern, at + 1, style);
        PermalinkValues values;
        values.style = style;
        if (style == AddressStyle::jekyll) values.collection = "any";
        const std::string_view name = pattern.substr(at + 1, end - at - 1);
        // A colon alone is a sign like any other.
        if (!name.empty() && !placeholder(name, values)) {
            return std::string(pattern.substr(at, end - at));
        }
    }
    return std::nullopt;
}

}  // namespace broadsheet::press
