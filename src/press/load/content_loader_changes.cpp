// What changed since the site was read, without reading all of it again.
#include <algorithm>
#include <set>
#include <utility>

#include "addresses/overviews.h"
#include "press/articles/addresses.h"
#include "press/articles/article_body.h"
#include "press/articles/article_changes.h"
#include "press/config/taxonomies.h"
#include "press/load/content_loader.h"

namespace broadsheet::press {

bool ContentLoader::is_published_as_before(const PublishFilter& filter) const {
    const PublishFilter wide = widened(filter);
    const auto same = [&](const Article& article) {
        return is_published(article, wide) == is_published(article, options_.filter);
    };
    const auto same_known = [&](const KnownArticle& known) { return same(known.article); };
    return std::all_of(articles_.begin(), articles_.end(), same) &&
           std::all_of(descriptions_.begin(), descriptions_.end(), same_known) &&
           std::all_of(others_.begin(), others_.end(), same_known) &&
           std::all_of(elsewhere_.begin(), elsewhere_.end(), same_known);
}

// True if the folder has the same files as before and only articles differ.
bool ContentLoader::is_same_but_texts() const {
    const ContentFolder content =
        open_content(options_.content, options_.excluded, options_.language, *options_.input);
    if (frame_of(content) + (language_folders_ ? "languages" : "") != frame_) return false;
    if (content.old_addresses != content_.old_addresses) return false;
    const auto same_files = [](const std::vector<ContentFile>& left,
                               const std::vector<ContentFile>& right) {
        return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                          [](const ContentFile& one, const ContentFile& other) {
                              return one.path == other.path && one.role == other.role &&
                                     one.comments == other.comments;
                          });
    };
    if (!same_files(content.files, content_.files) ||
        !same_files(content.static_files, content_.static_files)) {
        return false;
    }
    for (const auto& [location, stamp] : assets_) {
        if (options_.input->stamp(location) != stamp) return false;
    }
    const auto unchanged = [&](const KnownArticle& known) {
        const ContentFile& file = known.article.file;
        return is_unchanged(known.file, file, known.article.source_hash, *options_.input);
    };
    return std::all_of(others_.begin(), others_.end(), unchanged) &&
           std::all_of(elsewhere_.begin(), elsewhere_.end(), unchanged) &&
           std::all_of(descriptions_.begin(), descriptions_.end(), unchanged);
}

// The indices of articles whose files changed. Nothing if other files changed.
std::optional<std::vector<std::size_t>> ContentLoader::changed_numbers(const FileChanges& changes) {
    std::set<std::size_t> numbers;
    // If a changed file has symbolic links to it, changes are reported only for one of its names.
    if (changes.all_named && !content_.has_links) {
        bool all_known = true;
        for (const std::filesystem::path& path : changes.files) {
            const auto known = numbers_.find(path.string());
            all_known =
                all_known && known != numbers_.end() && options_.input->stamp(path) != FileStamp();
            if (all_known) numbers.insert(known->second);
        }
        if (all_known) return std::vector<std::size_t>(numbers.begin(), numbers.end());
        numbers.clear();
    }
    if (!is_same_but_texts()) return std::nullopt;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
        const ContentFile& file = articles_[i].file;
        const std::int64_t now = time_now();
        if (is_unchanged(files_[i], file, articles_[i].source_hash, *options_.input)) {
            files_[i].read_at = now;
        } else {
            numbers.insert(i);
        }
    }
    return std::vector<std::size_t>(numbers.begin(), numbers.end());
}

std::optional<std::vector<ContentLoader::ChangedArticle>> ContentLoader::changed_articles(
    const PublishFilter& filter, const FileChanges& changes) {
    constexpr std::size_t max_articles = 16;
    if (!complete_ || !is_published_as_before(filter)) return std::nullopt;
    const auto numbers = changed_numbers(changes);
    if (!numbers || numbers->size() > max_articles) return std::nullopt;
    std::vector<ChangedArticle> articles;
    for (const std::size_t number : *numbers) {
        const ContentFile& file = articles_[number].file;
        FileState now;
        stamp_file(now, file, *options_.input);
        auto changed = changed_article(number, file);
        if (!changed) return std::nullopt;
        changed->file.stamp = now.stamp;
        changed->file.comments = now.comments;
        changed->file.read_at = now.read_at;
        articles.push_back(std::move(*changed));
    }
    return articles;
}

std::optional<ContentLoader::ChangedArticle> ContentLoader::changed_article(
    std::size_t number, const ContentFile& file) {
    const Article& before = articles_[number];
    ChangedArticle changed;
    changed.number = number;
    changed.article = {{read_article(file, content_, language_folders_)}, {}};
    Article& article = changed.article;
    if (count_of(article.diagnostics, Severity::error) > 0) return changed;
    changed.file.problems = article.diagnostics;
    changed.file.has_text = has_body(article);
    // Diagnostics of paths and aliases, and menus with titles of pages, depend on more than the
    // text.
    const bool simple = article.kind != model::EntryKind::redirect &&
                        article.fields.aliases.empty() && is_same_but_lists(before, article) &&
                        is_published(article, options_.filter) &&
                        changed.file.has_text == files_[number].has_text &&
                        files_[number].problems.size() + files_[number].body_problems.size() ==
                            before.diagnostics.size();
    if (!simple) return std::nullopt;
    std::vector<Article> alone(1);
    alone[0] = article;
    assign_addresses(alone, content_.config);
    // Lists are added to these pages.
    const bool has_list =
        is_taxonomy_path(before.path, content_.config) || addresses::is_overview_path(before.path);
    if (has_list || alone[0].path != before.path || alone[0].diagnostics != article.diagnostics) {
        return std::nullopt;
    }
    article.path = before.path;
    changed.moves_in_lists = !is_same_but_text(before, article);
    PictureUses pictures;
    const auto first = static_cast<std::ptrdiff_t>(article.diagnostics.size());
    changed.file.lookups =
        read_body(article, {*index_, content_, pictures, Severity::warning, false, true});
    changed.file.body_is_read = true;
    changed.file.pictures = pictures.take();
    changed.file.body_problems.assign(article.diagnostics.begin() + first,
                                      article.diagnostics.end());
    const bool is_in_no_menu =
        article.kind == model::EntryKind::article && article.fields.menu_entries.empty();
    const bool same_menu = is_in_no_menu || article.summary.title == before.summary.title;
    const bool same_policy = article.frames == before.frames && article.forms == before.forms &&
                             article.recordings == before.recordings &&
                             article.formulas == before.formulas;
    if (!same_menu || !same_policy) return std::nullopt;
    article.summary.category_trail = before.summary.category_trail;
    article.summary.authors = before.summary.authors;
    return changed;
}

void ContentLoader::take(std::vector<ChangedArticle> articles) {
    for (ChangedArticle& changed : articles) {
        articles_[changed.number] = std::move(changed.article);
        files_[changed.number] = std::move(changed.file);
    }
}

}  // namespace broadsheet::press
