// A separate file, so that the reader's program does not contain the names.
#include <array>

#include "ui/phrases.h"

namespace broadsheet::ui {

std::string_view phrase_name(Phrase which) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Phrase::count)> names = {
#define PHRASE(name, english) #name,
#include "ui/phrases.inc"
#undef PHRASE
    };
    return names[static_cast<std::size_t>(which)];
}

}  // namespace broadsheet::ui
