#include "search/query/german.h"

#include <array>
#include <cstddef>

namespace broadsheet::search {

namespace {

struct Letter {
    std::string_view umlaut;
    std::string_view pair;
};

constexpr std::array<Letter, 4> letters = {{{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}}};

// In "neue", "Frauen" and "Quelle", "ue" is never an umlaut.
bool is_part_of_more(std::string_view term, std::size_t at) {
    return at > 0 && std::string_view("aeq").find(term[at - 1]) != std::string_view::npos;
}

}  // namespace

std::string spelled_out(std::string_view term) {
    std::string out;
    for (std::size_t at = 0; at < term.size();) {
        const Letter* found = nullptr;
        for (const Letter& each : letters) {
            if (term.substr(at).starts_with(each.umlaut)) found = &each;
        }
        if (found) out += found->pair;
        if (!found) out += term[at];
        at += found ? found->umlaut.size() : 1;
    }
    return out;
}

std::vector<GermanSpelling> german_spellings(std::string_view term, std::string_view language) {
    std::vector<GermanSpelling> spellings;
    if (language != "de" && !language.starts_with("de-")) return spellings;
    const std::string out = spelled_out(term);
    std::string with_umlauts;
    std::size_t last_end = 0;  // of the last pair, in `out`
    for (std::size_t at = 0; at < out.size();) {
        const Letter* found = nullptr;
        for (const Letter& each : letters) {
            // Words with "ss" and "ß" are the same without diacritics.
            const bool is_pair = each.pair != "ss" && out.substr(at).starts_with(each.pair) &&
                                 !is_part_of_more(out, at);
            if (is_pair) found = &each;
        }
        if (found) with_umlauts += found->umlaut;
        if (!found) with_umlauts += out[at];
        at += found ? found->pair.size() : 1;
        if (found) last_end = at;
    }
    if (last_end == 0) return spellings;
    const std::string beginning = out.substr(0, last_end);
    if (with_umlauts != term) spellings.push_back({with_umlauts, beginning});
    if (out != term) spellings.push_back({out, beginning});
    return spellings;
}

}  // namespace broadsheet::search
