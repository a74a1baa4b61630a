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
#include "press/config/taxonomies.h"
#include "press/publication/categories.h"
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

void redirect_jekyll_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                               model::Publication& publication) {
    // The pattern of posts also tells whether pages are folders.
    const bool pages_are_files = !config.permalink.ends_with('/');
    for (const Article& article : articles) {
        const bool chosen = !article.fields.url.empty() || !article.fields.redirect.empty();
        const bool is_folder = article.path.size() > 1 && article.path.ends_with('/');
        constexpr std::string_view pattern = "/:categories/:year/:month/:day/:title.html";
        const bool post = article.kind == model::EntryKind::article;
        if (chosen || !is_folder) continue;
        if (post ? !config.permalink.empty() : !pages_are_files) continue;
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
        const model::Path there =
            follows_hugo(article, config) ? article.path : hugo_path(article, config);
        const bool is_folder = there.size() > 1 && there.ends_with('/');
        if (is_chosen || !is_folder || article.file.role == FileRole::section) continue;
        const model::Path old = there.substr(0, there.size() - 1) + ".html";
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
        if (!is_hugo(config.address_style)) continue;
        redirect_if_free(publication, hugo_path(article, config), article.path);
    }
}

void redirect_term_addresses(const std::vector<Article>& articles, AddressStyle style,
                             model::Publication& publication) {
    const auto add = [&](const std::string& taxonomy, const std::string& name,
                         const model::Path& path) {
        if (publication.list(path) == nullptr) return;
        const std::string folder = "/" + hugo_file_name(taxonomy, style) + "/";
        redirect_if_free(publication, folder + hugo_file_name(name, style) + "/", path);
    };
    for (const Article& article : articles) {
        for (const std::string& name : article.fields.tags) add("tags", name, tag_path(name));
        for (const std::string& name : article.fields.authors) {
            add("authors", name, author_path(name));
        }
        for (const TermField& field : article.fields.terms) {
            for (const std::string& name : field.names) {
                add(field.taxonomy, name, term_path(field.taxonomy, name));
            }
        }
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
    const AddressStyle style = config.address_style;
    for (const auto& [path, list] : publication.lists) {
        const bool is_tag = list.kind == model::ListKind::tag;
        if (!is_tag && list.kind != model::ListKind::category) continue;
        const std::size_t name = path.find('/', 1) + 1;
        const std::string own = path.substr(name);
        const std::string folder = is_tag ? "/tags/" : "/categories/";
        if (is_hugo(style)) {
            redirect_if_free(publication, folder + hugo_file_name(list.title, style) + "/", path);
            redirect_if_free(publication, folder + hugo_name(list.title, style) + "/", path);
            // The title of the list may be another than that in articles.
            if (!is_tag) redirect_if_free(publication, folder + own, path);
            continue;
        }
        redirect_if_free(publication, folder + own, path);
        const std::string zola =
            config.zola_term_names ? zola_name(list.title) : addresses::slugify(list.title);
        redirect_if_free(publication, folder + zola + "/", path);
    }
}

void redirect_list_permalinks(const std::vector<Article>& articles, const SiteConfig& config,
                              model::Publication& publication) {
    const auto add = [&](const ListPermalink& list, const std::string& name,
                         const model::Path& path) {
        if (publication.list(path) == nullptr) return;
        PermalinkValues values;
        values.style = config.address_style;
        values.name = values.slug = values.title = hugo_title_name(name, config.address_style);
        redirect_if_free(publication, expand_permalink(list.pattern, values), path);
    };
    const auto add_terms = [&](const ListPermalink& list, const Article& article) {
        const Fields& fields = article.fields;
        if (list.name == "tags") {
            for (const std::string& name : fields.tags) add(list, name, tag_path(name));
        } else if (list.name == "authors") {
            for (const std::string& name : fields.authors) add(list, name, author_path(name));
        }
        for (const TermField& field : fields.terms) {
            if (field.taxonomy != list.name) continue;
            for (const std::string& name : field.names) {
                add(list, name, term_path(field.taxonomy, name));
            }
        }
    };
    for (const ListPermalink& list : config.list_permalinks) {
        const bool is_fixed = list.pattern.find(':') == std::string::npos;
        const auto fixed = is_fixed ? clean_address(list.pattern) : std::nullopt;
        const model::Path usual = "/" + list.name + "/";
        const model::Entry* entry = publication.entry(usual);
        if (fixed && entry != nullptr) {
            const bool leads_on = entry->kind == model::EntryKind::redirect;
            redirect_if_free(publication, *fixed, leads_on ? entry->redirect : usual);
        }
        if (list.kind != "term") continue;
        for (const Article& article : articles) add_terms(list, article);
        if (list.name != "categories") continue;
        for (const auto& [path, each] : publication.lists) {
            if (each.kind == model::ListKind::category) add(list, each.title, path);
        }
    }
}

void redirect_usual_language(const SiteConfig& config, model::Publication& publication) {
    if (config.editions.empty() || config.edition != 0) return;
    redirect_if_free(publication, "/" + config.editions.front().code + "/", "/");
}

void redirect_section_aliases(const std::vector<SectionAliases>& sections, const SiteConfig& config,
                              model::Publication& publication) {
    for (const SectionAliases& section : sections) {
        const model::Entry* entry = publication.entry(section.path);
        const bool is_here = entry != nullptr || publication.list(section.path) != nullptr;
        if (!is_here && !section.is_elsewhere) continue;
        const bool leads_on = entry != nullptr && entry->kind == model::EntryKind::redirect;
        const std::string target = leads_on ? entry->redirect : section.path;
        PlacedArticle place;
        place.path = section.path;
        place.kind = model::EntryKind::page;
        for (const std::string& alias : section.aliases) {
            const auto path = clean_address(absolute_alias(alias, place, config));
            if (path) redirect_if_free(publication, *path, target);
        }
    }
}

}  // namespace broadsheet::press
