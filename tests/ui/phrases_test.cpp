#include "ui/phrases.h"

#include <doctest/doctest.h>

#include <vector>

namespace broadsheet::ui {

TEST_CASE("a number selects the plural form of the language") {
    struct Row {
        PluralRule rule;
        std::vector<int> forms;  // for 0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 102, 103, 111
    };
    const std::vector<int> numbers = {0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 102, 103, 111};
    const std::vector<Row> rows = {
        {PluralRule::none, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
        {PluralRule::one, {1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
        {PluralRule::zero_one, {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}},
        {PluralRule::slavic, {2, 0, 1, 1, 2, 2, 2, 0, 1, 2, 2, 1, 1, 2}},
        {PluralRule::arabic, {0, 1, 2, 3, 3, 4, 4, 4, 4, 4, 5, 5, 3, 4}},
    };
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            CAPTURE(static_cast<int>(row.rule));
            CAPTURE(numbers[i]);
            CHECK(plural_form(row.rule, numbers[i]) == row.forms[i]);
            CHECK(plural_form(row.rule, numbers[i]) < plural_forms(row.rule));
        }
    }
}

TEST_CASE("missing phrases are in English") {
    model::Site site;
    CHECK(phrase(site, Phrase::home) == "Home");
    site.phrases.resize(static_cast<std::size_t>(Phrase::count));
    site.phrases[static_cast<std::size_t>(Phrase::home)] = "Start";
    CHECK(phrase(site, Phrase::home) == "Start");
    CHECK(phrase(site, Phrase::next) == "Next");
}

TEST_CASE("values replace placeholders, and nothing else changes") {
    model::Site site;
    site.phrases.resize(static_cast<std::size_t>(Phrase::count));
    auto& page_of = site.phrases[static_cast<std::size_t>(Phrase::page_of)];
    page_of = "{2}/{1} {3} {a} {";
    CHECK(phrase(site, Phrase::page_of, {"4", "{1}"}) == "{1}/4 {3} {a} {");
}

TEST_CASE("every phrase has a name") {
    CHECK(phrase_name(Phrase::plural_rule) == "plural_rule");
    CHECK(phrase_name(Phrase::width_wide) == "width_wide");
}

TEST_CASE("dates have the format and the language of the site") {
    model::Site site;
    site.date_format = "D MMMM YYYY";
    CHECK(dateline(site, {2025, 7, 4}) == "Friday, 4 July 2025");
    site.date_format = "YYYY-MM-DD";
    CHECK(long_date(site, {2025, 7, 4}) == "2025-07-04");
    site.calendar_names = {"січня",     "лютого",   "березня",   "квітня",   "травня",
                           "червня",    "липня",    "серпня",    "вересня",  "жовтня",
                           "листопада", "грудня",   "понеділок", "вівторок", "середа",
                           "четвер",    "пʼятниця", "субота",    "неділя"};
    site.date_format = "D MMMM YYYY";
    CHECK(dateline(site, {2025, 7, 4}) == "пʼятниця, 4 липня 2025");
    CHECK(short_month_name(site, 7) == "лип");
    CHECK(weekday_letter(site, 3) == "с");
}

TEST_CASE("numbers and dates as text") {
    const model::Site site;
    CHECK(grouped(site, 0) == "0");
    CHECK(grouped(site, 999) == "999");
    CHECK(grouped(site, 24925) == "24,925");
    CHECK(grouped(site, 1000000) == "1,000,000");
    CHECK(dateline(site, {2025, 7, 14}) == "Monday, July 14, 2025");
    CHECK(counted(site, Phrase::articles, 1) == "1 article");
    CHECK(counted(site, Phrase::articles, 24925) == "24,925 articles");
}

}  // namespace broadsheet::ui
