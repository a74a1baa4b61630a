#include "ui/settings.h"

#include <doctest/doctest.h>

#include <array>

namespace broadsheet::ui {

TEST_CASE("settings are stored as one line and read back") {
    Settings settings;
    CHECK(settings_text(settings).empty());
    settings.scheme = Scheme::dark;
    settings.text_step = -2;
    settings.sans = true;
    settings.width = LineWidth::wide;
    settings.lines = Lines::justified;
    settings.contents_closed = true;
    settings.consent = Consent::refused;
    settings.providers = {"player.vimeo.com", "maps.example:8080"};
    const std::string text = settings_text(settings);
    CHECK(text ==
          "scheme=dark;text=-2;face=sans;measure=wide;justify=on;contents=closed;consent=refused;"
          "embeds=player.vimeo.com,maps.example:8080");
    CHECK(read_settings(text) == settings);
}

TEST_CASE("unknown settings are ignored") {
    constexpr std::array<const char*, 10> odd = {
        "",      ";;;",    "text=9",         "text=x",  "scheme=neon",
        "=dark", "scheme", "consent=given2", "embeds=", "embeds=,,<b>,a b"};
    for (const char* text : odd) {
        CAPTURE(text);
        CHECK(read_settings(text) == Settings{});
    }
}

TEST_CASE("a button changes one setting, within its limits") {
    Settings settings;
    for (int i = 0; i < 10; ++i) settings = after(settings, page::Action::text_larger);
    CHECK(settings.text_step == largest_step);
    for (int i = 0; i < 20; ++i) settings = after(settings, page::Action::text_smaller);
    CHECK(settings.text_step == smallest_step);
    CHECK(after({}, page::Action::scheme_dark).scheme == Scheme::dark);
    const Settings one = after({}, page::Action::embed_always, "player.vimeo.com");
    CHECK(one.providers == std::vector<std::string>{"player.vimeo.com"});
    CHECK(after(one, page::Action::embed_always, "player.vimeo.com") == one);
    CHECK(after(one, page::Action::embed_always, "a;scheme=dark") == one);
    CHECK(after(one, page::Action::consent_withdraw) == Settings());
    CHECK(provider_of("https://player.vimeo.com/video/1?x=2") == "player.vimeo.com");
    CHECK(after({}, page::Action::consent_give).consent == Consent::given);
    CHECK(after({}, page::Action::retry) == Settings{});
}

}  // namespace broadsheet::ui
