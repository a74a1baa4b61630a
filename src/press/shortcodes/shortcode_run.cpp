#include "press/shortcodes/shortcode_run.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "press/base/number.h"
#include "press/html/entity.h"
#include "press/shortcodes/shortcode_functions.h"
#include "press/shortcodes/template_names.h"

namespace broadsheet::press {

namespace {

constexpr int most_steps = 20'000;

using Kind = TemplateStep::Kind;

// Without quotes, an argument may be a number, a flag or a list.
ShortcodeValue argument_value(const std::string& text, bool is_bare) {
    if (!is_bare) return ShortcodeValue::of(text);
    if (text == "true" || text == "false") return ShortcodeValue::of(text == "true");
    if (text.size() > 1 && text.front() == '[' && text.back() == ']') {
        ShortcodeValue list = ShortcodeValue::of(std::vector<ShortcodeValue>());
        const std::string inner = "list " + text.substr(1, text.size() - 2);
        for (std::string& item : parse_template_arguments(inner).words) {
            list.items.push_back(ShortcodeValue::of(std::move(item)));
        }
        return list;
    }
    const auto number = read_number(text);
    const bool is_number = number && number->length == text.size() && !text.starts_with('+');
    return is_number ? ShortcodeValue::of(number->value) : ShortcodeValue::of(text);
}

class Runner {
  public:
    Runner(const ShortcodeTemplate& shortcode, const ShortcodeCall& call)
        : language_(shortcode.language), template_(shortcode), call_(call) {}

    ShortcodeResult run() {
        run(template_.steps);
        if (!result_.error.empty()) result_.text.clear();
        return std::move(result_);
    }

  private:
    bool stopped() const { return !result_.error.empty(); }
    bool is_go() const { return language_ == TemplateLanguage::go; }

    void stop(std::string why) {
        if (!stopped()) result_.error = std::move(why);
    }

    void run(const std::vector<TemplateStep>& steps) {
        for (const TemplateStep& step : steps) {
            if (++steps_ > most_steps) stop("its template runs too long");
            if (stopped() || returned_) return;
            if (partial_depth_ == 0 && step.line > 0) result_.line = step.line;
            run(step);
        }
    }

    void run(const TemplateStep& step) {
        switch (step.kind) {
            case Kind::text: write(step.text); break;
            case Kind::output: write(evaluate(step.expression)); break;
            case Kind::set: set(step); break;
            case Kind::choose: choose(step); break;
            case Kind::loop: loop(step); break;
        }
    }

    void set(const TemplateStep& step) {
        ShortcodeValue value = evaluate(step.expression);
        if (value.kind == ShortcodeKind::list && value.weight() > longest_shortcode_text) {
            return stop("its template keeps too much");
        }
        variables_[step.variable] = std::move(value);
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
            if (branch.binds_dot) dot_ = std::move(value);
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
        std::vector<std::size_t> order(list.items.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        // Both languages go through a table by its names.
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return list.keys.empty() ? a < b : list.keys[a] < list.keys[b];
        });
        const ShortcodeValue before = dot_;
        for (std::size_t i = 0; i < order.size() && !stopped() && !returned_; ++i) {
            const ShortcodeValue& item = list.items[order[i]];
            if (!step.variable.empty()) variables_[step.variable] = item;
            if (!step.index.empty()) {
                variables_[step.index] = list.keys.empty()
                                             ? ShortcodeValue::of(double(i))
                                             : ShortcodeValue::of(list.keys[order[i]]);
            }
            if (!is_go()) set_loop_variables(i, order.size());
            if (step.binds_dot) dot_ = item;
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
            case TemplateExpression::Kind::member: {
                const ShortcodeValue of = evaluate(expression.arguments[0]);
                return member(of, expression.name, arguments_of(expression, 1));
            }
            case TemplateExpression::Kind::call: break;
        }
        FunctionArguments given = arguments_of(expression, 0);
        for (const auto& [name, each] : expression.named) {
            given.named.emplace_back(name, evaluate(each));
        }
        if (stopped()) return {};
        if (auto made = of_surroundings(expression, given)) return std::move(*made);
        const ShortcodeFunction function = shortcode_function(language_, expression.name);
        auto result = function == nullptr ? std::nullopt : function(given);
        if (!result) stop("\"" + expression.name + "\" gives too much");
        return result ? std::move(*result) : ShortcodeValue();
    }

    FunctionArguments arguments_of(const TemplateExpression& expression, std::size_t from) {
        FunctionArguments given;
        for (std::size_t i = from; i < expression.arguments.size(); ++i) {
            given.values.push_back(evaluate(expression.arguments[i]));
        }
        return given;
    }

    // What functions give that look beyond their arguments.
    std::optional<ShortcodeValue> of_surroundings(const TemplateExpression& expression,
                                                  const FunctionArguments& given) {
        const std::string& name = expression.name;
        if (!is_go()) return name == "get_url" ? std::optional(url_of(given)) : std::nullopt;
        if (name == "index" || name == "isset") return of_parameters(expression, given);
        if (name == "errorf" || name == "erroridf") {
            const auto message = shortcode_function(language_, "printf")(given);
            stop("its template says: " + (message ? message->as_text() : std::string()));
            return ShortcodeValue();
        }
        if (name == "return") {
            returned_ = given.last();
            return ShortcodeValue();
        }
        if (name == "partial" || name == "partialCached") return partial(given);
        if (name == "relref" || name == "ref") return reference(given);
        if (name == "resources.Get" || name == "resources.GetMatch") return file(given.text(0));
        return std::nullopt;
    }

    // index .Params "x" and isset .Params "x"
    std::optional<ShortcodeValue> of_parameters(const TemplateExpression& expression,
                                                const FunctionArguments& given) const {
        if (expression.arguments.size() != 2 ||
            without_root(expression.arguments[0].name) != ".Params") {
            return {};
        }
        ShortcodeValue found = parameter(call_, given.at(1));
        if (expression.name == "index") return found;
        return ShortcodeValue::of(found.kind != ShortcodeKind::nothing);
    }

    // What the template of another file makes of a value, which is its "." and "$".
    ShortcodeValue partial(const FunctionArguments& given) {
        std::string name = given.text(0);
        if (name.ends_with(".html")) name.resize(name.size() - 5);
        const SiteShortcode* found = call_.partial ? call_.partial(name) : nullptr;
        if (found == nullptr || found->parsed.error) {
            // Icons are drawings, which are not kept in articles.
            const auto folder = name.rfind('/') + 1;
            if (name.compare(folder, 4, "icon") == 0) return {};
            std::string why = "its template wants the partial \"" + name + "\", ";
            if (found == nullptr) {
                why += "which is not there";
            } else {
                const Diagnostic& error = *found->parsed.error;
                why += "which cannot be used: " + found->path + ":" +
                       std::to_string(error.position.line) + ": " + error.what;
            }
            stop(std::move(why));
            return {};
        }
        if (partial_depth_ == deepest_partial) {
            stop("its template calls partials too deeply");
            return {};
        }
        Outer outer{std::exchange(result_.text, {}), std::exchange(variables_, {}),
                    std::exchange(dot_, given.at(1)), std::exchange(root_, given.at(1)),
                    std::exchange(returned_, std::nullopt)};
        ++partial_depth_;
        run(found->parsed.steps);
        --partial_depth_;
        ShortcodeValue made =
            returned_ ? std::move(*returned_) : ShortcodeValue::html(std::move(result_.text));
        result_.text = std::move(outer.text);
        variables_ = std::move(outer.variables);
        dot_ = std::move(outer.dot);
        root_ = std::move(outer.root);
        returned_ = std::move(outer.returned);
        return made;
    }

    // relref . "other.md", ref . (dict "path" "other.md")
    ShortcodeValue reference(const FunctionArguments& given) {
        const ShortcodeValue* path = given.last().find("path");
        const std::string name = path == nullptr ? given.last().as_text() : path->as_text();
        const auto found = call_.article ? call_.article(name) : std::nullopt;
        if (!found) stop("its template refers to \"" + name + "\", which is not an article");
        return found ? ShortcodeValue::of(*found) : ShortcodeValue();
    }

    // get_url(path="@/other.md")
    ShortcodeValue url_of(const FunctionArguments& given) {
        const std::string path = given.named_or_at("path", 0).as_text();
        if (!path.starts_with("@/")) {
            const bool stays = path.starts_with('/') || path.find("://") != std::string::npos;
            return ShortcodeValue::of(stays ? path : "/" + path);
        }
        FunctionArguments name;
        name.values.push_back(ShortcodeValue::of(path.substr(2)));
        return reference(name);
    }

    // A file as Hugo's resources are. Sizes are made where pages are written, so its picture is
    // always itself. Nothing if there is no such file.
    ShortcodeValue file(std::string pattern) const {
        std::erase(pattern, '*');
        const auto found = call_.file ? call_.file(pattern) : std::nullopt;
        if (!found) return {};
        ShortcodeValue made;
        made.set("RelPermalink", ShortcodeValue::of(*found));
        made.set("Permalink", ShortcodeValue::of(*found));
        for (const std::string_view name : {"Name", "Title"}) {
            made.set(name, ShortcodeValue::of(found->substr(found->rfind('/') + 1)));
        }
        return made;
    }

    // --- Members ---------------------------------------------------------------------------------

    const ShortcodeCall& call_at(double level) const {
        const ShortcodeCall* call = &call_;
        for (; level > 0 && call->parent != nullptr; --level) call = call->parent;
        return *call;
    }

    // `path`: ".Parent.Get". The arguments are those of the last member.
    ShortcodeValue member(ShortcodeValue of, std::string_view path,
                          const FunctionArguments& given) {
        while (!path.empty() && !stopped()) {
            if (of.kind == ShortcodeKind::page) return of_page(path, given);
            path.remove_prefix(1);
            const std::string_view name = path.substr(0, path.find('.'));
            path.remove_prefix(name.size());
            if (of.kind == ShortcodeKind::shortcode) {
                const std::string_view rest = name == "Site" ? path : std::string_view();
                of = of_shortcode(of.number, name, rest, given);
                if (!rest.empty()) return of;
            } else if (of.kind == ShortcodeKind::store) {
                return stored(of.number, name, given);
            } else if (const ShortcodeValue* found = of.find(name)) {
                of = ShortcodeValue(*found);
            } else if (!is_picture_method(name) || of.find("RelPermalink") == nullptr) {
                of = {};
            }
        }
        return of;
    }

    static bool is_picture_method(std::string_view name) {
        return name == "Resize" || name == "Fit" || name == "Fill" || name == "Crop" ||
               name == "Process" || name == "Filter";
    }

    ShortcodeValue of_page(std::string_view path, const FunctionArguments& given) {
        for (const std::string_view store : {".Scratch.", ".Store."}) {
            if (path.starts_with(store)) {
                return stored(page_store, path.substr(store.size()), given);
            }
        }
        if (path.starts_with(".Resources.Get")) return file(given.text(0));
        if (path == ".File.Ext") return ShortcodeValue::of(std::string("md"));
        const std::string name = ".Page" + std::string(path);
        const std::string outer = outer_variable(language_, name);
        if (outer.empty()) stop("its template uses \"" + name + "\", which is not known");
        return outer_value(outer);
    }

    // `rest`: of `.Site.Title` and the like.
    ShortcodeValue of_shortcode(double level, std::string_view name, std::string_view rest,
                                const FunctionArguments& given) {
        const ShortcodeCall& call = call_at(level);
        if (name == "Get") return parameter(call, given.at(0));
        if (name == "Inner" || name == "InnerDeindent") return ShortcodeValue::html(call.inner);
        if (name == "Ordinal") return ShortcodeValue::of(double(call.ordinal));
        if (name == "Name") return ShortcodeValue::of(call.arguments->name);
        if (name == "IsNamedParams") return ShortcodeValue::of(!call.arguments->named.empty());
        if (name == "Params") return parameters(call);
        if (name == "Position") return outer_value("page.file");
        if (name == "Scratch" || name == "Store")
            return ShortcodeValue::object(ShortcodeKind::store, level);
        if (name == "Page") return ShortcodeValue::object(ShortcodeKind::page);
        if (name == "Parent") {
            if (call.parent == nullptr) return {};
            return ShortcodeValue::object(ShortcodeKind::shortcode, level + 1);
        }
        const std::string outer = outer_variable(language_, ".Site" + std::string(rest));
        if (name == "Site" && !outer.empty()) return outer_value(outer);
        stop("its template uses \"." + std::string(name) + std::string(rest) +
             "\", which is not known");
        return {};
    }

    ShortcodeValue outer_value(const std::string& name) const {
        const auto value = call_.variable ? call_.variable(name) : std::nullopt;
        return value ? ShortcodeValue::of(*value) : ShortcodeValue();
    }

    // .Scratch.Set "name" value, and the other methods of a store
    ShortcodeValue stored(double level, std::string_view method, const FunctionArguments& given) {
        ShortcodeStore* store = level == page_store ? call_.page_store : call_at(level).store;
        if (store == nullptr) store = &own_store_;
        ShortcodeValue result = store->use(method, given);
        if (!store->is_small()) stop("its template keeps too much");
        return result;
    }

    // The argument with this name or number; nothing if it is not given.
    static ShortcodeValue parameter(const ShortcodeCall& call, const ShortcodeValue& key) {
        if (key.kind == ShortcodeKind::number) {
            const auto& words = call.arguments->words;
            if (key.number < 0 || key.number >= static_cast<double>(words.size())) return {};
            const auto place = static_cast<std::size_t>(key.number);
            return argument_value(words[place], call.arguments->bare_words.contains(place));
        }
        return named(call, key.as_text());
    }
    static ShortcodeValue named(const ShortcodeCall& call, std::string_view name) {
        for (const auto& [each, value] : call.arguments->named) {
            if (each == name) {
                return argument_value(value, call.arguments->bare_names.contains(name));
            }
        }
        return {};
    }

    ShortcodeValue variable(const TemplateExpression& expression) {
        const std::string& name = expression.name;
        if (const auto found = variables_.find(name); found != variables_.end()) {
            return found->second;
        }
        if (!is_go()) return tera_variable(name);
        const FunctionArguments given = arguments_of(expression, 0);
        if (stopped()) return {};
        if (name == "$") return root_;
        if (name[0] == '$' && !name.starts_with("$.")) {
            const std::string_view first = std::string_view(name).substr(0, name.find('.'));
            const auto found = variables_.find(first);
            if (found == variables_.end() || first.size() == name.size()) return {};
            return member(found->second, std::string_view(name).substr(first.size()), given);
        }
        if (name == ".") return dot_;
        const ShortcodeValue& base = name[0] == '$' ? root_ : dot_;
        const bool has_members = base.is_table() || base.kind == ShortcodeKind::page ||
                                 base.kind == ShortcodeKind::shortcode;
        const bool is_partial = root_.kind != ShortcodeKind::shortcode;
        if (has_members || is_partial) return member(base, without_root(name), given);
        // Within `with`, Hugo wants "$.Get" for what many templates write as ".Get".
        return member(ShortcodeValue::object(ShortcodeKind::shortcode), without_root(name), given);
    }

    ShortcodeValue tera_variable(const std::string& name) {
        if (const std::string outer = outer_variable(language_, name); !outer.empty()) {
            return outer_value(outer);
        }
        if (name == "body") return ShortcodeValue::html(call_.inner);
        if (name == "nth") return ShortcodeValue::of(double(call_.ordinal + 1));
        const auto dot = name.find('.');
        if (dot != std::string::npos) {
            const auto found = variables_.find(std::string_view(name).substr(0, dot));
            if (found == variables_.end()) return {};
            return member(found->second, std::string_view(name).substr(dot), {});
        }
        ShortcodeValue given = named(call_, name);
        return name == "lang" && given.kind == ShortcodeKind::nothing ? outer_value("page.language")
                                                                      : given;
    }

    static ShortcodeValue parameters(const ShortcodeCall& call) {
        ShortcodeValue all = ShortcodeValue::of(std::vector<ShortcodeValue>());
        const auto& words = call.arguments->words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            all.items.push_back(parameter(call, ShortcodeValue::of(double(i))));
        }
        if (!all.items.empty()) return all;
        for (const auto& [name, value] : call.arguments->named) all.set(name, named(call, name));
        return all;
    }

    // What a partial does not see.
    struct Outer {
        std::string text;
        std::map<std::string, ShortcodeValue, std::less<>> variables;
        ShortcodeValue dot;
        ShortcodeValue root;
        std::optional<ShortcodeValue> returned;
    };
    static constexpr int deepest_partial = 20;

    TemplateLanguage language_;
    const ShortcodeTemplate& template_;
    const ShortcodeCall& call_;
    std::map<std::string, ShortcodeValue, std::less<>> variables_;
    ShortcodeStore own_store_;
    ShortcodeValue root_ = ShortcodeValue::object(ShortcodeKind::shortcode);  // "$"
    ShortcodeValue dot_ = root_;
    std::optional<ShortcodeValue> returned_;  // by a partial
    int partial_depth_ = 0;
    int steps_ = 0;
    ShortcodeResult result_;
};

}  // namespace

ShortcodeResult run_shortcode(const ShortcodeTemplate& shortcode, const ShortcodeCall& call) {
    return Runner(shortcode, call).run();
}

}  // namespace broadsheet::press
