#include <map>
#include <set>
#include <string>
#include <utility>

#include "model/headings.h"
#include "press/punctuation/emoji.h"
#include "press/punctuation/punctuation.h"
#include "press/text/markdown.h"
#include "strings/ascii.h"
#include "strings/escape.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// Identifiers that the page template uses.
const std::set<std::string> reserved = {"page", "main", "content"};

// What follows a sign to make it an emoji, or joins two: a variation selector, a keycap, a joiner.
bool is_emoji_mark(char32_t c) { return c == 0xFE0F || c == 0x20E3 || c == 0x200D; }

// Zola takes emoji for their names: "🚀" is "rocket".
void append_emoji_name(char32_t c, std::string& out) {
    std::string sign;
    strings::append_utf8(sign, c);
    const std::string_view name = name_of_emoji(sign);
    if (!name.empty() && !out.empty()) out += '-';
    for (const char letter : name) {
        if (strings::is_letter(letter) || strings::is_digit(letter)) out += letter;
        if (letter == '_') out += '-';
    }
}

// Zola's rule: Latin letters lose their diacritics, and each run of other characters becomes a
// hyphen, except at the ends.
std::string zola_identifier_for(std::string_view title) {
    std::string out;
    bool separate = false;
    for (std::size_t position = 0; position < title.size();) {
        const char32_t c = strings::next_code_point(title, position);
        if (strings::is_combining_mark(c)) continue;
        if (is_emoji_mark(c)) continue;
        if (!strings::is_letter_or_digit(c)) {
            separate = true;
            append_emoji_name(c, out);
            continue;
        }
        if (separate && !out.empty()) out += '-';
        separate = false;
        const std::string_view base = strings::latin_base(c);
        if (base.empty()) {
            strings::append_utf8(out, strings::lower_case(c));
        } else {
            out += base;
        }
    }
    return out;
}

// Each run of characters other than letters and digits becomes a hyphen, except at the ends.
std::string blackfriday_identifier_for(std::string_view title) {
    std::string out;
    bool separate = false;
    for (std::size_t position = 0; position < title.size();) {
        const char32_t c = strings::next_code_point(title, position);
        if (!strings::is_letter_or_digit(c)) {
            separate = true;
            continue;
        }
        if (separate && !out.empty()) out += '-';
        separate = false;
        strings::append_utf8(out, strings::lower_case(c));
    }
    return out;
}

// Letters lose their diacritics; those that are no basic letter with one vanish.
std::string ascii_only(std::string_view identifier) {
    constexpr std::u32string_view whole = U"øłđħŧı";
    std::string out;
    for (std::size_t position = 0; position < identifier.size();) {
        const char32_t c = strings::next_code_point(identifier, position);
        const std::string_view base = strings::latin_base(c);
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (base.size() == 1 && whole.find(c) == std::u32string_view::npos) {
            out += base;
        }
    }
    return out;
}

std::string identifier_for(std::string_view title, IdentifierRule rule) {
    std::string name;
    switch (rule) {
        case IdentifierRule::zola: name = zola_identifier_for(title); break;
        case IdentifierRule::blackfriday: name = blackfriday_identifier_for(title); break;
        case IdentifierRule::hugo_ascii: name = ascii_only(github_identifier(title, rule)); break;
        case IdentifierRule::github:
        case IdentifierRule::hugo:
        case IdentifierRule::jekyll: name = github_identifier(title, rule);
    }
    const bool is_hugo = rule == IdentifierRule::hugo || rule == IdentifierRule::hugo_ascii ||
                         rule == IdentifierRule::blackfriday;
    if (name.empty()) name = is_hugo ? "heading" : "section";
    return name;
}

// Takes hyphens that kramdown sets as dashes out of text; those of code stay.
void remove_dashes(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        remove_dashes(node.children);
        if (node.kind != NodeKind::text) continue;
        node.text = without_sign_marks(node.text);
        strings::replace_all(node.text, "---", "");
        strings::replace_all(node.text, "--", "");
    }
}

std::string title_of(const Node& heading, IdentifierRule rule) {
    std::string title = model::plain_text(heading);
    if (rule != IdentifierRule::jekyll || title.find("--") == std::string::npos) return title;
    Node copy = heading;
    remove_dashes(copy.children);
    return model::plain_text(copy);
}

bool is_identifier(std::string_view text) {
    return !text.empty() && text.size() <= 200 &&
           text.find_first_of(" \t\n\"'<>{}#=") == std::string_view::npos;
}

// Removes `{#name}`, `{#name .class key=value}` or `{id="name" class="x"}` from the end of a
// heading and uses the name as its identifier.
void take_attributes(Node& heading) {
    if (heading.children.empty() || heading.children.back().kind != NodeKind::text) return;
    std::string& text = heading.children.back().text;
    if (!text.ends_with('}')) return;
    const auto open = text.rfind('{');
    if (open == std::string::npos) return;
    const std::string inner =
        without_sign_marks(std::string_view(text).substr(open + 1, text.size() - open - 2));
    const std::string_view attributes(inner);
    const bool has_signs =
        attributes.starts_with('#') || attributes.starts_with('.') || attributes.starts_with(':');
    // Hugo's syntax is also `{id="name" class="x"}`.
    const bool has_names = attributes.starts_with("id=") || attributes.starts_with("class=") ||
                           attributes.starts_with("data-");
    if (!has_signs && !has_names) return;
    // Jekyll's syntax is `{: #name}`.
    auto hash = attributes.find('#');
    while (hash != std::string_view::npos && hash > 0 && attributes[hash - 1] != ' ' &&
           attributes[hash - 1] != ':') {
        hash = attributes.find('#', hash + 1);
    }
    const auto id = attributes.find("id=");
    std::string_view name;
    if (hash != std::string_view::npos) {
        name = attributes.substr(hash + 1);
    } else if (id != std::string_view::npos && (id == 0 || attributes[id - 1] == ' ')) {
        name = attributes.substr(id + 3);
        if (name.starts_with('"') || name.starts_with('\'')) {
            name = name.substr(1, name.find(name[0], 1) - 1);
        }
    }
    // In kramdown, a dot begins a class.
    name = name.substr(0, name.find_first_of(attributes.starts_with(':') ? " ." : " "));
    if (hash != std::string_view::npos && !is_identifier(name)) return;
    if (is_identifier(name)) heading.identifier = name;
    text.erase(open);
    const auto trim = [&] {
        while (text.ends_with(' ')) text.pop_back();
    };
    trim();
    // Signs that close a heading stand before its attributes: "## Part ## {#part}".
    const auto last = text.find_last_not_of('#');
    if (last != std::string::npos && text[last] == ' ') text.erase(last);
    trim();
    if (text.empty()) heading.children.pop_back();
}

}  // namespace

std::string github_identifier(std::string_view title, IdentifierRule rule) {
    std::string out;
    std::size_t position = 0;
    bool after_letter = false;
    while (position < title.size()) {
        const char32_t c = strings::next_code_point(title, position);
        if (is_emoji_mark(c) && !after_letter) {
            // Ruby takes these for parts of words, but no joiner.
            if (rule == IdentifierRule::jekyll && c != 0x200D) strings::append_utf8(out, c);
            continue;
        }
        if (c == 0xFE0F && rule == IdentifierRule::jekyll) strings::append_utf8(out, c);
        after_letter = strings::is_letter_or_digit(c);
        if (c == ' ' || c == '\n' || (c == '\t' && rule == IdentifierRule::jekyll)) {
            out += '-';
        } else if (c == '-' || c == '_' || strings::is_letter_or_digit(c)) {
            strings::append_utf8(out, strings::lower_case(c));
        }
    }
    return out;
}

void identify_headings(model::Document& document, IdentifierRule rule) {
    std::set<std::string> taken = reserved;
    model::for_each_heading(document.blocks, [&](Node& heading) {
        if (heading.identifier.empty()) take_attributes(heading);
        if (!heading.identifier.empty() && !taken.insert(heading.identifier).second) {
            heading.identifier.clear();
        }
    });
    std::map<std::string, int> last_number;  // avoids quadratic time for many equal headings
    model::for_each_heading(document.blocks, [&](Node& heading) {
        if (!heading.identifier.empty()) return;
        const std::string wanted = identifier_for(title_of(heading, rule), rule);
        std::string name = wanted;
        while (!taken.insert(name).second) {
            name = wanted + "-" + std::to_string(++last_number[wanted]);
        }
        heading.identifier = std::move(name);
    });
}

}  // namespace broadsheet::press
