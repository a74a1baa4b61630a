// What Hugo 0.169 and Tera 1 make of the constructs that shortcodes of well-known themes use.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "press/shortcodes/templates.h"

namespace broadsheet::press {

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

// The text with the shortcodes of a site that has these files. Only errors are reported.
std::string with_files(std::string_view text, const Files& shortcodes, const Files& partials = {},
                       TemplateLanguage language = TemplateLanguage::go) {
    std::map<std::string, SiteShortcode, std::less<>> own;
    for (const auto& [name, file] : shortcodes) {
        own[name] = {name + ".html", parse_shortcode_template(file, language)};
    }
    std::map<std::string, SiteShortcode, std::less<>> parts;
    for (const auto& [name, file] : partials) {
        parts[name] = {name + ".html",
                       parse_shortcode_template(file, language, TemplateUse::partial)};
    }
    const auto find = [](const auto& from, std::string_view name) {
        const auto found = from.find(name);
        return found == from.end() ? nullptr : &found->second;
    };
    TemplateContext context;
    context.generator = language == TemplateLanguage::go ? Generator::hugo : Generator::zola;
    context.shortcode = [&](std::string_view name) { return find(own, name); };
    context.partial = [&](std::string_view name) { return find(parts, name); };
    context.file_of = [](std::string_view name) -> std::optional<std::string> {
        if (name != "beside.png") return std::nullopt;
        return std::string(name);
    };
    context.address_of = [](std::string_view name) -> std::optional<std::string> {
        if (name != "other.md") return std::nullopt;
        return "/other/";
    };
    context.variable = [](std::string_view name) -> std::optional<std::string> {
        if (name == "page.title") return "Title";
        if (name == "site.color") return "green";
        return std::nullopt;
    };
    const Expanded made = expand_templates(text, context);
    if (!made.diagnostics.empty()) {
        return "error: " + made.diagnostics[0].what + "; " + made.diagnostics[0].remedy;
    }
    // Signs that would mean something in Markdown are written as numbers.
    std::string out;
    for (std::size_t i = 0; i < made.text.size(); ++i) {
        const std::size_t end = made.text.find(';', i);
        if (made.text.compare(i, 2, "&#") == 0 && end != std::string::npos) {
            out += static_cast<char>(std::stoi(made.text.substr(i + 2, end - i - 2)));
            i = end;
        } else {
            out += made.text[i];
        }
    }
    while (out.starts_with('\n')) out.erase(0, 1);
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

std::string with(std::string_view text, std::string_view file,
                 TemplateLanguage language = TemplateLanguage::go) {
    return with_files(text, {{"s", std::string(file)}}, {}, language);
}

}  // namespace

TEST_CASE("shortcodes within others know what is around them") {
    const Files tabs = {
        {"tabs",
         "{{ .Inner }}<ul>{{ range $i, $tab := .Scratch.Get \"tabs\" }}<li>{{ $i }} {{ "
         "$tab.Name }}: {{ .Content }}</li>{{ end }}</ul>"},
        {"tab",
         "{{ with .Parent }}{{ $.Parent.Scratch.Add \"tabs\" (slice (dict \"Name\" ($.Get "
         "0) \"Content\" $.Inner)) }}{{ end }}"}};
    CHECK(with_files("{{< tabs >}}{{< tab \"One\" >}}a{{< /tab >}}{{< tab \"Two\" >}}b{{< /tab "
                     ">}}{{< /tabs >}}",
                     tabs) == "<ul><li>0 One: a</li><li>1 Two: b</li></ul>");
    const Files numbered = {
        {"box", "{{ .Inner }}"},
        {"part",
         "{{ .Parent.Name }}{{ .Parent.Ordinal }}.{{ .Ordinal }}{{ .Parent.Get \"a\" }}{{ "
         ".Inner }}"}};
    CHECK(with_files("{{< box a=\"x\" >}}{{< part >}}1{{< /part >}} {{< part >}}2{{< /part >}}{{< "
                     "/box >}}",
                     numbered) == "box0.0x1 box0.1x2");
    CHECK(with_files("{{< part >}}{{< /part >}}",
                     {{"part", "{{ if .Parent }}in{{ else }}alone{{ end }}{{ .Inner }}"}}) ==
          "alone");
    // That of the page is kept from one shortcode to the next.
    const char* const count =
        "{{ $n := .Page.Scratch.Get \"n\" | default 0 }}{{ $n }}{{ "
        ".Page.Scratch.Set \"n\" (add 1 $n) }}";
    CHECK(with("x {{< s >}} {{< s >}}", count) == "x 0 1");
    CHECK(with("x {{< s >}} {{< s >}}", "{{ .Store.Add \"n\" 1 }}{{ .Store.Get \"n\" }}") ==
          "x 1 1");
}

TEST_CASE("arguments without quotes are numbers and flags") {
    const char* const type = "{{ with .Get \"a\" }}{{ printf \"%T\" . }}{{ end }}";
    CHECK(with("x {{< s a=true >}} {{< s a=\"true\" >}} {{< s a=12 >}} {{< s a=1.5 >}}", type) ==
          "x bool string int float64");
    CHECK(with("x {{< s a=false >}}", "{{ .Get \"a\" | default true }}") == "x false");
    CHECK(with("x {{< s true >}}{{< s \"true\" >}}",
               "{{ if eq (.Get 0) \"true\" }}text{{ else }}flag{{ end }}") == "x flagtext");
    CHECK(with("x {{< s 4 >}}", "{{ add (.Get 0) 1 }}") == "x 5");
    CHECK(with("x {{ s(on=false) }}{{ s(on=true) }}", "{% if on %}yes{% else %}no{% endif %}",
               TemplateLanguage::tera) == "x noyes");
    CHECK(with("x {{ s(files=[\"a.mp3\", \"b, c.ogg\"]) }}",
               "{% for f in files %}<i>{{ f | split(pat=\".\") | last }}</i>{% endfor %}",
               TemplateLanguage::tera) == "x <i>mp3</i><i>ogg</i>");
}

TEST_CASE("tables have members, in the order of their names") {
    CHECK(with("x {{< s >}}",
               "{{ $d := dict \"b\" 1 \"a\" (dict \"c\" \"deep\") }}{{ $d.b }}{{ "
               "$d.a.c }}{{ $d.z }}{{ range $k, $v := dict \"z\" 1 \"a\" 2 }}{{ $k "
               "}}{{ $v }}{{ end }}") == "x 1deepa2z1");
    CHECK(with("x {{< s b=\"1\" a=\"2\" >}}",
               "{{ range $k, $v := .Params }}{{ $k }}={{ $v }};{{ end }}{{ .Params.a }}") ==
          "x a=2;b=1;2");
    CHECK(with("x {{< s >}}",
               "{{ $m := dict \"a\" 1 }}{{ $m = dict \"b\" 2 | merge $m }}{{ "
               "len $m }}{{ index $m \"b\" }}{{ $l := slice 1 | append 2 3 }}{{ "
               "delimit $l \"-\" }}") == "x 221-2-3");
}

TEST_CASE("else with") {
    const char* const file =
        "{{ with .Get 0 }}0{{ . }}{{ else with .Get 1 }}1{{ . }}{{ else if eq "
        "1 1 }}none{{ else }}never{{ end }}";
    CHECK(with("x {{< s a >}} {{< s \"\" b >}} {{< s >}}", file) == "x 0a 1b none");
}

TEST_CASE("partials of the theme") {
    const Files parts = {{"badge",
                          "<b class=\"{{ .class }}\">{{ .content }}{{ with .none }}!{{ "
                          "end }}</b>"},
                         {"plain", "<i>{{ . }}</i>"},
                         {"whole", "{{ .Get 0 }}{{ .Page.Title }}"},
                         {"sum", "{{ return add .a 1 }}never"},
                         {"page", "{{ .context.Title }}"},
                         {"endless", "{{ partial \"endless\" . }}"},
                         {"bad", "x\n{{ getJSON \"x\" }}"},
                         {"ui/icon", "{{ resources.GetRemote \"x\" }}"}};
    const auto run = [&](const char* file) {
        return with_files("x {{< s one >}}", {{"s", file}}, parts);
    };
    CHECK(run("{{ partial \"badge.html\" (dict \"content\" (.Get 0) \"class\" \"c\") }}") ==
          "x <b class=\"c\">one</b>");
    CHECK(run("{{ $x := 1 }}{{ partial \"plain\" (.Get 0) }}{{ $x }}") == "x <i>one</i>1");
    CHECK(run("{{ partial \"whole\" . }}") == "x oneTitle");
    CHECK(run("{{ add (partial \"sum\" (dict \"a\" 2)) 1 }}") == "x 4");
    CHECK(run("{{ partial \"page\" (dict \"context\" .Page) }}") == "x Title");
    CHECK(run("{{ partial \"endless\" . }}").find("partials too deeply") != std::string::npos);
    CHECK(run("{{ partial \"bad\" . }}") ==
          "error: shortcode \"s\" cannot be used: its template wants the partial \"bad\", which "
          "cannot be used: bad.html:2: unknown function \"getJSON\" in a shortcode; simplify its "
          "template, s.html:1");
    // Articles have no drawings, so nothing is lost without them.
    CHECK(run("a{{ partial \"icon.html\" \"fire\" }}{{ partial \"ui/icon\" \"x\" }}b") == "x ab");
}

TEST_CASE("pictures and articles that shortcodes look for") {
    CHECK(with("x {{< s \"beside.png\" >}}",
               "{{ with .Page.Resources.GetMatch (printf \"*%s*\" (.Get 0)) }}<img src=\"{{ "
               "(.Resize \"660x\").RelPermalink }}\" alt=\"{{ .Title }}\">{{ else }}none{{ end "
               "}}") == "x <img src=\"beside.png\" alt=\"beside.png\">");
    CHECK(with("x {{< s \"away.png\" >}}",
               "{{ with resources.Get (.Get 0) }}{{ .Permalink }}{{ else }}none{{ end }}") ==
          "x none");
    CHECK(with("x {{< s >}}", "{{ relref . \"other.md\" }}") == "x /other/");
    CHECK(with("x {{< s >}}", "{{ ref . \"gone.md\" }}").find("refers to \"gone.md\"") !=
          std::string::npos);
    CHECK(with("x {{ s() }}", "{{ get_url(path=\"@/other.md\") }} {{ get_url(path=\"a.png\") }}",
               TemplateLanguage::tera) == "x /other/ /a.png");
    CHECK(with("x {{ s(p=\"a.png\") }}",
               "{% set meta = get_image_metadata(path=p) %}{% if meta.width %}w{% endif %}{{ "
               "resize_image(path=p, width=3) | get(key=\"url\") }}",
               TemplateLanguage::tera) == "x a.png");
}

TEST_CASE("functions that themes use, also by their long names") {
    for (const auto& [file, expected] : std::initializer_list<std::pair<const char*, const char*>>{
             {"{{ highlight \"a < b\" \"c\" \"\" }}",
              "<pre><code class=\"language-c\">a &lt; b</code></pre>"},
             {"{{ printf \"%02v|%05d\" 7 42 }}", "07|00042"},
             {"{{ urlquery \"a b&c\" }}", "a+b%26c"},
             {"{{ math.Ceil 1.2 }}{{ math.Floor 1.8 }}{{ math.Round 1.5 }}{{ math.Max 1 3 }}",
              "2123"},
             {"{{ strings.Repeat 3 \"ab\" }}{{ strings.FirstUpper \"xy\" }}", "abababXy"},
             {"{{ strings.TrimLeft \"/\" \"//a/\" }}{{ strings.TrimRight \"/\" \"/b//\" }}",
              "a//b"},
             {"{{ compare.Conditional true 1 2 }}{{ collections.Slice 1 | collections.Append 2 | "
              "len }}{{ strings.ToUpper \"x\" }}{{ safe.HTML \"<b>x</b>\" }}",
              "12X<b>x</b>"},
             {"{{ index (seq 3 | shuffle) 0 }}{{ after 1 (seq 3) }}{{ uniq (slice 1 1 2) }}",
              "12 31 2"},
         }) {
        const char* const template_text = file;
        INFO(template_text);
        CHECK(with("x {{< s >}}", file) == std::string("x ") + expected);
    }
}

// "hey" ~ ho | capitalize is one expression in Tera's own tests.
TEST_CASE("Tera's filters are of the whole sum before them") {
    for (const auto& [file, expected] : std::initializer_list<std::pair<const char*, const char*>>{
             {"{{ \"a\" ~ b | upper }}", "AX"},
             {"{{ 1.5 + 1.2 | round }}", "3"},
             {"{{ b | upper ~ b }}", "Xx"},
             {"{% if \"a\" ~ b | upper == \"AX\" %}same{% endif %}", "same"},
             {"{{ 7 % 4 }}", "3"},
             {"{{ \"/a/b/\" | trim_start_matches(pat=\"/\") | trim_end_matches(pat=\"/\") }}",
              "a/b"},
             {"{{ \"/a/b/c\" | split(pat=\"/\") | slice(end=-1) | join(sep=\"/\") }}", "/a/b"},
             {"{{ \"abcdef\" | truncate(length=3, end=\"\") }}", "abc"},
             {"{% for i in [1, 2] | reverse %}{{ i }}{% endfor %}{{ [1] | concat(with=2) | length "
              "}}",
              "212"},
             {"{% if 3 is odd and 4 is divisibleby(2) and b is string %}yes{% endif %}", "yes"},
             {"{{ load_data(path=\"icon/note.svg\") | safe }}-", "-"},
         }) {
        const char* const template_text = file;
        INFO(template_text);
        CHECK(with("x {{ s(b=\"x\") }}", file, TemplateLanguage::tera) ==
              std::string("x ") + expected);
    }
}

TEST_CASE("what templates keep is bounded") {
    std::string doubling = "{{ $x := slice 1 2 }}";
    for (int i = 0; i < 40; ++i) doubling += "{{ $x = slice $x $x }}";
    CHECK(with("{{< s >}}", doubling).find("keeps too much") != std::string::npos);
    std::string stored = "{{ .Scratch.Set \"x\" (slice 1 2) }}";
    for (int i = 0; i < 40; ++i) {
        stored += "{{ .Scratch.Set \"x\" (slice (.Scratch.Get \"x\") (.Scratch.Get \"x\")) }}";
    }
    CHECK(with("{{< s >}}", stored).find("keeps too much") != std::string::npos);
}

}  // namespace broadsheet::press
