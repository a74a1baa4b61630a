#include "press/articles/article_changes.h"

#include <utility>

namespace broadsheet::press {

namespace {

// The fields without those that affect only the article's own page and its entries in lists.
Fields without_text(Fields fields) {
    if (fields.menu_entries.empty()) fields.title.clear();
    fields.summary.clear();
    fields.description.clear();
    fields.picture.reset();
    fields.show_contents.reset();
    fields.modified.reset();
    fields.url_position = {};
    fields.slug_position = {};
    fields.date_position = {};
    fields.own.clear();
    return fields;
}

// Also without those that determine the lists the article is in and its position in them.
Fields without_lists(Fields fields) {
    fields = without_text(std::move(fields));
    fields.date.reset();
    fields.date_as_written.reset();
    fields.tags.clear();
    fields.categories = {};
    fields.authors.clear();
    return fields;
}

}  // namespace

bool is_same_but_lists(const SourceArticle& left, const SourceArticle& right) {
    return left.kind == right.kind && left.stem == right.stem &&
           left.dated_stem == right.dated_stem && left.folder == right.folder &&
           left.is_bundle == right.is_bundle && left.dated == right.dated &&
           left.language == right.language && left.root_links == right.root_links &&
           without_lists(left.fields) == without_lists(right.fields);
}

bool is_same_but_text(const SourceArticle& left, const SourceArticle& right) {
    return is_same_but_lists(left, right) && left.date == right.date &&
           without_text(left.fields) == without_text(right.fields);
}

}  // namespace broadsheet::press
