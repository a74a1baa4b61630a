// What a site says of its authors, on their pages and below their articles.
#pragma once

#include <string>

#include "model/publication.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// The author whom articles call so, by name or identifier; null where the site says nothing of
// them.
const AuthorConfig* author_config(const SiteConfig& config, const std::string& author);

// Fills the head of the list at an author's path. The portrait is counted among the pictures.
void describe_author(model::List& head, const SiteConfig& config, const SiteIndex& index,
                     PictureUses& pictures);

model::AuthorProfile profile_of(const model::TermReference& author, const SiteConfig& config,
                                const SiteIndex& index, PictureUses& pictures);

}  // namespace broadsheet::press
