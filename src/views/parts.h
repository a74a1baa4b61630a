// The parts of pages. Comments name the file in which the following functions are defined.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "addresses/route.h"
#include "model/queries.h"
#include "page/page.h"
#include "views/reader_state.h"

namespace broadsheet::views {

// The input of a part: the publication, the current route, and the reader's state.
struct Context {
    const model::Publication& publication;
    const addresses::Route& route;
    const ReaderState& state;
    model::Path current_category;         // path of the list or of the article's primary category
    model::MonthReference month;          // the month of the page; year 0: none
    const model::Entry* entry = nullptr;  // of the page, if it shows one
};

// True for the first page of the front page's list.
inline bool is_front_page(const Context& context) {
    return context.route == addresses::Route{addresses::RouteKind::list, "/", 1};
}

page::Node banner_view(const Context& context);  // frame.cpp
page::Node footer_view(const Context& context);
page::Node skip_link(const model::Site& site);

// A part that can be opened and closed. `key` identifies it in the reader's state; `summary` is
// always visible.
page::Node disclosure(const Context& context, page::Style style, std::string key, bool usually_open,
                      page::Node summary);  // menu.cpp
// A disclosure whose content lies over the page.
page::Node menu(const Context& context, page::Style style, std::string key, page::Node summary,
                page::Node panel);
page::Node utility_menu(const Context& context);
// The menu of the site's language editions, and the line below the headline of an article that
// leads to its translations. Empty groups if there are none.
page::Node language_menu(const Context& context);  // languages.cpp
page::Node also_in_view(const Context& context, const model::Entry& entry);
// True if the entry's language is written in the other direction than that of the site. Its own
// text then has its direction, and the page around it that of the site.
bool turns(const model::Site& site, const model::Entry& entry);
page::Node section_menu(const Context& context);
page::Node phone_menu(const Context& context);
page::Node footer_menu(const Context& context);

page::Node settings_view(const Context& context);  // settings_panel.cpp
page::Node search_menu(const Context& context);    // search_panel.cpp
page::Node search_form(const Context& context, std::string_view value,
                       page::Style style);  // search_form.cpp
std::vector<page::Node> marked_text(std::string_view content);
page::Node hit_facts(const Context& context, const search::Hit& hit);
std::string search_summary(const model::Site& site, const search::Answer& answer);
page::Node results_view(const Context& context);                           // search_results.cpp
page::Node consent_view(const Context& context);                           // consent.cpp
page::Node advertisement_view(const Context& context, model::Slot slot);   // advertisement.cpp
page::Node share_view(const Context& context, const model::Entry& entry);  // share.cpp
page::Node author_box_view(const Context& context,
                           const model::AuthorProfile& profile);  // related.cpp
page::Node related_view(const Context& context, const model::Entry& entry);

// The comments below an entry; empty if it has none. A link to them has their number. comments.cpp
page::Node comments_view(const Context& context, const model::Entry& entry);
page::Node comments_link(const Context& context, const model::Entry& entry);

// Where the table of contents is shown.
enum class ContentsPlace : std::uint8_t { beside_text, above_text };
page::Node contents_view(const Context& context, const model::Entry& entry,
                         ContentsPlace place);  // contents.cpp

// Arranges `columns` and the sidebar, on the side that the site chooses.
page::Node with_sidebar(const Context& context, page::Style grid_style,
                        std::vector<page::Node> columns);
// The content of a list page, and the sidebar beside it.
page::Node list_columns(const Context& context, page::Node main);
page::Node sidebar_view(const Context& context, page::Style style = page::Style::sidebar);
page::Node calendar_view(const Context& context);   // calendar.cpp
page::Node tag_cloud_view(const Context& context);  // tag_cloud.cpp
page::Node widget(std::string_view title, std::vector<page::Node> children);
// Returns the result of `make`, or the prepared part with this name if parts are prepared. `name`
// must identify everything that the part depends on.
page::Node part_of(const Context& context, const std::string& name,
                   page::Node (*make)(const Context&));

page::Node front_view(const Context& context, const model::List& list);  // front.cpp
page::Node list_view(const Context& context, const model::List& list);   // list.cpp
page::Node card_view(const Context& context, const model::ArticleSummary& article, bool excerpt);
page::Node pagination_view(const Context& context, const model::List& list);
// Links to the pages near `current`. Empty if there is only one page.
page::Node pages_view(const model::Site& site, int current, int pages,
                      const std::function<model::Path(int)>& path_of, std::string_view previous,
                      std::string_view next);
page::Node story_item(const Context& context, const model::ArticleSummary& article);  // front.cpp
page::Node grid_card(const Context& context, const model::ArticleSummary& article);
page::Node section_bar(std::string_view title, std::string_view more, std::string_view target);

// Pages of lists that stay (older.cpp).
std::string block_name(const model::Site& site, const addresses::Block& block);  // "101–200"
page::Node block_view(const Context& context, const model::List& list);
// True for a prerendered page of a list whose articles move on with each new article.
bool moves(const Context& context);
// The page for that: it names the list and leads to it. The reader shows the articles.
page::Node moving_view(const Context& context, const model::List& list);
// What a prerendered first page of a list shows instead of page numbers: the way to all its other
// articles.
page::Node older_view(const Context& context, const model::List& list);
// The content of a list page with its header, to which articles are added. list.cpp
page::Node list_main(const Context& context, const model::List& list, const std::string& facts);

page::Node kicker_view(const model::ArticleSummary& article);  // card.cpp
page::Node date_view(const Context& context, page::Style style, const model::Date& date);
// Appends a mark to `line` if the article came since the last visit.
void mark_if_new(const Context& context, const model::ArticleSummary& article, page::Node& line);
// How many of the newest articles of `list` came since the last visit: "12 new"; empty: none.
std::string new_count(const Context& context, const model::List& list);
page::Node meta_view(const Context& context, const model::ArticleSummary& article);
page::Node links_view(const std::vector<model::Link>& links);

page::Node entry_view(const Context& context, const model::Entry& entry);  // article.cpp
page::Node breadcrumbs_view(const Context& context,
                            const std::vector<model::TermReference>& trail);  // breadcrumbs.cpp
page::Node matches_view(const model::Publication& publication, std::string_view asked);

// The articles on the route's page of `list`.
std::vector<const model::ArticleSummary*> articles_of_page(const Context& context,
                                                           const model::List& list);

}  // namespace broadsheet::views
