#include "press/articles/addresses.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "addresses/paths.h"
#include "addresses/slug.h"
#include "press/config/file_rules.h"
#include "press/config/language_editions.h"
#include "press/config/permalink.h"
#include "press/config/reserved_addresses.h"
#include "press/config/taxonomies.h"
#include "strings/ascii.h"
#include "strings/escape.h"
#include "strings/letters.h"

namespace broadsheet::press {

namespace {

// True for the folders of other editions within that of the usual one.
bool is_edition_folder(std::string_view folder, const SiteConfig& config) {
    return config.edition_folder().empty() &&
           std::any_of(config.editions.begin(), config.editions.end(),
                       [&](const LanguageEdition& each) { return each.folder == folder; });
}

// True for the addresses of lists, and of other pages and files that the program cannot do without.
bool is_reserved(const model::Path& path, const std::vector<model::TermReference>& taxonomies,
                 const SiteConfig& config) {
    const std::string_view first = std::string_view(path).substr(1, path.find('/', 1) - 1);
    return is_reserved_address(path, taxonomies) ||
           is_edition_folder(std::string(first) + "/", config);
}

// The path of a page in a Jekyll site: its folders and name as they are. An HTML page keeps its
// extension. Nothing if the name cannot be a path.
std::optional<model::Path> jekyll_page_path(const SourceArticle& article, std::string_view folder) {
    const std::string& slug = article.fields.slug;
    std::string path = std::string(folder) + (slug.empty() ? article.stem : slug_of(article));
    const bool html = is_html(article.file.path) && !article.is_bundle;
    return clean_address(path + (html ? ".html" : "/"));
}

// "intro" for "01-intro", as Docusaurus has it. The numbers of dates and versions stay.
std::string_view without_number(std::string_view name) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view signs = "-_. ";
    const auto number = std::min(name.find_first_not_of(digits), name.size());
    if (number == 0 || number == name.size()) return name;
    const auto rest = name.find_first_not_of(signs, number);
    if (rest == number || rest == std::string_view::npos) return name;
    if (name.substr(number, rest - number).find_first_not_of(' ') == std::string_view::npos) {
        return name;
    }
    return digits.find(name[rest]) == std::string_view::npos ? name.substr(rest) : name;
}

std::string folder_without_numbers(std::string_view folder) {
    std::string all;
    while (!folder.empty()) {
        const std::string_view name = folder.substr(0, folder.find('/'));
        folder.remove_prefix(std::min(name.size() + 1, folder.size()));
        all.append(without_number(name)).append("/");
    }
    return all;
}

// With the date that begins it.
const std::string& whole_stem(const SourceArticle& article) {
    return article.dated_stem.empty() ? article.stem : article.dated_stem;
}

// "/about/" for about.md and about/index.md. In sites of this tool's own format, the top folder
// `pages/` is not part of the path.
model::Path page_path(const SourceArticle& article, const SiteConfig& config) {
    const AddressStyle style = config.address_style;
    std::string_view folder = article.folder;
    if (config.has_pages_folder && folder.starts_with("pages/")) folder.remove_prefix(6);
    const bool top = article.stem.empty() || (config.has_pages_folder && article.is_bundle &&
                                              article.folder.empty() && article.stem == "pages");
    if (style == AddressStyle::jekyll && !top && article.kind != model::EntryKind::article) {
        if (auto path = jekyll_page_path(article, folder)) return *path;
    }
    if (!config.numbered_folder.empty() && folder.starts_with(config.numbered_folder)) {
        model::Path path = "/" + slug_folders(folder_without_numbers(folder), style);
        if (top) return path;
        const bool is_named = !article.fields.slug.empty();
        path +=
            is_named ? slug_of(article, style) : addresses::slugify(without_number(article.stem));
        return path + "/";
    }
    model::Path path = "/" + slug_folders(folder, style);
    if (top) return path;
    const bool is_file_name = is_hugo(style) && article.fields.slug.empty();
    path += is_file_name ? hugo_file_name(article.stem, style) : slug_of(article, style);
    return path + "/";
}

// Jekyll's default pattern without its file extension keeps the file's name.
std::string_view pattern_of(const SiteConfig& config) {
    if (!config.permalink.empty()) return config.permalink;
    // In Hugo's patterns, `:slug` without a slug is the title.
    if (is_hugo(config.address_style)) {
        return "/:year/:month/:day/:slugorcontentbasename/";
    }
    return config.address_style == AddressStyle::jekyll ? "/:year/:month/:day/:title/"
                                                        : default_permalink;
}

// The names of categories without the doubling of slashes.
std::vector<std::string> names_of(const CategoryList& categories) {
    std::vector<std::string> names = categories.names;
    for (std::string& name : names) strings::replace_all(name, "//", "/");
    return names;
}

model::Path path_in_collection(const CollectionConfig& collection, std::string_view pattern,
                               const SourceArticle& article) {
    const std::string& slug = article.fields.slug;
    return expand_permalink(pattern, {.date = article.date,
                                      .slug = slug_of(article),
                                      .folder = article.folder.substr(collection.folder.size()),
                                      .categories = names_of(article.fields.categories),
                                      .style = AddressStyle::jekyll,
                                      .name = jekyll_name(slug.empty() ? article.stem : slug),
                                      .collection = collection.name});
}

void report(SourceArticle& article, Position position, std::string what, std::string remedy) {
    Diagnostic error;
    error.position = position;
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    article.report(std::move(error));
}

// A pattern of the site is reported where it is written.
void report_placeholder(SourceArticle& article, std::string_view pattern, AddressStyle style) {
    const auto unknown = unknown_placeholder(pattern, style);
    if (!unknown || article.fields.url_position.line == 0) return;
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.position = article.fields.url_position;
    warning.what =
        "unknown placeholder \"" + *unknown + "\", so the address has it as it is written";
    warning.remedy = "use " + known_placeholders(style);
    article.report(std::move(warning));
}

// True for articles with a date, and for redirects in their place.
bool is_dated_article(const SourceArticle& article, AddressStyle style) {
    if (article.kind != model::EntryKind::redirect || !article.dated) {
        return article.kind == model::EntryKind::article && article.dated;
    }
    const std::string& path = article.file.path;
    if (style == AddressStyle::jekyll) return is_jekyll_post(path);
    return !path.starts_with("pages/") && !article.folder.starts_with("pages/") &&
           article.file.role != FileRole::section;
}

// A translation, by file suffix or Hugo's language folder, is placed below its language code,
// unless each edition has a folder of its own.
model::Path below_language(model::Path path, const SourceArticle& article,
                           const SiteConfig& config) {
    if (edition_of(config.editions, article.language)) return path;
    const std::string& file = article.file.path;
    const bool by_folder = std::any_of(
        config.language_folders.begin(), config.language_folders.end(), [&](const auto& each) {
            return each.second == article.language && file.starts_with(each.first);
        });
    const bool translated =
        (by_folder || file.find("." + article.language + ".") != std::string::npos) &&
        article.language != config.language;
    if (!article.language.empty() && translated) path = "/" + article.language + path;
    return path;
}

// Which names a pattern has: those of Hugo, or those that this tool gives in its place.
enum class PatternOrigin { site, tool };

model::Path expand_pattern(std::string_view pattern, const SourceArticle& article,
                           AddressStyle style, PatternOrigin origin) {
    PermalinkValues values{article.date, slug_of(article, style), article.folder,
                           names_of(article.fields.categories), style};
    if (style == AddressStyle::jekyll) {
        values.name = jekyll_name(article.fields.slug.empty() ? article.stem : article.fields.slug);
    }
    if (is_hugo(style)) {
        const bool is_own = origin == PatternOrigin::tool;
        values.name =
            is_own ? hugo_name(article.stem, style) : hugo_title_name(whole_stem(article), style);
        if (article.fields.slug.empty()) values.slug = values.name;
        if (!article.fields.title.empty())
            values.title = hugo_title_name(article.fields.title, style);
        values.sections = article.sections;
    }
    return expand_permalink(pattern, values);
}

// In a Hugo site, patterns are those of sections; all other pages follow their folders.
model::Path default_path(const SourceArticle& article, const SiteConfig& config) {
    if (const auto* collection = collection_of(config.collections, article.folder)) {
        return path_in_collection(*collection, collection->permalink, article);
    }
    const AddressStyle style = config.address_style;
    if (is_hugo(style) && !config.permalink.empty()) return hugo_path(article, config);
    const bool plain_page = !is_dated_article(article, style);
    model::Path path =
        plain_page ? page_path(article, config)
                   : expand_pattern(pattern_of(config), article, style, PatternOrigin::tool);
    return below_language(std::move(path), article, config);
}

}  // namespace

std::string slug_of(const SourceArticle& article, AddressStyle style) {
    const std::string& name = article.fields.slug.empty() ? article.stem : article.fields.slug;
    if (is_hugo(style)) {
        return std::string(article.fields.slug.empty()
                               ? hugo_name(name, style)
                               : strings::trimmed(hugo_title_name(name, style), "-"));
    }
    const bool is_zola_section =
        style == AddressStyle::zola && article.file.role == FileRole::section;
    if (is_zola_section) return zola_name(name);
    return style == AddressStyle::zola_names ? zola_name(name) : addresses::slugify(name);
}

model::Path path_by_permalink(std::string_view pattern, const SourceArticle& article,
                              AddressStyle style) {
    return expand_pattern(pattern, article, style, PatternOrigin::site);
}

model::Path path_by_folder(const SourceArticle& article, const SiteConfig& config) {
    return below_language(page_path(article, config), article, config);
}

model::Path hugo_path(const SourceArticle& article, const SiteConfig& config) {
    SourceArticle named;
    named.stem = whole_stem(article);
    named.fields.slug = article.fields.slug;
    named.folder = article.folder;
    named.file = article.file;
    named.is_bundle = article.is_bundle;
    named.kind = article.kind;
    named.language = article.language;
    return path_by_folder(named, config);
}

bool follows_hugo(const SourceArticle& article, const SiteConfig& config) {
    return !is_hugo(config.address_style) || !config.permalink.empty() ||
           !article.fields.url.empty() || article.kind != model::EntryKind::article;
}

std::string absolute_alias(const std::string& alias, const PlacedArticle& article,
                           const SiteConfig& config) {
    const bool is_url = alias.find("://") != std::string::npos;
    if (!is_hugo(config.address_style) || alias.starts_with('/') || is_url) return alias;
    // Beside the page: "/2024/name/" → "/2024/".
    std::string folder = follows_hugo(article, config) ? article.path : hugo_path(article, config);
    if (folder.ends_with('/')) folder.pop_back();
    folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
    std::string_view rest = alias;
    while (rest.starts_with("./") || rest.starts_with("../")) {
        const bool is_up = rest.starts_with("..");
        if (is_up) folder.resize(folder.empty() ? 0 : folder.rfind('/'));
        rest.remove_prefix(is_up ? 3 : 2);
    }
    return folder.append("/").append(rest);
}

void assign_address(PlacedArticle& article, const SiteConfig& config) {
    if (article.fields.url.empty()) {
        article.path = default_path(article, config);
    } else {
        const std::string& url = article.fields.url;
        std::string_view wanted = url;
        if (!config.base_url.empty() && wanted.starts_with(config.base_url + "/")) {
            wanted.remove_prefix(config.base_url.size());
        }
        const bool pattern = wanted.find(':') != std::string_view::npos &&
                             wanted.find("://") == std::string_view::npos;
        if (pattern) report_placeholder(article, wanted, config.address_style);
        // Below the folder of its edition, an address begins anew.
        const std::string folder = "/" + config.edition_folder();
        if (folder.size() > 1 && wanted.starts_with(folder))
            wanted.remove_prefix(folder.size() - 1);
        const auto* collection = collection_of(config.collections, article.folder);
        const auto path = !pattern ? clean_address(wanted)
                          : collection != nullptr
                              ? path_in_collection(*collection, wanted, article)
                              : path_by_permalink(wanted, article, config.address_style);
        if (!path) {
            report(article, article.fields.url_position,
                   "\"" + url + "\" is not a path of this site",
                   "use a path such as /about/, without ?, # and %");
            article.path = default_path(article, config);
            return;
        }
        // Hugo's patterns come from the site.
        const bool of_site = pattern && is_hugo(config.address_style);
        article.path = of_site ? below_language(*path, article, config) : *path;
    }
    // Hosts show this file for unknown addresses.
    if (article.path == "/404/") article.path = addresses::not_found_path;
}

void assign_addresses(std::vector<Article>& articles, const SiteConfig& config) {
    const std::vector<model::TermReference> taxonomies = taxonomies_of(config);
    std::map<model::Path, std::size_t> owners;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        Article& article = articles[i];
        assign_address(article, config);
        const Position place =
            article.fields.url.empty() ? article.fields.slug_position : article.fields.url_position;
        const bool chosen = !article.fields.url.empty() || !article.fields.slug.empty();
        if (is_reserved(article.path, taxonomies, config) && !chosen) {
            const model::Path wanted = std::exchange(article.path, "/pages" + article.path);
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.what = "the address " + wanted + " is reserved, so the page gets the address " +
                           article.path;
            warning.remedy = "give the file another name, slug or url";
            article.report(std::move(warning));
        }
        if (is_reserved(article.path, taxonomies, config)) {
            report(article, place, "the address " + article.path + " is reserved",
                   "give the file another name, slug or url");
            continue;
        }
        if (is_too_long(article.path)) {
            report(article, place, "the address is too long for a file name",
                   "shorten the slug or url");
            continue;
        }
        // There, categories tell articles of the same day and name apart.
        if (config.address_style == AddressStyle::jekyll && config.permalink.empty() && !chosen &&
            article.dated && article.kind == model::EntryKind::article &&
            owners.contains(strings::lower_letters(article.path))) {
            article.path = path_by_permalink("/:categories/:year/:month/:day/:title/", article,
                                             config.address_style);
        }
        // Some hosts and file systems do not distinguish capital letters.
        const auto [owner, added] = owners.emplace(strings::lower_letters(article.path), i);
        if (added) continue;
        const Article& other = articles[owner->second];
        if (other.path == article.path) {
            report(article, place,
                   "the address " + article.path + " is already used by " + other.shown_path,
                   "change the slug or url of one of them");
        } else {
            report(article, place,
                   "the address " + article.path + " differs only by capital letters from " +
                       other.path + " of " + other.shown_path,
                   "change the slug or url of one of them");
        }
    }
}

}  // namespace broadsheet::press
