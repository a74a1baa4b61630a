#include "press/config/source_layout.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The first of these scripts that the folder has, with any of the endings of JavaScript.
std::optional<fs::path> script_in(const fs::path& folder, const SiteInput& input,
                                  std::string_view name) {
    static constexpr auto endings =
        std::to_array<std::string_view>({".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"});
    for (const std::string_view ending : endings) {
        fs::path file = folder / (std::string(name) + std::string(ending));
        if (input.has_file(file)) return file;
    }
    return std::nullopt;
}

// The value of `name: "value"` in a script; empty if there is none.
std::string script_value(std::string_view script, std::string_view name) {
    for (auto at = script.find(name); at != std::string_view::npos;
         at = script.find(name, at + 1)) {
        if (at > 0 && (strings::is_letter(script[at - 1]) || script[at - 1] == '_')) continue;
        std::string_view rest = script.substr(at + name.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\"'"), rest.size()));
        if (!rest.starts_with(':')) continue;
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t", 1), rest.size()));
        if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
        const auto end = rest.find(rest[0], 1);
        if (end != std::string_view::npos) return std::string(rest.substr(1, end - 1));
    }
    return {};
}

// A folder within the site's, as a script writes it: "./src/" is "src".
std::string inner_folder(std::string_view written) {
    if (written.starts_with("./")) written.remove_prefix(2);
    written = strings::trimmed(written, "/ ");
    const bool is_inner = written != "." && written.find("..") == std::string_view::npos;
    return is_inner ? std::string(written) : std::string();
}

SourceLayout docusaurus_layout() {
    SourceLayout layout;
    layout.static_folders = {"static"};
    layout.moved_folders = {{"src/pages/", "pages/"}};
    layout.ignored = {"build"};
    layout.readme_is_index = true;
    layout.numbered_folder = "docs/";
    return layout;
}

SourceLayout astro_layout() {
    SourceLayout layout;
    layout.static_folders = {"static", "public"};
    layout.moved_folders = {{"src/pages/", "pages/"}, {"src/content/", ""}};
    layout.ignored = {"dist"};
    return layout;
}

// VuePress and VitePress have their own folder beside the texts, which are often in docs/.
std::optional<SourceLayout> press_layout(const fs::path& folder, const SiteInput& input) {
    for (const std::string_view own : {".vitepress", ".vuepress"}) {
        for (const std::string_view place : {"", "docs"}) {
            const std::string start = place.empty() ? std::string() : std::string(place) + "/";
            if (!input.has_folder(folder / (start + std::string(own)))) continue;
            SourceLayout layout;
            layout.content_folder = place;
            layout.static_folders = {"static", start + "public", start + ".vuepress/public"};
            layout.readme_is_index = true;
            return layout;
        }
    }
    return std::nullopt;
}

SourceLayout eleventy_layout(const fs::path& script, const fs::path& folder,
                             const SiteInput& input) {
    SourceLayout layout;
    const std::string text = input.read(script).value_or("");
    std::string texts = inner_folder(script_value(text, "input"));
    if (input.has_folder(folder / texts)) layout.content_folder = std::move(texts);
    if (std::string made = inner_folder(script_value(text, "output")); !made.empty()) {
        layout.ignored = {std::move(made)};
    }
    layout.static_folders = {"static"};
    // addPassthroughCopy({"./public/": "/"})
    for (const char quote : {'"', '\''}) {
        const std::string root = std::string(1, quote) + "/" + quote;
        for (auto at = text.find(root); at != std::string::npos; at = text.find(root, at + 1)) {
            const std::string_view before = strings::trimmed(std::string_view(text).substr(0, at));
            if (!before.ends_with(':')) continue;
            const std::string_view key = strings::trimmed(before.substr(0, before.size() - 1));
            if (key.size() < 2 || key.back() != quote) continue;
            const auto open = key.rfind(quote, key.size() - 2);
            if (open == std::string_view::npos) continue;
            std::string copied = inner_folder(key.substr(open + 1, key.size() - open - 2));
            if (!copied.empty() && input.has_folder(folder / copied)) {
                layout.static_folders.push_back(std::move(copied));
            }
        }
    }
    return layout;
}

}  // namespace

std::optional<SourceLayout> source_layout(const fs::path& folder, const SiteInput& input) {
    if (script_in(folder, input, "docusaurus.config")) return docusaurus_layout();
    if (script_in(folder, input, "astro.config")) return astro_layout();
    if (auto layout = press_layout(folder, input)) return layout;
    for (const std::string_view name : {".eleventy", "eleventy.config"}) {
        if (const auto script = script_in(folder, input, name)) {
            return eleventy_layout(*script, folder, input);
        }
    }
    return std::nullopt;
}

}  // namespace broadsheet::press
