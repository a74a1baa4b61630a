// Checks feeds against their specifications. The functions for whole feeds return one line for each
// problem, and an empty string for a valid feed.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>

namespace broadsheet::tests {

bool is_rfc3339(const std::string& text);
// True for a URL with scheme http or https.
bool is_whole_address(const std::string& text);

std::size_t count_of_children(const pugi::xml_node& node, const char* name);

std::string atom_problems(const std::string& xml);
std::string rss_problems(const std::string& xml);
std::string json_feed_problems(const std::string& text);

}  // namespace broadsheet::tests
