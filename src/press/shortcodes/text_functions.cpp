// Functions of shortcode templates for texts.
#include <algorithm>
#include <array>
#include <cmath>

#include "addresses/slug.h"
#include "press/shortcodes/function_sets.h"
#include "press/shortcodes/template_tokens.h"
#include "strings/ascii.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using Arguments = FunctionArguments;
using Value = ShortcodeValue;
using Result = std::optional<Value>;

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

Result lower(const Arguments& given) {
    return made_text(strings::lower_letters(given.last().as_text()));
}
Result upper(const Arguments& given) { return made_text(upper_of(given.last().as_text())); }
Result title(const Arguments& given) { return made_text(titled(given.last().as_text())); }
Result capitalize(const Arguments& given) {
    return made_text(capital(strings::lower_ascii(given.text(0))));
}
Result humanize(const Arguments& given) {
    std::string text = given.last().as_text();
    std::replace(text.begin(), text.end(), '-', ' ');
    std::replace(text.begin(), text.end(), '_', ' ');
    return made_text(capital(std::move(text)));
}
Result slug(const Arguments& given) {
    return made_text(addresses::slugify(given.last().as_text()));
}
Result trim_space(const Arguments& given) {
    return made_text(std::string(strings::trimmed(given.last().as_text(), white)));
}
Result chomp(const Arguments& given) {
    Value result = given.last();
    while (result.text.ends_with('\n') || result.text.ends_with('\r')) result.text.pop_back();
    return result;
}
// Texts of themes in the language of the site are not read. Messages for authors are those of
// shortcode_run.cpp.
Result nothing(const Arguments&) { return Value(); }
// trim TEXT SIGNS
Result trim(const Arguments& given) {
    return made_text(std::string(
        strings::trimmed(given.text(0), given.values.size() > 1 ? given.text(1) : white)));
}
Result trim_prefix(const Arguments& given) {  // strings.TrimPrefix PREFIX TEXT
    std::string text = given.text(1);
    const std::string prefix = given.text(0);
    return made_text(text.starts_with(prefix) ? text.substr(prefix.size()) : text);
}
Result trim_suffix(const Arguments& given) {
    std::string text = given.text(1);
    const std::string suffix = given.text(0);
    if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
    return made_text(std::move(text));
}

Result replaced(const std::string& text, const std::string& from, const std::string& to) {
    if (from.empty()) return made_text(text);
    std::string out;
    std::size_t at = 0;
    while (true) {
        const auto found = text.find(from, at);
        out += text.substr(at, found - at);
        if (found == std::string::npos || out.size() > longest_shortcode_text)
            return made_text(out);
        out += to;
        at = found + from.size();
    }
}
Result replace(const Arguments& given) {
    return replaced(given.text(0), given.text(1), given.text(2));
}
Result replace_filter(const Arguments& given) {
    return replaced(given.text(0), given.named_or_at("from", 1).as_text(),
                    given.named_or_at("to", 2).as_text());
}

Result join_texts(const Arguments& given) {
    std::string out;
    for (const Value& value : given.values) out += value.as_text();
    return made_text(std::move(out));
}

// strings.TrimLeft SIGNS TEXT, strings.TrimRight SIGNS TEXT
Result trim_left(const Arguments& given) {
    const std::string text = given.text(1);
    const auto first = text.find_first_not_of(given.text(0));
    return made_text(first == std::string::npos ? std::string() : text.substr(first));
}
Result trim_right(const Arguments& given) {
    const std::string text = given.text(1);
    return made_text(text.substr(0, text.find_last_not_of(given.text(0)) + 1));
}
// trim_start_matches(pat="/"), trim_end_matches(pat="/"), trim_start, trim_end
Result trim_start_matches(const Arguments& given) {
    std::string_view text = given.at(0).text;
    const std::string pattern = given.named_or_at("pat", 1).as_text();
    while (!pattern.empty() && text.starts_with(pattern)) text.remove_prefix(pattern.size());
    return made_text(std::string(text));
}
Result trim_end_matches(const Arguments& given) {
    std::string_view text = given.at(0).text;
    const std::string pattern = given.named_or_at("pat", 1).as_text();
    while (!pattern.empty() && text.ends_with(pattern)) text.remove_suffix(pattern.size());
    return made_text(std::string(text));
}
Result trim_start(const Arguments& given) {
    Arguments turned;
    turned.values = {Value::of(std::string(white)), given.at(0)};
    return trim_left(turned);
}
Result trim_end(const Arguments& given) {
    Arguments turned;
    turned.values = {Value::of(std::string(white)), given.at(0)};
    return trim_right(turned);
}
// strings.Repeat COUNT TEXT
Result repeat(const Arguments& given) {
    const std::string text = given.text(1);
    const double count = std::max(0.0, std::trunc(given.at(0).as_number()));
    if (count * static_cast<double>(text.size()) > longest_shortcode_text) return std::nullopt;
    std::string out;
    for (double i = 0; i < count; ++i) out += text;
    return made_text(std::move(out));
}
Result first_upper(const Arguments& given) { return made_text(capital(given.last().as_text())); }
Result count_words(const Arguments& given) {
    double count = 0;
    bool in_word = false;
    for (const char c : given.last().as_text()) {
        const bool is_white = white.find(c) != std::string_view::npos;
        if (!is_white && !in_word) ++count;
        in_word = !is_white;
    }
    return Value::of(count);
}
// strings.Count PART TEXT
Result count_parts(const Arguments& given) {
    const std::string part = given.text(0);
    const std::string text = given.text(1);
    double count = 0;
    if (part.empty()) return Value::of(count);
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return Value::of(count);
}

// The type that Go has for a value, for printf "%T".
std::string_view go_type_of(const Value& value) {
    switch (value.kind) {
        case ShortcodeKind::boolean: return "bool";
        case ShortcodeKind::number:
            return value.number == std::trunc(value.number) ? "int" : "float64";
        case ShortcodeKind::text: return value.is_html ? "template.HTML" : "string";
        case ShortcodeKind::list:
            return value.is_table() ? "map[string]interface {}" : "[]interface {}";
        default: return "<nil>";
    }
}

// printf FORMAT …: %s, %v, %d, %q, %T and %%; of widths, that of whole numbers with zeros.
Result print_format(const Arguments& given) {
    const std::string format = given.text(0);
    std::string out;
    std::size_t next = 1;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            out += format[i];
            continue;
        }
        ++i;
        const bool has_zeros = format[i] == '0';
        std::size_t width = 0;
        while (i + 1 < format.size() &&
               (format[i] == '.' || format[i] == '-' || format[i] == '+' || format[i] == '#' ||
                (format[i] >= '0' && format[i] <= '9'))) {
            constexpr std::size_t widest = 100;
            if (has_zeros && strings::is_digit(format[i])) {
                width = std::min(widest, width * 10 + static_cast<std::size_t>(format[i] - '0'));
            }
            ++i;
        }
        if (format[i] == '%') {
            out += '%';
        } else if (format[i] == 'T') {
            out += go_type_of(given.at(next++));
        } else {
            const std::string text = given.text(next++);
            if (text.size() < width) out.append(width - text.size(), '0');
            out += format[i] == 'q' ? "\"" + text + "\"" : text;
        }
        if (out.size() > longest_shortcode_text) return std::nullopt;
    }
    return made_text(std::move(out));
}

Result truncate(const Arguments& given) {
    std::string text = given.text(0);
    const Value& asked = given.named_or_at("length", 1);
    const double length = asked.kind == ShortcodeKind::nothing ? 255 : asked.as_number();
    const Value& end = given.named_or_at("end", 2);
    double letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!strings::is_continuation(text[i]) && letters++ == std::max(0.0, length)) {
            return made_text(text.substr(0, i) +
                             (end.kind == ShortcodeKind::nothing ? "…" : end.as_text()));
        }
    }
    return made_text(std::move(text));
}

// substr TEXT START LENGTH, in letters. A negative start counts from the end.
Result substring(const Arguments& given) {
    const std::string text = given.text(0);
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!strings::is_continuation(text[i])) starts.push_back(i);
    }
    const auto count = static_cast<double>(starts.size());
    double first = std::trunc(given.at(1).as_number());
    if (first < 0) first = std::max(0.0, count + first);
    if (first >= count) return made_text("");
    const double end =
        given.values.size() > 2
            ? std::min(count, first + std::max(0.0, std::trunc(given.at(2).as_number())))
            : count;
    const std::size_t begin = starts[static_cast<std::size_t>(first)];
    return made_text(text.substr(
        begin, end < count ? starts[static_cast<std::size_t>(end)] - begin : std::string::npos));
}

// truncate LENGTH TEXT
Result truncate_go(const Arguments& given) {
    Arguments turned;
    turned.values = {given.last(), given.at(0)};
    return truncate(turned);
}

Result base_name(const Arguments& given) {
    const std::string path = given.last().as_text();
    return made_text(path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1));
}

constexpr FunctionName text_names_in_go[] = {{"T", nothing},
                                             {"anchorize", slug},
                                             {"chomp", chomp},
                                             {"countwords", count_words},
                                             {"errorf", nothing},
                                             {"erroridf", nothing},
                                             {"humanize", humanize},
                                             {"i18n", nothing},
                                             {"lower", lower},
                                             {"partial", nothing},
                                             {"partialCached", nothing},
                                             {"path.Base", base_name},
                                             {"print", join_texts},
                                             {"printf", print_format},
                                             {"ref", nothing},
                                             {"relref", nothing},
                                             {"replace", replace},
                                             {"resources.Get", nothing},
                                             {"resources.GetMatch", nothing},
                                             {"return", nothing},
                                             {"strings.Count", count_parts},
                                             {"strings.FirstUpper", first_upper},
                                             {"strings.Repeat", repeat},
                                             {"strings.TrimLeft", trim_left},
                                             {"strings.TrimPrefix", trim_prefix},
                                             {"strings.TrimRight", trim_right},
                                             {"strings.TrimSpace", trim_space},
                                             {"strings.TrimSuffix", trim_suffix},
                                             {"substr", substring},
                                             {"title", title},
                                             {"trim", trim},
                                             {"truncate", truncate_go},
                                             {"upper", upper},
                                             {"urlize", slug},
                                             {"warnf", nothing},
                                             {"warnidf", nothing}};
constexpr FunctionName text_names_in_tera[] = {{"capitalize", capitalize},
                                               {"lower", lower},
                                               {"replace", replace_filter},
                                               {"slugify", slug},
                                               {"title", title},
                                               {"trim", trim_space},
                                               {"trim_end", trim_end},
                                               {"trim_end_matches", trim_end_matches},
                                               {"trim_start", trim_start},
                                               {"trim_start_matches", trim_start_matches},
                                               {"truncate", truncate},
                                               {"upper", upper},
                                               {"wordcount", count_words},
                                               {"~", join_texts}};

}  // namespace

FunctionSet text_functions() { return {text_names_in_go, text_names_in_tera}; }

}  // namespace broadsheet::press
