// The words of the interface. English is in the program; a site in another language brings its
// phrases along (model::Site::phrases), from the catalogues in src/press/languages.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::ui {

enum class Phrase : std::uint8_t {
#define PHRASE(name, english) name,
#include "ui/phrases.inc"
#undef PHRASE
    count
};

std::string_view phrase(const model::Site& site, Phrase which);
// With {1} and {2} filled in.
std::string phrase(const model::Site& site, Phrase which,
                   std::initializer_list<std::string_view> values);
// {1} is the number, in the form that the language's plural rule asks for.
std::string counted(const model::Site& site, Phrase which, int number);

// How languages choose a form by a number, after CLDR's plural rules for whole numbers.
enum class PluralRule : std::uint8_t {
    none,      // one form: ja, ko, zh
    one,       // 1, others: en, de, es, it
    zero_one,  // 0 and 1, others: fr, hi, pt
    slavic,    // ends on 1, ends on 2 to 4, others; not 11 to 14: ru, uk
    arabic     // 0, 1, 2, ends on 03 to 10, ends on 11 to 99, others
};
PluralRule plural_rule(std::string_view name);  // unknown: one
int plural_forms(PluralRule rule);
int plural_form(PluralRule rule, int number);  // from 0

// The name of a phrase in catalogues: "all_of". For tools only: the reader does without names.
std::string_view phrase_name(Phrase which);

// Names of months and days are the site's where it brings its own (`Site::calendar_names`).
std::string_view month_name(const model::Site& site, int month);        // "July", in a date
std::string_view month_name_alone(const model::Site& site, int month);  // "July", by itself
std::string short_month_name(const model::Site& site, int month);       // "Jul"
// A letter for calendar columns and the full name for assistive technology; 1 = Monday.
std::string weekday_letter(const model::Site& site, int weekday);
std::string_view weekday_name(const model::Site& site, int weekday);

std::string long_date(const model::Site& site, model::Day day);  // "July 14, 2025"
std::string dateline(const model::Site& site, model::Day day);   // "Monday, July 14, 2025" (R1)
std::string month_title(const model::Site& site, int year, int month);  // "July 2025"
std::string grouped(const model::Site& site, int number);               // "24,925"

}  // namespace broadsheet::ui
