// What the reader asks the search, and what becomes of the answers.
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
        results_ = answer;
        refresh();
    }
}

}  // namespace broadsheet::reader
