// The profiles of authors from site.toml, shown on author pages and below articles.
#pragma once

#include <string>

#include "model/publication.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Finds an author by ID or name; both are compared as slugs. Null if site.toml does not describe
// the author.
const AuthorConfig* author_config(const SiteConfig& config, const std::string& author);

// The path of an author's list, by ID or name.
model::Path path_of_author(const SiteConfig& config, const std::string& author);

// Sets the title, description, links and portrait of an author's list from site.toml. Adds the
// portrait to `pictures`.
void describe_author(model::List& head, const SiteConfig& config, const SiteIndex& index,
                     PictureUses& pictures);

// The profile of an author. It has only the name and path if site.toml does not describe the
// author.
model::AuthorProfile profile_of(const model::TermReference& author, const SiteConfig& config,
                                const SiteIndex& index, PictureUses& pictures);

}  // namespace broadsheet::press
