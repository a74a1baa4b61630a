// What an article says to search engines, by the names of this and other generators:
//
//   canonical, canonical_url, canonicalURL      the address that they are to show instead
//   noindex, robotsNoIndex, robots: "noindex"   they are asked not to show the article
//   sitemap: false, sitemap: {disable: true}    only left out of the sitemap
//
// The tables `params`, `extra` and `seo` may have them too.
#pragma once

#include <string>

#include "model/members.h"
#include "press/articles/field_reader.h"

namespace broadsheet::press {

struct EngineFields {
    std::string canonical;  // an absolute URL or a path of the site; may be empty
    bool indexed = true;
    bool in_sitemap = true;

    bool operator==(const EngineFields&) const = default;
};

EngineFields read_engine_fields(const Value& table, FieldReader& reader);

template <model::Either<EngineFields> Type, typename Visit>
void members(Type& engine_fields, Visit&& visit) {
    auto& [canonical, indexed, in_sitemap] = engine_fields;
    visit(canonical, indexed, in_sitemap);
}

}  // namespace broadsheet::press
