#include "press/pictures/picture_variants.h"

#include <doctest/doctest.h>

#include <fstream>

#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/output/build.h"
#include "press/pictures/decode_picture.h"
#include "press/pictures/picture_size.h"
#include "press/pictures/sample_pictures.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using press::PictureSize;
using press::PictureVariants;

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const fs::directory_entry& each : fs::recursive_directory_iterator(folder, none)) {
        if (each.is_regular_file()) files.push_back(each.path());
    }
    return files;
}

press::BuildReport build(const test::ScratchFolder& folder, int jobs = 1) {
    press::BuildOptions options;
    options.content = folder.path() / "content";
    options.out = folder.path() / "public";
    options.program = folder.path() / "program";
    options.filter.now = *model::parse_date("2026-01-01");
    options.jobs = jobs;
    return press::build_site(options);
}

}  // namespace

TEST_CASE("a picture is converted to the standard widths below its own") {
    const PictureVariants made =
        press::make_variants(test::jpeg_file(test::sample_raster(500, 301), 6));
    REQUIRE(made.what.empty());
    REQUIRE(made.variants.size() ==
            1);  // 301 pixels wide, because the EXIF orientation swaps the sides
    CHECK(press::picture_size(made.variants[0].bytes) == PictureSize{192, 319});
    CHECK(made.placeholder.size() == 18);

    const PictureVariants large =
        press::make_variants(test::jpeg_file(test::sample_raster(2100, 1400)));
    REQUIRE(large.variants.size() == 7);
    for (const press::PictureVariant& variant : large.variants) {
        CHECK(press::picture_size(variant.bytes) ==
              PictureSize{variant.width, (variant.width * 2 + 1) / 3});
    }
    CHECK(press::make_variants(test::png_file(test::sample_raster(100, 80))).variants.empty());
}

TEST_CASE("transparent pictures stay transparent") {
    const auto raster = test::four_fields(
        400, 300, {test::red, test::Colour{0, 0, 0, 0}, test::green, test::Colour{0, 0, 0, 0}});
    const PictureVariants made = press::make_variants(test::png_file(raster));
    REQUIRE(made.variants.size() == 2);
    const auto decoded = press::decode_picture(made.variants[1].bytes, 1000);
    REQUIRE(decoded.raster);
    CHECK(!decoded.raster->opaque);
    CHECK(decoded.raster->pixels[(80 * 320 + 300) * 4 + 3] == 0);
    CHECK(decoded.raster->pixels[(80 * 320 + 20) * 4 + 3] == 255);
}

TEST_CASE("the cache returns intact results only") {
    const test::ScratchFolder folder;
    const std::string file = test::png_file(test::sample_raster(400, 300));
    const press::PictureCache cache(folder.path() / "cache");
    const PictureVariants made = press::make_variants(file);
    CHECK(cache.variants_of(file) == made);
    const auto kept = files_below(folder.path() / "cache");
    REQUIRE(kept.size() == 1);
    const auto time = fs::last_write_time(kept[0]);
    CHECK(cache.variants_of(file) == made);
    CHECK(fs::last_write_time(kept[0]) == time);

    const std::string whole = press::read_file(kept[0]).value_or("");
    std::string turned = whole;
    turned[turned.size() / 2] ^= 1;
    for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() - 1), turned,
                                       whole + "x", std::string(64, '\xFF')}) {
        std::ofstream(kept[0], std::ios::binary) << damaged;
        CHECK(cache.variants_of(file) == made);
        CHECK(press::read_file(kept[0]) == whole);
    }
    // Another picture has another entry; a broken one has none.
    cache.variants_of(test::png_file(test::sample_raster(401, 300)));
    CHECK(!cache.variants_of(file.substr(0, 60)).what.empty());
    CHECK(files_below(folder.path() / "cache").size() == 2);
}

TEST_CASE("an unusable cache is not an error") {
    const test::ScratchFolder folder;
    folder.write("cache", "a file");
    const std::string file = test::png_file(test::sample_raster(400, 300));
    CHECK(press::PictureCache(folder.path() / "cache").variants_of(file).variants.size() == 2);
    CHECK(press::PictureCache("/proc/none").variants_of(file).variants.size() == 2);
}

TEST_CASE("a build writes variants and placeholders of the pictures that pages show") {
    const test::ScratchFolder folder;
    const std::string picture = test::jpeg_file(test::sample_raster(700, 500));
    for (const char* name : {"cover.jpg", "in text #1.jpg", "unused.jpg", "face.jpg"}) {
        folder.write(std::string("content/") + name, picture);
    }
    folder.write("content/a.md",
                 "---\ntitle: A\ndate: 2024-02-06\nauthor: Ines\nimage: cover.jpg\n---\n"
                 "![In text](<in text %231.jpg>)\n");
    folder.write("content/site.toml", "[authors.ines]\nname = \"Ines\"\nportrait = \"face.jpg\"\n");
    const press::BuildReport report = build(folder);
    REQUIRE(report.ok());
    for (const char* name : {"cover.jpg", "in text #1.jpg", "face.jpg"}) {
        CAPTURE(name);
        for (const char* size : {"", ".192.webp", ".320.webp", ".480.webp"}) {
            CHECK(folder.has(std::string("public/") + name + size));
        }
        CHECK(!folder.has(std::string("public/") + name + ".720.webp"));
    }
    CHECK(folder.has("public/unused.jpg"));
    CHECK(!folder.has("public/unused.jpg.192.webp"));
    const std::string page = folder.read("public/2024/02/06/a/index.html");
    CHECK(page.find("srcset=\"/in%20text%20%231.jpg.192.webp 192w, ") != std::string::npos);
    CHECK(page.find("/in%20text%20%231.jpg 700w\"") != std::string::npos);
    std::string bundle;
    for (const fs::path& path : files_below(folder.path() / "public/bundle")) {
        bundle += press::read_file(path).value_or("");
    }
    CHECK(bundle.find("700,500,\"c22") != std::string::npos);
    CHECK(bundle.find("\"in\":\"c22") != std::string::npos);

    // The number of threads does not change the bytes.
    const std::string variant = folder.read("public/cover.jpg.480.webp");
    REQUIRE(build(folder, 4).ok());
    CHECK(folder.read("public/cover.jpg.480.webp") == variant);
}

TEST_CASE("animated pictures are published as they are") {
    const test::ScratchFolder folder;
    std::string picture = test::png_file(test::sample_raster(700, 500));
    constexpr std::size_t after_head = 8 + 25;
    picture.insert(after_head, std::string("\0\0\0\x08", 4) + "acTL" + std::string(12, '\0'));
    folder.write("content/a.png", picture);
    folder.write("content/a.md",
                 "---\ntitle: A\ndate: 2024-02-06\nimage: a.png\n---\n![x](a.png)\n");
    REQUIRE(build(folder).ok());
    CHECK(folder.has("public/a.png"));
    CHECK(!folder.has("public/a.png.192.webp"));
    CHECK(folder.read("public/2024/02/06/a/index.html").find("srcset") == std::string::npos);
}

TEST_CASE("a broken picture is an error at its first use") {
    const test::ScratchFolder folder;
    folder.write("content/lake.jpg", test::jpeg_file(test::sample_raster(700, 500)).substr(0, 900));
    folder.write("content/empty.png", "");
    for (const char* name : {"content/b.md", "content/a.md"}) {
        folder.write(name, "---\ntitle: A\ndate: 2024-02-06\n---\nText\n\n![A](lake.jpg)\n");
    }
    folder.write("content/c.md", "---\ntitle: C\ndate: 2024-02-06\nimage: empty.png\n---\nText\n");
    const press::BuildReport report = build(folder);
    CHECK(!report.ok());
    CHECK(!fs::exists(folder.path() / "public"));
    std::string said;
    for (const press::Diagnostic& each : report.diagnostics) {
        said += press::format_diagnostic(each);
    }
    CHECK(said ==
          "a.md:7:6: error: the picture \"lake.jpg\" is damaged or truncated; save or copy it "
          "again\n![A](lake.jpg)\n     ^\n"
          "c.md:4:8: error: the picture \"empty.png\" is empty; replace it with the picture\n"
          "image: empty.png\n       ^\n");
}
