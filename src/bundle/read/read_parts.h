// Readers for data that occurs in several files of the bundle.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bundle/read/json_value.h"
#include "model/publication.h"

namespace broadsheet::bundle {

inline constexpr int deepest_menu = 16;  // maximum nesting of menus and categories

// The terms of a file, by number.
using TermTable = std::vector<model::TermReference>;
TermTable read_terms(JsonValue root);
// Reads references to terms. Ignores numbers that are not in the table.
std::vector<model::TermReference> read_references(JsonValue object, const char* name,
                                                  const TermTable& terms);

std::vector<model::Node> read_nodes(JsonValue array);
std::vector<model::ArticleSummary> read_summaries(JsonValue object, const char* name,
                                                  const TermTable& terms);
std::vector<model::Link> read_links(JsonValue object, const char* name, int depth = 0);
// Returns `target`, or "" if it could run code.
std::string safe_target(const std::string& target);

}  // namespace broadsheet::bundle
