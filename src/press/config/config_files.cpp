#include "press/config/config_files.h"

#include <map>

#include "press/base/files.h"
#include "press/config/content_folder.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

std::string text_of_config_files(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const char* name :
         {"site.toml", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "_config.yml",
          "_config.yaml", "config.toml", "config.yaml", "config.yml", "_data/authors.yml",
          "_data/authors.yaml", "_data/authors.toml", "_data/authors.json", "data/authors.yml",
          "data/authors.yaml", "data/authors.toml", "data/authors.json"}) {
        if (auto bytes = read_file(folder / name)) files[name] = std::move(*bytes);
    }
    std::error_code error;
    const fs::path several = folder / hugo_config_folder;
    for (fs::directory_iterator each(several, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().lexically_relative(folder).generic_string();
        if (auto bytes = read_file(each->path())) files[name] = std::move(*bytes);
    }
    std::string text;
    for (const auto& [name, bytes] : files) {
        text.append(name).append(" ").append(std::to_string(bytes.size())).append("\n");
        text.append(bytes).append("\n");
    }
    return text;
}

}  // namespace broadsheet::press
