#include <doctest/doctest.h>

#include <array>
#include <string>

#include "press/shortcodes/shortcode_functions.h"
#include "press/shortcodes/shortcode_run.h"
#include "press/shortcodes/templates.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

constexpr TemplateLanguage go = TemplateLanguage::go;
constexpr TemplateLanguage tera = TemplateLanguage::tera;

std::optional<std::string> variable(std::string_view name) {
    if (name == "page.title") return "A & B";
    if (name == "page.url") return "/a/";
    if (name == "site.title") return "The Paper";
    if (name == "site.baseurl") return "";
    return std::nullopt;
}

// What the template gives, or "error: …".
std::string run(std::string_view text, TemplateLanguage language, std::string_view arguments,
                std::string inner = "") {
    const ShortcodeTemplate parsed = parse_shortcode_template(text, language);
    if (parsed.error) {
        return "error: " + std::to_string(parsed.error->position.line) + ":" +
               std::to_string(parsed.error->position.column) + ": " + parsed.error->what + "; " +
               parsed.error->remedy;
    }
    const TemplateArguments given = parse_template_arguments(arguments);
    ShortcodeCall call;
    call.arguments = &given;
    call.inner = std::move(inner);
    call.ordinal = 2;
    call.variable = variable;
    const ShortcodeResult result = run_shortcode(parsed, call);
    return result.error.empty() ? result.text : "error: " + result.error;
}

struct Case {
    const char* text;
    const char* arguments;
    const char* expected;
    const char* inner = "";
};

}  // namespace

TEST_CASE("Hugo's templates of shortcodes") {
    for (const Case& each : {
             Case{"{{ .Get 0 }}-{{ .Get 1 }}-{{ .Get 2 }}", "x one two", "one-two-"},
             Case{"{{ .Get \"a\" }}{{ .Get \"b\" }}", "x a=\"1 < 2\"", "1 &lt; 2"},
             Case{"{{ .Get \"a\" | safeHTML }}", "x a=\"<b>\"", "<b>"},
             Case{"{{ .Inner }}", "x", "<b>*i*</b>", "<b>*i*</b>"},
             Case{"{{ .Inner | markdownify }}", "x", "<em>i</em>", "*i*"},
             Case{"{{ .Page.Title }} {{ .Site.Title }} {{ $.Page.RelPermalink }}", "x",
                  "A &amp; B The Paper /a/"},
             Case{"{{ with .Get \"a\" }}[{{ . }}]{{ else }}none{{ end }}", "x a=1", "[1]"},
             Case{"{{ with .Get \"a\" }}[{{ . }}]{{ else }}none{{ end }}", "x", "none"},
             Case{"{{ with $v := .Get 0 }}{{ $v }}{{ end }}", "x q", "q"},
             Case{"{{ if eq (.Get 0) \"a\" }}A{{ else if eq (.Get 0) \"b\" }}B{{ else }}C{{ end }}",
                  "x b", "B"},
             Case{"{{ if and (.Get 0) (not (.Get 1)) }}yes{{ end }}", "x q", "yes"},
             Case{"{{ $a := default \"d\" (.Get 0) }}{{ $a = upper $a }}{{ $a }}", "x", "D"},
             Case{"{{ .Get 0 | default \"d\" | upper | printf \"%s-%d%%\" \"n\" }}", "x", "n-D%"},
             Case{"{{ range $i, $e := split (.Get 0) \",\" }}{{ $i }}{{ $e }} {{ end }}",
                  "x \"a,b\"", "0a 1b "},
             Case{"{{ range .Params }}<i>{{ . }}</i>{{ else }}empty{{ end }}", "x", "empty"},
             Case{"{{ range seq 3 }}{{ . }}{{ end }}{{ len (.Get 0) }}", "x äö", "1232"},
             Case{"{{ if .IsNamedParams }}{{ .Params.a }}{{ else }}{{ index .Params 0 }}{{ end }}",
                  "x q", "q"},
             Case{"{{ if isset .Params \"a\" }}{{ index .Params \"a\" }}{{ end }}", "x a=1", "1"},
             Case{"a {{- /* } }} */ -}} b", "x", "ab"},
             Case{"{{ `raw \"}}\"` }}{{ .Ordinal }}{{ .Name }}", "x", "raw &quot;}}&quot;2x"},
             Case{"{{ cond (gt (.Get 0) 2) \"more\" \"less\" }}", "x 10", "more"},
             Case{"{{ replace (.Get 0) \"a\" \"b\" | humanize }} {{ add 1 2 }} {{ div 1 4 }}",
                  "x ca-t", "Cb t 3 0.25"},
             Case{"{{ .Inner | .Page.RenderString }}|{{ $.Page.RenderString (dict \"display\" "
                  "\"block\") .Inner }}",
                  "x", "<em>i</em>|<em>i</em>", "*i*"},
             Case{"{{ $d := dict \"a\" 1 \"b\" 2 }}{{ index $d \"b\" }}{{ index $d \"c\" | default "
                  "9 }}{{ range $k, $v := $d }} {{ $k }}={{ $v }}{{ end }}",
                  "x", "29 a=1 b=2"},
             Case{"{{ \"i.png\" | relURL }} {{ absURL \"/i.png\" }} {{ relURL \"https://x/\" }}",
                  "x", "/i.png /i.png https://x/"},
             Case{"{{ site.Title }} {{ site.BaseURL }}{{ page.Title }}", "x",
                  "The Paper A &amp; B"},
             Case{"{{ .Inner | markdownify | chomp }}{{ htmlUnescape \"&lt;b\" }}", "x",
                  "<em>i</em>&lt;b", "*i*\n\n"},
             Case{"{{ substr \"h\xC3\xA4llo\" 1 3 }} {{ substr \"hello\" -2 }} {{ substr \"a\" 5 "
                  "}}{{ "
                  "truncate 2 \"hello\" }}",
                  "x", "\xC3\xA4ll lo he…"},
             Case{"{{ first 2 (slice 1 2 3) }} {{ last 5 (slice 1 2) }} {{ path.Base \"/x/y.z\" }} "
                  "{{ "
                  "math.Add 1 2 }}",
                  "x", "1 2 1 2 y.z 3"},
             Case{"{{ if .Page.File.Ext | eq \"md\" }}M{{ end }}{{ T \"key\" | default \"d\" }}{{ "
                  "warnf "
                  "\"%s\" .Position }}",
                  "x", "Md"},
             Case{"{{ if .Get 0 }}a{{ else }}{{ errorf \"%q is missing\" .Name }}{{ end }}", "x",
                  "error: its template says: \"x\" is missing"},
         }) {
        INFO(each.text);
        CHECK(run(each.text, go, each.arguments, each.inner) == each.expected);
    }
}

TEST_CASE("Zola's templates of shortcodes") {
    for (const Case& each : {
             Case{"{{ name }}-{{ other }}", "x(name=\"<Z>\")", "&lt;Z&gt;-"},
             Case{"{{ name | safe }}", "x(name=\"<b>\")", "<b>"},
             Case{"{{ body | markdown | safe }}", "x", "<p><em>i</em></p>", "*i*"},
             Case{"{{ body | markdown(inline=true) }}", "x", "<em>i</em>", "*i*"},
             Case{"{% if n == 1 and not b %}one{% elif n > 1 %}more{% else %}none{% endif %}",
                  "x(n=3)", "more"},
             Case{"{% if name is defined %}{{ name }}{% else %}-{% endif %}", "x", "-"},
             Case{"{{ name | default(value=\"d\") | upper }}", "x", "D"},
             Case{"{% set a = \"b\" ~ n %}{{ a }} {{ n * 2 + 1 }}", "x(n=3)", "b3 7"},
             Case{"{% for t in tags | split(pat=\",\") %}<i>{{ t | trim }}</i>{% endfor %}",
                  "x(tags=\"a, b\")", "<i>a</i><i>b</i>"},
             Case{"{% for i in range(end=3) %}{{ i }}{% else %}none{% endfor %}", "x", "012"},
             Case{"{% for i in range(end=2) %}{{ loop.index }}{% if loop.last %}!{% endif %}{% "
                  "endfor "
                  "%}",
                  "x", "12!"},
             Case{"{% if name is starting_with(\"a\") and name is not containing(\"z\") %}yes{% "
                  "endif "
                  "%}",
                  "x(name=\"abc\")", "yes"},
             Case{"{% if \"a\" in [\"a\", \"b\"] %}in{% endif %}{# a }} comment #}", "x", "in"},
             Case{"{{ page.title | replace(from=\"&\", to=\"and\") }}, {{ config.title }}, {{ nth "
                  "}}",
                  "x", "A and B, The Paper, 3"},
         }) {
        INFO(each.text);
        CHECK(run(each.text, tera, each.arguments, each.inner) == each.expected);
    }
}

TEST_CASE("a template says what it uses that is not known, and where") {
    struct Bad {
        TemplateLanguage language;
        const char* text;
        const char* error;
    };
    for (const Bad& each : {
             Bad{go, "a\n  {{ findRE \"x\" .Inner }}",
                 "2:6: unknown function \"findRE\" in a shortcode; write what it gives "
                 "instead of it"},
             Bad{go, "{{ .Get 0 | markdwonify }}",
                 "1:13: unknown function \"markdwonify\" in a shortcode; did you mean "
                 "\"markdownify\"?"},
             Bad{go, "{{ .Page.GetPage 0 }}",
                 "1:4: unknown variable \".Page.GetPage\" in a shortcode; write what it gives "
                 "instead of it"},
             Bad{go, "{{ .Parents }}",
                 "1:4: unknown variable \".Parents\" in a shortcode; write what it gives instead "
                 "of it"},
             Bad{go, "{{ if .Inner }}", "1:4: the block is not closed; add {{ end }}"},
             Bad{go, "{{ range .Params }}", "1:4: the loop is not closed; add {{ end }}"},
             Bad{go, "x{{ end }}", "1:2: \"end\" closes nothing; remove it"},
             Bad{go, "{{ .Get 0", "1:1: the tag is not closed; add }}"},
             Bad{go, "{{ .Get ) }}",
                 "1:9: the expression cannot be read; correct it, or write HTML instead"},
             Bad{tera, "{{ a | shout }}",
                 "1:8: unknown filter \"shout\" in a shortcode; write what it gives instead of it"},
             Bad{tera, "{% include \"x\" %}",
                 "1:1: unknown tag \"include\" in a shortcode; write what it gives instead of it"},
             Bad{tera, "{{ page.date }}",
                 "1:4: unknown variable \"page.date\" in a shortcode; did you mean "
                 "\"page.title\"?"},
             Bad{tera, "{% if a is matching(\"x\") %}{% endif %}",
                 "1:12: unknown test \"matching\" in a shortcode; write what it gives instead of "
                 "it"},
             Bad{tera, "{% for a of b %}{% endfor %}",
                 "1:4: the expression cannot be read; correct it, or write HTML instead"},
             Bad{tera, "{% if a %}{% elif b %}", "1:4: the block is not closed; add {% endif %}"},
         }) {
        INFO(each.text);
        CHECK(run(each.text, each.language, "x") == std::string("error: ") + each.error);
    }
}

TEST_CASE("templates end, whatever they ask for") {
    std::string loops = "x";
    for (int i = 0; i < 6; ++i) loops = "{{ range seq 900 }}" + loops + "{{ end }}";
    CHECK(run(loops, go, "x") == "error: its template runs too long");
    CHECK(run("{{ seq 1 100000 }}", go, "x") == "error: \"seq\" gives too much");
    CHECK(run("{{ range seq 900 }}{{ $.Inner }}{{ end }}", go, "x", std::string(1000, 'i')) ==
          "error: its template writes too much");
    std::string deep;
    for (int i = 0; i < 60; ++i) deep += "{{ if true }}";
    CHECK(run(deep, go, "x").find("the blocks are nested too deeply") != std::string::npos);
    const std::string brackets = "{{ " + std::string(5000, '(') + " }}";
    CHECK(run(brackets, go, "x").find("the expression is nested too deeply") != std::string::npos);
    CHECK(run(brackets, tera, "x").find("the expression is nested too deeply") !=
          std::string::npos);
    std::string negations = "{% if ";
    for (int i = 0; i < 5000; ++i) negations += "not ";
    CHECK(run(negations + "a %}{% endif %}", tera, "x").starts_with("error: "));
}

TEST_CASE("HTML keeps its meaning within Markdown") {
    for (const auto& [html, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"<i>a_b_ *c*</i>", "a_b_ *c*"},
             {"<div>\n\n    indented\n\n# no heading\n- no list\n1. none\n</div>",
              "indented # no heading - no list 1. none"},
             {"<pre>a\n\n  b</pre>", "a\n\n  b"},
             {"<!-- <b> -->x < y", "x < y"},
             {"<a\n\n title='>'>x</a>", "x"},
         }) {
        const char* const given = html;
        INFO(given);
        const std::string result = html_within_markdown(html);
        CHECK(result.find("\n\n") == std::string::npos);
        std::string shown = model::plain_text(parse_markdown(result).document);
        for (char& c : shown) {
            if (c == '\n' && std::string_view(html).find("<pre>") == std::string_view::npos)
                c = ' ';
        }
        while (shown.ends_with('\n')) shown.pop_back();
        CHECK(shown == text);
    }
}

namespace {

std::string expanded(std::string_view text, const SiteShortcode& own,
                     Generator generator = Generator::plain, Diagnostics* problems = nullptr) {
    TemplateContext context;
    context.generator = generator;
    context.shortcode = [&](std::string_view name) { return name == "own" ? &own : nullptr; };
    Expanded result = expand_templates(text, context);
    if (problems != nullptr) *problems = std::move(result.diagnostics);
    return result.text;
}

SiteShortcode shortcode(std::string_view text, TemplateLanguage language = go) {
    return {"shortcodes/own.html", parse_shortcode_template(text, language)};
}

}  // namespace

TEST_CASE("shortcodes of the site in an article") {
    const SiteShortcode plain = shortcode("<b>{{ .Get 0 }}</b>\n");
    CHECK(expanded("a {{< own x >}} b `{{< own y >}}`", plain) == "a <b>x</b> b `{{< own y >}}`");
    CHECK(expanded("a\n{{< own x >}}\nb", plain) == "a\n\n\n<b>x</b>\n\n\nb");
    CHECK(expanded("{{% own *x* %}}", plain) == "<b>*x*</b>\n");
    const SiteShortcode box = shortcode("<div>{{ .Inner | markdownify }}</div>");
    CHECK(expanded("{{< own >}}a {{< own >}}*b*{{< /own >}} c{{< /own >}}", box) ==
          "\n\n<div>a <div><em>b</em></div> c</div>\n\n");
    CHECK(expanded("{{< own />}} x", box) == "<div></div> x");
    const SiteShortcode zola = shortcode("<b>{{ body }}</b>", tera);
    CHECK(expanded("{% own() %}x{% end %}", zola, Generator::zola) == "\n\n<b>x</b>\n\n");
}

TEST_CASE("problems of a site's shortcodes have a place") {
    Diagnostics problems;
    const SiteShortcode box = shortcode("<div>{{ .Inner }}</div>");
    CHECK(expanded("a\n{{< own >}} b", box, Generator::plain, &problems) == "a\n{{&lt; own >}} b");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == "shortcode \"own\" is not closed");
    CHECK(problems[0].position.line == 2);
    const SiteShortcode bad = shortcode("\n{{ getJSON \"x\" }}");
    expanded("{{< own >}}{{< own >}}", bad, Generator::plain, &problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == Severity::error);
    CHECK(problems[0].path == "shortcodes/own.html");
    CHECK(problems[0].position.line == 2);
    CHECK(problems[0].position.column == 4);
    const SiteShortcode endless =
        shortcode("{{ range seq 900 }}{{ range seq 900 }}x{{ end }}{{ end }}");
    expanded("a {{< own >}}", endless, Generator::plain, &problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == "shortcode \"own\" cannot be used: its template runs too long");
    CHECK(problems[0].remedy == "simplify its template, shortcodes/own.html:1");
    const SiteShortcode wanting = shortcode("x\n<p>\n{{ partial \"p/x.html\" . }}");
    expanded("a {{< own >}}", wanting, Generator::hugo, &problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what ==
          "shortcode \"own\" cannot be used: its template wants the partial "
          "\"p/x\", which is not there");
    CHECK(problems[0].remedy == "simplify its template, shortcodes/own.html:3");
}

// Written after what themes' shortcodes do. Those that need other pages or data cannot work.
TEST_CASE("shortcodes such as themes have") {
    struct Theme {
        TemplateLanguage language;
        const char* text;
        const char* arguments;
        const char* inner;
        const char* expected;
    };
    for (const Theme& each : {
             Theme{go,
                   "{{ $type := .Get \"type\" | default (.Get 0) | default \"info\" }}<div "
                   "class=\"notice {{ $type }}\" {{ if len .Params | eq 2 }}id=\"{{ .Get 1 "
                   "}}\"{{ end }}>{{ .Inner | markdownify }}</div>",
                   "notice tip", "*x*", "<div class=\"notice tip\" ><em>x</em></div>"},
             Theme{go,
                   "<a href=\"{{ .Get \"href\" | safeURL }}\"{{ with .Get \"target\" }} "
                   "target=\"{{ . }}\"{{ end }} role=\"button\">{{ .Inner | safeHTML }}</a>",
                   "button href=\"/a\" target=\"_blank\"", "Go",
                   "<a href=\"/a\" target=\"_blank\" role=\"button\">Go</a>"},
             Theme{go,
                   "<details{{ if eq (.Get \"open\") \"true\" }} open{{ end }}><summary>{{ .Get "
                   "\"title\" | markdownify }}</summary>{{ .Inner | markdownify }}</details>",
                   "expand title=\"*T*\"", "x",
                   "<details><summary><em>T</em></summary>x</details>"},
             Theme{go,
                   "<figure>{{ $alt := .Get \"alt\" }}{{ if not $alt }}{{ $alt = .Get \"caption\" "
                   "| plainify }}{{ end }}<img src=\"{{ .Get \"src\" }}\" alt=\"{{ $alt }}\">{{ "
                   "with .Get \"caption\" }}<figcaption>{{ . | markdownify }}</figcaption>{{ end "
                   "}}</figure>",
                   "image src=a.png caption=\"A <b>c</b>\"", "",
                   "<figure><img src=\"a.png\" alt=\"A c\"><figcaption>A "
                   "<b>c</b></figcaption></figure>"},
             Theme{go, "{{- range split (.Get 0) \"+\" -}}<kbd>{{ trim . \" \" }}</kbd>{{- end -}}",
                   "keys \"Ctrl + C\"", "", "<kbd>Ctrl</kbd><kbd>C</kbd>"},
             Theme{go,
                   "<blockquote>{{ .Inner | markdownify }}{{ if or (.Get \"author\") (.Get "
                   "\"source\") }}<cite>{{ .Get \"author\" }}{{ with .Get \"source\" }}, {{ . "
                   "}}{{ end }}</cite>{{ end }}</blockquote>",
                   "quote author=\"A\" source=\"S\"", "x",
                   "<blockquote>x<cite>A, S</cite></blockquote>"},
             Theme{tera,
                   "<iframe src=\"https://www.youtube-nocookie.com/embed/{{ id }}{% if start "
                   "%}?start={{ start }}{% endif %}\" title=\"{{ title | default(value='Video') "
                   "}}\"></iframe>",
                   "yt(id=\"i\", start=3)", "",
                   "<iframe src=\"https://www.youtube-nocookie.com/embed/i?start=3\" "
                   "title=\"Video\"></iframe>"},
             Theme{tera,
                   "{% set kind = type | default(value=\"note\") %}<aside class=\"{{ kind "
                   "}}\"><p>{{ title | default(value=kind) | upper }}</p>{{ body | markdown | safe "
                   "}}</aside>",
                   "admonition(type=\"tip\")", "x",
                   "<aside class=\"tip\"><p>TIP</p><p>x</p></aside>"},
             Theme{go, "{{ $r := .Page.Resources.Match \"g/*\" }}", "gallery", "",
                   "error: 1:10: unknown variable \".Page.Resources.Match\" in a shortcode; write "
                   "what it gives instead of it"},
         }) {
        INFO(each.text);
        CHECK(run(each.text, each.language, each.arguments, each.inner) == each.expected);
    }
}

}  // namespace broadsheet::press
