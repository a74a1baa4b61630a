#include "press/punctuation/punctuation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "press/punctuation/french_spaces.h"
#include "strings/ascii.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

constexpr std::string_view sign_mark = "\xEF\xA3\xB5";  // U+F8F5
constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";
// What the letters before a sign are compared with once it is decided.
constexpr char32_t opening = 0x201C;
constexpr char32_t closing = 0x201D;

// The length of the sign at the start of `text`: a quote, "--", "---" or "..."; 0 for all else.
// Longer runs are drawings.
std::size_t sign_length(std::string_view text) {
    const char c = text.empty() ? ' ' : text[0];
    if (c == '"' || c == '\'') return 1;
    if (c != '-' && c != '.') return 0;
    const std::size_t run = std::min(text.find_first_not_of(c), text.size());
    if (c == '-') return run == 2 || run == 3 ? run : 0;
    return run == 3 ? run : 0;
}

// How far a sign looks for others, so that a text of nothing but signs takes no time by the square
// of its length.
constexpr std::size_t farthest = 2000;

// The length of the run of equal characters at the start of `text`.
std::size_t run_length(std::string_view text) {
    return std::min(text.find_first_not_of(text[0]), text.size());
}

bool is_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_word(char32_t c) { return strings::is_letter_or_digit(c); }

// A letter of the text, or a sign that may be changed.
struct Letter {
    char32_t value = ' ';
    std::size_t sign = 0;  // the length of the sign; 0: a letter
    Node* node = nullptr;
    std::size_t at = 0;  // the offset of the sign in the node's text, without its mark
};

// What a sign becomes.
struct Change {
    std::size_t at = 0;
    std::size_t length = 0;
    std::string_view text;
};

// Elisions that begin with an apostrophe.
bool is_elision(const std::string& word) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"tis", "twas", "twere", "twill", "em", "til", "cause", "bout", "round", "n", "s", "t"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Decides the signs of one run of text from the letters around them.
class Decider {
  public:
    Decider(std::vector<Letter>& letters, const QuoteMarks& marks)
        : letters_(letters), marks_(marks) {}

    // What the sign at `i` becomes. Call in order. Empty: it stays as it is.
    std::string_view decide(std::size_t i) {
        switch (letters_[i].value) {
            case '"': return decide_double(i);
            case '\'': return decide_single(i);
            case '-': return decide_dash(i);
            default: return is_in_path(i) ? std::string_view() : ellipsis;
        }
    }

  private:
    std::size_t end_of_sight(std::size_t i) const {
        return std::min(letters_.size(), i + farthest);
    }

    // Sites with straight single quotes have straight apostrophes.
    std::string_view apostrophe() const {
        return marks_.close_single == "'" ? std::string_view() : std::string_view("\u2019");
    }

    char32_t before(std::size_t i) const { return i == 0 ? ' ' : letters_[i - 1].value; }
    char32_t after(std::size_t i) const {
        return i + 1 < letters_.size() ? letters_[i + 1].value : ' ';
    }

    static bool is_undecided_quote(const Letter& letter) {
        return letter.sign > 0 && (letter.value == '"' || letter.value == '\'');
    }

    // The first letter after the quotes that follow.
    char32_t after_quotes(std::size_t i) const {
        const std::size_t end = end_of_sight(i);
        for (++i; i < end; ++i) {
            if (!is_undecided_quote(letters_[i])) return letters_[i].value;
        }
        return ' ';
    }

    // True if a quotation may begin after this letter.
    static bool may_precede_opening(char32_t c) {
        constexpr std::u32string_view signs = U"([{<=/-\u2013\u2014\u2018\u201A\u201C\u201E\u00AB";
        return is_space(c) || signs.find(c) != std::u32string_view::npos ||
               strings::is_ideographic(c);
    }

    std::string_view open(std::size_t i, int& depth, std::string_view mark) {
        ++depth;
        letters_[i].value = opening;
        return mark;
    }

    std::string_view close(std::size_t i, int& depth, std::string_view mark) {
        depth = std::max(depth - 1, 0);
        letters_[i].value = closing;
        return mark;
    }

    // True if the next double quote can only end a quotation, so that this one is not its end.
    bool ends_later(std::size_t i) const {
        for (std::size_t next = i + 1; next < end_of_sight(i); ++next) {
            const Letter& letter = letters_[next];
            if (letter.sign == 0 || letter.value != '"') continue;
            return !is_space(before(next)) && !is_word(after(next));
        }
        return false;
    }

    std::string_view decide_double(std::size_t i) {
        const char32_t left = before(i);
        const bool can_open = !is_space(after_quotes(i)) && may_precede_opening(left);
        // The sign of inches, as in 5".
        if (is_digit(left) && (doubles_ == 0 || ends_later(i))) return {};
        const bool nested = can_open && !is_space(left) && !strings::is_ideographic(left);
        if (doubles_ > 0 && !is_space(left) && !nested) {
            return close(i, doubles_, marks_.close_double);
        }
        if (can_open) return open(i, doubles_, marks_.open_double);
        if (!is_space(left)) return close(i, doubles_, marks_.close_double);
        return {};
    }

    bool closes_later(std::size_t i) const {
        for (std::size_t next = i + 2; next < end_of_sight(i); ++next) {
            const Letter& letter = letters_[next];
            if (letter.sign > 0 && letter.value == '\'' && !is_space(before(next)) &&
                !is_word(after(next))) {
                return true;
            }
        }
        return false;
    }

    std::string word_after(std::size_t i) const {
        std::string word;
        for (++i; i < letters_.size() && word.size() < 8 && is_word(letters_[i].value); ++i) {
            word += letters_[i].value < 0x80
                        ? strings::lower_ascii(static_cast<char>(letters_[i].value))
                        : '?';
        }
        return word;
    }

    // True for years such as '90s.
    bool is_short_year(std::size_t i) const {
        const std::string word = word_after(i);
        const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
        return digits == 2 && (word.size() == 2 || word.substr(2) == "s") &&
               !(i + 3 < letters_.size() && letters_[i + 3].value == '\'');
    }

    std::string_view decide_single(std::size_t i) {
        const char32_t left = before(i);
        const char32_t right = after(i);
        if (is_word(left) && !strings::is_ideographic(left)) {
            const bool digit = is_digit(left);
            if (is_word(right)) return digit && is_digit(right) ? std::string_view() : apostrophe();
            if (singles_ > 0) return close(i, singles_, marks_.close_single);
            // The sign of feet, as in 6', and the plural possessive.
            return digit ? std::string_view() : apostrophe();
        }
        if (may_precede_opening(left) && !is_space(after_quotes(i))) {
            if (is_digit(right) && is_short_year(i)) return apostrophe();
            if (is_elision(word_after(i))) return apostrophe();
            if (closes_later(i)) return open(i, singles_, marks_.open_single);
            return is_word(right) ? apostrophe() : std::string_view();
        }
        if (is_space(left)) return {};
        if (singles_ > 0) return close(i, singles_, marks_.close_single);
        return apostrophe();
    }

    // Options such as --all and paths stay as they are.
    std::string_view decide_dash(std::size_t i) const {
        if (letters_[i].sign == 3) return em_dash;
        const char32_t right = after(i);
        const bool is_option = may_precede_opening(before(i)) && right < 0x80 && is_word(right);
        return is_option || is_in_path(i) ? std::string_view() : en_dash;
    }

    // True if the word around a sign is a path or an address.
    bool is_in_path(std::size_t i) const {
        const auto is_part = [](char32_t c) { return c == '/' || c == '\\' || c == '@'; };
        const std::size_t first = i - std::min(i, farthest);
        for (std::size_t j = i; j > first && !is_space(letters_[j - 1].value); --j) {
            if (is_part(letters_[j - 1].value)) return true;
        }
        for (std::size_t j = i + 1; j < end_of_sight(i) && !is_space(letters_[j].value); ++j) {
            if (is_part(letters_[j].value)) return true;
        }
        return false;
    }

    std::vector<Letter>& letters_;
    const QuoteMarks& marks_;
    int doubles_ = 0;
    int singles_ = 0;
};

void append_letters(std::vector<Letter>& letters, Node& node) {
    const std::string_view text = node.text;
    bool has_sign = false;
    for (std::size_t position = 0; position < text.size();) {
        if (!text.substr(position).starts_with(sign_mark)) {
            letters.push_back({strings::next_code_point(text, position)});
            continue;
        }
        position += sign_mark.size();
        const std::size_t length = sign_length(text.substr(position));
        // An escaped sign after it makes a run of signs longer.
        if (length == 0) continue;
        has_sign = true;
        letters.push_back({static_cast<char32_t>(text[position]), length, &node, position});
        position += length;
    }
    if (!has_sign && text.find(sign_mark) != std::string_view::npos) {
        node.text = without_sign_marks(text);
        // An author's own character; a text is never empty.
        if (node.text.empty()) node.text = "\uFFFD";
    }
}

// The text with its changes, without marks.
std::string with_changes(std::string_view text, const std::vector<Change>& changes) {
    std::string out;
    std::size_t position = 0;
    for (const Change& change : changes) {
        out += without_sign_marks(text.substr(position, change.at - position));
        const std::string_view sign = text.substr(change.at, change.length);
        out += change.text.empty() ? sign : change.text;
        position = change.at + change.length;
    }
    out += without_sign_marks(text.substr(position));
    return out;
}

class Setter {
  public:
    explicit Setter(const QuoteMarks* own) : own_(own) {}

    void set(std::vector<Node>& nodes, std::string_view language) {
        std::vector<Node*> run;
        for (Node& node : nodes) {
            if (!model::is_block(node.kind)) {
                run.push_back(&node);
                continue;
            }
            set_run(run, language);
            run.clear();
            set(node.children, node.language.empty() ? language : node.language);
        }
        set_run(run, language);
    }

    std::string set_text(std::string_view marked, std::string_view language) const {
        Node node;
        node.kind = NodeKind::text;
        node.text = marked;
        std::vector<Letter> letters;
        append_letters(letters, node);
        decide(letters, language);
        return std::move(node.text);
    }

  private:
    void set_run(const std::vector<Node*>& run, std::string_view language) {
        std::vector<Letter> letters;
        for (Node* node : run) collect(*node, language, letters);
        decide(letters, language);
    }

    void collect(Node& node, std::string_view language, std::vector<Letter>& letters) {
        // A quotation in another language has its own marks.
        if (!node.language.empty() && node.language != language) {
            set(node.children, node.language);
            letters.push_back({U'x'});
            return;
        }
        switch (node.kind) {
            case NodeKind::text: append_letters(letters, node); return;
            case NodeKind::line_break:
            case NodeKind::soft_break: letters.push_back({U' '}); return;
            case NodeKind::footnote_reference: return;
            case NodeKind::superscript: set(node.children, language); return;
            case NodeKind::image:
                if (node.text.find(sign_mark) != std::string::npos) {
                    node.text = set_text(node.text, language);
                }
                break;
            default: break;
        }
        if (node.children.empty()) letters.push_back({U'x'});  // code, a formula or a picture
        for (Node& child : node.children) collect(child, language, letters);
    }

    void decide(std::vector<Letter>& letters, std::string_view language) const {
        const QuoteMarks marks = own_ == nullptr ? quotes_of(language) : *own_;
        Decider decider(letters, marks);
        std::vector<Change> changes;
        Node* node = nullptr;
        const auto finish_node = [&] {
            if (node != nullptr) node->text = with_changes(node->text, changes);
            changes.clear();
        };
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const Letter letter = letters[i];
            if (letter.sign == 0) continue;
            if (letter.node != node) finish_node();
            node = letter.node;
            changes.push_back({letter.at, letter.sign, decider.decide(i)});
        }
        finish_node();
    }

    const QuoteMarks* own_;
};

}  // namespace

void append_marked(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto next = std::min(text.find_first_of("\"'-.", i), text.size());
        out += text.substr(i, next - i);
        if (next == text.size()) return;
        const std::string_view rest = text.substr(next);
        const bool is_quote = rest[0] == '"' || rest[0] == '\'';
        const std::size_t length = is_quote ? 1 : run_length(rest);
        if (sign_length(rest.substr(0, length)) > 0) out += sign_mark;
        out += rest.substr(0, length);
        i = next + length;
    }
}

std::string without_sign_marks(std::string_view text) {
    std::string out;
    while (true) {
        const auto mark = text.find(sign_mark);
        out += text.substr(0, mark);
        if (mark == std::string_view::npos) return out;
        text.remove_prefix(mark + sign_mark.size());
    }
}

void set_punctuation(model::Document& document, std::string_view language, const QuoteMarks* own) {
    Setter(own).set(document.blocks, language);
    set_french_spaces(document.blocks, language);
}

std::string smart_text(std::string_view text, std::string_view language, const QuoteMarks* own) {
    std::string set(text);
    if (text.find_first_of("\"'-.") != std::string_view::npos) {
        std::string marked;
        append_marked(marked, text);
        set = Setter(own).set_text(marked, language);
    }
    return is_french(language) ? with_french_spaces(set) : set;
}

}  // namespace broadsheet::press
