#include "press/config/languages.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

model::Site site_in(std::string language) {
    model::Site site;
    site.language = std::move(language);
    fill_phrases(site, {});
    return site;
}

// The placeholders in a phrase: "{1}{2}".
std::string fields_of(std::string_view text) {
    std::string fields;
    for (const std::string_view field : {"{1}", "{2}"}) {
        if (text.find(field) != std::string_view::npos) fields += field;
    }
    return fields;
}

}  // namespace

TEST_CASE("every catalogue is complete") {
    std::vector<std::string_view> languages;
    for (const CatalogueFile& file : catalogue_files()) {
        CAPTURE(std::string(file.language));
        languages.push_back(file.language);
        Diagnostics diagnostics;
        const Catalogue catalogue = read_catalogue(file.text, diagnostics);
        CHECK(diagnostics.empty());
        REQUIRE(catalogue.phrases.size() == phrase_names().size());
        for (std::size_t i = 0; i < catalogue.phrases.size(); ++i) {
            CAPTURE(std::string(phrase_names()[i]));
            const std::string& text = catalogue.phrases[i];
            CHECK(!text.empty());
            const auto which = static_cast<ui::Phrase>(i);
            CHECK(fields_of(text) == fields_of(ui::phrase(model::Site{}, which)));
        }
        CHECK(catalogue.calendar_names.size() == 50);
    }
    // Every supported language has a catalogue.
    for (const std::string_view wanted :
         {"ar", "de", "es", "fr", "hi", "it", "ja", "ko", "pt", "ru", "uk", "zh"}) {
        CHECK(std::count(languages.begin(), languages.end(), wanted) == 1);
    }
}

TEST_CASE("dates and numbers have the format of the language") {
    const model::Day day{2026, 11, 3};
    struct Row {
        std::string language, date, month, count;
    };
    const std::vector<Row> rows = {
        {"en", "Tuesday, November 3, 2026", "November 2026", "1,002 articles"},
        {"de-AT", "Dienstag, 3. November 2026", "November 2026", "1.002 Artikel"},
        {"es", "martes, 3 de noviembre de 2026", "noviembre de 2026", "1.002 artículos"},
        {"ja", "2026年11月3日 火曜日", "2026年11月", "1,002件の記事"},
        {"ko", "2026년 11월 3일 화요일", "2026년 11월", "기사 1,002개"},
        {"ru", "вторник, 3 ноября 2026", "Ноябрь 2026", "1\u00a0002 статьи"},
        {"zh_CN", "2026年11月3日 星期二", "2026年11月", "1,002 篇文章"},
        {"tlh", "Tuesday, November 3, 2026", "November 2026", "1,002 articles"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.language);
        const model::Site site = site_in(row.language);
        CHECK(ui::dateline(site, day) == row.date);
        CHECK(ui::month_title(site, 2026, 11) == row.month);
        CHECK(ui::counted(site, ui::Phrase::articles, 1002) == row.count);
    }
    CHECK(ui::weekday_letter(site_in("zh"), 3) == "三");
    CHECK(ui::short_month_name(site_in("es"), 1) == "ene");
}

TEST_CASE("a site's own phrases override the catalogue") {
    model::Site site;
    site.language = "fr";
    fill_phrases(site, {{"home", "Maison"}});
    CHECK(ui::phrase(site, ui::Phrase::home) == "Maison");
    CHECK(ui::phrase(site, ui::Phrase::next) == "Suivant");
}

TEST_CASE("errors in a catalogue are reported") {
    Diagnostics diagnostics;
    read_catalogue(
        "months = [\"a\"]\nweekdays = [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]\n"
        "[phrases]\nplural_rule = \"slavic\"\narticles = \"{1}|{1}\"\nhoem = \"x\"\n",
        diagnostics);
    REQUIRE(diagnostics.size() == 3);
    CHECK(diagnostics[0].what == "months has 1 names");
    CHECK(diagnostics[0].remedy == "it must have 12");
    CHECK(diagnostics[1].what == "articles has 2 forms");
    CHECK(diagnostics[1].position.line == 5);
    CHECK(diagnostics[2].what == "unknown phrase \"hoem\"");
}

}  // namespace broadsheet::press
