#include "views/message.h"

#include "ui/phrases.h"
#include "views/build.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node message_view(const model::Site& site, std::string_view title, std::string_view message) {
    Node main = element(Role::main, Style::notice);
    main.identifier = "content";
    main.children.push_back(heading(1, Style::notice_title, {text(title)}));
    main.children.push_back(element(Role::paragraph, Style::notice_text, message));
    Node way = element(Role::paragraph, Style::notice_text);
    way.children.push_back(link(Style::tag_link, "/", phrase(site, Phrase::go_to_front)));
    main.children.push_back(std::move(way));
    return main;
}

}  // namespace broadsheet::views
