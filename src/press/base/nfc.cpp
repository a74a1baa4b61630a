#include "press/base/nfc.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

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
    utf8proc_uint8_t* composed = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, std::free);
    if (size < 0) return text;  // not UTF-8
    return std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
}

}  // namespace broadsheet::press
