#include "press/articles/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "press/articles/episode_field.h"
#include "press/articles/field_reader.h"
#include "press/articles/kept_back.h"
#include "strings/ascii.h"
#include "strings/edit_distance.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

// A place on one axis, in tens of percent: "30%", or a name. `names`: the start and the end.
std::optional<int> read_percent(std::string_view word, std::array<std::string_view, 2> names) {
    if (word == "center" || word == "centre") return 50;
    if (word == names[0]) return 0;
    if (word == names[1]) return 100;
    if (!word.ends_with('%')) return std::nullopt;
    word.remove_suffix(1);
    int percent = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), percent);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    if (percent < 0 || percent > 100) return std::nullopt;
    return (percent + 5) / 10 * 10;
}

// "30% 20%", "left top" or "top", as CSS writes positions.
std::optional<model::Focus> read_focus(const std::string& text) {
    constexpr std::array<std::string_view, 2> across = {"left", "right"};
    constexpr std::array<std::string_view, 2> down = {"top", "bottom"};
    const std::string words = lower_ascii(trimmed_text(text));
    const auto space = words.find(' ');
    std::string first = words.substr(0, space);
    std::string second =
        space == std::string::npos ? "center" : trimmed_text(std::string_view(words).substr(space));
    if (first == down[0] || first == down[1] || second == across[0] || second == across[1]) {
        std::swap(first, second);
    }
    const auto x = read_percent(first, across);
    const auto y = read_percent(second, down);
    if (!x || !y) return std::nullopt;
    return model::Focus{*x, *y};
}

std::optional<PictureField> read_picture(FieldReader& reader) {
    const Value* value =
        reader.find({"image", "cover", "featured_image", "featuredimage", "thumbnail", "images"});
    if (value == nullptr) return std::nullopt;
    PictureField picture;
    picture.position = value->position;
    const Value* focus = nullptr;
    if (value->kind == ValueKind::list) {
        if (value->items.empty()) return std::nullopt;
        value = &value->items.front();
    }
    if (value->is_scalar()) {
        picture.target = trimmed_text(value->text);
        picture.alternative_text = reader.text({"image_alt", "imagealt", "cover_alt", "alt"});
        picture.caption = reader.text({"image_caption", "imagecaption", "caption"});
        picture.credit = reader.text({"image_credit", "imagecredit"});
        focus = reader.find({"image_focus", "imagefocus"});
    } else if (value->kind == ValueKind::table) {
        const auto member = [&](std::initializer_list<std::string_view> names) {
            for (const std::string_view name : names) {
                const Value* found = value->find(name);
                if (found != nullptr && found->is_scalar()) return trimmed_text(found->text);
            }
            return std::string();
        };
        picture.target = member({"src", "image", "path", "file", "url", "feature"});
        picture.alternative_text = member({"alt", "alternative_text"});
        picture.caption = member({"caption", "title"});
        picture.credit = member({"credit", "attribution", "photographer"});
        focus = value->find("focus");
    } else {
        reader.wrong_kind(*value, "the name of a file");
    }
    if (picture.target.empty()) return std::nullopt;
    if (focus != nullptr) {
        if (const auto place = read_focus(focus->text)) {
            picture.focus = *place;
        } else {
            reader.wrong_kind(*focus, "a place such as \"30% 20%\" or \"left top\"");
        }
    }
    return picture;
}

// True for Zola's `render = false` and Hugo's `headless = true` and `build = {render = "never"}`.
bool is_hidden(FieldReader& reader) {
    const auto is = [](const Value* value, bool wanted) {
        return value != nullptr && value->kind == ValueKind::boolean && value->boolean == wanted;
    };
    if (is(reader.find({"render"}), false) || is(reader.find({"headless"}), true)) return true;
    const Value* build = reader.find({"build", "_build"});
    const Value* render = build == nullptr ? nullptr : build->find("render");
    if (render == nullptr) return false;
    // With "link", Hugo gives a page an address, but writes no page.
    const std::string word = lower_ascii(render->text);
    return is(render, false) || word == "never" || word == "link";
}

// True for Hugo's `build = {list = "never"}`: the page is in no list and feed.
bool is_unlisted(FieldReader& reader) {
    const Value* build = reader.find({"build", "_build"});
    const Value* list = build == nullptr ? nullptr : build->find("list");
    if (list == nullptr) return false;
    const bool off = list->kind == ValueKind::boolean && !list->boolean;
    return off || lower_ascii(list->text) == "never";
}

// Themes use these names for other values too, so only those that fit count here, and all stay
// fields of the author's own.
void read_place_on_front_page(FieldReader& reader, const Value& table, Generator generator,
                              Fields& fields) {
    constexpr int heaviest = 1'000'000;
    for (const std::string_view name : {"featured", "sticky", "pinned"}) {
        const Value* value = table.find(name);
        if (value != nullptr && value->boolean) fields.leads = true;
    }
    const Value* weight = table.find("weight");
    if (weight == nullptr || weight->kind == ValueKind::nothing) return;
    // In Zola, sections decide whether weights count. Jekyll has none.
    const bool counts = generator == Generator::plain || generator == Generator::hugo;
    int number = 0;  // Hugo takes texts too
    const std::string& text = weight->text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    if (!is_number || number < -heaviest || number > heaviest) {
        if (weight->position.line == 0 || !counts) return;
        reader.warning(*weight, "this weight is not a number up to a million, so it has no effect",
                       "use a number such as 10; articles with smaller ones come first");
        return;
    }
    fields.weight = number;
    if (counts && fields.weight != 0) fields.leads = true;
}

// Such an article never appears.
void warn_of_expiry(FieldReader& reader, const Fields& fields) {
    const std::optional<model::Date>& begins = fields.publish ? fields.publish : fields.date;
    if (!fields.expiry || !begins) return;
    if (model::seconds_since_epoch(*fields.expiry) > model::seconds_since_epoch(*begins)) return;
    const Value* value = reader.find({"expirydate", "expiry_date", "unpublishdate"});
    if (value == nullptr) return;
    reader.warning(*value, "the article expires before it appears, so it is never published",
                   "correct one of the dates");
}

// Jekyll and Hexo turn a date into the time zone of the site before they make addresses of it.
void set_site_zone(const TimeZone* zone, Fields& fields) {
    if (zone == nullptr || !fields.date) return;
    const model::Date local = zone->local(model::seconds_since_epoch(*fields.date));
    if (local.day != fields.date->day) fields.date_as_written = fields.date;
    fields.date = local;
}

void read_menu_entries(FieldReader& reader, Fields& fields) {
    const Value* menus = reader.find({"menus", "menu"});
    if (menus == nullptr) return;
    fields.menu_entries = page_menu_entries(*menus, reader.text({"linktitle"}), fields.weight);
}

// Themes use these names, some with other values, so all stay fields of the author's own.
void read_math(const Value& table, Fields& fields) {
    for (const std::string_view name : {"math", "mathjax", "katex", "use_math"}) {
        const Value* value = table.find(name);
        if (value == nullptr || value->kind != ValueKind::boolean) continue;
        fields.math = value->boolean || fields.math.value_or(false);
    }
}

// Of an inner table; those of the outer one count first.
void add_engine_fields(const EngineFields& inner, EngineFields& fields) {
    if (fields.canonical.empty()) fields.canonical = inner.canonical;
    fields.indexed = fields.indexed && inner.indexed;
    fields.in_sitemap = fields.in_sitemap && inner.in_sitemap;
}

Position place_of(FieldReader& reader, std::initializer_list<std::string_view> names) {
    const Value* value = reader.find(names);
    return value == nullptr ? Position{} : value->position;
}

// A member that is a table, such as Zola's `taxonomies` with tags and categories.
const Value* table_member(const Value& table, std::string_view name) {
    const Value* member = table.find(name);
    return member != nullptr && member->kind == ValueKind::table ? member : nullptr;
}

// Only this tool takes "Asia/China" for two categories. Elsewhere a slash is a letter like others.
std::vector<std::string> read_categories(FieldReader& reader, std::string_view field,
                                         std::string_view separators, Generator generator,
                                         CategoryList& categories) {
    std::vector<std::string> names = reader.texts({field}, separators, &categories.is_list);
    const Value* value = reader.find({field});
    if (generator == Generator::plain || value == nullptr) return names;
    // Lists in a list, as Hexo has them, are paths.
    const bool has_paths =
        std::any_of(value->items.begin(), value->items.end(),
                    [](const Value& item) { return item.kind == ValueKind::list; });
    if (has_paths) return names;
    for (std::string& name : names) strings::replace_all(name, "/", "//");
    return names;
}

void read_taxonomies(FieldReader& reader, Generator generator,
                     const std::vector<std::string>& taxonomies, Fields& fields) {
    // Jekyll splits the plural fields at spaces, but not the singular ones.
    const std::string_view separators = generator == Generator::jekyll ? ", " : ",";
    if (fields.tags.empty()) fields.tags = reader.texts({"tags"}, separators);
    if (fields.tags.empty()) fields.tags = reader.texts({"tag", "keywords"}, ",");
    CategoryList& categories = fields.categories;
    if (categories.names.empty()) {
        categories.names = read_categories(reader, "categories", separators, generator, categories);
    }
    if (categories.names.empty()) {
        categories.names = read_categories(reader, "category", ",", generator, categories);
    }
    if (fields.authors.empty()) {
        fields.authors = reader.texts({"authors", "author", "by", "byline"}, "");
    }
    fields.terms.resize(taxonomies.size());
    for (std::size_t i = 0; i < taxonomies.size(); ++i) {
        TermField& terms = fields.terms[i];
        terms.taxonomy = taxonomies[i];
        if (terms.names.empty()) terms.names = reader.texts({taxonomies[i]}, ",");
    }
}

// Warns about names that differ by one letter from a known field, except words that other
// generators use.
void report_misspelt(const Value& table, Diagnostics& diagnostics) {
    static constexpr std::array<std::string_view, 32> known = {
        "subtitle",    "title",       "date",       "lastmod",  "modified",      "updated",
        "publishdate", "published",   "expirydate", "draft",    "slug",          "permalink",
        "path",        "aliases",     "alias",      "redirect", "redirect_from", "summary",
        "excerpt",     "description", "language",   "locale",   "template",      "image",
        "cover",       "thumbnail",   "tags",       "keywords", "categories",    "category",
        "authors",     "author"};
    static constexpr std::array<std::string_view, 7> other = {"data",  "images", "titles", "cove",
                                                              "dates", "paths",  "math"};
    constexpr std::size_t shortest = 4;
    const auto is_in = [](const auto& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const Value& value : table.members) {
        // Skip defaults from the site's configuration, which have no position.
        if (value.position.line == 0) continue;
        const std::string name = lower_ascii(value.name);
        if (name.size() < shortest || is_in(known, name) || is_in(other, name)) continue;
        const std::u32string letters(name.begin(), name.end());
        for (const std::string_view each : known) {
            if (table.find(each) != nullptr) continue;
            if (strings::edit_distance(letters, std::u32string(each.begin(), each.end()), 1) > 1) {
                continue;
            }
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.position = value.position;
            warning.what = "unknown field \"" + value.name + "\" has no effect";
            warning.remedy = "did you mean \"" + std::string(each) + "\"?";
            diagnostics.push_back(std::move(warning));
            break;
        }
    }
}

// Docusaurus' slug may be a whole path, and Eleventy's permalink a template.
void read_foreign_address(Fields& fields, Diagnostics& diagnostics) {
    const auto warn = [&](Position position, std::string what, std::string remedy) {
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.position = position;
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        diagnostics.push_back(std::move(warning));
    };
    if (fields.url.find("{{") != std::string::npos || fields.url.find("{%") != std::string::npos) {
        warn(fields.url_position,
             "the address \"" + fields.url + "\" is a template, so it has no effect",
             "write the address itself");
        fields.url.clear();
    }
    if (!fields.slug.starts_with('/')) return;
    if (fields.slug.find_first_not_of('/') == std::string::npos) {
        warn(fields.slug_position,
             "the address / is that of the front page, so this slug has no effect",
             "give this page a name of its own, and lead to it by a menu");
    } else if (fields.url.empty()) {
        fields.url = fields.slug;
        fields.url_position = fields.slug_position;
    }
    fields.slug.clear();
}

// Keeps the fields that were not read.
void keep_own(const Value& table, const FieldReader& reader, Fields& fields,
              Diagnostics& diagnostics) {
    std::size_t room = max_own_fields;
    for (const OwnField& each : fields.own) room -= each.name.size() + each.json.size();
    for (const Value& value : table.members) {
        if (reader.was_asked(value.name)) continue;
        OwnField field{value.name, json_of(value)};
        const std::size_t size = field.name.size() + field.json.size();
        if (size <= room) {
            room -= size;
            fields.own.push_back(std::move(field));
            continue;
        }
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.position = value.position;
        warning.what = "the field \"" + value.name + "\" is too long, so it is dropped";
        warning.remedy =
            "move it into a separate file: custom fields of an article may take up to " +
            std::to_string(max_own_fields) + " bytes";
        diagnostics.push_back(std::move(warning));
    }
}

}  // namespace

Fields read_fields(const Value& table, Generator generator,
                   const std::vector<std::string>& taxonomies, Diagnostics& diagnostics,
                   const TimeZone* zone) {
    FieldReader reader(table, diagnostics, zone);
    Fields fields;
    report_misspelt(table, diagnostics);
    fields.title = reader.text({"title"});
    fields.subtitle = reader.text({"subtitle", "subheadline"});
    // Of importers and of Hugo's and Jekyll's themes.
    fields.head_title = reader.text({"seo_title", "seotitle", "title_seo", "meta_title"});
    fields.date = reader.date({"date", "created", "pubdate", "pubdatetime"});
    fields.date_position = place_of(reader, {"date", "created", "pubdate", "pubdatetime"});
    if (generator == Generator::jekyll) set_site_zone(zone, fields);
    fields.modified = reader.date(
        {"lastmod", "modified", "updated", "last_modified_at", "last_modified", "moddatetime"});
    // Of Material for MkDocs: `date: {created: 2024-01-02, updated: 2024-02-03}`.
    if (const Value* dates = table_member(table, "date"); dates != nullptr && !fields.modified) {
        FieldReader inner(*dates, diagnostics, zone);
        fields.modified = inner.date({"updated"});
    }
    fields.publish = reader.date({"publishdate", "publish_date", "published"});
    // Elsewhere, this is the date of the article itself.
    if (generator == Generator::hugo && !fields.publish) fields.publish = reader.date({"pubdate"});
    if (!fields.date && fields.publish) fields.date = fields.publish;
    fields.expiry = reader.date({"expirydate", "expiry_date", "unpublishdate"});
    warn_of_expiry(reader, fields);
    fields.draft = reader.boolean({"draft"}).value_or(false);
    const KeptBack kept = kept_back(table, generator);
    fields.draft = fields.draft || kept.draft;
    fields.hidden = kept.hidden || is_hidden(reader);
    fields.unlisted = kept.unlisted || is_unlisted(reader);
    fields.slug = reader.text_unless_boolean({"slug"});
    fields.slug_position = place_of(reader, {"slug"});
    fields.url = reader.text_unless_boolean({"url", "permalink", "path"});
    fields.url_position = place_of(reader, {"url", "permalink", "path"});
    if (generator == Generator::plain) read_foreign_address(fields, diagnostics);
    fields.guid = reader.text({"guid"});
    fields.aliases = reader.texts({"aliases", "alias", "redirect_from"}, "");
    // Jekyll's plug-in takes a list, of which the first counts.
    const std::vector<std::string> redirects = reader.texts({"redirect", "redirect_to"}, "");
    if (!redirects.empty()) fields.redirect = redirects.front();
    fields.summary = reader.text({"summary", "excerpt"});
    fields.description = reader.text({"description"});
    fields.language = reader.text({"lang", "language", "locale"});
    // Of Hugo, and of Jekyll's plug-ins.
    fields.translation_key =
        reader.text({"translationkey", "translation_key", "page_id", "lang-ref"});
    // Other generators use these two names for other purposes. Only booleans count here.
    // Of Jekyll's themes, and of WordPress.
    const Value* comments = reader.find({"comments"});
    fields.comments_closed =
        comments != nullptr && comments->kind == ValueKind::boolean && !comments->boolean;
    if (const Value* toc = reader.find({"toc"}); toc && toc->kind == ValueKind::boolean) {
        fields.show_contents = toc->boolean;
    }
    if (const Value* name = reader.find({"template"}); name && name->kind == ValueKind::boolean) {
        fields.go_template = name->boolean;
    }
    read_place_on_front_page(reader, table, generator, fields);
    if (generator == Generator::hugo) read_menu_entries(reader, fields);
    read_math(table, fields);
    for (const std::string_view name : {"extra", "params"}) {
        if (const Value* inner = table_member(table, name)) read_math(*inner, fields);
    }
    fields.engines = read_engine_fields(table, reader);
    for (const std::string_view name : {"extra", "params", "seo"}) {
        const Value* inner = table_member(table, name);
        if (inner == nullptr) continue;
        FieldReader inner_reader(*inner, diagnostics, zone);
        add_engine_fields(read_engine_fields(*inner, inner_reader), fields.engines);
    }
    fields.picture = read_picture(reader);
    fields.episode = read_episode(reader);
    read_taxonomies(reader, generator, taxonomies, fields);
    if (const Value* inner_table = table_member(table, "taxonomies")) {
        FieldReader inner(*inner_table, diagnostics);
        read_taxonomies(inner, generator, taxonomies, fields);
        reader.find({"taxonomies"});
        keep_own(*inner_table, inner, fields, diagnostics);
    }
    keep_own(table, reader, fields, diagnostics);
    std::erase_if(fields.terms, [](const TermField& each) { return each.names.empty(); });
    return fields;
}

}  // namespace broadsheet::press
