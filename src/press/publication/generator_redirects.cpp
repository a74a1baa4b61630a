#include "press/publication/generator_redirects.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "addresses/overviews.h"
#include "addresses/paths.h"
#include "addresses/slug.h"
#include "press/articles/addresses.h"
#include "press/config/permalink.h"
#include "press/publication/redirects.h"

namespace broadsheet::press {

namespace {

bool is_dated_here(const Article& article) {
    return article.kind == model::EntryKind::article && article.dated;
}

// Where the list of a section leads.
model::Path section_target(const model::Publication& publication, std::string_view section,
                           bool is_usual) {
    const model::Path category = "/category" + std::string(section);
    if (publication.list(category) != nullptr) return category;
    return is_usual ? "/" : std::string(addresses::archive_path);
}

}  // namespace

void redirect_jekyll_addresses(const std::vector<Article>& articles,
                               model::Publication& publication) {
    for (const Article& article : articles) {
        const bool chosen = !article.fields.url.empty() || !article.fields.redirect.empty();
        const bool is_folder = article.path.size() > 1 && article.path.ends_with('/');
        if (chosen || !is_folder) continue;
        constexpr std::string_view pattern = "/:categories/:year/:month/:day/:title.html";
        const bool post = article.kind == model::EntryKind::article;
        const model::Path old = post ? path_by_permalink(pattern, article, AddressStyle::jekyll)
                                     : article.path.substr(0, article.path.size() - 1) + ".html";
        redirect_if_free(publication, old, article.path);
    }
}

void redirect_ugly_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                             model::Publication& publication) {
    const std::vector<std::string>& sections = config.ugly_sections;
    const auto is_ugly = [&](const std::string& section) {
        return std::find(sections.begin(), sections.end(), section) != sections.end();
    };
    for (const Article& article : articles) {
        const std::string section = article.folder.substr(0, article.folder.find('/'));
        if (!is_ugly("") && (section.empty() || !is_ugly(section))) continue;
        // Patterns of the site have colons.
        const std::string& url = article.fields.url;
        const bool is_chosen = !url.empty() && url.find(':') == std::string::npos;
        const bool is_folder = article.path.size() > 1 && article.path.ends_with('/');
        if (is_chosen || !is_folder || article.file.role == FileRole::section) continue;
        const model::Path old = article.path.substr(0, article.path.size() - 1) + ".html";
        redirect_if_free(publication, old, article.path);
    }
}

void redirect_days_as_written(const std::vector<Article>& articles, const SiteConfig& config,
                              model::Publication& publication) {
    for (const Article& article : articles) {
        if (!article.fields.date_as_written) continue;
        PlacedArticle before;
        before.file = article.file;
        before.fields = article.fields;
        before.stem = article.stem;
        before.folder = article.folder;
        before.is_bundle = article.is_bundle;
        before.kind = article.kind;
        before.dated = article.dated;
        before.date = *article.fields.date_as_written;
        before.language = article.language;
        assign_address(before, config);
        redirect_if_free(publication, before.path, article.path);
    }
}

void redirect_folder_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                               model::Publication& publication) {
    for (const Article& article : articles) {
        if (!is_dated_here(article) || !article.fields.url.empty()) continue;
        redirect_if_free(publication, path_by_folder(article, config), article.path);
    }
}

void redirect_list_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                             model::Publication& publication) {
    std::map<model::Path, std::size_t> sections;
    std::size_t count = 0;
    for (const Article& article : articles) {
        if (!is_dated_here(article)) continue;
        ++count;
        const std::string folders = slug_folders(article.folder, config.address_style);
        for (std::size_t end = folders.find('/'); end != std::string::npos;
             end = folders.find('/', end + 1)) {
            ++sections["/" + folders.substr(0, end + 1)];
        }
    }
    for (const auto& [section, size] : sections) {
        redirect_if_free(publication, section,
                         section_target(publication, section, 2 * size > count));
    }
    const bool is_hugo = config.address_style == AddressStyle::hugo;
    for (const auto& [path, list] : publication.lists) {
        const bool is_tag = list.kind == model::ListKind::tag;
        if (!is_tag && list.kind != model::ListKind::category) continue;
        const std::size_t name = path.find('/', 1) + 1;
        const std::string own = path.substr(name);
        const std::string folder = is_tag ? "/tags/" : "/categories/";
        redirect_if_free(publication, folder + (is_hugo ? hugo_name(list.title) + "/" : own), path);
        if (is_hugo) continue;
        const std::string zola =
            config.zola_term_names ? zola_name(list.title) : addresses::slugify(list.title);
        redirect_if_free(publication, folder + zola + "/", path);
    }
}

void redirect_section_aliases(const std::vector<SectionAliases>& sections, const SiteConfig& config,
                              model::Publication& publication) {
    for (const SectionAliases& section : sections) {
        const model::Entry* entry = publication.entry(section.path);
        if (entry == nullptr && publication.list(section.path) == nullptr) continue;
        const bool leads_on = entry != nullptr && entry->kind == model::EntryKind::redirect;
        const std::string target = leads_on ? entry->redirect : section.path;
        PlacedArticle place;
        place.path = section.path;
        for (const std::string& alias : section.aliases) {
            const auto path = clean_address(absolute_alias(alias, place, config.address_style));
            if (path) redirect_if_free(publication, *path, target);
        }
    }
}

}  // namespace broadsheet::press
