#include "press/pages/view_counter.h"

#include <utility>

#include "strings/escape.h"
#include "strings/percent.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// The name under which web/statistics.js knows the service.
std::string_view name_of(StatisticsService service) {
    switch (service) {
        case StatisticsService::goatcounter: return "goatcounter";
        case StatisticsService::plausible: return "plausible";
        case StatisticsService::umami: return "umami";
        case StatisticsService::matomo: return "matomo";
        case StatisticsService::none: break;
    }
    return {};
}

// Where the service takes views.
std::string address_of(const StatisticsConfig& statistics) {
    switch (statistics.service) {
        case StatisticsService::goatcounter: return statistics.url + "/count";
        case StatisticsService::plausible: return statistics.url + "/api/event";
        case StatisticsService::umami: return statistics.url + "/api/send";
        case StatisticsService::matomo: return statistics.url + "/matomo.php";
        case StatisticsService::none: break;
    }
    return {};
}

void append_data(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append(" data-").append(name).append("=\"");
    strings::append_html(out, value);
    out += '"';
}

void add_picture(page::HtmlOptions& html, const StatisticsConfig& statistics,
                 std::string_view base_url) {
    if (statistics.service == StatisticsService::goatcounter) {
        html.counter_picture = address_of(statistics) + "?p=";
        html.counter_title = "&t=";
    } else {
        html.counter_picture =
            address_of(statistics) +
            "?rec=1&idsite=" + strings::percent_encoded(statistics.id, strings::unreserved) +
            "&url=" + strings::percent_encoded(origin_of_url(base_url), strings::unreserved);
        html.counter_title = "&action_name=";
    }
}

}  // namespace

std::string origin_of_url(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    return std::string(url.substr(0, url.find('/', scheme + 3)));
}

void add_counter(page::HtmlOptions& html, const StatisticsConfig& statistics,
                 std::string_view script, std::string_view base_url) {
    if (statistics.service == StatisticsService::none) return;
    const std::string origin = origin_of_url(base_url);
    std::string& out = html.common_head;
    out += "<script type=\"module\" src=\"";
    strings::append_html(out, html.base_path + std::string(script));
    out += '"';
    append_data(out, "counter", name_of(statistics.service));
    append_data(out, "url", address_of(statistics));
    append_data(out, "id", statistics.id);
    if (!origin.empty()) append_data(out, "host", origin.substr(origin.find("://") + 3));
    out += "></script>\n";
    html.counter_origin = origin_of_url(statistics.url);
    if (statistics.picture) add_picture(html, statistics, base_url);
}

page::PolicySources policy_of(const LoadedSite& site) {
    page::PolicySources sources =
        with_counter(views::policy_sources(site.publication.site), site.statistics);
    const std::string& service = site.comment_server;
    if (!service.empty())
        sources.comment_scripts = origin_of_url(service.substr(service.find(' ') + 1));
    return sources;
}

page::PolicySources with_counter(page::PolicySources sources, const StatisticsConfig& statistics) {
    sources.counter = origin_of_url(statistics.url);
    sources.counter_pictures = statistics.picture;
    return sources;
}

}  // namespace broadsheet::press
