#include "press/config/site_config.h"

#include <algorithm>
#include <array>

#include "press/base/nearest_name.h"
#include "press/config/languages.h"
#include "press/config/permalink.h"
#include "press/config/site_settings.h"
#include "press/config/taxonomies.h"
#include "strings/edit_distance.h"
#include "theme/custom.h"

namespace broadsheet::press {

namespace {

constexpr std::array<std::string_view, 4> slot_names = {"top", "sidebar", "article", "list"};

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

// The names are ASCII; other bytes only have to differ.
class ConfigReader {
  public:
    explicit ConfigReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    SiteConfig read(const Value& table) {
        check_names(table, names_in(""), "site.toml");
        SiteConfig config;
        config.title = text(table, "title");
        config.tagline = text(table, "tagline");
        config.description = text(table, "description");
        config.language = text(table, "language");
        config.base_url = text(table, "base_url");
        config.copyright = text(table, "copyright");
        config.permalink = text(table, "permalink");
        if (const auto unknown = unknown_placeholder(config.permalink)) {
            error(*table.find("permalink"), "\"" + *unknown + "\" means nothing in permalink",
                  "write it of :year, :month, :day, :slug, :categories and :section");
        }
        read_week_start(table, config);
        config.page_size = number(table, "page_size", 1, 100).value_or(config.page_size);
        config.nested_categories = yes_or_no(table, "nested_categories");
        config.date_format = text(table, "date_format");
        if (!config.date_format.empty() &&
            config.date_format.find_first_of("YMD") == std::string::npos) {
            error(*table.find("date_format"), "date_format names no part of a date",
                  "write it of YYYY, MMMM, MMM, MM, M, DD and D");
        }
        read_own_taxonomies(table, config);
        read_authors(table, config);
        read_menus(table, config);
        read_advertisements(table, config);
        read_look(table, config);
        read_feeds(table, config);
        read_check(table, config);
        read_phrases(table, config);
        return config;
    }

  private:
    void error(const Value& value, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.position = value.position;
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(diagnostic));
    }

    void wrong(const Value& value, std::string_view name, std::string_view wanted) {
        error(value, std::string(name) + " is " + describe(value),
              "it must be " + std::string(wanted));
    }

    void check_names(const Value& table, const std::vector<std::string_view>& names,
                     std::string_view where) {
        for (const Value& value : table.members) {
            const std::string& name = value.name;
            const bool known = std::any_of(names.begin(), names.end(), [&](std::string_view each) {
                return equal_ignoring_case(each, name);
            });
            if (known) continue;
            const auto nearest = nearest_name(lower_ascii(name), names);
            error(value, "\"" + name + "\" means nothing in " + std::string(where),
                  nearest ? "did you mean \"" + *nearest + "\"?" : "remove it");
        }
    }

    std::string text(const Value& table, std::string_view name) {
        const Value* value = table.find(name);
        if (value == nullptr) return {};
        if (value->is_scalar()) return value->text;
        wrong(*value, name, "text");
        return {};
    }

    void read_week_start(const Value& table, SiteConfig& config) {
        const Value* value = table.find("week_start");
        if (value == nullptr) return;
        for (std::size_t i = 0; i < weekdays.size(); ++i) {
            if (equal_ignoring_case(value->text, weekdays[i])) {
                config.week_start = static_cast<int>(i) + 1;
                return;
            }
        }
        wrong(*value, "week_start", "the name of a day, such as \"monday\"");
    }

    std::optional<int> number(const Value& table, std::string_view name, int least, int most) {
        const Value* value = table.find(name);
        if (value == nullptr) return std::nullopt;
        if (value->kind == ValueKind::number && value->number >= least && value->number <= most) {
            return static_cast<int>(value->number);
        }
        wrong(*value, name,
              "a number from " + std::to_string(least) + " to " + std::to_string(most));
        return std::nullopt;
    }

    std::optional<bool> yes_or_no(const Value& table, std::string_view name) {
        const Value* value = table.find(name);
        if (value == nullptr) return std::nullopt;
        if (value->kind == ValueKind::boolean) return value->boolean;
        wrong(*value, name, "true or false");
        return std::nullopt;
    }

    void read_feeds(const Value& table, SiteConfig& config) {
        const Value* feeds = table.find("feeds");
        if (feeds == nullptr) return;
        if (feeds->kind != ValueKind::table) return wrong(*feeds, "feeds", "a table: [feeds]");
        check_names(*feeds, names_in("feeds"), "[feeds]");
        config.feeds.limit = number(*feeds, "limit", 10, 50).value_or(config.feeds.limit);
        config.feeds.full = yes_or_no(*feeds, "full").value_or(false);
    }

    void read_check(const Value& table, SiteConfig& config) {
        const Value* check = table.find("check");
        if (check == nullptr) return;
        if (check->kind != ValueKind::table) return wrong(*check, "check", "a table: [check]");
        check_names(*check, names_in("check"), "[check]");
        const Value* ignore = check->find("ignore");
        if (ignore == nullptr) return;
        const std::string wanted = "a list of beginnings of addresses, such as [\"/doc/\"]";
        if (ignore->kind != ValueKind::list) return wrong(*ignore, "check.ignore", wanted);
        for (const Value& item : ignore->items) {
            if (item.kind != ValueKind::text) {
                wrong(item, "check.ignore", wanted);
            } else if (item.text.empty() || item.text[0] != '/' || item.text == "/") {
                error(item, "\"" + item.text + "\" is no beginning of an address",
                      "it must start with a slash and name something, as \"/doc/\" does");
            } else {
                config.foreign_paths.push_back(item.text);
            }
        }
    }

    void read_own_taxonomies(const Value& table, SiteConfig& config) {
        const Value* list = table.find("taxonomies");
        if (list == nullptr) return;
        const std::string wanted = "a list of names, such as [\"series\"]";
        if (list->kind != ValueKind::list) return wrong(*list, "taxonomies", wanted);
        for (const Value& item : list->items) {
            if (item.kind != ValueKind::text) {
                wrong(item, "taxonomies", wanted);
            } else if (is_usual_taxonomy(item.text)) {
                error(item, "every site sorts by " + item.text + " already",
                      "remove it: here go names beside categories, tags and authors");
            } else if (!can_be_taxonomy(item.text)) {
                error(item, "\"" + item.text + "\" cannot be a taxonomy: its address is taken",
                      "give it another name");
            } else {
                add_taxonomy(item.text, config);
            }
        }
    }

    void read_authors(const Value& table, SiteConfig& config) {
        const Value* authors = table.find("authors");
        if (authors == nullptr) return;
        if (authors->kind != ValueKind::table) return wrong(*authors, "authors", "a table");
        for (const Value& value : authors->members) {
            const std::string& id = value.name;
            if (value.kind != ValueKind::table) {
                wrong(value, id, "a table with a name");
                continue;
            }
            check_names(value, names_in("authors.ID"), "an author");
            AuthorConfig author;
            author.id = id;
            author.name = text(value, "name");
            if (author.name.empty()) author.name = id;
            author.biography = text(value, "bio");
            author.portrait = text(value, "portrait");
            if (const Value* links = value.find("links")) read_author_links(*links, author);
            config.authors.push_back(std::move(author));
        }
    }

    // Either { name = "url", … } or [{ name = …, url = … }].
    void read_author_links(const Value& value, AuthorConfig& author) {
        if (value.kind == ValueKind::table) {
            for (const Value& target : value.members) {
                author.links.push_back({target.name, safe(target, target.text), {}});
            }
        } else {
            author.links = links(value, "links", 0);
        }
    }

    void read_menus(const Value& table, SiteConfig& config) {
        const Value* menu = table.find("menu");
        if (menu == nullptr) return;
        if (menu->kind != ValueKind::table) return wrong(*menu, "menu", "a table");
        check_names(*menu, names_in("menu"), "menu");
        if (const Value* value = menu->find("main"))
            config.main_menu = links(*value, "menu.main", 0);
        if (const Value* value = menu->find("utility")) {
            config.utility_menu = links(*value, "menu.utility", 0);
        }
        if (const Value* value = menu->find("footer")) {
            config.footer_menu = links(*value, "menu.footer", 0);
        }
    }

    std::vector<model::Link> links(const Value& list, std::string_view name, int depth) {
        constexpr int deepest_menu = 4;
        std::vector<model::Link> result;
        if (list.kind != ValueKind::list) {
            wrong(list, name, "a list of tables, each with name and url");
            return result;
        }
        for (const Value& item : list.items) {
            if (item.kind != ValueKind::table) {
                wrong(item, name, "a list of tables, each with name and url");
                continue;
            }
            check_names(item, names_in("menu.main"), "a menu entry");
            model::Link link;
            link.title = text(item, "name");
            const Value* url = item.find("url");
            link.target = safe(url == nullptr ? item : *url, text(item, "url"));
            const Value* children = item.find("children");
            if (children != nullptr && depth < deepest_menu) {
                link.children = links(*children, "children", depth + 1);
            }
            if (link.title.empty()) {
                error(item, "a menu entry has no name", "add name = \"…\"");
            }
            result.push_back(std::move(link));
        }
        return result;
    }

    int pixels(const Value& table, std::string_view name) {
        const Value* value = table.find(name);
        if (value == nullptr) return 0;
        constexpr double most = 4000;
        if (value->kind == ValueKind::number && value->number >= 1 && value->number <= most) {
            return static_cast<int>(value->number);
        }
        wrong(*value, name, "a number of pixels from 1 to 4000");
        return 0;
    }

    void read_advertisements(const Value& table, SiteConfig& config) {
        const Value* list = table.find("advertisements");
        if (list == nullptr) return;
        if (list->kind != ValueKind::list) {
            return wrong(*list, "advertisements", "a list of tables: [[advertisements]]");
        }
        for (const Value& item : list->items) {
            if (item.kind != ValueKind::table) {
                wrong(item, "advertisements", "a list of tables: [[advertisements]]");
                continue;
            }
            check_names(item, names_in("advertisements"), "an advertisement");
            AdvertisementConfig one;
            one.position = item.position;
            one.file = text(item, "file");
            const std::string slot = text(item, "slot");
            const auto found = std::find(slot_names.begin(), slot_names.end(), slot);
            if (found == slot_names.end()) {
                error(item, "\"" + slot + "\" is no place for an advertisement",
                      "slot must be \"top\", \"sidebar\", \"article\" or \"list\"");
                continue;
            }
            if (one.file.empty()) {
                error(item, "an advertisement has no file", "add file = \"/picture.jpg\"");
                continue;
            }
            model::Advertisement& target = one.advertisement;
            target.slot = static_cast<model::Slot>(found - slot_names.begin());
            target.target = safe(item, text(item, "url"));
            target.alternative_text = text(item, "alt");
            target.width = pixels(item, "width");
            target.height = pixels(item, "height");
            if (one.file.ends_with(".html") && (target.width == 0 || target.height == 0)) {
                error(item, "an advertisement in HTML has no size",
                      "add width and height in pixels, so that its room is kept");
                continue;
            }
            config.advertisements.push_back(std::move(one));
        }
    }

    void read_look(const Value& table, SiteConfig& config) {
        const Value* look = table.find("look");
        if (look == nullptr) return;
        if (look->kind != ValueKind::table) return wrong(*look, "look", "a table");
        for (const Value& value : look->members) {
            if (!value.is_scalar()) {
                wrong(value, value.name, "text or a number");
                continue;
            }
            if (const std::string problem = theme::check_change(value.name, value.text);
                !problem.empty()) {
                const auto nearest = nearest_name(lower_ascii(value.name), theme::change_names());
                error(value, problem,
                      nearest && *nearest != value.name ? "did you mean \"" + *nearest + "\"?"
                                                        : "see the list of looks in the README");
                continue;
            }
            config.look[value.name] = value.text;
        }
    }

    void read_phrases(const Value& table, SiteConfig& config) {
        const Value* phrases = table.find("phrases");
        if (phrases == nullptr) return;
        if (phrases->kind != ValueKind::table) return wrong(*phrases, "phrases", "a table");
        check_names(*phrases, phrase_names(), "[phrases]");
        for (const Value& value : phrases->members) {
            if (!value.is_scalar()) wrong(value, value.name, "text");
            config.phrases[value.name] = value.text;
        }
    }

    std::string safe(const Value& value, const std::string& target) {
        if (model::is_safe_target(target)) return target;
        error(value, "\"" + target + "\" is no address that a page may link to",
              "use https:, mailto: or a path of this site");
        return {};
    }

    Diagnostics& diagnostics_;
};

}  // namespace

SiteConfig read_site_config(const Value& table, Diagnostics& diagnostics) {
    return ConfigReader(diagnostics).read(table);
}

}  // namespace broadsheet::press
