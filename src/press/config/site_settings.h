// Every name that site.toml may hold, in one table: the parser, the manual and the README's list
// are made from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

struct Setting {
    std::string_view table;  // "" at the top, "feeds", "authors.ID", "menu.main"
    std::string_view name;
    std::string_view value;  // what it may be
    std::string_view meaning;
};

const std::vector<Setting>& site_settings();

// The names of one table, in their order.
std::vector<std::string_view> names_in(std::string_view table);

std::string settings_markdown();  // a table, for the README
std::string settings_manual();    // plain lines, for the manual page

}  // namespace broadsheet::press
