#include "press/shortcodes/shortcode_run.h"

#include <algorithm>
#include <array>
#include <map>

#include "press/html/entity.h"
#include "press/shortcodes/shortcode_functions.h"

namespace broadsheet::press {

namespace {

constexpr int most_steps = 20'000;

using Kind = TemplateStep::Kind;

// ".Page.Title" and "$.Page.Title" are one.
std::string_view without_root(std::string_view name) {
    if (name.starts_with("$.")) name.remove_prefix(1);
    return name;
}

// The name under which a call's `variable` knows a template's variable; empty for others.
std::string outer_name(TemplateLanguage language, std::string_view name) {
    if (language == TemplateLanguage::tera) {
        if (name == "page.title" || name == "page.path" || name == "page.permalink") {
            return name == "page.title" ? "page.title" : "page.url";
        }
        if (name == "config.title") return "site.title";
        if (name.starts_with("page.extra.")) return "page.params." + std::string(name.substr(11));
        if (name == "config.base_url") return "site.baseurl";
        if (name.starts_with("config.extra.")) return "site." + std::string(name.substr(13));
        return {};
    }
    name = without_root(name);
    if (name == ".Page.Title") return "page.title";
    if (name.starts_with(".Page.Params.")) return "page.params." + std::string(name.substr(13));
    if (name == ".Page.RelPermalink" || name == ".Page.Permalink") return "page.url";
    if (name == ".Site.Title" || name == ".Page.Site.Title") return "site.title";
    if (name == ".Site.BaseURL" || name == ".Page.Site.BaseURL") return "site.baseurl";
    if (name.starts_with(".Site.Params.")) return "site." + std::string(name.substr(13));
    return {};
}

class Runner {
  public:
    Runner(const ShortcodeTemplate& shortcode, const ShortcodeCall& call)
        : template_(shortcode), call_(call) {}

    ShortcodeResult run() {
        run(template_.steps);
        if (!result_.error.empty()) result_.text.clear();
        return std::move(result_);
    }

  private:
    bool stopped() const { return !result_.error.empty(); }
    bool is_go() const { return template_.language == TemplateLanguage::go; }

    void stop(std::string why) {
        if (!stopped()) result_.error = std::move(why);
    }

    void run(const std::vector<TemplateStep>& steps) {
        for (const TemplateStep& step : steps) {
            if (++steps_ > most_steps) stop("its template runs too long");
            if (stopped()) return;
            run(step);
        }
    }

    void run(const TemplateStep& step) {
        switch (step.kind) {
            case Kind::text: write(step.text); break;
            case Kind::output: write(evaluate(step.expression)); break;
            case Kind::set: variables_[step.variable] = evaluate(step.expression); break;
            case Kind::choose: choose(step); break;
            case Kind::loop: loop(step); break;
        }
    }

    void choose(const TemplateStep& step) {
        for (const TemplateBranch& branch : step.branches) {
            ShortcodeValue value;
            if (branch.condition) {
                value = evaluate(*branch.condition);
                if (!value.is_true()) continue;
                if (!step.variable.empty()) variables_[step.variable] = value;
            }
            const ShortcodeValue before = dot_;
            if (step.binds_dot && branch.condition) dot_ = std::move(value);
            run(branch.steps);
            dot_ = before;
            return;
        }
    }

    void loop(const TemplateStep& step) {
        const ShortcodeValue list = evaluate(step.expression);
        if (list.items.empty()) {
            if (step.branches.size() > 1) run(step.branches[1].steps);
            return;
        }
        const ShortcodeValue before = dot_;
        for (std::size_t i = 0; i < list.items.size() && !stopped(); ++i) {
            if (!step.variable.empty()) variables_[step.variable] = list.items[i];
            if (!step.index.empty()) {
                variables_[step.index] = list.keys.empty() ? ShortcodeValue::of(double(i))
                                                           : ShortcodeValue::of(list.keys[i]);
            }
            if (!is_go()) set_loop_variables(i, list.items.size());
            if (step.binds_dot) dot_ = list.items[i];
            run(step.branches[0].steps);
        }
        dot_ = before;
    }

    // Tera's `loop.index` and the like.
    void set_loop_variables(std::size_t i, std::size_t count) {
        variables_["loop.index"] = ShortcodeValue::of(double(i + 1));
        variables_["loop.index0"] = ShortcodeValue::of(double(i));
        variables_["loop.first"] = ShortcodeValue::of(i == 0);
        variables_["loop.last"] = ShortcodeValue::of(i + 1 == count);
    }

    void write(const ShortcodeValue& value) {
        if (value.is_html) return write(value.text);
        std::string text;
        append_escaped(text, value.as_text());
        write(text);
    }
    void write(std::string_view text) {
        if (result_.text.size() + text.size() > longest_shortcode_text) {
            stop("its template writes too much");
        } else {
            result_.text += text;
        }
    }

    // --- Values ----------------------------------------------------------------------------------

    ShortcodeValue evaluate(const TemplateExpression& expression) {
        if (++steps_ > most_steps) stop("its template runs too long");
        if (stopped()) return {};
        switch (expression.kind) {
            case TemplateExpression::Kind::literal: return expression.value;
            case TemplateExpression::Kind::variable: return variable(expression);
            case TemplateExpression::Kind::call: break;
        }
        FunctionArguments given;
        for (const TemplateExpression& each : expression.arguments) {
            given.values.push_back(evaluate(each));
        }
        for (const auto& [name, each] : expression.named) {
            given.named.emplace_back(name, evaluate(each));
        }
        if (const auto parameter = of_parameters(expression, given)) return *parameter;
        if (is_go() && expression.name == "errorf") {
            const auto message = shortcode_function(template_.language, "printf")(given);
            stop("its template says: " + (message ? message->as_text() : std::string()));
            return {};
        }
        const ShortcodeFunction function = shortcode_function(template_.language, expression.name);
        auto result = function == nullptr ? std::nullopt : function(given);
        if (!result) stop("\"" + expression.name + "\" gives too much");
        return result ? std::move(*result) : ShortcodeValue();
    }

    // index .Params "x" and isset .Params "x"
    std::optional<ShortcodeValue> of_parameters(const TemplateExpression& expression,
                                                const FunctionArguments& given) const {
        if (!is_go() || (expression.name != "index" && expression.name != "isset")) return {};
        if (expression.arguments.size() != 2 ||
            without_root(expression.arguments[0].name) != ".Params") {
            return {};
        }
        ShortcodeValue found = parameter(given.at(1));
        if (expression.name == "index") return found;
        return ShortcodeValue::of(found.kind != ShortcodeKind::nothing);
    }

    // The argument with this name or number; nothing if it is not given.
    ShortcodeValue parameter(const ShortcodeValue& key) const {
        if (key.kind == ShortcodeKind::number) {
            const auto& words = call_.arguments->words;
            if (key.number < 0 || key.number >= static_cast<double>(words.size())) return {};
            return ShortcodeValue::of(words[static_cast<std::size_t>(key.number)]);
        }
        return named(key.as_text());
    }
    ShortcodeValue named(std::string_view name) const {
        for (const auto& [each, value] : call_.arguments->named) {
            if (each == name) return ShortcodeValue::of(value);
        }
        return {};
    }

    ShortcodeValue variable(const TemplateExpression& expression) {
        const std::string& name = expression.name;
        if (const auto found = variables_.find(name); found != variables_.end()) {
            return found->second;
        }
        if (const std::string outer = outer_name(template_.language, name); !outer.empty()) {
            const auto value = call_.variable ? call_.variable(outer) : std::nullopt;
            return value ? ShortcodeValue::of(*value) : ShortcodeValue();
        }
        if (!is_go()) return tera_variable(name);
        const std::string_view own = without_root(name);
        if (own == ".Get" && !expression.arguments.empty()) {
            return parameter(evaluate(expression.arguments[0]));
        }
        if (own == ".Inner" || own == ".InnerDeindent") return ShortcodeValue::html(call_.inner);
        if (own == ".Ordinal") return ShortcodeValue::of(double(call_.ordinal));
        if (own == ".Name") return ShortcodeValue::of(call_.arguments->name);
        if (own == ".Page.File.Ext") return ShortcodeValue::of(std::string("md"));
        if (own == ".IsNamedParams") return ShortcodeValue::of(!call_.arguments->named.empty());
        if (own == ".Params") return parameters();
        if (own.starts_with(".Params.")) return named(own.substr(8));
        return own == "." ? dot_ : ShortcodeValue();
    }

    ShortcodeValue tera_variable(const std::string& name) const {
        if (name == "body") return ShortcodeValue::html(call_.inner);
        if (name == "nth") return ShortcodeValue::of(double(call_.ordinal + 1));
        return named(name);
    }

    ShortcodeValue parameters() const {
        std::vector<ShortcodeValue> values;
        for (const std::string& word : call_.arguments->words) {
            values.push_back(ShortcodeValue::of(word));
        }
        for (const auto& [name, value] : call_.arguments->named) {
            values.push_back(ShortcodeValue::of(value));
        }
        return ShortcodeValue::of(std::move(values));
    }

    const ShortcodeTemplate& template_;
    const ShortcodeCall& call_;
    std::map<std::string, ShortcodeValue, std::less<>> variables_;
    ShortcodeValue dot_;
    int steps_ = 0;
    ShortcodeResult result_;
};

bool keeps_lines(std::string_view name) { return name == "pre" || name == "textarea"; }

// The name of the tag at `open`, with '/' in front if it closes.
std::string tag_name(std::string_view html, std::size_t open) {
    std::string name;
    for (std::size_t i = open + 1; i < html.size(); ++i) {
        const char c = html[i];
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || (c == '/' && name.empty());
        if (!is_letter) break;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
}

std::size_t tag_end(std::string_view html, std::size_t open) {
    char quote = '\0';
    for (std::size_t i = open; i < html.size(); ++i) {
        const char c = html[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

ShortcodeResult run_shortcode(const ShortcodeTemplate& shortcode, const ShortcodeCall& call) {
    return Runner(shortcode, call).run();
}

bool is_shortcode_variable(TemplateLanguage language, std::string_view name) {
    if (!outer_name(language, name).empty()) return true;
    // Zola gives arguments as variables, whatever their names.
    if (language == TemplateLanguage::tera) {
        static constexpr std::array<std::string_view, 4> of_loop = {"loop.index", "loop.index0",
                                                                    "loop.first", "loop.last"};
        return name.find('.') == std::string_view::npos ||
               std::find(of_loop.begin(), of_loop.end(), name) != of_loop.end();
    }
    const std::string_view own = without_root(name);
    if (name.starts_with('$') && !name.starts_with("$.")) {
        return name.find('.') == std::string_view::npos;
    }
    static constexpr std::array<std::string_view, 10> known = {
        ".",     ".Get",     ".Inner",  ".InnerDeindent", ".IsNamedParams",
        ".Name", ".Ordinal", ".Params", ".Page.File.Ext", ".Position"};
    return std::find(known.begin(), known.end(), own) != known.end() || own.starts_with(".Params.");
}

std::string html_within_markdown(std::string_view html) {
    constexpr std::string_view signs = "*_`[]\\~|!:@$";
    constexpr std::string_view signs_at_start = "#-+=>0123456789";
    std::string out;
    bool at_start = true;  // of a line, but for white space, which is left out
    int within_pre = 0;
    for (std::size_t i = 0; i < html.size();) {
        const char c = html[i];
        if (html.substr(i).starts_with("<!--")) {
            const auto end = html.find("-->", i + 4);
            i = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        const std::string name = c == '<' ? tag_name(html, i) : std::string();
        if (!name.empty() && name != "/") {
            const std::size_t end = tag_end(html, i);
            if (end == std::string_view::npos) break;  // a tag that is not closed gives nothing
            if (keeps_lines(name)) ++within_pre;
            if (name[0] == '/' && keeps_lines(name.substr(1)) && within_pre > 0) --within_pre;
            std::string tag(html.substr(i, end - i));
            std::replace(tag.begin(), tag.end(), '\n', ' ');
            out += tag;
            at_start = false;
            i = end;
            continue;
        }
        ++i;
        if (c == '\n' || c == '\r') {
            if (within_pre > 0) {
                if (c == '\n') out += "&#10;";
            } else if (!at_start) {
                out += '\n';
                at_start = true;
            }
        } else if (at_start && within_pre == 0 && (c == ' ' || c == '\t')) {
            continue;
        } else if (c == '<') {
            out += "&lt;";
            at_start = false;
        } else if (signs.find(c) != std::string_view::npos ||
                   (at_start && signs_at_start.find(c) != std::string_view::npos)) {
            out += "&#" + std::to_string(static_cast<int>(c)) + ";";
            at_start = false;
        } else {
            out += c;
            at_start = false;
        }
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace broadsheet::press
