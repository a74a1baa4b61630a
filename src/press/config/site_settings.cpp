#include "press/config/site_settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "press/base/nearest_name.h"
#include "press/config/comment_settings.h"
#include "press/config/language_editions.h"
#include "press/config/languages.h"
#include "press/config/look_settings.h"
#include "press/config/menu_settings.h"
#include "press/config/permalink.h"
#include "press/config/podcast_categories.h"
#include "press/config/service_settings.h"
#include "press/config/taxonomies.h"

namespace broadsheet::press {

namespace {

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

void read_permalink(SettingReader& reader, const Value& value, SiteConfig& config) {
    if (!value.is_scalar()) return reader.wrong_kind(value, "permalink", "text");
    config.permalink = value.text;
    if (const auto unknown = unknown_placeholder(value.text, AddressStyle::slugs)) {
        reader.error(value, "unknown placeholder \"" + *unknown + "\" in permalink",
                     "use " + known_placeholders(AddressStyle::slugs));
    }
}

void read_week_start(SettingReader& reader, const Value& value, SiteConfig& config) {
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        if (equal_ignoring_case(value.text, weekdays[i])) {
            config.week_start = static_cast<int>(i) + 1;
            return;
        }
    }
    reader.wrong_kind(value, "week_start", "the name of a day, such as \"monday\"");
}

void read_text_lines(SettingReader& reader, const Value& value, TextConfig& config) {
    constexpr std::array<std::string_view, 3> names = {"ragged", "even", "justified"};
    const auto found = std::find(names.begin(), names.end(), value.text);
    if (found == names.end()) {
        return reader.wrong_kind(value, "lines", "\"ragged\", \"even\" or \"justified\"");
    }
    config.lines = static_cast<model::TextLines>(found - names.begin());
}

void read_paragraphs(SettingReader& reader, const Value& value, TextConfig& config) {
    if (value.text != "spaced" && value.text != "indented") {
        return reader.wrong_kind(value, "paragraphs", "\"spaced\" or \"indented\"");
    }
    config.indented = value.text == "indented";
}

void read_figures(SettingReader& reader, const Value& value, TextConfig& config) {
    constexpr std::array<std::string_view, 3> names = {"font", "lining", "old-style"};
    const auto found = std::find(names.begin(), names.end(), value.text);
    if (found == names.end()) {
        return reader.wrong_kind(value, "figures", "\"font\", \"lining\" or \"old-style\"");
    }
    config.figures = static_cast<model::TextFigures>(found - names.begin());
}

void read_punctuation(SettingReader& reader, const Value& value, TextConfig& config) {
    if (value.text != "smart" && value.text != "plain") {
        return reader.wrong_kind(value, "punctuation", "\"smart\" or \"plain\"");
    }
    config.punctuation = value.text == "plain" ? Punctuation::plain : Punctuation::smart;
}

// The length of the part of a date at the start of a pattern; 0: there is none.
std::size_t date_part_length(std::string_view pattern) {
    for (const std::string_view part : {"YYYY", "MMMM", "MMM", "MM", "M", "DD", "D"}) {
        if (pattern.starts_with(part)) return part.size();
    }
    return 0;
}

// What other tools write for parts of a date: "%d", "yyyy", "Monday", "Y". Empty if there is none.
std::string foreign_date_part(std::string_view pattern) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] == '%') return std::string(pattern.substr(i, 2));
        std::size_t end = i;
        while (end < pattern.size() && is_letter(pattern[end])) ++end;
        const std::string_view word = pattern.substr(i, end - i);
        std::size_t known = 0;
        while (const std::size_t length = date_part_length(word.substr(known))) known += length;
        const bool is_text = word.find_first_of("YMD") == std::string_view::npos && word != "dd" &&
                             word != "yy" && word != "yyyy";
        if (known < word.size() && !is_text) return std::string(word);
        i = std::max(end, i + 1);
    }
    return {};
}

void read_date_format(SettingReader& reader, const Value& value, SiteConfig& config) {
    if (!value.is_scalar()) return reader.wrong_kind(value, "date_format", "text");
    config.date_format = value.text;
    if (value.text.empty()) return;
    const std::string remedy = "use YYYY, MMMM, MMM, MM, M, DD and D, such as \"DD.MM.YYYY\"";
    if (const std::string part = foreign_date_part(value.text); !part.empty()) {
        reader.error(value, "date_format has \"" + part + "\", which is no part of a date", remedy);
    } else if (value.text.find_first_of("YMD") == std::string::npos) {
        reader.error(value, "date_format contains no part of a date", remedy);
    }
}

void read_own_taxonomies(SettingReader& reader, const Value& list, SiteConfig& config) {
    const std::string wanted = "a list of names, such as [\"series\"]";
    if (list.kind != ValueKind::list) return reader.wrong_kind(list, "taxonomies", wanted);
    for (const Value& item : list.items) {
        if (item.kind != ValueKind::text) {
            reader.wrong_kind(item, "taxonomies", wanted);
        } else if (is_built_in_taxonomy(item.text)) {
            reader.error(item, "\"" + item.text + "\" is a built-in taxonomy",
                         "remove it: list only taxonomies of your own");
        } else if (!can_be_taxonomy(item.text)) {
            reader.error(item, "\"" + item.text + "\" cannot be a taxonomy: its address is taken",
                         "choose another name");
        } else {
            add_taxonomy(item.text, config);
        }
    }
}

void read_podcast_category(SettingReader& reader, const Value& value, PodcastConfig& config) {
    if (!value.is_scalar()) return reader.wrong_kind(value, "category", "text");
    const auto known = podcast_category(value.text);
    config.category = known ? std::string(known->name) : value.text;
    if (known || value.text.empty()) return;
    const auto nearest = nearest_name(value.text, podcast_category_names());
    reader.warning(value, "\"" + value.text + "\" is not a category of Apple's directory",
                   nearest ? "did you mean \"" + *nearest + "\"?"
                           : "use one such as \"News\" or \"Society & Culture\"");
}

void read_front_sections(SettingReader& reader, const Value& list, FrontConfig& front) {
    const std::string wanted = "a list of categories, such as [\"Asia\", \"/tag/water/\"]";
    if (list.kind != ValueKind::list) return reader.wrong_kind(list, "front.sections", wanted);
    front.sections.emplace();
    for (const Value& item : list.items) {
        if (item.kind == ValueKind::text) {
            front.sections->emplace_back(item.text, item.position);
        } else {
            reader.wrong_kind(item, "front.sections", wanted);
        }
    }
}

void read_ignored_prefixes(SettingReader& reader, const Value& list, CheckConfig& check) {
    const std::string wanted = "a list of URL prefixes, such as [\"/doc/\"]";
    if (list.kind != ValueKind::list) return reader.wrong_kind(list, "check.ignore", wanted);
    for (const Value& item : list.items) {
        if (item.kind != ValueKind::text) {
            reader.wrong_kind(item, "check.ignore", wanted);
        } else if (item.text.empty() || item.text[0] != '/' || item.text == "/") {
            reader.error(item, "\"" + item.text + "\" is not a URL prefix",
                         "start it with a slash and a name, for example \"/doc/\"");
        } else {
            check.ignored_prefixes.push_back(item.text);
        }
    }
}

void read_phrases(SettingReader& reader, const Value& phrases, SiteConfig& config) {
    if (phrases.kind != ValueKind::table) return reader.wrong_kind(phrases, "phrases", "a table");
    for (const Value& value : phrases.members) {
        const auto& names = phrase_names();
        if (std::find(names.begin(), names.end(), lower_ascii(value.name)) == names.end()) {
            reader.unknown_key(value, "[phrases]", names);
        } else if (!value.is_scalar()) {
            reader.wrong_kind(value, value.name, "text");
        } else {
            config.phrases[value.name] = value.text;
        }
    }
}

std::string in_table_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

const std::vector<Setting<SiteConfig>>& site_settings() {
    using Site = SiteConfig;
    static const std::vector<Setting<Site>> settings = {
        text_setting("title", &Site::title, "text",
                     "name of the site (default: that of its folder)"),
        text_setting("tagline", &Site::tagline, "text", "shown below the name"),
        text_setting("description", &Site::description, "text",
                     "for search engines and link previews"),
        text_setting("language", &Site::language, "code: en, ar, pt-BR",
                     "language of the articles and of the interface"),
        text_setting("base_url", &Site::base_url, "https://paper.example/news",
                     "the site's address; feeds, sitemaps and link previews need it"),
        text_setting("copyright", &Site::copyright, "text", "shown in the footer"),
        custom_setting<Site>(
            "permalink", std::string(default_permalink),
            "pattern of article addresses: :year, :month, :day, :slug, :categories, :section",
            read_permalink),
        custom_setting<Site>("week_start", "monday to sunday",
                             "first day of the week in the calendar (default: monday)",
                             read_week_start),
        number_setting("page_size", &Site::page_size, 1, 100, "articles on a page of a list"),
        flag_setting("steady_pages", &Site::steady_pages,
                     "whether the files of older articles and pages of lists stay the same when an "
                     "article is added (default: true for sites of more than 1000 articles)"),
        flag_setting(
            "nested_categories", &Site::nested_categories,
            "whether categories = [\"Asia\", \"China\"] means China within Asia (default: decided "
            "from the articles)"),
        custom_setting<Site>(
            "taxonomies", "[\"series\", …]",
            "more fields that group articles, each with its own pages, such as /series/",
            read_own_taxonomies),
        flag_setting(
            "math", &Site::math,
            "whether texts may have formulas in TeX, between $ and $, or on lines of their "
            "own between $$ and $$; an article's own math: counts before it"),
        custom_setting<Site>("date_format", "D MMMM YYYY",
                             "pattern of dates: YYYY, MMMM, MMM, MM, M, DD and D",
                             read_date_format),
        text_setting("time_zone", &Site::time_zone, "\"Europe/Berlin\"",
                     "time zone of dates that do not name theirs (default: UTC)"),
        authors_setting(),
        menus_setting(),
        table_setting<Site, FeedConfig>(
            "feeds", &Site::feeds,
            {number_setting("limit", &FeedConfig::limit, 10, 50, "articles in a feed"),
             flag_setting("full", &FeedConfig::full, "whole articles instead of summaries")}),
        table_setting<Site, TextConfig>(
            "text", &Site::text,
            {custom_setting<TextConfig>(
                 "lines", "ragged, even or justified",
                 "lines of articles, unless the reader chooses: as browsers break them (default), "
                 "of even length, or with both edges even",
                 read_text_lines),
             flag_setting("hyphens", &TextConfig::hyphens,
                          "whether words of justified text are divided, in the language of their "
                          "article (default: true)"),
             flag_setting("hanging", &TextConfig::hanging,
                          "whether punctuation at the edges of justified text stands partly "
                          "outside of the column, unless the reader chooses (default: true)"),
             flag_setting("drop_caps", &TextConfig::drop_caps,
                          "whether articles begin with a large letter, unless the reader chooses; "
                          "those that begin with a short paragraph, a quote or a digit do not"),
             custom_setting<TextConfig>(
                 "paragraphs", "spaced or indented",
                 "how paragraphs are told apart, unless the reader chooses: by space between them "
                 "(default), or by an indent of their first line",
                 read_paragraphs),
             custom_setting<TextConfig>(
                 "figures", "font, lining or old-style",
                 "figures of texts, unless the reader chooses: as the font has them (default), as "
                 "high as capitals, or with parts above and below like small letters; only where "
                 "the font has both",
                 read_figures),
             custom_setting<TextConfig>(
                 "punctuation", "smart or plain",
                 "quotes, apostrophes, dashes and dots of texts and titles: those of the language "
                 "in place of \" ' -- and ... (default), or as written; in French, spaces beside "
                 "quotes and before ! ? ; : % do "
                 "not break",
                 read_punctuation)}),
        table_setting<Site, ConsentConfig>(
            "consent", &Site::consent,
            {flag_setting("bar", &ConsentConfig::bar,
                          "a bar on each page asks before content of other companies loads; "
                          "otherwise only the place where it would be asks")}),
        table_setting<Site, OfflineConfig>(
            "offline", &Site::offline,
            {flag_setting("enabled", &OfflineConfig::enabled,
                          "whether readers can keep the site on their devices (default: true); "
                          "false also removes what they have kept")}),
        table_setting<Site, FrontConfig>(
            "front", &Site::front,
            {custom_setting<FrontConfig>(
                 "sections", "[\"Asia\", \"/tag/water/\"]",
                 "the sections of the front page, in order: names of categories, or paths of lists "
                 "(default: the top categories)",
                 read_front_sections),
             number_setting("section_articles", &FrontConfig::section_articles, 1, 20,
                            "articles in a section"),
             number_setting("beside", &FrontConfig::beside, 0, 8,
                            "stories beside the first one of the front page"),
             number_setting("latest", &FrontConfig::latest, 0, 30, "newest articles below them")}),
        table_setting<Site, PodcastConfig>(
            "podcast", &Site::podcast,
            {text_setting("title", &PodcastConfig::title, "text",
                          "name of the podcast at /podcast.xml, the feed of all articles with "
                          "audio: (default: the site's)"),
             text_setting("description", &PodcastConfig::description, "text",
                          "what it is about (default: the site's)"),
             text_setting("author", &PodcastConfig::author, "text",
                          "who makes it (default: the site's title)"),
             text_setting("email", &PodcastConfig::email, "address",
                          "of the owner, public in the feed"),
             text_setting("image", &PodcastConfig::image, "file",
                          "square picture of 1400 to 3000 pixels"),
             custom_setting<PodcastConfig>("category", "Society & Culture",
                                           "one of Apple's categories (default: News)",
                                           read_podcast_category),
             flag_setting("explicit", &PodcastConfig::is_explicit,
                          "whether it is unsuitable for children")}),
        table_setting<Site, CheckConfig>(
            "check", &Site::check,
            {custom_setting<CheckConfig>(
                "ignore", "[\"/doc/\", …]",
                "URL prefixes that something else serves; `check` ignores links to them",
                read_ignored_prefixes)}),
        statistics_setting(),
        comments_setting(),
        advertisements_setting(),
        look_setting(),
        languages_setting(),
        {"phrases",
         read_phrases,
         {{"[phrases]", "NAME", "text", "wording of the interface, such as search"}}},
    };
    return settings;
}

std::vector<SettingText> setting_texts() {
    std::vector<SettingText> texts;
    for (const Setting<SiteConfig>& setting : site_settings()) {
        texts.insert(texts.end(), setting.texts.begin(), setting.texts.end());
    }
    return texts;
}

std::string settings_markdown() {
    std::string out = "| in `site.toml` | value | meaning |\n|---|---|---|\n";
    for (const SettingText& text : setting_texts()) {
        out += "| `" + text.header + (text.header.empty() ? "" : " ") + text.name + "` | " +
               in_table_cell(text.value) + " | " + in_table_cell(text.meaning) + " |\n";
    }
    return out;
}

std::string settings_manual() {
    std::string out;
    std::string header;
    for (const SettingText& text : setting_texts()) {
        if (text.header != header) {
            header = text.header;
            out += header + "\n";
        }
        out += "  " + text.name + " = " + text.value + "\n      " + text.meaning + "\n";
    }
    return out;
}

}  // namespace broadsheet::press
