#include "press/config/config_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "press/base/files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, Dialect>, 4> dialect_endings = {
    {{".toml", Dialect::toml},
     {".yaml", Dialect::yaml},
     {".yml", Dialect::yaml},
     {".json", Dialect::json}}};

bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

}  // namespace

const std::vector<ConfigFile>& config_files() {
    static const std::vector<ConfigFile> files = {
        {"site.toml", Dialect::toml, Generator::plain},
        {"hugo.toml", Dialect::toml, Generator::hugo},
        {"hugo.yaml", Dialect::yaml, Generator::hugo},
        {"hugo.yml", Dialect::yaml, Generator::hugo},
        {"hugo.json", Dialect::json, Generator::hugo},
        {"_config.yml", Dialect::yaml, Generator::jekyll},
        {"_config.yaml", Dialect::yaml, Generator::jekyll},
        {"config.toml", Dialect::toml, Generator::hugo},  // or Zola's, see content_folder.cpp
        {"config.yaml", Dialect::yaml, Generator::hugo},
        {"config.yml", Dialect::yaml, Generator::hugo},
    };
    return files;
}

const std::vector<std::pair<ConfigFile, std::string_view>>& config_folder_files() {
    static const auto files = [] {
        std::vector<std::pair<ConfigFile, std::string_view>> all;
        for (const std::string_view name : {"hugo", "config", "languages", "menus", "params",
                                            "permalinks", "taxonomies", "pagination", "cascade"}) {
            const bool whole = name == "hugo" || name == "config";
            for (const auto& [ending, dialect] : dialect_endings) {
                std::string path = "config/_default/";
                path.append(name).append(ending);
                all.emplace_back(ConfigFile{std::move(path), dialect, Generator::hugo},
                                 whole ? std::string_view() : name);
            }
        }
        return all;
    }();
    return files;
}

const std::vector<ConfigFile>& author_files() {
    static const auto files = [] {
        std::vector<ConfigFile> all;
        for (const auto& [folder, generator] :
             {std::pair("_data/", Generator::jekyll), std::pair("data/", Generator::hugo)}) {
            for (const auto& [ending, dialect] : dialect_endings) {
                all.push_back(
                    {std::string(folder) + "authors" + std::string(ending), dialect, generator});
            }
        }
        return all;
    }();
    return files;
}

bool is_site_folder(const fs::path& folder) {
    return std::any_of(config_files().begin(), config_files().end(),
                       [&](const ConfigFile& file) { return is_file(folder / file.name); }) ||
           std::any_of(config_folder_files().begin(), config_folder_files().end(),
                       [&](const auto& file) { return is_file(folder / file.first.name); });
}

std::string text_of_config_files(const fs::path& folder) {
    std::map<std::string_view, std::string> files;
    const auto add = [&](const ConfigFile& file) {
        if (auto bytes = read_file(folder / file.name)) files[file.name] = std::move(*bytes);
    };
    for (const ConfigFile& file : config_files()) add(file);
    for (const auto& [file, table] : config_folder_files()) add(file);
    for (const ConfigFile& file : author_files()) add(file);
    std::string text;
    for (const auto& [name, bytes] : files) {
        text.append(name).append(" ").append(std::to_string(bytes.size())).append("\n");
        text.append(bytes).append("\n");
    }
    return text;
}

}  // namespace broadsheet::press
