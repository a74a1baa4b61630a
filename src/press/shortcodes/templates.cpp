#include "press/shortcodes/templates.h"

#include <algorithm>
#include <set>
#include <utility>

#include "press/base/nearest_name.h"
#include "press/shortcodes/form_shortcode.h"
#include "press/shortcodes/shortcode_run.h"
#include "press/shortcodes/template_arguments.h"
#include "press/text/entity.h"
#include "press/text/markdown_lines.h"

namespace broadsheet::press {

namespace {

std::string remedy_of_shortcode(const std::string& name) {
    static const std::vector<std::string_view> known = {
        "youtube", "vimeo",  "x",       "twitter",   "tweet", "instagram", "gist", "figure",
        "ref",     "relref", "details", "highlight", "audio", "video",     "form"};
    constexpr std::size_t min_length = 4;  // shorter names resemble too many others
    const auto nearest = name.size() < min_length ? std::nullopt : nearest_name(name, known);
    return nearest ? "did you mean \"" + *nearest + "\"?" : "write it in Markdown or HTML";
}

// These limits prevent quadratic time for a text with many unclosed tags.
constexpr std::size_t longest_tag = 4000;
constexpr std::size_t longest_action = 100'000;  // may contain code
constexpr int max_tags_inside = 1000;
// Of the site's own shortcodes: within each other, and what all of an article may write.
constexpr int deepest_shortcode = 8;
constexpr std::size_t longest_expansion = 4'000'000;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

// The content of a tag without the hyphens that request trimming of white space.
std::string_view tag_content(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.ends_with('-')) text.remove_suffix(1);
    return trimmed(text);
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\n("));
}

std::string fenced(std::string_view language, std::string_view code) {
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    while (code.starts_with('\n')) code.remove_prefix(1);
    while (code.ends_with('\n')) code.remove_suffix(1);
    return "\n" + fence + std::string(language) + "\n" + std::string(code) + "\n" + fence + "\n";
}

std::string attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return {};
    std::string out = " " + std::string(name) + "=\"";
    append_escaped(out, value);
    return out + "\"";
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

std::string figure(const TemplateArguments& arguments) {
    const std::string caption = arguments.get("caption");
    const std::string title = arguments.get("title");
    std::string alternative = arguments.get("alt");
    if (alternative.empty()) alternative = caption;
    std::string image = "<img" + attribute("src", arguments.get("src", 0)) + " alt=\"" +
                        escaped(alternative) + "\"" + attribute("width", arguments.get("width")) +
                        attribute("height", arguments.get("height")) + ">";
    if (const std::string link = arguments.get("link"); !link.empty()) {
        image = "<a" + attribute("href", link) + ">" + image + "</a>";
    }
    std::string out = "\n<figure>" + image;
    const std::string credit = arguments.get("attr");
    if (!caption.empty() || !title.empty() || !credit.empty()) {
        out += "<figcaption>";
        if (!title.empty()) out += "<strong>" + escaped(title) + "</strong> ";
        out += escaped(caption);
        if (!credit.empty()) {
            const std::string link = arguments.get("attrlink");
            out += " ";
            out += link.empty() ? escaped(credit)
                                : "<a" + attribute("href", link) + ">" + escaped(credit) + "</a>";
        }
        out += "</figcaption>";
    }
    return out + "</figure>\n\n";
}

// {{< gallery "a.jpg" "b.jpg" caption="…" >}}; the pictures may also be in one list.
std::string gallery(const TemplateArguments& arguments) {
    std::string list = arguments.get("images");
    if (list.empty()) list = arguments.get("src");
    for (const std::string& word : arguments.words) list += "," + word;
    std::string out = "\n\n<figure>";
    std::string_view rest = list;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view name = trimmed(rest.substr(0, end));
        if (!name.empty()) out += "<img" + attribute("src", name) + " alt=\"\">";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const std::string caption = arguments.get("caption");
    if (!caption.empty()) out += "<figcaption>" + escaped(caption) + "</figcaption>";
    return out + "</figure>\n\n";
}

std::string link_to(std::string_view title, const std::string& address) {
    return "[" + std::string(title) + "](<" + address + ">)";
}

std::string frame_of(const std::string& address, const std::string& title) {
    return "\n\n<iframe src=\"" + escaped(address) + "\" title=\"" +
           escaped(title.empty() ? "Video" : title) + "\"></iframe>\n\n";
}

bool is_recording(std::string_view name) { return name == "audio" || name == "video"; }

// The file of {{< audio src="…" >}} and the like, under the names that WordPress and themes use.
std::string file_of_recording(const TemplateArguments& arguments) {
    for (const std::string_view name : {"src", "file", "url", "mp3", "mp4", "m4a", "ogg", "webm"}) {
        if (std::string file = arguments.get(name); !file.empty()) return file;
    }
    return arguments.get("", 0);
}

std::string recording(const TemplateArguments& arguments) {
    std::string title = arguments.get("title");
    if (title.empty()) title = arguments.get("caption");
    std::string out = "\n\n<" + arguments.name + attribute("src", file_of_recording(arguments)) +
                      attribute("title", title) + attribute("poster", arguments.get("poster")) +
                      attribute("width", arguments.get("width")) +
                      attribute("height", arguments.get("height")) + ">";
    if (const std::string captions = arguments.get("captions"); !captions.empty()) {
        out += "<track kind=\"captions\"" + attribute("src", captions) +
               attribute("srclang", arguments.get("lang")) + ">";
    }
    return out + "</" + arguments.name + ">\n\n";
}

// The Markdown or HTML for shortcodes of videos and posts on other sites; nothing for other names.
std::optional<std::string> embed(const TemplateArguments& arguments) {
    const std::string& name = arguments.name;
    std::string id = arguments.get("id", 0);
    if (id.find_first_of("<>\n") != std::string::npos) return std::nullopt;
    if (name == "youtube") {
        return frame_of("https://www.youtube-nocookie.com/embed/" + id, arguments.get("title"));
    }
    if (is_recording(name) && !file_of_recording(arguments).empty()) return recording(arguments);
    if (name == "vimeo") {
        return frame_of("https://player.vimeo.com/video/" + id, arguments.get("title"));
    }
    if (name == "x" || name == "twitter" || name == "tweet") {
        const std::string user = arguments.get("user");
        if (user.empty()) return std::nullopt;
        return link_to("Post by " + user, "https://x.com/" + user + "/status/" + id);
    }
    if (name == "instagram") return link_to("Post", "https://www.instagram.com/p/" + id + "/");
    if (name == "gist") {
        return link_to(
            "Code", "https://gist.github.com/" + arguments.get("", 0) + "/" + arguments.get("", 1));
    }
    return std::nullopt;
}

class Expander {
  public:
    explicit Expander(std::string_view text, const TemplateContext& context, int depth = 0)
        : text_(text), context_(context), depth_(depth) {}

    Expanded run() {
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
            } else if (c == '{' && expand_tag()) {
                line_start = position_ > 0 && text_[position_ - 1] == '\n';
            } else {
                result_.text += c;
                ++position_;
            }
        }
        return std::move(result_);
    }

  private:
    bool starts_with(std::string_view prefix) const {
        return text_.substr(position_).starts_with(prefix);
    }

    // The text up to `length` bytes after the current position.
    std::string_view near(std::size_t length) const { return text_.substr(0, position_ + length); }

    bool uses_liquid() const {
        return context_.generator == Generator::jekyll || context_.generator == Generator::plain;
    }

    // Copies code unchanged, except that Liquid's raw and endraw tags, which protect code, are
    // removed.
    void copy_code(std::size_t end) {
        std::string_view code = text_.substr(position_, end - position_);
        position_ = end;
        if (!uses_liquid()) {
            result_.text += code;
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

    bool expand_tag() {
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

    void warn(std::string_view name, std::string what, std::string remedy) {
        if (!warned_.insert(std::string(name)).second) return;
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.position = position_of(text_, position_);
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        warning.source_line = line_of(text_, warning.position.line);
        result_.diagnostics.push_back(std::move(warning));
    }

    void report_missing(const std::string& tag, const std::string& name) {
        const std::size_t before = result_.diagnostics.size();
        warn(tag + " " + name, "there is no article \"" + name + "\"",
             "correct the name in " + tag);
        if (result_.diagnostics.size() == before) return;
        result_.diagnostics.back().severity = context_.broken_link;
        result_.missing.push_back(name);
    }

    // Copies the tag, escaped so that Markdown does not treat it as HTML.
    void keep_tag(std::size_t end) {
        for (const char c : text_.substr(position_, end - position_)) {
            if (c == '<') {
                result_.text += "&lt;";
            } else {
                result_.text += c;
            }
        }
        position_ = end;
    }

    void put(std::string_view replacement, std::size_t end) {
        result_.text += replacement;
        position_ = end;
    }

    std::optional<std::string> address(std::string_view name) const {
        return context_.address_of ? context_.address_of(name) : std::nullopt;
    }

    // {{< name … >}} and {{% name … %}}
    bool expand_shortcode(std::string_view end_mark) {
        const std::size_t close = find_outside_strings(near(longest_tag), end_mark, position_ + 3);
        if (close == std::string_view::npos) return false;
        const std::size_t end = close + end_mark.size();
        std::string_view content = trimmed(text_.substr(position_ + 3, close - position_ - 3));
        if (content.starts_with("/*") && content.ends_with("*/")) {
            // Hugo's syntax for a shortcode to be shown, not run.
            const std::string shown = "{{" + std::string(end_mark == ">}}" ? "<" : "%") +
                                      std::string(content.substr(2, content.size() - 4)) +
                                      std::string(end_mark);
            put(escaped(shown), end);
            return true;
        }
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
            put(gallery(arguments), end);
        } else if (name == "gallery" && text_.find("/gallery", end) == std::string_view::npos) {
            warn(name, "shortcode \"gallery\" is not closed", "add {{< /gallery >}}");
            keep_tag(end);
        } else if (name == "gallery") {
            put("\n\n<figure>\n\n", end);
        } else if (name == "/gallery") {
            put("\n\n</figure>\n\n", end);
        } else if (name == "form") {
            const FormShortcode form = expand_form(arguments);
            if (form.html.empty()) {
                warn("form " + form.problem, form.problem + ", so it is shown as text",
                     form.remedy);
                keep_tag(end);
            } else {
                put(form.html, end);
            }
        } else if (name == "figure") {
            if (arguments.get("src", 0).empty()) {
                warn(name, "shortcode \"figure\" has no picture",
                     "write {{< figure src=\"picture.jpg\" >}}");
            }
            put(figure(arguments), end);
        } else if (name == "ref" || name == "relref") {
            const std::string target = arguments.get("path", 0);
            const auto found = address(target);
            if (!found) report_missing(name, target);
            put(found ? *found : target, end);
        } else if (name == "details" || name == "highlight") {
            return expand_pair(arguments, end);
        } else if (const auto link = embed(arguments)) {
            put(*link, end);
        } else {
            if (!name.starts_with('/')) {
                warn(name, "unknown shortcode \"" + name + "\", so it is shown as text",
                     remedy_of_shortcode(name));
            }
            keep_tag(end);
        }
        return true;
    }

    const SiteShortcode* own_shortcode(const std::string& name) const {
        return context_.shortcode && !name.empty() ? context_.shortcode(name) : nullptr;
    }

    // Where the text between a shortcode's tags ends, and where the closing tag does. Shortcodes of
    // the same name within it have closing tags too.
    std::optional<std::pair<std::size_t, std::size_t>> inner_end(const std::string& name,
                                                                 std::size_t start,
                                                                 bool zola) const {
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
            if (closes && !zola) word = trimmed(content.substr(1));
            if (!zola && word != name) continue;
            if (!closes && !content.ends_with('/')) ++open_tags;
            if (closes && --open_tags == 0) return {{open, search}};
        }
        return std::nullopt;
    }

    // The position is in the shortcode's file. Each shortcode is reported once.
    void report_template(const SiteShortcode& own) {
        if (!warned_.insert(own.path).second) return;
        Diagnostic problem = *own.parsed.error;
        problem.path = own.path;
        problem.severity = context_.bad_shortcode;
        result_.diagnostics.push_back(std::move(problem));
    }

    void expand_own(const SiteShortcode& own, const TemplateArguments& arguments, std::size_t end,
                    std::string_view end_mark, bool is_closed) {
        const std::string& name = arguments.name;
        if (own.parsed.error) {
            report_template(own);
            return keep_tag(end);
        }
        ShortcodeCall call;
        call.arguments = &arguments;
        call.ordinal = ordinal_++;
        call.variable = context_.variable;
        if (own.parsed.uses_inner && !is_closed) {
            const bool zola = own.parsed.language == TemplateLanguage::tera;
            const auto inner = inner_end(name, end, zola);
            if (!inner) {
                warn(name, "shortcode \"" + name + "\" is not closed",
                     zola ? "add {% end %}" : "add {{< /" + name + " >}}");
                return keep_tag(end);
            }
            call.inner = inner_text(end, inner->first);
            end = inner->second;
        }
        ShortcodeResult made = run_shortcode(own.parsed, call);
        if (made.error.empty() && result_.text.size() + made.text.size() > longest_expansion) {
            made.error = "the shortcodes of this article write too much";
        }
        if (!made.error.empty()) {
            warn(name, "shortcode \"" + name + "\" cannot be used: " + made.error,
                 "simplify its template, " + own.path);
            result_.diagnostics.back().severity = context_.bad_shortcode;
            return keep_tag(end);
        }
        // Hugo's {{% %}} gives Markdown; everything else gives HTML.
        if (end_mark == "%}}") return put(made.text, end);
        const std::string html = html_within_markdown(made.text);
        put(stands_alone(end) ? "\n\n" + html + "\n\n" : html, end);
    }

    // The text between tags, with its own shortcodes replaced.
    std::string inner_text(std::size_t begin, std::size_t end) {
        const std::string_view inner = text_.substr(begin, end - begin);
        if (depth_ >= deepest_shortcode) {
            warn("depth", "shortcodes are nested too deeply",
                 "take some of them out of the others");
            return std::string(inner);
        }
        Expanded expanded = Expander(inner, context_, depth_ + 1).run();
        const int lines = position_of(text_, begin).line - 1;
        for (Diagnostic& each : expanded.diagnostics) {
            if (each.path.empty()) each.position.line += lines;
            result_.diagnostics.push_back(std::move(each));
        }
        for (std::string& each : expanded.missing) result_.missing.push_back(std::move(each));
        return std::move(expanded.text);
    }

    // True if nothing else is in the lines of the tag that begins at the current position.
    bool stands_alone(std::size_t end) const {
        const auto line = text_.rfind('\n', position_);
        const std::size_t start = line == std::string_view::npos ? 0 : line + 1;
        const std::size_t next = std::min(text_.find('\n', end), text_.size());
        return trimmed(text_.substr(start, position_ - start)).empty() &&
               trimmed(text_.substr(end, next - end)).empty();
    }

    bool expand_pair(const TemplateArguments& arguments, std::size_t start) {
        const std::string& name = arguments.name;
        std::size_t search = start;
        for (int tags = 0;; ++tags) {
            const std::size_t open =
                tags < max_tags_inside ? text_.find("{{", search) : std::string_view::npos;
            const std::size_t close =
                open == std::string_view::npos ? open : text_.find("}}", open);
            if (close == std::string_view::npos) {
                warn(name, "shortcode \"" + name + "\" is not closed", "add {{< /" + name + " >}}");
                keep_tag(start);
                return true;
            }
            const std::string_view content = trimmed(text_.substr(open + 3, close - open - 4));
            if (content == "/" + name || content == "/ " + name) {
                const std::string_view inner = text_.substr(start, open - start);
                if (name == "highlight") {
                    put(fenced(arguments.get("", 0), inner), close + 2);
                } else {
                    std::string title = arguments.get("summary", 0);
                    if (title.empty()) title = "Details";
                    put("\n<details><summary>" + escaped(title) + "</summary>\n\n" +
                            std::string(inner) + "\n\n</details>\n",
                        close + 2);
                }
                return true;
            }
            search = close + 2;
        }
    }

    // {% name … %}
    bool expand_liquid() {
        const std::size_t close = near(longest_tag).find("%}", position_ + 2);
        if (close == std::string_view::npos) return false;
        const std::size_t end = close + 2;
        const std::string_view content =
            tag_content(text_.substr(position_ + 2, close - position_ - 2));
        const std::string name(first_word(content));
        const std::string_view rest = trimmed(content.substr(name.size()));
        if (name == "raw") {
            const auto [inner, after] = liquid_block("endraw", end);
            put(inner, after);
        } else if (name == "highlight") {
            const auto [inner, after] = liquid_block("endhighlight", end);
            put(fenced(first_word(rest), without_raw(inner)), after);
        } else if (name == "post_url" || name == "link") {
            const auto found = address(rest);
            if (!found) report_missing(name, std::string(rest));
            put(found ? *found : std::string(rest), end);
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

    // The text up to the tag `name`, and the offset after that tag. Without such a tag: all
    // remaining text.
    std::pair<std::string_view, std::size_t> liquid_block(std::string_view name,
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

    static std::string without_raw(std::string_view code) {
        TemplateContext liquid;
        Expander inner(code, liquid);
        inner.copy_code(code.size());
        return inner.result_.text;
    }

    // {{ variable | filter }}
    bool expand_variable() {
        const std::size_t close = near(longest_tag).find("}}", position_ + 2);
        if (close == std::string_view::npos) return false;
        const std::string_view content =
            tag_content(text_.substr(position_ + 2, close - position_ - 2));
        const std::string_view subject = trimmed(content.substr(0, content.find('|')));
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

    // {{ name(key="value") }}, {% name() %} … {% end %}
    bool expand_zola(std::string_view end_mark) {
        const std::size_t close = find_outside_strings(near(longest_tag), end_mark, position_ + 2);
        if (close == std::string_view::npos) return false;
        const std::string_view content =
            tag_content(text_.substr(position_ + 2, close - position_ - 2));
        if (content.starts_with("/*")) return false;
        const TemplateArguments arguments = parse_template_arguments(content);
        if (arguments.name.empty()) return false;
        if (const SiteShortcode* own = own_shortcode(arguments.name)) {
            expand_own(*own, arguments, close + 2, end_mark, end_mark == "}}");
            return true;
        }
        if (const auto link = embed(arguments)) {
            put(*link, close + 2);
            return true;
        }
        if (arguments.name != "end") {
            warn(arguments.name,
                 "unknown shortcode \"" + arguments.name + "\", so it is shown as text",
                 remedy_of_shortcode(arguments.name));
        }
        keep_tag(close + 2);
        return true;
    }

    // True for {{raw `text`}} with a literal text. An expression is not supported.
    static bool is_raw_text(std::string_view content) {
        constexpr std::string_view name = "raw";
        if (!content.starts_with(name)) return false;
        const auto first = content.find_first_not_of(" \t\n", name.size());
        return first != std::string_view::npos && (content[first] == '`' || content[first] == '"');
    }

    // {{name "argument"}} of Go templates
    bool expand_action() {
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

    std::string_view text_;
    const TemplateContext& context_;
    std::size_t position_ = 0;
    Expanded result_;
    std::set<std::string> warned_;
    int depth_ = 0;    // within the text of other shortcodes
    int ordinal_ = 0;  // of the site's own shortcodes so far
};

}  // namespace

Expanded expand_templates(std::string_view text, const TemplateContext& context) {
    if (text.find("{{") == std::string_view::npos && text.find("{%") == std::string_view::npos) {
        return {std::string(text), {}};
    }
    return Expander(text, context).run();
}

}  // namespace broadsheet::press
