// Template tags that other tools leave in articles: shortcodes of Hugo and Zola, Liquid of Jekyll,
// actions of Go's templates. The few that say what a text is become Markdown or HTML; of all others
// the text stays, and the author is told. Code in Markdown fences is not touched.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/generator.h"

namespace broadsheet::press {

struct TemplateContext {
    Generator generator = Generator::plain;
    bool go_template = false;  // the article says `template: true`
    // The address of an article by its file name or path, as ref, link and post_url name it.
    std::function<std::optional<std::string>(std::string_view)> address_of;
    // The value of "site.title", "page.date" and the like.
    std::function<std::optional<std::string>(std::string_view)> variable;
    Severity broken_link = Severity::warning;  // of a name that no article has
};

struct Expanded {
    std::string text;
    Diagnostics diagnostics;  // positions within the text that was given; no paths
    // Names that no article has and that stand in the text where an address should.
    std::vector<std::string> missing;
};

Expanded expand_templates(std::string_view text, const TemplateContext& context);

}  // namespace broadsheet::press
