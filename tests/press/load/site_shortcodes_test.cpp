#include <doctest/doctest.h>

#include <string>

#include "press/load/content_loader.h"
#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

std::string text_of(const LoadedSite& site) {
    const model::Entry* entry = site.publication.entry("/2025/07/01/a/");
    return entry == nullptr ? "none" : model::plain_text(entry->body);
}

std::string problems_of(const LoadedSite& site) {
    std::string out;
    for (const Diagnostic& each : site.diagnostics) {
        if (each.severity != Severity::note) out += format_diagnostic(each);
    }
    return out;
}

const std::string front = "---\ntitle: A\ndate: 2025-07-01\n---\n";

}  // namespace

TEST_CASE("templates of shortcodes may be Markdown") {
    const MemoryFolder zola;
    zola.write("config.toml", "base_url = 'https://example.org'\n");
    zola.write("templates/shortcodes/note.md", "**{{ title }}**: {{ body }}");
    zola.write("content/a.md",
               "+++\ntitle = 'A'\n+++\n{% note(title=\"Hint\") %}see *this*{% end %}\n");
    const auto one = press::load(zola);
    CHECK(one.diagnostics.empty());
    const auto& nodes = one.publication.entries.at("/a/").body.blocks.at(0).children;
    REQUIRE(nodes.size() == 3);
    CHECK(nodes[0].kind == model::NodeKind::strong);
    CHECK(nodes[2].kind == model::NodeKind::emphasis);
}

TEST_CASE("a plain site's shortcodes are in shortcodes/, which is not published") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = \"Paper\"\n");
    folder.write("content/a.md", front + "{{< box/plain x >}} {{< youtube >}}\n");
    folder.write("shortcodes/box/plain.html",
                 "[{{ .Get 0 }}, {{ .Page.Title }}, {{ .Site.Title }}]");
    folder.write("shortcodes/youtube.html", "our own");
    const LoadedSite site = load_whole(folder);
    CHECK(text_of(site) == "[x, A, Paper] our own");
    CHECK(problems_of(site).empty());
    for (const Asset& asset : site.assets)
        CHECK(asset.path.find("shortcodes") == std::string::npos);
}

TEST_CASE("Hugo's and Zola's shortcodes are where those tools have them; a site's own come first") {
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "title = \"H\"\n");
    hugo.write("content/posts/a.md", front + "{{< one >}} {{< two >}} {{< three >}}\n");
    hugo.write("layouts/shortcodes/one.html", "1");
    hugo.write("layouts/_shortcodes/two.html", "2");
    hugo.write("themes/t/layouts/shortcodes/one.html", "theme's");
    hugo.write("themes/t/layouts/shortcodes/three.html", "3");
    CHECK(text_of(load_whole(hugo)) == "1 2 3");
    const MemoryFolder zola;
    zola.write("config.toml", "base_url = \"https://e.org\"\ntitle = \"Z\"\n");
    zola.write(
        "content/a.md",
        "+++\ntitle = \"A\"\ndate = 2025-07-01\n+++\n{{ one(n=2) }} {% two() %}x{% end %}\n");
    zola.write("templates/shortcodes/one.html", "{{ n + 1 }}");
    zola.write("themes/t/templates/shortcodes/two.html", "({{ body }})");
    CHECK(text_of(load_whole(zola)) == "3 (x)");
}

TEST_CASE("a shortcode that cannot be used is one error in a plain site, and a warning elsewhere") {
    const MemoryFolder folder;
    folder.write("site.toml", "");
    folder.write("a.md", front + "{{< own >}}\n");
    folder.write("b.md", "---\ntitle: B\ndate: 2025-07-02\n---\n{{< own >}}\n");
    folder.write("shortcodes/own.html", "x\n{{ .Get 0 | shout }}\n");
    folder.write("shortcodes/unused.html", "{{ partial \"x\" }}");
    CHECK(problems_of(load_whole(folder)) ==
          "shortcodes/own.html:2:13: error: unknown function \"shout\" in a shortcode; write what "
          "it gives instead of it\n{{ .Get 0 | shout }}\n            ^\n");
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "title = \"H\"\n");
    hugo.write("content/a.md", front + "{{< own >}}\n");
    hugo.write("layouts/shortcodes/own.html", "{{ partial \"x\" }}");
    const LoadedSite site = load_whole(hugo);
    CHECK(count_of(site.diagnostics, Severity::error) == 0);
    CHECK(count_of(site.diagnostics, Severity::warning) == 1);
    CHECK(text_of(site) == "{{< own >}}");
}

TEST_CASE("a shortcode's file that is not text or too long is a warning") {
    const MemoryFolder folder;
    folder.write("site.toml", "");
    folder.write("a.md", front + "x\n");
    folder.write("shortcodes/bytes.html", "\xff\xfe\xfd");
    folder.write("shortcodes/long.html", std::string(70'000, 'x'));
    CHECK(problems_of(load_whole(folder)) ==
          "shortcodes/bytes.html: warning: the shortcode cannot be read; it must be text in UTF-8, "
          "of at most 64 kB\n"
          "shortcodes/long.html: warning: the shortcode cannot be read; it must be text in UTF-8, "
          "of at most 64 kB\n");
}

TEST_CASE("shortcode-scripts: what is removed is reported at the shortcode's file and line") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = \"Paper\"\n");
    folder.write("shortcodes/box.html", "<p>Words</p>\n<SCRIPT>go()</SCRIPT>\n");
    folder.write("content/a.md", front + "{{< box >}}\n");
    folder.write("content/b.md", front + "{{< box >}}\n\n<script>own()</script>\n");
    const std::string all = problems_of(load_whole(folder));
    CHECK(all.find("shortcodes/box.html:2:1: warning: <script> is removed from what this shortcode "
                   "makes (in content/a.md), because articles cannot contain it; use HTML without "
                   "scripts") != std::string::npos);
    CHECK(all.find("content/b.md:7:1: warning: <script> is removed") != std::string::npos);
    CHECK(all.find("go()") != std::string::npos);
}

TEST_CASE("an article is read again when a shortcode changes or appears") {
    const MemoryFolder folder;
    folder.write("site.toml", "");
    folder.write("a.md", front + "{{< own >}}\n");
    ContentLoader loader(options_for(folder));
    const PublishFilter filter = options_for(folder).filter;
    CHECK(text_of(loader.read(filter, nullptr)) == "{{< own >}}");
    folder.write("shortcodes/own.html", "one");
    CHECK(text_of(loader.read(filter, nullptr)) == "one");
    folder.write("shortcodes/own.html", "two");
    CHECK(text_of(loader.read(filter, nullptr)) == "two");
}

}  // namespace broadsheet::press
