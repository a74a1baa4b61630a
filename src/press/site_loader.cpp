#include "press/site_loader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "press/addresses.h"
#include "press/article_body.h"
#include "press/assemble.h"
#include "press/check.h"
#include "press/parallel.h"

namespace broadsheet::press {

namespace {

bool is_front_page(const Article& article) {
    return article.file.role != FileRole::asset && article.stem.empty() && article.folder.empty();
}

bool has_body(const Article& article) {
    return article.body_text().find_first_not_of(" \t\n") != std::string_view::npos;
}

Diagnostic note(const Article& article, std::string what) {
    Diagnostic result;
    result.severity = Severity::note;
    result.path = article.shown_path;
    result.what = std::move(what);
    return result;
}

class Loader {
  public:
    explicit Loader(const LoadOptions& options) : options_(options) {}

    LoadedSite run() {
        content_ = open_content(options_.content, options_.excluded);
        take(content_.diagnostics);
        read_articles();
        choose_articles();
        const std::string base_url = choose_base_url();
        assign_addresses(articles_, content_.config);
        const SiteIndex index(articles_, content_, base_url);
        PictureUses pictures;
        const BodyContext context{index, content_, pictures, options_.check, options_.pack};
        for_each_in_parallel(articles_.size(), options_.jobs,
                             [&](std::size_t i) { read_body(articles_[i], context); });
        for (Article& article : articles_) take(article.diagnostics);
        describe_sources();
        forget_texts();
        Assembled assembled =
            assemble(articles_, content_, index, pictures, base_url, options_.jobs);
        take(assembled.diagnostics);
        result_.publication = std::move(assembled.publication);
        result_.store = std::move(assembled.store);
        result_.assets = index.assets();
        if (options_.check) {
            Diagnostics found =
                check_site({articles_, result_.publication, result_.assets, options_.clock});
            take(found);
        }
        result_.pictures = pictures.take();
        sort_diagnostics(result_.diagnostics);
        return std::move(result_);
    }

  private:
    void take(Diagnostics& from) {
        std::move(from.begin(), from.end(), std::back_inserter(result_.diagnostics));
        from.clear();
    }

    void read_articles() {
        const bool language_folders = has_language_folders(content_);
        std::vector<const ContentFile*> texts;
        for (const ContentFile& file : content_.files) {
            if (file.role != FileRole::asset) texts.push_back(&file);
        }
        articles_.resize(texts.size());
        for_each_in_parallel(texts.size(), options_.jobs, [&](std::size_t i) {
            articles_[i] = read_article(*texts[i], content_, language_folders);
        });
    }

    // Leaves out what is not published now, and what has no place of its own.
    void choose_articles() {
        std::vector<Article> chosen;
        for (Article& article : articles_) {
            const bool broken = count_of(article.diagnostics, Severity::error) > 0;
            if (broken) {
                take(article.diagnostics);
                continue;
            }
            if (is_front_page(article)) {
                if (content_.config.title.empty()) content_.config.title = article.fields.title;
                if (has_body(article)) {
                    result_.diagnostics.push_back(
                        note(article,
                             "the front page is made from the articles; this text is left out"));
                }
                continue;
            }
            if (article.file.role == FileRole::section && !has_body(article)) continue;
            if (!is_published(article, options_.clock)) continue;
            chosen.push_back(std::move(article));
        }
        articles_ = std::move(chosen);
        if (content_.config.title.empty()) content_.config.title = folder_title();
    }

    void describe_sources() {
        const std::int64_t now = seconds_since_epoch(options_.clock.now);
        for (const Article& article : articles_) {
            if (article.fields.draft) result_.drafts.push_back(article.path);
            if (!options_.list_sources) continue;
            SourceEntry source;
            source.file = article.shown_path;
            source.path = article.path;
            source.title = article.summary.title;
            source.kind = article.kind;
            if (article.dated) source.date = article.date;
            source.draft = article.fields.draft;
            const auto& publish = article.fields.publish;
            source.future = (article.dated && article.kind == model::EntryKind::article &&
                             seconds_since_epoch(article.date) > now) ||
                            (publish && seconds_since_epoch(*publish) > now);
            const auto& expiry = article.fields.expiry;
            source.expired = expiry && seconds_since_epoch(*expiry) <= now;
            result_.sources.push_back(std::move(source));
        }
    }

    // What is still said of an article needs its text only for the place of an alias.
    void forget_texts() {
        if (options_.check) return;
        for (Article& article : articles_) {
            if (article.fields.aliases.empty()) article.text = std::string();
        }
    }

    std::string folder_title() const {
        std::error_code error;
        const auto path = std::filesystem::canonical(options_.content, error);
        std::string name = error ? std::string("News") : path.filename().string();
        std::replace(name.begin(), name.end(), '-', ' ');
        if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        }
        return name;
    }

    std::string choose_base_url() {
        std::string url = options_.base_url.empty() ? content_.config.base_url : options_.base_url;
        while (url.ends_with('/')) url.pop_back();
        result_.base_path = base_path_of(url);
        if (url.find("://") != std::string::npos) return url;
        // Only a path: the site's place at its host, wherever that is.
        if (!url.empty() && url[0] != '/') {
            Diagnostic error;
            error.path = options_.base_url.empty() ? "configuration" : "--base-url";
            error.what = "\"" + url + "\" is no address";
            error.remedy = "write it as https://example.org/path";
            result_.diagnostics.push_back(std::move(error));
        }
        return {};
    }

    const LoadOptions& options_;
    ContentFolder content_;
    std::vector<Article> articles_;
    LoadedSite result_;
};

}  // namespace

std::string base_path_of(std::string_view base_url) {
    while (base_url.ends_with('/')) base_url.remove_suffix(1);
    const auto scheme = base_url.find("://");
    if (scheme != std::string_view::npos) {
        const auto path = base_url.find('/', scheme + 3);
        base_url = path == std::string_view::npos ? std::string_view() : base_url.substr(path);
    }
    return base_url.starts_with('/') ? std::string(base_url) + "/" : "/";
}

LoadedSite load_site(const LoadOptions& options) { return Loader(options).run(); }

}  // namespace broadsheet::press
