#include "press/pages/site_icon.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "addresses/paths.h"
#include "bundle/format/hash.h"
#include "page/page.h"
#include "press/html/entity.h"
#include "press/pictures/decode_picture.h"
#include "press/pictures/encode_png.h"
#include "theme/custom.h"
#include "theme/theme.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

// Sizes for Android's home screen, iOS and splash screens.
constexpr std::array<int, 3> icon_sizes = {180, 192, 512};
constexpr int drawn_size = 1024;

// The default icon, a newspaper page of 32 by 32 units with a heading, a picture and three lines.
// The same as web/icon.svg.
struct Box {
    double left, top, right, bottom;
};
constexpr std::array<Box, 5> boxes = {{{7, 8, 25, 10.6},
                                       {7, 13, 15.2, 24},
                                       {17.6, 13, 25, 15},
                                       {17.6, 17.5, 25, 19.5},
                                       {17.6, 22, 25, 24}}};

theme::Color color_of(const model::Site& site, theme::Ink ink, bool dark = false) {
    const theme::Theme theme = theme::customised(site.look);
    return (dark ? theme.dark : theme.light)[static_cast<std::size_t>(ink)];
}

std::string hexadecimal(theme::Color color) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t value : {color.red, color.green, color.blue}) {
        out += digits[value >> 4U];
        out += digits[value & 15U];
    }
    return out;
}

void fill(Raster& raster, Box box, theme::Color color) {
    constexpr double scale = drawn_size / 32.0;
    for (int y = static_cast<int>(box.top * scale); y < static_cast<int>(box.bottom * scale); ++y) {
        for (int x = static_cast<int>(box.left * scale); x < static_cast<int>(box.right * scale);
             ++x) {
            std::uint8_t* pixel = &raster.pixels[4 * (static_cast<std::size_t>(y) * drawn_size +
                                                      static_cast<std::size_t>(x))];
            pixel[0] = color.red;
            pixel[1] = color.green;
            pixel[2] = color.blue;
            pixel[3] = 255;
        }
    }
}

Raster drawn_icon(const model::Site& site) {
    Raster raster;
    raster.width = drawn_size;
    raster.height = drawn_size;
    raster.pixels.resize(4 * raster.pixel_count());
    fill(raster, {0, 0, 32, 32}, color_of(site, theme::Ink::accent));
    for (const Box& box : boxes) fill(raster, box, color_of(site, theme::Ink::paper));
    return raster;
}

// The largest square in the middle of the picture.
Raster square(const Raster& from) {
    Raster to;
    to.width = to.height = std::min(from.width, from.height);
    to.pixels.reserve(4 * to.pixel_count());
    const int left = (from.width - to.width) / 2;
    const int top = (from.height - to.height) / 2;
    for (int y = 0; y < to.height; ++y) {
        const auto begin =
            from.pixels.begin() + 4 * (static_cast<std::ptrdiff_t>(top + y) * from.width +
                                       static_cast<std::ptrdiff_t>(left));
        to.pixels.insert(to.pixels.end(), begin, begin + 4 * static_cast<std::ptrdiff_t>(to.width));
    }
    return to;
}

}  // namespace

std::vector<SiteIcon> site_icons(const model::Site& site,
                                 const std::optional<std::string>& own_picture) {
    std::optional<Raster> own;
    if (own_picture) own = decode_picture(*own_picture, icon_sizes.back()).raster;
    Raster picture = own ? square(*own) : drawn_icon(site);
    find_transparency(picture);
    std::vector<SiteIcon> icons;
    for (const int size : icon_sizes) {
        if (size > picture.width) continue;
        SiteIcon icon;
        icon.size = size;
        icon.bytes = encode_png(size == picture.width ? picture : smaller(picture, size, size));
        icon.path =
            "assets/icon-" + std::to_string(size) + "." + bundle::content_hash(icon.bytes) + ".png";
        icons.push_back(std::move(icon));
    }
    return icons;
}

std::string web_manifest(const model::Site& site, std::string_view base_path,
                         const std::vector<SiteIcon>& icons) {
    const std::string base(base_path);
    nlohmann::ordered_json json = {{"name", site.title}};
    if (!site.description.empty()) json["description"] = site.description;
    json["lang"] = site.language;
    json["dir"] = page::direction_of_language(site.language) == page::Direction::right_to_left
                      ? "rtl"
                      : "ltr";
    for (const char* name : {"id", "start_url", "scope"}) json[name] = base;
    json["display"] = "standalone";
    json["theme_color"] = hexadecimal(color_of(site, theme::Ink::paper));
    json["background_color"] = hexadecimal(color_of(site, theme::Ink::paper));
    json["icons"] = nlohmann::ordered_json::array();
    for (const SiteIcon& icon : icons) {
        const std::string size = std::to_string(icon.size);
        std::string sizes = size;
        sizes.append("x").append(size);
        json["icons"].push_back(
            {{"src", base + icon.path}, {"sizes", sizes}, {"type", "image/png"}});
    }
    const auto add_shortcut = [&](ui::Phrase name, std::string_view path) {
        json["shortcuts"].push_back(
            {{"name", ui::phrase(site, name)}, {"url", page::url_of(path, base_path)}});
    };
    add_shortcut(ui::Phrase::latest, "/");
    add_shortcut(ui::Phrase::search, "/search/");
    if (site.offline) add_shortcut(ui::Phrase::on_this_device, addresses::offline_path);
    // Text shared with the installed site is searched for.
    json["share_target"] = {{"action", page::url_of("/search/", base_path)},
                            {"method", "GET"},
                            {"enctype", "application/x-www-form-urlencoded"},
                            {"params", {{"text", "q"}}}};
    return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string icon_head(const model::Site& site, std::string_view base_path,
                      const std::vector<SiteIcon>& icons) {
    std::string base;
    append_escaped(base, base_path);
    std::string out = "<link rel=\"manifest\" href=\"" + base + "manifest.webmanifest\">\n";
    if (!icons.empty()) {
        out += "<link rel=\"apple-touch-icon\" href=\"" + base + icons.front().path + "\">\n";
    }
    for (const bool dark : {false, true}) {
        out += "<meta name=\"theme-color\" media=\"(prefers-color-scheme: " +
               std::string(dark ? "dark" : "light") + ")\" content=\"" +
               hexadecimal(color_of(site, theme::Ink::paper, dark)) + "\">\n";
    }
    return out;
}

}  // namespace broadsheet::press
