// The bar that asks for consent to third-party content, for sites that must have one. Otherwise
// only the embeds ask (document.cpp).
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node consent_view(const Context& context) {
    const auto& sources = context.publication.site.frame_sources;
    if (!context.state.interactive || sources.empty() || !context.publication.site.consent_bar ||
        context.state.settings.consent != ui::Consent::unasked) {
        return element(Role::group, Style::none);
    }
    std::string companies;
    for (const std::string& source : sources) {
        if (!companies.empty()) companies += ", ";
        companies += ui::provider_of(source);
    }
    Node buttons = element(Role::group, Style::consent_buttons);
    buttons.children.push_back(button(Style::consent_button,
                                      phrase(context.publication.site, Phrase::allow),
                                      page::Action::consent_give));
    buttons.children.push_back(button(Style::consent_button,
                                      phrase(context.publication.site, Phrase::do_not_allow),
                                      page::Action::consent_refuse));
    Node inner = element(Role::group, Style::consent_inner);
    inner.children.push_back(
        element(Role::paragraph, Style::consent_text,
                phrase(context.publication.site, Phrase::consent, {companies})));
    inner.children.push_back(std::move(buttons));
    Node banner = element(Role::section, Style::consent);
    banner.label = phrase(context.publication.site, Phrase::cookies);
    banner.children.push_back(std::move(inner));
    return banner;
}

}  // namespace broadsheet::views
