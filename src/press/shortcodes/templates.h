// Expands template tags in articles of other generators: shortcodes of Hugo and Zola, Liquid tags
// of Jekyll, and actions of Go templates. Tags with a meaning that Markdown or HTML can express are
// replaced. All others stay as text, with a warning. Code in Markdown is not changed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/shortcodes/shortcode_template.h"

namespace broadsheet::press {

// What the tags may refer to.
struct TemplateContext {
    Generator generator = Generator::plain;
    bool go_template = false;  // the article has `template: true`
    // The address of an article, by the file name or path that ref, link and post_url give.
    std::function<std::optional<std::string>(std::string_view)> address_of;
    // The value of "site.title", "page.date" and the like.
    std::function<std::optional<std::string>(std::string_view)> variable;
    // The site's own shortcode with this name, or null.
    std::function<const SiteShortcode*(std::string_view)> shortcode;
    // The template that shortcodes call by this name, or null.
    std::function<const SiteShortcode*(std::string_view)> partial;
    // The address of a file that the article may name, as its pictures are named.
    std::function<std::optional<std::string>(std::string_view)> file_of;
    // Severity of a shortcode of the site whose template cannot be used.
    Severity bad_shortcode = Severity::error;
    Severity broken_link = Severity::warning;  // severity of references to missing articles
};

// The text with its tags replaced.
struct Expanded {
    std::string text;
    // Positions in the original text, without a path; or in a shortcode's file, with its path.
    Diagnostics diagnostics;
    // References to missing articles. They are in the text in place of an address.
    std::vector<std::string> missing;
};

// Expands all tags. Each unknown name is reported once.
Expanded expand_templates(std::string_view text, const TemplateContext& context);

}  // namespace broadsheet::press
