#include "press/punctuation/quote_marks.h"

#include <array>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

struct LanguageQuotes {
    std::string_view language;
    QuoteMarks marks;
};

constexpr QuoteMarks english = {"\u201C", "\u201D", "\u2018", "\u2019"};
constexpr QuoteMarks german = {"\u201E", "\u201C", "\u201A", "\u2018"};
constexpr QuoteMarks guillemets = {"\u00AB", "\u00BB", "\u201C", "\u201D"};
constexpr QuoteMarks swedish = {"\u201D", "\u201D", "\u2019", "\u2019"};
constexpr QuoteMarks polish = {"\u201E", "\u201D", "\u00AB", "\u00BB"};
constexpr QuoteMarks russian = {"\u00AB", "\u00BB", "\u201E", "\u201C"};

// The quotes of newspapers in each language, as in CLDR. Longer tags come first.
constexpr auto languages = std::to_array<LanguageQuotes>({
    {"de-ch", {"\u00AB", "\u00BB", "\u2039", "\u203A"}},
    {"de-li", {"\u00AB", "\u00BB", "\u2039", "\u203A"}},
    {"fr-ch", {"\u00AB", "\u00BB", "\u2039", "\u203A"}},
    {"it-ch", {"\u00AB", "\u00BB", "\u2039", "\u203A"}},
    {"pt-pt", guillemets},
    {"zh-tw", {"\u300C", "\u300D", "\u300E", "\u300F"}},
    {"zh-hk", {"\u300C", "\u300D", "\u300E", "\u300F"}},
    {"zh-hant", {"\u300C", "\u300D", "\u300E", "\u300F"}},
    {"bg", german},
    {"bs", polish},
    {"ca", guillemets},
    {"cs", german},
    {"da", swedish},
    {"de", german},
    {"el", guillemets},
    {"es", guillemets},
    {"et", {"\u201E", "\u201C", "\u00AB", "\u00BB"}},
    {"fa", {"\u00AB", "\u00BB", "\u2039", "\u203A"}},
    {"fi", swedish},
    {"fr", {"\u00AB\u202F", "\u202F\u00BB", "\u201C", "\u201D"}},
    {"gl", guillemets},
    {"he", {"\u201D", "\u201D", "\u2019", "\u2019"}},
    {"hr", {"\u201E", "\u201D", "\u201A", "\u2018"}},
    {"hu", {"\u201E", "\u201D", "\u00BB", "\u00AB"}},
    {"hy", guillemets},
    {"is", german},
    {"it", guillemets},
    {"ja", {"\u300C", "\u300D", "\u300E", "\u300F"}},
    {"ka", german},
    {"lt", german},
    {"mk", german},
    {"nb", {"\u00AB", "\u00BB", "\u2018", "\u2019"}},
    {"nn", {"\u00AB", "\u00BB", "\u2018", "\u2019"}},
    {"no", {"\u00AB", "\u00BB", "\u2018", "\u2019"}},
    {"pl", polish},
    {"ro", polish},
    {"ru", russian},
    {"be", russian},
    {"sk", german},
    {"sl", german},
    {"sq", polish},
    {"sr", {"\u201E", "\u201D", "\u2019", "\u2019"}},
    {"sv", swedish},
    {"uk", russian},
});

}  // namespace

QuoteMarks quotes_of(std::string_view language) {
    const std::string wanted = strings::lower_ascii(language);
    for (const LanguageQuotes& each : languages) {
        const bool same =
            wanted.starts_with(each.language) &&
            (wanted.size() == each.language.size() || wanted[each.language.size()] == '-');
        if (same) return each.marks;
    }
    return english;
}

}  // namespace broadsheet::press
