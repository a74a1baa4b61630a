#include "press/shortcodes/template_expressions.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "press/shortcodes/shortcode_functions.h"
#include "press/shortcodes/template_names.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

class ExpressionParser {
  public:
    ExpressionParser(TemplateTokens& tag, const ExpressionPlace& place, TemplateError& error,
                     bool& uses_inner)
        : tag_(&tag),
          language_(place.language),
          dot_is_value_(place.dot_is_value),
          error_(error),
          uses_inner_(uses_inner) {}

    TemplateExpression expression(int depth) {
        if (depth > deepest_template) {
            error_.set(tag_->at(), "the expression is nested too deeply", "simplify it");
            return {};
        }
        return is_go() ? pipeline(depth) : either(depth);
    }

  private:
    bool is_go() const { return language_ == TemplateLanguage::go; }

    TemplateExpression call(std::size_t offset, std::string name,
                            std::vector<TemplateExpression> arguments) {
        if (shortcode_function(language_, name) == nullptr) {
            error_.set_unknown(offset, is_go() ? "function" : "filter", name,
                               shortcode_function_names(language_));
        }
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::call;
        // Hugo's long names of functions mean the same.
        result.name = is_go() ? std::string(short_function_name(name)) : std::move(name);
        result.arguments = std::move(arguments);
        return result;
    }

    TemplateExpression variable(std::size_t offset, std::string name) {
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::variable;
        if (!is_shortcode_variable(language_, name, dot_is_value_)) {
            error_.set_unknown(offset, "variable", name,
                               is_go() ? std::vector<std::string_view>{".Get", ".Inner", ".Params",
                                                                       ".Page.Title", ".Site.Title"}
                                       : std::vector<std::string_view>{"body", "nth", "page.title",
                                                                       "config.title"});
        }
        if (name == ".Inner" || name == "$.Inner" || name == ".InnerDeindent" || name == "body") {
            uses_inner_ = true;
        }
        result.name = std::move(name);
        return result;
    }

    // Go: commands separated by '|', each of which gets the value before it as its last argument.
    TemplateExpression pipeline(int depth) {
        TemplateExpression value = command(depth, nullptr);
        while (!error_.is_set() && tag_->take("|")) {
            TemplateExpression before = std::move(value);
            value = command(depth, &before);
        }
        return value;
    }

    TemplateExpression command(int depth, TemplateExpression* before) {
        const std::size_t offset = tag_->at();
        const bool is_function =
            begins_template_name(tag_->peek()) && tag_->peek() != '.' && tag_->peek() != '$';
        TemplateTokens ahead = *tag_;
        const std::string word = is_function ? ahead.name() : std::string();
        if (takes_markdown_method()) {
            std::vector<TemplateExpression> arguments;
            while (!error_.is_set() && starts_operand()) arguments.push_back(operand(depth));
            if (before != nullptr) arguments.push_back(std::move(*before));
            return call(offset, "markdownify", std::move(arguments));
        }
        if (word.empty() || word == "true" || word == "false" || word == "nil" || is_global(word)) {
            TemplateExpression value = operand(depth);
            // .Get "x", .Page.Param "x", (…).Resize "600x"
            const bool takes_arguments = value.kind == TemplateExpression::Kind::variable ||
                                         value.kind == TemplateExpression::Kind::member;
            while (!error_.is_set() && takes_arguments && starts_operand()) {
                value.arguments.push_back(operand(depth));
            }
            if (before != nullptr && !takes_arguments) error_.set_syntax(offset);
            if (before != nullptr) value.arguments.push_back(std::move(*before));
            return value;
        }
        *tag_ = ahead;
        std::vector<TemplateExpression> arguments;
        if (word == "return") {  // of what the rest of the tag gives
            if (!tag_->done()) arguments.push_back(expression(depth + 1));
            return call(offset, word, std::move(arguments));
        }
        while (!error_.is_set() && starts_operand()) arguments.push_back(operand(depth));
        if (before != nullptr) arguments.push_back(std::move(*before));
        return call(offset, word, std::move(arguments));
    }

    // `.Page.RenderString TEXT`, with options before the text, does what `markdownify` does.
    bool takes_markdown_method() {
        TemplateTokens ahead = *tag_;
        const std::string name = ahead.name();
        const bool is_method =
            (name.starts_with('.') || name.starts_with("$.")) && name.ends_with(".RenderString");
        const bool is_page = name == "page.RenderString";
        if (is_method || is_page) *tag_ = ahead;
        return is_method || is_page;
    }

    // Hugo's `site` and `page`, which are `.Site` and `.Page` anywhere.
    static bool is_global(std::string_view word) {
        return word.starts_with("site.") || word.starts_with("page.");
    }

    bool starts_operand() const {
        const char c = tag_->peek();
        return c == '"' || c == '`' || c == '(' || c == '-' || strings::is_digit(c) ||
               begins_template_name(c);
    }

    TemplateExpression literal_of(ShortcodeValue value) {
        TemplateExpression result;
        result.value = std::move(value);
        return result;
    }

    // A literal or an expression in parentheses, which both languages have.
    std::optional<TemplateExpression> simple_operand(int depth) {
        if (auto value = tag_->literal()) return literal_of(std::move(*value));
        if (!tag_->take("(")) return std::nullopt;
        TemplateExpression inner = expression(depth + 1);
        if (!tag_->take(")")) error_.set_syntax(tag_->at());
        if (!is_go() || tag_->peek() != '.' || tag_->is_after_space()) return inner;
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::member;
        result.name = tag_->name();
        result.arguments.push_back(std::move(inner));
        return result;
    }

    TemplateExpression operand(int depth) {
        const std::size_t offset = tag_->at();
        if (auto simple = simple_operand(depth)) return std::move(*simple);
        std::string name = tag_->name();
        if (name == "true" || name == "false")
            return literal_of(ShortcodeValue::of(name == "true"));
        if (name == "nil") return {};
        if (name.empty()) {
            error_.set_syntax(offset);
            return {};
        }
        if (is_global(name)) {
            name[0] = name[0] == 's' ? 'S' : 'P';
            name.insert(0, 1, '.');
        }
        if (name[0] != '.' && name[0] != '$') return call(offset, std::move(name), {});
        return variable(offset, std::move(name));
    }

    // Tera: or < and < not < comparison < filters < ~ + - < * / %. A filter is of the whole sum
    // before it: "a" ~ b | upper.
    TemplateExpression either(int depth) {
        TemplateExpression left = both(depth);
        while (!error_.is_set() && tag_->take_word("or"))
            left = join("or", std::move(left), both(depth));
        return left;
    }
    TemplateExpression both(int depth) {
        TemplateExpression left = negation(depth);
        while (!error_.is_set() && tag_->take_word("and")) {
            left = join("and", std::move(left), negation(depth));
        }
        return left;
    }
    TemplateExpression negation(int depth) {
        if (depth > deepest_template) return expression(depth);
        if (tag_->take_word("not")) {
            std::vector<TemplateExpression> arguments;
            arguments.push_back(negation(depth + 1));
            return operator_call("not", std::move(arguments));
        }
        return comparison(depth);
    }
    TemplateExpression comparison(int depth) {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> signs = {
            {{"==", "eq"}, {"!=", "ne"}, {"<=", "le"}, {">=", "ge"}, {"<", "lt"}, {">", "gt"}}};
        TemplateExpression left = filtered(depth);
        for (const auto& [sign, name] : signs) {
            if (tag_->take(sign)) return join(name, std::move(left), filtered(depth));
        }
        if (tag_->take_word("in")) return join("in", std::move(left), filtered(depth));
        if (tag_->take_word("is")) {
            const bool is_not = tag_->take_word("not");
            const std::size_t offset = tag_->at();
            const std::string test = tag_->name();
            std::vector<TemplateExpression> arguments;
            arguments.push_back(std::move(left));
            static constexpr std::array<std::string_view, 4> with_argument = {
                "starting_with", "ending_with", "containing", "divisibleby"};
            static constexpr std::array<std::string_view, 5> of_kind = {"string", "number",
                                                                        "iterable", "odd", "even"};
            if (std::find(of_kind.begin(), of_kind.end(), test) != of_kind.end()) {
                return negated_if(is_not, operator_call(test, std::move(arguments)));
            }
            if (std::find(with_argument.begin(), with_argument.end(), test) !=
                with_argument.end()) {
                if (!tag_->take("(")) error_.set_syntax(tag_->at());
                arguments.push_back(expression(depth + 1));
                if (!tag_->take(")")) error_.set_syntax(tag_->at());
                return negated_if(is_not, operator_call(test, std::move(arguments)));
            }
            if (test != "defined" && test != "undefined") {
                error_.set_unknown(
                    offset, "test", test,
                    {"defined", "undefined", "starting_with", "ending_with", "containing"});
            }
            const bool is_defined = (test == "defined") != is_not;
            return operator_call(is_defined ? "defined" : "undefined", std::move(arguments));
        }
        return left;
    }
    static TemplateExpression negated_if(bool is_negated, TemplateExpression test) {
        if (!is_negated) return test;
        std::vector<TemplateExpression> arguments;
        arguments.push_back(std::move(test));
        return operator_call("not", std::move(arguments));
    }
    TemplateExpression sum(int depth) { return rest_of_sum(product(depth), depth); }
    TemplateExpression rest_of_sum(TemplateExpression left, int depth) {
        return chain({"~", "+", "-"}, std::move(left), &ExpressionParser::product, depth);
    }
    TemplateExpression product(int depth) {
        return chain({"*", "/", "%"}, primary(depth), &ExpressionParser::primary, depth);
    }
    // Operands of `next` with operators of one precedence between them, from the left.
    TemplateExpression chain(std::initializer_list<std::string_view> signs, TemplateExpression left,
                             TemplateExpression (ExpressionParser::*next)(int), int depth) {
        while (!error_.is_set()) {
            const auto sign = std::find_if(signs.begin(), signs.end(),
                                           [&](std::string_view each) { return tag_->take(each); });
            if (sign == signs.end()) break;
            left = join(*sign, std::move(left), (this->*next)(depth));
        }
        return left;
    }
    TemplateExpression filtered(int depth) {
        TemplateExpression value = sum(depth);
        while (!error_.is_set() && tag_->take("|")) {
            const std::size_t offset = tag_->at();
            std::string name = tag_->name();
            std::vector<TemplateExpression> arguments;
            arguments.push_back(std::move(value));
            value = call(offset, std::move(name), std::move(arguments));
            if (tag_->take("(")) named_arguments(value, depth);
            value = rest_of_sum(std::move(value), depth);  // a | upper ~ b
        }
        return value;
    }
    void named_arguments(TemplateExpression& to, int depth) {
        while (!error_.is_set() && !tag_->take(")")) {
            std::string name = tag_->name();
            if (name.empty() || !tag_->take("=")) return error_.set_syntax(tag_->at());
            to.named.push_back({std::move(name), expression(depth + 1)});
            tag_->take(",");
            if (tag_->done()) return error_.set_syntax(tag_->at());
        }
    }
    TemplateExpression primary(int depth) {
        const std::size_t offset = tag_->at();
        if (auto simple = simple_operand(depth)) return std::move(*simple);
        if (tag_->take("[")) {
            std::vector<TemplateExpression> items;
            while (!error_.is_set() && !tag_->take("]")) {
                items.push_back(expression(depth + 1));
                tag_->take(",");
                if (tag_->done()) error_.set_syntax(tag_->at());
            }
            return operator_call("list", std::move(items));
        }
        std::string name = tag_->name();
        if (name == "true" || name == "false")
            return literal_of(ShortcodeValue::of(name == "true"));
        if (name.empty()) {
            error_.set_syntax(offset);
            return {};
        }
        if (tag_->peek() == '(') {
            TemplateExpression result = call(offset, std::move(name), {});
            tag_->take("(");
            named_arguments(result, depth);
            return result;
        }
        return variable(offset, std::move(name));
    }

    TemplateExpression join(std::string_view name, TemplateExpression left,
                            TemplateExpression right) {
        std::vector<TemplateExpression> arguments;
        arguments.push_back(std::move(left));
        arguments.push_back(std::move(right));
        return operator_call(std::string(name), std::move(arguments));
    }
    static TemplateExpression operator_call(std::string name,
                                            std::vector<TemplateExpression> arguments) {
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::call;
        result.name = std::move(name);
        result.arguments = std::move(arguments);
        return result;
    }

    TemplateTokens* tag_;
    TemplateLanguage language_;
    bool dot_is_value_;
    TemplateError& error_;
    bool& uses_inner_;
};

}  // namespace

TemplateExpression read_expression(TemplateTokens& tag, const ExpressionPlace& place,
                                   TemplateError& error, bool& uses_inner) {
    return ExpressionParser(tag, place, error, uses_inner).expression(0);
}

}  // namespace broadsheet::press
