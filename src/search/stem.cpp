#include "search/stem.h"

#include <array>

extern "C" {
#include <api.h>
#include <stem_UTF_8_english.h>
#include <stem_UTF_8_french.h>
#include <stem_UTF_8_german.h>
#include <stem_UTF_8_portuguese.h>
#include <stem_UTF_8_russian.h>
#include <stem_UTF_8_spanish.h>
}

namespace broadsheet::search {

namespace {

struct Stemmer {
    std::string_view language;
    SN_env* (*create)();
    int (*run)(SN_env*);
};

constexpr std::array<Stemmer, 6> stemmers = {{
    {"en", english_UTF_8_create_env, english_UTF_8_stem},
    {"es", spanish_UTF_8_create_env, spanish_UTF_8_stem},
    {"fr", french_UTF_8_create_env, french_UTF_8_stem},
    {"de", german_UTF_8_create_env, german_UTF_8_stem},
    {"pt", portuguese_UTF_8_create_env, portuguese_UTF_8_stem},
    {"ru", russian_UTF_8_create_env, russian_UTF_8_stem},
}};

}  // namespace

std::string stem(std::string_view term, std::string_view language) {
    if (term.size() < 3 || term.find_first_of("0123456789+#.:_|") != std::string_view::npos) {
        return std::string(term);
    }
    language = language.substr(0, language.find('-'));
    for (std::size_t i = 0; i < stemmers.size(); ++i) {
        if (stemmers[i].language != language) continue;
        // Kept for the program's life, one a thread: making one costs more than using it.
        static thread_local std::array<SN_env*, stemmers.size()> environments{};
        SN_env*& environment = environments[i];
        if (!environment) environment = stemmers[i].create();
        if (!environment) break;
        SN_set_current(environment, static_cast<int>(term.size()),
                       reinterpret_cast<const symbol*>(term.data()));
        if (stemmers[i].run(environment) < 0) break;
        return {reinterpret_cast<const char*>(environment->p),
                static_cast<std::size_t>(environment->l)};
    }
    return std::string(term);
}

}  // namespace broadsheet::search
