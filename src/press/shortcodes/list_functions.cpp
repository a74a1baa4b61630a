// Functions of shortcode templates for lists, and for what they contain.
#include <algorithm>
#include <cmath>

#include "press/shortcodes/function_sets.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using Arguments = FunctionArguments;
using Value = ShortcodeValue;
using Result = std::optional<Value>;

Result split_at(const std::string& text, const std::string& sign) {
    std::vector<Value> items;
    std::size_t at = 0;
    while (items.size() < longest_shortcode_list) {
        const auto found = sign.empty() ? std::string::npos : text.find(sign, at);
        items.push_back(Value::of(text.substr(at, found - at)));
        if (found == std::string::npos) return Value::of(std::move(items));
        at = found + sign.size();
    }
    return std::nullopt;
}
Result split(const Arguments& given) { return split_at(given.text(0), given.text(1)); }
Result split_filter(const Arguments& given) {
    return split_at(given.text(0), given.named_or_at("pat", 1).as_text());
}

Result list(const Arguments& given) { return Value::of(given.values); }

// dict NAME VALUE …
Result table(const Arguments& given) {
    Value result = Value::of(std::vector<Value>());
    for (std::size_t i = 0; i + 1 < given.values.size(); i += 2) {
        result.keys.push_back(given.text(i));
        result.items.push_back(given.at(i + 1));
    }
    return result;
}

// append VALUE… LIST: a list as the only value adds its items.
Result append(const Arguments& given) {
    Value result = given.last();
    if (result.kind != ShortcodeKind::list) result = Value::of(std::vector<Value>());
    for (std::size_t i = 0; i + 1 < given.values.size(); ++i) {
        const Value& value = given.at(i);
        const bool is_list = value.kind == ShortcodeKind::list && !value.is_table();
        if (is_list && given.values.size() == 2) {
            result.items.insert(result.items.end(), value.items.begin(), value.items.end());
        } else {
            result.items.push_back(value);
        }
    }
    if (result.items.size() > longest_shortcode_list) return std::nullopt;
    return result;
}

// merge TABLE…: later ones count before earlier ones
Result merge(const Arguments& given) {
    Value result = Value::of(std::vector<Value>());
    for (const Value& each : given.values) {
        for (std::size_t i = 0; i < each.keys.size(); ++i) result.set(each.keys[i], each.items[i]);
    }
    if (result.items.size() > longest_shortcode_list) return std::nullopt;
    return result;
}

Result reversed(const Arguments& given) {
    Value result = given.last();
    std::reverse(result.items.begin(), result.items.end());
    std::reverse(result.keys.begin(), result.keys.end());
    return result;
}
// The same site always gives the same pages, so nothing is left to chance.
Result same_order(const Arguments& given) { return given.last(); }

Result unique(const Arguments& given) {
    Value result = Value::of(std::vector<Value>());
    for (const Value& item : given.last().items) {
        if (std::find(result.items.begin(), result.items.end(), item) == result.items.end())
            result.items.push_back(item);
    }
    return result;
}

// slice(start=1, end=-1)
Result part(const Arguments& given) {
    const auto& items = given.at(0).items;
    const auto place = [&](const Value& value, double otherwise) {
        double at = value.kind == ShortcodeKind::nothing ? otherwise : value.as_number();
        if (at < 0) at += static_cast<double>(items.size());
        return static_cast<std::ptrdiff_t>(
            std::clamp(std::trunc(at), 0.0, static_cast<double>(items.size())));
    };
    const auto begin = place(given.named_or_at("start", 1), 0);
    const auto end = place(given.named_or_at("end", 2), static_cast<double>(items.size()));
    if (begin >= end) return Value::of(std::vector<Value>());
    return Value::of(std::vector<Value>(items.begin() + begin, items.begin() + end));
}
Result concat(const Arguments& given) {
    Value result = given.at(0);
    const Value& with = given.named_or_at("with", 1);
    result.kind = ShortcodeKind::list;
    if (with.kind == ShortcodeKind::list) {
        result.items.insert(result.items.end(), with.items.begin(), with.items.end());
    } else {
        result.items.push_back(with);
    }
    if (result.items.size() > longest_shortcode_list) return std::nullopt;
    return result;
}

// after COUNT LIST
Result after(const Arguments& given) {
    const auto& items = given.at(1).items;
    const double wanted =
        std::clamp(std::trunc(given.at(0).as_number()), 0.0, static_cast<double>(items.size()));
    return Value::of(
        std::vector<Value>(items.begin() + static_cast<std::ptrdiff_t>(wanted), items.end()));
}

// first COUNT LIST, last COUNT LIST
Result some_items(const Arguments& given, bool from_end) {
    const auto& items = given.at(1).items;
    const double wanted = std::max(0.0, std::trunc(given.at(0).as_number()));
    const std::size_t count = wanted < static_cast<double>(items.size())
                                  ? static_cast<std::size_t>(wanted)
                                  : items.size();
    const auto begin =
        items.begin() + static_cast<std::ptrdiff_t>(from_end ? items.size() - count : 0);
    return Value::of(std::vector<Value>(begin, begin + static_cast<std::ptrdiff_t>(count)));
}
Result first_items(const Arguments& given) { return some_items(given, false); }
Result last_items(const Arguments& given) { return some_items(given, true); }

Result delimit(const Arguments& given) {
    std::string out;
    const Value& sign = given.named_or_at("sep", 1);
    for (const Value& item : given.at(0).items) {
        if (&item != given.at(0).items.data()) out += sign.as_text();
        out += item.as_text();
    }
    return made_text(std::move(out));
}

Result count_up(double from, double to) {
    std::vector<Value> items;
    if (!(std::fabs(to - from) < static_cast<double>(longest_shortcode_list))) return std::nullopt;
    for (double i = from; i <= to; ++i) items.push_back(Value::of(i));
    return Value::of(std::move(items));
}
Result seq(const Arguments& given) {
    if (given.values.size() == 1) return count_up(1, given.at(0).as_number());
    return count_up(given.at(0).as_number(), given.at(1).as_number());
}
Result range(const Arguments& given) {
    return count_up(given.named_or_at("start", 1).as_number(),
                    given.named_or_at("end", 0).as_number() - 1);
}

Result length(const Arguments& given) {
    const Value& value = given.last();
    if (value.kind == ShortcodeKind::list)
        return Value::of(static_cast<double>(value.items.size()));
    const std::string text = value.as_text();
    const auto letters = std::count_if(text.begin(), text.end(),
                                       [](char c) { return !strings::is_continuation(c); });
    return Value::of(static_cast<double>(letters));
}

Result index(const Arguments& given) {
    const auto& keys = given.at(0).keys;
    if (!keys.empty()) {
        const auto found = std::find(keys.begin(), keys.end(), given.text(1));
        if (found == keys.end()) return Value();
        return given.at(0).items[static_cast<std::size_t>(found - keys.begin())];
    }
    const double place = given.at(1).as_number();
    const auto& items = given.at(0).items;
    if (place < 0 || place >= static_cast<double>(items.size())) return Value();
    return items[static_cast<std::size_t>(place)];
}
// get(key="x"), get(key="x", default="y"); nth(n=1)
Result named_item(const Arguments& given) {
    const Value* found = given.at(0).find(given.named_or_at("key", 1).as_text());
    return found == nullptr ? given.named_or_at("default", 2) : *found;
}
Result nth_item(const Arguments& given) {
    Arguments place;
    place.values = {given.at(0), given.named_or_at("n", 1)};
    return index(place);
}
Result first_item(const Arguments& given) {
    const auto& items = given.at(0).items;
    return items.empty() ? Value() : items.front();
}
Result last_item(const Arguments& given) {
    const auto& items = given.at(0).items;
    return items.empty() ? Value() : items.back();
}

bool contains(const Value& set, const Value& value) {
    if (set.kind == ShortcodeKind::list) {
        return std::find(set.items.begin(), set.items.end(), value) != set.items.end();
    }
    return set.as_text().find(value.as_text()) != std::string::npos;
}
Result in_go(const Arguments& given) { return Value::of(contains(given.at(0), given.at(1))); }
Result in_tera(const Arguments& given) { return Value::of(contains(given.at(1), given.at(0))); }
Result contains_text(const Arguments& given) {
    return Value::of(contains(given.at(0), given.at(1)));
}
Result has_prefix(const Arguments& given) {
    return Value::of(given.text(0).starts_with(given.text(1)));
}
Result has_suffix(const Arguments& given) {
    return Value::of(given.text(0).ends_with(given.text(1)));
}

constexpr FunctionName list_names_in_go[] = {{"after", after},
                                             {"append", append},
                                             {"delimit", delimit},
                                             {"dict", table},
                                             {"first", first_items},
                                             {"hasPrefix", has_prefix},
                                             {"hasSuffix", has_suffix},
                                             {"in", in_go},
                                             {"index", index},
                                             {"last", last_items},
                                             {"len", length},
                                             {"merge", merge},
                                             {"seq", seq},
                                             {"shuffle", same_order},
                                             {"slice", list},
                                             {"split", split},
                                             {"strings.Contains", in_go},
                                             {"strings.HasPrefix", has_prefix},
                                             {"strings.HasSuffix", has_suffix},
                                             {"strings.RuneCount", length},
                                             {"strings.Split", split},
                                             {"uniq", unique}};
constexpr FunctionName list_names_in_tera[] = {
    {"concat", concat},          {"containing", contains_text},
    {"ending_with", has_suffix}, {"first", first_item},
    {"get", named_item},         {"in", in_tera},
    {"join", delimit},           {"last", last_item},
    {"length", length},          {"list", list},
    {"nth", nth_item},           {"range", range},
    {"reverse", reversed},       {"slice", part},
    {"split", split_filter},     {"starting_with", has_prefix},
    {"unique", unique}};

}  // namespace

FunctionSet list_functions() { return {list_names_in_go, list_names_in_tera}; }

}  // namespace broadsheet::press
