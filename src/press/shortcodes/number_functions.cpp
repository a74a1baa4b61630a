// Functions of shortcode templates for numbers, comparisons and conditions.
#include <algorithm>
#include <cmath>

#include "press/shortcodes/function_sets.h"

namespace broadsheet::press {

namespace {

using Arguments = FunctionArguments;
using Value = ShortcodeValue;
using Result = std::optional<Value>;

Result default_go(const Arguments& given) {
    const bool is_set = given.at(1).is_true() || given.at(1).kind == ShortcodeKind::boolean;
    return is_set ? given.at(1) : given.at(0);
}
Result default_tera(const Arguments& given) {
    const bool is_set = given.at(0).kind != ShortcodeKind::nothing;
    return is_set ? given.at(0) : given.named_or_at("value", 1);
}
Result choose(const Arguments& given) { return given.at(0).is_true() ? given.at(1) : given.at(2); }
Result equal(const Arguments& given) {  // eq A B…: A is one of the others
    const auto& values = given.values;
    return Value::of(values.size() > 1 &&
                     std::find(values.begin() + 1, values.end(), values[0]) != values.end());
}
Result unequal(const Arguments& given) { return Value::of(!(given.at(0) == given.at(1))); }
Result less(const Arguments& given) { return Value::of(compare(given.at(0), given.at(1)) < 0); }
Result more(const Arguments& given) { return Value::of(compare(given.at(0), given.at(1)) > 0); }
Result at_most(const Arguments& given) { return Value::of(compare(given.at(0), given.at(1)) <= 0); }
Result at_least(const Arguments& given) {
    return Value::of(compare(given.at(0), given.at(1)) >= 0);
}
// As in Go, the value that decides.
Result both(const Arguments& given) {
    for (const Value& value : given.values) {
        if (!value.is_true()) return value;
    }
    return given.last();
}
Result either(const Arguments& given) {
    for (const Value& value : given.values) {
        if (value.is_true()) return value;
    }
    return given.last();
}
Result negate(const Arguments& given) { return Value::of(!given.at(0).is_true()); }
Result defined(const Arguments& given) {
    return Value::of(given.at(0).kind != ShortcodeKind::nothing);
}
Result undefined(const Arguments& given) {
    return Value::of(given.at(0).kind == ShortcodeKind::nothing);
}

Result add(const Arguments& given) {
    return Value::of(given.at(0).as_number() + given.at(1).as_number());
}
Result subtract(const Arguments& given) {
    return Value::of(given.at(0).as_number() - given.at(1).as_number());
}
Result multiply(const Arguments& given) {
    return Value::of(given.at(0).as_number() * given.at(1).as_number());
}
Result divide(const Arguments& given) {
    const double by = given.at(1).as_number();
    return Value::of(by == 0 ? 0.0 : given.at(0).as_number() / by);
}
Result modulo(const Arguments& given) {
    const double by = std::trunc(given.at(1).as_number());
    return Value::of(by == 0 ? 0.0 : std::fmod(std::trunc(given.at(0).as_number()), by));
}
Result whole(const Arguments& given) { return Value::of(std::trunc(given.last().as_number())); }
Result decimal(const Arguments& given) { return Value::of(given.last().as_number()); }
Result round_down(const Arguments& given) {
    return Value::of(std::floor(given.last().as_number()));
}
Result round_up(const Arguments& given) { return Value::of(std::ceil(given.last().as_number())); }
Result rounded(const Arguments& given) { return Value::of(std::round(given.last().as_number())); }
Result rounded_filter(const Arguments& given) {
    const std::string method = given.named_or_at("method", 1).as_text();
    const double value = given.at(0).as_number();
    return Value::of(method == "ceil"    ? std::ceil(value)
                     : method == "floor" ? std::floor(value)
                                         : std::round(value));
}
Result absolute(const Arguments& given) { return Value::of(std::fabs(given.last().as_number())); }
Result smallest(const Arguments& given) {
    double least = given.at(0).as_number();
    for (const Value& value : given.values) least = std::min(least, value.as_number());
    return Value::of(least);
}
Result largest(const Arguments& given) {
    double most = given.at(0).as_number();
    for (const Value& value : given.values) most = std::max(most, value.as_number());
    return Value::of(most);
}
Result is_odd(const Arguments& given) {
    return Value::of(std::fmod(std::fabs(given.at(0).as_number()), 2) == 1);
}
Result is_even(const Arguments& given) {
    return Value::of(std::fmod(std::fabs(given.at(0).as_number()), 2) == 0);
}
Result is_divisible(const Arguments& given) {
    return Value::of(modulo(given)->number == 0 && given.at(1).as_number() != 0);
}
Result is_string(const Arguments& given) {
    return Value::of(given.at(0).kind == ShortcodeKind::text);
}
Result is_number(const Arguments& given) {
    return Value::of(given.at(0).kind == ShortcodeKind::number);
}
Result is_iterable(const Arguments& given) {
    return Value::of(given.at(0).kind == ShortcodeKind::list);
}
// A number that is not left to chance, so that the same site always gives the same pages.
Result no_chance(const Arguments& given) {
    return Value::of(given.named_or_at("start", 1).as_number());
}
Result as_text(const Arguments& given) { return made_text(given.last().as_text()); }
Result same(const Arguments& given) { return given.last(); }

constexpr FunctionName number_names_in_go[] = {{"add", add},           {"and", both},
                                               {"cond", choose},       {"default", default_go},
                                               {"div", divide},        {"eq", equal},
                                               {"float", decimal},     {"ge", at_least},
                                               {"gt", more},           {"int", whole},
                                               {"isset", defined},     {"le", at_most},
                                               {"lt", less},           {"math.Abs", absolute},
                                               {"math.Add", add},      {"math.Ceil", round_up},
                                               {"math.Div", divide},   {"math.Floor", round_down},
                                               {"math.Max", largest},  {"math.Min", smallest},
                                               {"math.Mul", multiply}, {"math.Round", rounded},
                                               {"math.Sub", subtract}, {"mod", modulo},
                                               {"mul", multiply},      {"ne", unequal},
                                               {"not", negate},        {"or", either},
                                               {"safeCSS", same},      {"safeURL", same},
                                               {"string", as_text},    {"sub", subtract}};
constexpr FunctionName number_names_in_tera[] = {{"%", modulo},
                                                 {"*", multiply},
                                                 {"+", add},
                                                 {"-", subtract},
                                                 {"/", divide},
                                                 {"abs", absolute},
                                                 {"and", both},
                                                 {"as_str", as_text},
                                                 {"default", default_tera},
                                                 {"defined", defined},
                                                 {"divisibleby", is_divisible},
                                                 {"eq", equal},
                                                 {"even", is_even},
                                                 {"float", decimal},
                                                 {"ge", at_least},
                                                 {"get_random", no_chance},
                                                 {"gt", more},
                                                 {"int", whole},
                                                 {"iterable", is_iterable},
                                                 {"le", at_most},
                                                 {"lt", less},
                                                 {"ne", unequal},
                                                 {"not", negate},
                                                 {"number", is_number},
                                                 {"odd", is_odd},
                                                 {"or", either},
                                                 {"round", rounded_filter},
                                                 {"string", is_string},
                                                 {"undefined", undefined}};

}  // namespace

FunctionSet number_functions() { return {number_names_in_go, number_names_in_tera}; }

}  // namespace broadsheet::press
