#include "press/shortcodes/liquid_plug_ins.h"

#include <algorithm>
#include <array>

#include "press/shortcodes/built_in_shortcodes.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

bool is_size(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789%px") == std::string_view::npos;
}

// asset_img [classes] FILE [width] [height] ["title" ["alternative text"]]
std::optional<std::string> asset_picture(const TemplateArguments& arguments) {
    const auto& words = arguments.words;
    const auto file = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word.find('.') != std::string::npos;
    });
    if (file == words.end()) return std::nullopt;
    std::string title;
    for (auto word = file + 1; word != words.end(); ++word) {
        if (title.empty() && is_size(*word)) continue;
        title += (title.empty() ? "" : " ") + *word;
    }
    std::erase_if(title, [](char c) { return c == '[' || c == ']'; });
    return "![" + title + "](<" + *file + ">)";
}

// asset_link FILE ["title"]
std::optional<std::string> asset_link(const TemplateArguments& arguments) {
    const auto& words = arguments.words;
    if (words.empty()) return std::nullopt;
    std::string title;
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
        title.append(title.empty() ? "" : " ").append(*word);
    }
    std::erase_if(title, [](char c) { return c == '[' || c == ']'; });
    return "[" + (title.empty() ? words[0] : title) + "](<" + words[0] + ">)";
}

}  // namespace

std::optional<std::string> plug_in_markdown(std::string_view content) {
    static constexpr auto embeds =
        std::to_array<std::string_view>({"youtube", "vimeo", "twitter", "tweet", "instagram"});
    TemplateArguments arguments = parse_template_arguments(content);
    if (arguments.name == "asset_img") return asset_picture(arguments);
    if (arguments.name == "asset_link") return asset_link(arguments);
    if (arguments.name == "asset_path" && !arguments.words.empty()) return arguments.words[0];
    if (arguments.name == "gist" && !arguments.get("", 0).empty()) {
        return "[Code](<https://gist.github.com/" + arguments.get("", 0) + ">)";
    }
    // Includes that themes have: `include youtube.html id="ID"`.
    if (arguments.name == "include") {
        const std::string file = strings::lower_ascii(arguments.get("", 0));
        for (const std::string_view name : {"youtube", "vimeo"}) {
            if (!file.starts_with(name)) continue;
            arguments.name = name;
            arguments.words.erase(arguments.words.begin());
        }
    }
    if (!strings::is_one_of(embeds, arguments.name) || arguments.get("id", 0).empty()) {
        return std::nullopt;
    }
    return embed(arguments);
}

}  // namespace broadsheet::press
