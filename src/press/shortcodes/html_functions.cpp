// Functions of shortcode templates that read or make HTML and addresses.
#include "addresses/slug.h"
#include "press/base/link_target.h"
#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/shortcodes/function_sets.h"
#include "press/text/markdown_html.h"
#include "strings/escape.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

using Arguments = FunctionArguments;
using Value = ShortcodeValue;
using Result = std::optional<Value>;

Value markdown_of(const std::string& text) {
    HtmlProblems ignored;
    return Value::html(markdown_to_html(text, ignored));
}

// As Hugo does, a single paragraph loses its <p>.
Value inline_markdown_of(const std::string& text) {
    return Value::html(inline_markdown_to_html(text));
}

Result markdownify(const Arguments& given) { return inline_markdown_of(given.last().as_text()); }

Result markdown_filter(const Arguments& given) {
    const bool within_a_line = given.named_or_at("inline", 1).is_true();
    return within_a_line ? inline_markdown_of(given.text(0)) : markdown_of(given.text(0));
}

Result safe(const Arguments& given) { return Value::html(given.last().as_text()); }

Result plainify(const Arguments& given) {
    const std::string html = given.last().as_text();
    if (is_too_complex(html)) return std::nullopt;
    return Value::of(model::plain_text(clean_html(html).document));
}

// Addresses are from the site's root; links get its path on the host when pages are written.
Result from_root(const Arguments& given) {
    const std::string target = given.last().as_text();
    const bool stays =
        target.empty() || target[0] == '/' || target[0] == '#' || is_absolute_url(target);
    return made_text(stays ? target : "/" + target);
}

Result html_unescape(const Arguments& given) {
    return made_text(decode_entities(given.last().as_text()));
}
Result html_escape(const Arguments& given) { return made_text(escaped(given.last().as_text())); }
Result escape_filter(const Arguments& given) { return Value::html(escaped(given.text(0))); }

// highlight CODE LANGUAGE OPTIONS
Result highlighted(const Arguments& given) {
    std::string out = "<pre><code";
    if (!given.text(1).empty()) out += " class=\"language-" + escaped(given.text(1)) + "\"";
    std::string code = given.text(0);
    while (code.starts_with('\n')) code.erase(0, 1);
    out += ">" + escaped(code) + "</code></pre>";
    if (out.size() > longest_shortcode_text) return std::nullopt;
    return Value::html(std::move(out));
}

Result query_escape(const Arguments& given) {
    std::string out;
    for (const char c : given.last().as_text()) {
        if (c == ' ') out += '+';
        if (c != ' ') out += strings::percent_encoded(std::string_view(&c, 1), strings::unreserved);
    }
    return made_text(std::move(out));
}
Result url_encode(const Arguments& given) {
    return made_text(strings::percent_encoded(given.text(0), strings::unreserved));
}
Result line_breaks(const Arguments& given) {
    std::string out = escaped(given.text(0));
    strings::replace_all(out, "\n", "<br>");
    if (out.size() > longest_shortcode_text) return std::nullopt;
    return Value::html(std::move(out));
}

// What Zola knows of a picture. Pages find out its size themselves, and smaller versions are made
// when they are written.
Result picture(const Arguments& given) {
    Value made;
    made.set("url", Value::of(given.named_or_at("path", 0).as_text()));
    return made;
}
// Zola's drawings, which are not kept in articles; other data are not read.
Result drawing(const Arguments& given) {
    const std::string path = given.named_or_at("path", 0).as_text();
    return path.ends_with(".svg") ? Result(Value::html("")) : std::nullopt;
}

constexpr FunctionName html_names_in_go[] = {{"absLangURL", from_root},
                                             {"absURL", from_root},
                                             {"emojify", safe},
                                             {"highlight", highlighted},
                                             {"html", html_escape},
                                             {"htmlEscape", html_escape},
                                             {"htmlUnescape", html_unescape},
                                             {"markdownify", markdownify},
                                             {"plainify", plainify},
                                             {"relLangURL", from_root},
                                             {"relURL", from_root},
                                             {"safeHTML", safe},
                                             {"safeHTMLAttr", safe},
                                             {"safeJS", safe},
                                             {"urlquery", query_escape}};
constexpr FunctionName html_names_in_tera[] = {
    {"escape", escape_filter},     {"escape_xml", escape_filter}, {"get_image_metadata", picture},
    {"get_url", from_root},        {"linebreaksbr", line_breaks}, {"load_data", drawing},
    {"markdown", markdown_filter}, {"resize_image", picture},     {"safe", safe},
    {"striptags", plainify},       {"urlencode", url_encode}};

}  // namespace

FunctionSet html_functions() { return {html_names_in_go, html_names_in_tera}; }

}  // namespace broadsheet::press
