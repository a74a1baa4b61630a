#include "press/import/items/imported_site.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

#include "addresses/slug.h"
#include "press/base/time_zone.h"
#include "press/config/permalink.h"
#include "press/config/reserved_addresses.h"
#include "press/config/taxonomies.h"
#include "press/import/items/shown_fields.h"
#include "press/text/raw_html.h"
#include "strings/ascii.h"
#include "strings/one_of.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

std::string without_slash(std::string text) {
    while (text.ends_with('/')) text.pop_back();
    return text;
}

std::string without_scheme(std::string_view address) {
    const auto found = address.find("//");
    std::string_view rest = found == std::string_view::npos ? address : address.substr(found + 2);
    if (strings::lower_ascii(rest.substr(0, 4)) == "www.") rest.remove_prefix(4);
    return std::string(rest);
}

// With the host in lower case and without the usual ports: "A.example:443/x" is "a.example/x".
std::string with_plain_host(std::string_view rest) {
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    std::string host = strings::lower_ascii(rest.substr(0, end));
    for (const std::string_view port : {":443", ":80"}) {
        if (host.ends_with(port)) host.resize(host.size() - port.size());
    }
    return host.append(rest.substr(end));
}

// The path of an address, without scheme and host.
std::string path_in(std::string_view address) {
    const auto host = address.find("//");
    if (host == std::string_view::npos) return {};
    const auto path = address.find('/', host + 2);
    return path == std::string_view::npos ? std::string() : std::string(address.substr(path));
}

bool is_other_host(const std::string& written, const std::vector<std::string>& hosts) {
    const std::string host = strings::lower_ascii(written);
    return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& each) {
        return each.ends_with('.') ? host.starts_with(each) : host == each;
    });
}

// WordPress' own rule for the address of an author: letters, digits, and hyphens for the rest.
std::string author_id(const std::string& login) {
    std::string kept;
    for (const char c : strings::lower_ascii(login)) {
        if (c != '@') kept += c;
    }
    return addresses::slugify(kept);
}

// The taxonomy of Co-Authors Plus and PublishPress Authors. The slug of a term is the author's
// login; the first of them puts "cap-" before it.
constexpr std::string_view author_taxonomy = "author";

std::string login_of_term(std::string_view slug) {
    constexpr std::string_view prefix = "cap-";
    if (slug.starts_with(prefix)) slug.remove_prefix(prefix.size());
    return std::string(slug);
}

// The author who has the ID; adds `author` if there is none.
ImportedAuthor& add_author(ImportedSite& site, const std::string& login,
                           const ImportedAuthor& author) {
    for (auto& [known, each] : site.authors) {
        if (each.id == author.id) return each;
    }
    return site.authors.try_emplace(login, author).first->second;
}

std::string offset_text(int minutes) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const int size = std::abs(minutes);
    return (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

// The marks at which WordPress divides a text into pages of their own.
int count_page_breaks(std::string_view text) {
    constexpr std::string_view mark = "<!--nextpage-->";
    int count = 0;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        ++count;
    }
    return count;
}

ImportedTerm term_of(const ImportRecord& record, std::string_view slug, std::string_view name,
                     std::string_view parent, std::string_view description) {
    return {plain_title(record.text(name)), strings::percent_decoded(record.text(slug)),
            strings::percent_decoded(record.text(parent)), record.text(description),
            number_of(record.text("term_id"))};
}

}  // namespace

std::string plain_title(const std::string& text) {
    std::string html = text;
    repair_double_references(html);
    std::string plain = text_without_tags(html);  // decodes references after that, and once
    std::replace(plain.begin(), plain.end(), '\n', ' ');
    return std::string(strings::trimmed(plain));
}

std::optional<model::Date> date_of(const ImportRecord& item, std::string_view local,
                                   std::string_view utc) {
    return date_of(item.fields, local, utc);
}

std::optional<model::Date> date_of(const RecordFields& fields, std::string_view local,
                                   std::string_view utc) {
    const auto parse = [&](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::nullopt : model::parse_date(found->second);
    };
    auto date = parse(local);
    const auto universal = parse(utc);
    if (!date || date->day.year < 1000) return std::nullopt;
    if (!universal || universal->day.year < 1000) return date;
    const auto seconds = model::seconds_since_epoch(*date) - model::seconds_since_epoch(*universal);
    constexpr std::int64_t longest = 15L * 60 * 60;
    if (std::abs(seconds) <= longest) date->offset_minutes = static_cast<int>(seconds / 60);
    return date;
}

std::optional<model::Date> ImportedSite::moment_of(const RecordFields& fields,
                                                   std::string_view local,
                                                   std::string_view utc) const {
    auto date = date_of(fields, local, utc);
    const auto is_known = [&](std::string_view name) {
        const auto found = fields.find(name);
        bool has_offset = false;
        const auto parsed =
            found == fields.end() ? std::nullopt : model::parse_date(found->second, has_offset);
        return parsed && parsed->day.year >= 1000 && (name == utc || has_offset);
    };
    if (!date || is_known(utc) || is_known(local)) return date;
    if (const auto zone = TimeZone::named(time_zone)) zone->apply(*date);
    return date;
}

std::vector<const ImportedTerm*> ImportedSite::trail_of(const std::string& slug) const {
    std::vector<const ImportedTerm*> trail;
    for (auto found = categories.find(slug);
         found != categories.end() && trail.size() < deepest_category;
         found = categories.find(found->second.parent)) {
        if (std::find(trail.begin(), trail.end(), &found->second) != trail.end()) break;
        trail.push_back(&found->second);
    }
    std::reverse(trail.begin(), trail.end());
    return trail;
}

std::string ImportedSite::problem_of_category(const std::string& slug) const {
    std::set<std::string> seen;
    for (auto found = categories.find(slug); found != categories.end();
         found = categories.find(found->second.parent)) {
        if (!seen.insert(found->first).second) {
            return "its parents name each other in a circle, of which a part is kept";
        }
        if (seen.size() > deepest_category) {
            return "it is below more than " + std::to_string(deepest_category) +
                   " others, of which the lowest are kept";
        }
    }
    return {};
}

std::vector<std::string> ImportedSite::authors_of(const ImportRecord& item) const {
    std::vector<std::string> logins = item.authors;
    for (const TermUse& use : item.terms) {
        if (use.taxonomy != author_taxonomy) continue;
        const std::string id = author_id(login_of_term(use.slug));
        const auto found = std::find_if(authors.begin(), authors.end(),
                                        [&](const auto& each) { return each.second.id == id; });
        if (found != authors.end()) logins.push_back(found->first);
    }
    if (logins.empty()) logins.push_back(item.text("creator"));
    return logins;
}

std::string written_name(const ImportedTerm& term) {
    const bool usable = !term.name.empty() && term.name.find('/') == std::string::npos &&
                        addresses::term_slug(term.name) == term.slug;
    return usable ? term.name : term.slug;
}

bool is_own_taxonomy(std::string_view name) {
    static constexpr auto others = std::to_array<std::string_view>({"category",
                                                                    "post_tag",
                                                                    "tag",
                                                                    "post_format",
                                                                    "nav_menu",
                                                                    "link_category",
                                                                    "author",
                                                                    "language",
                                                                    "term_language",
                                                                    "post_translations",
                                                                    "term_translations",
                                                                    "wp_theme",
                                                                    "wp_template_part_area",
                                                                    "wp_pattern_category",
                                                                    "yst_prominent_words",
                                                                    "action-group",
                                                                    "elementor_library_type",
                                                                    "elementor_library_category",
                                                                    "product_type",
                                                                    "product_visibility",
                                                                    "product_shipping_class",
                                                                    "amp_template"});
    return !name.empty() && std::find(others.begin(), others.end(), name) == others.end() &&
           !is_built_in_taxonomy(name) && can_be_taxonomy(name);
}

bool is_record_of_plugin(std::string_view taxonomy) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"post_format", "author", "language", "term_language", "post_translations",
         "term_translations", "wp_theme", "wp_template_part_area", "yst_prominent_words",
         "product_type", "product_visibility", "product_shipping_class", "amp_template"});
    return strings::is_one_of(names, taxonomy);
}

std::string category_path(const ImportedSite& site, const std::string& slug) {
    std::string path = "/category/";
    for (const ImportedTerm* each : site.trail_of(slug)) {
        path += addresses::term_slug(written_name(*each)) + "/";
    }
    return path;
}

std::string ImportedSite::free_path(const std::string& path, ItemNumber number) const {
    std::vector<model::TermReference> fields;
    for (const auto& [name, terms] : taxonomies) fields.push_back({name, taxonomy_path(name)});
    if (path.empty() || path == "/" || !is_reserved_address(path, fields)) return path;
    const std::string beside = without_slash(path) + "-" + std::to_string(number) + "/";
    return is_reserved_address(beside, fields) ? "/pages" + path : beside;
}

std::string ImportedSite::path_of(const std::string& address) const {
    std::string rest = address;
    if (!address.starts_with('/') || address.starts_with("//")) {
        if (address.find("//") == std::string::npos) return {};
        const std::string host = with_plain_host(without_scheme(base));
        rest = with_plain_host(without_scheme(address));
        if (!base.empty() && rest.starts_with(host)) {
            rest.erase(0, host.size());
        } else if (is_other_host(rest.substr(0, rest.find_first_of("/?#")), other_hosts)) {
            rest.erase(0, rest.find_first_of("/?#"));
        } else {
            return {};
        }
        if (!rest.empty() && rest[0] != '/' && rest[0] != '?' && rest[0] != '#') return {};
    } else if (const std::string folder = path_in(base); rest.starts_with(folder + "/")) {
        rest.erase(0, folder.size());
    }
    if (!rest.starts_with('/')) rest.insert(0, "/");
    return rest;
}

void SiteCollector::add(const ImportRecord& record) {
    if (record.kind == "item") return add_item(record);
    if (record.kind == "channel") {
        if (!site_.title.empty()) return;
        site_.title = plain_title(record.text("title"));
        site_.tagline = plain_title(record.text("description"));
        site_.language = record.text("language");
        site_.time_zone = record.text("time_zone");
        site_.base = without_slash(record.text("base_blog_url"));
        if (site_.base.empty()) site_.base = without_slash(record.text("link"));
        for (const char* name : {"logo", "icon"}) {
            if (!record.text(name).empty()) site_.not_kept[name] = record.text(name);
        }
        std::istringstream hosts(record.text("other_hosts"));
        for (std::string host; hosts >> host;) site_.other_hosts.push_back(host);
    } else if (record.kind == "author") {
        const std::string& login = record.text("author_login");
        ImportedAuthor author{author_id(login), plain_title(record.text("author_display_name")),
                              record.text("author_description"),
                              number_of(record.text("author_id"))};
        if (author.name.empty()) author.name = login;
        author.portrait = record.text("author_portrait");
        author.website = record.text("author_website");
        if (!login.empty()) site_.authors.try_emplace(login, std::move(author));
    } else if (record.kind == "category") {
        auto term = term_of(record, "category_nicename", "cat_name", "category_parent",
                            "category_description");
        site_.categories.try_emplace(term.slug, term);
    } else if (record.kind == "tag") {
        auto term = term_of(record, "tag_slug", "tag_name", "", "tag_description");
        site_.tags.try_emplace(term.slug, term);
    } else if (record.kind == "term") {
        add_described_term(record);
    } else if (record.kind == "redirect") {
        site_.redirects.try_emplace(record.text("from"), record.text("to"));
    }
}

// A term that the export describes, of any taxonomy. It is imported if items use it.
void SiteCollector::add_described_term(const ImportRecord& record) {
    const std::string& taxonomy = record.text("term_taxonomy");
    auto term = term_of(record, "term_slug", "term_name", "term_parent", "term_description");
    if (taxonomy == "category") {
        site_.categories.try_emplace(term.slug, term);
    } else if (taxonomy == "post_tag") {
        site_.tags.try_emplace(term.slug, term);
    } else if (is_own_taxonomy(taxonomy)) {
        described_terms_[taxonomy].try_emplace(term.slug, std::move(term));
    }
}

void SiteCollector::add_term(const TermUse& use) {
    const std::string slug = strings::percent_decoded(use.slug);
    const ImportedTerm term{plain_title(use.name), slug, {}, {}, 0};
    if (use.taxonomy == "category") {
        site_.categories.try_emplace(slug, term);
    } else if (use.taxonomy == "post_tag" || use.taxonomy == "tag") {
        site_.tags.try_emplace(slug, term);
    } else if (use.taxonomy == author_taxonomy) {
        const std::string login = login_of_term(slug);
        add_author(site_, login, {author_id(login), term.name, {}, 0});
    } else if (is_own_taxonomy(use.taxonomy)) {
        site_.taxonomies[use.taxonomy].try_emplace(slug, term);
    }
}

// An author without an account, of Co-Authors Plus. Items may have named the author before.
void SiteCollector::add_guest_author(const ImportRecord& item) {
    const std::string& login = item.meta("cap-user_login");
    if (login.empty()) return;
    ImportedAuthor& author = add_author(site_, login, {author_id(login), login, {}, 0});
    if (const std::string& name = item.meta("cap-display_name"); !name.empty()) {
        author.name = plain_title(name);
    }
    author.biography = item.meta("cap-description");
}

void SiteCollector::add_item(const ImportRecord& item) {
    const ItemNumber number = number_of(item.text("post_id"));
    const std::string& type = item.text("post_type");
    if (type == "attachment") return add_attachment(item, number);
    if (type == "nav_menu_item") return menus_.add(item);
    if (type == "guest-author") return add_guest_author(item);
    const bool is_published = item.text("status") == "publish";
    if (type == "wp_block" && is_published) site_.reusable[number] = item.text("content:encoded");
    if (is_internal_type(type)) return;
    types_.add(item);
    for (const TermUse& use : item.terms) add_term(use);
    if (!is_published) return;
    site_.paths[number] = item.text("link");
    if (const int breaks = count_page_breaks(item.text("content:encoded")); breaks > 0) {
        site_.parts[number] = breaks + 1;
    }
    menus_.add_title(number, plain_title(item.text("title")));
    if (is_part_of_event(type)) site_.event_parts[number] = plain_title(item.text("title"));
    if (type == "post") count_pattern(item);
    if (type != "post" && type != "page") site_.items_of_types[type].push_back(number);
}

void SiteCollector::add_attachment(const ImportRecord& item, ItemNumber number) {
    MediaFile file;
    file.address = item.text("attachment_url");
    file.alternative_text = item.meta("_wp_attachment_image_alt");
    file.caption = item.text("excerpt:encoded");
    file.title = plain_title(item.text("title"));
    const std::string host = without_scheme(file.address);
    site_.media_hosts.insert(host.substr(0, host.find('/')));
    site_.media[number] = std::move(file);
    const ItemNumber parent = number_of(item.text("post_parent"));
    site_.media[number].page = item.text("link");
    site_.media[number].parent = parent;
    if (parent > 0) site_.attached[parent].push_back(number);
}

void SiteCollector::count_pattern(const ImportRecord& item) {
    static constexpr std::array<std::string_view, 6> candidates = {"/:year/:month/:day/:slug/",
                                                                   "/:year/:month/:slug/",
                                                                   "/:slug/",
                                                                   "/blog/:slug/",
                                                                   "/:year/:slug/",
                                                                   "/:year/:month/:slug.html"};
    const auto date = date_of(item, "post_date", "post_date_gmt");
    if (!date) return;
    if (date->offset_minutes != 0) ++zones_[offset_text(date->offset_minutes)];
    const std::string link = strings::percent_decoded(path_in(item.text("link")));
    const std::string slug = strings::percent_decoded(item.text("post_name"));
    for (const std::string_view pattern : candidates) {
        const PermalinkValues values{*date, addresses::slugify(slug), {}, {}};
        const std::string path = expand_permalink(pattern, values);
        if (!link.ends_with(path)) continue;
        ++patterns_[{link.substr(0, link.size() - path.size()), std::string(pattern)}];
    }
}

ImportedSite SiteCollector::finish() {
    const auto most = [](const std::map<std::string, int>& counts) {
        std::string best;
        int count = 0;
        for (const auto& [name, uses] : counts) {
            if (uses > count) best = name;
            count = std::max(count, uses);
        }
        return best;
    };
    std::map<std::string, int> patterns;
    for (const auto& [pattern, count] : patterns_) {
        if (pattern.first == path_in(site_.base)) patterns[pattern.second] += count;
    }
    site_.permalink = most(patterns);
    if (site_.time_zone.empty()) site_.time_zone = most(zones_);
    for (auto& [number, link] : site_.paths) {
        const std::string path = site_.path_of(link);
        const bool has_path = path.find('?') == std::string::npos && path.size() > 1;
        if (path == "/") site_.front_page = number;
        link = has_path ? strings::percent_decoded(path) : std::string();
    }
    for (auto& [name, terms] : site_.taxonomies) {
        for (auto& [slug, term] : terms) {
            const auto found = described_terms_[name].find(slug);
            if (found != described_terms_[name].end()) term = found->second;
        }
    }
    // A page at the place of a taxonomy's own page stays; the terms are then fields of articles.
    for (const auto& item : site_.paths) {
        std::erase_if(site_.taxonomies,
                      [&](const auto& each) { return taxonomy_path(each.first) == item.second; });
    }
    for (auto& [number, path] : site_.paths) {
        const std::string clean = clean_address(path).value_or("");
        const std::string free = site_.free_path(clean, number);
        if (free == clean) continue;
        site_.new_addresses.emplace(clean, free);
        path = free;
    }
    for (const auto& [slug, term] : site_.categories) {
        const std::string problem = site_.problem_of_category(slug);
        if (!problem.empty()) site_.not_kept["place of the category " + term.name + ":"] = problem;
    }
    site_.hidden_types = types_.hidden();
    menus_.finish(site_);
    return std::move(site_);
}

}  // namespace broadsheet::press
