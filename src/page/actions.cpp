#include <array>

#include "page/page.h"

namespace broadsheet::page {

namespace {

// In the order of Action.
constexpr std::array<std::string_view, static_cast<std::size_t>(Action::count_)> action_names = {
    "",
    "retry",
    "copy-link",
    "copy-code",
    "share",
    "keep-later",
    "listen",
    "new-marked",
    "new-unmarked",
    "scheme-device",
    "scheme-light",
    "scheme-dark",
    "text-smaller",
    "text-larger",
    "face-serif",
    "face-sans",
    "measure-narrow",
    "measure-normal",
    "measure-wide",
    "justify",
    "even",
    "ragged",
    "hanging-on",
    "hanging-off",
    "drop-caps-on",
    "drop-caps-off",
    "indented",
    "spaced",
    "figures-font",
    "figures-lining",
    "figures-old",
    "consent-give",
    "consent-refuse",
    "consent-withdraw",
    "embed-show",
    "embed-always",
    "comments-show",
    "comments-height"};

}  // namespace

std::string_view action_name(Action action) {
    return action_names[static_cast<std::size_t>(action)];
}

Action action_of(std::string_view name) {
    for (std::size_t i = 1; i < action_names.size(); ++i) {
        if (action_names[i] == name) return static_cast<Action>(i);
    }
    return Action::none;
}

}  // namespace broadsheet::page
