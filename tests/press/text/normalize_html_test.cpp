#include "press/text/normalize_html.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/html/entity.h"

namespace broadsheet::test {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_block_tag(const std::string& tag) {
    static const std::set<std::string> names = {
        "article",  "header", "aside",    "hgroup",   "blockquote", "hr",         "iframe",
        "body",     "li",     "map",      "button",   "object",     "canvas",     "ol",
        "caption",  "output", "col",      "p",        "colgroup",   "pre",        "dd",
        "progress", "div",    "section",  "dl",       "table",      "td",         "dt",
        "tbody",    "embed",  "textarea", "fieldset", "tfoot",      "figcaption", "th",
        "figure",   "thead",  "footer",   "tr",       "form",       "ul",         "h1",
        "h2",       "h3",     "h4",       "h5",       "h6",         "video",      "script",
        "style"};
    return names.contains(tag);
}

class Normalizer {
  public:
    explicit Normalizer(std::string_view html) : html_(html) {}

    std::string run() {
        while (position_ < html_.size()) {
            if (html_[position_] == '<' && read_tag()) continue;
            read_text();
        }
        return out_;
    }

  private:
    std::string decoded(std::string_view text) const {
        std::string out;
        std::size_t i = 0;
        while (i < text.size()) {
            const auto end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
            if (end != std::string_view::npos && end - i < 40) {
                out += press::decode_entity(text.substr(i, end - i + 1));
                i = end + 1;
            } else {
                out += text[i++];
            }
        }
        return out;
    }

    void trim_out() {
        while (!out_.empty() && is_space(out_.back())) out_.pop_back();
    }

    void read_text() {
        const std::size_t end = std::min(html_.find('<', position_ + 1), html_.size());
        std::string text = decoded(html_.substr(position_, end - position_));
        position_ = end;
        const bool after_tag = last_ == Last::end_tag || last_ == Last::start_tag;
        const bool after_block_tag = after_tag && is_block_tag(last_tag_);
        if (after_tag && last_tag_ == "br") text.erase(0, text.find_first_not_of('\n'));
        if (!in_pre_) {
            std::string collapsed;
            for (const char c : text) {
                if (!is_space(c)) {
                    collapsed += c;
                } else if (collapsed.empty() || collapsed.back() != ' ') {
                    collapsed += ' ';
                }
            }
            text = collapsed;
        }
        if (after_block_tag && !in_pre_) {
            const auto first = text.find_first_not_of(" \n\t");
            if (last_ == Last::start_tag) {
                text.erase(0, first);
            } else if (first == std::string::npos) {
                text.clear();
            } else {
                text.erase(0, first);
                text.erase(text.find_last_not_of(" \n\t") + 1);
            }
        }
        press::append_escaped(out_, text);
        last_ = Last::text;
    }

    // Comments, declarations and CDATA are unchanged.
    bool read_verbatim(std::string_view begin, std::string_view end) {
        if (!html_.substr(position_).starts_with(begin)) return false;
        const auto close = html_.find(end, position_ + begin.size());
        if (close == std::string_view::npos) return false;
        out_ += html_.substr(position_, close + end.size() - position_);
        position_ = close + end.size();
        last_ = Last::other;
        return true;
    }

    bool read_tag() {
        if (read_verbatim("<!--", "-->") || read_verbatim("<![CDATA[", "]]>") ||
            read_verbatim("<!", ">") || read_verbatim("<?", ">")) {
            return true;
        }
        std::size_t i = position_ + 1;
        const bool closing = i < html_.size() && html_[i] == '/';
        if (closing) ++i;
        std::string tag;
        while (i < html_.size() &&
               (std::isalnum(static_cast<unsigned char>(html_[i])) != 0 || html_[i] == '-')) {
            tag += static_cast<char>(std::tolower(static_cast<unsigned char>(html_[i++])));
        }
        if (tag.empty()) return false;
        std::vector<std::pair<std::string, std::string>> attributes;
        while (i < html_.size() && html_[i] != '>') {
            if (is_space(html_[i]) || html_[i] == '/') {
                ++i;
                continue;
            }
            std::string name;
            while (i < html_.size() && !is_space(html_[i]) && html_[i] != '=' && html_[i] != '>' &&
                   html_[i] != '/') {
                name += static_cast<char>(std::tolower(static_cast<unsigned char>(html_[i++])));
            }
            std::string value;
            if (i < html_.size() && html_[i] == '=') {
                const char quote = i + 1 < html_.size() ? html_[i + 1] : ' ';
                if (quote == '"' || quote == '\'') {
                    const auto end = std::min(html_.find(quote, i + 2), html_.size());
                    value = html_.substr(i + 2, end - i - 2);
                    i = std::min(end + 1, html_.size());
                } else {
                    ++i;
                    while (i < html_.size() && !is_space(html_[i]) && html_[i] != '>') {
                        value += html_[i++];
                    }
                }
            }
            if (name.empty()) {
                ++i;
                continue;
            }
            attributes.emplace_back(name, decoded(value));
        }
        position_ = std::min(i + 1, html_.size());
        write_tag(tag, closing, attributes);
        return true;
    }

    void write_tag(const std::string& tag, bool closing,
                   std::vector<std::pair<std::string, std::string>>& attributes) {
        if (tag == "pre") in_pre_ = !closing;
        if (is_block_tag(tag)) trim_out();
        out_ += closing ? "</" + tag : "<" + tag;
        std::sort(attributes.begin(), attributes.end());
        for (const auto& [name, value] : attributes) {
            out_ += " " + name + "=\"";
            press::append_escaped(out_, value);
            out_ += '"';
        }
        out_ += '>';
        last_tag_ = tag;
        last_ = closing ? Last::end_tag : Last::start_tag;
    }

    enum class Last { text, start_tag, end_tag, other };

    std::string_view html_;
    std::size_t position_ = 0;
    std::string out_;
    Last last_ = Last::start_tag;
    std::string last_tag_;
    bool in_pre_ = false;
};

}  // namespace

std::string normalize_html(std::string_view html) {
    std::string out = Normalizer(html).run();
    while (!out.empty() && is_space(out.back())) out.pop_back();
    return out;
}

}  // namespace broadsheet::test

TEST_CASE("HTML is compared without insignificant white space") {
    using broadsheet::test::normalize_html;
    CHECK(normalize_html("<p>a  \t b</p>") == "<p>a b</p>");
    CHECK(normalize_html("<p>a  \t\nb</p>") == "<p>a b</p>");
    CHECK(normalize_html(" <p>a  b</p>\n\n<p>c</p> ") == "<p>a b</p><p>c</p>");
    CHECK(normalize_html("<a title=\"bar\" HREF=\"foo\">x</a>") ==
          "<a href=\"foo\" title=\"bar\">x</a>");
    CHECK(normalize_html("&forall;&amp;&gt;") == "\u2200&amp;&gt;");
    CHECK(normalize_html("<pre>a  b\nc</pre>") == "<pre>a  b\nc</pre>");
}
