// The parts that pages are put together from. Each lives in a file of its own name.
#pragma once

#include <optional>
#include <vector>

#include "model/queries.h"
#include "page/page.h"
#include "views/route.h"
#include "views/view.h"

namespace broadsheet::views {

// What a part may ask: the publication, where the reader is, and the reader's state.
struct Context {
    const model::Publication& publication;
    const Route& route;
    const ReaderState& state;
    model::Path current_category;  // path of the list or of the article's primary category
    model::MonthReference month;   // which the page belongs to; year 0: none
};

page::Node banner_view(const Context& context);  // frame.cpp
page::Node footer_view(const Context& context);
page::Node skip_link();

page::Node sidebar_view(const Context& context);    // sidebar.cpp
page::Node calendar_view(const Context& context);   // calendar.cpp
page::Node tag_cloud_view(const Context& context);  // tag_cloud.cpp
page::Node widget(std::string_view title, std::vector<page::Node> children);

page::Node front_view(const Context& context, const model::ListChunk& chunk);  // front.cpp
page::Node list_view(const Context& context, const model::ListChunk& chunk);   // list.cpp
page::Node card_view(const model::ArticleSummary& article);
page::Node pagination_view(const Context& context, const model::ListChunk& chunk);
page::Node kicker_view(const model::ArticleSummary& article);  // card.cpp
page::Node meta_view(const model::ArticleSummary& article);

page::Node entry_view(const Context& context, const model::Entry& entry);     // article.cpp
page::Node breadcrumbs_view(const std::vector<model::TermReference>& trail);  // breadcrumbs.cpp
page::Node message_view(std::string_view title, std::string_view message);    // message.cpp

// The articles of the page that the route asks for.
std::vector<const model::ArticleSummary*> articles_of_page(const Context& context,
                                                           const model::ListChunk& chunk);

}  // namespace broadsheet::views
