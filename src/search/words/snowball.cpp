#include "search/words/snowball.h"

#include <array>

extern "C" {
#include <api.h>

#define STEMMER(language, name)            \
    SN_env* name##_UTF_8_create_env(void); \
    int name##_UTF_8_stem(SN_env*);
#include "search/words/stemmers.def"
#undef STEMMER
}

namespace broadsheet::search {

namespace {

struct Stemmer {
    SN_env* (*create)();
    int (*run)(SN_env*);
};

constexpr Stemmer stemmers[] = {
#define STEMMER(language, name) {name##_UTF_8_create_env, name##_UTF_8_stem},
#include "search/words/stemmers.def"
#undef STEMMER
};

}  // namespace

std::string snowball_stem(std::string_view word, std::size_t language) {
    // Created once per thread and never freed, because creating a stemmer costs more than using it.
    static thread_local std::array<SN_env*, std::size(stemmers)> environments{};
    SN_env*& environment = environments[language];
    if (!environment) environment = stemmers[language].create();
    if (!environment) return std::string(word);
    SN_set_current(environment, static_cast<int>(word.size()),
                   reinterpret_cast<const symbol*>(word.data()));
    if (stemmers[language].run(environment) < 0) return std::string(word);
    return {reinterpret_cast<const char*>(environment->p),
            static_cast<std::size_t>(environment->l)};
}

}  // namespace broadsheet::search
