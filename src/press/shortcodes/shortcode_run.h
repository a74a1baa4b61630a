// Runs the template of a shortcode.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "press/shortcodes/shortcode_store.h"
#include "press/shortcodes/shortcode_template.h"
#include "press/shortcodes/template_arguments.h"

namespace broadsheet::press {

// A use of a shortcode in an article.
struct ShortcodeCall {
    const TemplateArguments* arguments = nullptr;
    std::string inner;  // text between its tags, with the shortcodes in it replaced
    int ordinal = 0;    // number of the shortcode in the article or in the one around it, from 0
    // The shortcode between whose tags this one is; null if there is none.
    const ShortcodeCall* parent = nullptr;
    ShortcodeStore* store = nullptr;       // its own; null: it is forgotten
    ShortcodeStore* page_store = nullptr;  // that of all shortcodes of the article
    // The value of "page.title", "site.title", "page.params.x" and the like.
    std::function<std::optional<std::string>(std::string_view)> variable;
    // The address of a picture or another file that an article may name.
    std::function<std::optional<std::string>(std::string_view)> file;
    // The address of an article, by the file name or path that `relref` gives.
    std::function<std::optional<std::string>(std::string_view)> article;
    // The template in layouts/partials with this name, or null.
    std::function<const SiteShortcode*(std::string_view)> partial;
};

// The HTML or Markdown of a shortcode, or why there is none.
struct ShortcodeResult {
    std::string text;
    std::string error;  // "its template runs too long"; empty if there is none
    int line = 0;       // of the template, where the error is
};

// At most 20,000 steps run, and the text is at most `longest_shortcode_text` long. REQUIRES: the
// template has no error.
ShortcodeResult run_shortcode(const ShortcodeTemplate& shortcode, const ShortcodeCall& call);

// HTML that can stand in Markdown and keeps its meaning there: no line of it is taken for code, a
// list or a heading, and no sign in its text for emphasis or a link.
std::string html_within_markdown(std::string_view html);

}  // namespace broadsheet::press
