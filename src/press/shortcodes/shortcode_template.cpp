#include "press/shortcodes/shortcode_template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "press/shortcodes/template_error.h"
#include "press/shortcodes/template_expressions.h"
#include "press/shortcodes/template_tokens.h"

namespace broadsheet::press {

namespace {

class TemplateParser {
  public:
    TemplateParser(std::string_view text, TemplateLanguage language, TemplateUse use)
        : text_(text), bound_(use == TemplateUse::partial ? 1 : 0), error_(text, result_.error) {
        result_.language = language;
    }

    ShortcodeTemplate run() {
        std::string end;
        result_.steps = steps(0, end);
        if (!end.empty()) error_.set(tag_start_, "\"" + end + "\" closes nothing", "remove it");
        return std::move(result_);
    }

  private:
    bool is_go() const { return result_.language == TemplateLanguage::go; }

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
            error_.set(open, "the tag is not closed", "add " + std::string(close));
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
        if (depth > deepest_template)
            error_.set(at_, "the blocks are nested too deeply", "simplify the template");
        while (!error_.is_set()) {
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
            line_ += static_cast<int>(
                std::count(text_.begin() + static_cast<std::ptrdiff_t>(tag_start_),
                           text_.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
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
                    if (depth == 0)
                        error_.set(open, "\"" + word + "\" closes nothing", "remove it");
                    return result;
                }
                if (block(word, mark, depth, result)) continue;
                tag_.emplace(text_, mark, trim_next_ && end > mark ? end - 1 : end);
            }
            if (!is_go() && kind == '%') {
                error_.set_unknown(open, "tag", tag_->name(),
                                   {"if", "for", "set", "elif", "endif"});
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
        TemplateTokens& tag = *tag_;
        TemplateStep step;
        step.line = line_;
        // $x := …, $x = …
        if (is_go() && tag.peek() == '$') {
            TemplateTokens ahead = tag;
            const std::string name = ahead.name();
            if (ahead.take(":=") || (ahead.peek() == '=' && ahead.take("="))) {
                tag = ahead;
                step.kind = TemplateStep::Kind::set;
                step.variable = name;
                step.expression = expression();
                finish_tag();
                to.push_back(std::move(step));
                return;
            }
        }
        step.kind = TemplateStep::Kind::output;
        step.expression = expression();
        finish_tag();
        to.push_back(std::move(step));
    }

    TemplateExpression expression() {
        return read_expression(*tag_, {result_.language, bound_ > 0}, error_, result_.uses_inner);
    }

    void finish_tag() {
        if (!tag_->done()) error_.set_syntax(tag_->at());
    }

    // A block that begins with `word`. False if it begins none.
    bool block(const std::string& word, std::size_t offset, int depth,
               std::vector<TemplateStep>& to) {
        TemplateStep step;
        step.line = line_;
        if (word == "if" || (is_go() && word == "with")) {
            step.kind = TemplateStep::Kind::choose;
            branches(step, word == "with", offset, depth);
        } else if (word == (is_go() ? "range" : "for")) {
            step.kind = TemplateStep::Kind::loop;
            loop(step, offset, depth);
        } else if (!is_go() && word == "set") {
            step.kind = TemplateStep::Kind::set;
            step.variable = tag_->name();
            if (step.variable.empty() || !tag_->take("=")) error_.set_syntax(offset);
            step.expression = expression();
            finish_tag();
        } else {
            return false;
        }
        to.push_back(std::move(step));
        return true;
    }

    void branches(TemplateStep& step, bool binds_dot, std::size_t offset, int depth) {
        if (is_go() && tag_->peek() == '$') take_with_variable(step);
        std::optional<TemplateExpression> condition = expression();
        finish_tag();
        while (!error_.is_set()) {
            TemplateBranch branch;
            branch.condition = std::exchange(condition, std::nullopt);
            const bool is_last = !branch.condition;
            branch.binds_dot = binds_dot && !is_last;
            std::string ending;
            if (branch.binds_dot) ++bound_;
            branch.steps = steps(depth + 1, ending);
            if (branch.binds_dot) --bound_;
            step.branches.push_back(std::move(branch));
            if (error_.is_set()) return;
            if (ending == (is_go() ? "end" : "endif")) return finish_tag();
            if (ending.empty()) {
                error_.set(offset, "the block is not closed",
                           is_go() ? "add {{ end }}" : "add {% endif %}");
            } else if (is_last || (ending != "else" && (is_go() || ending != "elif"))) {
                error_.set(tag_start_, "\"" + ending + "\" closes nothing", "remove it");
            } else if (ending == "elif" || (is_go() && !tag_->done())) {
                if (is_go()) {
                    binds_dot = tag_->take_word("with");
                    if (!binds_dot && !tag_->take_word("if")) return error_.set_syntax(tag_->at());
                    if (tag_->peek() == '$') take_with_variable(step);
                }
                condition = expression();
                finish_tag();
            }
        }
    }

    // {{ with $x := … }}, {{ if $x := … }}
    void take_with_variable(TemplateStep& step) {
        TemplateTokens ahead = *tag_;
        const std::string name = ahead.name();
        if (!ahead.take(":=")) return;
        *tag_ = ahead;
        step.variable = name;
    }

    void loop(TemplateStep& step, std::size_t offset, int depth) {
        step.binds_dot = is_go();
        if (is_go()) {
            TemplateTokens ahead = *tag_;
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
            if (tag_->take(",")) {  // for key, value in table
                step.index = std::move(step.variable);
                step.variable = tag_->name();
            }
            if (step.variable.empty() || !tag_->take_word("in")) return error_.set_syntax(offset);
        }
        step.expression = expression();
        finish_tag();
        for (int part = 0; part < 2 && !error_.is_set(); ++part) {
            std::string ending;
            TemplateBranch branch;
            const bool is_bound = step.binds_dot && part == 0;
            if (is_bound) ++bound_;
            branch.steps = steps(depth + 1, ending);
            if (is_bound) --bound_;
            step.branches.push_back(std::move(branch));
            if (error_.is_set() || ending == (is_go() ? "end" : "endfor")) return;
            if (ending != "else" || part == 1) {
                error_.set(offset, "the loop is not closed",
                           is_go() ? "add {{ end }}" : "add {% endfor %}");
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t tag_start_ = 0;
    int line_ = 1;            // of the tag that starts there
    int bound_ = 0;           // blocks around here in which "." is a value
    bool trim_next_ = false;  // the last tag asks for the white space after it to be removed
    std::optional<TemplateTokens> tag_;
    ShortcodeTemplate result_;
    TemplateError error_;
};

}  // namespace

ShortcodeTemplate parse_shortcode_template(std::string_view text, TemplateLanguage language,
                                           TemplateUse use) {
    return TemplateParser(text, language, use).run();
}

}  // namespace broadsheet::press
