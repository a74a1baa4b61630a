// How a reader wants pages to be, and what the reader has agreed to. Kept by
// the browser as one line of text, which web/settings.js also reads before the first paint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "page/page.h"

namespace broadsheet::ui {

enum class Scheme : std::uint8_t { device, light, dark };
enum class LineWidth : std::uint8_t { normal, narrow, wide };
enum class Consent : std::uint8_t { unasked, given, refused };

struct Settings {
    Scheme scheme = Scheme::device;
    int text_step = 0;  // -2 … 4
    bool sans = false;
    LineWidth width = LineWidth::normal;
    bool justified = false;
    bool contents_closed = false;  // the table of contents beside articles
    Consent consent = Consent::unasked;

    bool operator==(const Settings&) const = default;
};

inline constexpr int smallest_step = -2;
inline constexpr int largest_step = 4;

// "scheme=dark;text=1;face=sans;measure=wide;justify=on;contents=closed;consent=given"; only what
// differs from the usual.
std::string settings_text(const Settings& settings);
// Skips what it does not know.
Settings read_settings(std::string_view text);

// What pressing a button makes of the settings; the same where it is no button of theirs.
Settings after(Settings settings, page::Action action);

}  // namespace broadsheet::ui
