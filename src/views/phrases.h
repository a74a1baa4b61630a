// The words of the interface. One place, so that other languages come in as further tables.
#pragma once

#include <string>
#include <string_view>

#include "model/date.h"

namespace broadsheet::views {

std::string_view month_name(int month);        // "July"
std::string_view short_month_name(int month);  // "Jul"
// A letter for calendar columns and the full name for assistive technology; 1 = Monday.
std::string_view weekday_letter(int weekday);
std::string_view weekday_name(int weekday);

std::string long_date(model::Day day);         // "July 14, 2025"
std::string dateline(model::Day day);          // "Monday, July 14, 2025" (R1)
std::string month_title(int year, int month);  // "July 2025"
std::string article_count(int count);          // "1 article", "24,925 articles"
std::string grouped(int number);               // "24,925"

}  // namespace broadsheet::views
