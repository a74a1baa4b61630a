#include "views/phrases.h"

#include <doctest/doctest.h>

#include <vector>

namespace broadsheet::views {

TEST_CASE("a number chooses the form that the language has for it") {
    struct Row {
        PluralRule rule;
        std::vector<int> forms;  // of 0, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 102, 103, 111
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

TEST_CASE("what a site's phrases leave out is said in English") {
    model::Site site;
    CHECK(phrase(site, Phrase::home) == "Home");
    site.phrases.resize(static_cast<std::size_t>(Phrase::count));
    site.phrases[static_cast<std::size_t>(Phrase::home)] = "Start";
    CHECK(phrase(site, Phrase::home) == "Start");
    CHECK(phrase(site, Phrase::next) == "Next");
}

TEST_CASE("values stand where the language wants them, and nothing else is touched") {
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

}  // namespace broadsheet::views
