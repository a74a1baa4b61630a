#include "press/pictures/decode_picture.h"

#include <doctest/doctest.h>

#include <cmath>

#include "press/pictures/sample_pictures.h"

using namespace broadsheet;
using press::Raster;

namespace {

constexpr int whole = 1 << 20;  // so large that no JPEG is scaled down

test::Colour pixel(const Raster& raster, int x, int y) {
    test::Colour result{};
    const std::size_t at = static_cast<std::size_t>(y * raster.width + x) * 4;
    for (std::size_t c = 0; c < result.size(); ++c) result[c] = raster.pixels[at + c];
    return result;
}

bool near(const test::Colour& a, const test::Colour& b, int most = 6) {
    for (std::size_t c = 0; c < a.size(); ++c) {
        if (std::abs(a[c] - b[c]) > most) return false;
    }
    return true;
}

// The colours at the centres of the four quarters.
std::array<test::Colour, 4> quarters(const Raster& raster) {
    const int x = raster.width / 4;
    const int y = raster.height / 4;
    return {pixel(raster, x, y), pixel(raster, raster.width - 1 - x, y),
            pixel(raster, x, raster.height - 1 - y),
            pixel(raster, raster.width - 1 - x, raster.height - 1 - y)};
}

bool shows(const Raster& raster, const std::array<test::Colour, 4>& expected, int most = 6) {
    const auto found = quarters(raster);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!near(found[i], expected[i], most)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("each format keeps its size and colours") {
    const Raster raster = test::sample_raster(64, 48);
    for (const std::string& file : {test::png_file(raster), test::webp_file(raster),
                                    test::jpeg_file(raster), test::jpeg_file(raster, 1, true)}) {
        const press::DecodedPicture decoded = press::decode_picture(file, whole);
        REQUIRE(decoded.raster);
        CHECK(decoded.raster->width == 64);
        CHECK(decoded.raster->height == 48);
        CHECK(decoded.raster->opaque);
        CHECK(shows(*decoded.raster, {test::red, test::green, test::blue, test::grey}));
    }
}

TEST_CASE("transparency is kept") {
    const Raster raster = test::four_fields(
        32, 32, {test::red, test::Colour{0, 0, 0, 0}, test::Colour{40, 60, 210, 128}, test::grey});
    for (const std::string& file : {test::png_file(raster), test::webp_file(raster)}) {
        const press::DecodedPicture decoded = press::decode_picture(file, whole);
        REQUIRE(decoded.raster);
        CHECK(!decoded.raster->opaque);
        CHECK(pixel(*decoded.raster, 24, 8)[3] == 0);
        CHECK(pixel(*decoded.raster, 8, 24)[3] == 128);
        CHECK(press::placeholder_of(*decoded.raster).empty());
    }
}

TEST_CASE("every EXIF orientation is applied") {
    const test::Colour r = test::red;
    const test::Colour g = test::green;
    const test::Colour b = test::blue;
    const test::Colour y = test::grey;
    // The displayed picture for one that is stored as r g / b y.
    const std::array<std::array<test::Colour, 4>, 8> upright = {{{r, g, b, y},
                                                                 {g, r, y, b},
                                                                 {y, b, g, r},
                                                                 {b, y, r, g},
                                                                 {r, b, g, y},
                                                                 {b, r, y, g},
                                                                 {y, g, b, r},
                                                                 {g, y, r, b}}};
    const Raster stored = test::sample_raster(64, 32);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        CAPTURE(orientation);
        const auto decoded = press::decode_picture(test::jpeg_file(stored, orientation), whole);
        REQUIRE(decoded.raster);
        CHECK(decoded.raster->width == (orientation < 5 ? 64 : 32));
        CHECK(shows(*decoded.raster, upright[static_cast<std::size_t>(orientation - 1)]));
    }
}

TEST_CASE("a large JPEG is decoded at a reduced size") {
    const std::string file = test::jpeg_file(test::sample_raster(1600, 1200));
    const auto decoded = press::decode_picture(file, 300);
    REQUIRE(decoded.raster);
    CHECK(decoded.raster->width == 400);
    CHECK(decoded.raster->height == 300);
    CHECK(shows(*decoded.raster, {test::red, test::green, test::blue, test::grey}));
}

TEST_CASE("unusable files have a message") {
    const Raster raster = test::sample_raster(96, 64);
    for (const std::string& file :
         {test::png_file(raster), test::webp_file(raster), test::jpeg_file(raster)}) {
        for (std::size_t length = 0; length + 20 < file.size(); length += 1 + length / 16) {
            const auto decoded = press::decode_picture(file.substr(0, length), whole);
            CAPTURE(length);
            CHECK(!decoded.raster);
            CHECK(!decoded.what.empty());
        }
        std::string damaged = file;
        for (std::size_t i = 24; i < damaged.size(); i += 7) damaged[i] ^= '\x55';
        press::decode_picture(damaged, whole);  // must not crash
    }
    CHECK(press::decode_picture("", whole).what == "is empty");
    CHECK(press::decode_picture("GIF89a", whole).what == "is a GIF file with another extension");
    CHECK(press::decode_picture("<html>", whole).what == "is not a JPEG, PNG or WebP file");
    // A header with too many pixels.
    std::string huge = test::png_file(raster);
    huge[18] = '\x60';
    huge[22] = '\x60';
    CHECK(press::decode_picture(huge, whole).what == "has more than 100 million pixels");
}

TEST_CASE("scaling down keeps brightness, and transparent pixels do not affect colours") {
    // Black and white columns average to half the light, which is not the middle byte value.
    Raster stripes;
    stripes.width = 64;
    stripes.height = 8;
    for (int i = 0; i < 64 * 8; ++i) {
        const std::uint8_t value = i % 2 == 0 ? 0 : 255;
        stripes.pixels.insert(stripes.pixels.end(), {value, value, value, 255});
    }
    const Raster grey = press::smaller(stripes, 8, 4);
    CHECK(near(pixel(grey, 4, 2), test::Colour{188, 188, 188, 255}, 2));

    const Raster half = test::four_fields(
        64, 64, {test::red, test::Colour{0, 255, 0, 0}, test::red, test::Colour{0, 255, 0, 0}});
    const Raster edge = press::smaller(half, 9, 9);  // half of the middle column is of each colour
    const test::Colour middle = pixel(edge, 4, 4);
    CHECK(middle[3] > 100);
    CHECK(middle[3] < 155);
    CHECK(middle[0] > 190);
    CHECK(middle[1] < 40);
}

TEST_CASE("placeholders contain the colours of six parts") {
    Raster raster =
        test::four_fields(60, 40,
                          {test::Colour{255, 255, 255, 255}, test::Colour{255, 255, 255, 255},
                           test::Colour{0, 0, 0, 255}, test::Colour{0, 0, 0, 255}});
    CHECK(press::placeholder_of(raster) == "fffffffff000000000");
    raster.opaque = false;
    CHECK(press::placeholder_of(raster).empty());
}
