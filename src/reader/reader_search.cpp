// What the reader asks the search, and what becomes of the answers.
#include "model/queries.h"
#include "reader/reader.h"
#include "views/search.h"

namespace broadsheet::reader {

std::optional<search::Request> Reader::request_of(const addresses::Route& route) const {
    if (route.kind != addresses::RouteKind::search || views::is_blank(route.query))
        return std::nullopt;
    return views::results_request(loader_->publication().site, route);
}

void Reader::ask_search(const search::Request& request) {
    const std::string root = loader_->manifest().search_root();
    if (!root.empty()) {
        host_.search(root, request);
        return;
    }
    search::Answer answer;
    answer.request = request;
    answer.outcome = search::Outcome::unavailable;
    search_answered(answer);
}

void Reader::search_typed(std::string_view query) {
    typed_ = query;
    if (views::is_blank(typed_)) {
        found_.reset();
        refresh();
        return;
    }
    ask_search(views::typing_request(typed_));
}

void Reader::search_answered(const search::Answer& answer) {
    if (answer.request.typing && answer.request == views::typing_request(typed_)) {
        found_ = answer;
        refresh();
    } else if (!answer.request.typing &&
               answer.request == request_of(route_of(navigation_.current().path))) {
        if (leads_past_end(answer)) return;
        results_ = answer;
        refresh();
    }
}

// A shared address may name a page of results that is no more. The last one takes its place.
bool Reader::leads_past_end(const search::Answer& answer) {
    addresses::Route route = route_of(navigation_.current().path);
    const int pages =
        model::page_count(static_cast<int>(answer.total), loader_->publication().site.page_size);
    if (answer.total == 0 || route.page <= pages || navigation_.pending()) return false;
    route.page = pages;
    navigation_.rename(addresses::route_path(route));
    host_.show_address(navigation_.current().path, {}, AddressChange::replace);
    ask_search(*request_of(route));
    refresh();
    return true;
}

}  // namespace broadsheet::reader
