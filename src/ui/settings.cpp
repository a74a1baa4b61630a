#include "ui/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace broadsheet::ui {

namespace {

using page::Action;

constexpr std::array<std::string_view, 3> schemes = {"", "light", "dark"};
constexpr std::array<std::string_view, 3> widths = {"", "narrow", "wide"};
constexpr std::array<std::string_view, 4> line_names = {"", "off", "even", "on"};
constexpr std::array<std::string_view, 3> switches = {"", "off", "on"};
constexpr std::array<std::string_view, 4> figure_names = {"", "font", "lining", "old"};
constexpr std::array<std::string_view, 3> consents = {"", "given", "refused"};

void add(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!out.empty()) out += ';';
    out += std::string(name) + "=" + std::string(value);
}

template <typename Choice, std::size_t count>
void choose(Choice& choice, const std::array<std::string_view, count>& names,
            std::string_view value) {
    const auto found = std::find(names.begin(), names.end(), value);
    if (found != names.end()) choice = static_cast<Choice>(found - names.begin());
}

bool is_host(std::string_view text) {
    const std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-:";
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

void add_provider(Settings& settings, std::string_view host) {
    auto& all = settings.providers;
    if (is_host(host) && std::find(all.begin(), all.end(), host) == all.end()) {
        all.emplace_back(host);
    }
}

void read_providers(Settings& settings, std::string_view list) {
    while (!list.empty()) {
        const std::string_view host = list.substr(0, list.find(','));
        list.remove_prefix(std::min(host.size() + 1, list.size()));
        add_provider(settings, host);
    }
}

constexpr std::int64_t visit_ends_after = 30 * 60;  // seconds without a page

// The three numbers of `Seen`; nothing if the text is anything else.
Seen read_seen(std::string_view text) {
    Seen seen;
    for (std::int64_t* number : {&seen.before, &seen.newest, &seen.at}) {
        const char* const end = text.data() + text.size();
        const auto [rest, error] = std::from_chars(text.data(), end, *number);
        const bool is_last = number == &seen.at;
        if (error != std::errc() || *number < 0 || is_last != (rest == end)) return {};
        if (!is_last && *rest != '.') return {};
        text.remove_prefix(static_cast<std::size_t>(rest - text.data()) + (is_last ? 0 : 1));
    }
    return seen;
}

void read_one(Settings& settings, std::string_view name, std::string_view value) {
    if (name == "scheme") choose(settings.scheme, schemes, value);
    if (name == "measure") choose(settings.width, widths, value);
    if (name == "consent") choose(settings.consent, consents, value);
    if (name == "face") settings.sans = value == "sans";
    if (name == "justify") choose(settings.lines, line_names, value);
    if (name == "hang") choose(settings.hanging, switches, value);
    if (name == "caps") choose(settings.drop_caps, switches, value);
    if (name == "indent") choose(settings.indented, switches, value);
    if (name == "figures") choose(settings.figures, figure_names, value);
    if (name == "embeds") read_providers(settings, value);
    if (name == "new") settings.marks_new = value != "off";
    if (name == "seen") settings.seen = read_seen(value);
    if (name == "contents") settings.contents_closed = value == "closed";
    if (name == "text") {
        for (int step = smallest_step; step <= largest_step; ++step) {
            if (value == std::to_string(step)) settings.text_step = step;
        }
    }
}

}  // namespace

std::string settings_text(const Settings& settings) {
    std::string out;
    add(out, "scheme", schemes[static_cast<std::size_t>(settings.scheme)]);
    if (settings.text_step != 0) add(out, "text", std::to_string(settings.text_step));
    add(out, "face", settings.sans ? "sans" : "");
    add(out, "measure", widths[static_cast<std::size_t>(settings.width)]);
    add(out, "justify", line_names[static_cast<std::size_t>(settings.lines)]);
    add(out, "hang", switches[static_cast<std::size_t>(settings.hanging)]);
    add(out, "caps", switches[static_cast<std::size_t>(settings.drop_caps)]);
    add(out, "indent", switches[static_cast<std::size_t>(settings.indented)]);
    add(out, "figures", figure_names[static_cast<std::size_t>(settings.figures)]);
    add(out, "contents", settings.contents_closed ? "closed" : "");
    add(out, "consent", consents[static_cast<std::size_t>(settings.consent)]);
    std::string providers;
    for (const std::string& provider : settings.providers) {
        if (!providers.empty()) providers += ',';
        providers += provider;
    }
    add(out, "embeds", providers);
    add(out, "new", settings.marks_new ? "" : "off");
    const Seen& seen = settings.seen;
    if (seen != Seen()) {
        add(out, "seen",
            std::to_string(seen.before) + "." + std::to_string(seen.newest) + "." +
                std::to_string(seen.at));
    }
    return out;
}

Settings read_settings(std::string_view text) {
    Settings settings;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const auto sign = part.find('=');
        if (sign == std::string_view::npos) continue;
        read_one(settings, part.substr(0, sign), part.substr(sign + 1));
    }
    return settings;
}

Settings after(Settings settings, Action action, std::string_view key) {
    switch (action) {
        case Action::scheme_device: settings.scheme = Scheme::device; break;
        case Action::scheme_light: settings.scheme = Scheme::light; break;
        case Action::scheme_dark: settings.scheme = Scheme::dark; break;
        case Action::text_smaller:
            settings.text_step = std::max(settings.text_step - 1, smallest_step);
            break;
        case Action::text_larger:
            settings.text_step = std::min(settings.text_step + 1, largest_step);
            break;
        case Action::face_serif: settings.sans = false; break;
        case Action::face_sans: settings.sans = true; break;
        case Action::measure_narrow: settings.width = LineWidth::narrow; break;
        case Action::measure_normal: settings.width = LineWidth::normal; break;
        case Action::measure_wide: settings.width = LineWidth::wide; break;
        case Action::justify: settings.lines = Lines::justified; break;
        case Action::even: settings.lines = Lines::even; break;
        case Action::ragged: settings.lines = Lines::ragged; break;
        case Action::hanging_on: settings.hanging = Choice::on; break;
        case Action::hanging_off: settings.hanging = Choice::off; break;
        case Action::drop_caps_on: settings.drop_caps = Choice::on; break;
        case Action::drop_caps_off: settings.drop_caps = Choice::off; break;
        case Action::indented: settings.indented = Choice::on; break;
        case Action::spaced: settings.indented = Choice::off; break;
        case Action::figures_font: settings.figures = Figures::font; break;
        case Action::figures_lining: settings.figures = Figures::lining; break;
        case Action::figures_old: settings.figures = Figures::old_style; break;
        case Action::consent_give: settings.consent = Consent::given; break;
        case Action::consent_refuse: settings.consent = Consent::refused; break;
        case Action::consent_withdraw:
            settings.consent = Consent::unasked;
            settings.providers.clear();
            break;
        case Action::new_marked: settings.marks_new = true; break;
        case Action::new_unmarked:
            settings.marks_new = false;
            settings.seen = {};
            break;
        case Action::embed_always: add_provider(settings, key); break;
        default: break;
    }
    return settings;
}

Settings after_visit(Settings settings, std::int64_t newest, std::int64_t now) {
    if (!settings.marks_new) return settings;
    Seen& seen = settings.seen;
    // A clock that was set back ends a visit too, so that it never lasts for ever.
    const bool is_another = now < seen.at || now - seen.at > visit_ends_after;
    if (seen.at == 0) {
        seen.before = newest;
    } else if (is_another) {
        seen.before = seen.newest;
    }
    seen.newest = newest;
    seen.at = now;
    return settings;
}

bool is_new(const Settings& settings, const model::Date& date) {
    return settings.marks_new && settings.seen.at != 0 &&
           model::seconds_since_epoch(date) > settings.seen.before;
}

model::TextLines lines_of(const Settings& settings, const model::Site& site) {
    if (settings.lines == Lines::site) return site.lines;
    return static_cast<model::TextLines>(static_cast<int>(settings.lines) - 1);
}

model::TextFigures figures_of(const Settings& settings, const model::Site& site) {
    if (settings.figures == Figures::site) return site.figures;
    return static_cast<model::TextFigures>(static_cast<int>(settings.figures) - 1);
}

std::string_view provider_of(std::string_view address) {
    const auto scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    return address.substr(0, address.find_first_of("/?#"));
}

}  // namespace broadsheet::ui
