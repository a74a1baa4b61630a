#include "addresses/editions.h"

#include <doctest/doctest.h>

namespace broadsheet::addresses {

TEST_CASE("an entry leads to its translations, and the common pages to those of each edition") {
    model::Site site;
    model::Entry entry;
    const auto languages = [&](const model::Path& path, const model::Entry* of = nullptr,
                               const model::List* list = nullptr) {
        std::string all;
        for (const model::Translation& each : translations_of(site, parse_route(path), of, list)) {
            all += each.language + " " + each.path + "\n";
        }
        return all;
    };
    CHECK(languages("/").empty());
    entry.translations = {{"de", "/de/see/"}, {"en", "/lake/"}};
    CHECK(languages("/lake/", &entry) == "de /de/see/\nen /lake/\n");
    site.editions = {
        {"en", "English", "/../"}, {"de", "Deutsch", "/"}, {"fr", "Français", "/../fr/"}};
    CHECK(languages("/") == "en /../\nde /\nfr /../fr/\n");
    CHECK(languages("/search/?q=a") == "en /../search/\nde /search/\nfr /../fr/search/\n");
    CHECK(languages("/archive/").empty());  // an edition without articles has none
    CHECK(languages("/page/2/").empty());
    CHECK(languages("/tag/water/").empty());
    model::List list;
    CHECK(languages("/tag/water/", nullptr, &list).empty());
    list.translations = {{"de", "/tag/water/"}, {"fr", "/../fr/tag/water/"}};
    CHECK(languages("/tag/water/", nullptr, &list) == "de /tag/water/\nfr /../fr/tag/water/\n");
    CHECK(languages("/tag/water/page/2/", nullptr, &list).empty());
    entry.translations.clear();
    CHECK(languages("/lake/", &entry).empty());
}

}  // namespace broadsheet::addresses
