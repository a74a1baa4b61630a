#include "theme/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "theme/stylesheet.h"

namespace broadsheet::theme {

namespace {

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(Color color) {
    const auto channel = [](int value) {
        const double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.red) + 0.7152 * channel(color.green) +
           0.0722 * channel(color.blue);
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace

TEST_CASE("every style has a rule with its class") {
    for (int i = 1; i < page::style_count; ++i) {
        page::Node node;
        node.style = static_cast<page::Style>(i);
        const Rule* rule = rule_of(node, false);
        REQUIRE(rule != nullptr);
        CHECK(
            std::string(rule->selector).ends_with("." + std::string(page::class_name(node.style))));
    }
}

TEST_CASE("text has a contrast of 4.5 to 1 in both palettes") {
    for (const Palette* palette : {&default_theme().light, &default_theme().dark}) {
        const auto color = [&](Ink ink) { return (*palette)[static_cast<std::size_t>(ink)]; };
        for (const Ink ink : {Ink::ink, Ink::soft, Ink::accent, Ink::link, Ink::code_keyword,
                              Ink::code_string, Ink::code_comment, Ink::code_name}) {
            CHECK(contrast(color(ink), color(Ink::paper)) >= 4.5);
            CHECK(contrast(color(ink), color(Ink::wash)) >= 4.5);
        }
        CHECK(contrast(color(Ink::paper), color(Ink::accent)) >= 4.5);
    }
}

TEST_CASE("breakpoints begin at their width") {
    CHECK(breakpoint_for(759.9F) == Breakpoint::phone);
    CHECK(breakpoint_for(760) == Breakpoint::tablet);
    CHECK(breakpoint_for(1099) == Breakpoint::tablet);
    CHECK(breakpoint_for(1100) == Breakpoint::desktop);
}

TEST_CASE("text properties are inherited, box properties are not") {
    page::Node card;
    card.role = page::Role::article;
    card.style = page::Style::byline;
    const Computed parent = compute(card, root_style(), false, ReadingSetup{});
    page::Node inner;
    inner.role = page::Role::paragraph;
    const Computed child = compute(inner, parent, false, ReadingSetup{});
    CHECK(child.family == Family::sans);
    CHECK(child.size == 13);
    CHECK(child.padding_top == 0);
    CHECK(child.border_top.width == 0);
}

TEST_CASE("elements of an article are styled only within prose") {
    page::Node heading;
    heading.role = page::Role::heading;
    heading.level = 2;
    CHECK(compute(heading, root_style(), true, ReadingSetup{}).size == 28);
    CHECK(compute(heading, root_style(), false, ReadingSetup{}).size == root_style().size);
}

TEST_CASE("the style sheet matches the table") {
    const std::string css = stylesheet(default_theme());
    CHECK(css.find(".article-title{display:block;font-size:34px;line-height:40px;font-weight:700;"
                   "letter-spacing:-0.018em;text-wrap:balance;}") != std::string::npos);
    CHECK(css.find("--paper:#fbfaf7") != std::string::npos);
    CHECK(css.find("@media (prefers-color-scheme:dark)") != std::string::npos);
    CHECK(css.find(".points-32{font-size:10.667px}") != std::string::npos);
    CHECK(css.find("grid-template-columns:200px minmax(0,1fr) 266px") != std::string::npos);
}

}  // namespace broadsheet::theme
