// What an article says about itself in its front matter, whatever names other tools give to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/members.h"
#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/values/value.h"

namespace broadsheet::press {

// Categories as the author wrote them; whether a list is one nested category or several is the
// site's affair.
struct CategoryList {
    std::vector<std::string> names;
    bool is_list = false;

    bool operator==(const CategoryList&) const = default;
};

struct PictureField {
    std::string target;
    std::string alternative_text;
    std::string caption;
    Position position;

    bool operator==(const PictureField&) const = default;
};

// A field that means nothing here: the author's own, or one of another tool.
struct OwnField {
    std::string name;
    std::string json;  // its value

    bool operator==(const OwnField&) const = default;
};

// What an article says in one of the site's own taxonomies.
struct TermField {
    std::string taxonomy;
    std::vector<std::string> names;

    bool operator==(const TermField&) const = default;
};

// Bytes of an article's own fields, with their names; what goes beyond is not kept.
inline constexpr std::size_t most_own_fields = 32'768;

struct Fields {
    std::string title;
    std::optional<model::Date> date;
    std::optional<model::Date> modified;
    std::optional<model::Date> publish;
    std::optional<model::Date> expiry;
    bool draft = false;
    bool hidden = false;  // is to have no page, whatever is asked for
    std::string slug;
    std::string url;
    std::vector<std::string> aliases;
    std::vector<std::string> tags;
    CategoryList categories;
    std::string summary;
    std::string description;
    std::vector<std::string> authors;
    std::optional<PictureField> picture;
    std::string language;
    std::optional<bool> show_contents;
    std::string redirect;
    bool go_template = false;
    Position url_position;
    Position slug_position;
    Position date_position;
    std::vector<TermField> terms;  // in the order of the site's taxonomies
    std::vector<OwnField> own;     // in the order written

    bool operator==(const Fields&) const = default;
};

// Reads `table`, the front matter's values. Fields that no one knows are kept as they are.
// Problems are appended to `diagnostics`, without paths and source lines.
// `taxonomies` are the fields that the site sorts articles by, beside the usual ones.
Fields read_fields(const Value& table, Generator generator,
                   const std::vector<std::string>& taxonomies, Diagnostics& diagnostics);

// See model/members.h.
template <model::Either<CategoryList> Type, typename Visit>
void members(Type& category_list, Visit&& visit) {
    auto& [names, is_list] = category_list;
    visit(names, is_list);
}

template <model::Either<PictureField> Type, typename Visit>
void members(Type& picture_field, Visit&& visit) {
    auto& [target, alternative_text, caption, position] = picture_field;
    visit(target, alternative_text, caption, position);
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
    auto& [title, date, modified, publish, expiry, draft, hidden, slug, url, aliases, tags,
           categories, summary, description, authors, picture, language, show_contents, redirect,
           go_template, url_position, slug_position, date_position, terms, own] = fields;
    visit(title, date, modified, publish, expiry, draft, hidden, slug, url, aliases, tags,
          categories, summary, description, authors, picture, language, show_contents, redirect,
          go_template, url_position, slug_position, date_position, terms, own);
}

}  // namespace broadsheet::press
