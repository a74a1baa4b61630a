// The phrases of the interface. English is built in. Sites in other languages contain their own
// phrases (model::Site::phrases), from the catalogues in src/press/config/languages.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::ui {

// The phrases, from phrases.inc.
enum class Phrase : std::uint8_t {
#define PHRASE(name, english) name,
#include "ui/phrases.inc"
#undef PHRASE
    count
};

// Phrases from here on are only on the page that shows what the device has kept.
inline constexpr Phrase first_device_phrase = Phrase::device_bad_file;

// A phrase in the site's language.
std::string_view phrase(const model::Site& site, Phrase which);
// A phrase with {1} and {2} replaced by `values`.
std::string phrase(const model::Site& site, Phrase which,
                   std::initializer_list<std::string_view> values);
// A phrase with {1} replaced by `number`, in the form that the language's plural rule selects.
std::string counted(const model::Site& site, Phrase which, int number);

// The plural rule of a language, after CLDR's rules for whole numbers.
enum class PluralRule : std::uint8_t {
    none,      // one form: ja, ko, zh
    one,       // 1, others: en, de, es, it
    zero_one,  // 0 and 1, others: fr, hi, pt
    slavic,    // ends on 1, ends on 2 to 4, others; not 11 to 14: ru, uk
    arabic     // 0, 1, 2, ends on 03 to 10, ends on 11 to 99, others
};
PluralRule plural_rule(std::string_view name);  // unknown names give `one`
int plural_forms(PluralRule rule);
int plural_form(PluralRule rule, int number);  // index of the form, from 0

// The name of a phrase in catalogues, e.g. "all_of". Only tools use it. The reader does not contain
// the names.
std::string_view phrase_name(Phrase which);

// Names of months and days, from `Site::calendar_names` if set.
std::string_view month_name(const model::Site& site, int month);        // "July", in a date
std::string_view month_name_alone(const model::Site& site, int month);  // "July", on its own
std::string short_month_name(const model::Site& site, int month);       // "Jul"
// One letter, for calendar columns, and the full name, for assistive technology. 1 is Monday.
std::string weekday_letter(const model::Site& site, int weekday);
std::string_view weekday_name(const model::Site& site, int weekday);

std::string long_date(const model::Site& site, model::Day day);         // "July 14, 2025"
std::string dateline(const model::Site& site, model::Day day);          // "Monday, July 14, 2025"
std::string month_title(const model::Site& site, int year, int month);  // "July 2025"
std::string grouped(const model::Site& site, int number);               // "24,925"

}  // namespace broadsheet::ui
