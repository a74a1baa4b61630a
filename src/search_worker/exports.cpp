// Functions that web/search-worker.js calls. Texts are pointers to UTF-8 that the caller owns and
// frees.
#include <optional>
#include <string>
#include <string_view>

#include "search/query/engine.h"

namespace {

using broadsheet::search::Engine;
using broadsheet::search::Step;

std::optional<Engine>& engine() {
    static std::optional<Engine> only(std::in_place);
    return only;
}

std::string& result() {
    static std::string only;
    return only;
}

std::string_view view(const char* text, int length) {
    return {text, static_cast<std::size_t>(length)};
}

}  // namespace

extern "C" {

// `request` is an answer's text up to its request. The result is "?" and the names of the wanted
// files, one per line, or "=" and the answer's text. Returns its length.
int search_ask(const char* request, int length) {
    const Step step = engine()->ask(broadsheet::search::read_request(view(request, length)));
    std::string& out = result();
    out = step.wanted.empty() ? "=" : "?";
    for (const std::string& name : step.wanted) out += name + "\n";
    if (step.wanted.empty()) out += broadsheet::search::write_answer(step.answer);
    return static_cast<int>(out.size());
}

// The result is the passage of a text that has words of the answered request; empty if none has.
// Returns its length.
int search_passage(const char* request, int request_length, const char* text, int length) {
    result() = engine()->passage(broadsheet::search::read_request(view(request, request_length)),
                                 view(text, length));
    return static_cast<int>(result().size());
}

const char* search_result() { return result().data(); }

void search_supply(const char* name, int name_length, const char* bytes, int length) {
    engine()->supply(view(name, name_length), view(bytes, length));
}

void search_miss(const char* name, int length) { engine()->miss(view(name, length)); }

// Starts with another index (`anew`), or tries missing files again.
void search_begin(int anew) {
    if (anew != 0) {
        engine().emplace();
    } else {
        engine()->forget_missing();
    }
}
}
