// The reading settings, behind "Aa" in the top bar.
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Action;
using page::Node;
using page::Role;
using page::Style;

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
        Node button =
            element(Role::button, pressed ? Style::option_pressed : Style::option, choice.name);
        button.action = choice.action;
        button.label = std::string(label) + ": " + std::string(choice.name);
        if (toggles) button.pressed = pressed ? page::Pressed::yes : page::Pressed::no;
        options.children.push_back(std::move(button));
    }
    Node line = element(Role::group, Style::settings_row);
    line.children.push_back(element(Role::paragraph, Style::settings_label, label));
    line.children.push_back(std::move(options));
    return line;
}

}  // namespace

Node settings_view(const Context& context) {
    // Without the program nothing could be set.
    if (!context.state.interactive) return element(Role::group, Style::none);
    const Settings& now = context.state.settings;
    Node panel = element(Role::group, Style::settings_panel);
    panel.children.push_back(
        row("Theme", {{"Device", Action::scheme_device, now.scheme == Scheme::device},
                      {"Light", Action::scheme_light, now.scheme == Scheme::light},
                      {"Dark", Action::scheme_dark, now.scheme == Scheme::dark}}));
    panel.children.push_back(row(
        "Text", {{"Smaller", Action::text_smaller, false}, {"Larger", Action::text_larger, false}},
        false));
    panel.children.push_back(row("Letters", {{"Serif", Action::face_serif, !now.sans},
                                             {"Sans", Action::face_sans, now.sans}}));
    panel.children.push_back(
        row("Width", {{"Narrow", Action::measure_narrow, now.width == LineWidth::narrow},
                      {"Normal", Action::measure_normal, now.width == LineWidth::normal},
                      {"Wide", Action::measure_wide, now.width == LineWidth::wide}}));
    panel.children.push_back(row("Lines", {{"Ragged", Action::ragged, !now.justified},
                                           {"Justified", Action::justify, now.justified}}));
    Node summary = element(Role::summary, Style::settings_summary, "Aa");
    summary.label = "Reading settings";
    return menu(context, Style::settings, "menu-settings", std::move(summary), std::move(panel));
}

}  // namespace broadsheet::views
