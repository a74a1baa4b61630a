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
    for (const char* folder : {"config/_default/", "config/production/"}) {
        for (const char* name : {"hugo.toml", "hugo.yaml", "config.yml", "hugo.json"}) {
            names.push_back(std::string(folder) + name);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("a folder with any supported configuration file is a site, and the file is read") {
    for (const std::string& name : all_names()) {
        CAPTURE(name);
        const test::ScratchFolder folder;
        folder.write("content/a.md", "x\n");
        CHECK(!is_site_folder(folder.path()));
        const std::string before = text_of_config_files(folder.path());
        const bool json = name.ends_with(".json");
        const bool toml = name.ends_with(".toml");
        folder.write(name, json   ? R"({"title": "Found", "baseURL": "/"})"
                           : toml ? "title = \"Found\"\n"
                                  : "title: Found\n");
        CHECK(is_site_folder(folder.path()));
        CHECK(open_content(folder.path()).config.title == "Found");
        CHECK(text_of_config_files(folder.path()) != before);
    }
}

TEST_CASE("a config.json is Hugo's only beside a folder named content and with an address") {
    const test::ScratchFolder folder;
    folder.write("config.json", R"({"title": "Found", "baseURL": "/"})");
    CHECK(!is_site_folder(folder.path()));
    folder.write("content/a.md", "x\n");
    folder.write("config.json", "{\"title\": \"Found\", // not JSON\n}");
    CHECK(!is_site_folder(folder.path()));
    CHECK(open_content(folder.path()).config.title.empty());
    CHECK(count_of(open_content(folder.path()).diagnostics, Severity::error) == 0);
}

TEST_CASE("each configuration file is listed once") {
    std::set<std::string> names;
    for (const ConfigFile& file : config_files()) CHECK(names.insert(file.name).second);
}

TEST_CASE("the files of Hugo's configuration folder are joined") {
    const test::ScratchFolder folder;
    folder.write("hugo.toml", "title = 'Root'\ncopyright = 'C'\n");
    folder.write("config/_default/hugo.toml", "title = 'Folder'\ndefaultContentLanguage = 'en'\n");
    folder.write("config/_default/languages.en.toml", "contentDir = 'content/en'\nlocale = 'en'\n");
    folder.write("config/_default/languages.de.toml", "contentDir = 'content/de'\n");
    folder.write("config/_default/languages.fr.toml",
                 "contentDir = 'content/fr'\ndisabled = true\n");
    folder.write("config/_default/menus.en.toml", "[[main]]\nname = 'World'\nurl = '/world/'\n");
    folder.write("config/_default/params.en.toml", "tagline = 'Every day'\n");
    folder.write("config/production/hugo.toml", "baseURL = 'https://h.example/'\n");
    for (const char* language : {"en", "de", "fr", "xx"}) {
        folder.write(std::string("content/") + language + "/docs/limits.md",
                     "---\ntitle: L\nslug: limits\ndate: 2024-01-02\n---\nx\n");
    }
    const ContentFolder content = open_content(folder.path());
    CHECK(content.config.title == "Folder");
    CHECK(content.config.copyright == "C");
    CHECK(content.config.base_url == "https://h.example/");
    CHECK(content.config.tagline == "Every day");
    REQUIRE(content.config.menu_entries.size() == 1);
    CHECK(content.config.menu_entries[0].name == "World");
    REQUIRE(content.files.size() == 2);
    CHECK(content.files[0].path == "de/docs/limits.md");
    CHECK(content.files[1].path == "en/docs/limits.md");
    REQUIRE(content.diagnostics.size() == 1);
    CHECK(content.diagnostics[0].path == "content/fr/docs/limits.md");
    CHECK(content.diagnostics[0].what ==
          "files outside of the contentDir of every language are not read (2 of them; this is the "
          "first)");
}

}  // namespace broadsheet::press
