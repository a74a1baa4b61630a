// The attributes of WordPress' blocks, and what blocks say only in them.
#pragma once

#include <string>
#include <string_view>

#include "press/import/exports/import_record.h"
#include "press/import/wordpress/block_comments.h"

namespace broadsheet::press {

// True if a block has attributes that can be read.
bool has_attributes(const BlockComment& block);

// An attribute of a block; empty or 0 if it is missing, or if the attributes are damaged.
std::string text_attribute(const BlockComment& block, const char* name);
ItemNumber number_attribute(const BlockComment& block, const char* name);

// What a block without HTML of its own shows: the link of a network, the file of a playlist. Empty
// for others.
std::string html_of_attributes(const BlockComment& block);

// What a block shows before its HTML: the name of a tab.
std::string html_before(const BlockComment& block);

// The sentences in the fields of a block that a theme shows in its own way. Others are numbers,
// addresses and choices.
std::string words_of_fields(const BlockComment& block);

// The text of a pattern, with what the block that shows it puts in the place of some of its words
// and pictures: {"content":{"name of a block":{"content":"words"}}}.
std::string with_overrides(std::string_view pattern, const BlockComment& block);

}  // namespace broadsheet::press
