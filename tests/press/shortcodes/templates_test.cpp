#include "press/shortcodes/templates.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace broadsheet::press;

namespace {

struct TemplateCase {
    Generator generator;
    const char* text;
    const char* expected;
    int warnings = 0;
};

TemplateContext context_for(Generator generator) {
    TemplateContext context;
    context.generator = generator;
    context.address_of = [](std::string_view name) -> std::optional<std::string> {
        if (name == "spaced") return "/two words (1)/caf\xC3\xA9/#part";
        return name == "known" || name == "_posts/known.md" ? std::optional<std::string>("/known/")
                                                            : std::nullopt;
    };
    context.variable = [](std::string_view name) -> std::optional<std::string> {
        return name == "site.title" ? std::optional<std::string>("Title") : std::nullopt;
    };
    return context;
}

void check(const TemplateCase& each, bool go_template = false) {
    TemplateContext context = context_for(each.generator);
    context.go_template = go_template;
    const Expanded expanded = expand_templates(each.text, context);
    INFO(each.text);
    CHECK(expanded.text == each.expected);
    CHECK(count_of(expanded.diagnostics, Severity::warning) == each.warnings);
}

}  // namespace

TEST_CASE("Hugo shortcodes") {
    constexpr Generator hugo = Generator::hugo;
    for (const TemplateCase& each : {
             TemplateCase{hugo, "a {{< ref \"known\" >}} b", "a /known/ b"},
             TemplateCase{hugo, "a {{< relref path=\"known\" >}} b", "a /known/ b"},
             TemplateCase{hugo, "[a]({{< ref \"spaced\" >}})",
                          "[a](/two%20words%20%281%29/caf\xC3\xA9/#part)"},
             TemplateCase{hugo, "{{< ref \"nothing\" >}}", "nothing", 1},
             TemplateCase{hugo, "{{< youtube abc >}}",
                          "\n\n<iframe src=\"https://www.youtube-nocookie.com/embed/abc\" "
                          "title=\"Video\"></iframe>\n\n"},
             TemplateCase{hugo, "{{< audio src=\"a.mp3\" title=\"A & B\" >}}",
                          "\n\n<audio src=\"a.mp3\" title=\"A &amp; B\"></audio>\n\n"},
             TemplateCase{hugo, "{{< video a.mp4 >}}", "\n\n<video src=\"a.mp4\"></video>\n\n"},
             TemplateCase{
                 hugo,
                 "{{< video src=\"a.mp4\" poster=\"p.jpg\" captions=\"a.vtt\" lang=\"en\" >}}",
                 "\n\n<video src=\"a.mp4\" poster=\"p.jpg\"><track kind=\"captions\" src=\"a.vtt\" "
                 "srclang=\"en\"></video>\n\n"},
             TemplateCase{hugo, "{{< audio >}}", "{{&lt; audio >}}", 1},
             TemplateCase{Generator::zola, "{{ audio(src=\"a.mp3\") }}",
                          "\n\n<audio src=\"a.mp3\"></audio>\n\n"},
             TemplateCase{Generator::zola,
                          "{{ gist(url=\"https://gist.github.com/ann/12ab\", class=\"g\") }}",
                          "[Code](<https://gist.github.com/ann/12ab>)"},
             TemplateCase{Generator::zola, "{{ gist(url=\"https://x.example/\") }}",
                          "{{ gist(url=\"https://x.example/\") }}", 1},
             TemplateCase{hugo, "{{< gist ann 12ab >}}",
                          "[Code](<https://gist.github.com/ann/12ab>)"},
             TemplateCase{hugo, "{{< gist ann >}}", "{{&lt; gist ann >}}", 1},
             TemplateCase{hugo, "{{< vimeo >}}", "{{&lt; vimeo >}}", 1},
             TemplateCase{hugo, "{{< instagram >}}", "{{&lt; instagram >}}", 1},
             TemplateCase{hugo, "{{< youtube >}}", "{{&lt; youtube >}}", 1},
             TemplateCase{hugo, "{{< gallery \"a.jpg\" \"b.jpg\" caption=\"C\" >}}",
                          "\n\n<figure><img src=\"a.jpg\" alt=\"\"><img src=\"b.jpg\" "
                          "alt=\"\"><figcaption>C</figcaption></figure>\n\n"},
             TemplateCase{hugo, "{{< gallery >}}x{{< /gallery >}}",
                          "\n\n<figure>\n\nx\n\n</figure>\n\n"},
             TemplateCase{hugo, "{{< gallery >}}", "{{&lt; gallery >}}", 1},
             TemplateCase{hugo, "{{< form action=\"x.php\" >}}", "{{&lt; form action=\"x.php\" >}}",
                          1},
             TemplateCase{hugo, "{{< figure src=\"a.png\" caption=\"C & D\" >}}",
                          "\n<figure><img src=\"a.png\" alt=\"C &amp; D\"><figcaption>C &amp; "
                          "D</figcaption></figure>\n\n"},
             TemplateCase{hugo, "{{< figure src=\"a.png\" caption=\"By [Ann](/ann/), *2019*\" >}}",
                          "\n<figure><img src=\"a.png\" alt=\"By Ann, 2019\"><figcaption>By <a "
                          "href=\"/ann/\">Ann</a>, <em>2019</em></figcaption></figure>\n\n"},
             TemplateCase{hugo, "{{< details \"S\" >}}x{{< /details >}}",
                          "\n<details><summary>S</summary>\n\nx\n\n</details>\n"},
             TemplateCase{hugo, "{{< details summary=\"Sum *mary*\" >}}x{{< /details >}}",
                          "\n<details><summary>Sum <em>mary</em></summary>\n\nx\n\n</details>\n"},
             TemplateCase{hugo, "{{< highlight go >}}a{{< /highlight >}}", "\n```go\na\n```\n"},
             TemplateCase{hugo, "{{</* youtube a */>}}", "{{&lt; youtube a &gt;}}"},
             TemplateCase{hugo, "{{< own a=\"b\" >}} {{< own >}} {{< /own >}}",
                          "{{&lt; own a=\"b\" >}} {{&lt; own >}} {{&lt; /own >}}", 1},
             TemplateCase{hugo, "`{{< own >}}`\n\n```\n{{< own >}}\n```\n",
                          "`{{< own >}}`\n\n```\n{{< own >}}\n```\n"},
             TemplateCase{hugo, "{{< own", "{{< own"},
             TemplateCase{hugo, "[a]({{< relref \"#h\" >}})", "[a](#h)"},
             TemplateCase{hugo, "{{< comment >}}a{{< own >}}b{{< /comment >}}c", "c"},
             TemplateCase{hugo, "{{< comment >}}a", "{{&lt; comment >}}a", 1},
             TemplateCase{hugo, "{{< tweet 145 >}}", "[Post](<https://x.com/i/status/145>)"},
             TemplateCase{hugo, "{{< x user=\"a\" id=\"145\" >}}",
                          "[Post by a](<https://x.com/a/status/145>)"},
             TemplateCase{hugo, "{{< tweet >}}", "{{&lt; tweet >}}", 1},
             TemplateCase{hugo, "{{< details >}}x", "{{&lt; details >}}x", 1},
         }) {
        check(each);
    }
}

TEST_CASE("tags of Hugo and Zola that are to be shown are shown, in text and in code") {
    constexpr Generator hugo = Generator::hugo;
    for (const TemplateCase& each : {
             TemplateCase{hugo, "`{{</* a \"b\" */>}}` {{%/* a */%}}",
                          "`{{< a \"b\" >}}` {{% a %}}"},
             TemplateCase{hugo, "```\n{{</* a \"b\" */>}}\n{{</* /a */>}}\n```\n",
                          "```\n{{< a \"b\" >}}\n{{< /a >}}\n```\n"},
             TemplateCase{hugo, "x\n\n    {{</* a \"b\" */>}}\n    {{</* c */>}}\n",
                          "x\n\n    {{< a \"b\" >}}\n    {{< c >}}\n"},
             TemplateCase{hugo, "x\n    {{</* a */>}}", "x\n    {{&lt; a &gt;}}"},
             TemplateCase{hugo, "- x\n\n    {{</* a */>}}\n\n      {{</* b */>}}\n",
                          "- x\n\n    {{&lt; a &gt;}}\n\n      {{< b >}}\n"},
             TemplateCase{hugo, "{{< highlight go >}}\n{{</* a */>}}\n{{< /highlight >}}",
                          "\n```go\n{{< a >}}\n```\n"},
             TemplateCase{Generator::zola, "{{/* a(b=\"c\") */}} {%/* a() */%}x{%/* end */%}",
                          "{{ a(b=&quot;c&quot;) }} {% a() %}x{% end %}"},
             TemplateCase{Generator::zola, "```\n{{/* a(b=\"c\") */}}\n```\n`{%/* a() */%}`",
                          "```\n{{ a(b=\"c\") }}\n```\n`{% a() %}`"},
             TemplateCase{Generator::plain, "`{{</* a */>}}`", "`{{</* a */>}}`"},
         }) {
        check(each);
    }
}

TEST_CASE("Jekyll's Liquid tags") {
    constexpr Generator jekyll = Generator::jekyll;
    for (const TemplateCase& each : {
             TemplateCase{jekyll, "{% raw %}{{ x }}{% endraw %}", "{{ x }}"},
             TemplateCase{jekyll, "`{% raw %}{{ x }}{% endraw %}`", "`{{ x }}`"},
             TemplateCase{jekyll, "```\n{% raw %}\n{{ x }}\n{% endraw %}\n```\n",
                          "```\n\n{{ x }}\n\n```\n"},
             TemplateCase{jekyll, "{% highlight ruby %}\na\n{% endhighlight %}",
                          "\n```ruby\na\n```\n"},
             TemplateCase{jekyll,
                          "{% highlight ruby linenos %}{% raw %}a{% endraw %}{% endhighlight %}",
                          "\n```ruby\na\n```\n"},
             TemplateCase{jekyll, "[a]({% post_url known %})", "[a](/known/)"},
             TemplateCase{jekyll, "[a]({% link _posts/known.md %})", "[a](/known/)"},
             TemplateCase{jekyll, "[a]({% post_url spaced %})",
                          "[a](/two%20words%20%281%29/caf\xC3\xA9/#part)"},
             TemplateCase{jekyll, "[a]({% post_url nothing %})", "[a](nothing)", 1},
             TemplateCase{jekyll, "{% youtube abc-1 %}",
                          "\n\n<iframe src=\"https://www.youtube-nocookie.com/embed/abc-1\" "
                          "title=\"Video\"></iframe>\n\n"},
             TemplateCase{jekyll, "{% include youtube.html id=\"abc\" %}",
                          "\n\n<iframe src=\"https://www.youtube-nocookie.com/embed/abc\" "
                          "title=\"Video\"></iframe>\n\n"},
             TemplateCase{jekyll, "{% gist ann/12ab %}",
                          "[Code](<https://gist.github.com/ann/12ab>)"},
             TemplateCase{jekyll, "{% asset_img left lake.jpg 300 200 \"A lake\" %}",
                          "![A lake](<lake.jpg>)"},
             TemplateCase{jekyll, "{% post_link known 'Words here' %}", "[Words here](</known/>)"},
             TemplateCase{jekyll, "{% include other.html id=\"abc\" %}",
                          "{% include other.html id=\"abc\" %}", 1},
             TemplateCase{jekyll, "{{ site.title }} {{ \"/a\" | relative_url }}", "Title /a"},
             TemplateCase{jekyll, "{{ own }} {{ own }}", "{{ own }} {{ own }}", 1},
             TemplateCase{jekyll, "{%- if a -%}x{% endif %}", "{%- if a -%}x{% endif %}", 1},
             TemplateCase{jekyll, "{% comment %}x{% endcomment %}y", "y"},
             TemplateCase{jekyll, "{% raw %}never closed", "never closed"},
         }) {
        check(each);
    }
}

TEST_CASE("Zola shortcodes") {
    constexpr Generator zola = Generator::zola;
    check({zola, "{{ youtube(id=\"abc\") }}",
           "\n\n<iframe src=\"https://www.youtube-nocookie.com/embed/abc\" "
           "title=\"Video\"></iframe>\n\n"});
    check({zola, "{{ own(a=1) }}", "{{ own(a=1) }}", 1});
    check({zola, "{% own() %}x{% end %}", "{% own() %}x{% end %}", 1});
}

TEST_CASE("Go template actions, only in articles with template: true") {
    constexpr Generator plain = Generator::plain;
    check({plain, "{{image \"a.png\" 600}}", "![](<a.png>)"}, true);
    check({plain, "{{raw `\n\ta := \"b\"\n`}}", "\n\ta := \"b\"\n"}, true);
    check({plain, "{{raw `\n\tf(x)\n`}}", "\n\tf(x)\n"}, true);
    check({plain, "{{raw (file \"x\")}}", "", 1}, true);
    check({plain, "{{raw \"`<-`\"}} {{\"{{\"}} {{`}}`}}", "`<-` {{ }}"}, true);
    check({plain, "{{video \"https://a/b\"}}", "\n\n<video src=\"https://a/b\"></video>\n\n"},
          true);
    check({plain, "{{code \"a.go\"}} {{play \"b.go\" `/x/`}}", " ", 2}, true);
    check({plain, "{{range .}}x{{end}}", "x", 2}, true);
    check({plain, "{{image \"a.png\"}} {{ x }} {% if %}", "{{image \"a.png\"}} {{ x }} {% if %}"});
}
