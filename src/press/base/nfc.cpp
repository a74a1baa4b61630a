#include "press/base/nfc.h"

#include <utf8proc.h>

#include <vector>

namespace broadsheet::press {

namespace {

// True for the first bytes of combining marks: those of Latin, Greek and Cyrillic letters, of kana,
// and the conjoining letters of Korean.
bool has_marks(const std::string& text) {
    for (const char lead : {'\xCC', '\xCD'}) {
        if (text.find(lead) != std::string::npos) return true;
    }
    return text.find("\xE3\x82\x99") != std::string::npos ||
           text.find("\xE3\x82\x9A") != std::string::npos ||
           text.find("\xE1\x84") != std::string::npos || text.find("\xE1\x85") != std::string::npos;
}

}  // namespace

std::string to_nfc(std::string text) {
    if (!has_marks(text)) return text;
    // utf8proc_map() would measure the result with a null buffer, which is undefined behaviour.
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    std::vector<utf8proc_int32_t> letters(text.size() + 1);
    const auto decompose = [&] {
        return utf8proc_decompose(bytes, size, letters.data(),
                                  static_cast<utf8proc_ssize_t>(letters.size()) - 1, options);
    };
    utf8proc_ssize_t count = decompose();
    if (count >= static_cast<utf8proc_ssize_t>(letters.size())) {
        letters.resize(static_cast<std::size_t>(count) + 1);
        count = decompose();
    }
    if (count < 0) return text;  // not UTF-8
    // Writes the composed text over the letters, and a final zero.
    const utf8proc_ssize_t length = utf8proc_reencode(letters.data(), count, options);
    if (length < 0) return text;
    return std::string(reinterpret_cast<const char*>(letters.data()),
                       static_cast<std::size_t>(length));
}

}  // namespace broadsheet::press
