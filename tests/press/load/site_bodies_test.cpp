// What texts become that depend on the site: its generator, its settings and its other files.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"
#include "press/print/print_html.h"

namespace broadsheet::press {

namespace {

const std::string dated = "---\ntitle: A\ndate: 2025-07-01\n---\n";

// The body of the article of that day, as HTML.
std::string body_html(const LoadedSite& site) {
    const model::Entry* entry = site.publication.entry("/2025/07/01/a/");
    if (entry == nullptr) return "none";
    std::string html;
    append_html_nodes(html, entry->body.blocks);
    return html;
}

std::string warnings_of(const LoadedSite& site) {
    std::string out;
    for (const Diagnostic& each : site.diagnostics) {
        if (each.severity == Severity::note) continue;
        out += each.path + ":" + std::to_string(each.position.line) + ": " + each.what + "; " +
               each.remedy + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a link around a picture of another site stays the only link") {
    const test::ScratchFolder folder;
    folder.write("a.md", dated +
                             "[![Build](https://i.example/x.svg)](https://ci.example) "
                             "[*![](https://i.example/y.svg)*](https://ci.example) "
                             "![Z](https://i.example/z.svg)\n");
    const LoadedSite site = load_whole(folder);
    CHECK(body_html(site) ==
          "<p><a href=\"https://ci.example\">Build</a> "
          "<a href=\"https://ci.example\"><em>Picture</em></a> "
          "<a href=\"https://i.example/z.svg\">Z</a></p>");
    CHECK(warnings_of(site).starts_with(
        "a.md:5: the picture \"https://i.example/x.svg\" is on another site, so the page shows its "
        "alternative text instead; copy it into the content folder\n"));
}

TEST_CASE("Hugo's param gives values of the article and of the site") {
    const test::ScratchFolder folder;
    folder.write(
        "hugo.toml",
        "title = \"H\"\n[params]\ncolor = \"blue & *b*\"\n[params.social]\nmail = \"m\"\n");
    folder.write("content/a.md",
                 "---\ntitle: A\ndate: 2025-07-01\nfoo: F\nparams: {deep: {x: 1}}\n---\n"
                 "{{< param foo >}} {{< param \"deep.x\" >}} {{< param color >}} "
                 "{{< param social.mail >}} {{< param Title >}} {{< own >}}\n\n"
                 "{{% comment %}}hidden\n\n*too*{{% /comment %}}\n\n{{< param none >}}\n");
    folder.write("layouts/shortcodes/own.html", "{{ .Page.Params.foo }}{{ .Site.Params.color }}");
    const LoadedSite site = load_whole(folder);
    CHECK(body_html(site) ==
          "<p>F 1 blue &amp; *b* m A Fblue &amp; *b*</p>\n"
          "<p>&#123;{&lt; param none &gt;}}</p>");
    CHECK(warnings_of(site) ==
          "content/a.md:13: there is no parameter \"none\", so the shortcode is shown as text; add "
          "it to the front matter, or to params of the site\n");
}

TEST_CASE("Hugo's references may name a language or only a heading") {
    const test::ScratchFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = \"en\"\n[languages.en]\nweight = 1\n"
                 "[languages.fr]\nweight = 2\n");
    folder.write("content/posts/a.md", dated +
                                           "[x]({{< ref path=\"posts/b.md\" lang=\"fr\" >}}) "
                                           "[y]({{< relref path=\"b\" lang=\"en\" >}}) "
                                           "[z]({{< relref \"#h\" >}}) "
                                           "[w]({{< ref path=\"c\" lang=\"fr\" >}})\n\n## H\n");
    folder.write("content/posts/b.md", "---\ntitle: B\ndate: 2025-07-02\n---\n");
    folder.write("content/posts/b.fr.md", "---\ntitle: B\ndate: 2025-07-02\n---\n");
    folder.write("content/posts/c.md", "---\ntitle: C\ndate: 2025-07-02\n---\n");
    const LoadedSite site = load_whole(folder);
    CHECK(body_html(site) ==
          "<p><a href=\"/fr/2025/07/02/b/\">x</a> "
          "<a href=\"/2025/07/02/b/\">y</a> <a href=\"#h\">z</a> "
          "<a href=\"/2025/07/02/c/\">w</a></p>\n<h2 id=\"h\">H</h2>");
    CHECK(warnings_of(site) ==
          "content/posts/a.md:5: there is no article \"c\"; correct the name in ref\n");
}

}  // namespace broadsheet::press
