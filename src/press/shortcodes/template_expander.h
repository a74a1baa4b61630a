// Expands the tags of one text; see templates.h.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "press/shortcodes/shortcode_run.h"
#include "press/shortcodes/template_arguments.h"
#include "press/shortcodes/templates.h"
#include "strings/ascii.h"

namespace broadsheet::press {

class TemplateExpander {
  public:
    // `parent`: the shortcode of the site that the text is in, or null.
    explicit TemplateExpander(std::string_view text, const TemplateContext& context, int depth = 0,
                              const ShortcodeCall* parent = nullptr)
        : text_(text), context_(context), depth_(depth), parent_(parent) {}

    Expanded run();

  private:
    bool starts_with(std::string_view prefix) const;
    // The text up to `length` bytes after the current position.
    std::string_view near(std::size_t length) const { return text_.substr(0, position_ + length); }
    bool uses_liquid() const;
    // Copies code unchanged, except that Liquid's raw and endraw tags, which protect code, are
    // removed, and that tags of Hugo and Zola which are to be shown are.
    void copy_code(std::size_t end);
    // Writes a tag that is to be shown, not run.
    bool show_tag();
    bool expand_tag();
    void warn(std::string_view name, std::string what, std::string remedy);
    void report_missing(const std::string& tag, const std::string& name);
    // Copies the tag, escaped so that Markdown does not treat it as HTML.
    void keep_tag(std::size_t end);
    void put(std::string_view replacement, std::size_t end);
    // The same for a block, which fits into the table, list or quote that the tag is in.
    void put_block(std::string_view block, std::size_t end);
    std::optional<std::string> address(std::string_view name) const;
    // {{< name … >}} and {{% name … %}}
    bool expand_shortcode(std::string_view end_mark);
    // The address that {{< ref >}} and {{< relref >}} give.
    std::string target_of_reference(const TemplateArguments& arguments);
    // {{< param name >}}
    void expand_parameter(const TemplateArguments& arguments, std::size_t end);
    const SiteShortcode* own_shortcode(const std::string& name) const;
    // Where the text between a shortcode's tags ends, and where the closing tag does. Shortcodes of
    // the same name within it have closing tags too.
    std::optional<std::pair<std::size_t, std::size_t>> inner_end(const std::string& name,
                                                                 std::size_t start,
                                                                 bool zola) const;
    // The position is in the shortcode's file. Each shortcode is reported once.
    void report_template(const SiteShortcode& own);
    void expand_own(const SiteShortcode& own, const TemplateArguments& arguments, std::size_t end,
                    std::string_view end_mark, bool is_closed);
    // The text between tags, with its own shortcodes replaced.
    std::string inner_text(std::size_t begin, std::size_t end, const ShortcodeCall& call);
    // True if nothing else is in the lines of the tag that begins at the current position.
    bool stands_alone(std::size_t end) const;
    bool expand_pair(const TemplateArguments& arguments, std::size_t start);
    // {% name … %}
    bool expand_liquid();
    // The text up to the tag `name`, and the offset after that tag. Without such a tag: all
    // remaining text.
    std::pair<std::string_view, std::size_t> liquid_block(std::string_view name,
                                                          std::size_t start) const;
    static std::string without_raw(std::string_view code);
    // {{ variable | filter }}
    bool expand_variable();
    // {{ name(key="value") }}, {% name() %} … {% end %}
    bool expand_zola(std::string_view end_mark);
    // True for {{raw `text`}} with a literal text. An expression is not supported.
    static bool is_raw_text(std::string_view content);
    // {{name "argument"}} of Go templates
    bool expand_action();

    std::string_view text_;
    const TemplateContext& context_;
    std::size_t position_ = 0;
    Expanded result_;
    std::set<std::string> warned_;
    int depth_ = 0;  // within the text of other shortcodes
    const ShortcodeCall* parent_;
    ShortcodeStore page_store_;
    int ordinal_ = 0;  // of the site's own shortcodes so far
};

// The content of a tag without the hyphens that request trimming of white space.
std::string_view tag_content(std::string_view text);

// The text up to white space or a parenthesis.
std::string_view first_word(std::string_view text);

// A longer tag is text. The limit prevents quadratic time for a text with many unclosed tags.
inline constexpr std::size_t longest_tag = 4000;

}  // namespace broadsheet::press
