// The sidebar of lists and articles: recent articles, calendar, tags, archives, categories.
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

constexpr std::size_t recent_shown = 5;
constexpr std::size_t months_shown = 24;  // older months are listed on the page of their year

Node recent_view(const Context& context) {
    Node list = element(Role::list, Style::recent_list);
    for (const model::ArticleSummary& article : context.publication.site.recent) {
        if (list.children.size() == recent_shown) break;
        Node words = element(Role::group, Style::recent_text);
        words.children.push_back(link(Style::recent_title, article.path, article.title));
        words.children.push_back(date_view(context, Style::recent_date, article.date));
        Node item = element(Role::list_item, article.picture ? Style::recent_item : Style::none);
        if (article.picture) {
            Node image = picture(Style::recent_picture, *article.picture);
            image.text.clear();
            image.decorative = true;
            item.children.push_back(std::move(image));
        }
        item.children.push_back(std::move(words));
        list.children.push_back(std::move(item));
    }
    if (list.children.empty()) return element(Role::group, Style::none);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return widget(phrase(context.publication.site, Phrase::recent), std::move(children));
}

Node count_row(const Context& context, std::string_view target, std::string_view name, int count) {
    Node row = element(Role::group, Style::count_row);
    row.children.push_back(link(Style::count_link, target, name));
    row.children.push_back(element(Role::span, Style::count_number,
                                   "(" + ui::grouped(context.publication.site, count) + ")"));
    return row;
}

Node archives_view(const Context& context) {
    const auto& archive = context.publication.site.archive;
    if (archive.empty()) return element(Role::group, Style::none);
    Node list = element(Role::list, Style::count_list);
    const auto add = [&](Node row) { list.children.push_back(item_of(std::move(row))); };
    for (std::size_t i = 0; i < archive.size() && i < months_shown; ++i) {
        const model::ArchiveMonth& month = archive[i];
        add(count_row(context, addresses::month_path(month.year, month.month),
                      ui::month_title(context.publication.site, month.year, month.month),
                      month.count));
    }
    if (archive.size() > months_shown) {
        for (const model::ArchiveYear& year : model::archive_years(archive)) {
            if (year.year > archive[months_shown - 1].year) continue;
            add(count_row(context, addresses::year_path(year.year), std::to_string(year.year),
                          year.count));
        }
    }
    std::vector<Node> children;
    children.push_back(std::move(list));
    return widget(phrase(context.publication.site, Phrase::archives), std::move(children));
}

// Shows two levels, and all levels of the current branch.
Node category_list(const Context& context, const std::vector<model::CategoryNode>& categories,
                   Style style, int depth) {
    Node list = element(Role::list, style);
    for (const model::CategoryNode& category : categories) {
        Node item = element(Role::list_item, Style::none);
        item.children.push_back(count_row(context, category.path, category.name, category.count));
        const bool open = depth < 1 || context.current_category.starts_with(category.path);
        if (open && !category.children.empty()) {
            item.children.push_back(
                category_list(context, category.children, Style::category_children, depth + 1));
        }
        list.children.push_back(std::move(item));
    }
    return list;
}

Node categories_view(const Context& context) {
    const auto& categories = context.publication.site.categories;
    if (categories.empty()) return element(Role::group, Style::none);
    std::vector<Node> children;
    children.push_back(category_list(context, categories, Style::count_list, 0));
    return widget(phrase(context.publication.site, Phrase::categories), std::move(children));
}

// Prerendered pages have a sidebar only where it is about the present: on the front page and on
// the two pages that are shown at many addresses. Elsewhere it would change the page with every new
// article, so its place is kept empty; the reader fills it, or web/boot.js from the front page.
bool shows_sidebar(const Context& context) {
    return context.state.interactive || is_front_page(context) ||
           context.route.kind == addresses::RouteKind::search ||
           context.route.path == addresses::not_found_path;
}

}  // namespace

Node part_of(const Context& context, const std::string& name, Node (*make)(const Context&)) {
    if (context.state.prepared == nullptr) return make(context);
    return context.state.prepared->part(name, [&] { return make(context); });
}

Node widget(std::string_view title, std::vector<Node> children) {
    Node part = element(Role::section, Style::widget);
    part.label = title;
    part.children.push_back(heading(2, Style::widget_title, {text(title)}));
    for (Node& child : children) part.children.push_back(std::move(child));
    return part;
}

Node with_sidebar(const Context& context, Style grid_style, std::vector<Node> columns) {
    const auto& look = context.publication.site.look;
    const auto place = look.find("sidebar");
    const std::string where = place == look.end() ? "end" : place->second;
    Node grid = element(Role::group, grid_style, std::move(columns));
    if (where == "none") {
        grid.style = grid_style == Style::article_grid ? Style::article_alone : Style::list_alone;
    } else if (where == "start") {
        grid.style =
            grid_style == Style::article_grid ? Style::article_grid_start : Style::list_grid_start;
        grid.children.insert(grid.children.begin(), sidebar_view(context));
    } else {
        grid.children.push_back(sidebar_view(context));
    }
    return grid;
}

Node list_columns(const Context& context, Node main) {
    std::vector<Node> columns;
    columns.push_back(std::move(main));
    return with_sidebar(context, Style::list_grid, std::move(columns));
}

Node sidebar_view(const Context& context, Style style) {
    if (!shows_sidebar(context)) {
        Node place = element(Role::group, style);
        append(place.children, advertisement_view(context, model::Slot::sidebar));
        return place;
    }
    Node sidebar = element(Role::complementary, style);
    sidebar.label = phrase(context.publication.site, Phrase::more_from_site);
    const std::string month = std::to_string(context.month.year * 12 + context.month.month);
    append(sidebar.children, part_of(context, "recent", recent_view));
    append(sidebar.children, advertisement_view(context, model::Slot::sidebar));
    append(sidebar.children, part_of(context, "calendar " + month, calendar_view));
    append(sidebar.children, part_of(context, "tags", tag_cloud_view));
    append(sidebar.children, part_of(context, "archives", archives_view));
    append(sidebar.children,
           part_of(context, "categories " + context.current_category, categories_view));
    return sidebar;
}

}  // namespace broadsheet::views
