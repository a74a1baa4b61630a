// Saves the state of ContentLoader to the cache and loads it.
#include <type_traits>
#include <utility>

#include "press/base/cache_file.h"
#include "press/base/member_packing.h"
#include "press/load/content_loader.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

namespace {

// The part of an article, which is const if the article is.
template <typename AnyArticle, typename Type>
using Part = std::conditional_t<std::is_const_v<AnyArticle>, const Type, Type>;

// Writes or reads the members of an article that are kept. Locations of files are not kept, because
// the folder may have moved. Texts, unpacked bodies and diagnostics are not kept either (see
// `can_be_kept`). REQUIRES: `Archive` is a MemberWriter or a MemberReader; a MemberReader changes
// `article`.
template <typename Archive, typename AnyArticle>
void keep_article(Archive& archive, AnyArticle& article) {
    auto& [file, shown_path, text, body_offset, fields, stem, dated_stem, folder, sections,
           is_bundle, kind, dated, date, language, source_hash, root_links, written_comments,
           diagnostics] = static_cast<Part<AnyArticle, SourceArticle>&>(article);
    auto& [summary, description, redirect, body, comments, packed, frames, forms, recordings,
           formulas, episode] = static_cast<Part<AnyArticle, ArticleBody>&>(article);
    archive(file.path, fields, stem, dated_stem, folder, sections, is_bundle, kind, dated, date,
            language, source_hash, root_links, article.path, summary, description, redirect, frames,
            forms, recordings, formulas, episode, packed);
}

// Diagnostics need the text of the article, so articles with diagnostics are read again.
bool can_be_kept(const Article& article, const FileState& file) {
    return article.diagnostics.empty() && article.fields.aliases.empty() && file.problems.empty() &&
           file.body_problems.empty() && article.kind != model::EntryKind::redirect;
}

}  // namespace

void ContentLoader::keep_articles(CacheFileWriter& file) const {
    MemberWriter first;
    first(frame_);
    file.write(first.take());
    const auto save_text = [&](const Article& article, const FileState& read) {
        if (!can_be_kept(article, read)) return;
        MemberWriter text;
        text(true);  // one more
        keep_article(text, article);
        text(read);
        file.write(text.take());
        release_mapped_bytes();
    };
    for (std::size_t i = 0; i < articles_.size(); ++i) save_text(articles_[i], files_[i]);
    for (const KnownArticle& each : descriptions_) save_text(each.article, each.file);
    for (const auto* more : {&others_, &elsewhere_}) {
        for (const KnownArticle& other : *more) save_text(other.article, other.file);
    }
}

void ContentLoader::keep_related(CacheFileWriter& file) const {
    MemberWriter last;
    last(false, related_);
    file.write(last.take());
    file.finish();
}

void ContentLoader::remember(const std::filesystem::path& path) {
    const auto bytes = read_cache_file(path);
    if (!bytes) return;
    MemberReader load(*bytes);
    std::deque<KnownArticle> known;
    std::string frame;
    RelatedMemory related;
    load(frame);
    for (bool has_more = false; load(has_more), load.ok() && has_more;) {
        KnownArticle& each = known.emplace_back();
        keep_article(load, each.article);
        load(each.file);
        release_mapped_bytes();
    }
    load(related);
    if (!load.ok() || !load.at_end()) return;
    frame_ = std::move(frame);
    related_ = std::move(related);
    others_ = std::move(known);
}

}  // namespace broadsheet::press
