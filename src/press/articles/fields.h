// The fields of an article's front matter, under all names that supported generators use for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/members.h"
#include "model/publication.h"
#include "press/articles/engine_fields.h"
#include "press/articles/episode_field.h"
#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/base/time_zone.h"
#include "press/config/hugo_menus.h"
#include "press/values/value.h"

namespace broadsheet::press {

// Categories as written. Whether a list means nested categories or several is a setting of the
// site. In a name, "/" separates levels, and "//" is a slash that belongs to it.
struct CategoryList {
    std::vector<std::string> names;
    bool is_list = false;

    bool operator==(const CategoryList&) const = default;
};

// The picture that represents an article.
struct PictureField {
    std::string target;  // as written
    std::string alternative_text;
    std::string caption;
    std::string credit;
    model::Focus focus;
    Position position;

    bool operator==(const PictureField&) const = default;
};

// A field that is not used here: the author's own, or one of another generator.
struct OwnField {
    std::string name;
    std::string json;  // the value as JSON

    bool operator==(const OwnField&) const = default;
};

// The terms of an article in a custom taxonomy of the site.
struct TermField {
    std::string taxonomy;
    std::vector<std::string> names;

    bool operator==(const TermField&) const = default;
};

// Maximum total size of an article's own fields, names and values, in bytes. Further fields are
// dropped with a warning.
inline constexpr std::size_t max_own_fields = 32'768;

// All fields of an article. Texts are trimmed; missing fields are empty.
struct Fields {
    std::string title;
    std::string subtitle;
    std::string head_title;  // of the window and for search engines
    std::optional<model::Date> date;
    // `date` in the offset that it was written with, if the day is another one there.
    std::optional<model::Date> date_as_written;
    std::optional<model::Date> modified;
    std::optional<model::Date> publish;
    std::optional<model::Date> expiry;
    bool draft = false;
    bool hidden = false;    // never published, whatever the options
    bool unlisted = false;  // a page, in no list and feed
    std::string slug;
    std::string url;
    std::string guid;  // the article's identifier in feeds, of the system that it came from
    std::vector<std::string> aliases;
    std::vector<std::string> tags;
    CategoryList categories;
    std::string summary;
    std::string description;
    std::vector<std::string> authors;
    std::optional<PictureField> picture;
    std::optional<EpisodeField> episode;
    std::string language;
    std::string translation_key;  // the same in all translations of a text
    std::optional<bool> show_contents;
    bool comments_closed = false;
    std::string redirect;
    bool go_template = false;
    std::optional<bool> math;  // whether the text has formulas; nothing: as the site
    bool leads = false;        // the article leads the front page
    int weight = 0;            // articles that lead are sorted by it; 0: after those that have one
    Position url_position;
    Position slug_position;
    Position date_position;
    std::vector<MenuEntry> menu_entries;  // of a Hugo site; the page is their target
    std::vector<TermField> terms;         // in the order of the site's custom taxonomies
    std::vector<OwnField> own;            // in source order
    EngineFields engines;

    bool operator==(const Fields&) const = default;
};

// Reads the values of a front matter. `taxonomies` are the names of the site's custom taxonomies.
// Unknown fields are kept in `own`. Adds diagnostics without path and source line.
Fields read_fields(const Value& table, Generator generator,
                   const std::vector<std::string>& taxonomies, Diagnostics& diagnostics,
                   const TimeZone* zone = nullptr);

// See model/members.h.
template <model::Either<CategoryList> Type, typename Visit>
void members(Type& category_list, Visit&& visit) {
    auto& [names, is_list] = category_list;
    visit(names, is_list);
}

template <model::Either<PictureField> Type, typename Visit>
void members(Type& picture_field, Visit&& visit) {
    auto& [target, alternative_text, caption, credit, focus, position] = picture_field;
    visit(target, alternative_text, caption, credit, focus, position);
}

template <model::Either<OwnField> Type, typename Visit>
void members(Type& own_field, Visit&& visit) {
    auto& [name, json] = own_field;
    visit(name, json);
}

template <model::Either<TermField> Type, typename Visit>
void members(Type& term_field, Visit&& visit) {
    auto& [taxonomy, names] = term_field;
    visit(taxonomy, names);
}

template <model::Either<Fields> Type, typename Visit>
void members(Type& fields, Visit&& visit) {
    auto& [title, subtitle, head_title, date, date_as_written, modified, publish, expiry, draft,
           hidden, unlisted, slug, url, guid, aliases, tags, categories, summary, description,
           authors, picture, episode, language, translation_key, show_contents, comments_closed,
           redirect, go_template, math, leads, weight, url_position, slug_position, date_position,
           menu_entries, terms, own, engines] = fields;
    visit(title, subtitle, head_title, date, date_as_written, modified, publish, expiry, draft,
          hidden, unlisted, slug, url, guid, aliases, tags, categories, summary, description,
          authors, picture, episode, language, translation_key, show_contents, comments_closed,
          redirect, go_template, math, leads, weight, url_position, slug_position, date_position,
          menu_entries, terms, own, engines);
}

}  // namespace broadsheet::press
