// Share links. They are plain URLs without third-party scripts.
#include "page/page.h"
#include "strings/percent.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

// Encodes the value of a query parameter.
// True if one of the device's voices speaks the language of the article.
bool can_listen(const Context& context, const model::Entry& entry) {
    const std::string& language =
        entry.language.empty() ? context.publication.site.language : entry.language;
    const std::string code = language.substr(0, language.find('-'));
    const std::string voices = " " + context.state.voices + " ";
    return voices.find(" " + code + " ") != std::string::npos;
}

}  // namespace

Node share_view(const Context& context, const model::Entry& entry) {
    const std::string& base =
        context.state.site_url.empty() ? context.publication.site.base_url : context.state.site_url;
    if (base.empty()) return element(Role::group, Style::none);
    const std::string address =
        strings::percent_encoded(base + page::url_of(entry.summary.path, "/"));
    const std::string title = strings::percent_encoded(entry.summary.title);
    Node list = element(Role::list, Style::share);
    list.children.push_back(element(Role::list_item, Style::share_label,
                                    phrase(context.publication.site, Phrase::share)));
    const auto add = [&](std::string_view name, const std::string& target) {
        list.children.push_back(item_of(link(Style::share_link, target, name)));
    };
    add("Facebook", "https://www.facebook.com/sharer/sharer.php?u=" + address);
    add("X", "https://x.com/intent/post?url=" + address + "&text=" + title);
    std::string pin =
        "https://www.pinterest.com/pin/create/button/?url=" + address + "&description=" + title;
    if (entry.summary.picture) {
        pin += "&media=" +
               strings::percent_encoded(base + page::url_of(entry.summary.picture->target, "/"));
    }
    add("Pinterest", pin);
    add(phrase(context.publication.site, Phrase::email),
        "mailto:?subject=" + title + "&body=" + address);
    if (!context.state.interactive) {
        // The link can be copied manually, and it reserves the space of the button, so that nothing
        // moves when the reader starts.
        add(phrase(context.publication.site, Phrase::copy_link), entry.summary.path);
    } else {
        list.children.push_back(
            item_of(button(Style::share_button, phrase(context.publication.site, Phrase::copy_link),
                           page::Action::copy_link)));
        if (can_listen(context, entry)) {
            list.children.push_back(item_of(button(Style::share_button,
                                                   phrase(context.publication.site, Phrase::listen),
                                                   page::Action::listen)));
        }
        if (context.state.can_share) {
            list.children.push_back(item_of(
                button(Style::share_button, phrase(context.publication.site, Phrase::more_ways),
                       page::Action::share)));
        }
    }
    return list;
}

}  // namespace broadsheet::views
