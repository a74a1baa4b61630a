#include "press/addresses.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "addresses/route.h"
#include "model/slug.h"
#include "press/taxonomies.h"

namespace broadsheet::press {

namespace {

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        const std::string_view segment = path.substr(0, path.find('/'));
        if (!segment.empty()) segments.push_back(segment);
        path.remove_prefix(std::min(segment.size() + 1, path.size()));
    }
    return segments;
}

bool names_file(std::string_view segment) {
    return segment.ends_with(".html") || segment.ends_with(".htm");
}

// The value of a placeholder; nothing for a name that no one knows.
std::optional<std::string> placeholder(std::string_view name, const Article& article) {
    static constexpr std::array<std::string_view, 12> months = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const model::Day day = article.date.day;
    if (name == "year") return padded(day.year, 4);
    if (name == "short_year") return padded(day.year % 100, 2);
    if (name == "month") return padded(day.month, 2);
    if (name == "i_month") return std::to_string(day.month);
    if (name == "monthname") return std::string(months[static_cast<std::size_t>(day.month - 1)]);
    if (name == "day") return padded(day.day, 2);
    if (name == "i_day") return std::to_string(day.day);
    if (name == "y_day" || name == "yearday") {
        const auto number =
            model::days_since_epoch(day) - model::days_since_epoch({day.year, 1, 1}) + 1;
        return padded(static_cast<int>(number), 3);
    }
    if (name == "hour") return padded(article.date.hour, 2);
    if (name == "minute") return padded(article.date.minute, 2);
    if (name == "second") return padded(article.date.second, 2);
    if (name == "slug" || name == "title" || name == "filename" || name == "contentbasename" ||
        name == "slugorfilename" || name == "slugorcontentbasename" || name == "name" ||
        name == "basename") {
        return slug_of(article);
    }
    if (name == "section") {
        return model::slugify(article.folder.substr(0, article.folder.find('/')));
    }
    if (name == "sections" || name == "path") return slug_folders(article.folder);
    if (name == "categories") {
        std::string out;
        for (const std::string& category : article.fields.categories.names) {
            out += model::slugify(category) + "/";
        }
        return out;
    }
    if (name == "output_ext") return std::string(".html");
    return std::nullopt;
}

bool is_reserved(const model::Path& path, const std::vector<model::TermReference>& taxonomies) {
    const std::string_view first = std::string_view(path).substr(1, path.find('/', 1) - 1);
    return first == "bundle" || first == "assets" ||
           addresses::parse_route(path, taxonomies).kind == addresses::RouteKind::list;
}

// "/about/" for about.md and about/index.md; `pages/` is only a place to keep them.
model::Path page_path(const Article& article) {
    std::string_view folder = article.folder;
    if (folder.starts_with("pages/")) folder.remove_prefix(6);
    const bool top = article.stem.empty() ||
                     (article.is_bundle && article.folder.empty() && article.stem == "pages");
    model::Path path = "/" + slug_folders(folder);
    if (!top) path += slug_of(article) + "/";
    return path;
}

void report(Article& article, Position position, std::string what, std::string remedy) {
    Diagnostic error;
    error.position = position;
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    article.report(std::move(error));
}

model::Path usual_path(const Article& article, const SiteConfig& config) {
    const bool plain_page = article.kind != model::EntryKind::article || !article.dated;
    model::Path path =
        plain_page ? page_path(article)
                   : expand_permalink(config.permalink.empty() ? usual_permalink : config.permalink,
                                      article);
    // A translation by the file's ending or Hugo's folder stands under its language.
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

void assign_address(Article& article, const SiteConfig& config) {
    if (article.fields.url.empty()) {
        article.path = usual_path(article, config);
    } else {
        const std::string& url = article.fields.url;
        std::string_view wanted = url;
        if (!config.base_url.empty() && wanted.starts_with(config.base_url + "/")) {
            wanted.remove_prefix(config.base_url.size());
        }
        const bool pattern = wanted.find(':') != std::string_view::npos &&
                             wanted.find("://") == std::string_view::npos;
        const auto path = clean_address(pattern ? expand_permalink(wanted, article) : wanted);
        if (!path) {
            report(article, article.fields.url_position, "\"" + url + "\" is no path of this site",
                   "write a path such as /about/, without ?, # and %");
            article.path = usual_path(article, config);
            return;
        }
        article.path = *path;
    }
}

}  // namespace

std::string slug_of(const Article& article) {
    return model::slugify(article.fields.slug.empty() ? article.stem : article.fields.slug);
}

std::string slug_folders(std::string_view folder) {
    std::string out;
    for (const std::string_view segment : segments_of(folder)) {
        if (segment == "_posts" || segment == "_drafts") continue;
        out += model::slugify(segment) + "/";
    }
    return out;
}

std::optional<model::Path> clean_address(std::string_view text) {
    if (text.find("://") != std::string_view::npos || text.starts_with("//")) return std::nullopt;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '?' || c == '#' || c == '%' ||
            c == '\\') {
            return std::nullopt;
        }
    }
    model::Path path = "/";
    const auto segments = segments_of(text);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool last = i + 1 == segments.size();
        if (segments[i] == "." || segments[i] == "..") continue;
        if (last && segments[i] == "index.html") break;
        path += segments[i];
        if (!last || !names_file(segments[i])) path += '/';
    }
    return path;
}

model::Path expand_permalink(std::string_view pattern, const Article& article) {
    std::string out;
    std::size_t i = 0;
    while (i < pattern.size()) {
        if (pattern[i] != ':') {
            out += pattern[i++];
            continue;
        }
        std::size_t end = i + 1;
        while (end < pattern.size() &&
               ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
            ++end;
        }
        const auto value = placeholder(pattern.substr(i + 1, end - i - 1), article);
        out += value ? *value : std::string(pattern.substr(i, end - i));
        i = end;
    }
    return clean_address(out).value_or("/" + slug_of(article) + "/");
}

std::optional<std::string> unknown_placeholder(std::string_view pattern) {
    for (auto at = pattern.find(':'); at != std::string_view::npos;
         at = pattern.find(':', at + 1)) {
        std::size_t end = at + 1;
        while (end < pattern.size() &&
               ((pattern[end] >= 'a' && pattern[end] <= 'z') || pattern[end] == '_')) {
            ++end;
        }
        if (!placeholder(pattern.substr(at + 1, end - at - 1), Article())) {
            return std::string(pattern.substr(at, end - at));
        }
    }
    return std::nullopt;
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
        if (is_reserved(article.path, taxonomies) && !chosen) {
            const model::Path wanted = std::exchange(article.path, "/pages" + article.path);
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.what = "the address " + wanted + " belongs to a list of articles, so it is " +
                           article.path;
            warning.remedy = "give the file another name, slug or url";
            article.report(std::move(warning));
        }
        if (is_reserved(article.path, taxonomies)) {
            report(article, place, "the address " + article.path + " belongs to a list of articles",
                   "give the file another name, slug or url");
            continue;
        }
        const auto [owner, added] = owners.emplace(article.path, i);
        if (!added) {
            report(article, place,
                   "the address " + article.path + " is already that of " +
                       articles[owner->second].shown_path,
                   "give one of the two another slug or url");
        }
    }
}

}  // namespace broadsheet::press
