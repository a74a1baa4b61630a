// The articles of a site's other language editions, and how this edition leads to them.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/articles/addresses.h"
#include "press/articles/translations.h"
#include "press/config/language_editions.h"
#include "press/load/content_loader.h"
#include "press/publication/list_translations.h"

namespace broadsheet::press {

bool ContentLoader::is_disabled(const Article& article) const {
    const auto& codes = content_.config.disabled_languages;
    return std::find(codes.begin(), codes.end(), article.language) != codes.end();
}

bool ContentLoader::is_of_other_edition(const Article& article) const {
    const SiteConfig& config = content_.config;
    if (is_disabled(article)) return true;
    if (config.editions.empty()) return false;
    // The usual edition has the articles in languages without one.
    return edition_of(config.editions, article.language).value_or(0) != config.edition;
}

// An edition may show the articles that it does not have in the usual language.
void ContentLoader::take_missing_articles() {
    const SiteConfig& config = content_.config;
    if (config.editions.empty() || !config.editions[config.edition].fallback) return;
    std::set<std::string> present;
    for (const Article& article : articles_) present.insert(translation_key(article));
    for (const KnownArticle& each : elsewhere_) {
        const Article& usual = each.article;
        const bool is_missing = edition_of(config.editions, usual.language) == 0 &&
                                usual.file.role != FileRole::section &&
                                !present.contains(translation_key(usual));
        if (!is_missing) continue;
        articles_.push_back(usual);
        articles_.back().language = config.editions.front().code;
        files_.push_back(each.file);
        files_.back().body_is_read = false;
    }
}

// Sets the paths of articles of other editions, which lead out of this one.
void ContentLoader::address_elsewhere() {
    const std::vector<LanguageEdition>& editions = content_.config.editions;
    const std::string up = content_.config.edition_folder().empty() ? "/" : "/../";
    for (KnownArticle& each : elsewhere_) {
        const std::size_t edition = edition_of(editions, each.article.language).value_or(0);
        assign_address(each.article, edition_configs_[edition]);
        each.article.path = up + editions[edition].folder + each.article.path.substr(1);
        // In Hugo, such an address is not below the folder of the language.
        const std::string& url = each.article.fields.url;
        const bool is_at_root = content_.generator == Generator::hugo && up == "/" &&
                                url.starts_with('/') && url.find(':') == std::string::npos &&
                                !url.starts_with(up + editions[edition].folder);
        if (is_at_root) content_.section_aliases.push_back({each.article.path, {url}, true});
        // The language of the usual edition may be unnamed.
        if (each.article.language.empty()) each.article.language = editions[edition].code;
    }
}

// An article that an edition shows in the usual language is at two addresses. Search engines get
// the first.
void ContentLoader::name_originals(model::Publication& publication) const {
    const SiteConfig& config = content_.config;
    if (config.editions.empty() || !config.editions[config.edition].fallback) return;
    std::map<std::string, const model::Path*> originals;
    for (const KnownArticle& each : elsewhere_) {
        if (edition_of(config.editions, each.article.language) != 0) continue;
        originals.emplace(translation_key(each.article), &each.article.path);
    }
    for (const Article& article : articles_) {
        if (edition_of(config.editions, article.language) != 0) continue;
        const auto entry = publication.entries.find(article.path);
        const auto original = originals.find(translation_key(article));
        if (entry == publication.entries.end() || original == originals.end()) continue;
        std::string& canonical = entry->second.canonical;
        if (canonical.empty()) {
            canonical = *original->second;
        } else if (canonical.starts_with('/')) {
            canonical.insert(0, "/..");  // the article wrote a path of its own edition
        }
    }
}

void ContentLoader::add_translations(model::Publication& publication) const {
    const SiteConfig& config = content_.config;
    const std::string& own_language =
        config.editions.empty() ? config.language : config.editions[config.edition].code;
    std::vector<const Article*> texts;
    for (const KnownArticle& each : elsewhere_) texts.push_back(&each.article);
    for (const Article& article : articles_) {
        const bool is_fallback =
            !elsewhere_.empty() && edition_of(config.editions, article.language) != config.edition;
        if (!is_fallback) texts.push_back(&article);
    }
    for (auto& [path, translations] : translations_of(texts, own_language)) {
        const auto entry = publication.entries.find(path);
        if (entry == publication.entries.end()) continue;
        for (model::Translation& each : translations) {
            const bool is_own = each.path == path || publication.entry(each.path) != nullptr;
            if (!is_own && elsewhere_.empty()) continue;
            entry->second.translations.push_back(std::move(each));
        }
    }
}

void ContentLoader::add_translations_of_lists(model::Publication& publication) const {
    const SiteConfig& config = content_.config;
    std::vector<OtherEdition> others;
    for (std::size_t i = 0; i < config.editions.size(); ++i) {
        if (i == config.edition) continue;
        OtherEdition other{i, &edition_configs_[i], {}};
        std::vector<const Article*> usual;
        for (const KnownArticle& each : elsewhere_) {
            const std::size_t of = edition_of(config.editions, each.article.language).value_or(0);
            if (of == i) other.articles.push_back(&each.article);
            if (of == 0) usual.push_back(&each.article);
        }
        if (config.edition == 0) {
            for (const Article& article : articles_) usual.push_back(&article);
        }
        // An edition may also list what it does not have in the usual language.
        if (config.editions[i].fallback) {
            std::set<std::string> present;
            for (const Article* each : other.articles) present.insert(translation_key(*each));
            for (const Article* each : usual) {
                if (!present.contains(translation_key(*each))) other.articles.push_back(each);
            }
        }
        others.push_back(std::move(other));
    }
    if (!others.empty()) {
        add_list_translations(publication, config.edition, content_.generator, others);
    }
}

}  // namespace broadsheet::press
