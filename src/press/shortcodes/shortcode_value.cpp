#include "press/shortcodes/shortcode_value.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "press/base/number.h"

namespace broadsheet::press {

namespace {

bool is_numeric(const ShortcodeValue& value) { return value.kind == ShortcodeKind::number; }

}  // namespace

ShortcodeValue ShortcodeValue::of(bool value) {
    ShortcodeValue result;
    result.kind = ShortcodeKind::boolean;
    result.boolean = value;
    return result;
}

ShortcodeValue ShortcodeValue::of(double value) {
    ShortcodeValue result;
    result.kind = ShortcodeKind::number;
    result.number = std::isfinite(value) ? value : 0;
    return result;
}

ShortcodeValue ShortcodeValue::of(std::string value) {
    ShortcodeValue result;
    result.kind = ShortcodeKind::text;
    result.text = std::move(value);
    return result;
}

ShortcodeValue ShortcodeValue::html(std::string value) {
    ShortcodeValue result = of(std::move(value));
    result.is_html = true;
    return result;
}

ShortcodeValue ShortcodeValue::of(std::vector<ShortcodeValue> values) {
    ShortcodeValue result;
    result.kind = ShortcodeKind::list;
    result.items = std::move(values);
    return result;
}

ShortcodeValue ShortcodeValue::object(ShortcodeKind kind, double number) {
    ShortcodeValue result;
    result.kind = kind;
    result.number = number;
    return result;
}

std::size_t ShortcodeValue::weight() const {
    constexpr std::size_t of_value = 64;
    std::size_t sum = text.size() + of_value;
    for (const std::string& key : keys) sum += key.size();
    for (const ShortcodeValue& item : items) sum += item.weight();
    return sum;
}

const ShortcodeValue* ShortcodeValue::find(std::string_view key) const {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

void ShortcodeValue::set(std::string_view key, ShortcodeValue value) {
    kind = ShortcodeKind::list;
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found != keys.end()) {
        items[static_cast<std::size_t>(found - keys.begin())] = std::move(value);
    } else {
        keys.emplace_back(key);
        items.push_back(std::move(value));
    }
}

bool ShortcodeValue::is_true() const {
    switch (kind) {
        case ShortcodeKind::boolean: return boolean;
        case ShortcodeKind::number: return number != 0;
        case ShortcodeKind::text: return !text.empty();
        case ShortcodeKind::list: return !items.empty();
        case ShortcodeKind::shortcode:
        case ShortcodeKind::store:
        case ShortcodeKind::page: return true;
        case ShortcodeKind::nothing: break;
    }
    return false;
}

std::string ShortcodeValue::as_text() const {
    switch (kind) {
        case ShortcodeKind::boolean: return boolean ? "true" : "false";
        case ShortcodeKind::number: {
            constexpr double most = 1e15;
            if (number == std::floor(number) && std::fabs(number) < most) {
                return std::to_string(static_cast<std::int64_t>(number));
            }
            return print_number(number);
        }
        case ShortcodeKind::text: return text;
        case ShortcodeKind::list: {
            std::string out;
            for (const ShortcodeValue& item : items) {
                if (!out.empty()) out += ' ';
                out += item.as_text();
            }
            return out;
        }
        case ShortcodeKind::shortcode:
        case ShortcodeKind::store:
        case ShortcodeKind::page:
        case ShortcodeKind::nothing: break;
    }
    return {};
}

double ShortcodeValue::as_number() const {
    if (kind == ShortcodeKind::number) return number;
    if (kind == ShortcodeKind::boolean) return boolean ? 1 : 0;
    const auto read = read_number(text);
    return read && std::isfinite(read->value) ? read->value : 0;
}

bool ShortcodeValue::operator==(const ShortcodeValue& other) const {
    const bool is_flag = kind == ShortcodeKind::boolean;
    const bool other_is_flag = other.kind == ShortcodeKind::boolean;
    const bool has_text = kind == ShortcodeKind::text || other.kind == ShortcodeKind::text;
    if (is_flag != other_is_flag && has_text) return false;  // true is not "true"
    return compare(*this, other) == 0;
}

int compare(const ShortcodeValue& left, const ShortcodeValue& right) {
    if (is_numeric(left) || is_numeric(right)) {
        const double difference = left.as_number() - right.as_number();
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }
    return left.as_text().compare(right.as_text());
}

}  // namespace broadsheet::press
