#include "press/config/language_editions.h"

#include <doctest/doctest.h>

#include "press/config/content_folder.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

std::string names_of(const std::vector<LanguageEdition>& editions) {
    std::string all;
    for (const LanguageEdition& each : editions) {
        all += each.code + " " + each.folder + " " + each.name + (each.fallback ? " *" : "") + "\n";
    }
    return all;
}

std::string editions_in(const std::string& file, const std::string& text) {
    const test::ScratchFolder folder;
    folder.write(file, text);
    return names_of(editions_of(folder.path()));
}

}  // namespace

TEST_CASE("the editions of a configuration, the usual one first") {
    CHECK(editions_in("site.toml", "language = \"en\"\n").empty());
    CHECK(editions_in("site.toml", "language = \"en\"\n[languages.en]\ntitle = \"A\"\n").empty());
    CHECK(editions_in("site.toml",
                      "language = \"en\"\n[languages.pt-BR]\n[languages.de]\nname = \"German\"\n"
                      "fallback = true\n") ==
          "en  English\npt-BR pt-br/ Português\nde de/ German *\n");
    // usual-language-unsaid: a table of site.toml is an edition below its folder all the same.
    CHECK(editions_in("site.toml", "[languages.de]\n") == "en  English\nde de/ Deutsch\n");
    CHECK(editions_in(
              "hugo.toml",
              "defaultContentLanguage = 'de'\ndisableLanguages = ['nl']\n"
              "[languages.fr]\nweight = 2\nlanguageName = 'Le français'\n[languages.nl]\n"
              "[languages.de]\n[languages.ja]\nweight = 1\n[languages.it]\ndisabled = true\n") ==
          "de  Deutsch\nja ja/ 日本語\nfr fr/ Le français\n");
    CHECK(editions_in("config.toml",
                      "base_url = 'https://a.example'\ndefault_language = 'en'\n"
                      "[languages.fr]\ntitle = 'Bonjour'\n") == "en  English\nfr fr/ Français\n");
    CHECK(editions_in("_config.yml", "languages: [en, sv]\ndefault_lang: en\n") ==
          "en  English\nsv sv/ Svenska *\n");
}

TEST_CASE("paths from the root of the site, as an edition has them") {
    SiteConfig config;
    config.editions = {
        {"en", "English", ""}, {"de", "Deutsch", "de/"}, {"pt-br", "Português", "pt-br/"}};
    const auto paths = [&](std::size_t edition) {
        config.edition = edition;
        std::string all;
        for (const char* target :
             {"/about/", "/de/", "/de/x/", "/pt-br/x/", "/desert/", "https://de/", "#de"}) {
            all += path_in_edition(config, target) + " ";
        }
        return all;
    };
    CHECK(paths(0) == "/about/ /de/ /de/x/ /pt-br/x/ /desert/ https://de/ #de ");
    CHECK(paths(1) == "/about/ / /x/ /../pt-br/x/ /desert/ https://de/ #de ");
    CHECK(paths(2) == "/about/ /../de/ /../de/x/ /x/ /desert/ https://de/ #de ");
}

TEST_CASE("a language's settings lie over those of the site") {
    const test::ScratchFolder folder;
    folder.write("site.toml", R"(title = "The Harbour"
tagline = "Water"
language = "en"
[[menu.main]]
name = "Weather"
url = "/tag/weather/"
[front]
latest = 3
beside = 2
[authors.ann]
name = "Ann"
bio = "Ann fishes."
[languages.de]
title = "Der Hafen"
front.latest = 4
[languages.de.authors.ann]
bio = "Ann fischt."
[[languages.de.menu.main]]
name = "Wetter"
url = "/tag/wetter/"
)");
    const SiteConfig german = open_content(folder.path(), {}, "de").config;
    CHECK(german.title == "Der Hafen");
    CHECK(german.tagline == "Water");
    CHECK(german.language == "de");
    REQUIRE(german.menu.main.size() == 1);
    CHECK(german.menu.main[0].title == "Wetter");
    CHECK(german.front.latest == 4);
    CHECK(german.front.beside == 2);
    CHECK(german.authors.at(0).name == "Ann");
    CHECK(german.authors.at(0).biography == "Ann fischt.");
    CHECK(german.edition_folder() == "de/");
    const SiteConfig english = open_content(folder.path()).config;
    CHECK(english.title == "The Harbour");
    CHECK(english.menu.main[0].title == "Weather");
    CHECK(english.authors.at(0).biography == "Ann fishes.");
    CHECK(english.edition_folder().empty());
}

TEST_CASE("languages belong to the edition of their code or of its first part") {
    const std::vector<LanguageEdition> editions = {
        {"en", "", ""}, {"pt-br", "", ""}, {"zh", "", ""}};
    CHECK(edition_of(editions, "") == 0);
    CHECK(edition_of(editions, "PT_br") == 1);
    CHECK(edition_of(editions, "zh-Hant") == 2);
    CHECK(edition_of(editions, "pt") == std::nullopt);
    CHECK(edition_of(editions, "fr") == std::nullopt);
}

TEST_CASE("mistakes in [languages] are named") {
    const test::ScratchFolder folder;
    folder.write("site.toml", R"(language = "en"
[languages]
fr = "French"
[languages.de]
titel = "Hafen"
fallback = "yes"
[languages."not a code"]
)");
    std::string said;
    for (const Diagnostic& each : open_content(folder.path()).diagnostics) {
        said += format_diagnostic(each);
    }
    CHECK(said ==
          "site.toml:3:6: error: languages.fr is \"French\"; it must be a table for each language, "
          "such as "
          "[languages.de]\nfr = \"French\"\n     ^\n"
          "site.toml:5:9: error: unknown key \"titel\" in [languages.de]; did you mean \"title\"?\n"
          "titel = \"Hafen\"\n        ^\n"
          "site.toml:6:12: error: fallback is \"yes\"; it must be true or false\n"
          "fallback = \"yes\"\n           ^\n"
          "site.toml:7:1: error: \"not a code\" is not a language code; use a code such as de, "
          "pt-br or "
          "zh-hant\n[languages.\"not a code\"]\n^\n");
}

TEST_CASE("the folder in which Hugo published the usual language") {
    const auto folder_in = [](const std::string& text) {
        const test::ScratchFolder folder;
        folder.write("hugo.toml", text + "[languages.de]\n[languages.pt-BR]\n");
        return open_content(folder.path()).config.old_folder;
    };
    CHECK(folder_in("defaultContentLanguageInSubdir = true\n") == "en/");
    CHECK(folder_in("defaultContentLanguage = 'pt-BR'\ndefaultContentLanguageInSubdir = true\n") ==
          "pt-br/");
    CHECK(folder_in("defaultContentLanguageInSubdir = false\n").empty());
    CHECK(folder_in("").empty());
    const test::ScratchFolder folder;
    folder.write("hugo.toml", "defaultContentLanguageInSubdir = true\n[languages.de]\n");
    CHECK(open_content(folder.path(), {}, "de").config.old_folder.empty());
}

}  // namespace broadsheet::press
