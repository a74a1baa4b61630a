#include "press/import/ghost/ghost_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "addresses/feed.h"
#include "addresses/slug.h"
#include "model/date.h"
#include "press/base/files.h"
#include "press/base/time_zone.h"
#include "press/html/entity.h"
#include "press/import/exports/json_rows.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/item_converter.h"
#include "press/values/value.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view how_to_export =
    "in Ghost, use Settings → Import/Export → Export, and pass the .json file";
// Stands for the address of the site in exports.
constexpr std::string_view site_mark = "__GHOST_URL__";

Diagnostic problem(const std::filesystem::path& path, Severity severity, std::string what,
                   std::string remedy) {
    Diagnostic problem;
    problem.severity = severity;
    problem.path = path.string();
    problem.what = std::move(what);
    problem.remedy = std::move(remedy);
    return problem;
}

// Times are UTC: "2019-01-02T10:00:00.000Z", "2019-01-02 10:00:00", or milliseconds since 1970.
std::optional<model::Date> time_of(const std::string& text) {
    const bool is_number =
        text.size() > 10 && text.find_first_not_of("0123456789") == std::string::npos;
    if (is_number) return model::date_from_epoch(number_of(text) / 1000);
    return model::parse_date(text);
}

// A regular expression that is only a path, as that path: "^\/old\/?$" → "/old".
std::optional<std::string> plain_path(std::string text) {
    // "/^\/old$/i" is how Ghost writes one that ignores capital letters.
    if (text.starts_with("/^") && text.ends_with("/i")) text = text.substr(1, text.size() - 3);
    if (text.starts_with('^')) text.erase(0, 1);
    if (text.ends_with('$')) text.pop_back();
    for (const std::string_view end : {"/?", "/*", "(/)?"}) {
        std::string escaped_end(end);
        escaped_end.insert(escaped_end.find('/'), "\\");
        if (text.ends_with(escaped_end)) {
            text.resize(text.size() - escaped_end.size());
        } else if (text.ends_with(end)) {
            text.resize(text.size() - end.size());
        }
    }
    std::string path;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            // "\d" is a digit, and so on.
            if (strings::is_letter(text[++i]) || strings::is_digit(text[i])) return std::nullopt;
            path += text[i];
        } else if (std::string_view("()[]{}*+?|^$\\").find(text[i]) != std::string_view::npos) {
            return std::nullopt;
        } else {
            path += text[i];
        }
    }
    if (!path.starts_with('/')) path.insert(0, "/");
    return path;
}

class GhostReader {
  public:
    GhostReader(const std::filesystem::path& path, std::string url, const VisitRecord& visit)
        : path_(path), url_(std::move(url)), visit_(visit) {
        while (url_.ends_with('/')) url_.pop_back();
    }

    Diagnostics read() {
        if (path_.extension() == ".yaml" || path_.extension() == ".yml") return read_yaml();
        const auto broken = read_json_rows(path_, [&](std::string_view list, RecordFields&& row) {
            collect(list, std::move(row));
        });
        if (redirects_ > 0 && posts_ == 0) return finish(broken);
        if (posts_ == 0) {
            if (broken) {
                Diagnostic error = *broken;
                if (error.position.line > 0) error.remedy = how_to_export;
                return {std::move(error)};
            }
            return {problem(path_, Severity::error,
                            is_export_ ? "the export contains no posts and pages"
                                       : "this is not an export of Ghost",
                            std::string(how_to_export))};
        }
        if (const std::string& name = setting("timezone"); !name.empty()) {
            zone_ = TimeZone::named(name);
        }
        deliver_authors();
        deliver_tags();
        read_json_rows(path_, [&](std::string_view list, RecordFields&& row) {
            if (list == "posts") deliver_post(std::move(row));
        });
        deliver_menu("navigation", "main");
        deliver_menu("secondary_navigation", "footer");
        deliver_channel();
        return finish(broken);
    }

  private:
    // What is whole in a damaged file is kept.
    Diagnostics finish(const std::optional<Diagnostic>& broken) {
        if (broken) {
            Diagnostic warning = *broken;
            warning.severity = Severity::warning;
            warning.what += " from here on; posts, tags and authors after this place are missing";
            diagnostics_.push_back(std::move(warning));
        }
        return std::move(diagnostics_);
    }

    void collect(std::string_view list, RecordFields&& row) {
        const std::string id = text_of(row, "id");
        if (list == "posts") {
            is_export_ = true;
            ++posts_;
        } else if (list == "tags") {
            is_export_ = true;
            tags_[id] = std::move(row);
        } else if (list == "users") {
            users_[id] = std::move(row);
        } else if (list == "posts_tags") {
            const int order = static_cast<int>(number_of(text_of(row, "sort_order")));
            tags_of_[text_of(row, "post_id")].emplace_back(order, text_of(row, "tag_id"));
        } else if (list == "posts_authors") {
            const int order = static_cast<int>(number_of(text_of(row, "sort_order")));
            authors_of_[text_of(row, "post_id")].emplace_back(order, text_of(row, "author_id"));
        } else if (list == "posts_meta") {
            const std::string post = text_of(row, "post_id");
            metas_of_[post] = std::move(row);
        } else if (list == "settings") {
            settings_[text_of(row, "key")] = text_of(row, "value");
        } else if (list.empty() && row.contains("from") && row.contains("to")) {
            add_redirect(text_of(row, "from"), text_of(row, "to"));
        }
    }

    // "301:\n  /old/: /new/", and the same below 302.
    Diagnostics read_yaml() {
        const auto text = read_file(path_);
        if (!text) {
            return {problem(path_, Severity::error, "the file cannot be read",
                            "check its name and permissions")};
        }
        Parsed parsed = parse_yaml(*text, 1);
        if (parsed.error) {
            parsed.error->path = path_.string();
            return {std::move(*parsed.error)};
        }
        for (const Value& status : parsed.root.members) {
            for (const Value& each : status.members) add_redirect(each.name, each.text);
        }
        if (redirects_ == 0) {
            return {problem(path_, Severity::error, "the file contains no redirects",
                            "pass the redirects.yaml that Ghost offers under Settings → Labs")};
        }
        return std::move(diagnostics_);
    }

    void add_redirect(const std::string& from, const std::string& to) {
        ++redirects_;
        const auto path = plain_path(from);
        if (!path || to.find('$') != std::string::npos) {
            diagnostics_.push_back(problem(
                path_, Severity::warning,
                "the redirect from \"" + from + "\" is a pattern, which redirects.toml cannot say",
                "add a line to redirects.toml for each address that it means"));
            return;
        }
        std::string target = with_address(to);
        const bool is_address = target.find("//") != std::string::npos;
        if (target.empty()) {
            diagnostics_.push_back(problem(
                path_, Severity::warning, "the redirect from \"" + from + "\" leads nowhere",
                "add a line for it to redirects.toml if its address is still used"));
            return;
        }
        if (!is_address && !target.starts_with('/')) target.insert(0, "/");
        ImportRecord record;
        record.kind = "redirect";
        record.fields["from"] = *path;
        record.fields["to"] = target;
        visit_(std::move(record));
    }

    const std::string& setting(std::string_view name) const { return text_of(settings_, name); }

    // Addresses within the site, whole if its address is known.
    std::string with_address(std::string text) const {
        replace_all(text, site_mark, url_);
        return text;
    }

    void deliver_authors() {
        for (const auto& [id, user] : users_) {
            ImportRecord author;
            author.kind = "author";
            author.fields["author_login"] = text_of(user, "slug");
            author.fields["author_display_name"] = escaped(text_of(user, "name"));
            author.fields["author_description"] = text_of(user, "bio");
            author.fields["author_portrait"] = with_address(text_of(user, "profile_image"));
            author.fields["author_website"] = text_of(user, "website");
            visit_(std::move(author));
        }
    }

    // Tags that begin with "#" are for the editors.
    static bool is_internal(const RecordFields& tag) {
        return text_of(tag, "visibility") == "internal" || text_of(tag, "name").starts_with('#');
    }

    void deliver_tags() {
        for (const auto& [id, tag] : tags_) {
            if (is_internal(tag)) continue;
            ImportRecord record;
            record.kind = "tag";
            record.fields["tag_slug"] = text_of(tag, "slug");
            record.fields["tag_name"] = escaped(text_of(tag, "name"));
            record.fields["tag_description"] = escaped(text_of(tag, "description"));
            visit_(std::move(record));
        }
    }

    template <typename Uses>
    static std::vector<std::string> in_order(const Uses& uses, const std::string& post) {
        std::vector<std::string> ids;
        const auto found = uses.find(post);
        if (found == uses.end()) return ids;
        auto all = found->second;
        std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
            return one.first < other.first;
        });
        ids.reserve(all.size());
        for (auto& [order, id] : all) ids.push_back(std::move(id));
        return ids;
    }

    void put_date(RecordFields& fields, const char* name, const std::string& text) const {
        auto date = time_of(text);
        if (!date) return;
        if (zone_) date = zone_->local(model::seconds_since_epoch(*date));
        fields[name] = model::format_rfc3339(*date);
    }

    void deliver_post(RecordFields&& row) {
        const auto text = [&](std::string_view name) -> const std::string& {
            return text_of(row, name);
        };
        const std::string id = text("id");
        const auto meta = metas_of_.find(id);
        const auto meta_text = [&](std::string_view name) -> const std::string& {
            return !text(name).empty() || meta == metas_of_.end() ? text(name)
                                                                  : text_of(meta->second, name);
        };
        ImportRecord item;
        item.kind = "item";
        auto& fields = item.fields;
        fields["post_id"] = std::to_string(++number_);
        const bool is_page =
            text("type") == "page" || text("page") == "1" || text("page") == "true";
        fields["post_type"] = is_page ? "page" : "post";
        const std::string& status = text("status");
        const std::string& visibility = text("visibility");
        const bool is_public = visibility.empty() || visibility == "public";
        fields["status"] = status == "published"   ? is_public ? "publish" : "private"
                           : status == "scheduled" ? is_public ? "future" : "private"
                                                   : "draft";
        fields["guid"] = text("comment_id").empty() ? id : text("comment_id");
        fields["title"] = escaped(text("title"));
        fields["post_name"] = text("slug");
        put_date(fields, "post_date",
                 text("published_at").empty() ? text("created_at") : text("published_at"));
        put_date(fields, "post_modified", text("updated_at"));
        if (fields["status"] == "publish") fields["link"] = url_ + "/" + text("slug") + "/";
        fields["excerpt:encoded"] = escaped(text("custom_excerpt"));
        for (const char* name : {"lexical", "mobiledoc", "html", "markdown"}) {
            if (text(name).empty()) continue;
            fields["content:encoded"] = with_address(text(name));
            break;
        }
        if (text("featured") == "1" || text("featured") == "true") fields["is_sticky"] = "1";
        const std::string& picture =
            text("feature_image").empty() ? text("image") : text("feature_image");
        if (!picture.empty()) {
            fields["picture"] = with_address(picture);
            fields["picture_alt"] = meta_text("feature_image_alt");
            fields["picture_caption"] = meta_text("feature_image_caption");
        }
        item.metas.emplace_back("_yoast_wpseo_canonical", with_address(meta_text("canonical_url")));
        item.metas.emplace_back("_yoast_wpseo_title", meta_text("meta_title"));
        item.metas.emplace_back("_yoast_wpseo_metadesc", meta_text("meta_description"));
        for (const std::string& tag : in_order(tags_of_, id)) {
            const auto found = tags_.find(tag);
            if (found == tags_.end() || is_internal(found->second)) continue;
            item.terms.push_back({"post_tag", text_of(found->second, "slug"),
                                  escaped(text_of(found->second, "name"))});
        }
        std::vector<std::string> authors = in_order(authors_of_, id);
        if (authors.empty()) authors = {text("author_id")};
        for (const std::string& author : authors) {
            const auto found = users_.find(author);
            if (found != users_.end()) item.authors.push_back(text_of(found->second, "slug"));
        }
        visit_(std::move(item));
    }

    // [{"label":"About","url":"/about/"}]
    void deliver_menu(std::string_view name, const std::string& place) {
        const Parsed menu =
            parse_json(std::string("{\"menu\":").append(setting(name)).append("}"), 1);
        const Value* entries = menu.error ? nullptr : menu.root.find("menu");
        if (entries == nullptr) return;
        for (const Value& entry : entries->items) {
            ImportRecord item;
            item.kind = "item";
            item.fields["post_type"] = "nav_menu_item";
            item.fields["title"] = escaped(text_member(entry, "label"));
            item.terms.push_back({"nav_menu", place, place});
            item.metas.emplace_back("_menu_item_url", with_address(text_member(entry, "url")));
            visit_(std::move(item));
        }
    }

    void deliver_channel() {
        ImportRecord channel;
        channel.kind = "channel";
        channel.fields["title"] = escaped(setting("title"));
        channel.fields["description"] = escaped(setting("description"));
        channel.fields["language"] =
            setting("locale").empty() ? setting("lang") : setting("locale");
        channel.fields["time_zone"] = setting("timezone");
        channel.fields["base_blog_url"] = url_;
        channel.fields["logo"] = with_address(setting("logo"));
        channel.fields["icon"] = with_address(setting("icon"));
        visit_(std::move(channel));
    }

    const std::filesystem::path& path_;
    std::string url_;
    const VisitRecord& visit_;
    Diagnostics diagnostics_;
    using Uses = std::map<std::string, std::vector<std::pair<int, std::string>>>;
    std::map<std::string, RecordFields> tags_;  // by id
    std::map<std::string, RecordFields> users_;
    std::map<std::string, RecordFields> metas_of_;  // by post
    Uses tags_of_;
    Uses authors_of_;
    RecordFields settings_;
    std::optional<TimeZone> zone_;
    bool is_export_ = false;
    int posts_ = 0;
    int redirects_ = 0;
    ItemNumber number_ = 0;
};

}  // namespace

Diagnostics read_ghost(const std::filesystem::path& path, const std::string& url,
                       const VisitRecord& visit) {
    return GhostReader(path, url, visit).read();
}

void add_ghost_addresses(const ImportedSite& site, const ItemConverter& items, OldAddresses& all) {
    (void)items;
    const auto add_feed = [&](const std::string& list) {
        all.emplace(list + "rss/", addresses::feed_path(list));
    };
    add_feed("/");
    for (const auto& [slug, term] : site.tags) {
        add_feed("/tag/" + addresses::term_slug(written_name(term)) + "/");
    }
    for (const auto& [login, author] : site.authors) add_feed("/author/" + author.id + "/");
}

std::string ghost_original(const std::string& address) {
    constexpr std::string_view start = "/content/images/size/";
    const auto at = address.find(start);
    if (at == std::string::npos) return {};
    const auto end = address.find('/', at + start.size());
    if (end == std::string::npos) return {};
    std::string rest = address.substr(end);
    // "…/size/w600/format/webp/2024/lake.jpg"
    constexpr std::string_view format = "/format/";
    if (rest.starts_with(format))
        rest.erase(0, std::min(rest.find('/', format.size()), rest.size()));
    return address.substr(0, at) + "/content/images" + rest;
}

}  // namespace broadsheet::press
