// Reads a folder of content, and reads it again after changes. Files that did not change are not
// read again.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/members.h"
#include "press/articles/picture_uses.h"
#include "press/articles/recorded_lookups.h"
#include "press/articles/term_descriptions.h"
#include "press/base/cache_file.h"
#include "press/base/file_changes.h"
#include "press/base/file_stamp.h"
#include "press/load/site_loader.h"
#include "press/publication/related.h"

namespace broadsheet::press {

class WithheldArticles;

// The state of an article's file, and what reading it gave besides the article.
struct FileState {
    FileStamp stamp;
    FileStamp comments;        // of the file of comments; as if it did not exist if there is none
    std::int64_t read_at = 0;  // when the file was read, as time_now() gives it
    bool has_text = false;     // its body is not empty
    bool body_is_read = false;
    LookupRecord lookups;  // index lookups made while reading the body
    Diagnostics problems;  // of the front matter
    Diagnostics body_problems;
    std::vector<PictureUse> pictures;
};

// Sets the stamps of a file and of its comments, and the time.
void stamp_file(FileState& state, const ContentFile& file, const SiteInput& input);
// True if the file and its comments still have the bytes with this hash (hash_of_source). `now` has
// their stamps.
bool is_unchanged(const FileState& known, const FileState& now, const ContentFile& file,
                  std::uint64_t hash, const SiteInput& input);
bool is_unchanged(const FileState& known, const ContentFile& file, std::uint64_t hash,
                  const SiteInput& input);
// True if the article has a text besides its front matter.
bool has_body(const SourceArticle& article);

// Reads a site and keeps its articles in memory to read changes quickly.
class ContentLoader {
  public:
    explicit ContentLoader(LoadOptions options);
    ~ContentLoader();

    // Reads the whole site. `options.pack` is required to call it more than once, and
    // `options.once` forbids it.
    LoadedSite read();
    LoadedSite read(const PublishFilter& filter, Progress* progress = nullptr);

    // An article whose text changed. All other properties are the same, except as `moves_in_lists`
    // says. The paths of all articles are unchanged.
    struct ChangedArticle {
        std::size_t number = 0;       // index in the articles of the last `read`
        bool moves_in_lists = false;  // its date, tags, categories or authors changed too
        Article article;
        FileState file;
    };
    // Returns the articles whose texts changed since the last `read`. Returns nothing if anything
    // else changed or more than 16 texts did; the site must then be read as a whole. Problems of
    // the texts are in the articles. `changes` are the changes of the folder since then, as far as
    // they are known.
    std::optional<std::vector<ChangedArticle>> changed_articles(const PublishFilter& filter,
                                                                const FileChanges& changes);
    // Replaces the articles with those of `changed_articles`.
    void take(std::vector<ChangedArticle> articles);
    // Assembles the whole site with the texts taken, without access to the folder.
    LoadedSite put_together(const PublishFilter& filter);

    // The diagnostics of the last `read` with the texts taken since, sorted, and its pictures.
    Diagnostics diagnostics() const;
    std::vector<PictureUse> pictures() const;

  private:
    struct KnownArticle {
        Article article;
        FileState file;
    };

    // Articles that were read before, by the paths of their files.
    using KnownArticles = std::unordered_map<std::string, std::unique_ptr<KnownArticle>>;

    void open();
    void add_translations(model::Publication& publication) const;
    void name_originals(model::Publication& publication) const;
    void add_translations_of_lists(model::Publication& publication) const;
    LoadedSite finish();
    void read_articles();
    void read_one(std::size_t i, const ContentFile& file, KnownArticles& old);
    void choose_articles();
    void keep_aliases(const Article& article, model::Path path);
    bool is_disabled(const Article& article) const;
    bool is_of_other_edition(const Article& article) const;
    void address_elsewhere();
    void take_missing_articles();
    std::string choose_base_url();
    void read_bodies();
    void read_body_of(Article& article, FileState& file);
    TermDescriptions read_term_descriptions();
    void take_assets(LoadedSite& site);
    void find_withheld_folders();
    bool is_of_withheld(const Asset& asset) const;
    void tell_of_withheld(const WithheldArticles& withheld);
    std::optional<Diagnostic> describe_empty_folder() const;
    Diagnostic describe_empty_edition() const;
    void check_loaded(const LoadedSite& site);
    void check_names(const LoadedSite& site);
    std::string folder_title() const;
    std::string frame_of(const ContentFolder& content) const;
    bool is_same_but_texts() const;
    std::optional<std::vector<std::size_t>> changed_numbers(const FileChanges& changes);
    std::optional<ChangedArticle> changed_article(std::size_t number, const ContentFile& file);
    PublishFilter widened(PublishFilter filter) const;
    bool is_published_as_before(const PublishFilter& filter) const;
    // Save the state to a file of the cache, the articles before they are assembled. `remember`
    // loads it.
    void keep_articles(CacheFileWriter& file) const;
    void keep_related(CacheFileWriter& file) const;
    void remember(const std::filesystem::path& path);

    LoadOptions options_;
    ContentFolder content_;
    std::string frame_;  // configuration and diagnostics that all articles depend on
    bool language_folders_ = false;
    std::string base_url_;
    std::string base_path_;
    std::vector<Article> articles_;                     // published articles and pages
    std::vector<FileState> files_;                      // by article
    std::deque<KnownArticle> descriptions_;             // files that describe terms (path_of_term)
    std::deque<KnownArticle> others_;                   // read, but not published
    std::deque<KnownArticle> elsewhere_;                // published in other editions
    std::set<std::filesystem::path> withheld_folders_;  // of articles that are not published yet
    std::vector<SiteConfig> edition_configs_;           // by edition, if there are several
    std::unordered_map<std::string, std::size_t> numbers_;  // indices of articles, by file location
    std::map<std::string, FileStamp> assets_;
    std::unique_ptr<SiteIndex> index_;
    std::vector<PictureUse> frame_pictures_;  // pictures that do not belong to an article
    Diagnostics common_;                      // diagnostics that do not belong to an article
    Diagnostics last_problems_;               // from assembling and checking the site
    RelatedMemory related_;
    std::atomic<std::size_t> texts_read_{0};
    bool complete_ = false;  // the last `read` succeeded without errors
};

// See model/members.h.
template <model::Either<FileState> Type, typename Visit>
void members(Type& file_state, Visit&& visit) {
    auto& [stamp, comments, read_at, has_text, body_is_read, lookups, problems, body_problems,
           pictures] = file_state;
    visit(stamp, comments, read_at, has_text, body_is_read, lookups, problems, body_problems,
          pictures);
}

}  // namespace broadsheet::press
