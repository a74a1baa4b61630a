// The header and footer of every page.
#include "addresses/feed.h"
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

namespace {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

// The date line. It is empty but takes its space if the current day is unknown.
Node date_line(const Context& context, Style style,
               std::string (*write)(const model::Site&, model::Day)) {
    Node node = element(Role::time, style);
    if (const auto& today = context.state.today) {
        node.datetime = model::format_day(*today);
        node.children.push_back(text(write(context.publication.site, *today)));
    }
    return node;
}

Node top_bar(const Context& context) {
    const model::Site& site = context.publication.site;
    Node inner = element(Role::group, Style::top_bar_inner);
    inner.children.push_back(date_line(context, Style::date_line, ui::dateline));
    inner.children.push_back(date_line(context, Style::date_line_short, ui::long_date));
    Node end = element(Role::group, Style::top_bar_end);
    if (!site.utility_menu.empty()) {
        std::vector<Node> items;
        items.push_back(utility_menu(context));
        // On phones, where it is empty, it would still have a gap beside it.
        end.children.push_back(navigation(
            Style::utility_menu, std::string(phrase(site, Phrase::about_site)), std::move(items)));
    }
    append(end.children, language_menu(context));
    append(end.children, settings_view(context));
    end.children.push_back(search_menu(context));
    inner.children.push_back(std::move(end));
    Node bar = element(Role::group, Style::top_bar);
    bar.children.push_back(std::move(inner));
    return bar;
}

// True for a title with a word that would not fit beside a phone's menu button, or of many words.
bool is_long(std::string_view title) {
    constexpr int longest_word = 9;
    constexpr int most_letters = 20;
    int letters = 0;
    int word = 0;
    for (const char c : title) {
        if ((static_cast<unsigned char>(c) & 0xc0U) == 0x80) continue;
        ++letters;
        word = c == ' ' ? 0 : word + 1;
        if (word > longest_word) return true;
    }
    return letters > most_letters;
}

Node masthead(const Context& context) {
    const model::Site& site = context.publication.site;
    const Style style = is_long(site.title) ? Style::masthead_title_long : Style::masthead_title;
    Node name = is_front_page(context) ? heading(1, style, {}) : element(Role::paragraph, style);
    name.children.push_back(link(Style::none, "/", site.title));
    const auto place = site.look.find("masthead");
    const bool at_start = place != site.look.end() && place->second == "start";
    Node head = element(Role::group, at_start ? Style::masthead_start : Style::masthead);
    head.children.push_back(phone_menu(context));
    head.children.push_back(std::move(name));
    if (!site.tagline.empty()) {
        head.children.push_back(element(Role::paragraph, Style::tagline, site.tagline));
    }
    // Centers the title.
    head.children.push_back(element(Role::group, Style::phone_spacer));
    return head;
}

}  // namespace

Node skip_link(const model::Site& site) {
    return link(Style::skip_link, "#content", phrase(site, Phrase::skip_to_content));
}

Node banner_view(const Context& context) {
    Node banner = element(Role::banner, Style::none);
    banner.children.push_back(top_bar(context));
    banner.children.push_back(masthead(context));
    banner.children.push_back(section_menu(context));
    return banner;
}

Node footer_view(const Context& context) {
    const model::Site& site = context.publication.site;
    Node inner = element(Role::group, Style::footer_inner);
    inner.children.push_back(element(Role::paragraph, Style::footer_title, site.title));
    Node entries = footer_menu(context);
    if (!entries.children.empty()) {
        std::vector<Node> menu;
        menu.push_back(std::move(entries));
        inner.children.push_back(
            navigation(Style::none, std::string(phrase(site, Phrase::footer)), std::move(menu)));
    }
    Node row = element(Role::group, Style::footer_row);
    row.children.push_back(
        link(Style::footer_button, addresses::feed_path("/"), phrase(site, Phrase::rss_feed)));
    if (site.offline) {
        row.children.push_back(link(Style::footer_button, addresses::offline_path,
                                    phrase(site, Phrase::on_this_device)));
    }
    if (site.offline && context.state.interactive && context.entry) {
        row.children.push_back(button(Style::footer_button, phrase(site, Phrase::keep_for_later),
                                      page::Action::keep_later));
    }
    const ui::Settings& settings = context.state.settings;
    const bool consented = settings.consent == ui::Consent::given || !settings.providers.empty() ||
                           !context.state.shown_embeds.empty();
    if (context.state.interactive && (site.consent_bar || consented)) {
        Node withdraw = element(
            Role::button, Style::footer_button,
            phrase(site, site.consent_bar ? Phrase::cookie_settings : Phrase::withdraw_consent));
        withdraw.action = page::Action::consent_withdraw;
        row.children.push_back(std::move(withdraw));
    }
    inner.children.push_back(std::move(row));
    if (!site.copyright.empty()) {
        inner.children.push_back(element(Role::paragraph, Style::footer_text, site.copyright));
    }
    Node footer = element(Role::contentinfo, Style::footer);
    footer.children.push_back(std::move(inner));
    return footer;
}

}  // namespace broadsheet::views
