#include "press/config/shortcode_files.h"

#include <map>
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

// Where it keeps templates that shortcodes use.
std::vector<std::string> partial_folders(Generator generator) {
    if (generator == Generator::hugo) return {"layouts/partials", "layouts/_partials"};
    return {};
}

// `inner`: a folder within `shown`, with '/' at its end; may be empty.
void load_from(ContentFolder& content, std::map<std::string, ShortcodeFile>& files,
               const fs::path& folder, const std::string& shown, const std::string& inner = {}) {
    constexpr std::uint64_t longest = 64 * 1024;
    const SiteInput& input = *content.input;
    std::error_code ignored;
    for (const InputEntry& entry : input.list(folder / shown / inner, ignored)) {
        const std::string file = inner + entry.name;
        if (entry.kind == InputKind::folder && !entry.is_link) {
            load_from(content, files, folder, shown, file + "/");
        }
        const bool is_template = is_html(file) || is_markdown(file);
        if (!is_template || entry.kind != InputKind::file) continue;
        const std::string name = file.substr(0, file.size() - extension_of(file).size());
        if (files.contains(name)) continue;
        ShortcodeFile shortcode;
        shortcode.path.append(shown).append("/").append(file);
        const fs::path path = folder / shown / file;
        const auto bytes = input.size(path).value_or(0) > longest ? std::nullopt : input.read(path);
        Decoded decoded = decode_text(bytes.value_or(std::string()));
        if (!bytes || decoded.error) {
            if (&files == &content.partials) continue;  // perhaps no shortcode wants it
            Diagnostic problem;
            problem.path = shortcode.path;
            problem.severity = Severity::warning;
            problem.what = "the shortcode cannot be read";
            problem.remedy = "it must be text in UTF-8, of at most 64 kB";
            content.diagnostics.push_back(std::move(problem));
            continue;
        }
        shortcode.text = std::move(decoded.text);
        files.emplace(name, std::move(shortcode));
    }
}

}  // namespace

void load_shortcodes(ContentFolder& content, const fs::path& folder) {
    std::vector<std::string> roots = {""};
    if (content.generator != Generator::plain && content.generator != Generator::jekyll) {
        std::error_code ignored;
        for (const InputEntry& entry : content.input->list(folder / "themes", ignored)) {
            if (entry.kind == InputKind::folder) roots.push_back("themes/" + entry.name + "/");
        }
    }
    for (const std::string& root : roots) {
        for (const std::string& each : shortcode_folders(content.generator)) {
            load_from(content, content.shortcodes, folder, root + each);
        }
        // Nothing else uses the many templates of a theme.
        if (content.shortcodes.empty()) continue;
        for (const std::string& each : partial_folders(content.generator)) {
            load_from(content, content.partials, folder, root + each);
        }
    }
}

}  // namespace broadsheet::press
