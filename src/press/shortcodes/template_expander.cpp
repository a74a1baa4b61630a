#include "press/shortcodes/template_expander.h"

#include <algorithm>

#include "press/dialects/markdown_lines.h"
#include "press/html/entity.h"
#include "press/shortcodes/block_place.h"
#include "press/shortcodes/shown_tags.h"
#include "strings/percent.h"

namespace broadsheet::press {

std::string_view tag_content(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.ends_with('-')) text.remove_suffix(1);
    return strings::trimmed(text);
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\n("));
}

Expanded TemplateExpander::run() {
    FenceTracker fences;
    bool line_start = true;
    while (position_ < text_.size()) {
        if (line_start && !context_.go_template) {
            const std::string_view line = line_at(text_, position_);
            if (fences.is_code(line)) {
                copy_code(std::min(position_ + line.size() + 1, text_.size()));
                continue;
            }
        }
        const char c = text_[position_];
        line_start = c == '\n';
        if (c == '`' && !context_.go_template) {
            copy_code(end_of_code_span(text_, position_));
        } else if (c == '{' && (show_tag() || expand_tag())) {
            line_start = position_ > 0 && text_[position_ - 1] == '\n';
        } else {
            result_.text += c;
            ++position_;
        }
    }
    return std::move(result_);
}

bool TemplateExpander::starts_with(std::string_view prefix) const {
    return text_.substr(position_).starts_with(prefix);
}

bool TemplateExpander::uses_liquid() const {
    return context_.generator == Generator::jekyll || context_.generator == Generator::plain;
}

bool TemplateExpander::show_tag() {
    const auto tag = shown_tag_at(text_, position_, context_.generator);
    if (!tag) return false;
    put(is_indented_code(text_, position_) ? tag->text : escaped(tag->text), tag->end);
    return true;
}

bool TemplateExpander::expand_tag() {
    if (starts_with("{{<")) return expand_shortcode(">}}");
    if (starts_with("{{%")) return expand_shortcode("%}}");
    if (starts_with("{{")) {
        if (context_.go_template) return expand_action();
        if (context_.generator == Generator::jekyll) return expand_variable();
        if (context_.generator == Generator::zola) return expand_zola("}}");
    }
    if (starts_with("{%")) {
        if (uses_liquid()) return expand_liquid();
        if (context_.generator == Generator::zola) return expand_zola("%}");
    }
    return false;
}

void TemplateExpander::warn(std::string_view name, std::string what, std::string remedy) {
    if (!warned_.insert(std::string(name)).second) return;
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.position = position_of(text_, position_);
    warning.what = std::move(what);
    warning.remedy = std::move(remedy);
    warning.source_line = line_of(text_, warning.position.line);
    result_.diagnostics.push_back(std::move(warning));
}

void TemplateExpander::report_missing(const std::string& tag, const std::string& name) {
    const std::size_t before = result_.diagnostics.size();
    warn(tag + " " + name, "there is no article \"" + name + "\"", "correct the name in " + tag);
    if (result_.diagnostics.size() == before) return;
    result_.diagnostics.back().severity = context_.broken_link;
    result_.missing.push_back(name);
}

void TemplateExpander::keep_tag(std::size_t end) {
    for (const char c : text_.substr(position_, end - position_)) {
        if (c == '<') {
            result_.text += "&lt;";
        } else {
            result_.text += c;
        }
    }
    position_ = end;
}

void TemplateExpander::put(std::string_view replacement, std::size_t end) {
    result_.text += replacement;
    position_ = end;
}

void TemplateExpander::put_block(std::string_view block, std::size_t end) {
    if (block.find('\n') == std::string_view::npos && block.find('|') == std::string_view::npos) {
        return put(block, end);
    }
    put(BlockPlace(text_, position_, end).fit(block), end);
}

std::optional<std::string> TemplateExpander::address(std::string_view name) const {
    const auto found = context_.address_of ? context_.address_of(name) : std::nullopt;
    if (!found) return found;
    // As the target of a link in Markdown or HTML, which a space or bracket would end.
    static constexpr auto kept = strings::KeptBytes("-._~%#?/:@!$&'*+,;=").with_other_alphabets();
    return strings::percent_encoded(*found, kept);
}

}  // namespace broadsheet::press
