#include "model/publication.h"

#include <algorithm>

namespace broadsheet::model {

const Entry* Publication::entry(std::string_view path) const {
    const auto found = entries.find(path);
    return found == entries.end() ? nullptr : &found->second;
}

const List* Publication::list(std::string_view path) const {
    const auto found = lists.find(path);
    return found == lists.end() ? nullptr : &found->second;
}

bool List::operator==(const List& other) const {
    const auto same = [](const auto& left, const auto& right) {
        return left == right || (left && right && *left == *right);
    };
    return kind == other.kind && path == other.path && title == other.title &&
           description == other.description && picture == other.picture && links == other.links &&
           trail == other.trail && translations == other.translations &&
           sections == other.sections && leads == other.leads &&
           std::equal(articles.begin(), articles.end(), other.articles.begin(),
                      other.articles.end(), same);
}

bool is_calendar(ListKind kind) {
    return kind == ListKind::year || kind == ListKind::month || kind == ListKind::day;
}

bool has_excerpt(ListKind kind, int place) {
    return !is_calendar(kind) && place < excerpts_in_list;
}

}  // namespace broadsheet::model
