// Sites in several languages: what each edition has, and how they lead to each other.
#include <doctest/doctest.h>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

void write_paper(const MemoryFolder& folder, const std::string& german = "") {
    folder.write("site.toml",
                 "title = \"Harbour\"\nlanguage = \"en\"\nbase_url = \"https://h.example/news\"\n"
                 "[languages.de]\ntitle = \"Hafen\"\n" +
                     german + "[languages.ar]\n");
    folder.write("content/lake.md",
                 "---\ntitle: The lake\ndate: 2025-02-01\n---\n[see](de/lake.md) [dam](dam.md)\n");
    folder.write("content/dam.md", "---\ntitle: The dam\ndate: 2025-02-02\n---\nx\n");
    folder.write("content/de/lake.md",
                 "---\ntitle: Der See\ndate: 2025-02-01\nslug: see\n---\n"
                 "[dam](../dam.md) [lake](../lake.md) [file](/a.pdf) ![bild](bild.svg)\n");
    folder.write("content/de/bild.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.write("content/other.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    folder.write("content/lake.ar.md", "---\ntitle: البحيرة\ndate: 2025-02-01\n---\nx\n");
    folder.write("static/a.pdf", "pdf");
    folder.write("static/b.pdf", "pdf");
}

std::string links_of(const LoadedSite& site, const model::Path& path) {
    std::string all;
    const model::Entry* entry = site.publication.entry(path);
    if (entry == nullptr) return "no entry";
    for (const model::Node& block : entry->body.blocks) {
        for (const model::Node& node : block.children) {
            if (!node.target.empty()) all += node.target + " ";
        }
    }
    return all;
}

}  // namespace

TEST_CASE("each edition has the articles of its language, below its folder") {
    const MemoryFolder folder;
    write_paper(folder);
    const LoadedSite english = load_edition(folder, "");
    CHECK(said(english) == "");
    CHECK(english.base_path == "/news/");
    CHECK(english.other_editions == std::vector<std::string>{"de/", "ar/"});
    CHECK(english.publication.site.article_count == 2);
    CHECK(links_of(english, "/2025/02/01/lake/") == "/de/2025/02/01/see/ /2025/02/02/dam/ ");
    CHECK(english.publication.entry("/2025/02/01/lake/")->translations ==
          std::vector<model::Translation>{{"ar", "/ar/2025/02/01/lake/"},
                                          {"de", "/de/2025/02/01/see/"},
                                          {"en", "/2025/02/01/lake/"}});
    CHECK(english.publication.entry("/2025/02/02/dam/")->translations.empty());

    const LoadedSite german = load_edition(folder, "de");
    CHECK(said(german) == "");
    CHECK(german.base_path == "/news/de/");
    CHECK(german.edition_folder == "de/");
    CHECK(german.publication.site.base_url == "https://h.example/news/de");
    CHECK(german.publication.site.title == "Hafen");
    CHECK(german.publication.site.article_count == 1);
    CHECK(german.publication.site.editions ==
          std::vector<model::EditionLink>{
              {"en", "English", "/../"}, {"de", "Deutsch", "/"}, {"ar", "العربية", "/../ar/"}});
    CHECK(links_of(german, "/2025/02/01/see/") ==
          "/../2025/02/02/dam/ /../2025/02/01/lake/ /a.pdf /bild.svg ");
    CHECK(german.publication.entry("/2025/02/01/see/")->language.empty());
}

TEST_CASE("the usual edition has all files, and others only those that they show") {
    const MemoryFolder folder;
    write_paper(folder);
    CHECK(files_of(load_edition(folder, "")) == "/de/bild.svg /other.svg /a.pdf /b.pdf ");
    CHECK(files_of(load_edition(folder, "de")) == "/bild.svg /a.pdf ");
    CHECK(files_of(load_edition(folder, "ar")) == "");
}

TEST_CASE("an edition may show what is not translated in the usual language") {
    const MemoryFolder folder;
    write_paper(folder, "fallback = true\n");
    const LoadedSite german = load_edition(folder, "de");
    CHECK(german.publication.site.article_count == 2);
    REQUIRE(german.publication.entry("/2025/02/02/dam/") != nullptr);
    CHECK(german.publication.entry("/2025/02/02/dam/")->language == "en");
    CHECK(german.publication.entry("/2025/02/01/lake/") == nullptr);
    CHECK(
        links_of(german, "/2025/02/01/see/").starts_with("/2025/02/02/dam/ /../2025/02/01/lake/"));
    CHECK(load_edition(folder, "ar").publication.site.article_count == 1);
}

TEST_CASE("fallback-originals: search engines get the original of what is not translated") {
    const MemoryFolder folder;
    write_paper(folder, "fallback = true\n");
    const LoadedSite german = load_edition(folder, "de");
    CHECK(german.publication.entry("/2025/02/02/dam/")->canonical == "/../2025/02/02/dam/");
    CHECK(german.publication.entry("/2025/02/01/see/")->canonical.empty());
    folder.write("content/dam.md",
                 "---\ntitle: The dam\ndate: 2025-02-02\ncanonical: /x/\n---\nx\n");
    CHECK(load_edition(folder, "de").publication.entry("/2025/02/02/dam/")->canonical == "/../x/");
    CHECK(load_edition(folder, "").publication.entry("/2025/02/02/dam/")->canonical == "/x/");
}

TEST_CASE("archive-of-pages: an edition without dated articles answers at its archive") {
    const MemoryFolder folder;
    write_paper(folder);
    folder.write("content/lake.ar.md", "---\ntitle: البحيرة\n---\nx\n");
    folder.write("content/pages/about.ar.md", "---\ntitle: A\n---\nx\n");
    CHECK(load_edition(folder, "de").publication.entry("/archive/")->kind ==
          model::EntryKind::page);
    const LoadedSite arabic = load_edition(folder, "ar");
    const model::Entry* archive = arabic.publication.entry("/archive/");
    REQUIRE(archive != nullptr);
    CHECK(archive->kind == model::EntryKind::redirect);
    CHECK(archive->redirect == "/");
}

TEST_CASE("fallback-lists: an edition lists in the usual language only what it does not have") {
    const MemoryFolder folder;
    write_paper(folder, "fallback = true\n");
    folder.write("content/lake.md",
                 "---\ntitle: The lake\ndate: 2025-02-01\ntags: [shore]\n---\nx\n");
    folder.write("content/dam.md", "---\ntitle: The dam\ndate: 2025-02-02\ntags: [wall]\n---\nx\n");
    const LoadedSite english = load_edition(folder, "");
    CHECK(english.publication.list("/tag/shore/")->translations.empty());
    CHECK(english.publication.list("/tag/wall/")->translations ==
          std::vector<model::Translation>{{"en", "/tag/wall/"}, {"de", "/de/tag/wall/"}});
}

TEST_CASE("edition-without-texts: an edition that has nothing is said") {
    const MemoryFolder folder;
    write_paper(folder);
    folder.write("site.toml", "language = \"en\"\n[languages.de]\n[languages.pt-BR]\n");
    CHECK(said(load_edition(folder, "")).find("has no article") == std::string::npos);
    CHECK(said(load_edition(folder, "pt-BR")) ==
          "site.toml: warning: the edition \"pt-BR\" has no article and no page; write them in the "
          "folder pt-br/, name them NAME.pt-BR.md, or put lang: pt-BR in their front matter\n");
}

TEST_CASE("the folder of an edition is no address of the usual one") {
    const MemoryFolder folder;
    write_paper(folder);
    folder.write("content/de.md", "---\ntitle: Germany\nurl: /de/\n---\nx\n");
    CHECK(said(load_edition(folder, "")).find("the address /de/ is reserved") != std::string::npos);
}

TEST_CASE("links to other editions are checked") {
    const MemoryFolder folder;
    write_paper(folder);
    folder.write("content/links.md",
                 "---\ntitle: Links\n---\n[a](/de/2025/02/01/see/) [b](/de/tag/x/) [c](/de/) "
                 "[d](/de/no/)\n");
    LoadOptions options = options_for(folder);
    options.check = true;
    for (const char* language : {"", "de"}) {
        options.language = language;
        std::string broken;
        for (const Diagnostic& each : load_site(options).diagnostics) {
            if (each.severity == Severity::error) broken += each.what + "\n";
        }
        CHECK(broken == (*language == '\0' ? "broken link \"/de/no/\"\n" : ""));
    }
}

TEST_CASE("each edition describes its own terms") {
    const MemoryFolder folder;
    folder.write("site.toml", "language = \"en\"\n[languages.de]\n[languages.fr]\n");
    folder.write("content/a.md", "---\ntitle: A\ndate: 2025-02-02\ntags: [water]\n---\nx\n");
    folder.write("content/de/a.md", "---\ntitle: A\ndate: 2025-02-02\ntags: [Wasser]\n---\nx\n");
    folder.write("content/a.fr.md", "---\ntitle: A\ndate: 2025-02-02\ntags: [eau]\n---\nx\n");
    folder.write("content/tags/water/_index.md", "---\ntitle: Waters\n---\n");
    folder.write("content/de/tags/wasser/_index.md", "---\ntitle: Das Wasser\n---\n");
    folder.write("content/tags/eau/_index.fr.md", "---\ntitle: Les eaux\n---\n");
    const auto title_of = [&](const std::string& language, const std::string& path) {
        const LoadedSite site = load_edition(folder, language);
        CHECK(site.publication.entry("/tags" + path.substr(4)) == nullptr);
        const model::List* list = site.publication.list(path);
        return list == nullptr ? std::string() : list->title;
    };
    CHECK(title_of("", "/tag/water/") == "Waters");
    CHECK(title_of("de", "/tag/wasser/") == "Das Wasser");
    CHECK(title_of("fr", "/tag/eau/") == "Les eaux");
}

TEST_CASE("commands see all editions") {
    const MemoryFolder folder;
    write_paper(folder);
    LoadOptions options = options_for(folder);
    options.list_sources = true;
    const SiteSummary site = load_editions(options);
    CHECK(site.articles == 4);
    std::string paths;
    for (const SourceEntry& each : site.sources) paths += each.file + " " + each.path + "\n";
    CHECK(paths ==
          "content/dam.md /2025/02/02/dam/\ncontent/de/lake.md /de/2025/02/01/see/\n"
          "content/lake.ar.md /ar/2025/02/01/lake/\ncontent/lake.md /2025/02/01/lake/\n");
}

}  // namespace broadsheet::press
