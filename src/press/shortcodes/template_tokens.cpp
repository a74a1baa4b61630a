#include "press/shortcodes/template_tokens.h"

#include <algorithm>
#include <utility>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view white_space = " \t\r\n";

}  // namespace

bool begins_template_name(char c) {
    return strings::is_letter(c) || c == '_' || c == '$' || c == '.';
}

TemplateTokens::TemplateTokens(std::string_view text, std::size_t begin, std::size_t end)
    : text_(text), at_(begin), end_(end) {
    skip_white();
}

bool TemplateTokens::is_after_space() const {
    return at_ > 0 && white_space.find(text_[at_ - 1]) != std::string_view::npos;
}

bool TemplateTokens::take(std::string_view sign) {
    if (text_.substr(at_, std::min(sign.size(), end_ - at_)) != sign) return false;
    at_ += sign.size();
    skip_white();
    return true;
}

bool TemplateTokens::take_word(std::string_view word) {
    const std::size_t start = at_;
    if (name() == word) return true;
    at_ = start;
    return false;
}

std::string TemplateTokens::name() {
    const std::size_t start = at_;
    if (!done() && begins_template_name(text_[at_])) {
        while (at_ < end_ && (begins_template_name(text_[at_]) || strings::is_digit(text_[at_])))
            ++at_;
    }
    std::string found(text_.substr(start, at_ - start));
    skip_white();
    return found;
}

std::optional<ShortcodeValue> TemplateTokens::literal() {
    const char first = peek();
    if (first == '"' || first == '\'' || first == '`') return quoted(first);
    const bool is_negative = first == '-' && at_ + 1 < end_ && strings::is_digit(text_[at_ + 1]);
    if (!strings::is_digit(first) && !is_negative) return std::nullopt;
    const std::size_t start = at_++;
    while (at_ < end_ && (strings::is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    const auto value =
        ShortcodeValue::of(std::string(text_.substr(start, at_ - start))).as_number();
    skip_white();
    return ShortcodeValue::of(value);
}

void TemplateTokens::skip_white() {
    while (at_ < end_ && white_space.find(text_[at_]) != std::string_view::npos) ++at_;
}

std::optional<ShortcodeValue> TemplateTokens::quoted(char quote) {
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

}  // namespace broadsheet::press
