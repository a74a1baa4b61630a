// Reads a folder of content, and reads it again while its author works on it: what did not change
// is not read again.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/members.h"
#include "press/articles/picture_uses.h"
#include "press/articles/recorded_lookups.h"
#include "press/articles/term_descriptions.h"
#include "press/base/file_stamp.h"
#include "press/base/file_watch.h"
#include "press/load/site_loader.h"
#include "press/publication/related.h"

namespace broadsheet::press {

// What is known of an article's file beside the article.
struct ReadFile {
    FileStamp stamp;
    std::int64_t read_at = 0;
    bool has_text = false;  // its body is not empty
    bool body_is_read = false;
    LookupRecord lookups;  // made while reading the body
    Diagnostics problems;  // of the front matter
    Diagnostics body_problems;
    std::vector<PictureUse> pictures;
};

class SiteReader {
  public:
    explicit SiteReader(LoadOptions options);
    ~SiteReader();

    // The whole site. REQUIRES for a second time: `options.pack`.
    LoadedSite read();
    LoadedSite read(const PublishFilter& filter, Progress* progress = nullptr);

    // An article whose text is another, and which else is what it was; all have the addresses that
    // they had.
    struct NewText {
        std::size_t number = 0;       // among the articles of the last `read`
        bool moves_in_lists = false;  // its date, tags, categories or authors are others too
        Article article;
        ReadFile file;
    };
    // What changed since the last `read`, where that is nothing but some texts; nothing where the
    // site has to be read as a whole. Problems of the texts are in the articles.
    // `changes`: all that happened to the folder since, where that is known.
    std::optional<std::vector<NewText>> new_texts(const PublishFilter& filter,
                                                  const FileChanges& changes);
    void take(std::vector<NewText> texts);
    // The whole site with the texts taken, without a look at the folder.
    LoadedSite put_together(const PublishFilter& filter);

    // Keeps in a file of the cache what is known, for a later reader of the same folder; and the
    // way back, before the first `read`.
    void keep(const std::filesystem::path& path) const;
    void remember(const std::filesystem::path& path);
    // How many texts the last `read` read from their files.
    std::size_t texts_read() const { return texts_read_; }

    // Of the last `read` with the texts taken since, sorted; and the pictures of that.
    Diagnostics diagnostics() const;
    std::vector<PictureUse> pictures() const;

  private:
    struct Known {
        Article article;
        ReadFile file;
    };

    void open();
    LoadedSite finish();
    void read_articles();
    void read_one(std::size_t i, const ContentFile& file,
                  std::unordered_map<std::string, Known>& old);
    void choose_articles();
    std::string choose_base_url();
    void read_bodies();
    void read_body_of(Article& article, ReadFile& file);
    TermDescriptions read_term_descriptions();
    void describe_sources(LoadedSite& site) const;
    std::string folder_title() const;
    std::string frame_of(const ContentFolder& content) const;
    bool is_same_but_texts() const;
    std::optional<std::vector<std::size_t>> changed_articles(const FileChanges& changes);
    std::optional<NewText> new_text(std::size_t number, const ContentFile& file);
    bool is_published_as_before(const PublishFilter& filter) const;

    LoadOptions options_;
    ContentFolder content_;
    std::string frame_;  // all that counts beside the texts and the list of files
    bool language_folders_ = false;
    std::string base_url_;
    std::string base_path_;
    std::vector<Article> articles_;                         // that are published
    std::vector<ReadFile> files_;                           // of each
    std::vector<Known> heads_;                              // of lists (path_of_term)
    std::vector<Known> others_;                             // read, but not published
    std::unordered_map<std::string, std::size_t> numbers_;  // of articles, by the file's place
    std::map<std::string, FileStamp> assets_;
    std::unique_ptr<SiteIndex> index_;
    std::vector<PictureUse> frame_pictures_;  // beside those of articles
    Diagnostics common_;                      // beside those of articles
    Diagnostics last_problems_;               // of putting the site together
    RelatedMemory related_;
    std::atomic<std::size_t> texts_read_{0};
    bool complete_ = false;  // the last `read` found no error
};

// See model/members.h.
template <model::Either<ReadFile> Type, typename Visit>
void members(Type& read_file, Visit&& visit) {
    auto& [stamp, read_at, has_text, body_is_read, lookups, problems, body_problems, pictures] =
        read_file;
    visit(stamp, read_at, has_text, body_is_read, lookups, problems, body_problems, pictures);
}

}  // namespace broadsheet::press
