#include "theme/stylesheet.h"

#include <cmath>

namespace broadsheet::theme {

namespace {

constexpr std::array<std::string_view, ink_count> ink_names = {
    "ink",  "soft", "rule",    "hairline", "wash",    "paper", "accent",
    "link", "none", "keyword", "string",   "comment", "name"};

std::string number(float value) {
    // Prints three decimals without trailing zeros. It does not use printf, because a locale could
    // change the decimal point.
    const bool negative = value < 0;
    const auto thousandths = std::llround(std::fabs(static_cast<double>(value)) * 1000);
    std::string out = negative && thousandths != 0 ? "-" : "";
    out += std::to_string(thousandths / 1000);
    if (const auto rest = thousandths % 1000; rest != 0) {
        std::string digits = std::to_string(rest);
        digits.insert(0, 3 - digits.size(), '0');
        while (digits.back() == '0') digits.pop_back();
        out += "." + digits;
    }
    return out;
}

std::string pixels(float value) { return value == 0 ? "0" : number(value) + "px"; }

// A length of an article's text, which follows the browser's font size and the reader's choice. The
// unit of `value` is a pixel where neither changes it.
std::string text_units(const std::string& value) { return "calc(" + value + "*var(--text-unit))"; }

std::string ink_value(Ink ink) {
    if (ink == Ink::none) return "transparent";
    return "var(--" + std::string(ink_names[static_cast<std::size_t>(ink)]) + ")";
}

std::string border_value(const Border& border) {
    return pixels(border.width) + (border.double_line ? " double " : " solid ") +
           ink_value(border.ink);
}

std::string color_value(Color color) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue}) {
        out += digits[part >> 4];
        out += digits[part & 15];
    }
    return out;
}

std::string tracks_value(const Tracks& tracks) {
    std::string out;
    for (const Track track : tracks) {
        if (track == 0) break;
        if (!out.empty()) out += ' ';
        out += track > 0 ? pixels(track) : "minmax(0," + number(-track) + "fr)";
    }
    return out;
}

std::string_view display_value(Display display) {
    switch (display) {
        case Display::block: return "display:block;";
        case Display::column: return "display:flex;flex-direction:column;";
        case Display::row: return "display:flex;flex-direction:row;";
        case Display::grid: return "display:grid;align-content:start;align-items:start;";
        case Display::none: return "display:none;";
        case Display::inline_: return "display:inline;line-height:0;";
        case Display::picture: return "display:block;width:100%;height:auto;object-fit:cover;";
        case Display::scroller:
            return "display:block;overflow-x:auto;overflow-y:hidden;scrollbar-width:none;";
        case Display::table: return "display:table;border-spacing:0;border-collapse:separate;";
        case Display::even_table:
            return "display:table;table-layout:fixed;width:100%;border-spacing:0;";
        case Display::hidden_until_focus: return "position:absolute;";
        case Display::popover:
            return "display:flex;flex-direction:column;position:absolute;top:100%;z-index:2;";
        case Display::fixed:
            return "display:flex;flex-direction:column;position:fixed;inset:auto 0 0;z-index:3;";
    }
    return "";
}

template <typename Names>
void append_choice(std::string& out, std::string_view property, const Names& names,
                   std::size_t choice) {
    out += property;
    out += ':';
    out += names[choice];
    out += ';';
}

// The place that stays visible of cropped pictures; pages have no styles of their own.
std::string focus_rules() {
    std::string out = "[class*=focus-]{object-position:var(--focus-x,50%) var(--focus-y,50%)}\n";
    for (const char* axis : {"x", "y"}) {
        for (int step = 0; step <= 10; ++step) {
            if (step == 5) continue;
            out += std::string(".focus-") + axis + "-" + std::to_string(step) + "{--focus-" + axis +
                   ":" + std::to_string(step * 10) + "%}";
        }
        out += '\n';
    }
    return out;
}

class Printer {
  public:
    explicit Printer(const Theme& theme) : theme_(theme) {}

    // `scaled`: sizes depend on the reader's text size.
    std::string declarations(const Declaration& d, bool scaled) const {
        std::string out;
        const auto length = [&](std::string_view name, const std::optional<float>& value) {
            if (value) out += std::string(name) + ":" + pixels(*value) + ";";
        };
        const auto border = [&](std::string_view name, const std::optional<Border>& value) {
            if (value) out += std::string(name) + ":" + border_value(*value) + ";";
        };
        if (d.display) out += display_value(*d.display);
        length("max-width", d.max_width);
        length("width", d.width);
        length("min-height", d.min_height);
        if (d.centered && *d.centered) out += "width:100%;margin-inline:auto;";
        if (d.width) out += "width:" + pixels(*d.width) + ";";
        if (d.anchor) out += *d.anchor ? "position:relative;" : "position:static;";
        if (d.side) {
            static constexpr std::array<std::string_view, 3> sides = {"0", "0 auto", "auto 0"};
            append_choice(out, "inset-inline", sides, static_cast<std::size_t>(*d.side));
        }
        length("margin-top", d.margin_top);
        length("padding-top", d.padding_top);
        length("padding-bottom", d.padding_bottom);
        length("padding-inline-start", d.padding_start);
        length("padding-inline-end", d.padding_end);
        border("border-top", d.border_top);
        border("border-bottom", d.border_bottom);
        border("border-inline-start", d.border_start);
        if (d.background) out += "background:" + ink_value(*d.background) + ";";
        length("border-radius", d.radius);
        if (d.aspect) out += "aspect-ratio:" + number(*d.aspect) + ";";
        length("row-gap", d.row_gap);
        length("column-gap", d.column_gap);
        if (d.tracks) out += "grid-template-columns:" + tracks_value(*d.tracks) + ";";
        append_arrangement(out, d);
        append_text(out, d, scaled);
        return out;
    }

  private:
    static void append_arrangement(std::string& out, const Declaration& d) {
        static constexpr std::array<std::string_view, 4> justify = {"flex-start", "center",
                                                                    "space-between", "flex-end"};
        static constexpr std::array<std::string_view, 4> align = {"stretch", "flex-start", "center",
                                                                  "flex-end"};
        if (d.justify) {
            append_choice(out, "justify-content", justify, static_cast<std::size_t>(*d.justify));
        }
        if (d.align) append_choice(out, "align-items", align, static_cast<std::size_t>(*d.align));
        if (d.wrap && *d.wrap) out += "flex-wrap:wrap;";
        if (d.shrinks) out += *d.shrinks ? "flex:0 1 auto;min-width:0;" : "flex:none;";
    }

    void append_text(std::string& out, const Declaration& d, bool scaled) const {
        static constexpr std::array<std::string_view, 4> text_align = {"start", "center", "end",
                                                                       "justify"};
        const auto text_length = [&](float value) {
            return scaled ? text_units(number(value)) : pixels(value);
        };
        if (d.family) {
            append_choice(out, "font-family", theme_.families, static_cast<std::size_t>(*d.family));
        }
        if (d.size) out += "font-size:" + text_length(*d.size) + ";";
        if (d.relative_size) out += "font-size:" + number(*d.relative_size) + "em;";
        if (d.line_height) out += "line-height:" + text_length(*d.line_height) + ";";
        if (d.weight) out += "font-weight:" + std::to_string(*d.weight) + ";";
        if (d.italic) out += *d.italic ? "font-style:italic;" : "font-style:normal;";
        if (d.tracking) out += "letter-spacing:" + number(*d.tracking) + "em;";
        if (d.letter_case) {
            out += *d.letter_case == Case::upper ? "text-transform:uppercase;"
                                                 : "text-transform:none;";
        }
        // The text layer hides the text's colour but shows its underlines in it.
        if (d.ink) out += "color:" + ink_value(*d.ink) + ";--own:" + ink_value(*d.ink) + ";";
        if (d.text_align) {
            append_choice(out, "text-align", text_align, static_cast<std::size_t>(*d.text_align));
        }
        if (d.white_space) {
            out += *d.white_space == WhiteSpace::preserve ? "white-space:pre;tab-size:4;"
                                                          : "white-space:normal;";
        }
        if (d.balance) out += *d.balance ? "text-wrap:balance;" : "text-wrap:wrap;";
        if (d.underline) {
            out += *d.underline == Underline::always ? "text-decoration:underline;"
                                                     : "text-decoration:none;";
        }
        if (d.strike && *d.strike) out += "text-decoration:line-through;";
        if (d.highlight) out += "background:" + ink_value(*d.highlight) + ";";
        // Browsers raise <sup> and lower <sub> by themselves.
        if (d.shift) {
            out += "vertical-align:baseline;position:relative;top:" + number(*d.shift) + "em;";
        }
    }

    const Theme& theme_;
};

void append_palette(std::string& out, const Palette& palette) {
    for (std::size_t i = 0; i < palette.size(); ++i) {
        if (static_cast<Ink>(i) == Ink::none) continue;
        out += "--" + std::string(ink_names[i]) + ":" + color_value(palette[i]) + ";";
    }
}

void append_rules(std::string& out, const Printer& printer, Declaration Rule::*part,
                  bool formulas) {
    for (const Rule* rule : all_rules()) {
        if (!formulas && rule->selector.starts_with(".formula")) continue;
        const std::string body = printer.declarations(rule->*part, follows_text_size(*rule));
        if (!body.empty()) out += std::string(rule->selector) + "{" + body + "}\n";
        const auto& display = (rule->*part).display;
        if (display != Display::row) continue;
        // In a row of several lines, text that is wider than the row breaks, as in the layout.
        const bool wraps = (rule->*part).wrap.value_or(false);
        out += std::string(rule->selector) +
               (wraps ? ">*{flex:none;max-width:100%}\n" : ">*{flex:none}\n");
    }
}

// Selects the root if a setting has the value, by the reader's choice or by default.
std::string chosen(std::string_view setting, std::string_view value, bool by_default) {
    const std::string attribute = "[data-" + std::string(setting);
    const std::string is_value = attribute + "=" + std::string(value) + "]";
    return by_default ? ":root:is(:not(" + attribute + "])," + is_value + ")" : ":root" + is_value;
}

// The canvas breaks lines better than browsers can. This is what the HTML has of it.
void append_lines(std::string& out, const TextDefaults& text) {
    const std::string justified = chosen("justify", "on", text.justified);
    // The items of tight lists, too: compute.cpp.
    const std::string texts =
        " .prose "
        ":is(p,:is(li,dd):not(:has(>:is(p,dl,pre,div,table,figure,section,details,blockquote,"
        "hr,h1,h2,h3,h4,h5,h6,iframe,audio,video,form))))";
    out += justified + texts +
           "{text-align:justify;text-autospace:normal;text-spacing-trim:normal" +
           (text.hyphens ? ";hyphens:auto" : "") + "}\n";
    if (text.hyphens) out += justified + " .prose p :is(code,kbd){hyphens:none}\n";
    out += chosen("justify", "even", text.even) + texts + "{text-wrap:pretty}\n";
    // Only Safari knows it.
    out += chosen("hang", "on", text.hanging) + justified.substr(std::string_view(":root").size()) +
           texts + "{hanging-punctuation:first allow-end last}\n";
}

// `turn_upright` in compute.cpp does the same for the canvas.
void append_italics(std::string& out) {
    out += ".prose :is(blockquote,cite,em) em{font-style:normal}\n";
    std::string languages;
    for (std::size_t at = 1; at < upright_languages.size();) {
        const std::size_t end = upright_languages.find(' ', at);
        languages.append(languages.empty() ? ":lang(" : ",:lang(");
        languages.append(upright_languages.substr(at, end - at)).append(")");
        at = end + 1;
    }
    out += ":root :is(" + languages + "){font-style:normal}:root .prose em:is(" + languages +
           "){font-weight:700}\n";
}

void append_drop_cap(std::string& out, const TextDefaults& text, Breakpoint breakpoint) {
    const DropCap cap = drop_cap_of(breakpoint);
    const std::string root = chosen("caps", "on", text.drop_caps);
    // The letter must not reach beyond its paragraph.
    out += root + " .opening{min-height:" + number(static_cast<float>(cap.lines)) + "lh}" + root +
           " .opening::first-letter{float:left;font-size:" + text_units(number(cap.size)) +
           ";line-height:" + text_units(number(cap.line_height)) + ";margin:" +
           text_units("(" + number(cap.margin_top) + " - " + number(cap.per_rise) + "*var(--rise," +
                      number(usual_rise) + "))") +
           " " + text_units(number(cap.gap)) + " 0 " + text_units(number(-cap.hang)) + "}\n";
}

void append_paragraphs(std::string& out, const Theme& theme, const TextDefaults& text) {
    // web/settings.js looks for these.
    out += chosen("caps", "on", text.drop_caps) + "{--initial:" + theme.families[0] + "}\n" +
           chosen("caps", "on", text.drop_caps) +
           "[data-face=sans]{--initial:" + theme.families[1] + "}\n";
    append_drop_cap(out, text, Breakpoint::phone);
    out += "@media (min-width:" + pixels(tablet_width) + "){";
    append_drop_cap(out, text, Breakpoint::tablet);
    out += "}\n";
    // is_plain_paragraph
    const std::string plain = "p:not([class]:not(.opening),[align])";
    out += chosen("indent", "on", text.indented) + " :is(.prose,.prose blockquote)>" + plain + "+" +
           plain + "{margin-top:0;text-indent:" + number(paragraph_indent) + "em}\n";
    out += chosen("figures", "lining", text.figures == Figures::lining) +
           "{font-variant-numeric:lining-nums}\n";
    out += chosen("figures", "old", text.figures == Figures::old_style) +
           "{font-variant-numeric:oldstyle-nums}\n";
}

// Rules for the attributes of <html> that web/settings.js sets before the first paint. `adjust` in
// compute.cpp does the same for the canvas.
void append_reading_settings(std::string& out, const Theme& theme, const TextDefaults& text) {
    for (int step = smallest_text_step; step <= largest_text_step; ++step) {
        if (step == 0) continue;
        out += ":root[data-text=\"" + std::to_string(step) + "\"]{--text-unit:calc(0.0625rem*" +
               number(text_scale(step)) + ")}\n";
    }
    out += ":root[data-face=sans] .prose,:root[data-face=sans] .standfirst{font-family:" +
           std::string(theme.families[1]) + "}\n";
    out += ":root[data-measure=narrow] .prose{max-width:" + pixels(narrow_prose) + "}\n";
    out += ":root[data-measure=wide] .article-grid{max-width:" + pixels(wide_article_page) + "}\n";
    append_lines(out, text);
    append_italics(out);
    append_paragraphs(out, theme, text);
}

// Resets that the box model of theme.h assumes.
constexpr std::string_view foundation =
    "*,*::before,*::after{box-sizing:border-box;margin:0;padding:0;border:0;font:inherit;"
    "letter-spacing:inherit;color:inherit;text-decoration:none;background:none}\n"
    "html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%;"
    "scroll-padding-top:16px}\n"
    "body{background:var(--paper);color:var(--ink);--own:var(--ink);overflow-x:clip;"
    "font-kerning:normal;text-rendering:geometricPrecision;-webkit-font-smoothing:antialiased;"
    "text-autospace:no-autospace;text-spacing-trim:space-all;line-break:strict}\n"
    // Japanese is set without kerning, and canvases never kern kana.
    ":lang(ja){font-kerning:none}\n"
    "#page{position:relative;min-height:100vh;font-weight:400;font-size:17px;line-height:28px}\n"
    "ul,ol{list-style:none}\n"
    "a{-webkit-tap-highlight-color:transparent;text-decoration-thickness:1px;"
    "text-underline-offset:0.18em}\n"
    "a:hover{text-decoration-line:underline}\n"
    "p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,figcaption,a,summary,.code-language{overflow-wrap:"
    "break-word}\n"
    ":focus-visible{outline:2px solid var(--accent);outline-offset:3px}\n"
    "th,td{vertical-align:top;text-align:start;font-weight:inherit}\n"
    "[align=left]{text-align:start}[align=center]{text-align:center}[align=right]{text-align:end}\n"
    ".page>*{width:100%}\n"
    ".skip-link{inset-block-start:8px;inset-inline-start:-9999px;z-index:3;padding:12px 18px;"
    "background:var(--paper);color:var(--link)}\n"
    ".skip-link:focus{inset-inline-start:8px}\n"
    ".calendar th,.calendar td{text-align:center}\n"
    ".prose li{position:relative}\n"
    ".prose ul>li::before,.prose ol>li::before{position:absolute;inset-inline-end:100%;"
    "margin-inline-end:10px;content:\"\\2022\"}\n"
    ".prose ol>li::before{content:counter(list-item)\".\";white-space:nowrap}\n"
    // Chromium's counters know nothing of `value`.
    ".prose ol>li[data-number]::before{content:attr(data-number)\".\"}\n"
    ".prose li:has(>input)::before{content:none}\n"
    ".prose li>input{position:absolute;inset-inline-end:100%;margin-inline-end:10px;"
    "width:14px;height:14px;margin-top:8px}\n"
    ".prose img{max-width:100%;height:auto;vertical-align:bottom}\n"
    ".enlarge{cursor:zoom-in}\n"
    // `isolates_of` in layout/collect_text.cpp does the same.
    "[dir=rtl] :is(pre,code,kbd){direction:ltr;unicode-bidi:isolate}\n"
    ".prose pre code{font-size:inherit;line-height:inherit}\n"
    ".prose mark{color:inherit}\n"
    ".prose>:first-child,.prose td>:first-child,.prose th>:first-child,"
    ".comment-text>:first-child,:is(.prose,.comment-text,.prose td,.prose th)>"
    "blockquote:first-child>:first-child{margin-top:0}\n"
    ".search-input{width:100%;appearance:none;border-radius:0}.search-input::placeholder{"
    "color:var(--soft);opacity:1}.search-input:focus{outline:none}"
    ".search-input::-webkit-search-cancel-button{appearance:none}"
    ":is(.search-form,.search-form-large):focus-within{border-color:var(--accent)}\n"
    "summary{list-style:none;cursor:pointer}summary::-webkit-details-marker{display:none}\n"
    "button{cursor:pointer;text-align:start}button:hover{text-decoration-line:underline}\n"
    ".prose summary{position:relative}.prose summary::before{content:\"\\25B8\";"
    "position:absolute;inset-inline-start:0}.prose "
    "details[open]>summary::before{content:\"\\25BE\"}\n"
    ".contents{position:sticky;top:16px;max-height:calc(100vh - 32px);overflow-y:auto;"
    "scrollbar-width:none}\n"
    ".contents [aria-current]{color:var(--ink);border-color:var(--accent)}\n"
    ".scripted div.sidebar{min-height:100vh}\n"
    "iframe,audio{width:100%}\n"
    ".form-hidden{inset-inline-start:-9999px}.form-area{resize:none;height:168px}"
    ":is(.form-input,.form-area):focus{outline:2px solid var(--accent);outline-offset:0}"
    ":is(.form-input,.form-area,.form-box){color:var(--ink);accent-color:var(--accent)}\n"
    ".prose .recording-video{object-fit:contain}\n";

// Everything but formulas, which keep the browser's own styles: without these, their parts would
// all be of one size. Resets are printed with it in place of the selector for everything.
constexpr std::string_view not_formulas = ":where(:not(math,math *))";

// The classes are those of press/formulas/mathml.h. Browsers without MathML show the TeX.
constexpr std::string_view formula_rules =
    // Only fonts for formulas have signs that grow, and Chromium draws roots with no other.
    "math{font-family:\"Cambria Math\",\"STIX Two Math\",\"Latin Modern Math\",\"XITS Math\","
    "\"STIX Math\",\"TeX Gyre Termes Math\",\"DejaVu Math TeX Gyre\",\"Noto Sans Math\",math}\n"
    ".formula-display{margin:0}\n"
    "math .left{text-align:-webkit-left}math .right{text-align:-webkit-right}"
    "math .tight-before{padding-left:0}math .tight-after{padding-right:0}"
    "math .rule-after{border-right:1px solid}math .rule-below{border-bottom:1px solid}"
    "math .wide{width:100%}math .glue{width:50%}math .box{border:1px solid;padding:0.25em}"
    "math .strike-through{background:linear-gradient(transparent 47%,currentColor 47%,"
    "currentColor 53%,transparent 53%)}"
    "math .strike-up{background:linear-gradient(to top right,transparent 47%,currentColor 47%,"
    "currentColor 53%,transparent 53%)}"
    "math .strike-down{background:linear-gradient(to bottom right,transparent 47%,currentColor 47%,"
    "currentColor 53%,transparent 53%)}"
    "math .strike-up.strike-down{background:linear-gradient(to top right,transparent 47%,"
    "currentColor 47%,currentColor 53%,transparent 53%),linear-gradient(to bottom right,"
    "transparent 47%,currentColor 47%,currentColor 53%,transparent 53%)}\n"
    "@supports not (math-style:normal){math semantics>:first-child{display:none}"
    "math annotation{display:inline}}\n";

// Printing omits everything around an article and shows the URLs of links. These rules come last,
// because rules for the screen would otherwise show what they hide.
constexpr std::string_view print_rules =
    "@media print{#page{position:static}.top-bar,.main-menu-band,.sidebar,.neighbours,.contents,"
    ".contents-inline,.share,.related-bar,.comments,.advertisement,.prose "
    "button,.phone-menu,.consent,"
    ".footer,.skip-link{display:none}.prose a[href^=http]::after{content:\" (\" attr(href) \")\";"
    "font-size:0.8em;overflow-wrap:anywhere}.prose :is(h2,h3){break-after:avoid}"
    ".prose :is(figure,pre,tr,blockquote){break-inside:avoid}"
    ".prose :is(pre,.table-scroller){overflow:visible;white-space:pre-wrap}}\n";

}  // namespace

std::string stylesheet(const Theme& theme, const TextDefaults& text) {
    const Printer printer(theme);
    std::string out = ":root{--text-unit:0.0625rem;";
    append_palette(out, theme.light);
    out += "}\n@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){";
    append_palette(out, theme.dark);
    out += "}}\n:root[data-scheme=dark]{color-scheme:dark;";
    append_palette(out, theme.dark);
    out += "}\n:root[data-scheme=light]{color-scheme:light}\n";
    if (text.formulas) {
        out.append(not_formulas).append(foundation.substr(1));
    } else {
        out += foundation;
    }
    out += focus_rules();
    out += "body,.family-serif{font-family:" + std::string(theme.families[0]) + "}\n";
    // web/text.js reads the font families from these classes.
    out += ".family-sans{font-family:" + std::string(theme.families[1]) + "}\n";
    out += ".family-mono{font-family:" + std::string(theme.families[2]) + "}\n";
    append_rules(out, printer, &Rule::base, text.formulas);
    out += "@media (min-width:" + pixels(tablet_width) + "){\n";
    append_rules(out, printer, &Rule::tablet, text.formulas);
    out += "}\n@media (min-width:" + pixels(desktop_width) + "){\n";
    append_rules(out, printer, &Rule::desktop, text.formulas);
    out += "}\n";
    append_reading_settings(out, theme, text);
    for (int step = page::smallest_point_step; step <= page::largest_point_step; ++step) {
        out += ".points-" + std::to_string(step) +
               "{font-size:" + pixels(pixels_of_point_step(step)) + "}\n";
    }
    if (text.formulas) out += formula_rules;
    out += print_rules;
    return out;
}

}  // namespace broadsheet::theme
