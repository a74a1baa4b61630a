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
    settings.hanging = Choice::off;
    settings.drop_caps = Choice::on;
    settings.indented = Choice::on;
    settings.figures = Figures::old_style;
    settings.contents_closed = true;
    settings.consent = Consent::refused;
    settings.providers = {"player.vimeo.com", "maps.example:8080"};
    settings.seen = {1'700'000'000, 1'700'000'600, 1'700'001'000};
    const std::string text = settings_text(settings);
    CHECK(text ==
          "scheme=dark;text=-2;face=sans;measure=wide;justify=on;hang=off;caps=on;indent=on;"
          "figures=old;contents=closed;consent=refused;embeds=player.vimeo.com,maps.example:8080;"
          "seen=1700000000.1700000600.1700001000");
    CHECK(read_settings(text) == settings);
}

TEST_CASE("typography is the site's unless the reader chooses") {
    model::Site site;
    site.drop_caps = true;
    site.figures = model::TextFigures::lining;
    const Settings own;
    CHECK(is_on(own.drop_caps, site.drop_caps));
    CHECK(figures_of(own, site) == model::TextFigures::lining);
    const Settings off = after(own, page::Action::drop_caps_off);
    CHECK_FALSE(is_on(off.drop_caps, site.drop_caps));
    CHECK(is_on(after(off, page::Action::drop_caps_on).drop_caps, false));
    CHECK(after(own, page::Action::hanging_off).hanging == Choice::off);
    CHECK(after(own, page::Action::hanging_on).hanging == Choice::on);
    CHECK(after(own, page::Action::indented).indented == Choice::on);
    CHECK(after(own, page::Action::spaced).indented == Choice::off);
    CHECK(figures_of(after(own, page::Action::figures_font), site) == model::TextFigures::font);
    CHECK(figures_of(after(own, page::Action::figures_old), site) == model::TextFigures::old_style);
    CHECK(figures_of(after(off, page::Action::figures_lining), {}) == model::TextFigures::lining);
}

TEST_CASE("unknown settings are ignored") {
    constexpr std::array<const char*, 18> odd = {"caps=",
                                                 "figures=roman",
                                                 "indent=1",
                                                 "seen=",
                                                 "seen=1.2",
                                                 "seen=1.2.3.4",
                                                 "seen=-1.2.3",
                                                 "seen=1.2.99999999999999999999",
                                                 "",
                                                 ";;;",
                                                 "text=9",
                                                 "text=x",
                                                 "scheme=neon",
                                                 "=dark",
                                                 "scheme",
                                                 "consent=given2",
                                                 "embeds=",
                                                 "embeds=,,<b>,a b"};
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

TEST_CASE("articles are new that came after the last visit ended") {
    const auto at = [](std::int64_t seconds) { return model::date_from_epoch(seconds); };
    Settings settings = after_visit({}, 1000, 50'000);
    CHECK_FALSE(is_new(settings, at(1000)));  // at the first visit nothing is new
    settings = after_visit(settings, 1500, 50'060);
    CHECK(is_new(settings, at(1500)));  // published during the visit
    settings = after_visit(settings, 2000, 60'000);
    CHECK_FALSE(is_new(settings, at(1500)));
    CHECK(is_new(settings, at(1501)));
    SUBCASE("a page of the same visit leaves them new") {
        settings = after_visit(settings, 2000, 60'000 + 30 * 60);
        CHECK(is_new(settings, at(2000)));
    }
    SUBCASE("the next visit does not") {
        settings = after_visit(settings, 2000, 60'001 + 30 * 60);
        CHECK_FALSE(is_new(settings, at(2000)));
    }
    SUBCASE("nor does one by a clock that was set back") {
        settings = after_visit(settings, 2000, 59'999);
        CHECK_FALSE(is_new(settings, at(2000)));
    }
    SUBCASE("who wants no marks is not remembered") {
        settings = after_visit(after(settings, page::Action::new_unmarked), 3000, 90'000);
        CHECK(settings_text(settings) == "new=off");
        CHECK_FALSE(is_new(settings, at(3000)));
        settings = after_visit(after(settings, page::Action::new_marked), 3000, 90'001);
        CHECK_FALSE(is_new(settings, at(3000)));
    }
}

}  // namespace broadsheet::ui
