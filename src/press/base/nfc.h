// Unicode normalisation of text and file names.
#pragma once

#include <string>

namespace broadsheet::press {

// Composes letters with the marks after them (NFC). macOS stores file names decomposed, but people
// type composed letters. Text without such marks is returned unchanged, without a search for
// characters that normalisation would replace by others.
std::string to_nfc(std::string text);

}  // namespace broadsheet::press
