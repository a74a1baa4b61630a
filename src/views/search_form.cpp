// The search field, and functions that all search views share. Without the reader, the field is a
// plain form that leads to the page of results.
#include "strings/utf8.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"
#include "views/search.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

constexpr std::uint32_t typing_results = 5;

}  // namespace

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

search::Request typing_request(std::string_view typed) {
    search::Request request;
    request.query = strings::one_line(typed, addresses::longest_query);
    request.count = typing_results;
    request.typing = true;
    return request;
}

search::Request results_request(const model::Site& site, const addresses::Route& route) {
    search::Request request;
    request.query = route.query;
    request.count = static_cast<std::uint32_t>(site.page_size);
    request.first = static_cast<std::uint32_t>(route.page - 1) * request.count;
    request.order = route.by_date ? search::Order::date : search::Order::relevance;
    request.facets = true;
    return request;
}

Node search_form(const Context& context, std::string_view value, Style style) {
    const std::string name(phrase(context.publication.site, Phrase::search));
    Node field = element(Role::text_field, Style::search_input);
    field.text = value;
    field.info = name;
    field.label = name;
    Node submit = element(Role::submit, Style::search_submit);
    submit.children.push_back(text(name));
    Node form = element(Role::search_form, style);
    form.target = "/search/";
    form.children.push_back(std::move(field));
    form.children.push_back(std::move(submit));
    return form;
}

std::vector<Node> marked_text(std::string_view content) {
    std::vector<Node> nodes;
    std::size_t at = 0;
    while (at < content.size()) {
        const std::size_t begin = std::min(content.find(search::mark_begin, at), content.size());
        if (begin > at) nodes.push_back(text(content.substr(at, begin - at)));
        if (begin == content.size()) break;
        const std::size_t end = std::min(content.find(search::mark_end, begin), content.size());
        nodes.push_back(
            element(Role::mark, Style::search_mark, content.substr(begin + 1, end - begin - 1)));
        at = end + 1;
    }
    return nodes;
}

Node hit_facts(const Context& context, const search::Hit& hit) {
    Node line = element(Role::paragraph, Style::meta);
    std::string place;
    for (const std::string& category : hit.categories) {
        place += (place.empty() ? "" : " › ") + category;
    }
    if (!place.empty()) line.children.push_back(text(place));
    if (hit.day) {
        if (!place.empty()) line.children.push_back(text(" · "));
        Node when =
            element(Role::time, Style::none, ui::long_date(context.publication.site, *hit.day));
        when.datetime = model::format_day(*hit.day);
        line.children.push_back(std::move(when));
    }
    return line;
}

std::string search_summary(const model::Site& site, const search::Answer& answer) {
    if (answer.outcome == search::Outcome::unavailable) {
        return std::string(phrase(site, Phrase::search_unreachable));
    }
    if (answer.total == 0 && answer.outcome == search::Outcome::complete) {
        return std::string(phrase(site, Phrase::results_none));
    }
    std::string found = counted(site, Phrase::results, static_cast<int>(answer.total));
    if (answer.relaxed) found = phrase(site, Phrase::results_some_words, {found});
    if (!answer.understood.empty()) {
        found = phrase(site, Phrase::results_for, {found, answer.understood});
    }
    if (answer.outcome == search::Outcome::partial) {
        found = phrase(site, Phrase::results_partial, {found});
    }
    return found;
}

}  // namespace broadsheet::views
