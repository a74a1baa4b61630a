#include "press/articles/translations.h"

#include <algorithm>
#include <string_view>

#include "strings/language_tag.h"

namespace broadsheet::press {

namespace {

// The path of the file without its language: without a language folder such as "en/" and without
// suffix.
std::string text_name(const PlacedArticle& article) {
    std::string_view folder = article.folder;
    const std::string_view top = folder.substr(0, folder.find('/'));
    if (!top.empty() && is_language_code(top)) folder.remove_prefix(top.size() + 1);
    // Jekyll's posts: "_posts/sv/".
    constexpr std::string_view posts = "_posts/";
    if (folder.starts_with(posts)) {
        std::string_view inner = folder.substr(posts.size());
        const std::string_view code = inner.substr(0, inner.find('/'));
        if (!code.empty() && is_language_code(code)) inner.remove_prefix(code.size() + 1);
        return std::string(posts) + std::string(inner) + article.stem;
    }
    return std::string(folder) + article.stem;
}

}  // namespace

std::string translation_key(const PlacedArticle& article) {
    const std::string& key = article.fields.translation_key;
    // A name of a file has no "//".
    return key.empty() ? text_name(article) : "//" + key;
}

Translations translations_of(const std::vector<const Article*>& articles,
                             const std::string& language) {
    const bool several = std::any_of(articles.begin(), articles.end(),
                                     [](const Article* each) { return !each->language.empty(); });
    if (!several) return {};
    std::map<std::string, std::vector<model::Translation>> texts;
    for (const Article* article : articles) {
        const std::string& own = article->language.empty() ? language : article->language;
        const std::string tag = strings::language_tag(own);
        texts[translation_key(*article)].push_back({tag.empty() ? "en" : tag, article->path});
    }
    Translations result;
    for (auto& [name, all] : texts) {
        if (all.size() < 2) continue;
        std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
            return left.language < right.language;
        });
        // Files in the same language are not translations of each other. Their names are equal by
        // coincidence.
        const auto same = std::adjacent_find(
            all.begin(), all.end(),
            [](const auto& left, const auto& right) { return left.language == right.language; });
        if (same != all.end()) continue;
        for (const model::Translation& each : all) result[each.path] = all;
    }
    return result;
}

}  // namespace broadsheet::press
