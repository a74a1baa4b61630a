#include "press/articles/site_index.h"

#include <algorithm>
#include <set>
#include <utility>

#include "addresses/paths.h"
#include "press/articles/addresses.h"
#include "press/base/files.h"
#include "press/base/link_target.h"
#include "press/base/nfc.h"
#include "press/config/file_rules.h"
#include "press/config/language_editions.h"
#include "press/config/permalink.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// The canonical form for comparing addresses: decoded, in lower case, without suffixes that
// generators add or omit.
std::string key_of(std::string_view path) {
    std::string key = to_nfc(lower_ascii(addresses::decode_path(path)));
    const auto drop = [&](std::string_view ending) {
        if (key.size() > ending.size() && key.ends_with(ending)) {
            key.resize(key.size() - ending.size());
        }
    };
    while (key.size() > 1 && key.ends_with('/')) key.pop_back();
    for (const std::string_view ending : {".html", ".htm", ".md", ".markdown"}) drop(ending);
    for (const std::string_view ending : {"/index", "/_index"}) drop(ending);
    return key.empty() ? "/" : key;
}

std::string_view without_suffix(std::string_view target) {
    return target.substr(0, target.find_first_of("?#"));
}

std::string_view suffix_of(std::string_view target) {
    const auto start = target.find_first_of("?#");
    return start == std::string_view::npos ? std::string_view() : target.substr(start);
}

Recording recording_in(const SiteInput& input, const std::filesystem::path& file) {
    const std::uint64_t bytes = input.size(file).value_or(0);
    if (bytes == 0) return {};
    return read_recording(bytes, [&](std::uint64_t offset, std::size_t count) {
        if (offset >= bytes) return std::string();
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(count, bytes - offset));
        return input.read_part(file, offset, wanted).value_or(std::string());
    });
}

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
}

}  // namespace

SiteIndex::SiteIndex(const std::vector<Article>& articles, const ContentFolder& content,
                     std::string_view base_url, const std::vector<const Article*>& elsewhere)
    : input_(*content.input), base_url_(base_url) {
    while (base_url_.ends_with('/')) base_url_.pop_back();
    for (const std::string_view url : {std::string_view(content.config.base_url), base_url}) {
        std::string path = base_path_of(url);
        const std::string edition = "/" + content.config.edition_folder();
        if (path.ends_with(edition)) path.resize(path.size() - edition.size() + 1);
        if (path != "/") base_paths_.push_back(std::move(path));
    }
    const TemplateLanguage language =
        content.generator == Generator::zola ? TemplateLanguage::tera : TemplateLanguage::go;
    for (const auto& [name, file] : content.shortcodes) {
        shortcodes_.emplace(
            name, SiteShortcode{file.path, parse_shortcode_template(file.text, language)});
    }
    for (const auto& [name, file] : content.partials) {
        partials_.emplace(
            name, SiteShortcode{file.path, parse_shortcode_template(file.text, TemplateLanguage::go,
                                                                    TemplateUse::partial)});
    }
    for (const Article& article : articles) paths_.emplace(key_of(article.path), article.path);
    for (const Article& article : articles) add_article(article, content.config);
    for (const Article* article : elsewhere) add_elsewhere(*article);
    if (!elsewhere.empty()) {
        const SiteConfig& config = content.config;
        const std::string own =
            config.editions.empty() ? config.language : config.editions[config.edition].code;
        for (const Article& article : articles) {
            add_in_language(article, article.language.empty() ? own : article.language);
        }
        for (const Article* article : elsewhere) add_in_language(*article, article->language);
    }
    own_folders_ = own_language_folders(content.config);
    // Hexo and Hugo publish the files in the folder of a post at the address of the post.
    std::map<std::string, model::Path> post_folders;
    if (content.config.has_undated_posts) {
        for (const Article& article : articles) {
            const std::string& file = article.file.path;
            const auto ending = extension_of(file).size();
            post_folders.emplace(file.substr(0, file.size() - ending) + "/", article.path);
        }
    }
    if (content.generator == Generator::hugo) {
        for (const Article& article : articles) {
            const bool is_leaf = article.is_bundle && article.file.role != FileRole::section;
            if (!is_leaf) continue;
            model::Path path = follows_hugo(article, content.config)
                                   ? article.path
                                   : hugo_path(article, content.config);
            if (path.ends_with(".html")) path.replace(path.size() - 5, 5, "/");
            post_folders.emplace(folder_of(article.file.path), std::move(path));
        }
    }
    add_assets(content.files, content.config.collections, post_folders);
    add_assets(content.static_files, {}, {});
    used_ = std::deque<std::atomic<bool>>(assets_.size());
    infer_mount(articles);
}

void SiteIndex::add_article(const PlacedArticle& article, const SiteConfig& config) {
    const AddressStyle style = config.address_style;
    const model::Path& path = article.path;
    const std::string& file = article.file.path;
    const auto add = [&](std::string_view address) { paths_.emplace(key_of(address), path); };
    add("/" + file);
    // A translation must not be found in place of the original.
    const std::string language = "/" + article.language + "/";
    const bool translated = language.size() > 2 && path.starts_with(language);
    add((translated ? language : "/") + slug_folders(article.folder) + slug_of(article));
    if (style == AddressStyle::zola || style == AddressStyle::zola_names) {
        add((translated ? language : "/") + slug_folders(article.folder, style) +
            slug_of(article, style));
    }
    for (const std::string& alias : article.fields.aliases) {
        add("/" + absolute_alias(alias, article, config));
    }
    if (article.dated && article.kind == model::EntryKind::article && !translated) {
        add(path_by_permalink(default_permalink, article));
        // Jekyll's default pattern.
        add(path_by_permalink("/:categories/:year/:month/:day/:title", article));
    }
    const std::string name = file.substr(folder_of(file).size());
    names_.emplace(key_of(name), path);
    if (!translated) names_.emplace(lower_ascii(article.stem), path);
}

// Found by its file and by its address on the host. Own articles come first.
void SiteIndex::add_elsewhere(const PlacedArticle& article) {
    paths_.emplace(key_of("/" + article.file.path), article.path);
    std::string_view address = article.path;
    while (address.starts_with("/..")) address.remove_prefix(3);
    paths_.emplace(key_of(address), article.path);
}

// Found by its language and its name without one.
void SiteIndex::add_in_language(const PlacedArticle& article, const std::string& language) {
    const std::string start = lower_ascii(language) + ":";
    names_.emplace(start + key_of("/" + article.folder + article.stem), article.path);
    names_.emplace(start + lower_ascii(article.stem), article.path);
}

void SiteIndex::add_assets(const std::vector<ContentFile>& files,
                           const std::vector<CollectionConfig>& collections,
                           const std::map<std::string, model::Path>& post_folders) {
    for (const ContentFile& file : files) {
        if (file.role != FileRole::asset) continue;
        const auto* collection = collection_of(collections, file.path);
        model::Path path = collection == nullptr ? "/" + file.path
                                                 : "/" + collection->name + "/" +
                                                       file.path.substr(collection->folder.size());
        for (const std::string& folder : own_folders_) {
            if (file.path.starts_with(folder)) path = "/" + file.path.substr(folder.size());
        }
        const model::Path* post = nullptr;
        for (std::string folder = folder_of(file.path); post == nullptr && folder.size() > 1;
             folder = folder_of(folder.substr(0, folder.size() - 1))) {
            const auto found = post_folders.find(folder);
            if (found == post_folders.end() || !found->second.ends_with('/')) continue;
            post = &found->second;
            path = *post + file.path.substr(folder.size());
        }
        if (asset_by_path_.emplace(path, assets_.size()).second) {
            // Links are relative to the file that they are in.
            if (path.size() != file.path.size() + 1 || collection != nullptr || post != nullptr) {
                asset_by_path_.emplace("/" + file.path, assets_.size());
            }
            assets_.push_back({file.location, path});
        }
    }
}

// Infers a path prefix that only the old site had. Articles often link to each other with it
// ("/blog/name"). The prefix is ignored in links if more than two links with it name articles of
// this site, and at least half of all links with it do.
void SiteIndex::infer_mount(const std::vector<Article>& articles) {
    std::map<std::string, std::pair<int, int>> links;  // prefix → found, not found
    const auto count = [&](std::string_view target) {
        const auto slash = target.find('/', 1);
        if (slash == std::string_view::npos || target.size() == slash + 1) return;
        if (paths_.contains(key_of(target))) return;
        auto& [found, missed] = links[std::string(target.substr(0, slash))];
        ++(paths_.contains(key_of(target.substr(slash))) ? found : missed);
    };
    for (const Article& article : articles) {
        if (article.fields.redirect.starts_with('/')) count(article.fields.redirect);
        for (const std::string& link : article.root_links) count(link);
    }
    int max_found = 2;
    for (const auto& [prefix, counts] : links) {
        const auto& [found, missed] = counts;
        if (found > max_found && found >= missed) {
            max_found = found;
            mount_ = prefix;
        }
    }
}

std::optional<model::Path> SiteIndex::find_path(std::string_view path) const {
    const auto found = paths_.find(key_of(path));
    if (found != paths_.end()) return found->second;
    if (!mount_.empty() && path == mount_) return "/";
    if (!mount_.empty() && path.starts_with(mount_ + "/")) {
        const std::string_view rest = path.substr(mount_.size());
        if (rest == "/") return "/";
        const auto inner = paths_.find(key_of(rest));
        if (inner != paths_.end()) return inner->second;
    }
    return std::nullopt;
}

// The target as a path from the site's root; nothing for other sites.
std::optional<std::string> SiteIndex::site_path(std::string_view target) const {
    if (!base_url_.empty() && target.starts_with(base_url_)) {
        const std::string_view rest = target.substr(base_url_.size());
        if (rest.empty() || rest.starts_with('/')) return rest.empty() ? "/" : std::string(rest);
    }
    if (is_absolute_url(target)) return std::nullopt;
    if (target.starts_with("@/")) return std::string(target.substr(1));
    return std::string(target);
}

// The rest of a path after the site's path on its host.
std::optional<std::string> SiteIndex::without_base(std::string_view path) const {
    for (const std::string& base : base_paths_) {
        if (path.starts_with(base)) return std::string(path.substr(base.size() - 1));
        if (path.size() + 1 == base.size() && base.starts_with(path)) return "/";
    }
    return std::nullopt;
}

// The possible meanings of a path: from the root, or relative to the file's folder or to the
// article's old address.
std::vector<std::string> SiteIndex::candidates(const PlacedArticle& article,
                                               std::string_view target) const {
    if (target.starts_with('/')) {
        std::vector<std::string> result = {normalise_path(target)};
        if (const auto rest = without_base(target)) result.push_back(normalise_path(*rest));
        return result;
    }
    const std::string folder = "/" + folder_of(article.file.path);
    std::vector<std::string> result = {normalise_path(folder + std::string(target))};
    const std::string own = "/" + article.folder + article.stem + "/";
    result.push_back(normalise_path(own + std::string(target)));
    // In Jekyll, relative to the address: "../02/b.html" in the post at /2024/01/01/a.html.
    if (is_jekyll_post(article.file.path)) {
        result.push_back(normalise_path(article.path + std::string(target)));
        const std::string beside = article.path.substr(0, article.path.size() - 1);
        result.push_back(normalise_path(folder_of(beside) + std::string(target)));
    }
    return result;
}

std::optional<std::string> SiteIndex::find_link(const PlacedArticle& article,
                                                std::string_view target) const {
    const auto inside = site_path(target);
    if (!inside) return std::nullopt;
    const std::string_view path = without_suffix(*inside);
    if (path.empty()) return std::nullopt;
    for (const std::string& candidate : candidates(article, path)) {
        if (const auto found = find_path(candidate)) {
            return *found + std::string(suffix_of(*inside));
        }
    }
    // Lists, which have no articles.
    const auto rest = without_base(path);
    if (!rest || find_asset(article, target) != nullptr) return std::nullopt;
    return *rest + std::string(suffix_of(*inside));
}

const Asset* SiteIndex::find_asset(const PlacedArticle& article, std::string_view target) const {
    const auto inside = site_path(target);
    if (!inside) return nullptr;
    const std::string_view path = without_suffix(*inside);
    if (path.empty()) return nullptr;
    std::vector<std::string> places = candidates(article, path);
    if (!path.starts_with('/')) places.push_back(normalise_path(path));
    for (const std::string& place : places) {
        for (const std::string& name : {place, to_nfc(addresses::decode_path(place))}) {
            std::string_view rest = name;
            for (int i = 0; i < 2; ++i) {
                const auto found = asset_by_path_.find(std::string(rest));
                if (found != asset_by_path_.end()) return use(found->second);
                if (mount_.empty() || !rest.starts_with(mount_ + "/")) break;
                rest.remove_prefix(mount_.size());
            }
        }
    }
    return nullptr;
}

const Asset* SiteIndex::asset_at(const model::Path& path) const {
    const auto found = asset_by_path_.find(path);
    return found == asset_by_path_.end() ? nullptr : use(found->second);
}

const Asset* SiteIndex::use(std::size_t asset) const {
    used_[asset] = true;
    return &assets_[asset];
}

const SiteShortcode* SiteIndex::partial(std::string_view name) const {
    const auto found = partials_.find(name);
    return found == partials_.end() ? nullptr : &found->second;
}

const SiteShortcode* SiteIndex::shortcode(std::string_view name) const {
    const auto found = shortcodes_.find(name);
    return found == shortcodes_.end() ? nullptr : &found->second;
}

std::optional<std::string> SiteIndex::find_named(std::string_view name) const {
    name = strings::trimmed(name, " \t\n\"'");
    std::string_view path = without_suffix(name);
    if (path.empty()) return std::nullopt;
    // The language in which the article is wanted, with its colon.
    const auto colon = path.find(':');
    const bool has_language =
        colon != std::string_view::npos && is_language_code(path.substr(0, colon));
    const std::string language =
        has_language ? lower_ascii(path.substr(0, colon + 1)) : std::string();
    if (has_language) path.remove_prefix(colon + 1);
    const std::string whole = (path.starts_with('/') ? "" : "/") + std::string(path);
    std::optional<model::Path> found;
    if (!has_language) found = find_path(whole);
    if (!found) {
        const std::string_view last = path.substr(path.rfind('/') + 1);
        for (const std::string& key :
             {language + key_of(has_language ? whole : path), language + key_of(last)}) {
            const auto named = names_.find(key);
            if (named != names_.end()) {
                found = named->second;
                break;
            }
        }
    }
    if (!found) return std::nullopt;
    return *found + std::string(suffix_of(name));
}

std::optional<PictureSize> SiteIndex::size_of(const Asset& asset) const {
    {
        const std::lock_guard lock(sizes_mutex_);
        const auto found = sizes_.find(asset.path);
        if (found != sizes_.end()) return found->second;
    }
    std::optional<PictureSize> size;
    if (const auto bytes = input_.read(asset.location)) size = picture_size(*bytes);
    const std::lock_guard lock(sizes_mutex_);
    sizes_.emplace(asset.path, size);
    return size;
}

Recording SiteIndex::recording_of(const Asset& asset) const {
    {
        const std::lock_guard lock(sizes_mutex_);
        const auto found = recordings_.find(asset.path);
        if (found != recordings_.end()) return found->second;
    }
    const Recording recording = recording_in(input_, asset.location);
    const std::lock_guard lock(sizes_mutex_);
    recordings_.emplace(asset.path, recording);
    return recording;
}

}  // namespace broadsheet::press
