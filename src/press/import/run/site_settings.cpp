#include "press/import/run/site_settings.h"

#include "press/import/items/article_file.h"

namespace broadsheet::press {

namespace {

const std::string settings_name = "site.toml";

void append_setting(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out += std::string(name) + " = " + in_double_quotes(value) + "\n";
}

void append_menu(std::string& out, const std::string& name, const ImportedMenu& menu) {
    for (const ImportedMenuEntry& entry : menu) {
        out += "\n[[" + name + "]]\n";
        append_setting(out, "name", entry.title);
        append_setting(out, "url", entry.target);
        append_menu(out, name + ".children", entry.children);
    }
}

void add_not_kept(ImportReport& report, const std::string& name, const std::string& value) {
    std::string& all = report.not_kept[settings_name];
    all.append(all.empty() ? "" : "; ").append(name).append(" ").append(value);
}

// The author's picture and page. A picture that the import does not have is only named.
void append_profile(std::string& out, const ImportedAuthor& author, MediaLibrary& media,
                    ImportReport& report) {
    if (!author.portrait.empty()) {
        const std::string target =
            media.target(author.portrait, settings_name).value_or(author.portrait);
        const bool is_here = target.starts_with('/') && !target.starts_with("//");
        if (is_here) append_setting(out, "portrait", target);
        if (!is_here) add_not_kept(report, "portrait of " + author.name, target);
    }
    const bool is_web =
        author.website.starts_with("https://") || author.website.starts_with("http://");
    if (is_web) out += "links = { Website = " + in_double_quotes(author.website) + " }\n";
}

}  // namespace

std::string site_settings(const ImportedSite& site, MediaLibrary& media, ImportReport& report) {
    std::string out;
    append_setting(out, "title", site.title);
    append_setting(out, "tagline", site.tagline);
    append_setting(out, "language", site.language);
    append_setting(out, "base_url", site.base);
    append_setting(out, "permalink", site.permalink);
    append_setting(out, "time_zone", site.time_zone);
    out += "page_size = 10\nnested_categories = false\n";
    if (!site.taxonomies.empty()) {
        std::string names;
        for (const auto& [name, terms] : site.taxonomies) {
            names += (names.empty() ? "" : ", ") + in_double_quotes(name);
        }
        out += "taxonomies = [" + names + "]\n";
    }
    for (const auto& [login, author] : site.authors) {
        out += "\n[authors." + in_double_quotes(author.id) + "]\n";
        append_setting(out, "name", author.name);
        append_setting(out, "bio", author.biography);
        append_profile(out, author, media, report);
    }
    for (const auto& [name, address] : site.not_kept) {
        add_not_kept(report, name, address);
    }
    for (const auto& [title, target] : site.lost_targets) {
        add_not_kept(report, "target of the menu entry " + title, target);
    }
    append_menu(out, "menu.main", site.menu);
    append_menu(out, "menu.footer", site.footer_menu);
    return out;
}

}  // namespace broadsheet::press
