#include "press/config/menu_settings.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::press {

namespace {

const std::vector<Setting<model::Link>>& menu_entry_settings();

std::vector<model::Link> read_links(SettingReader& reader, const Value& list,
                                    std::string_view name) {
    std::vector<model::Link> links;
    reader.each_table(list, name, "a list of tables, each with name and url",
                      [&](const Value& item) {
                          model::Link& link = links.emplace_back();
                          read_settings(reader, item, "a menu entry", menu_entry_settings(), link);
                          if (link.title.empty()) {
                              reader.error(item, "a menu entry has no name", "add name = \"…\"");
                          }
                      });
    return links;
}

const std::vector<Setting<model::Link>>& menu_entry_settings() {
    static const std::vector<Setting<model::Link>> settings = {
        text_setting("name", &model::Link::title, "text", "name of a menu entry"),
        custom_setting<model::Link>(
            "url", "address or path", "target of the link",
            [](SettingReader& reader, const Value& value, model::Link& link) {
                if (!value.is_scalar()) return reader.wrong_kind(value, "url", "text");
                link.target = reader.safe_target(value, value.text);
            }),
        custom_setting<model::Link>(
            "children", "list of entries", "entries of its submenu",
            [](SettingReader& reader, const Value& value, model::Link& link) {
                link.children = read_links(reader, value, "children");
            }),
    };
    return settings;
}

Setting<MenuConfig> menu_setting(std::string_view name, std::vector<model::Link> MenuConfig::*menu,
                                 std::string meaning) {
    return custom_setting<MenuConfig>(
        name, "list of entries", std::move(meaning),
        [name, menu](SettingReader& reader, const Value& value, MenuConfig& config) {
            config.*menu = read_links(reader, value, "menu." + std::string(name));
        });
}

// Accepts { name = "url", … } and [{ name = …, url = … }].
void read_author_links(SettingReader& reader, const Value& value, AuthorConfig& author) {
    if (value.kind != ValueKind::table) {
        author.links = read_links(reader, value, "links");
        return;
    }
    for (const Value& target : value.members) {
        author.links.push_back({target.name, reader.safe_target(target, target.text), {}});
    }
}

const std::vector<Setting<AuthorConfig>>& author_settings() {
    static const std::vector<Setting<AuthorConfig>> settings = {
        text_setting("name", &AuthorConfig::name, "text", "name of the author whose ID is ID"),
        text_setting("bio", &AuthorConfig::biography, "text",
                     "shown on the author's page and below their articles"),
        text_setting("portrait", &AuthorConfig::portrait, "/file.jpg",
                     "a picture in the content folder"),
        custom_setting<AuthorConfig>("links", "{ Name = \"https://…\" }",
                                     "the author's pages on other sites", read_author_links),
    };
    return settings;
}

void read_authors(SettingReader& reader, const Value& authors, SiteConfig& config) {
    if (authors.kind != ValueKind::table) return reader.wrong_kind(authors, "authors", "a table");
    for (const Value& value : authors.members) {
        if (value.kind != ValueKind::table) {
            reader.wrong_kind(value, value.name, "a table with a name");
            continue;
        }
        AuthorConfig& author = config.authors.emplace_back();
        author.id = value.name;
        read_settings(reader, value, "an author", author_settings(), author);
        if (author.name.empty()) author.name = author.id;
    }
}

}  // namespace

Setting<SiteConfig> menus_setting() {
    Setting<SiteConfig> setting = table_setting<SiteConfig, MenuConfig>(
        "menu", &SiteConfig::menu,
        {menu_setting("main", &MenuConfig::main,
                      "below the masthead (default: the top categories)"),
         menu_setting("utility", &MenuConfig::utility, "in the top bar (default: the pages)"),
         menu_setting("footer", &MenuConfig::footer, "in the footer")});
    for (SettingText& text : texts_under("[[menu.main]]", menu_entry_settings())) {
        setting.texts.push_back(std::move(text));
    }
    return setting;
}

Setting<SiteConfig> authors_setting() {
    return parts_setting("authors", "[authors.ID]", author_settings(), read_authors);
}

}  // namespace broadsheet::press
