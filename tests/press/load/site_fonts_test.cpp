#include <doctest/doctest.h>

#include "press/fonts/test_fonts.h"
#include "press/load/site_loader.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

void write_site(const test::ScratchFolder& folder, const std::string& settings) {
    folder.write("paper/site.toml", "title = \"Harbour\"\nlanguage = \"en\"\n" + settings);
    folder.write("paper/content/lake.md", "---\ntitle: The lake\n---\nx\n");
    folder.write("paper/static/fonts/block.woff2", test::font("block"));
}

LoadedSite loaded(const test::ScratchFolder& folder, const std::string& settings) {
    write_site(folder, settings);
    LoadOptions options;
    options.content = folder.path() / "paper";
    return load_site(options);
}

std::string said(const std::string& settings, const std::string& file = "") {
    const test::ScratchFolder folder;
    folder.write("paper/static/fonts/other.woff2", file);
    const LoadedSite site = loaded(folder, settings);
    if (site.diagnostics.empty()) return "";
    const Diagnostic& first = site.diagnostics[0];
    return first.path + ":" + std::to_string(first.position.line) + ": " + first.what + "; " +
           first.remedy;
}

constexpr const char* block =
    "[look]\nserif = \"Block, serif\"\n[[look.fonts]]\nfamily = \"Block\"\n"
    "file = \"/fonts/block.woff2\"\n";
constexpr const char* other = "[[look.fonts]]\nfamily = \"Block\"\nfile = \"/fonts/other.woff2\"\n";

}  // namespace

TEST_CASE("typefaces are found and measured") {
    const test::ScratchFolder folder;
    const LoadedSite site = loaded(folder, block);
    CHECK(site.diagnostics.empty());
    REQUIRE(site.fonts.size() == 1);
    CHECK(site.fonts[0].face.url == "/fonts/block.woff2");
    CHECK(site.fonts[0].face.ascent == doctest::Approx(0.9));
    CHECK(site.fonts[0].face.widths.bold == doctest::Approx(0.4613).epsilon(0.001));
}

TEST_CASE("missing, damaged, unused and heavy typefaces are reported") {
    CHECK(said("[[look.fonts]]\nfamily = \"Block\"\nfile = \"/fonts/no.woff2\"\n") ==
          "site.toml:3: font file \"/fonts/no.woff2\" does not exist; correct the name, or add the "
          "file to the static folder");
    CHECK(said(other, "not a font") ==
          "site.toml:3: \"/fonts/other.woff2\" is not a WOFF2 font; convert it, for example with "
          "woff2_compress");
    CHECK(said(other, test::font("block").substr(0, 300)) ==
          "site.toml:3: font file \"/fonts/other.woff2\" is damaged; copy or convert it again");
    CHECK(said("[[look.fonts]]\nfamily = \"Block\"\nfile = \"/fonts/block.woff2\"\n") ==
          "site.toml:3: no font list names \"Block\"; add it to [look], for example serif = "
          "\"Block, serif\"");
    std::string many = block;
    for (int i = 0; i < 130; ++i) many += std::string(block).substr(std::string(block).find("[["));
    CHECK(said(many).starts_with("site.toml:5: the fonts have 108 kB together; remove "));
}

TEST_CASE("pages load the typefaces that they begin with") {
    const test::ScratchFolder folder;
    write_site(folder, std::string(block) +
                           "[[look.fonts]]\nfamily = \"Block\"\nstyle = \"italic\"\n"
                           "file = \"/fonts/block.woff2\"\n"
                           "[[look.fonts]]\nfamily = \"Block\"\nunicode_range = \"U+400-4FF\"\n"
                           "file = \"/fonts/block.woff2\"\n");
    folder.write("program/boot.js", "start");
    folder.write("program/reader.wasm", "program");
    BuildOptions options;
    options.content = folder.path() / "paper";
    options.out = folder.path() / "public";
    options.program = folder.path() / "program";
    const BuildReport report = build_site(options);
    CAPTURE(report.diagnostics.empty() ? "" : report.diagnostics[0].what);
    REQUIRE(report.ok());
    const std::string page = folder.read("public/lake/index.html");
    const auto preload = page.find("<link rel=\"preload\" href=\"/assets/font.");
    REQUIRE(preload != std::string::npos);
    CHECK(page.find("rel=\"preload\"", preload + 20) == std::string::npos);
    const auto end = page.find(".woff2\" as=\"font\" type=\"font/woff2\" crossorigin>", preload);
    REQUIRE(end != std::string::npos);
    const std::string name = page.substr(preload + 26, end + 6 - preload - 26);
    CHECK(folder.read("public" + name) == test::font("block"));
}

}  // namespace broadsheet::press
