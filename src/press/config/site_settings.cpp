#include "press/config/site_settings.h"

namespace broadsheet::press {

namespace {

// "[[menu.main]]": a list of tables; else "[feeds]".
std::string header_of(std::string_view table) {
    if (table.empty()) return {};
    const bool list = table == "menu.main" || table == "advertisements";
    return (list ? "[[" : "[") + std::string(table) + (list ? "]]" : "]");
}

std::string in_table_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

const std::vector<Setting>& site_settings() {
    static const std::vector<Setting> settings = {
        {"", "title", "text", "name of the site (else that of its folder)"},
        {"", "tagline", "text", "below the name"},
        {"", "description", "text", "for search engines and previews of links"},
        {"", "language", "code: en, ar, pt-BR", "of the articles, and of the interface"},
        {"", "base_url", "https://paper.example/news",
         "where the site stands; feeds, sitemaps and previews of links need it"},
        {"", "copyright", "text", "in the footer"},
        {"", "permalink", "/:year/:month/:day/:slug/",
         "addresses of articles, of :year, :month, :day, :slug, :categories and :section"},
        {"", "week_start", "monday to sunday", "first day of the calendar's weeks"},
        {"", "page_size", "1 to 100", "articles on a page of a list (10)"},
        {"", "nested_categories", "true or false",
         "whether categories = [\"Asia\", \"China\"] is one within the other; else by their look"},
        {"", "taxonomies", "[\"series\", …]",
         "fields that sort articles beside categories, tags and authors, each with its pages: "
         "/series/"},
        {"", "date_format", "D MMMM YYYY", "of YYYY, MMMM, MMM, MM, M, DD and D"},
        {"authors.ID", "name", "text", "of the author whom articles call ID"},
        {"authors.ID", "bio", "text", "on their page and below their articles"},
        {"authors.ID", "portrait", "/file.jpg", "picture of the content folder"},
        {"authors.ID", "links", "{ Name = \"https://…\" }", "elsewhere on the web"},
        {"menu", "main", "list of entries", "below the masthead (else the top categories)"},
        {"menu", "utility", "list of entries", "in the top bar (else the pages)"},
        {"menu", "footer", "list of entries", "in the footer"},
        {"menu.main", "name", "text", "of an entry of this menu, and likewise of the others"},
        {"menu.main", "url", "address or path", "where it leads"},
        {"menu.main", "children", "list of entries", "below it"},
        {"feeds", "limit", "10 to 50", "articles in a feed (20)"},
        {"feeds", "full", "true or false", "whole articles instead of summaries"},
        {"check", "ignore", "[\"/doc/\", …]",
         "beginnings of addresses that something else answers; `check` lets links to them be"},
        {"advertisements", "slot", "top, sidebar, article or list", "place of the advertisement"},
        {"advertisements", "file", "/file.jpg", "a picture, or an .html file shown in a frame"},
        {"advertisements", "url", "address", "where the picture leads"},
        {"advertisements", "alt", "text", "what the picture says"},
        {"advertisements", "width", "1 to 4000", "pixels that are kept free"},
        {"advertisements", "height", "1 to 4000", "the same"},
        {"look", "NAME", "colour, font or place",
         "accent, ink, paper, link, dark-accent, …; serif, sans, mono; sidebar, masthead"},
        {"phrases", "NAME", "text", "words of the interface, such as search"},
    };
    return settings;
}

std::vector<std::string_view> names_in(std::string_view table) {
    std::vector<std::string_view> names;
    for (const Setting& setting : site_settings()) {
        if (setting.table == table) {
            names.push_back(setting.name);
            continue;
        }
        // The tables of the first level are names at the top.
        const std::string_view head = setting.table.substr(0, setting.table.find('.'));
        if (table.empty() && (names.empty() || names.back() != head)) names.push_back(head);
    }
    return names;
}

std::string settings_markdown() {
    std::string out = "| in `site.toml` | value | meaning |\n|---|---|---|\n";
    for (const Setting& setting : site_settings()) {
        const std::string header = header_of(setting.table);
        out += "| `" + header + (header.empty() ? "" : " ") + std::string(setting.name) + "` | " +
               in_table_cell(setting.value) + " | " + in_table_cell(setting.meaning) + " |\n";
    }
    return out;
}

std::string settings_manual() {
    std::string out;
    std::string_view table;
    for (const Setting& setting : site_settings()) {
        if (setting.table != table) {
            table = setting.table;
            out += header_of(table) + "\n";
        }
        out += "  " + std::string(setting.name) + " = " + std::string(setting.value) + "\n      " +
               std::string(setting.meaning) + "\n";
    }
    return out;
}

}  // namespace broadsheet::press
