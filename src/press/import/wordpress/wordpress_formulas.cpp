#include "press/import/wordpress/wordpress_formulas.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "press/html/entity.h"
#include "press/text/formula_marks.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view shortcode = "[latex]";
constexpr std::string_view shortcode_end = "[/latex]";
constexpr std::string_view dollars = "$latex";
constexpr std::string_view mathml = "<math";
constexpr std::string_view mathml_end = "</math>";
constexpr std::size_t longest = 20'000;

// True for a tag that editors put into texts. Other signs of comparison are the formula's own.
bool is_tag(std::string_view html) {
    static constexpr auto tags = std::to_array<std::string_view>({"<br", "<p>", "</"});
    return std::any_of(tags.begin(), tags.end(),
                       [&](std::string_view tag) { return html.starts_with(tag); });
}

// The TeX as one line, without tags.
std::string tex_of(std::string_view html) {
    std::string text;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const bool tag = is_tag(html.substr(i));
        if (tag) i = std::min(html.find('>', i), html.size() - 1);
        text += tag || html[i] == '\n' ? ' ' : html[i];
    }
    return std::string(strings::trimmed(decode_entities(text)));
}

// Jetpack's formulas may end with settings of a picture: "&s=2&bg=ffffff".
std::string_view without_settings(std::string_view tex) {
    static constexpr auto names = std::to_array<std::string_view>({"&s=", "&bg=", "&fg="});
    const auto first = tex.find('&');
    if (first == std::string_view::npos) return tex;
    for (const std::string_view name : names) {
        if (const auto at = tex.find(name); at != std::string_view::npos) tex = tex.substr(0, at);
    }
    return tex;
}

// The end of the code or comment that starts at the '<' at `at`, or of the tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
    for (const std::string_view name : {"pre", "code", "script", "style"}) {
        if (!html.substr(at + 1).starts_with(name)) continue;
        const auto close = html.find("</" + std::string(name), at);
        if (close != std::string_view::npos) at = close;
        break;
    }
    return std::min(html.find('>', at), html.size() - 1) + 1;
}

// The TeX of a formula in MathML, which the editor's own formulas are; empty if it has none.
std::string tex_of_mathml(std::string_view math) {
    constexpr std::string_view attribute = "data-latex=\"";
    const std::string_view tag = math.substr(0, math.find('>'));
    if (const auto at = tag.find(attribute); at != std::string_view::npos) {
        const std::string_view value = tag.substr(at + attribute.size());
        return decode_entities(value.substr(0, value.find('"')));
    }
    const auto annotation = math.find("application/x-tex");
    const auto begin = math.find('>', annotation);
    if (annotation == std::string_view::npos || begin == std::string_view::npos) return {};
    const std::string_view tex = math.substr(begin + 1);
    return std::string(strings::trimmed(decode_entities(tex.substr(0, tex.find('<')))));
}

class Marker {
  public:
    explicit Marker(std::string_view html) : html_(html) {}

    void run() {
        while (at_ < html_.size()) {
            const std::string_view rest = html_.substr(at_);
            if (rest.starts_with(mathml) && add_mathml(rest)) continue;
            if (rest[0] == '<') {
                copy(end_of_tag(html_, at_) - at_);
            } else if (rest.starts_with(shortcode)) {
                add(shortcode, shortcode_end);
            } else if (rest.starts_with(dollars) && rest.size() > dollars.size() &&
                       (rest[dollars.size()] == ' ' || rest[dollars.size()] == '\n')) {
                add(dollars, "$");
            } else {
                copy(1);
            }
        }
    }

    std::string text;
    std::vector<std::string> formulas;

  private:
    void copy(std::size_t size) {
        text += html_.substr(at_, size);
        at_ += size;
    }

    bool add_mathml(std::string_view rest) {
        const auto end = rest.find(mathml_end);
        if (end == std::string_view::npos) return false;
        std::string tex = tex_of_mathml(rest.substr(0, end));
        if (tex.empty()) return false;
        put(std::move(tex));
        at_ += end + mathml_end.size();
        return true;
    }

    void put(std::string tex) {
        formulas.push_back(std::move(tex));
        text.append(formula_mark).append(std::to_string(formulas.size())).append(formula_end);
    }

    void add(std::string_view begin, std::string_view end) {
        const std::string_view near = html_.substr(at_ + begin.size(), longest);
        const auto size = near.find(end);
        std::string tex;
        if (size != std::string_view::npos) tex = without_settings(tex_of(near.substr(0, size)));
        if (strings::trimmed(tex).empty()) return copy(begin.size());
        put(std::string(strings::trimmed(tex)));
        at_ += begin.size() + size + end.size();
    }

    std::string_view html_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> mark_wordpress_formulas(std::string& html) {
    const bool may_have = html.find(shortcode) != std::string::npos ||
                          html.find(dollars) != std::string::npos ||
                          html.find(mathml) != std::string::npos;
    if (!may_have) return {};
    Marker marker(html);
    marker.run();
    html = std::move(marker.text);
    return std::move(marker.formulas);
}

}  // namespace broadsheet::press
