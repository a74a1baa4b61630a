#include "press/load/content_loader.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "press/articles/addresses.h"
#include "press/articles/article_body.h"
#include "press/base/append_diagnostics.h"
#include "press/base/files.h"
#include "press/base/link_target.h"
#include "press/base/parallel.h"
#include "press/base/system.h"
#include "press/config/config_files.h"
#include "press/config/config_loader.h"
#include "press/config/taxonomies.h"
#include "press/load/configured_targets.h"
#include "press/load/source_entries.h"
#include "press/load/unstorable_names.h"
#include "press/load/withheld_articles.h"
#include "press/publication/assemble.h"
#include "press/publication/own_files.h"
#include "press/publication/site_fonts.h"

namespace broadsheet::press {

namespace {

bool is_front_page(const Article& article) {
    return article.file.role != FileRole::asset && article.stem.empty() && article.folder.empty();
}

Diagnostic note(const Article& article, std::string what) {
    Diagnostic result;
    result.severity = Severity::note;
    result.path = article.shown_path;
    result.what = std::move(what);
    return result;
}

}  // namespace

bool has_body(const SourceArticle& article) {
    return article.body_text().find_first_not_of(" \t\n") != std::string_view::npos;
}

void stamp_file(FileState& state, const ContentFile& file, const SiteInput& input) {
    state.read_at = time_now();
    state.stamp = input.stamp(file.location);
    state.comments = file.comments.empty() ? FileStamp() : input.stamp(file.comments);
}

bool is_unchanged(const FileState& known, const FileState& now, const ContentFile& file,
                  std::uint64_t hash, const SiteInput& input) {
    if (known.stamp != now.stamp || known.comments != now.comments) return false;
    const bool is_fresh = is_too_fresh(now.stamp, known.read_at) ||
                          (!file.comments.empty() && is_too_fresh(now.comments, known.read_at));
    return !is_fresh || hash_of_source(file, input) == hash;
}

bool is_unchanged(const FileState& known, const ContentFile& file, std::uint64_t hash,
                  const SiteInput& input) {
    FileState now;
    stamp_file(now, file, input);
    return is_unchanged(known, now, file, hash, input);
}

ContentLoader::ContentLoader(LoadOptions options) : options_(std::move(options)) {}

ContentLoader::~ContentLoader() = default;

// Everything except texts and the list of files that reading an article depends on.
std::string ContentLoader::frame_of(const ContentFolder& content) const {
    std::string frame = options_.language + '\n' +
                        std::to_string(static_cast<int>(content.generator)) + '\n' +
                        content.root.string() + '\n' + content.shown_prefix + '\n';
    frame += text_of_config_files(options_.content, *options_.input);
    frame += text_of(content.config.defaults);
    for (const std::string& each : content.section_folders) frame.append(each).append("\n");
    if (content.is_vault) frame += "vault\n";
    if (content.config.readme_is_index) frame += "readme\n";
    for (const auto& [from, to] : content.config.moved_folders) {
        frame.append(from).append("\n").append(to).append("\n");
    }
    for (const auto* files : {&content.shortcodes, &content.partials}) {
        for (const auto& [name, file] : *files) {
            frame.append(name).append("\n").append(file.path).append("\n");
            frame.append(file.text).append("\n");
        }
    }
    for (const Diagnostic& each : content.diagnostics) frame += each.path + each.what + '\n';
    return frame;
}

// Adds what the site publishes by its configuration.
PublishFilter ContentLoader::widened(PublishFilter filter) const {
    const PublishConfig& site = content_.config.publishes;
    filter.drafts = filter.drafts || site.drafts;
    filter.future = filter.future || site.future;
    filter.expired = filter.expired || site.expired;
    return filter;
}

void ContentLoader::open() {
    content_ =
        open_content(options_.content, options_.excluded, options_.language, *options_.input);
    edition_configs_.clear();
    for (const LanguageEdition& edition : content_.config.editions) {
        ContentFolder other;
        other.input = options_.input;
        load_configuration(other, options_.content, edition.code);
        other.config.language_folders = content_.config.language_folders;
        edition_configs_.push_back(std::move(other.config));
    }
    language_folders_ = has_language_folders(content_);
    std::string frame = frame_of(content_) + (language_folders_ ? "languages" : "");
    if (frame != frame_) {
        articles_.clear();
        files_.clear();
        others_.clear();
        elsewhere_.clear();
        descriptions_.clear();
        frame_ = std::move(frame);
    }
    assets_.clear();
    for (const auto* files : {&content_.files, &content_.static_files}) {
        for (const ContentFile& file : *files) {
            if (file.role == FileRole::asset) {
                assets_[file.location] = options_.input->stamp(file.location);
            }
        }
    }
}

void ContentLoader::read_articles() {
    KnownArticles old;
    const auto add = [&](KnownArticle known) {
        std::string path = known.article.file.path;
        old.emplace(std::move(path), std::make_unique<KnownArticle>(std::move(known)));
    };
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        add({std::move(articles_[i]), std::move(files_[i])});
    }
    articles_ = {};
    for (std::deque<KnownArticle>* more : {&others_, &elsewhere_, &descriptions_}) {
        for (; !more->empty(); more->pop_front()) add(std::move(more->front()));
    }
    std::vector<const ContentFile*> texts;
    for (const ContentFile& file : content_.files) {
        if (file.role != FileRole::asset) texts.push_back(&file);
    }
    articles_ = std::vector<Article>(texts.size());
    files_ = std::vector<FileState>(texts.size());
    for_each_in_parallel(texts.size(), options_.jobs,
                         with_progress(options_.progress, "Reading files", texts.size(),
                                       [&](std::size_t i) { read_one(i, *texts[i], old); }));
}

void ContentLoader::read_one(std::size_t i, const ContentFile& file, KnownArticles& old) {
    Article& article = articles_[i];
    FileState& read = files_[i];
    FileState now;
    stamp_file(now, file, *options_.input);
    const auto known = old.find(file.path);
    if (known != old.end() && is_unchanged(known->second->file, now, file,
                                           known->second->article.source_hash, *options_.input)) {
        article = std::move(known->second->article);
        read = std::move(known->second->file);
        known->second.reset();  // no other file has this path
        article.file = file;
        article.shown_path = content_.shown_prefix + file.path;
        article.diagnostics = read.problems;
    } else {
        ++texts_read_;
        article = {{read_article(file, content_, language_folders_)}, {}};
        read.problems = article.diagnostics;
        read.has_text = has_body(article);
    }
    read.stamp = now.stamp;
    read.comments = now.comments;
    read.read_at = now.read_at;
}

// Removes articles that are not published now, and files that do not become entries.
void ContentLoader::choose_articles() {
    // The chosen ones move to the front in place: of a large site, a second list takes much memory.
    std::size_t chosen = 0;
    WithheldArticles withheld(options_.filter);
    find_withheld_folders();
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        Article& article = articles_[i];
        if (count_of(article.diagnostics, Severity::error) > 0) {
            append(common_, article.diagnostics);
            continue;  // read again the next time
        }
        if (is_of_other_edition(article)) {
            const bool is_text = !is_front_page(article) &&
                                 (article.file.role != FileRole::section || files_[i].has_text);
            const bool is_shown =
                is_text && !is_disabled(article) && is_published(article, options_.filter);
            (is_shown ? elsewhere_ : others_).push_back({std::move(article), std::move(files_[i])});
            continue;
        }
        bool is_chosen = is_published(article, options_.filter);
        if (!is_chosen) withheld.add(article);
        if (is_front_page(article)) {
            if (content_.config.title.empty()) content_.config.title = article.fields.title;
            if (files_[i].has_text) {
                common_.push_back(note(article,
                                       "the front page is generated from the articles, so this "
                                       "text is not published"));
            }
            is_chosen = false;
        }
        const bool is_head =
            !is_front_page(article) && path_of_term(article, content_.config).has_value();
        // Its body may be empty, because the list of terms is added to it.
        const bool is_taxonomy_page =
            article.folder.empty() &&
            is_taxonomy_path(taxonomy_path(article.stem), content_.config);
        if (article.file.role == FileRole::section && !files_[i].has_text && !is_head &&
            !is_taxonomy_page) {
            if (is_chosen && !article.fields.menu_entries.empty()) {
                common_.push_back(note(article,
                                       "a section without text has no page here, so it is not in "
                                       "the menu"));
            }
            if (is_chosen) keep_aliases(article, path_by_folder(article, content_.config));
            is_chosen = false;
        }
        if (is_chosen && is_head) {
            keep_aliases(article, *path_of_term(article, content_.config));
            descriptions_.push_back({std::move(article), std::move(files_[i])});
        } else if (is_chosen) {
            if (chosen != i) {
                articles_[chosen] = std::move(article);
                files_[chosen] = std::move(files_[i]);
            }
            ++chosen;
        } else if (options_.pack) {
            others_.push_back({std::move(article), std::move(files_[i])});
        }
    }
    articles_.resize(chosen);
    files_.resize(chosen);
    take_missing_articles();
    tell_of_withheld(withheld);
    if (content_.config.title.empty()) content_.config.title = folder_title();
}

// Old addresses of files that do not become entries.
void ContentLoader::keep_aliases(const Article& article, model::Path path) {
    if (article.fields.aliases.empty()) return;
    content_.section_aliases.push_back({std::move(path), article.fields.aliases, false});
}

std::string ContentLoader::folder_title() const {
    const auto path = options_.input->real_path(options_.content);
    std::string name = path.empty() ? std::string("News") : path.filename().string();
    std::replace(name.begin(), name.end(), '-', ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    }
    return name;
}

std::string ContentLoader::choose_base_url() {
    std::string url = options_.base_url.empty() ? content_.config.base_url : options_.base_url;
    while (url.ends_with('/')) url.pop_back();
    if (const std::string folder = content_.config.edition_folder(); !folder.empty()) {
        url += "/" + folder.substr(0, folder.size() - 1);
    }
    const bool is_option = !options_.base_url.empty();
    const auto refuse = [&](std::string what, std::string remedy) {
        Diagnostic error = is_option ? Diagnostic()
                                     : place_in_config(options_.content, *options_.input,
                                                       content_.config.base_url);
        error.severity = Severity::error;
        if (is_option) error.path = "--base-url";
        error.what = std::move(what);
        error.remedy = std::move(remedy);
        common_.push_back(std::move(error));
    };
    // Paths are added to it.
    const bool is_clean = std::none_of(url.begin(), url.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7F ||
               std::string_view("?#\\<>\"").find(c) != std::string_view::npos;
    });
    if (!is_clean) {
        refuse("\"" + url + "\" is not an address that a site can have",
               "use the form https://example.org/path, without spaces, ? and #");
        return {};
    }
    base_path_ = base_path_of(url);
    if (url.find("://") != std::string::npos) return url;
    // `url` is only a path: the host is not known.
    if (!url.empty() && url[0] != '/') {
        refuse("\"" + url + "\" is not an absolute URL", "use the form https://example.org/path");
    }
    return {};
}

void ContentLoader::read_bodies() {
    for_each_in_parallel(
        articles_.size(), options_.jobs,
        with_progress(options_.progress, "Reading articles", articles_.size(),
                      [&](std::size_t i) { read_body_of(articles_[i], files_[i]); }));
}

TermDescriptions ContentLoader::read_term_descriptions() {
    TermDescriptions descriptions;
    for (KnownArticle& each : descriptions_) {
        read_body_of(each.article, each.file);
        descriptions[*path_of_term(each.article, content_.config)] =
            term_description_of(each.article);
    }
    return descriptions;
}

// Keeps the known body if all lookups made while reading it still have the same results.
void ContentLoader::read_body_of(Article& article, FileState& file) {
    if (file.body_is_read && article.summary.path == article.path &&
        same_results(file.lookups, *index_, article)) {
        append(article.diagnostics, file.body_problems);
        return;
    }
    if (file.body_is_read || article.text.empty()) {
        // The text is not in memory: it was let go, or the article comes from the cache and was not
        // published until now. So the file is read again.
        const model::Path path = article.path;
        const Diagnostics problems = article.diagnostics;
        ++texts_read_;
        article = {{read_article(article.file, content_, language_folders_)}, {}};
        article.path = path;
        article.diagnostics = problems;
    }
    PictureUses pictures;
    const std::size_t before = article.diagnostics.size();
    file.lookups = read_body(
        article, {*index_, content_, pictures, options_.check ? Severity::error : Severity::warning,
                  options_.check, options_.pack});
    if (options_.spill != nullptr && article.packed) {
        article.packed = article.packed->spilled(*options_.spill);
    }
    file.body_is_read = true;
    file.pictures = pictures.take();
    file.body_problems.assign(article.diagnostics.begin() + static_cast<std::ptrdiff_t>(before),
                              article.diagnostics.end());
}

LoadedSite ContentLoader::read(const PublishFilter& filter, Progress* progress) {
    options_.filter = filter;
    options_.progress = progress;
    LoadedSite site = read();
    options_.progress = nullptr;
    return site;
}

LoadedSite ContentLoader::read() {
    if (options_.once) remember(options_.kept);
    complete_ = false;
    texts_read_ = 0;
    open();
    options_.filter = widened(options_.filter);
    common_ = content_.diagnostics;
    read_articles();
    choose_articles();
    base_url_ = choose_base_url();
    for (Article& article : articles_) article.path.clear();
    assign_addresses(articles_, content_.config);
    address_elsewhere();
    std::vector<const Article*> elsewhere;
    for (const KnownArticle& each : elsewhere_) elsewhere.push_back(&each.article);
    index_ = std::make_unique<SiteIndex>(articles_, content_, base_url_, elsewhere);
    read_bodies();
    if (options_.once) return_freed_memory();  // that of the files
    numbers_.clear();
    for (std::size_t i = 0; i < articles_.size() && !options_.once; ++i) {
        const ContentFile& file = articles_[i].file;
        numbers_[file.location] = i;
        if (!file.comments.empty()) numbers_[file.comments] = i;
    }
    return finish();
}

LoadedSite ContentLoader::put_together(const PublishFilter& filter) {
    options_.filter = widened(filter);
    complete_ = false;
    return finish();
}

LoadedSite ContentLoader::finish() {
    LoadedSite site;
    site.input = options_.input;
    site.base_path = base_path_;
    site.edition_folder = content_.config.edition_folder();
    if (site.edition_folder.empty()) {
        for (const LanguageEdition& each : content_.config.editions) {
            if (!each.folder.empty()) site.other_editions.push_back(each.folder);
        }
    }
    const TermDescriptions descriptions = read_term_descriptions();
    for (const Article& article : articles_) {
        if (article.fields.draft) site.drafts.push_back(article.path);
        if (options_.list_sources) {
            site.sources.push_back(source_of(article, options_.filter.now));
        }
    }
    // From here on, texts are needed only for the positions of aliases in diagnostics.
    if (!options_.check) {
        for (Article& article : articles_) {
            if (article.fields.aliases.empty()) article.text = std::string();
        }
    }
    std::optional<CacheFileWriter> kept;
    if (options_.once && texts_read_ > 0) keep_articles(kept.emplace(options_.kept));
    for (FileState& file : files_) {
        if (options_.once) file.lookups = LookupRecord();
    }
    PictureUses frame_pictures;
    Assembled assembled = assemble(articles_, content_, *index_, frame_pictures, related_,
                                   descriptions, {base_url_, options_.jobs, options_.once});
    if (kept) keep_related(*kept);
    frame_pictures_ = frame_pictures.take();
    last_problems_ = std::move(assembled.diagnostics);
    site.publication = std::move(assembled.publication);
    site.store = std::move(assembled.store);
    take_assets(site);
    site.feeds = content_.config.feeds;
    site.statistics = content_.config.statistics;
    site.comment_server = content_.config.comment_server;
    site.podcast = content_.config.podcast;
    site.fonts = site_fonts(content_, *index_, last_problems_);
    add_translations(site.publication);
    name_originals(site.publication);
    add_translations_of_lists(site.publication);
    append(last_problems_, missing_files(content_, options_.content, *index_));
    append(last_problems_,
           service_problems(content_, options_.content, site.publication.site.base_url));
    append(last_problems_, podcast_problems(content_, site.publication));
    check_loaded(site);
    check_names(site);
    site.pictures = pictures();
    site.diagnostics = diagnostics();
    complete_ = count_of(site.diagnostics, Severity::error) == 0;
    return site;
}

// Other errors come first: what they name may be the cause.
void ContentLoader::check_names(const LoadedSite& site) {
    if (count_of(diagnostics(), Severity::error) > 0) return;
    const NamedSite named{articles_,
                          site.publication,
                          site.assets,
                          content_.old_addresses,
                          options_.content,
                          [&](const Article& article) {
                              return read_article(article.file, content_, language_folders_);
                          }};
    append(last_problems_,
           unstorable_names(named, is_windows() ? Severity::error : Severity::warning));
}

std::vector<PictureUse> ContentLoader::pictures() const {
    PictureUses all;
    all.add(frame_pictures_);
    for (const FileState& file : files_) all.add(file.pictures);
    for (const KnownArticle& each : descriptions_) all.add(each.file.pictures);
    return all.take();
}

}  // namespace broadsheet::press
