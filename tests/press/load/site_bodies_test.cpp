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

}  // namespace broadsheet::press
