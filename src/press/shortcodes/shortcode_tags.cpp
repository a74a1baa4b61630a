// The shortcodes of Hugo and Zola: built in, and the site's own.
#include <algorithm>

#include "press/html/entity.h"
#include "press/shortcodes/block_place.h"
#include "press/shortcodes/built_in_shortcodes.h"
#include "press/shortcodes/form_shortcode.h"
#include "press/shortcodes/shortcode_run.h"
#include "press/shortcodes/shown_tags.h"
#include "press/shortcodes/template_expander.h"
#include "press/text/markdown_html.h"

namespace broadsheet::press {

namespace {

constexpr int max_tags_inside = 1000;  // prevents quadratic time
// Of the site's own shortcodes: within each other, and what all of an article may write.
constexpr int deepest_shortcode = 8;
constexpr std::size_t longest_expansion = 4'000'000;

}  // namespace

bool TemplateExpander::expand_shortcode(std::string_view end_mark) {
    const std::size_t close = find_outside_strings(near(longest_tag), end_mark, position_ + 3);
    if (close == std::string_view::npos) return false;
    const std::size_t end = close + end_mark.size();
    std::string_view content = strings::trimmed(text_.substr(position_ + 3, close - position_ - 3));
    const bool is_closed = content.ends_with('/');
    if (is_closed) content.remove_suffix(1);
    const TemplateArguments arguments = parse_template_arguments(content);
    const std::string& name = arguments.name;
    if (const SiteShortcode* own = own_shortcode(name)) {
        expand_own(*own, arguments, end, end_mark, is_closed);
        return true;
    }
    const bool wants_id = name == "youtube" || name == "vimeo";
    if (wants_id && arguments.get("id", 0).empty()) {
        warn(name, "shortcode \"" + name + "\" has no video ID, so it is shown as text",
             "write {{< " + name + " ID >}}");
        keep_tag(end);
    } else if (is_recording(name) && file_of_recording(arguments).empty()) {
        warn(name, "shortcode \"" + name + "\" has no file, so it is shown as text",
             "write {{< " + name + " src=\"recording." + (name == "audio" ? "mp3" : "mp4") +
                 "\" >}}");
        keep_tag(end);
    } else if (name == "gallery" && (!arguments.words.empty() || !arguments.named.empty())) {
        put_block(gallery(arguments), end);
    } else if (name == "gallery" && text_.find("/gallery", end) == std::string_view::npos) {
        warn(name, "shortcode \"gallery\" is not closed", "add {{< /gallery >}}");
        keep_tag(end);
    } else if (name == "gallery") {
        put_block("\n\n<figure>\n\n", end);
    } else if (name == "/gallery") {
        put_block("\n\n</figure>\n\n", end);
    } else if (name == "form") {
        const FormShortcode form = expand_form(arguments);
        if (form.html.empty()) {
            warn("form " + form.problem, form.problem + ", so it is shown as text", form.remedy);
            keep_tag(end);
        } else {
            put_block(form.html, end);
        }
    } else if (name == "figure") {
        if (arguments.get("src", 0).empty()) {
            warn(name, "shortcode \"figure\" has no picture",
                 "write {{< figure src=\"picture.jpg\" >}}");
        }
        put_block(figure(arguments), end);
    } else if (name == "ref" || name == "relref") {
        put(target_of_reference(arguments), end);
    } else if (name == "param") {
        expand_parameter(arguments, end);
    } else if (name == "comment") {
        const auto inner = inner_end(name, end, false);
        if (!inner) warn(name, "shortcode \"comment\" is not closed", "add {{< /comment >}}");
        if (!inner) keep_tag(end);
        if (inner) put("", inner->second);
    } else if (name == "details" || name == "highlight") {
        return expand_pair(arguments, end);
    } else if (const auto link = embed(arguments)) {
        put_block(*link, end);
    } else {
        if (!name.starts_with('/')) {
            warn(name, "unknown shortcode \"" + name + "\", so it is shown as text",
                 remedy_of_shortcode(name));
        }
        keep_tag(end);
    }
    return true;
}

std::string TemplateExpander::target_of_reference(const TemplateArguments& arguments) {
    std::string target = arguments.get("path", 0);
    if (target.starts_with('#')) return target;  // within the article
    const std::string language = arguments.get("lang");
    const auto found = address((language.empty() ? "" : language + ":") + target);
    if (!found) report_missing(arguments.name, target);
    return found ? *found : target;
}

// A value of the article's front matter, or else of the site's parameters.
void TemplateExpander::expand_parameter(const TemplateArguments& arguments, std::size_t end) {
    const std::string parameter = arguments.get("name", 0);
    std::optional<std::string> value;
    for (const std::string_view start : {"page.params.", "site."}) {
        if (!value && context_.variable) value = context_.variable(std::string(start) + parameter);
    }
    if (value) return put(html_within_markdown(escaped(*value)), end);
    warn("param " + parameter,
         "there is no parameter \"" + parameter + "\", so the shortcode is shown as text",
         "add it to the front matter, or to params of the site");
    keep_tag(end);
}

const SiteShortcode* TemplateExpander::own_shortcode(const std::string& name) const {
    return context_.shortcode && !name.empty() ? context_.shortcode(name) : nullptr;
}

std::optional<std::pair<std::size_t, std::size_t>> TemplateExpander::inner_end(
    const std::string& name, std::size_t start, bool zola) const {
    const std::string_view open_mark = zola ? "{%" : "{{";
    const std::string_view close_mark = zola ? "%}" : "}}";
    std::size_t search = start;
    int open_tags = 1;
    for (int tags = 0; tags < max_tags_inside; ++tags) {
        const std::size_t open = text_.find(open_mark, search);
        if (open == std::string_view::npos) break;
        const std::size_t close = text_.find(close_mark, open);
        if (close == std::string_view::npos) break;
        search = close + close_mark.size();
        std::string_view content = text_.substr(open + 2, close - open - 2);
        const bool is_shortcode = zola || content.starts_with('<') || content.starts_with('%');
        if (!is_shortcode) continue;
        if (!zola) content = content.substr(1, content.size() < 2 ? 0 : content.size() - 2);
        content = tag_content(content);
        std::string_view word = first_word(content);
        const bool closes = zola ? word == "end" : word.starts_with('/');
        if (closes && !zola) word = strings::trimmed(content.substr(1));
        if (!zola && word != name) continue;
        if (!closes && !content.ends_with('/')) ++open_tags;
        if (closes && --open_tags == 0) return {{open, search}};
    }
    return std::nullopt;
}

void TemplateExpander::report_template(const SiteShortcode& own) {
    if (!warned_.insert(own.path).second) return;
    Diagnostic problem = *own.parsed.error;
    problem.path = own.path;
    problem.severity = context_.bad_shortcode;
    result_.diagnostics.push_back(std::move(problem));
}

void TemplateExpander::expand_own(const SiteShortcode& own, const TemplateArguments& arguments,
                                  std::size_t end, std::string_view end_mark, bool is_closed) {
    const std::string& name = arguments.name;
    if (own.parsed.error) {
        report_template(own);
        return keep_tag(end);
    }
    ShortcodeCall call;
    call.arguments = &arguments;
    call.ordinal = ordinal_++;
    call.parent = parent_;
    ShortcodeStore store;
    call.store = &store;
    call.page_store = parent_ == nullptr ? &page_store_ : parent_->page_store;
    call.variable = context_.variable;
    call.file = context_.file_of;
    call.article = [this](std::string_view article) { return address(article); };
    call.partial = context_.partial;
    if (own.parsed.uses_inner && !is_closed) {
        const bool zola = own.parsed.language == TemplateLanguage::tera;
        const auto inner = inner_end(name, end, zola);
        if (!inner) {
            warn(name, "shortcode \"" + name + "\" is not closed",
                 zola ? "add {% end %}" : "add {{< /" + name + " >}}");
            return keep_tag(end);
        }
        call.inner = inner_text(end, inner->first, call);
        end = inner->second;
    }
    ShortcodeResult made = run_shortcode(own.parsed, call);
    if (made.error.empty() && result_.text.size() + made.text.size() > longest_expansion) {
        made.error = "the shortcodes of this article write too much";
    }
    if (!made.error.empty()) {
        warn(name, "shortcode \"" + name + "\" cannot be used: " + made.error,
             "simplify its template, " + own.path +
                 (made.line > 0 ? ":" + std::to_string(made.line) : std::string()));
        result_.diagnostics.back().severity = context_.bad_shortcode;
        return keep_tag(end);
    }
    // Hugo's {{% %}} and templates in Markdown give Markdown; everything else gives HTML.
    if (end_mark == "%}}" || own.path.ends_with(".md")) return put(made.text, end);
    const std::string html = html_within_markdown(made.text);
    put_block(stands_alone(end) ? "\n\n" + html + "\n\n" : html, end);
}

std::string TemplateExpander::inner_text(std::size_t begin, std::size_t end,
                                         const ShortcodeCall& call) {
    const std::string_view inner = text_.substr(begin, end - begin);
    if (depth_ >= deepest_shortcode) {
        warn("depth", "shortcodes are nested too deeply", "take some of them out of the others");
        return std::string(inner);
    }
    Expanded expanded = TemplateExpander(inner, context_, depth_ + 1, &call).run();
    const int lines = position_of(text_, begin).line - 1;
    for (Diagnostic& each : expanded.diagnostics) {
        if (each.path.empty()) each.position.line += lines;
        result_.diagnostics.push_back(std::move(each));
    }
    for (std::string& each : expanded.missing) result_.missing.push_back(std::move(each));
    return std::move(expanded.text);
}

bool TemplateExpander::stands_alone(std::size_t end) const {
    const auto line = text_.rfind('\n', position_);
    const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
    const std::size_t next = std::min(text_.find('\n', end), text_.size());
    return strings::trimmed(text_.substr(start, position_ - start)).empty() &&
           strings::trimmed(text_.substr(end, next - end)).empty();
}

bool TemplateExpander::expand_pair(const TemplateArguments& arguments, std::size_t start) {
    const std::string& name = arguments.name;
    std::size_t search = start;
    for (int tags = 0;; ++tags) {
        const std::size_t open =
            tags < max_tags_inside ? text_.find("{{", search) : std::string_view::npos;
        const std::size_t close = open == std::string_view::npos ? open : text_.find("}}", open);
        if (close == std::string_view::npos) {
            warn(name, "shortcode \"" + name + "\" is not closed", "add {{< /" + name + " >}}");
            keep_tag(start);
            return true;
        }
        const std::string_view content = strings::trimmed(text_.substr(open + 3, close - open - 4));
        if (content == "/" + name || content == "/ " + name) {
            const std::size_t end = close + 2;
            const std::string inner =
                BlockPlace(text_, position_, end).without_margin(text_.substr(start, open - start));
            if (name == "highlight") {
                put_block(fenced(arguments.get("", 0), with_shown_tags(inner, context_.generator)),
                          end);
            } else {
                std::string title = arguments.get("summary", 0);
                if (title.empty()) title = "Details";
                put_block("\n<details><summary>" + inline_markdown_to_html(title) +
                              "</summary>\n\n" + inner + "\n\n</details>\n",
                          end);
            }
            return true;
        }
        search = close + 2;
    }
}

bool TemplateExpander::expand_zola(std::string_view end_mark) {
    const std::size_t close = find_outside_strings(near(longest_tag), end_mark, position_ + 2);
    if (close == std::string_view::npos) return false;
    const std::string_view content =
        tag_content(text_.substr(position_ + 2, close - position_ - 2));
    const TemplateArguments arguments = parse_template_arguments(content);
    if (arguments.name.empty()) return false;
    if (const SiteShortcode* own = own_shortcode(arguments.name)) {
        expand_own(*own, arguments, close + 2, end_mark, end_mark == "}}");
        return true;
    }
    if (const auto link = embed(arguments)) {
        put_block(*link, close + 2);
        return true;
    }
    if (arguments.name != "end") {
        warn(arguments.name, "unknown shortcode \"" + arguments.name + "\", so it is shown as text",
             remedy_of_shortcode(arguments.name));
    }
    keep_tag(close + 2);
    return true;
}

}  // namespace broadsheet::press
