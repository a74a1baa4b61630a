#include "press/import/items/item_converter.h"

#include <algorithm>
#include <utility>

#include "addresses/slug.h"
#include "press/base/windows_names.h"
#include "press/config/permalink.h"
#include "press/import/items/imported_formulas.h"
#include "press/import/items/item_fields.h"
#include "press/import/items/item_types.h"
#include "press/import/items/seo_title.h"
#include "press/import/items/shown_fields.h"
#include "press/print/print_markdown.h"
#include "strings/ascii.h"
#include "strings/json_text.h"
#include "strings/letters.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

// The path of the folder and the last name of "/about/legal/".
std::pair<std::string, std::string> split_path(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return {"/", std::string(path)};
    return {std::string(path.substr(0, slash + 1)), std::string(path.substr(slash + 1))};
}

std::string month_folder(const ImportRecord& item) {
    const auto date = date_of(item, "post_date", "post_date_gmt");
    if (!date) return "undated/";
    const std::string day = model::format_day(date->day);
    return day.substr(0, 4) + "/" + day.substr(5, 2) + "/";
}

std::string first_meta(const ImportRecord& item, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const std::string& value = item.meta(name);
        if (!value.empty() && value.find("%%") == std::string::npos && value[0] != '%')
            return value;
    }
    return {};
}

// Pingbacks, trackbacks and notes of orders are no comments of readers.
bool is_approved(const RecordFields& comment) {
    const std::string& type = text_of(comment, "comment_type");
    return text_of(comment, "comment_approved") == "1" &&
           (type.empty() || type == "comment" || type == "review");
}

// The slug of the category that an SEO plug-in has as the main one; empty if there is none.
std::string main_category_of(const ImportRecord& item, const ImportedSite& site) {
    for (const std::string_view name :
         {"_yoast_wpseo_primary_category", "rank_math_primary_category",
          "_seopress_robots_primary_cat", "epc_primary_category"}) {
        const ItemNumber number = number_of(item.meta(name));
        if (number <= 0) continue;
        for (const auto& [slug, term] : site.categories) {
            if (term.number == number) return slug;
        }
    }
    return {};
}

// The nearest comment above that is approved; 0 if there is none. A comment has a smaller number
// than its replies, so no damaged file makes a circle of them.
ItemNumber parent_of(ItemNumber number, const std::map<ItemNumber, ItemNumber>& parents,
                     const std::set<ItemNumber>& approved) {
    constexpr int most_steps = 1000;
    ItemNumber at = number;
    for (int step = 0; step < most_steps; ++step) {
        const auto found = parents.find(at);
        if (found == parents.end() || found->second <= 0 || found->second >= at) return 0;
        at = found->second;
        if (approved.contains(at)) return at;
    }
    return 0;
}

}  // namespace

ItemConverter::ItemConverter(const ImportSource& source, const ImportedSite& site,
                             MediaLibrary& media, ImportReport& report)
    : source_(source), site_(site), media_(media), report_(report) {
    for (const auto& [number, path] : site.paths) old_paths_.insert(path);
    for (const auto& [number, file] : site.media) {
        if (file.address.empty()) continue;
        const std::string path = strings::percent_decoded(site.path_of(file.page));
        if (!path.empty() && !old_paths_.contains(path)) media_pages_.emplace(path, file.address);
        media_pages_.emplace("/?attachment_id=" + std::to_string(number), file.address);
    }
}

std::optional<ItemPlace> ItemConverter::place(const ImportRecord& item) {
    const std::string& type = item.text("post_type");
    const std::string& status = item.text("status");
    if (is_internal_type(type) || site_.hidden_types.contains(type)) {
        if (!is_used_elsewhere(item)) ++report_.skipped[type];
        return std::nullopt;
    }
    if (status == "trash" || status == "auto-draft" || status == "inherit") {
        ++report_.skipped[status];
        return std::nullopt;
    }
    ItemPlace place;
    place.is_page = type != "post";
    place.hidden = why_hidden(item);
    const bool is_hidden = !place.hidden.empty();
    place.is_draft = is_hidden || (status != "publish" && status != "future");
    const ItemNumber number = number_of(item.text("post_id"));
    if (const auto found = site_.paths.find(number); found != site_.paths.end()) {
        place.path = clean_address(found->second).value_or("");
        if (place.path == "/") place.path.clear();
    }
    place.slug = strings::percent_decoded(item.text("post_name"));
    if (place.slug.empty()) {
        const std::string title = plain_title(item.text("title"));
        place.slug = title.empty() ? "item-" + std::to_string(number) : addresses::file_slug(title);
    }
    if (place.is_page) {
        place_page(item, place);
    } else {
        place_article(item, place);
    }
    keep_from_reserved(place, number);
    make_unique(place, number);
    if (!place.is_draft && number != 0 && number == site_.front_page) {
        report_.new_addresses.emplace(place.file + ".md", "/ is now " + place.path);
    }
    if (!place.is_draft && !place.path.empty()) published_paths_.emplace(number, place.path);
    if (is_hidden) report_.unpublished.emplace(place.file + ".md", place.hidden);
    ++report_.made[place.is_draft ? "drafts" : place.is_page ? "pages" : "articles"];
    return place;
}

std::string ItemConverter::why_hidden(const ImportRecord& item) const {
    if (item.text("status") == "private") return "private";
    if (!item.text("post_password").empty()) return "protected by a password";
    return source_.withheld == nullptr ? std::string() : source_.withheld(item, site_);
}

bool ItemConverter::has_path(const std::string& path) const {
    const std::string lower = strings::lower_letters(path);
    return paths_.contains(lower) || aliases_.contains(lower);
}

void ItemConverter::place_article(const ImportRecord& item, ItemPlace& place) const {
    place.file = std::string("articles/") + (place.is_draft ? "drafts/" : month_folder(item)) +
                 addresses::slugify(place.slug);
    const auto date = date_of(item, "post_date", "post_date_gmt");
    if (place.path.empty() && date) {
        const std::string pattern =
            site_.permalink.empty() ? std::string(default_permalink) : site_.permalink;
        place.path = expand_permalink(pattern, {*date, addresses::slugify(place.slug), {}, {}});
        return;
    }
    if (!date || site_.permalink.empty() ||
        expand_permalink(site_.permalink, {*date, addresses::slugify(place.slug), {}, {}}) !=
            place.path) {
        place.url = place.path;
    }
}

void ItemConverter::place_page(const ImportRecord&, ItemPlace& place) const {
    const auto [folder, name] = split_path(place.path);
    std::string inner = place.path.empty() ? std::string() : slug_folders(folder.substr(1));
    place.file = "pages/" + inner + addresses::slugify(place.slug);
    const std::string usual = "/" + inner + addresses::slugify(place.slug) + "/";
    if (place.path.empty()) place.path = usual;
    if (place.path != usual) place.url = place.path;
}

// The new site has lists and files of its own. A file that is named "index" would be its folder,
// and Windows cannot store "con.md".
void ItemConverter::keep_from_reserved(ItemPlace& place, ItemNumber number) {
    const std::string end = "-" + std::to_string(number);
    const std::string name = place.file.substr(place.file.rfind('/') + 1);
    if (name == "index" || name == "_index" || !windows_name_fault(name + ".md").empty()) {
        place.file += end;
        place.url = place.path;
    }
    std::string old;
    for (const auto& [from, to] : site_.new_addresses) {
        if (to == place.path) old = from;
    }
    if (const std::string free = site_.free_path(place.path, number); free != place.path) {
        old = std::exchange(place.path, free);
        place.url = free;
    }
    if (old.empty() || place.is_draft) return;
    report_.new_addresses.emplace(place.file + ".md", old + " is now " + place.path);
}

// Two items may have one slug. The later one gets its number.
void ItemConverter::make_unique(ItemPlace& place, ItemNumber number) {
    const std::string end = "-" + std::to_string(number);
    if (!files_.insert(strings::lower_letters(place.file)).second) {
        place.file += end;
        files_.insert(strings::lower_letters(place.file));
    }
    if (!place.path.empty() && !paths_.insert(strings::lower_letters(place.path)).second) {
        place.slug += end;
        const auto [folder, name] = split_path(place.path);
        place.path = folder + name + end + "/";
        place.url = place.path;
        paths_.insert(strings::lower_letters(place.path));
    }
}

void ItemConverter::add_dropped(std::map<std::string, Dropped>& to,
                                const std::map<std::string, int>& names, const std::string& file) {
    if (names.empty()) return;
    const std::lock_guard lock(mutex_);
    for (const auto& [name, count] : names) {
        to[name].count += count;
        to[name].files.insert(file);
    }
}

std::string ItemConverter::target_of(const std::string& target, const std::string& file) {
    if (auto place = media_.target(target, file)) return std::move(*place);
    std::string path = site_.path_of(target);
    if (path.empty()) return target;
    const std::string page = strings::percent_decoded(path.substr(0, path.find('#')));
    if (const auto shown = media_pages_.find(page); shown != media_pages_.end()) {
        if (auto place = media_.target(shown->second, file)) return std::move(*place);
    }
    if (source_.plain_path != nullptr) {
        std::string plain = source_.plain_path(path);
        const std::string known = strings::percent_decoded(plain.substr(0, plain.find('#')));
        if (old_paths_.contains(known) || plain.ends_with("/feed.xml")) path = std::move(plain);
    }
    for (const std::string_view key : {"?p=", "?page_id="}) {
        const auto query = path.find(key);
        if (query == std::string::npos) continue;
        const auto found = site_.paths.find(number_of(path.substr(query + key.size())));
        if (found != site_.paths.end() && !found->second.empty()) return found->second;
    }
    const auto replaced = site_.new_addresses.find(path.substr(0, path.find_first_of("?#")));
    if (replaced == site_.new_addresses.end()) return path;
    return replaced->second + path.substr(replaced->first.size());
}

ImportedText ItemConverter::read_text(const std::string& text, const ImportRecord& item,
                                      const std::string& file, const std::string& footnotes) {
    TextContext context;
    context.footnotes = footnotes;
    context.media = [&](ItemNumber number) -> const MediaFile* {
        const auto found = site_.media.find(number);
        return found == site_.media.end() ? nullptr : &found->second;
    };
    context.reusable = [&](ItemNumber number) -> const std::string* {
        const auto found = site_.reusable.find(number);
        return found == site_.reusable.end() ? nullptr : &found->second;
    };
    const auto attached = site_.attached.find(number_of(item.text("post_id")));
    if (attached != site_.attached.end()) context.attached = attached->second;
    context.target = [&](const std::string& target) { return target_of(target, file); };
    ImportedText result = source_.read_text(text, context);
    add_dropped(report_.shortcodes, result.dropped_shortcodes, file);
    add_dropped(report_.blocks, result.dropped_blocks, file);
    add_dropped(report_.elements, result.dropped_elements, file);
    add_dropped(report_.withheld, result.withheld, file);
    return result;
}

void ItemConverter::write_terms(const ImportRecord& item, FrontMatter& out) const {
    std::vector<std::vector<const ImportedTerm*>> trails;
    std::vector<std::string> tags;
    std::map<std::string, std::vector<std::string>> others;
    for (const TermUse& use : item.terms) {
        const std::string slug = strings::percent_decoded(use.slug);
        if (use.taxonomy == "category") {
            trails.push_back(site_.trail_of(slug));
        } else if (use.taxonomy == "post_tag" || use.taxonomy == "tag") {
            const auto found = site_.tags.find(slug);
            if (found != site_.tags.end()) tags.push_back(written_name(found->second));
        } else if (const auto found = site_.taxonomies.find(use.taxonomy);
                   found != site_.taxonomies.end()) {
            const auto term = found->second.find(slug);
            if (term != found->second.end()) {
                others[use.taxonomy].push_back(written_name(term->second));
            }
        } else if (!use.taxonomy.empty() && !is_record_of_plugin(use.taxonomy)) {
            others["imported_" + use.taxonomy].push_back(plain_title(use.name));
        }
    }
    std::vector<std::string> categories;
    const std::string main_category = main_category_of(item, site_);
    for (const auto& trail : trails) {
        // A category within which another one is chosen goes without saying.
        const bool is_above = std::any_of(trails.begin(), trails.end(), [&](const auto& other) {
            return other.size() > trail.size() &&
                   std::equal(trail.begin(), trail.end(), other.begin());
        });
        if (is_above || trail.empty()) continue;
        const bool is_main = trail.back()->slug == main_category;
        std::string path;
        for (const ImportedTerm* term : trail) {
            path += (path.empty() ? "" : "/") + written_name(*term);
        }
        categories.insert(is_main ? categories.begin() : categories.end(), std::move(path));
    }
    out.list("categories", categories);
    out.list("tags", tags);
    for (const auto& [name, values] : others) out.list(in_double_quotes(name), values);
}

void ItemConverter::write_engine_fields(const ImportRecord& item, const ItemPlace& place,
                                        FrontMatter& out) const {
    if (is_hidden_from_engines(item)) out.word("noindex", "true");
    const std::string canonical = canonical_address_of(item);
    if (canonical.empty()) return;
    const std::string own = strings::percent_decoded(site_.path_of(canonical));
    if (own != place.path) out.text("canonical", own.empty() ? canonical : own);
}

void ItemConverter::write_authors(const ImportRecord& item, FrontMatter& out) const {
    std::vector<std::string> authors;
    for (const std::string& login : site_.authors_of(item)) {
        const auto found = site_.authors.find(login);
        if (found != site_.authors.end()) authors.push_back(found->second.id);
    }
    out.list("authors", authors);
    if (authors.empty()) out.text("author", item.text("creator"));
}

void ItemConverter::write_own_fields(const ImportRecord& item, const ItemPlace& place,
                                     FrontMatter& out) {
    struct Limit {
        std::size_t longest;
        std::size_t room;
    };
    constexpr Limit of_settings{2000, 16'000};
    constexpr Limit of_prose{100'000, 400'000};
    out.text("guid", item.text("guid"));
    if (item.text("is_sticky") == "1") out.word("sticky", "true");
    const std::string& status = item.text("status");
    if (place.is_draft) {
        const bool is_open = place.hidden.empty() || status != "publish";
        const std::string_view hidden = item.text("post_password").empty() ? "members" : "password";
        out.text("imported_status", is_open ? std::string_view(status) : hidden);
    }
    out.text("seo_title", seo_title(item, plain_title(item.text("title")), site_.title));
    std::set<std::string> keys;
    std::map<std::string, int> said;
    std::size_t size = 0;
    for (const auto& [key, value] : item.metas) {
        const bool is_own = !key.empty() && key[0] != '_' && !value.empty() &&
                            !key.starts_with("rank_math") && key != "footnotes" &&
                            keys.insert(key).second;
        if (!is_own) continue;
        const bool prose = is_prose(value);
        const Limit limit = prose ? of_prose : of_settings;
        const bool kept = value.size() < limit.longest && size < limit.room;
        if (prose) ++said[kept ? key : key + " (too long, left out)"];
        if (!kept) continue;
        if (size == 0) out.open("custom_fields");
        size += key.size() + value.size();
        out.text(in_double_quotes(key), value);
    }
    out.close();
    add_dropped(report_.custom_fields, said, place.file + ".md");
}

void ItemConverter::write_front_matter(const ImportRecord& item, const ItemPlace& place,
                                       FrontMatter& out) {
    out.text("title", plain_title(item.text("title")));
    const auto date = site_.moment_of(item.fields, "post_date", "post_date_gmt");
    const auto modified = site_.moment_of(item.fields, "post_modified", "post_modified_gmt");
    if (date) out.word("date", model::format_rfc3339(*date));
    if (modified && date &&
        model::seconds_since_epoch(*modified) > model::seconds_since_epoch(*date)) {
        out.word("modified", model::format_rfc3339(*modified));
    }
    if (place.is_draft) out.word("draft", "true");
    out.text("slug", place.slug);
    out.text("url", place.url);
    std::vector<std::string> aliases;
    for (const auto& [key, value] : item.metas) {
        if (key != "_wp_old_slug" || place.path.empty() || value.empty()) continue;
        const std::string alias =
            split_path(place.path).first + strings::percent_decoded(value) + "/";
        // An address that another item has now is no alias.
        if (alias != place.path && !paths_.contains(strings::lower_letters(alias))) {
            aliases.push_back(alias);
        }
    }
    if (place.is_draft) aliases.clear();
    {
        const std::lock_guard lock(mutex_);
        for (const std::string& alias : aliases) aliases_.insert(strings::lower_letters(alias));
    }
    out.list("aliases", aliases);
    write_terms(item, out);
    write_authors(item, out);
    std::string picture = item.text("picture");
    std::string alternative_text = item.text("picture_alt");
    const auto media = site_.media.find(number_of(item.meta("_thumbnail_id")));
    if (picture.empty() && media != site_.media.end()) {
        picture = media->second.address;
        alternative_text = media->second.alternative_text;
    }
    if (!picture.empty()) {
        const std::string caption = plain_title(item.text("picture_caption"));
        out.word("image", "{src: " + in_double_quotes(target_of(picture, place.file + ".md")) +
                              ", alt: " + in_double_quotes(alternative_text) +
                              (caption.empty() ? "" : ", caption: " + in_double_quotes(caption)) +
                              "}");
    }
    if (const std::string recording = recording_of(item); !recording.empty()) {
        out.text("audio", target_of(recording, place.file + ".md"));
    }
    const std::string language = language_of(item);
    if (!strings::lower_ascii(site_.language).starts_with(strings::lower_ascii(language))) {
        out.text("lang", language);
    }
    out.text("translationKey", translation_key_of(item));
    write_engine_fields(item, place, out);
    if (const std::string unkept = unkept_fields(item); !unkept.empty()) {
        const std::lock_guard lock(mutex_);
        report_.not_kept.emplace(place.file + ".md", unkept);
    }
    out.text("summary", plain_title(item.text("excerpt:encoded")));
    out.text("description", first_meta(item, {"_yoast_wpseo_metadesc", "rank_math_description",
                                              "_aioseo_description", "_aioseop_description"}));
    write_own_fields(item, place, out);
}

// Only approved comments, without addresses of people and machines. Replies to others answer the
// nearest comment above that is kept.
std::string ItemConverter::comments_of(const ImportRecord& item, const std::string& file,
                                       int& count) {
    std::map<ItemNumber, ItemNumber> parents;
    std::set<ItemNumber> kept;
    for (const RecordFields& comment : item.comments) {
        const ItemNumber number = number_of(text_of(comment, "comment_id"));
        parents.emplace(number, number_of(text_of(comment, "comment_parent")));
        if (number > 0 && is_approved(comment)) kept.insert(number);
    }
    std::string out;
    std::set<ItemNumber> written;
    for (const RecordFields& comment : item.comments) {
        const ItemNumber number = number_of(text_of(comment, "comment_id"));
        if (!is_approved(comment) || number <= 0 || !written.insert(number).second) continue;
        strings::JsonText json;
        json.open_object();
        json.member("id", number);
        if (const ItemNumber parent = parent_of(number, parents, kept); parent > 0) {
            json.member("parent", parent);
        }
        json.member("author", plain_title(text_of(comment, "comment_author")));
        const std::string website(strings::trimmed(text_of(comment, "comment_author_url")));
        const bool is_web = website.starts_with("https://") || website.starts_with("http://");
        if (is_web && website.find_first_of(" <>\"\n") == std::string::npos) {
            json.member("website", website);
        }
        if (const auto date = site_.moment_of(comment, "comment_date", "comment_date_gmt")) {
            json.member("date", model::format_rfc3339(*date));
        }
        const ImportedText text = read_text(text_of(comment, "comment_content"), item, file);
        json.member("text",
                    with_code_for_formulas(print_markdown(text.document).text, text.formulas));
        json.close_object();
        out += (count++ == 0 ? "{\"comments\": [\n" : ",\n") + json.take();
    }
    return count == 0 ? std::string() : out + "\n]}\n";
}

ItemFiles ItemConverter::convert(const ImportRecord& item, const ItemPlace& place) {
    const std::string file = place.file + ".md";
    FrontMatter front;
    write_front_matter(item, place, front);
    const ImportedText text = read_text(html_before_text(item, site_.event_parts) +
                                            item.text("content:encoded") + html_after_text(item),
                                        item, file, item.meta("footnotes"));
    const PrintedMarkdown printed = print_markdown(text.document, text.blocks_before_more);
    ItemFiles result;
    if (!text.formulas.empty()) front.word("math", "true");
    result.article = front.with_body(with_formulas(printed.text, text.formulas));
    result.comments = comments_of(item, file, result.comment_count);
    const std::lock_guard lock(mutex_);
    if (!place.is_draft && strings::trimmed(printed.text).empty()) {
        report_.empty_texts.emplace(file, text_elsewhere(item));
    }
    if (!printed.exact) report_.inexact.push_back(file);
    if (text.is_bare) report_.bare.push_back(file);
    if (text.double_references > 0)
        report_.made["entities written twice, repaired"] += text.double_references;
    return result;
}

}  // namespace broadsheet::press
