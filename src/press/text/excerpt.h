// Plain text cut to a length at a place where a person would cut it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::press {

// At most about `words` words, cut at the end of a sentence where one is near. A character of
// Chinese or Japanese counts as half a word.
std::string cut_at_sentence(std::string_view text, int words);

// `text` without line ends and double spaces, cut to about `characters` at a word.
std::string cut_at_word(std::string_view text, std::size_t characters);

}  // namespace broadsheet::press
