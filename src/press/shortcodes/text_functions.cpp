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

// printf FORMAT …: %s, %v, %d, %q and %%; widths are ignored.
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
        while (i + 1 < format.size() &&
               (format[i] == '.' || (format[i] >= '0' && format[i] <= '9'))) {
            ++i;
        }
        if (format[i] == '%') {
            out += '%';
        } else {
            const std::string text = given.text(next++);
            out += format[i] == 'q' ? "\"" + text + "\"" : text;
        }
        if (out.size() > longest_shortcode_text) return std::nullopt;
    }
    return made_text(std::move(out));
}

Result truncate(const Arguments& given) {
    std::string text = given.text(0);
    const double length = given.named_or_at("length", 1).as_number();
    double letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!strings::is_continuation(text[i]) && letters++ == std::max(0.0, length))
            return made_text(text.substr(0, i) + "…");
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
                                             {"errorf", nothing},
                                             {"humanize", humanize},
                                             {"i18n", nothing},
                                             {"lower", lower},
                                             {"path.Base", base_name},
                                             {"print", join_texts},
                                             {"printf", print_format},
                                             {"replace", replace},
                                             {"strings.Replace", replace},
                                             {"strings.ToLower", lower},
                                             {"strings.ToUpper", upper},
                                             {"strings.Trim", trim},
                                             {"strings.TrimPrefix", trim_prefix},
                                             {"strings.TrimSpace", trim_space},
                                             {"strings.TrimSuffix", trim_suffix},
                                             {"substr", substring},
                                             {"title", title},
                                             {"trim", trim},
                                             {"truncate", truncate_go},
                                             {"upper", upper},
                                             {"urlize", slug},
                                             {"warnf", nothing}};
constexpr FunctionName text_names_in_tera[] = {
    {"capitalize", capitalize}, {"lower", lower}, {"replace", replace_filter},
    {"slugify", slug},          {"title", title}, {"trim", trim_space},
    {"truncate", truncate},     {"upper", upper}, {"~", join_texts}};

}  // namespace

FunctionSet text_functions() { return {text_names_in_go, text_names_in_tera}; }

}  // namespace broadsheet::press
