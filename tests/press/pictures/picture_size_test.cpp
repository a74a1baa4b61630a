#include "press/pictures/picture_size.h"

#include <doctest/doctest.h>

#include <string>

using broadsheet::press::picture_size;
using broadsheet::press::PictureSize;

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string out;
    for (const int value : values) out += static_cast<char>(static_cast<unsigned char>(value));
    return out;
}

std::string jpeg(int orientation) {
    std::string out = bytes({0xFF, 0xD8});
    if (orientation != 0) {
        out += bytes({0xFF, 0xE1, 0, 34}) + std::string("Exif\0\0", 6) + "II" +
               bytes({42, 0, 8, 0, 0,           0, 1, 0, 0x12, 0x01, 3, 0,
                      1,  0, 0, 0, orientation, 0, 0, 0, 0,    0,    0, 0});
    }
    return out + bytes({0xFF, 0xC0, 0, 17, 8, 0x01, 0xE0, 0x02, 0x80, 3}) + std::string(9, '\0');
}

std::string box(const std::string& name, const std::string& content) {
    const std::size_t size = content.size() + 8;
    return bytes({0, 0, static_cast<int>(size >> 8U), static_cast<int>(size & 0xFFU)}) + name +
           content;
}

// An AVIF file with a thumbnail, item 1 of 160 × 120, and the picture, item 2 of 640 × 480.
std::string avif(const std::string& brand, int quarter_turns) {
    const std::string version(4, '\0');
    const std::string properties = box("ispe", version + bytes({0, 0, 0, 160, 0, 0, 0, 120})) +
                                   box("ispe", version + bytes({0, 0, 2, 128, 0, 0, 1, 224})) +
                                   box("irot", bytes({quarter_turns}));
    const std::string associations =
        version + bytes({0, 0, 0, 2, 0, 1, 1, 1, 0, 2, 2, 2, 0x80 | 3});
    return box("ftyp", brand + version + "mif1") +
           box("meta", version + box("hdlr", std::string(24, '\0')) +
                           box("pitm", version + bytes({0, 2})) +
                           box("iprp", box("ipco", properties) + box("ipma", associations))) +
           box("mdat", "picture");
}

}  // namespace

TEST_CASE("the size of an AVIF file is that of its primary picture, turned") {
    CHECK(picture_size(avif("avif", 0)) == PictureSize{640, 480, false});
    CHECK(picture_size(avif("avif", 1)) == PictureSize{480, 640, false});
    CHECK(picture_size(avif("avif", 2)) == PictureSize{640, 480, false});
    CHECK(picture_size(avif("avis", 3)) == PictureSize{480, 640, true});
    CHECK_FALSE(picture_size(avif("heic", 0)).has_value());
    const std::string whole = avif("avif", 1);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto size = picture_size(whole.substr(0, length));
        CHECK((!size || *size == PictureSize{480, 640, false}));
    }
}

TEST_CASE("sizes are read from the header of each format") {
    const std::string png = bytes({0x89}) + "PNG\r\n\x1A\n" + bytes({0, 0, 0, 13}) + "IHDR" +
                            bytes({0, 0, 2, 128, 0, 0, 1, 224});
    CHECK(picture_size(png) == PictureSize{640, 480});
    CHECK(picture_size("GIF89a" + bytes({0x80, 2, 0xE0, 1})) == PictureSize{640, 480});
    CHECK(picture_size(jpeg(0)) == PictureSize{640, 480});
    CHECK(picture_size(jpeg(1)) == PictureSize{640, 480});
    CHECK(picture_size(jpeg(6)) == PictureSize{480, 640});
    CHECK(picture_size("RIFF    WEBPVP8X" + bytes({10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1,
                                                   0})) == PictureSize{640, 480});
}

TEST_CASE("a PNG file turns by its EXIF chunk, and animations are known") {
    const std::string signature = bytes({0x89}) + "PNG\r\n\x1A\n";
    const std::string head = bytes({0, 0, 0, 13}) + "IHDR" +
                             bytes({0, 0, 2, 128, 0, 0, 1, 224, 8, 6, 0, 0, 0, 0, 0, 0, 0});
    const std::string animation = bytes({0, 0, 0, 8}) + "acTL" + std::string(12, '\0');
    const auto exif = [](int orientation) {
        return bytes({0, 0, 0, 26}) + "eXIfMM" +
               bytes({0, 42, 0, 0, 0, 8,           0, 1, 0x01, 0x12, 0, 3,
                      0, 0,  0, 1, 0, orientation, 0, 0, 0,    0,    0, 0}) +
               std::string(4, '\0');
    };
    CHECK(picture_size(signature + head) == PictureSize{640, 480, false});
    CHECK(picture_size(signature + head + exif(6)) == PictureSize{480, 640, false});
    CHECK(picture_size(signature + head + exif(3)) == PictureSize{640, 480, false});
    CHECK(picture_size(signature + head + animation) == PictureSize{640, 480, true});
    CHECK(broadsheet::press::picture_orientation(signature + head + animation + exif(8)) == 8);
    CHECK(picture_size("RIFF    WEBPVP8X" + bytes({10, 0, 0, 0, 2, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1,
                                                   0})) == PictureSize{640, 480, true});
}

TEST_CASE("SVG files have the size of their attributes or of their viewBox") {
    CHECK(picture_size("<svg width=\"640\" height='480px'>") == PictureSize{640, 480});
    CHECK(picture_size("<?xml?>\n<svg viewBox=\"0 0 640 480\">") == PictureSize{640, 480});
    CHECK(picture_size("<svg width=\"100%\" viewBox=\"0,0,640,480\">") == PictureSize{640, 480});
    CHECK(picture_size("<svg width=\"320\" viewBox=\"0 0 640 480\">") == PictureSize{320, 240});
    CHECK(picture_size("<svg width=\"1in\" height=\"72pt\">") == PictureSize{96, 96});
    CHECK(!picture_size("<svg>"));
}

TEST_CASE("damaged pictures have no size") {
    const std::string whole = jpeg(6);
    for (std::size_t length = 0; length < whole.size() - 10; ++length) {
        CHECK(!picture_size(std::string_view(whole).substr(0, length)));
    }
    CHECK(!picture_size("GIF89a"));
    CHECK(!picture_size(bytes({0x89}) + "PNG\r\n\x1A\n" + std::string(8, '\xFF') +
                        std::string(8, '\xFF')));
    CHECK(!picture_size("plain text"));
}
