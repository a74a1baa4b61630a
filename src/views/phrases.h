// The words of the interface. One place, so that other languages come in as further tables.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::views {

// Names of months and days are the site's where it brings its own.
std::string_view month_name(const model::Site& site, int month);   // "July"
std::string short_month_name(const model::Site& site, int month);  // "Jul"
// A letter for calendar columns and the full name for assistive technology; 1 = Monday.
std::string weekday_letter(const model::Site& site, int weekday);
std::string_view weekday_name(const model::Site& site, int weekday);

std::string long_date(const model::Site& site, model::Day day);  // "July 14, 2025"
std::string dateline(const model::Site& site, model::Day day);   // "Monday, July 14, 2025" (R1)
std::string month_title(const model::Site& site, int year, int month);  // "July 2025"
std::string article_count(int count);  // "1 article", "24,925 articles"
std::string grouped(int number);       // "24,925"

}  // namespace broadsheet::views
