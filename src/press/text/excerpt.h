// Shortens plain text at a natural place. Both functions collapse white space first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Shortens to at most `words` words, at the last sentence end that keeps at least a third of them;
// otherwise at a word, with an ellipsis. A Chinese or Japanese character counts as half a word.
std::string cut_at_sentence(std::string_view text, int words);

// Shortens to at most `characters` code points, at the end of a word. Adds an ellipsis unless the
// result ends with a sentence.
std::string cut_at_word(std::string_view text, std::size_t characters);

}  // namespace broadsheet::press
