#include "press/articles/field_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "strings/ascii.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

// Converts dates such as "14.7.2025" to "2025-07-14". Nothing if day and month are ambiguous.
std::optional<std::string> day_written_backwards(std::string_view text) {
    std::array<int, 3> numbers = {0, 0, 0};
    std::size_t part = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            constexpr int largest = 9999;
            numbers[part] = numbers[part] * 10 + (c - '0');
            if (numbers[part] > largest) return std::nullopt;
        } else if ((c != '.' && c != '/' && c != '-') || ++part == numbers.size()) {
            return std::nullopt;
        }
    }
    // With slashes or hyphens, day or month may come first.
    const bool by_dots = text.find('.') != std::string_view::npos;
    model::Day day{numbers[2], numbers[1], numbers[0]};
    if (!by_dots && day.month <= 12 && day.day <= 12) return std::nullopt;
    if (day.month > 12) std::swap(day.month, day.day);
    constexpr int first_year = 1000;
    if (part != 2 || day.year < first_year || !model::is_valid(day)) return std::nullopt;
    return model::format_day(day);
}

// What Eleventy's `date` may be instead of a date.
bool is_date_of_file(std::string_view text) {
    static constexpr std::array<std::string_view, 4> names = {"last modified", "created",
                                                              "git last modified", "git created"};
    return std::find(names.begin(), names.end(), lower_ascii(text)) != names.end();
}

std::string trimmed_field(std::string_view text) { return std::string(strings::trimmed(text)); }

void split(std::string_view text, std::string_view separators, std::vector<std::string>& result) {
    while (true) {
        const auto end =
            separators.empty() ? std::string_view::npos : text.find_first_of(separators);
        if (std::string part = trimmed_field(text.substr(0, end)); !part.empty()) {
            result.push_back(std::move(part));
        }
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

// The names of an inner list, from the top down.
std::string path_of(const Value& list) {
    std::string path;
    for (const Value& part : list.items) {
        if (!part.is_scalar()) continue;
        if (!path.empty()) path += '/';
        std::string name = trimmed_field(part.text);
        strings::replace_all(name, "/", "//");
        path += name;
    }
    return path;
}

}  // namespace

const Value* FieldReader::find(std::initializer_list<std::string_view> names) {
    asked_.insert(asked_.end(), names);
    for (const std::string_view name : names) {
        const Value* value = table_.find(name);
        if (value != nullptr && value->kind != ValueKind::nothing) {
            name_ = name;
            return value;
        }
    }
    return nullptr;
}

std::string FieldReader::text(std::initializer_list<std::string_view> names) {
    const Value* value = find(names);
    if (value == nullptr) return {};
    if (value->is_scalar()) return trimmed_field(value->text);
    wrong_kind(*value, "text");
    return {};
}

std::string FieldReader::text_unless_boolean(std::initializer_list<std::string_view> names) {
    const Value* value = find(names);
    if (value == nullptr || value->kind == ValueKind::boolean) return {};
    return text(names);
}

std::optional<bool> FieldReader::boolean(std::initializer_list<std::string_view> names) {
    const Value* value = find(names);
    if (value == nullptr) return std::nullopt;
    if (value->kind == ValueKind::boolean) return value->boolean;
    const std::string text = lower_ascii(value->text);
    if (value->kind == ValueKind::text && (text == "true" || text == "false")) {
        return text == "true";
    }
    wrong_kind(*value, "true or false");
    return std::nullopt;
}

namespace {

// Hugo takes a number for the seconds since 1970. Shorter ones are years and days.
std::optional<model::Date> date_of_seconds(const Value& value) {
    constexpr double first = 100'000'000;
    constexpr double last = 99'999'999'999;
    const bool is_moment =
        value.kind == ValueKind::number && value.number >= first && value.number <= last;
    if (!is_moment) return std::nullopt;
    return model::date_from_epoch(static_cast<std::int64_t>(value.number));
}

}  // namespace

std::optional<model::Date> FieldReader::date(std::initializer_list<std::string_view> names) {
    const Value* value = find(names);
    if (value == nullptr || value->kind == ValueKind::boolean) return std::nullopt;
    const Value* created = value->find("created");
    if (created != nullptr) value = created;
    if (value->is_scalar()) {
        bool has_offset = false;
        if (auto date = model::parse_date(value->text, has_offset)) {
            if (!has_offset && zone_ != nullptr) zone_->apply(*date);
            return date;
        }
        if (trimmed_field(value->text).empty()) return std::nullopt;
        if (const auto date = date_of_seconds(*value)) return date;
        if (is_date_of_file(trimmed_field(value->text))) {
            warning(*value, "\"" + value->text + "\" is a date that only Eleventy finds out",
                    "write the date itself");
            return std::nullopt;
        }
        const auto meant = day_written_backwards(value->text);
        error(*value, "\"" + value->text + "\" is not a date",
              "use " + (meant ? *meant : std::string("2025-07-14 or 2025-07-14T09:30:00Z")));
        return std::nullopt;
    }
    wrong_kind(*value, "a date");
    return std::nullopt;
}

std::vector<std::string> FieldReader::texts(std::initializer_list<std::string_view> names,
                                            std::string_view separators, bool* is_list) {
    std::vector<std::string> result;
    const Value* value = find(names);
    if (value == nullptr) return result;
    if (value->is_scalar()) {
        split(value->text, separators, result);
    } else if (value->kind == ValueKind::list) {
        const bool nested =
            std::any_of(value->items.begin(), value->items.end(),
                        [](const Value& item) { return item.kind == ValueKind::list; });
        if (is_list != nullptr) *is_list = !nested;
        for (const Value& item : value->items) {
            std::string text = is_list != nullptr && item.kind == ValueKind::list ? path_of(item)
                                                                                  : item_text(item);
            if (!text.empty()) result.push_back(std::move(text));
        }
    } else if (const Value* name = value->find("name"); name && name->is_scalar()) {
        result.push_back(trimmed_field(name->text));
    } else {
        wrong_kind(*value, "a list");
    }
    return result;
}

bool FieldReader::was_asked(std::string_view name) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](std::string_view each) { return equal_ignoring_case(each, name); });
}

void FieldReader::error(const Value& value, std::string what, std::string remedy) {
    Diagnostic diagnostic;
    diagnostic.position = value.position;
    diagnostic.what = std::move(what);
    diagnostic.remedy = std::move(remedy);
    diagnostics_.push_back(std::move(diagnostic));
}

void FieldReader::warning(const Value& value, std::string what, std::string remedy) {
    error(value, std::move(what), std::move(remedy));
    diagnostics_.back().severity = Severity::warning;
}

void FieldReader::wrong_kind(const Value& value, std::string_view wanted) {
    error(value, std::string(name_) + " is " + describe(value),
          "it must be " + std::string(wanted));
}

std::string FieldReader::item_text(const Value& item) {
    if (item.is_scalar()) return trimmed_field(item.text);
    if (const Value* name = item.find("name"); name && name->is_scalar()) {
        return trimmed_field(name->text);
    }
    if (item.kind != ValueKind::nothing) wrong_kind(item, "text");
    return {};
}

}  // namespace broadsheet::press
