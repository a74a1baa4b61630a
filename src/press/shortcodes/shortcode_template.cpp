#include "press/shortcodes/shortcode_template.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "press/base/nearest_name.h"
#include "press/shortcodes/shortcode_functions.h"
#include "press/shortcodes/shortcode_run.h"

namespace broadsheet::press {

namespace {

constexpr int deepest = 50;  // nested blocks and expressions

constexpr std::string_view white = " \t\r\n";

bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '.';
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the tokens of one tag. `text` is the whole template, so that errors have positions.
class Tokens {
  public:
    Tokens(std::string_view text, std::size_t begin, std::size_t end) : text_(text), end_(end) {
        at_ = begin;
        skip_white();
    }

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= end_; }
    char peek() const { return done() ? '\0' : text_[at_]; }

    bool take(std::string_view sign) {
        if (text_.substr(at_, std::min(sign.size(), end_ - at_)) != sign) return false;
        at_ += sign.size();
        skip_white();
        return true;
    }
    // A word that stands alone, such as "and".
    bool take_word(std::string_view word) {
        const std::size_t start = at_;
        if (name() == word) return true;
        at_ = start;
        return false;
    }
    std::string name() {
        const std::size_t start = at_;
        if (!done() && is_name_start(text_[at_])) {
            while (at_ < end_ && (is_name_start(text_[at_]) || is_digit(text_[at_]))) ++at_;
        }
        std::string found(text_.substr(start, at_ - start));
        skip_white();
        return found;
    }
    // A text or number. Nothing if there is none, or if the text is not closed.
    std::optional<ShortcodeValue> literal() {
        const char first = peek();
        if (first == '"' || first == '\'' || first == '`') return quoted(first);
        const bool is_negative = first == '-' && at_ + 1 < end_ && is_digit(text_[at_ + 1]);
        if (!is_digit(first) && !is_negative) return std::nullopt;
        const std::size_t start = at_++;
        while (at_ < end_ && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
        const auto value =
            ShortcodeValue::of(std::string(text_.substr(start, at_ - start))).as_number();
        skip_white();
        return ShortcodeValue::of(value);
    }

  private:
    void skip_white() {
        while (at_ < end_ && white.find(text_[at_]) != std::string_view::npos) ++at_;
    }
    std::optional<ShortcodeValue> quoted(char quote) {
        std::string value;
        for (std::size_t i = at_ + 1; i < end_; ++i) {
            char c = text_[i];
            if (c == quote) {
                at_ = i + 1;
                skip_white();
                return ShortcodeValue::of(std::move(value));
            }
            if (c == '\\' && quote != '`' && i + 1 < end_) {
                c = text_[++i];
                if (c == 'n') c = '\n';
                if (c == 't') c = '\t';
            }
            value += c;
        }
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t end_;
};

class TemplateParser {
  public:
    TemplateParser(std::string_view text, TemplateLanguage language) : text_(text) {
        result_.language = language;
    }

    ShortcodeTemplate run() {
        std::string end;
        result_.steps = steps(0, end);
        if (!end.empty()) fail(tag_start_, "\"" + end + "\" closes nothing", "remove it");
        return std::move(result_);
    }

  private:
    bool is_go() const { return result_.language == TemplateLanguage::go; }
    bool failed() const { return result_.error.has_value(); }

    void fail(std::size_t offset, std::string what, std::string remedy) {
        if (failed()) return;
        Diagnostic error;
        error.position = position_of(text_, offset);
        error.what = std::move(what);
        error.remedy = std::move(remedy);
        error.source_line = std::string(line_of(text_, error.position.line));
        result_.error = std::move(error);
    }
    void fail_syntax(std::size_t offset) {
        fail(offset, "the expression cannot be read", "correct it, or write HTML instead");
    }
    void fail_unknown(std::size_t offset, const std::string& kind, const std::string& name,
                      const std::vector<std::string_view>& known) {
        constexpr std::size_t shortest = 3;
        const auto nearest = name.size() < shortest ? std::nullopt : nearest_name(name, known);
        fail(offset, "unknown " + kind + " \"" + name + "\" in a shortcode",
             nearest ? "did you mean \"" + *nearest + "\"?" : "write what it gives instead of it");
    }

    // --- Tags ------------------------------------------------------------------------------------

    // The next tag from at_ on: its text begins and ends there. False if there is none.
    bool find_tag(std::size_t& open, std::size_t& begin, std::size_t& end, char& kind) {
        open = at_;
        while (true) {
            open = text_.find('{', open);
            if (open == std::string_view::npos || open + 1 >= text_.size()) return false;
            kind = text_[open + 1];
            if (kind == '{' || (!is_go() && (kind == '%' || kind == '#'))) break;
            ++open;
        }
        begin = open + 2;
        std::string_view close = kind == '{' ? "}}" : kind == '%' ? "%}" : "#}";
        const std::size_t first = text_.find_first_not_of("- \t\r\n", begin);
        const bool is_comment =
            kind == '#' || (is_go() && text_.substr(std::min(first, text_.size()), 2) == "/*");
        if (is_comment && is_go()) {
            const std::size_t comment_end = text_.find("*/", begin);
            end = comment_end == std::string_view::npos ? comment_end
                                                        : text_.find(close, comment_end);
            kind = '#';
        } else {
            end = is_comment ? text_.find(close, begin) : close_outside_texts(begin, close);
        }
        if (end == std::string_view::npos) {
            fail(open, "the tag is not closed", "add " + std::string(close));
            return false;
        }
        return true;
    }

    std::size_t close_outside_texts(std::size_t from, std::string_view close) const {
        char quote = '\0';
        for (std::size_t i = from; i < text_.size(); ++i) {
            const char c = text_[i];
            if (quote != '\0') {
                if (c == '\\' && quote != '`') ++i;
                if (c == quote) quote = '\0';
            } else if (text_.substr(i, close.size()) == close) {
                return i;
            } else if (c == '"' || c == '`' || (c == '\'' && !is_go())) {
                quote = c;
            }
        }
        return std::string_view::npos;
    }

    void add_text(std::vector<TemplateStep>& to, std::string_view text) const {
        if (text.empty()) return;
        TemplateStep step;
        step.text = std::string(text);
        to.push_back(std::move(step));
    }

    // The steps up to a tag that ends them or begins another branch, whose words `ending` gets.
    // Afterwards, tag_ is the rest of that tag.
    std::vector<TemplateStep> steps(int depth, std::string& ending) {
        std::vector<TemplateStep> result;
        ending.clear();
        if (depth > deepest) fail(at_, "the blocks are nested too deeply", "simplify the template");
        while (!failed()) {
            std::size_t open = 0;
            std::size_t begin = 0;
            std::size_t end = 0;
            char kind = 0;
            const std::size_t start = at_;
            if (!find_tag(open, begin, end, kind)) {
                std::string_view rest = text_.substr(start);
                add_text(result, trim_next_ ? without_front(rest) : rest);
                at_ = text_.size();
                return result;
            }
            std::string_view before = text_.substr(start, open - start);
            if (trim_next_) before = without_front(before);
            at_ = end + 2;
            tag_start_ = open;
            const bool trims = begin < end && text_[begin] == '-';
            trim_next_ = end > begin && text_[end - 1] == '-';
            if (trims) before = without_back(before);
            add_text(result, before);
            if (kind == '#') continue;
            const std::size_t first = trims ? begin + 1 : begin;
            tag_.emplace(text_, first, trim_next_ && end > first ? end - 1 : end);
            if (is_go() || kind == '%') {
                const std::size_t mark = tag_->at();
                const std::string word = tag_->name();
                if (word == "end" || word == "else" || word == "elif" || word == "endif" ||
                    word == "endfor") {
                    ending = word;
                    if (depth == 0) fail(open, "\"" + word + "\" closes nothing", "remove it");
                    return result;
                }
                if (block(word, mark, depth, result)) continue;
                tag_.emplace(text_, mark, trim_next_ && end > mark ? end - 1 : end);
            }
            if (!is_go() && kind == '%') {
                fail_unknown(open, "tag", tag_->name(), {"if", "for", "set", "elif", "endif"});
                return result;
            }
            output(result);
        }
        return result;
    }

    static std::string_view without_front(std::string_view text) {
        const auto first = text.find_first_not_of(white);
        return first == std::string_view::npos ? std::string_view() : text.substr(first);
    }
    static std::string_view without_back(std::string_view text) {
        const auto last = text.find_last_not_of(white);
        return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
    }

    void output(std::vector<TemplateStep>& to) {
        Tokens& tag = *tag_;
        TemplateStep step;
        // $x := …, $x = …
        if (is_go() && tag.peek() == '$') {
            Tokens ahead = tag;
            const std::string name = ahead.name();
            if (ahead.take(":=") || (ahead.peek() == '=' && ahead.take("="))) {
                tag = ahead;
                step.kind = TemplateStep::Kind::set;
                step.variable = name;
                step.expression = expression(0);
                finish_tag();
                to.push_back(std::move(step));
                return;
            }
        }
        step.kind = TemplateStep::Kind::output;
        step.expression = expression(0);
        finish_tag();
        to.push_back(std::move(step));
    }

    void finish_tag() {
        if (!tag_->done()) fail_syntax(tag_->at());
    }

    // A block that begins with `word`. False if it begins none.
    bool block(const std::string& word, std::size_t offset, int depth,
               std::vector<TemplateStep>& to) {
        TemplateStep step;
        if (word == "if" || (is_go() && word == "with")) {
            step.kind = TemplateStep::Kind::choose;
            step.binds_dot = word == "with";
            branches(step, offset, depth);
        } else if (word == (is_go() ? "range" : "for")) {
            step.kind = TemplateStep::Kind::loop;
            loop(step, offset, depth);
        } else if (!is_go() && word == "set") {
            step.kind = TemplateStep::Kind::set;
            step.variable = tag_->name();
            if (step.variable.empty() || !tag_->take("=")) fail_syntax(offset);
            step.expression = expression(0);
            finish_tag();
        } else {
            return false;
        }
        to.push_back(std::move(step));
        return true;
    }

    void branches(TemplateStep& step, std::size_t offset, int depth) {
        if (step.binds_dot && tag_->peek() == '$') take_with_variable(step);
        std::optional<TemplateExpression> condition = expression(0);
        finish_tag();
        while (!failed()) {
            TemplateBranch branch;
            branch.condition = std::exchange(condition, std::nullopt);
            const bool is_last = !branch.condition;
            std::string ending;
            branch.steps = steps(depth + 1, ending);
            step.branches.push_back(std::move(branch));
            if (failed()) return;
            if (ending == (is_go() ? "end" : "endif")) return finish_tag();
            if (ending.empty()) {
                fail(offset, "the block is not closed",
                     is_go() ? "add {{ end }}" : "add {% endif %}");
            } else if (is_last || (ending != "else" && (is_go() || ending != "elif"))) {
                fail(tag_start_, "\"" + ending + "\" closes nothing", "remove it");
            } else if (ending == "elif" || (is_go() && !tag_->done())) {
                if (is_go() && !tag_->take_word("if")) return fail_syntax(tag_->at());
                condition = expression(0);
                finish_tag();
            }
        }
    }

    // {{ with $x := … }}
    void take_with_variable(TemplateStep& step) {
        Tokens ahead = *tag_;
        const std::string name = ahead.name();
        if (!ahead.take(":=")) return;
        *tag_ = ahead;
        step.variable = name;
    }

    void loop(TemplateStep& step, std::size_t offset, int depth) {
        step.binds_dot = is_go();
        if (is_go()) {
            Tokens ahead = *tag_;
            std::string first = ahead.name();
            std::string second;
            if (ahead.take(",")) second = ahead.name();
            if (first.starts_with('$') && ahead.take(":=")) {
                *tag_ = ahead;
                step.variable = second.empty() ? first : second;
                if (!second.empty()) step.index = first;
            }
        } else {
            step.variable = tag_->name();
            if (step.variable.empty() || !tag_->take_word("in")) return fail_syntax(offset);
        }
        step.expression = expression(0);
        finish_tag();
        for (int part = 0; part < 2 && !failed(); ++part) {
            std::string ending;
            TemplateBranch branch;
            branch.steps = steps(depth + 1, ending);
            step.branches.push_back(std::move(branch));
            if (failed() || ending == (is_go() ? "end" : "endfor")) return;
            if (ending != "else" || part == 1) {
                fail(offset, "the loop is not closed",
                     is_go() ? "add {{ end }}" : "add {% endfor %}");
            }
        }
    }

    // --- Expressions -----------------------------------------------------------------------------

    TemplateExpression expression(int depth) {
        if (depth > deepest) {
            fail(tag_->at(), "the expression is nested too deeply", "simplify it");
            return {};
        }
        return is_go() ? pipeline(depth) : either(depth);
    }

    TemplateExpression call(std::size_t offset, std::string name,
                            std::vector<TemplateExpression> arguments) {
        if (shortcode_function(result_.language, name) == nullptr) {
            fail_unknown(offset, is_go() ? "function" : "filter", name,
                         shortcode_function_names(result_.language));
        }
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::call;
        result.name = std::move(name);
        result.arguments = std::move(arguments);
        return result;
    }

    TemplateExpression variable(std::size_t offset, std::string name) {
        TemplateExpression result;
        result.kind = TemplateExpression::Kind::variable;
        if (!is_shortcode_variable(result_.language, name)) {
            fail_unknown(offset, "variable", name,
                         is_go() ? std::vector<std::string_view>{".Get", ".Inner", ".Params",
                                                                 ".Page.Title", ".Site.Title"}
                                 : std::vector<std::string_view>{"body", "nth", "page.title",
                                                                 "config.title"});
        }
        if (name == ".Inner" || name == "$.Inner" || name == ".InnerDeindent" || name == "body") {
            result_.uses_inner = true;
        }
        result.name = std::move(name);
        return result;
    }

    // Go: commands separated by '|', each of which gets the value before it as its last argument.
    TemplateExpression pipeline(int depth) {
        TemplateExpression value = command(depth, nullptr);
        while (!failed() && tag_->take("|")) {
            TemplateExpression before = std::move(value);
            value = command(depth, &before);
        }
        return value;
    }

    TemplateExpression command(int depth, TemplateExpression* before) {
        const std::size_t offset = tag_->at();
        const bool is_function =
            is_name_start(tag_->peek()) && tag_->peek() != '.' && tag_->peek() != '$';
        Tokens ahead = *tag_;
        const std::string word = is_function ? ahead.name() : std::string();
        if (word.empty() || word == "true" || word == "false" || word == "nil") {
            TemplateExpression value = operand(depth);
            if (before != nullptr) fail_syntax(offset);
            // .Get "x", .Page.Param "x"
            while (!failed() && value.kind == TemplateExpression::Kind::variable &&
                   starts_operand()) {
                value.arguments.push_back(operand(depth));
            }
            return value;
        }
        *tag_ = ahead;
        std::vector<TemplateExpression> arguments;
        while (!failed() && starts_operand()) arguments.push_back(operand(depth));
        if (before != nullptr) arguments.push_back(std::move(*before));
        return call(offset, word, std::move(arguments));
    }

    bool starts_operand() const {
        const char c = tag_->peek();
        return c == '"' || c == '`' || c == '(' || c == '-' || is_digit(c) || is_name_start(c);
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
        if (!tag_->take(")")) fail_syntax(tag_->at());
        return inner;
    }

    TemplateExpression operand(int depth) {
        const std::size_t offset = tag_->at();
        if (auto simple = simple_operand(depth)) return std::move(*simple);
        std::string name = tag_->name();
        if (name == "true" || name == "false")
            return literal_of(ShortcodeValue::of(name == "true"));
        if (name == "nil") return {};
        if (name.empty()) {
            fail_syntax(offset);
            return {};
        }
        if (name[0] != '.' && name[0] != '$') return call(offset, std::move(name), {});
        return variable(offset, std::move(name));
    }

    // Tera: or < and < not < comparison < ~ < + − < * / % < filters.
    TemplateExpression either(int depth) {
        TemplateExpression left = both(depth);
        while (!failed() && tag_->take_word("or")) left = join("or", std::move(left), both(depth));
        return left;
    }
    TemplateExpression both(int depth) {
        TemplateExpression left = negation(depth);
        while (!failed() && tag_->take_word("and")) {
            left = join("and", std::move(left), negation(depth));
        }
        return left;
    }
    TemplateExpression negation(int depth) {
        if (depth > deepest) return expression(depth);
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
        TemplateExpression left = sum(depth);
        for (const auto& [sign, name] : signs) {
            if (tag_->take(sign)) return join(name, std::move(left), sum(depth));
        }
        if (tag_->take_word("in")) return join("in", std::move(left), sum(depth));
        if (tag_->take_word("is")) {
            const bool is_not = tag_->take_word("not");
            const std::size_t offset = tag_->at();
            const std::string test = tag_->name();
            if (test != "defined" && test != "undefined") {
                fail_unknown(offset, "test", test, {"defined", "undefined"});
            }
            std::vector<TemplateExpression> arguments;
            arguments.push_back(std::move(left));
            const bool is_defined = (test == "defined") != is_not;
            return operator_call(is_defined ? "defined" : "undefined", std::move(arguments));
        }
        return left;
    }
    TemplateExpression sum(int depth) {
        return chain({"~", "+", "-"}, &TemplateParser::product, depth);
    }
    TemplateExpression product(int depth) {
        return chain({"*", "/"}, &TemplateParser::filtered, depth);
    }
    // Operands of `next` with operators of one precedence between them, from the left.
    TemplateExpression chain(std::initializer_list<std::string_view> signs,
                             TemplateExpression (TemplateParser::*next)(int), int depth) {
        TemplateExpression left = (this->*next)(depth);
        while (!failed()) {
            const auto sign = std::find_if(signs.begin(), signs.end(),
                                           [&](std::string_view each) { return tag_->take(each); });
            if (sign == signs.end()) break;
            left = join(*sign, std::move(left), (this->*next)(depth));
        }
        return left;
    }
    TemplateExpression filtered(int depth) {
        TemplateExpression value = primary(depth);
        while (!failed() && tag_->take("|")) {
            const std::size_t offset = tag_->at();
            std::string name = tag_->name();
            std::vector<TemplateExpression> arguments;
            arguments.push_back(std::move(value));
            value = call(offset, std::move(name), std::move(arguments));
            if (tag_->take("(")) named_arguments(value, depth);
        }
        return value;
    }
    void named_arguments(TemplateExpression& to, int depth) {
        while (!failed() && !tag_->take(")")) {
            std::string name = tag_->name();
            if (name.empty() || !tag_->take("=")) return fail_syntax(tag_->at());
            to.named.push_back({std::move(name), expression(depth + 1)});
            tag_->take(",");
            if (tag_->done()) return fail_syntax(tag_->at());
        }
    }
    TemplateExpression primary(int depth) {
        const std::size_t offset = tag_->at();
        if (auto simple = simple_operand(depth)) return std::move(*simple);
        if (tag_->take("[")) {
            std::vector<TemplateExpression> items;
            while (!failed() && !tag_->take("]")) {
                items.push_back(expression(depth + 1));
                tag_->take(",");
                if (tag_->done()) fail_syntax(tag_->at());
            }
            return operator_call("list", std::move(items));
        }
        std::string name = tag_->name();
        if (name == "true" || name == "false")
            return literal_of(ShortcodeValue::of(name == "true"));
        if (name.empty()) {
            fail_syntax(offset);
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

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t tag_start_ = 0;
    bool trim_next_ = false;  // the last tag asks for the white space after it to be removed
    std::optional<Tokens> tag_;
    ShortcodeTemplate result_;
};

}  // namespace

ShortcodeTemplate parse_shortcode_template(std::string_view text, TemplateLanguage language) {
    return TemplateParser(text, language).run();
}

}  // namespace broadsheet::press
