// KaTeX, run by the JavaScript engine QuickJS. Formulas are not trusted: memory, stack and steps
// are limited, so each of them ends.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Stands in a formula for its number, which depends on the formulas before it: U+E000.
inline constexpr std::string_view number_mark = "\xee\x80\x80";
// Around a label and around a reference to one, whose names are hexadecimal digits: U+E001, U+E002.
inline constexpr std::string_view label_mark = "\xee\x80\x81";
inline constexpr std::string_view reference_mark = "\xee\x80\x82";

// What KaTeX answers: MathML of its own, not yet cleaned, or what is wrong with the TeX.
struct KatexAnswer {
    std::string markup;
    std::string error;     // empty if there is a markup
    int error_place = -1;  // UTF-16 units of the TeX before the error; −1: not known
};

// One engine for one thread at a time. To start takes about 35 ms, a formula less than one.
class KatexEngine {
  public:
    KatexEngine();
    ~KatexEngine();
    KatexEngine(const KatexEngine&) = delete;
    KatexEngine& operator=(const KatexEngine&) = delete;

    KatexAnswer run(std::string_view tex, bool display);

    // True after a formula reached a limit. The state of the engine is then not known.
    bool is_exhausted() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::press
