#include "press/publication/author_profile.h"

#include <utility>

#include "addresses/slug.h"
#include "press/base/link_target.h"
#include "press/publication/categories.h"

namespace broadsheet::press {

model::Path path_of_author(const SiteConfig& config, const std::string& author) {
    const AuthorConfig* known = author_config(config, author);
    return author_path(known == nullptr ? author : known->id);
}

const AuthorConfig* author_config(const SiteConfig& config, const std::string& author) {
    const std::string slug = addresses::term_slug(author);
    for (const AuthorConfig& each : config.authors) {
        if (addresses::term_slug(each.id) == slug || addresses::term_slug(each.name) == slug)
            return &each;
    }
    return nullptr;
}

void describe_author(model::List& head, const SiteConfig& config, const SiteIndex& index,
                     PictureUses& pictures) {
    for (const AuthorConfig& author : config.authors) {
        if (author_path(author.id) != head.path) continue;
        head.title = author.name;
        head.description = author.biography;
        head.links = author.links;
        if (author.portrait.empty()) return;
        const Article at_top;
        const Asset* asset = index.find_asset(at_top, author.portrait);
        if (asset == nullptr) return;
        Diagnostic place;
        place.path = asset->path.substr(1);
        pictures.add(*asset, std::move(place));
        model::Picture picture;
        picture.target = target_of_file(asset->path);
        picture.alternative_text = author.name;
        if (const auto size = index.size_of(*asset)) {
            picture.width = size->width;
            picture.height = size->height;
        }
        head.picture = picture;
    }
}

model::AuthorProfile profile_of(const model::TermReference& author, const SiteConfig& config,
                                const SiteIndex& index, PictureUses& pictures) {
    model::List head;
    head.path = author.path;
    describe_author(head, config, index, pictures);
    return {author, head.description, head.picture, head.links};
}

}  // namespace broadsheet::press
