#include "press/articles/article.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "addresses/slug.h"
#include "press/articles/markdown_lint.h"
#include "press/base/files.h"
#include "press/config/file_rules.h"
#include "press/config/language_editions.h"
#include "press/config/permalink.h"
#include "press/values/source.h"
#include "press/values/value.h"
#include "strings/ascii.h"
#include "strings/language_tag.h"

namespace broadsheet::press {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_markdown_ending(const std::string& name) {
    return name.substr(0, name.size() - extension_of(name).size());
}

// Removes the date from names such as "2024-2-6-name" and "2024-02-06_name", and returns it.
std::optional<model::Date> take_date(std::string& stem) {
    std::size_t i = 0;
    std::array<int, 3> numbers = {0, 0, 0};
    for (std::size_t part = 0; part < numbers.size(); ++part) {
        const std::size_t start = i;
        while (i < stem.size() && is_digit(stem[i]) && i - start < 4) {
            numbers[part] = numbers[part] * 10 + (stem[i] - '0');
            ++i;
        }
        const std::size_t digits = i - start;
        if (digits == 0 || (part == 0) != (digits == 4)) return std::nullopt;
        if (part < 2 && (i >= stem.size() || stem[i++] != '-')) return std::nullopt;
    }
    model::Date date;
    date.day = {numbers[0], numbers[1], numbers[2]};
    if (!is_valid(date.day)) return std::nullopt;
    if (i < stem.size() && stem[i] != '-' && stem[i] != '_' && stem[i] != 'T') return std::nullopt;
    // Zola's names may have a time: "2026-01-07T10:00:00Z-name", "2026-01-07T10:00:00-05:00-name".
    constexpr std::size_t colon = 3;  // from the "T" or the sign of an offset
    if (i + colon < stem.size() && stem[i] == 'T' && stem[i + colon] == ':') {
        const auto end = stem.find_first_not_of("0123456789:.+Z", i + 1);
        if (end != std::string::npos && (stem[end] == '-' || stem[end] == '_')) i = end;
        constexpr std::size_t offset = 6;  // "-05:00"
        if (i + offset < stem.size() && stem[i + colon] == ':') i += offset;
    }
    std::string rest = stem.substr(std::min(i + 1, stem.size()));
    if (!rest.empty()) stem = std::move(rest);
    return date;
}

// The date of an address or folder such as "2024/02/03/name", if it has one.
std::optional<model::Date> date_in_path(std::string_view path) {
    constexpr std::size_t size = 11;
    for (std::size_t at = 0; at + size <= path.size(); ++at) {
        if (at > 0 && path[at - 1] != '/') continue;
        std::string day(path.substr(at, size));
        if (day[4] != '/' || day[7] != '/' || day[10] != '/') continue;
        std::replace(day.begin(), day.end(), '/', '-');
        day.pop_back();
        if (auto date = take_date(day)) return date;
    }
    return std::nullopt;
}

// True if articles in this folder are posts even without a date.
bool is_post_folder(std::string_view folder) {
    static constexpr std::array<std::string_view, 8> names = {
        "_posts", "_drafts", "posts", "post", "blog", "articles", "article", "news"};
    while (!folder.empty()) {
        const std::string_view name = folder.substr(0, folder.find('/'));
        if (std::find(names.begin(), names.end(), name) != names.end()) return true;
        folder.remove_prefix(std::min(name.size() + 1, folder.size()));
    }
    return false;
}

bool is_code_of_edition(std::string_view name, const std::vector<LanguageEdition>& editions) {
    return std::any_of(editions.begin(), editions.end(),
                       [&](const LanguageEdition& each) { return is_code_of(each, name); });
}

// Removes the language suffix that Hugo, Zola and sites with editions use ("name.fr") and returns
// the language.
std::string take_language(std::string& stem, const ContentFolder& content) {
    const auto dot = stem.rfind('.');
    if (dot == std::string::npos || dot == 0) return {};
    const std::string language = stem.substr(dot + 1);
    const bool translated =
        content.generator == Generator::hugo || content.generator == Generator::zola;
    const std::vector<LanguageEdition>& editions = content.config.editions;
    const std::vector<std::string>& disabled = content.config.disabled_languages;
    // In a site with several languages, the name of another one is part of the address.
    const bool may_be_any =
        translated && (editions.empty() || content.generator == Generator::zola);
    const bool is_known = (may_be_any && is_language_code(language)) ||
                          is_code_of_edition(language, editions) ||
                          std::find(disabled.begin(), disabled.end(), language) != disabled.end();
    if (!is_known) return {};
    stem.erase(dot);
    return language;
}

void read_name(SourceArticle& article, const ContentFolder& content, bool language_folders) {
    std::string path = article.file.path;
    for (const auto& [folder, language] : content.config.language_folders) {
        if (!path.starts_with(folder)) continue;
        article.language = language;
        path.erase(0, folder.size());
        break;
    }
    for (const auto& [folder, other] : content.config.moved_folders) {
        if (!path.starts_with(folder)) continue;
        path.replace(0, folder.size(), other);
        break;
    }
    const auto slash = path.rfind('/');
    article.folder = slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
    article.stem = without_markdown_ending(path.substr(article.folder.size()));
    if (std::string language = take_language(article.stem, content); !language.empty()) {
        article.language = std::move(language);
    }
    const bool is_readme_page = content.config.readme_is_index && is_readme(article.stem);
    if (article.stem == "index" || article.stem == "_index" || is_readme_page) {
        article.is_bundle = true;
        std::string folder = article.folder;
        if (!folder.empty()) folder.pop_back();
        const auto parent = folder.rfind('/');
        article.stem = parent == std::string::npos ? folder : folder.substr(parent + 1);
        article.folder = parent == std::string::npos ? std::string() : folder.substr(0, parent + 1);
    }
    // Folders below the first are sections only if they say so.
    for (auto end = article.folder.find('/'); end != std::string::npos;
         end = article.folder.find('/', end + 1)) {
        const std::string folder = article.folder.substr(0, end + 1);
        if (article.sections.empty() || content.section_folders.contains(folder)) {
            article.sections += folder.substr(folder.rfind('/', end - 1) + 1);
        }
    }
    if (language_folders) {
        const std::string top = path.substr(0, path.find('/'));
        if (is_language_code(top)) article.language = top;
    }
    std::replace(article.language.begin(), article.language.end(), '_', '-');
}

// In Jekyll sites, the folders above `_posts` are categories.
void add_folder_categories(SourceArticle& article, const std::string& collections_folder) {
    std::string_view rest = article.file.path;
    if (rest.starts_with(collections_folder)) rest.remove_prefix(collections_folder.size());
    std::vector<std::string> names;
    while (!rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find('/'));
        if (name.starts_with('_')) break;
        names.emplace_back(name);
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
    std::vector<std::string>& categories = article.fields.categories.names;
    categories.insert(categories.begin(), names.begin(), names.end());
}

void decide_kind(SourceArticle& article, const ContentFolder& content) {
    std::string name = article.stem;
    const auto date_in_name = take_date(name);
    if (date_in_name) article.dated_stem = std::exchange(article.stem, name);
    // Then Hugo takes the rest of the name for a slug.
    if (date_in_name && content.config.date_fields.reads_names() && article.fields.slug.empty()) {
        article.fields.slug = article.stem;
    }
    const std::string& path = article.file.path;
    const bool in_posts = is_post_folder(article.folder);
    const bool in_pages = path.starts_with("pages/") || article.folder.starts_with("pages/");
    const auto local = [&](model::Date date) {
        if (content.time_zone) content.time_zone->apply(date);
        return date;
    };
    if (date_in_name && content.config.date_fields.prefers_names()) {
        article.dated = true;
        article.date = local(*date_in_name);
    } else if (article.fields.date) {
        article.dated = true;
        article.date = *article.fields.date;
    } else if (date_in_name) {
        article.dated = true;
        article.date = local(*date_in_name);
    } else if (auto date = date_in_path(article.fields.url + "/"); date) {
        article.dated = true;
        article.date = local(*date);
    } else if (date = date_in_path(article.folder); date) {
        article.dated = true;
        article.date = local(*date);
    }
    bool is_article = !in_pages && (article.dated || in_posts);
    // In Jekyll sites, everything is a page that is neither a post nor part of a collection.
    const bool in_collection = collection_of(content.config.collections, article.folder) != nullptr;
    if (content.generator == Generator::jekyll) {
        is_article = is_jekyll_post(path) || (article.dated && in_collection);
    }
    if (article.file.role == FileRole::section || article.fields.unlisted) is_article = false;
    if (content.generator == Generator::jekyll && is_article && !in_collection) {
        add_folder_categories(article, content.config.collections_folder);
    }
    article.kind = is_article ? model::EntryKind::article : model::EntryKind::page;
    if (!article.fields.redirect.empty()) article.kind = model::EntryKind::redirect;
    if (is_in_folder(path, "_drafts")) article.fields.draft = true;
}

// The targets of Markdown links and pictures that start with '/'. From these, the site index infers
// the path below which the old site had this content.
std::vector<std::string> root_links_of(std::string_view text) {
    constexpr std::size_t longest_target = 300;
    std::vector<std::string> links;
    for (auto at = text.find("](/"); at != std::string_view::npos; at = text.find("](/", at + 3)) {
        const std::string_view rest = text.substr(at + 2, longest_target);
        links.emplace_back(rest.substr(0, rest.find_first_of(" )#?\n")));
    }
    return links;
}

// Reports terms whose lists could not have a folder of their own.
void report_long_terms(SourceArticle& article) {
    const auto check = [&](std::string_view field, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            // A sign can become a word of up to twelve letters.
            constexpr std::size_t always_fits = longest_file_name / 12;
            if (longest_segment(name) <= always_fits) continue;
            if (addresses::term_slug(name).size() <= longest_file_name) continue;
            const std::string quoted = '"' + name + '"';
            const bool found = article.text.find(quoted) != std::string::npos;
            article.report_at(found ? quoted : name, Severity::error,
                              "the " + std::string(field) + " is too long for a folder name",
                              "shorten it");
        }
    };
    check("tag", article.fields.tags);
    check("author", article.fields.authors);
    for (const TermField& field : article.fields.terms) check(field.taxonomy, field.names);
    for (const std::string& name : article.fields.categories.names) {
        // A "/" separates nested categories.
        if (longest_segment(name) > longest_file_name / 12) check("category", {name});
    }
}

// The offset of a link's target, which may also be part of a longer one before it.
std::size_t find_link(std::string_view text, std::string_view target, std::size_t begin) {
    const std::string start = "](" + std::string(target);
    for (auto at = text.find(start, begin); at != std::string_view::npos;
         at = text.find(start, at + 1)) {
        const std::size_t end = at + start.size();
        if (end < text.size() && (text[end] == ')' || text[end] == ' ')) return at + 2;
    }
    return std::string_view::npos;
}

}  // namespace

void SourceArticle::report(Diagnostic diagnostic) {
    diagnostic.path = shown_path;
    if (diagnostic.source_line.empty() && diagnostic.position.line > 0) {
        diagnostic.source_line = std::string(line_of(text, diagnostic.position.line));
    }
    diagnostics.push_back(std::move(diagnostic));
}

Diagnostic SourceArticle::place_of(std::string_view target) const {
    Diagnostic diagnostic;
    diagnostic.path = shown_path;
    if (!target.empty()) {
        auto found = find_link(text, target, body_offset);
        if (found == std::string::npos) found = text.find(target, body_offset);
        if (found == std::string::npos) found = text.find(target);
        if (found == std::string::npos && target[0] == '<') {
            found = lower_ascii(text).find(lower_ascii(target), body_offset);
        }
        if (found != std::string::npos) {
            diagnostic.position = position_of(text, found);
            diagnostic.source_line = std::string(line_of(text, diagnostic.position.line));
        }
    }
    return diagnostic;
}

void SourceArticle::report_at(std::string_view target, Severity severity, std::string what,
                              std::string remedy) {
    Diagnostic diagnostic = place_of(target);
    diagnostic.severity = severity;
    diagnostic.what = std::move(what);
    diagnostic.remedy = std::move(remedy);
    report(std::move(diagnostic));
}

bool is_language_code(std::string_view text) {
    static constexpr std::array<std::string_view, 62> codes = {
        "af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el",
        "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi",
        "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "lt",
        "lv", "mk", "ml", "mn", "mr", "ms", "my", "nb", "ne", "nl", "nn", "pl", "pt",
        "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk"};
    static constexpr std::array<std::string_view, 6> more = {"ur", "uz", "vi", "zh", "sq", "te"};
    const std::string lower = lower_ascii(text);
    const std::string_view primary = std::string_view(lower).substr(0, lower.find_first_of("-_"));
    const bool known = std::find(codes.begin(), codes.end(), primary) != codes.end() ||
                       std::find(more.begin(), more.end(), primary) != more.end();
    if (!known) return false;
    if (primary.size() == lower.size()) return true;
    const std::string_view region = std::string_view(lower).substr(primary.size() + 1);
    return region.size() >= 2 && region.size() <= 4 &&
           std::all_of(region.begin(), region.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_language_folders(const ContentFolder& content) {
    if (content.generator != Generator::plain) return false;
    std::map<std::string, bool> folders;
    for (const ContentFile& file : content.files) {
        const auto slash = file.path.find('/');
        if (file.role != FileRole::text || slash == std::string::npos) continue;
        const std::string top = file.path.substr(0, slash);
        folders[top] = is_language_code(top);
    }
    const auto languages = std::count_if(folders.begin(), folders.end(),
                                         [](const auto& folder) { return folder.second; });
    return languages >= 2 && languages * 2 >= static_cast<std::ptrdiff_t>(folders.size());
}

namespace {

std::uint64_t hash_of(const std::string& text, const std::optional<std::string>& comments) {
    const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
    return comments ? XXH3_64bits_withSeed(comments->data(), comments->size(), hash) : hash;
}

void report_unreadable(SourceArticle& article, const std::string& shown_path) {
    Diagnostic error;
    error.path = shown_path;
    error.what = "the file cannot be read";
    error.remedy = "check its permissions";
    article.diagnostics.push_back(std::move(error));
}

void read_comments_of(SourceArticle& article, const ContentFolder& content,
                      const std::optional<std::string>& bytes) {
    const std::string& path = article.file.path;
    const std::string shown = content.shown_prefix + path.substr(0, path.rfind('/') + 1) +
                              std::filesystem::path(article.file.comments).filename().string();
    if (!bytes) return report_unreadable(article, shown);
    article.written_comments = read_comments(
        *bytes, shown, content.time_zone ? &*content.time_zone : nullptr, article.diagnostics);
}

}  // namespace

std::optional<std::uint64_t> hash_of_source(const ContentFile& file, const SiteInput& input) {
    const auto text = input.read(file.location);
    if (!text) return std::nullopt;
    if (file.comments.empty()) return hash_of(*text, std::nullopt);
    const auto comments = input.read(file.comments);
    return comments ? std::optional(hash_of(*text, comments)) : std::nullopt;
}

SourceArticle read_article(const ContentFile& file, const ContentFolder& content,
                           bool language_folders) {
    SourceArticle article;
    article.file = file;
    article.shown_path = content.shown_prefix + file.path;
    const auto bytes = content.input->read(file.location);
    if (!bytes) {
        report_unreadable(article, article.shown_path);
        return article;
    }
    const auto comments =
        file.comments.empty() ? std::optional<std::string>() : content.input->read(file.comments);
    article.source_hash = hash_of(*bytes, comments);
    if (!file.comments.empty()) read_comments_of(article, content, comments);
    Decoded decoded = decode_text(*bytes);
    if (decoded.error) {
        article.report(std::move(*decoded.error));
        return article;
    }
    article.text = std::move(decoded.text);
    Split split = split_front_matter(article.text);
    if (split.error) article.report(std::move(*split.error));
    article.body_offset = article.text.size() - split.body.size();
    article.root_links = root_links_of(article.body_text());
    Parsed parsed = parse_values(split.front_matter, split.dialect, split.front_matter_line);
    if (parsed.error) {
        article.report(std::move(*parsed.error));
        return article;
    }
    for (Diagnostic& warning : parsed.warnings) article.report(std::move(warning));
    const bool draft = is_in_folder(file.path, "_drafts");
    const bool post = is_in_folder(file.path, "_posts");
    const auto* collection = collection_of(content.config.collections, file.path);
    add_defaults(parsed.root, file.path,
                 draft                            ? "drafts"
                 : post                           ? "posts"
                 : collection != nullptr          ? std::string_view(collection->name)
                 : file.role == FileRole::section ? "sections"
                                                  : "pages",
                 content.config.defaults);
    rename_date_fields(parsed.root, content.config.date_fields);
    Diagnostics problems;
    article.fields = read_fields(parsed.root, content.generator, content.config.taxonomies,
                                 problems, content.time_zone ? &*content.time_zone : nullptr);
    for (Diagnostic& problem : problems) article.report(std::move(problem));
    read_name(article, content, language_folders);
    decide_kind(article, content);
    if (!article.fields.language.empty()) article.language = article.fields.language;
    if (!article.fields.language.empty() && strings::language_tag(article.language).empty()) {
        article.report_at(article.fields.language, Severity::warning,
                          strings::in_quotes(article.fields.language) +
                              " is not a language code, so the text has the language of the site",
                          remedy_of_language(article.fields.language));
    }
    // Jekyll's plug-in Polyglot pairs pages by their address.
    if (content.generator == Generator::jekyll && !content.config.editions.empty() &&
        article.fields.translation_key.empty()) {
        article.fields.translation_key = article.fields.url;
    }
    report_long_terms(article);
    report_file_mistakes(article);
    return article;
}

bool is_published(const SourceArticle& article, const PublishFilter& filter) {
    const std::int64_t now = seconds_since_epoch(filter.now);
    const Fields& fields = article.fields;
    if (fields.hidden || (fields.draft && !filter.drafts)) return false;
    if (!filter.future) {
        // An event of next month may be announced today.
        if (fields.publish) {
            if (seconds_since_epoch(*fields.publish) > now) return false;
        } else if (article.dated && article.kind == model::EntryKind::article &&
                   seconds_since_epoch(article.date) > now) {
            return false;
        }
    }
    return filter.expired || !fields.expiry || seconds_since_epoch(*fields.expiry) > now;
}

}  // namespace broadsheet::press
