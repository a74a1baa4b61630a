// Liquid's tags and variables, and the actions of Go templates.
#include <algorithm>

#include "press/shortcodes/block_place.h"
#include "press/shortcodes/built_in_shortcodes.h"
#include "press/shortcodes/liquid_plug_ins.h"
#include "press/shortcodes/shown_tags.h"
#include "press/shortcodes/template_expander.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t longest_action = 100'000;  // may contain code

}  // namespace

void TemplateExpander::copy_code(std::size_t end) {
    std::string_view code = text_.substr(position_, end - position_);
    position_ = end;
    if (!uses_liquid()) {
        result_.text += with_shown_tags(code, context_.generator);
        return;
    }
    while (true) {
        const auto open = code.find("{%");
        const auto close = open == std::string_view::npos ? open : code.find("%}", open);
        if (close == std::string_view::npos) break;
        const std::string_view name = tag_content(code.substr(open + 2, close - open - 2));
        const bool raw = name == "raw" || name == "endraw";
        result_.text += code.substr(0, raw ? open : close + 2);
        code.remove_prefix(close + 2);
    }
    result_.text += code;
}

bool TemplateExpander::expand_liquid() {
    const std::size_t close = near(longest_tag).find("%}", position_ + 2);
    if (close == std::string_view::npos) return false;
    const std::size_t end = close + 2;
    const std::string_view content =
        tag_content(text_.substr(position_ + 2, close - position_ - 2));
    const std::string name(first_word(content));
    const std::string_view rest = strings::trimmed(content.substr(name.size()));
    if (name == "raw") {
        const auto [inner, after] = liquid_block("endraw", end);
        put(inner, after);
    } else if (name == "highlight") {
        const auto [inner, after] = liquid_block("endhighlight", end);
        const std::string code =
            BlockPlace(text_, position_, after).without_margin(without_raw(inner));
        put_block(fenced(first_word(rest), code), after);
    } else if (name == "post_url" || name == "link") {
        const auto found = address(rest);
        if (!found) report_missing(name, std::string(rest));
        put(found ? *found : std::string(rest), end);
    } else if (name == "post_link") {  // of Hexo: the name of a post, and words
        const std::string_view post = first_word(rest);
        const std::string_view words = strings::trimmed(rest.substr(post.size()), " \t\n\"'");
        const auto found = address(post);
        if (!found) report_missing(name, std::string(post));
        put("[" + std::string(words.empty() ? post : words) + "](<" +
                (found ? *found : std::string(post)) + ">)",
            end);
    } else if (auto markdown = plug_in_markdown(content)) {
        if (markdown->starts_with('\n')) {
            put_block(*markdown, end);
        } else {
            put(*markdown, end);
        }
    } else if (name == "comment") {
        put("", liquid_block("endcomment", end).second);
    } else if (context_.generator == Generator::jekyll && !name.empty()) {
        if (!name.starts_with("end")) {
            warn(name, "unknown Liquid tag \"" + name + "\", so it is shown as text",
                 "write it in Markdown or HTML");
        }
        keep_tag(end);
    } else {
        return false;
    }
    return true;
}

std::pair<std::string_view, std::size_t> TemplateExpander::liquid_block(std::string_view name,
                                                                        std::size_t start) const {
    for (std::size_t open = text_.find("{%", start); open != std::string_view::npos;
         open = text_.find("{%", open + 2)) {
        const std::size_t close = text_.find("%}", open);
        if (close == std::string_view::npos) break;
        if (tag_content(text_.substr(open + 2, close - open - 2)) == name) {
            return {text_.substr(start, open - start), close + 2};
        }
    }
    return {text_.substr(start), text_.size()};
}

std::string TemplateExpander::without_raw(std::string_view code) {
    TemplateContext liquid;
    TemplateExpander inner(code, liquid);
    inner.copy_code(code.size());
    return inner.result_.text;
}

bool TemplateExpander::expand_variable() {
    const std::size_t close = near(longest_tag).find("}}", position_ + 2);
    if (close == std::string_view::npos) return false;
    const std::string_view content =
        tag_content(text_.substr(position_ + 2, close - position_ - 2));
    const std::string_view subject = strings::trimmed(content.substr(0, content.find('|')));
    if (subject.size() >= 2 && (subject[0] == '"' || subject[0] == '\'') &&
        subject.back() == subject.front()) {
        put(subject.substr(1, subject.size() - 2), close + 2);
        return true;
    }
    const auto value = context_.variable ? context_.variable(subject) : std::nullopt;
    if (value) {
        put(*value, close + 2);
        return true;
    }
    warn(subject,
         "unknown Liquid variable \"" + std::string(subject) + "\", so it is shown as text",
         "write the value itself");
    keep_tag(close + 2);
    return true;
}

bool TemplateExpander::is_raw_text(std::string_view content) {
    constexpr std::string_view name = "raw";
    if (!content.starts_with(name)) return false;
    const auto first = content.find_first_not_of(" \t\n", name.size());
    return first != std::string_view::npos && (content[first] == '`' || content[first] == '"');
}

bool TemplateExpander::expand_action() {
    const std::size_t close = find_outside_strings(near(longest_action), "}}", position_ + 2);
    if (close == std::string_view::npos) return false;
    const std::size_t end = close + 2;
    const std::string_view content =
        tag_content(text_.substr(position_ + 2, close - position_ - 2));
    const TemplateArguments arguments = parse_template_arguments(content);
    const std::string first = arguments.get("", 0);
    if (content.starts_with("/*")) {
        put("", end);
    } else if ((arguments.name.empty() && !arguments.words.empty()) || is_raw_text(content)) {
        put(first, end);
    } else if (arguments.name == "image") {
        put("![](<" + first + ">)", end);
    } else if (arguments.name == "video") {
        put(recording(arguments), end);
    } else if (arguments.name == "code" || arguments.name == "play") {
        warn("code " + first, "code from the file \"" + first + "\" is omitted",
             "copy it into a fenced code block");
        put("", end);
    } else {
        const std::string name(first_word(content));
        warn(name, "template action \"" + name + "\" is omitted", "replace it with its result");
        put("", end);
    }
    return true;
}

}  // namespace broadsheet::press
