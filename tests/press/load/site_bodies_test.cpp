// What texts become that depend on the site: its generator, its settings and its other files.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"
#include "press/print/print_html.h"

namespace broadsheet::press {

namespace {

const std::string dated_july = "---\ntitle: A\ndate: 2025-07-01\n---\n";

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
    folder.write("a.md", dated_july +
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

TEST_CASE("Hugo's settings add to Markdown") {
    const test::ScratchFolder folder;
    const std::string text =
        ":smile: :-1: :none: `:smile:` ==m== H~2~O\nline\n\nPara\n{.lead #p}\n\n{.no}\n\n"
        "## T {id=\"vv\" class=\"x\"}\n\n```\n==a==\n{#no}\n```\n";
    folder.write("content/a.md", dated_july + text);
    folder.write("hugo.toml", "title = \"H\"\n");
    CHECK(body_html(load_whole(folder)) ==
          "<p>:smile: :-1: :none: <code>:smile:</code> ==m== H~2~O\nline</p>\n"
          "<p>Para\n{.lead #p}</p>\n<p>{.no}</p>\n<h2 id=\"vv\">T</h2>\n"
          "<pre><code>==a==&#10;{#no}&#10;</code></pre>");
    folder.write("hugo.toml",
                 "enableEmoji = true\n[markup.goldmark.renderer]\nhardWraps = true\n"
                 "[markup.goldmark.parser.attribute]\nblock = true\n"
                 "[markup.goldmark.extensions.extras.mark]\nenable = true\n"
                 "[markup.goldmark.extensions.extras.subscript]\nenable = true\n");
    CHECK(body_html(load_whole(folder)) ==
          "<p>😄 👎 :none: <code>:smile:</code> <mark>m</mark> H<sub>2</sub>O<br>line</p>\n"
          "<p><span id=\"p\"></span>Para</p>\n<p>{.no}</p>\n<h2 id=\"vv\">T</h2>\n"
          "<pre><code>==a==&#10;{#no}&#10;</code></pre>");
}

TEST_CASE("Jekyll and Zola have settings for line breaks and emoji") {
    const test::ScratchFolder jekyll;
    jekyll.write("_config.yml",
                 "kramdown: {hard_wrap: true}\nplugins: [jemoji]\npermalink: pretty\n");
    jekyll.write("_posts/2025-07-01-a.md", "---\ntitle: A\n---\na :tada:\nb\n");
    CHECK(body_html(load_whole(jekyll)) == "<p>a 🎉<br>b</p>");
    const test::ScratchFolder zola;
    zola.write("config.toml", "base_url = \"https://e.org\"\n[markdown]\nrender_emoji = true\n");
    zola.write("content/a.md", "+++\ntitle = \"A\"\ndate = 2025-07-01\n+++\n:tada:\nb\n");
    CHECK(body_html(load_whole(zola)) == "<p>🎉\nb</p>");
}

TEST_CASE("Jekyll's tables may be without a head, its lists have first numbers") {
    const test::ScratchFolder folder;
    folder.write("_config.yml", "permalink: pretty\n");
    folder.write(
        "_posts/2025-07-01-a.md",
        "---\ntitle: A\n---\n| a | b |\n| 1 | 2 |\n\n| h |\n|---|\n| 1 |\n|===|\n| s |\n\n"
        "{:start=\"3\"}\n1. x\n2. y\n\ntext\n\n1. z\n{: start=\"7\"}\n\nline\\\\\nnext \\\\ x\n");
    CHECK(
        body_html(load_whole(folder)) ==
        "<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n<tr>\n<td>1</td>\n<td>2</td>\n"
        "</tr>\n</tbody>\n</table>\n<table>\n<thead>\n<tr>\n<th>h</th>\n</tr>\n</thead>\n<tbody>\n"
        "<tr>\n<td>1</td>\n</tr>\n<tr>\n<td>s</td>\n</tr>\n</tbody>\n</table>\n"
        "<ol data-tight=\"1\" start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n<p>text</p>\n"
        "<ol data-tight=\"1\" start=\"7\">\n<li>z</li>\n</ol>\n<p>line<br>next \\ x</p>");
}

TEST_CASE("the first definition of a footnote counts, and others are reported") {
    const test::ScratchFolder folder;
    folder.write("a.md", dated_july + "A[^1]\n\n[^1]: first\n[^1]: second\n    more\n");
    const LoadedSite site = load_whole(folder);
    CHECK(body_html(site).find("first") != std::string::npos);
    CHECK(body_html(site).find("second") == std::string::npos);
    CHECK(body_html(site).find("more") == std::string::npos);
    CHECK(warnings_of(site) ==
          "a.md:8: the footnote [^1] is already defined, so this is not shown; give it another "
          "name, or remove it\n");
}

TEST_CASE("names of files may have a time as well") {
    const test::ScratchFolder folder;
    folder.write("config.toml", "base_url = \"https://e.org\"\n");
    for (const char* name : {"2025-07-01T10:00:00Z-a", "2025-07-02T10:00:00-05:00-b",
                             "2025-07-03T10:00:00+02:00-c", "2025-07-04T10-d"}) {
        folder.write("content/blog/" + std::string(name) + ".md", "+++\ntitle = \"T\"\n+++\n");
    }
    const LoadedSite site = load_whole(folder);
    for (const char* path :
         {"/2025/07/01/a/", "/2025/07/02/b/", "/2025/07/03/c/", "/2025/07/04/10-d/"}) {
        CHECK_MESSAGE(site.publication.entry(path) != nullptr, path);
    }
}

TEST_CASE("a block of a shortcode stays in its cell and in its item") {
    const test::ScratchFolder folder;
    folder.write("hugo.toml", "title = \"H\"\n");
    folder.write("content/a.md",
                 dated_july +
                     "| a | b |\n|---|---|\n| {{< youtube x >}} | c |\n| d | e |\n\n"
                     "1. one\n   {{< highlight go >}}\n   x\n     y\n"
                     "   {{< /highlight >}}\n2. two {{< youtube z >}}\n3. three\n");
    std::string html = body_html(load_whole(folder));
    CHECK(html.find("</iframe>\n</td>\n<td>c</td>\n</tr>\n<tr>\n<td>d</td>") != std::string::npos);
    CHECK(html.find("<pre data-info=\"go\"><code>x&#10;  y&#10;") != std::string::npos);
    html.erase(0, html.find("<ol"));
    CHECK(html.find("</ol>") == html.rfind("</ol>"));
    CHECK(html.ends_with("<li>\n<p>three</p>\n</li>\n</ol>"));
}

TEST_CASE("Hugo's references may name a language or only a heading") {
    const test::ScratchFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = \"en\"\n[languages.en]\nweight = 1\n"
                 "[languages.fr]\nweight = 2\n");
    folder.write("content/posts/a.md", dated_july +
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

TEST_CASE("recording-sources: the first source that the site has is played") {
    const MemoryFolder folder;
    folder.write("static/b.mp3", "ID3");
    folder.write("static/c.mp3", "ID3");
    folder.write("static/empty.mp3", "");
    folder.write("static/a.srt", "1");
    folder.write("static/A.VTT", "WEBVTT");
    folder.write(
        "a.md",
        "---\ntitle: A\ndate: 2025-01-01\n---\n"
        "<audio controls><source src=/a.ogg><source src=/b.mp3><source src=/c.mp3></audio>\n\n"
        "![x](/empty.mp3)\n\n"
        "<audio src=/c.mp3><track src=/a.srt kind=captions><track src=/A.VTT></audio>\n");
    const LoadedSite site = load(folder);
    const auto& blocks = site.publication.entry("/2025/01/01/a/")->body.blocks;
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].target == "/b.mp3");
    CHECK(blocks[0].children.empty());
    REQUIRE(blocks[2].children.size() == 1);
    CHECK(blocks[2].children[0].target == "/A.VTT");
    CHECK(
        said(site) ==
        "a.md:7:6: warning: the file \"/empty.mp3\" is empty, so nothing can be played; replace it "
        "with the recording\n![x](/empty.mp3)\n     ^\n"
        "a.md:9:30: warning: browsers show captions only from WebVTT files, so \"/a.srt\" is left "
        "out; save the captions as .vtt\n<audio src=/c.mp3><track src=/a.srt kind=captions><track "
        "src=/A.VTT></audio>\n                             ^\n");
}

TEST_CASE("far-episodes: length and duration of a recording elsewhere come from its author") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2025-01-01\naudio: {src: https://c.example/e.mp3, duration: "
                 "\"1:02:03\", length: 12345}\n---\nx\n");
    folder.write("b.md",
                 "---\ntitle: B\ndate: 2025-01-01\naudio: https://c.example/f.mp3\nduration: "
                 "\"12:30\"\n---\nx\n");
    folder.write("c.md",
                 "---\ntitle: C\ndate: 2025-01-01\naudio: https://c.example/g.mp3\nduration: "
                 "long\n---\nx\n");
    const LoadedSite site = load(folder);
    const auto& first = site.publication.entry("/2025/01/01/a/")->episode;
    REQUIRE(first);
    CHECK(first->seconds == 3723);
    CHECK(first->bytes == 12345);
    CHECK(site.publication.entry("/2025/01/01/b/")->episode->seconds == 750);
    CHECK(said(site).find("a duration such as 12:30") != std::string::npos);
}

TEST_CASE("chapters in JSON may stand beside their episode") {
    const MemoryFolder folder;
    folder.write("one.chapters.json", "{\"version\": \"1.2.0\", \"chapters\": []}");
    folder.write("other.json", "{}");
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2025-01-01\naudio: {src: https://c.example/e.mp3}\n"
                 "chapters: one.chapters.json\n---\nx\n");
    folder.write("b.md",
                 "---\ntitle: B\ndate: 2025-01-01\naudio: https://c.example/f.mp3\nchapters: "
                 "other.json\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(site.publication.entry("/2025/01/01/a/")->episode->chapters == "/one.chapters.json");
    CHECK(site.publication.entry("/2025/01/01/b/")->episode->chapters.empty());
    CHECK(said(site).find("b.md:5:11: warning: there is no file \"other.json\" that is published; "
                          "put it next to the article with a name such as episode.chapters.json") !=
          std::string::npos);
}

TEST_CASE("a formula in a title is in words in lists, feeds and windows") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: Why $E = mc^2$ costs \\$5\ndate: 2025-01-01\nmath: true\n---\nx\n");
    folder.write("b.md", "---\ntitle: From $5 to $6\ndate: 2025-01-01\n---\nx\n");
    folder.write("c.md", "---\ntitle: A $\\wrong{$ one\ndate: 2025-01-01\nmath: true\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(site.publication.entry("/2025/01/01/a/")->summary.title == "Why E=mc² costs \\$5");
    folder.write("d.md",
                 "---\ntitle: D\nsubtitle: The $\\Delta p$\ndate: 2025-01-01\nmath: true\n---\n"
                 "A loss of $\\Delta p$ there.\n");
    const LoadedSite other = load(folder);
    const auto* with_deck = other.publication.entry("/2025/01/01/d/");
    CHECK(with_deck->summary.excerpt == "A loss of Δp there.");
    CHECK(with_deck->description == "A loss of Δp there.");
    CHECK(with_deck->subtitle == "The Δp");
    CHECK(site.publication.entry("/2025/01/01/b/")->summary.title == "From $5 to $6");
    CHECK(site.publication.entry("/2025/01/01/c/")->summary.title == "A $\\wrong{$ one");
}

// There, all addresses of the usual edition were below its folder.
TEST_CASE("Hugo's usual language in a folder: its old addresses lead on") {
    const MemoryFolder folder;
    folder.write("hugo.toml",
                 "defaultContentLanguage = 'en'\ndefaultContentLanguageInSubdir = true\n"
                 "[languages.en]\n[languages.de]\n");
    folder.write("content/posts/p.md", "---\ntitle: P\ndate: 2025-01-01\ntags: [a]\n---\nx\n");
    const LoadedSite site = load(folder);
    for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
             {"/en/posts/p/", "/2025/01/01/p/"}, {"/en/tags/a/", "/tag/a/"}, {"/en/", "/"}}) {
        const auto* entry = site.publication.entry(from);
        REQUIRE(entry != nullptr);
        CHECK(entry->redirect == to);
    }
}

TEST_CASE("a sign in the name of a file: the suggestion is a target that works") {
    const MemoryFolder folder;
    folder.write("posts/what?.png", "x");
    folder.write("posts/number #1.mp3", "x");
    folder.write("posts/a.md",
                 "---\ntitle: A\ndate: 2025-01-01\n---\n![x](<what?.png>)\n\n![y](<wat%3F.png>)\n\n"
                 "![z](<number #1.mp3>)\n\n![w](what%3F.png)\n");
    const std::string all = said(load_whole(folder));
    CHECK(all.find("no picture \"what?.png\"; write it as \"what%3F.png\"\n") != std::string::npos);
    CHECK(all.find("\"wat%3F.png\"; did you mean \"/posts/what%3F.png\"?\n") != std::string::npos);
    CHECK(all.find("\"number #1.mp3\"; write it as \"number %231.mp3\"\n") != std::string::npos);
    CHECK(all.find("\"what%3F.png\"; ") == std::string::npos);
}

}  // namespace broadsheet::press
