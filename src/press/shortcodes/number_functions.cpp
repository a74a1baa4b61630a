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
    return given.at(1).is_true() ? given.at(1) : given.at(0);
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
Result as_text(const Arguments& given) { return made_text(given.last().as_text()); }
Result same(const Arguments& given) { return given.last(); }

constexpr FunctionName number_names_in_go[] = {
    {"add", add},           {"and", both},     {"cond", choose},     {"default", default_go},
    {"div", divide},        {"eq", equal},     {"float", decimal},   {"ge", at_least},
    {"gt", more},           {"int", whole},    {"isset", defined},   {"le", at_most},
    {"lt", less},           {"math.Add", add}, {"math.Div", divide}, {"math.Mul", multiply},
    {"math.Sub", subtract}, {"mod", modulo},   {"mul", multiply},    {"ne", unequal},
    {"not", negate},        {"or", either},    {"safeCSS", same},    {"safeURL", same},
    {"string", as_text},    {"sub", subtract}};
constexpr FunctionName number_names_in_tera[] = {
    {"*", multiply},      {"+", add},     {"-", subtract},
    {"/", divide},        {"and", both},  {"default", default_tera},
    {"defined", defined}, {"eq", equal},  {"float", decimal},
    {"ge", at_least},     {"gt", more},   {"int", whole},
    {"le", at_most},      {"lt", less},   {"ne", unequal},
    {"not", negate},      {"or", either}, {"undefined", undefined}};

}  // namespace

FunctionSet number_functions() { return {number_names_in_go, number_names_in_tera}; }

}  // namespace broadsheet::press
