// The stemmer of one language as a separate program, which web/search-worker.js loads for an index
// of that language. BROADSHEET_STEMMER is Snowball's name of the language. The file implements the
// few C library functions that Snowball calls, so that the program contains no allocator.
#include <array>
#include <cstddef>
#include <cstring>

#include "search/words/snowball.h"

extern "C" {
#include <api.h>
}

#define JOINED(left, right) left##right
#define OF_STEMMER(name, function) JOINED(name, function)
#define create_env OF_STEMMER(BROADSHEET_STEMMER, _UTF_8_create_env)
#define run OF_STEMMER(BROADSHEET_STEMMER, _UTF_8_stem)

namespace {

std::array<symbol, broadsheet::search::longest_stem> text;

// An arena for the memory of one word. It is reset before the next word.
alignas(std::max_align_t) std::array<std::byte, 4096> arena;
std::size_t used = 0;

}  // namespace

extern "C" {

SN_env* create_env();
int run(SN_env*);

void* malloc(std::size_t size) {
    constexpr std::size_t step = alignof(std::max_align_t);
    if (size > arena.size()) return nullptr;
    size = (size + step - 1) / step * step;
    if (size > arena.size() - used) return nullptr;
    used += size;
    return arena.data() + used - size;
}

void* calloc(std::size_t count, std::size_t size) {
    void* all = malloc(count * size);
    if (all) std::memset(all, 0, count * size);
    return all;
}

// Snowball only enlarges texts. This also copies bytes after the old text, which are not used.
void* realloc(void* old, std::size_t size) {
    void* grown = malloc(size);
    if (grown) std::memmove(grown, old, size);
    return grown;
}

void free(void*) {}

// The buffer for the word and its stem.
symbol* word() { return text.data(); }

// Stems a word of `length` symbols. Returns the length of the stem.
int stem(int length) {
    used = 0;
    SN_env* environment = create_env();
    if (!environment || SN_set_current(environment, length, text.data()) < 0) return length;
    if (run(environment) < 0) return length;
    const auto size = static_cast<std::size_t>(environment->l);
    if (size > text.size()) return length;
    std::memcpy(text.data(), environment->p, size);
    return environment->l;
}
}
