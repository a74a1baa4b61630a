// Functions of shortcode templates that read or make HTML and addresses.
#include "addresses/slug.h"
#include "press/base/link_target.h"
#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/shortcodes/function_sets.h"
#include "press/text/markdown_html.h"

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

constexpr FunctionName html_names_in_go[] = {
    {"absLangURL", from_root},       {"absURL", from_root},        {"htmlEscape", html_escape},
    {"htmlUnescape", html_unescape}, {"markdownify", markdownify}, {"plainify", plainify},
    {"relLangURL", from_root},       {"relURL", from_root},        {"safeHTML", safe},
    {"safeHTMLAttr", safe}};
constexpr FunctionName html_names_in_tera[] = {{"escape", escape_filter},
                                               {"markdown", markdown_filter},
                                               {"safe", safe},
                                               {"striptags", plainify}};

}  // namespace

FunctionSet html_functions() { return {html_names_in_go, html_names_in_tera}; }

}  // namespace broadsheet::press
