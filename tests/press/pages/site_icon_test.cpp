#include "press/pages/site_icon.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "press/pictures/decode_picture.h"
#include "press/pictures/encode_png.h"
#include "sample_publication.h"

namespace broadsheet::press {

namespace {

std::string one_colour(int width, int height) {
    Raster raster;
    raster.width = width;
    raster.height = height;
    for (std::size_t i = 0; i < raster.pixel_count(); ++i) {
        raster.pixels.insert(raster.pixels.end(), {10, 200, 30, 255});
    }
    return encode_png(raster);
}

}  // namespace

TEST_CASE("icons are drawn in the site's colours") {
    model::Site site = tests::sample_publication().site;
    site.look["accent"] = "#123456";
    const auto icons = site_icons(site, std::nullopt);
    REQUIRE(icons.size() == 3);
    for (const SiteIcon& icon : icons) {
        const auto raster = decode_png(icon.bytes);
        REQUIRE(raster);
        CHECK(raster->width == icon.size);
        CHECK(raster->height == icon.size);
        CHECK(raster->pixels[0] == 0x12);
        CHECK(raster->pixels[1] == 0x34);
        CHECK(raster->pixels[2] == 0x56);
    }
    CHECK(site_icons(site, std::nullopt)[0].path == icons[0].path);
}

TEST_CASE("a site's own icon is cropped to a square and never enlarged") {
    const model::Site site = tests::sample_publication().site;
    const auto icons = site_icons(site, one_colour(300, 200));
    REQUIRE(icons.size() == 2);
    CHECK(icons[0].size == 180);
    CHECK(icons[1].size == 192);
    const auto raster = decode_png(icons[1].bytes);
    REQUIRE(raster);
    CHECK(raster->pixels[1] == 200);
    CHECK(site_icons(site, "no picture").size() == 3);
}

TEST_CASE("the manifest lists the icons below the base path") {
    model::Site site = tests::sample_publication().site;
    site.language = "ar";
    const auto icons = site_icons(site, std::nullopt);
    const auto json = nlohmann::json::parse(web_manifest(site, "/paper/", icons));
    CHECK(json["name"] == "Meridian");
    CHECK(json["start_url"] == "/paper/");
    CHECK(json["scope"] == "/paper/");
    CHECK(json["dir"] == "rtl");
    CHECK(json["icons"][1]["src"] == "/paper/" + icons[1].path);
    CHECK(json["icons"][1]["sizes"] == "192x192");
    CHECK(json["shortcuts"].size() == 2);
    CHECK(json["share_target"]["action"] == "/paper/search/");
    CHECK(json["share_target"]["enctype"] == "application/x-www-form-urlencoded");
    site.offline = true;
    const auto kept = nlohmann::json::parse(web_manifest(site, "/paper/", icons));
    CHECK(kept["shortcuts"][2]["url"] == "/paper/offline/");
    const std::string head = icon_head(site, "/paper/", icons);
    CHECK(head.find("<link rel=\"manifest\" href=\"/paper/manifest.webmanifest\">") !=
          std::string::npos);
    CHECK(head.find("rel=\"apple-touch-icon\" href=\"/paper/" + icons[0].path) !=
          std::string::npos);
}

}  // namespace broadsheet::press
