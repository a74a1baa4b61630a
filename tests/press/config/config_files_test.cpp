#include "press/config/config_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> all_names() {
    std::vector<std::string> names;
    for (const ConfigFile& file : config_files()) names.push_back(file.name);
    for (const auto& [file, table] : config_folder_files()) {
        if (table.empty()) names.push_back(file.name);
    }
    return names;
}

}  // namespace

TEST_CASE("a folder with any supported configuration file is a site, and the file is read") {
    for (const std::string& name : all_names()) {
        CAPTURE(name);
        const test::ScratchFolder folder;
        CHECK(!is_site_folder(folder.path()));
        const std::string before = text_of_config_files(folder.path());
        const bool json = name.ends_with(".json");
        const bool toml = name.ends_with(".toml");
        folder.write(name, json   ? R"({"title": "Found"})"
                           : toml ? "title = \"Found\"\n"
                                  : "title: Found\n");
        CHECK(is_site_folder(folder.path()));
        CHECK(open_content(folder.path()).config.title == "Found");
        CHECK(text_of_config_files(folder.path()) != before);
    }
}

TEST_CASE("each configuration file is listed once") {
    const auto names = all_names();
    CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
}

}  // namespace broadsheet::press
