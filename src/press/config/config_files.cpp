#include "press/config/config_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "press/base/files.h"
#include "press/config/source_layout.h"
#include "press/values/value.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, Dialect>, 4> dialect_endings = {
    {{".toml", Dialect::toml},
     {".yaml", Dialect::yaml},
     {".yml", Dialect::yaml},
     {".json", Dialect::json}}};

}  // namespace

const std::vector<ConfigFile>& config_files() {
    static const std::vector<ConfigFile> files = {
        {settings_file, Dialect::toml, Generator::plain},
        {"hugo.toml", Dialect::toml, Generator::hugo},
        {"hugo.yaml", Dialect::yaml, Generator::hugo},
        {"hugo.yml", Dialect::yaml, Generator::hugo},
        {"hugo.json", Dialect::json, Generator::hugo},
        {"_config.yml", Dialect::yaml, Generator::jekyll},
        {"_config.yaml", Dialect::yaml, Generator::jekyll},
        {"config.toml", Dialect::toml, Generator::hugo},  // or Zola's, see content_folder.cpp
        {"config.yaml", Dialect::yaml, Generator::hugo},
        {"config.yml", Dialect::yaml, Generator::hugo},
        {"config.json", Dialect::json, Generator::hugo},
    };
    return files;
}

std::vector<ConfigPart> config_folder_files(const fs::path& folder, const SiteInput& input) {
    std::vector<ConfigPart> parts;
    for (const std::string inner : {"config/_default/", "config/production/"}) {
        std::error_code ignored;
        for (const InputEntry& entry : input.list(folder / inner, ignored)) {
            const std::string& name = entry.name;
            const std::string ending = extension_of(name);
            const auto dialect =
                std::find_if(dialect_endings.begin(), dialect_endings.end(),
                             [&](const auto& each) { return each.first == ending; });
            if (dialect == dialect_endings.end() || entry.kind != InputKind::file) continue;
            ConfigPart part;
            part.file = {inner + name, dialect->second, Generator::hugo};
            part.table = name.substr(0, name.size() - ending.size());
            if (const auto dot = part.table.find('.'); dot != std::string::npos) {
                part.language = part.table.substr(dot + 1);
                part.table.resize(dot);
            }
            if (part.table == "hugo" || part.table == "config") part.table.clear();
            parts.push_back(std::move(part));
        }
    }
    return parts;
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

bool has_config(const fs::path& folder, const ConfigFile& file, const SiteInput& input) {
    if (file.name != "config.json") return input.has_file(folder / file.name);
    if (!input.has_folder(folder / "content")) return false;
    const auto bytes = input.read(folder / file.name);
    return bytes && lower_ascii(*bytes).find("\"baseurl\"") != std::string::npos;
}

bool is_site_folder(const fs::path& folder, const SiteInput& input) {
    return std::any_of(config_files().begin(), config_files().end(),
                       [&](const ConfigFile& file) { return has_config(folder, file, input); }) ||
           !config_folder_files(folder, input).empty() || has_site_layout(folder, input) ||
           source_layout(folder, input).has_value();
}

bool has_site_layout(const fs::path& folder, const SiteInput& input) {
    return input.has_folder(folder / "content") && input.has_folder(folder / "static");
}

bool is_config_file(const std::string& name) {
    // A config.json that is Hugo's is not among the files of its content.
    if (name == "config.json") return false;
    return name == redirects_name ||
           std::any_of(config_files().begin(), config_files().end(),
                       [&](const ConfigFile& file) { return file.name == name; });
}

std::string text_of_config_files(const fs::path& folder, const SiteInput& input) {
    std::map<std::string, std::string> files;
    const auto add = [&](const ConfigFile& file) {
        if (auto bytes = input.read(folder / file.name)) files[file.name] = std::move(*bytes);
    };
    for (const ConfigFile& file : config_files()) add(file);
    for (const ConfigPart& part : config_folder_files(folder, input)) add(part.file);
    for (const ConfigFile& file : author_files()) add(file);
    std::string text;
    for (const auto& [name, bytes] : files) {
        text.append(name).append(" ").append(std::to_string(bytes.size())).append("\n");
        text.append(bytes).append("\n");
    }
    return text;
}

}  // namespace broadsheet::press
