#include "press/base/nfc.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("letters and their marks are composed") {
    CHECK(to_nfc("Cafe\xCC\x81") == "Caf\xC3\xA9");
    CHECK(to_nfc("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB") == "\xED\x95\x9C");  // 한
    CHECK(to_nfc("\xE3\x81\x8B\xE3\x82\x99") == "\xE3\x81\x8C");              // が
}

TEST_CASE("other text stays as it is") {
    for (const char* text : {"", "plain", "Caf\xC3\xA9", "\xE2\x84\xAB", "\xFF\xFE broken"}) {
        CHECK(to_nfc(text) == text);
    }
}

}  // namespace broadsheet::press
