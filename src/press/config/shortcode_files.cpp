#include "press/config/shortcode_files.h"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "press/base/files.h"
#include "press/config/file_rules.h"
#include "press/values/source.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Where the generator keeps shortcodes. Those of a theme give way to the site's own.
std::vector<std::string> shortcode_folders(Generator generator) {
    switch (generator) {
        case Generator::hugo: return {"layouts/shortcodes", "layouts/_shortcodes"};
        case Generator::zola: return {"templates/shortcodes"};
        case Generator::plain: return {"shortcodes"};
        case Generator::jekyll: break;
    }
    return {};
}

void load_from(ContentFolder& content, const fs::path& folder, const std::string& shown) {
    constexpr std::uintmax_t longest = 64 * 1024;
    std::error_code error;
    for (fs::recursive_directory_iterator each(folder / shown, error), end; !error && each != end;
         each.increment(error)) {
        const fs::directory_entry& entry = *each;
        std::error_code unreadable;
        const std::string file = fs::relative(entry.path(), folder / shown, unreadable).string();
        if (unreadable || !is_html(file) || !entry.is_regular_file(unreadable)) continue;
        const std::string name = file.substr(0, file.size() - extension_of(file).size());
        if (content.shortcodes.contains(name)) continue;
        ShortcodeFile shortcode;
        shortcode.path.append(shown).append("/").append(file);
        const auto bytes =
            entry.file_size(unreadable) > longest ? std::nullopt : read_file(entry.path());
        Decoded decoded = decode_text(bytes.value_or(std::string()));
        if (!bytes || decoded.error) {
            Diagnostic problem;
            problem.path = shortcode.path;
            problem.severity = Severity::warning;
            problem.what = "the shortcode cannot be read";
            problem.remedy = "it must be text in UTF-8, of at most 64 kB";
            content.diagnostics.push_back(std::move(problem));
            continue;
        }
        shortcode.text = std::move(decoded.text);
        content.shortcodes.emplace(name, std::move(shortcode));
    }
}

}  // namespace

void load_shortcodes(ContentFolder& content, const fs::path& folder) {
    const std::vector<std::string> folders = shortcode_folders(content.generator);
    for (const std::string& each : folders) load_from(content, folder, each);
    if (folders.empty() || content.generator == Generator::plain) return;
    std::vector<std::string> themes;
    std::error_code error;
    for (fs::directory_iterator each(folder / "themes", error), end; !error && each != end;
         each.increment(error)) {
        std::error_code unreadable;
        if (each->is_directory(unreadable)) themes.push_back(each->path().filename().string());
    }
    std::sort(themes.begin(), themes.end());
    for (const std::string& theme : themes) {
        for (const std::string& each : folders) {
            std::string inner = "themes/";
            inner.append(theme).append("/").append(each);
            load_from(content, folder, inner);
        }
    }
}

}  // namespace broadsheet::press
