// The panel of reading settings, which "Aa" in the top bar opens.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Action;
using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

struct Choice {
    std::string_view name;
    Action action;
    bool chosen;
};

Node row(std::string_view label, std::initializer_list<Choice> choices, bool toggles = true) {
    Node options = element(Role::group, Style::options);
    for (const Choice& choice : choices) {
        const bool pressed = toggles && choice.chosen;
        Node option =
            button(pressed ? Style::option_pressed : Style::option, choice.name, choice.action);
        option.label = std::string(label) + ": " + std::string(choice.name);
        if (toggles) option.pressed = pressed ? page::Pressed::yes : page::Pressed::no;
        options.children.push_back(std::move(option));
    }
    Node line = element(Role::group, Style::settings_row);
    line.children.push_back(element(Role::paragraph, Style::settings_label, label));
    line.children.push_back(std::move(options));
    return line;
}

// The rows about the setting of text.
void append_typography(Node& panel, const ui::Settings& now, const model::Site& site) {
    const auto name = [&](Phrase which) { return phrase(site, which); };
    const model::TextLines lines = ui::lines_of(now, site);
    panel.children.push_back(row(
        name(Phrase::lines),
        {{name(Phrase::lines_ragged), Action::ragged, lines == model::TextLines::ragged},
         {name(Phrase::lines_even), Action::even, lines == model::TextLines::even},
         {name(Phrase::lines_justified), Action::justify, lines == model::TextLines::justified}}));
    const bool hangs = ui::is_on(now.hanging, site.hanging);
    if (lines == model::TextLines::justified) {
        panel.children.push_back(
            row(name(Phrase::punctuation),
                {{name(Phrase::punctuation_hanging), Action::hanging_on, hangs},
                 {name(Phrase::punctuation_inside), Action::hanging_off, !hangs}}));
    }
    const bool indented = ui::is_on(now.indented, site.indented);
    panel.children.push_back(
        row(name(Phrase::paragraphs),
            {{name(Phrase::paragraphs_spaced), Action::spaced, !indented},
             {name(Phrase::paragraphs_indented), Action::indented, indented}}));
    const bool large = ui::is_on(now.drop_caps, site.drop_caps);
    panel.children.push_back(
        row(name(Phrase::first_letter),
            {{name(Phrase::first_letter_normal), Action::drop_caps_off, !large},
             {name(Phrase::first_letter_large), Action::drop_caps_on, large}}));
    const model::TextFigures figures = ui::figures_of(now, site);
    panel.children.push_back(row(
        name(Phrase::figures),
        {{name(Phrase::figures_font), Action::figures_font, figures == model::TextFigures::font},
         {name(Phrase::figures_lining), Action::figures_lining,
          figures == model::TextFigures::lining},
         {name(Phrase::figures_old), Action::figures_old,
          figures == model::TextFigures::old_style}}));
}

}  // namespace

Node settings_view(const Context& context) {
    // Without the reader, settings cannot be changed.
    if (!context.state.interactive) return element(Role::group, Style::none);
    const ui::Settings& now = context.state.settings;
    const model::Site& site = context.publication.site;
    Node panel = element(Role::group, Style::settings_panel);
    panel.children.push_back(row(
        phrase(site, Phrase::theme),
        {{phrase(site, Phrase::theme_device), Action::scheme_device,
          now.scheme == ui::Scheme::device},
         {phrase(site, Phrase::theme_light), Action::scheme_light, now.scheme == ui::Scheme::light},
         {phrase(site, Phrase::theme_dark), Action::scheme_dark, now.scheme == ui::Scheme::dark}}));
    panel.children.push_back(row(phrase(site, Phrase::text),
                                 {{phrase(site, Phrase::text_smaller), Action::text_smaller, false},
                                  {phrase(site, Phrase::text_larger), Action::text_larger, false}},
                                 false));
    panel.children.push_back(
        row(phrase(site, Phrase::letters),
            {{phrase(site, Phrase::letters_serif), Action::face_serif, !now.sans},
             {phrase(site, Phrase::letters_sans), Action::face_sans, now.sans}}));
    panel.children.push_back(row(phrase(site, Phrase::width),
                                 {{phrase(site, Phrase::width_narrow), Action::measure_narrow,
                                   now.width == ui::LineWidth::narrow},
                                  {phrase(site, Phrase::width_normal), Action::measure_normal,
                                   now.width == ui::LineWidth::normal},
                                  {phrase(site, Phrase::width_wide), Action::measure_wide,
                                   now.width == ui::LineWidth::wide}}));
    append_typography(panel, now, site);
    panel.children.push_back(
        row(phrase(site, Phrase::new_articles),
            {{phrase(site, Phrase::new_marked), Action::new_marked, now.marks_new},
             {phrase(site, Phrase::new_unmarked), Action::new_unmarked, !now.marks_new}}));
    Node summary = element(Role::summary, Style::settings_summary, "Aa");
    summary.label = phrase(site, Phrase::reading_settings);
    return menu(context, Style::settings, "menu-settings", std::move(summary), std::move(panel));
}

}  // namespace broadsheet::views
