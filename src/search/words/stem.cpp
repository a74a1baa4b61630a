#include "search/words/stem.h"

#include <algorithm>
#include <iterator>

#include "search/words/snowball.h"

namespace broadsheet::search {

std::string stem(std::string_view term, std::string_view language) {
    if (term.size() < 3 || term.find_first_of("0123456789+#.:_|") != std::string_view::npos) {
        return std::string(term);
    }
    const auto* const found = std::find(std::begin(stemmer_languages), std::end(stemmer_languages),
                                        language.substr(0, language.find('-')));
    if (found == std::end(stemmer_languages)) return std::string(term);
    return snowball_stem(term, static_cast<std::size_t>(found - stemmer_languages));
}

}  // namespace broadsheet::search
