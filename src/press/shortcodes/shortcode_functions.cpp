#include "press/shortcodes/shortcode_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "addresses/slug.h"
#include "press/base/link_target.h"
#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/shortcodes/template_tokens.h"
#include "press/text/markdown_html.h"
#include "press/values/value.h"
#include "strings/ascii.h"
#include "strings/letters.h"

namespace broadsheet::press {

namespace {

using Arguments = FunctionArguments;
using Value = ShortcodeValue;
using Result = std::optional<Value>;

Result made(std::string text) {
    if (text.size() > longest_shortcode_text) return std::nullopt;
    return Value::of(std::move(text));
}

std::string text_at(const Arguments& given, std::size_t place) { return given.at(place).as_text(); }

const Value& last(const Arguments& given) {
    return given.at(given.values.empty() ? 0 : given.values.size() - 1);
}

std::string trimmed_text(std::string_view text, std::string_view around) {
    return std::string(strings::trimmed(text, around));
}

// --- Texts as HTML -------------------------------------------------------------------------------

// As Hugo does, a single paragraph loses its <p>.
Value markdown_of(const std::string& text, bool inline_only) {
    HtmlProblems ignored;
    std::string html = markdown_to_html(text, ignored);
    constexpr std::string_view open = "<p>";
    constexpr std::string_view close = "</p>";
    const std::string inner = trimmed_text(html, white);
    if (inline_only && inner.starts_with(open) && inner.ends_with(close) &&
        inner.find(open, 1) == std::string::npos) {
        html = inner.substr(open.size(), inner.size() - open.size() - close.size());
    }
    return Value::html(std::move(html));
}

Result markdownify(const Arguments& given) { return markdown_of(last(given).as_text(), true); }

Result markdown_filter(const Arguments& given) {
    return markdown_of(text_at(given, 0), given.named_or_at("inline", 1).is_true());
}

Result safe(const Arguments& given) { return Value::html(last(given).as_text()); }

Result plainify(const Arguments& given) {
    const std::string html = last(given).as_text();
    if (is_too_complex(html)) return std::nullopt;
    return Value::of(model::plain_text(clean_html(html).document));
}

// Addresses are from the site's root; links get its path on the host when pages are written.
Result from_root(const Arguments& given) {
    const std::string target = last(given).as_text();
    const bool stays =
        target.empty() || target[0] == '/' || target[0] == '#' || is_absolute_url(target);
    return made(stays ? target : "/" + target);
}

Result html_unescape(const Arguments& given) {
    return made(decode_entities(last(given).as_text()));
}
Result html_escape(const Arguments& given) { return made(escaped(last(given).as_text())); }
Result escape_filter(const Arguments& given) { return Value::html(escaped(text_at(given, 0))); }

// --- Texts ---------------------------------------------------------------------------------------

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string titled(std::string text) {
    bool starts = true;
    for (char& c : text) {
        if (starts && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        starts = white.find(c) != std::string_view::npos;
    }
    return text;
}

std::string upper_of(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return text;
}

Result lower(const Arguments& given) { return made(strings::lower_letters(last(given).as_text())); }
Result upper(const Arguments& given) { return made(upper_of(last(given).as_text())); }
Result title(const Arguments& given) { return made(titled(last(given).as_text())); }
Result capitalize(const Arguments& given) { return made(capital(lower_ascii(text_at(given, 0)))); }
Result humanize(const Arguments& given) {
    std::string text = last(given).as_text();
    std::replace(text.begin(), text.end(), '-', ' ');
    std::replace(text.begin(), text.end(), '_', ' ');
    return made(capital(std::move(text)));
}
Result slug(const Arguments& given) { return made(addresses::slugify(last(given).as_text())); }
Result trim_space(const Arguments& given) {
    return made(trimmed_text(last(given).as_text(), white));
}
Result chomp(const Arguments& given) {
    Value result = last(given);
    while (result.text.ends_with('\n') || result.text.ends_with('\r')) result.text.pop_back();
    return result;
}
// Texts of themes in the language of the site are not read, and messages for authors not shown.
Result nothing(const Arguments&) { return Value(); }
// trim TEXT SIGNS
Result trim(const Arguments& given) {
    return made(
        trimmed_text(text_at(given, 0), given.values.size() > 1 ? text_at(given, 1) : white));
}
Result trim_prefix(const Arguments& given) {  // strings.TrimPrefix PREFIX TEXT
    std::string text = text_at(given, 1);
    const std::string prefix = text_at(given, 0);
    return made(text.starts_with(prefix) ? text.substr(prefix.size()) : text);
}
Result trim_suffix(const Arguments& given) {
    std::string text = text_at(given, 1);
    const std::string suffix = text_at(given, 0);
    if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
    return made(std::move(text));
}

Result replaced(const std::string& text, const std::string& from, const std::string& to) {
    if (from.empty()) return made(text);
    std::string out;
    std::size_t at = 0;
    while (true) {
        const auto found = text.find(from, at);
        out += text.substr(at, found - at);
        if (found == std::string::npos || out.size() > longest_shortcode_text) return made(out);
        out += to;
        at = found + from.size();
    }
}
Result replace(const Arguments& given) {
    return replaced(text_at(given, 0), text_at(given, 1), text_at(given, 2));
}
Result replace_filter(const Arguments& given) {
    return replaced(text_at(given, 0), given.named_or_at("from", 1).as_text(),
                    given.named_or_at("to", 2).as_text());
}

Result join_texts(const Arguments& given) {
    std::string out;
    for (const Value& value : given.values) out += value.as_text();
    return made(std::move(out));
}

// printf FORMAT …: %s, %v, %d, %q and %%; widths are ignored.
Result print_format(const Arguments& given) {
    const std::string format = text_at(given, 0);
    std::string out;
    std::size_t next = 1;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            out += format[i];
            continue;
        }
        ++i;
        while (i + 1 < format.size() &&
               (format[i] == '.' || (format[i] >= '0' && format[i] <= '9'))) {
            ++i;
        }
        if (format[i] == '%') {
            out += '%';
        } else {
            const std::string text = text_at(given, next++);
            out += format[i] == 'q' ? "\"" + text + "\"" : text;
        }
        if (out.size() > longest_shortcode_text) return std::nullopt;
    }
    return made(std::move(out));
}

Result truncate(const Arguments& given) {
    std::string text = text_at(given, 0);
    const double length = given.named_or_at("length", 1).as_number();
    double letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (starts && letters++ == std::max(0.0, length)) return made(text.substr(0, i) + "…");
    }
    return made(std::move(text));
}

// substr TEXT START LENGTH, in letters. A negative start counts from the end.
Result substring(const Arguments& given) {
    const std::string text = text_at(given, 0);
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    }
    const auto count = static_cast<double>(starts.size());
    double first = std::trunc(given.at(1).as_number());
    if (first < 0) first = std::max(0.0, count + first);
    if (first >= count) return made("");
    const double end =
        given.values.size() > 2
            ? std::min(count, first + std::max(0.0, std::trunc(given.at(2).as_number())))
            : count;
    const std::size_t begin = starts[static_cast<std::size_t>(first)];
    return made(text.substr(
        begin, end < count ? starts[static_cast<std::size_t>(end)] - begin : std::string::npos));
}

// truncate LENGTH TEXT
Result truncate_go(const Arguments& given) {
    Arguments turned;
    turned.values = {last(given), given.at(0)};
    return truncate(turned);
}

Result base_name(const Arguments& given) {
    const std::string path = last(given).as_text();
    return made(path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1));
}

// --- Lists ---------------------------------------------------------------------------------------

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
Result split(const Arguments& given) { return split_at(text_at(given, 0), text_at(given, 1)); }
Result split_filter(const Arguments& given) {
    return split_at(text_at(given, 0), given.named_or_at("pat", 1).as_text());
}

Result list(const Arguments& given) { return Value::of(given.values); }

// dict NAME VALUE …
Result table(const Arguments& given) {
    Value result = Value::of(std::vector<Value>());
    for (std::size_t i = 0; i + 1 < given.values.size(); i += 2) {
        result.keys.push_back(text_at(given, i));
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
    return made(std::move(out));
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
    const Value& value = last(given);
    if (value.kind == ShortcodeKind::list)
        return Value::of(static_cast<double>(value.items.size()));
    const std::string text = value.as_text();
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return Value::of(static_cast<double>(letters));
}

Result index(const Arguments& given) {
    const auto& keys = given.at(0).keys;
    if (!keys.empty()) {
        const auto found = std::find(keys.begin(), keys.end(), text_at(given, 1));
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
    return Value::of(text_at(given, 0).starts_with(text_at(given, 1)));
}
Result has_suffix(const Arguments& given) {
    return Value::of(text_at(given, 0).ends_with(text_at(given, 1)));
}

// --- Logic and numbers ---------------------------------------------------------------------------

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
    return last(given);
}
Result either(const Arguments& given) {
    for (const Value& value : given.values) {
        if (value.is_true()) return value;
    }
    return last(given);
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
Result whole(const Arguments& given) { return Value::of(std::trunc(last(given).as_number())); }
Result decimal(const Arguments& given) { return Value::of(last(given).as_number()); }
Result text(const Arguments& given) { return made(last(given).as_text()); }
Result same(const Arguments& given) { return last(given); }

using Table = std::map<std::string_view, ShortcodeFunction>;

const Table& table_of(TemplateLanguage language) {
    static const Table go = {{"T", nothing},
                             {"absLangURL", from_root},
                             {"absURL", from_root},
                             {"add", add},
                             {"and", both},
                             {"anchorize", slug},
                             {"chomp", chomp},
                             {"cond", choose},
                             {"default", default_go},
                             {"delimit", delimit},
                             {"dict", table},
                             {"div", divide},
                             {"eq", equal},
                             {"errorf", nothing},  // see shortcode_run.cpp
                             {"first", first_items},
                             {"float", decimal},
                             {"ge", at_least},
                             {"gt", more},
                             {"hasPrefix", has_prefix},
                             {"hasSuffix", has_suffix},
                             {"htmlEscape", html_escape},
                             {"htmlUnescape", html_unescape},
                             {"humanize", humanize},
                             {"i18n", nothing},
                             {"in", in_go},
                             {"index", index},
                             {"int", whole},
                             {"isset", defined},
                             {"last", last_items},
                             {"le", at_most},
                             {"len", length},
                             {"lower", lower},
                             {"lt", less},
                             {"markdownify", markdownify},
                             {"math.Add", add},
                             {"math.Div", divide},
                             {"math.Mul", multiply},
                             {"math.Sub", subtract},
                             {"mod", modulo},
                             {"mul", multiply},
                             {"ne", unequal},
                             {"not", negate},
                             {"or", either},
                             {"path.Base", base_name},
                             {"plainify", plainify},
                             {"print", join_texts},
                             {"printf", print_format},
                             {"relLangURL", from_root},
                             {"relURL", from_root},
                             {"replace", replace},
                             {"safeCSS", same},
                             {"safeHTML", safe},
                             {"safeHTMLAttr", safe},
                             {"safeURL", same},
                             {"seq", seq},
                             {"slice", list},
                             {"split", split},
                             {"string", text},
                             {"strings.Contains", in_go},
                             {"strings.HasPrefix", has_prefix},
                             {"strings.HasSuffix", has_suffix},
                             {"strings.Replace", replace},
                             {"strings.Split", split},
                             {"strings.ToLower", lower},
                             {"strings.ToUpper", upper},
                             {"strings.Trim", trim},
                             {"strings.TrimPrefix", trim_prefix},
                             {"strings.TrimSpace", trim_space},
                             {"strings.TrimSuffix", trim_suffix},
                             {"sub", subtract},
                             {"substr", substring},
                             {"title", title},
                             {"trim", trim},
                             {"truncate", truncate_go},
                             {"upper", upper},
                             {"urlize", slug},
                             {"warnf", nothing}};
    static const Table tera = {{"*", multiply},
                               {"+", add},
                               {"-", subtract},
                               {"/", divide},
                               {"and", both},
                               {"capitalize", capitalize},
                               {"default", default_tera},
                               {"containing", contains_text},
                               {"defined", defined},
                               {"ending_with", has_suffix},
                               {"eq", equal},
                               {"escape", escape_filter},
                               {"first", first_item},
                               {"float", decimal},
                               {"ge", at_least},
                               {"gt", more},
                               {"in", in_tera},
                               {"int", whole},
                               {"join", delimit},
                               {"last", last_item},
                               {"le", at_most},
                               {"length", length},
                               {"list", list},
                               {"lower", lower},
                               {"lt", less},
                               {"markdown", markdown_filter},
                               {"ne", unequal},
                               {"not", negate},
                               {"or", either},
                               {"range", range},
                               {"replace", replace_filter},
                               {"safe", safe},
                               {"slugify", slug},
                               {"split", split_filter},
                               {"starting_with", has_prefix},
                               {"striptags", plainify},
                               {"title", title},
                               {"trim", trim_space},
                               {"truncate", truncate},
                               {"undefined", undefined},
                               {"upper", upper},
                               {"~", join_texts}};
    return language == TemplateLanguage::go ? go : tera;
}

}  // namespace

const ShortcodeValue& FunctionArguments::at(std::size_t place) const {
    static const ShortcodeValue nothing;
    return place < values.size() ? values[place] : nothing;
}

const ShortcodeValue& FunctionArguments::named_or_at(std::string_view name,
                                                     std::size_t place) const {
    for (const auto& [each, value] : named) {
        if (each == name) return value;
    }
    return at(place);
}

ShortcodeFunction shortcode_function(TemplateLanguage language, std::string_view name) {
    const Table& table = table_of(language);
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

std::vector<std::string_view> shortcode_function_names(TemplateLanguage language) {
    std::vector<std::string_view> names;
    for (const auto& [name, function] : table_of(language)) names.push_back(name);
    return names;
}

}  // namespace broadsheet::press
