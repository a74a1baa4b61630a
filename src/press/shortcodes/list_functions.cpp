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

constexpr FunctionName list_names_in_go[] = {{"delimit", delimit},
                                             {"dict", table},
                                             {"first", first_items},
                                             {"hasPrefix", has_prefix},
                                             {"hasSuffix", has_suffix},
                                             {"in", in_go},
                                             {"index", index},
                                             {"last", last_items},
                                             {"len", length},
                                             {"seq", seq},
                                             {"slice", list},
                                             {"split", split},
                                             {"strings.Contains", in_go},
                                             {"strings.HasPrefix", has_prefix},
                                             {"strings.HasSuffix", has_suffix},
                                             {"strings.Split", split}};
constexpr FunctionName list_names_in_tera[] = {{"containing", contains_text},
                                               {"ending_with", has_suffix},
                                               {"first", first_item},
                                               {"in", in_tera},
                                               {"join", delimit},
                                               {"last", last_item},
                                               {"length", length},
                                               {"list", list},
                                               {"range", range},
                                               {"split", split_filter},
                                               {"starting_with", has_prefix}};

}  // namespace

FunctionSet list_functions() { return {list_names_in_go, list_names_in_tera}; }

}  // namespace broadsheet::press
