#include "press/config/service_settings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

namespace {

constexpr std::array<std::string_view, 4> slot_names = {"top", "sidebar", "article", "list"};

// An advertisement as written in site.toml, before validation.
struct WrittenAdvertisement {
    std::string slot;
    std::string file;
    std::string target;
    std::string alternative_text;
    int width = 0;
    int height = 0;
};

const std::vector<Setting<WrittenAdvertisement>>& advertisement_settings() {
    using Written = WrittenAdvertisement;
    static const std::vector<Setting<Written>> settings = {
        text_setting("slot", &Written::slot, "top, sidebar, article or list",
                     "position of the advertisement"),
        text_setting("file", &Written::file, "/file.jpg",
                     "a picture, or an .html file shown in a frame"),
        text_setting("url", &Written::target, "address", "target of the picture's link"),
        text_setting("alt", &Written::alternative_text, "text", "alternative text of the picture"),
        number_setting("width", &Written::width, 1, 4000, "reserved width in pixels",
                       "a number of pixels"),
        number_setting("height", &Written::height, 1, 4000, "reserved height in pixels",
                       "a number of pixels"),
    };
    return settings;
}

void read_advertisement(SettingReader& reader, const Value& item, SiteConfig& config) {
    WrittenAdvertisement written;
    read_settings(reader, item, "an advertisement", advertisement_settings(), written);
    const auto slot = std::find(slot_names.begin(), slot_names.end(), written.slot);
    if (slot == slot_names.end()) {
        return reader.error(item, "\"" + written.slot + "\" is not an advertisement slot",
                            "set slot to \"top\", \"sidebar\", \"article\" or \"list\"");
    }
    if (written.file.empty()) {
        return reader.error(item, "the advertisement has no file", "add file = \"/picture.jpg\"");
    }
    if (written.file.ends_with(".html") && (written.width == 0 || written.height == 0)) {
        return reader.error(item, "the HTML advertisement has no size",
                            "add width and height in pixels, so that space is reserved for it");
    }
    AdvertisementConfig& one = config.advertisements.emplace_back();
    one.position = item.position;
    one.file = written.file;
    one.advertisement.slot = static_cast<model::Slot>(slot - slot_names.begin());
    one.advertisement.target = reader.safe_target(item, written.target);
    one.advertisement.alternative_text = written.alternative_text;
    one.advertisement.width = written.width;
    one.advertisement.height = written.height;
}

void read_advertisements(SettingReader& reader, const Value& list, SiteConfig& config) {
    reader.each_table(list, "advertisements", "a list of tables: [[advertisements]]",
                      [&](const Value& item) { read_advertisement(reader, item, config); });
}

// [statistics] as written, before validation.
struct WrittenStatistics {
    std::string provider;
    std::string url;
    std::string id;
    bool picture = false;
};

const std::vector<Setting<WrittenStatistics>>& statistics_settings() {
    using Written = WrittenStatistics;
    static const std::vector<Setting<Written>> settings = {
        text_setting("provider", &Written::provider, "goatcounter, plausible, umami or matomo",
                     "the service that counts views"),
        text_setting("url", &Written::url, "https://paper.goatcounter.com",
                     "address of the service (default for plausible: https://plausible.io)"),
        text_setting("id", &Written::id, "text",
                     "the site's name there: Plausible's domain, Umami's website ID, Matomo's "
                     "number"),
        flag_setting("picture", &Written::picture,
                     "whether readers without scripts are counted by a picture of GoatCounter or "
                     "Matomo, which cannot respect their wish not to be tracked (default: false)"),
    };
    return settings;
}

void read_statistics(SettingReader& reader, const Value& table, SiteConfig& config) {
    constexpr std::array<std::string_view, 5> names = {"", "goatcounter", "plausible", "umami",
                                                       "matomo"};
    if (table.kind != ValueKind::table) {
        return reader.wrong_kind(table, "statistics", "a table: [statistics]");
    }
    WrittenStatistics written;
    read_settings(reader, table, "[statistics]", statistics_settings(), written);
    const auto at = [&](std::string_view name) -> const Value& {
        const Value* value = table.find(name);
        return value == nullptr ? table : *value;
    };
    const auto found = std::find(names.begin() + 1, names.end(), written.provider);
    if (found == names.end()) {
        return reader.error(at("provider"), "\"" + written.provider + "\" is not a known provider",
                            "set provider to \"goatcounter\", \"plausible\", \"umami\" or "
                            "\"matomo\"");
    }
    const auto service = static_cast<StatisticsService>(found - names.begin());
    if (written.url.empty() && service == StatisticsService::plausible) {
        written.url = "https://plausible.io";
    }
    while (written.url.ends_with('/')) written.url.pop_back();
    if (!is_service_url(written.url)) {
        return reader.error(at("url"), "\"" + written.url + "\" is not the address of a service",
                            "set url to an address such as \"https://stats.paper.example\"");
    }
    const bool needs_id =
        service == StatisticsService::umami || service == StatisticsService::matomo;
    if (needs_id && written.id.empty()) {
        return reader.error(table, written.provider + " needs the site's id",
                            "add id = \"…\", as the service shows it");
    }
    const bool is_number = written.id.find_first_not_of("0123456789") == std::string::npos;
    if (service == StatisticsService::matomo && !is_number) {
        return reader.error(at("id"),
                            "\"" + written.id + "\" is not the number of a site in Matomo",
                            "use the number that Matomo shows under Administration > Websites");
    }
    const bool has_picture =
        service == StatisticsService::goatcounter || service == StatisticsService::matomo;
    if (written.picture && !has_picture) {
        return reader.error(at("picture"), written.provider + " has no picture for counting",
                            "remove picture");
    }
    config.statistics = {service, written.url, written.id, written.picture};
}

}  // namespace

bool is_service_url(std::string_view url) {
    const bool is_secure = url.starts_with("https://");
    if (!is_secure && !url.starts_with("http://")) return false;
    url.remove_prefix(is_secure ? 8 : 7);
    return !url.empty() && url[0] != '/' && url[0] != ':' &&
           std::all_of(url.begin(), url.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      std::string_view("-._~/:").find(c) != std::string_view::npos;
           });
}

Setting<SiteConfig> advertisements_setting() {
    return parts_setting("advertisements", "[[advertisements]]", advertisement_settings(),
                         read_advertisements);
}

Setting<SiteConfig> statistics_setting() {
    return parts_setting("statistics", "[statistics]", statistics_settings(), read_statistics);
}

}  // namespace broadsheet::press
