// Exports in archives: gzip, zip with several parts, damage, and bombs.
#include <doctest/doctest.h>
#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "press/base/files.h"
#include "press/import/run/import_sources.h"
#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace fs = std::filesystem;

namespace {

void pack_gzip(const fs::path& path, const std::string& bytes) {
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
}

void pack_zip(const fs::path& path, const std::map<std::string, std::string>& files) {
    zipFile archive = zipOpen(path.c_str(), APPEND_STATUS_CREATE);
    for (const auto& [name, bytes] : files) {
        zipOpenNewFileInZip(archive, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr,
                            Z_DEFLATED, Z_DEFAULT_COMPRESSION);
        zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size()));
        zipCloseFileInZip(archive);
    }
    zipClose(archive, nullptr);
}

ImportReport import_file(const fs::path& file, const fs::path& out) {
    ImportOptions options;
    options.source = find_import_source("wordpress");
    options.exports = {file};
    options.out = out;
    return import_site(options);
}

}  // namespace

TEST_CASE("gzipped files and zip archives of several parts are read") {
    const ScratchFolder scratch;
    const std::string one = wordpress_export(post_item(1, "One"));
    const std::string two = wordpress_export(post_item(2, "Two"));
    pack_gzip(scratch.path() / "export.xml.gz", one);
    CHECK(import_file(scratch.path() / "export.xml.gz", scratch.path() / "a").ok());
    pack_zip(scratch.path() / "export.zip", {{"site/part-1.xml", one},
                                             {"site/part-2.xml", two},
                                             {"__MACOSX/site/._part-1.xml", "x"},
                                             {"read.txt", "x"}});
    const ImportReport report = import_file(scratch.path() / "export.zip", scratch.path() / "b");
    CHECK(report.ok());
    CHECK(report.made.at("articles") == 2);
    CHECK(diagnostics_json(report.diagnostics) == "[]");

    pack_zip(scratch.path() / "other.zip", {{"read.txt", "x"}});
    const ImportReport none = import_file(scratch.path() / "other.zip", scratch.path() / "c");
    REQUIRE_FALSE(none.ok());
    CHECK(has(none.diagnostics[0].what, "contains no export"));
    pack_zip(scratch.path() / "wrong.zip", {{"x.xml", "<html></html>"}});
    const ImportReport wrong = import_file(scratch.path() / "wrong.zip", scratch.path() / "d");
    REQUIRE_FALSE(wrong.ok());
    CHECK(
        has(format_diagnostic(wrong.diagnostics[0]), "wrong.zip/x.xml:1:1: error: this is a web"));
}

TEST_CASE("damaged archives and those that unpack without end are reported") {
    const ScratchFolder scratch;
    std::string items;
    for (int i = 1; i < 3000; ++i)
        items += post_item(i, "Text " + std::to_string(i * 7919 % 10'007));
    const std::string whole = wordpress_export(items);
    pack_gzip(scratch.path() / "export.xml.gz", whole);
    std::string bytes = read_file(scratch.path() / "export.xml.gz").value_or("");
    bytes.resize(bytes.size() / 2);
    std::ofstream(scratch.path() / "export.xml.gz", std::ios::binary) << bytes;
    const ImportReport cut = import_file(scratch.path() / "export.xml.gz", scratch.path() / "a");
    CHECK(cut.ok());
    REQUIRE_FALSE(cut.diagnostics.empty());
    CHECK(has(cut.diagnostics[0].what, "damaged"));
    CHECK(cut.made.at("articles") > 100);

    // 80 MB of spaces are 80 kB.
    std::string bomb = wordpress_export("", "");
    bomb.resize(80'000'000, ' ');
    bomb += post_item(1, "One");
    pack_gzip(scratch.path() / "bomb.xml.gz", bomb);
    pack_zip(scratch.path() / "bomb.zip", {{"bomb.xml", bomb}});
    for (const char* name : {"bomb.xml.gz", "bomb.zip"}) {
        const ImportReport report = import_file(scratch.path() / name, scratch.path() / "b");
        CHECK_FALSE(report.ok());
        const bool is_said = std::any_of(
            report.diagnostics.begin(), report.diagnostics.end(),
            [](const Diagnostic& each) { return has(each.what, "more than 200 times its size"); });
        CHECK(is_said);
    }
}
