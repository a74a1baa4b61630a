#include "press/import/items/shown_fields.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "strings/ascii.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

// "2019-06-01 18:00:00" → "2019-06-01 18:00". Nothing for what is no date.
std::string minute_of(const std::string& date, bool all_day) {
    constexpr std::size_t day = 10;
    constexpr std::size_t minute = 16;
    const bool is_date =
        date.size() >= day && date[4] == '-' && date[7] == '-' && strings::is_digit(date[0]);
    if (!is_date) return {};
    return date.substr(0, all_day || date.size() < minute ? day : minute);
}

// "2019-06-01 18:00 – 20:00": the second day is said only if it is another one.
std::string span_of(const ImportRecord& item) {
    const bool all_day = item.meta("_EventAllDay") == "yes" || item.meta("_EventAllDay") == "1";
    std::string span = minute_of(item.meta("_EventStartDate"), all_day);
    std::string end = minute_of(item.meta("_EventEndDate"), all_day);
    if (span.empty() || end.empty() || end == span) return span;
    constexpr std::size_t day = 10;
    if (end.size() > day && span.starts_with(end.substr(0, day))) end.erase(0, day + 1);
    return span.append(" – ").append(end);
}

std::string joined(const ImportRecord& item, std::initializer_list<std::string_view> names) {
    std::string all;
    for (const std::string_view name : names) {
        const std::string_view value = strings::trimmed(item.meta(name));
        if (value.empty()) continue;
        all.append(all.empty() ? "" : ", ").append(value);
    }
    return all;
}

void add_paragraph(std::string& html, std::string_view text) {
    if (strings::trimmed(text).empty()) return;
    html += "<p>";
    strings::append_html(html, text);
    html += "</p>\n\n";
}

void add_link(std::string& html, const std::string& address) {
    const bool is_web = address.starts_with("https://") || address.starts_with("http://");
    if (!is_web || address.find_first_of(" \"<>\n") != std::string::npos) return;
    html += "<p><a href=\"";
    strings::append_html(html, address);
    html += "\">";
    strings::append_html(html, address);
    html += "</a></p>\n\n";
}

}  // namespace

bool is_part_of_event(std::string_view type) {
    return type == "tribe_venue" || type == "tribe_organizer";
}

std::string html_before_text(const ImportRecord& item,
                             const std::map<ItemNumber, std::string>& titles) {
    const std::string& type = item.text("post_type");
    std::string html;
    if (type == "tribe_events") {
        add_paragraph(html, span_of(item));
        for (const std::string_view name : {"_EventVenueID", "_EventOrganizerID"}) {
            const auto title = titles.find(number_of(item.meta(name)));
            if (title != titles.end()) add_paragraph(html, title->second);
        }
        add_paragraph(html, joined(item, {"_EventCurrencySymbol", "_EventCost"}));
        add_link(html, item.meta("_EventURL"));
    } else if (type == "tribe_venue") {
        add_paragraph(html, joined(item, {"_VenueAddress", "_VenueZip", "_VenueCity",
                                          "_VenueStateProvince", "_VenueCountry", "_VenuePhone"}));
        add_link(html, item.meta("_VenueURL"));
    } else if (type == "tribe_organizer") {
        add_paragraph(html, item.meta("_OrganizerPhone"));
        add_link(html, item.meta("_OrganizerWebsite"));
    } else if (type == "product") {
        const std::string& sale = item.meta("_sale_price");
        add_paragraph(html, sale.empty() ? item.meta("_price") : sale);
        html += item.text("excerpt:encoded") + "\n\n";
    }
    return html;
}

std::string html_after_text(const ImportRecord& item) {
    const std::string& pictures = item.meta("_product_image_gallery");
    const bool is_list =
        !pictures.empty() && std::all_of(pictures.begin(), pictures.end(),
                                         [](char c) { return strings::is_digit(c) || c == ','; });
    if (item.text("post_type") != "product" || !is_list) return {};
    return "\n\n[gallery ids=\"" + pictures + "\"]\n";
}

}  // namespace broadsheet::press
