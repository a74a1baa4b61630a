// Tables of kramdown: without a head, and with lines that divide their body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Writes an empty head where a table has none, and removes lines such as |===| and further |---|.
// Only lines that begin with a pipe are taken for rows. Code is not changed.
std::string resolve_kramdown_tables(std::string_view text);

// Removes the heads of tables whose cells are all empty.
void remove_empty_table_heads(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
