// The quotation marks of each language.
#pragma once

#include <string_view>

namespace broadsheet::press {

// The quotes of a language, with the spaces inside them.
struct QuoteMarks {
    std::string_view open_double;
    std::string_view close_double;
    std::string_view open_single;  // also for a quotation within another one
    std::string_view close_single;

    bool operator==(const QuoteMarks&) const = default;
};

// The quotes of a language tag such as "de-CH". English ones for languages that are not known.
QuoteMarks quotes_of(std::string_view language);

}  // namespace broadsheet::press
