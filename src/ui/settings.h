// The reading settings and the reader's consent to third-party content. The browser stores them as
// one line of text, which web/settings.js also reads before the first paint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::ui {

// The colour scheme.
enum class Scheme : std::uint8_t { device, light, dark };
// The line length of articles.
enum class LineWidth : std::uint8_t { normal, narrow, wide };
// How the lines of articles are broken; `site`: as the site says.
enum class Lines : std::uint8_t { site, ragged, even, justified };
// A choice that the site makes unless the reader does.
enum class Choice : std::uint8_t { site, off, on };
// The figures of texts.
enum class Figures : std::uint8_t { site, font, lining, old_style };
// Consent to third-party content.
enum class Consent : std::uint8_t { unasked, given, refused };

// What the reader has seen of the site. Times are seconds since 1970-01-01T00:00:00Z; 0: unknown.
struct Seen {
    std::int64_t before = 0;  // time of the newest article there was when the last visit ended
    std::int64_t newest = 0;  // time of the newest article there is at this visit
    std::int64_t at = 0;      // the last time that a page was opened

    bool operator==(const Seen&) const = default;
};

// The settings of a reader.
struct Settings {
    Scheme scheme = Scheme::device;
    int text_step = 0;  // -2 … 4
    bool sans = false;
    LineWidth width = LineWidth::normal;
    Lines lines = Lines::site;
    Choice hanging = Choice::site;    // punctuation of justified text hangs out of the column
    Choice drop_caps = Choice::site;  // articles begin with a large letter
    Choice indented = Choice::site;   // paragraphs begin with an indent
    Figures figures = Figures::site;
    bool contents_closed = false;        // the table of contents next to articles is closed
    Consent consent = Consent::unasked;  // to all providers, as the bar asks for it
    std::vector<std::string> providers;  // hosts whose embeds are always shown
    bool marks_new = true;               // articles that came since the last visit are marked
    Seen seen;                           // only if they are

    bool operator==(const Settings&) const = default;
};

// What a reader with these settings sees.
model::TextLines lines_of(const Settings& settings, const model::Site& site);
model::TextFigures figures_of(const Settings& settings, const model::Site& site);
inline bool is_on(Choice choice, bool of_site) {
    return choice == Choice::site ? of_site : choice == Choice::on;
}

inline constexpr int smallest_step = -2;
inline constexpr int largest_step = 4;

// The stored form,
// "scheme=dark;text=1;face=sans;measure=wide;justify=on;hang=off;caps=on;indent=on;figures=old;
// contents=closed;consent=given;embeds=player.vimeo.com,www.youtube-nocookie.com;seen=BEFORE.NEWEST.AT".
// It contains only values that differ from the defaults.
std::string settings_text(const Settings& settings);
// Parses the stored form. Ignores unknown parts.
Settings read_settings(std::string_view text);

// The settings after a button with this action and key is pressed. Actions of other buttons do not
// change them.
Settings after(Settings settings, page::Action action, std::string_view key = {});

// The settings after a page was opened at the time `now`, in a site whose newest article has the
// time `newest`. A visit ends when no page is opened for half an hour.
Settings after_visit(Settings settings, std::int64_t newest, std::int64_t now);

// True if an article of this date came after the reader's last visit.
bool is_new(const Settings& settings, const model::Date& date);

// The host that an embed is loaded from, as in Settings::providers.
std::string_view provider_of(std::string_view address);

}  // namespace broadsheet::ui
