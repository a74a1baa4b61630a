#include "press/config/comment_settings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "press/config/service_settings.h"
#include "strings/ascii.h"
#include "strings/escape.h"
#include "strings/percent.h"
#include "ui/settings.h"

namespace broadsheet::press {

namespace {

// [comments] as written, before validation.
struct WrittenComments {
    std::string provider;
    std::string url;
    std::string repository;
    std::string repository_id;
    std::string category;
    std::string category_id;
    std::string id;
    std::string mail;
};

using Written = WrittenComments;

// A provider and the settings that it needs.
struct Provider {
    std::string_view name;
    std::string_view site;  // who shows the comments; empty: the server that `url` names
    std::vector<std::string Written::*> needs;
    // See model::LiveComments. {server}, {repository} and so on are the settings.
    std::string_view frame;
    std::string_view themes;
    bool has_script = false;  // its script runs in a page of the site
};

// The frames are those that the providers' own scripts make. Isso and Commento have only scripts,
// so a page of the site runs them.
const std::vector<Provider>& providers() {
    static const std::vector<Provider> all = {
        {"giscus",
         "giscus.app",
         {&Written::repository, &Written::repository_id, &Written::category_id},
         "https://giscus.app/{language}/widget?origin={url}&session=&theme={theme}"
         "&reactionsEnabled=1&emitMetadata=0&inputPosition=bottom&repo={repository}"
         "&repoId={repository_id}&category={category}&categoryId={category_id}&strict=0"
         "&description=&backLink={url}&term={term}",
         "preferred_color_scheme|light|dark"},
        {"utterances",
         "utteranc.es",
         {&Written::repository},
         "https://utteranc.es/utterances.html?repo={repository}&issue-term=pathname&theme={theme}"
         "&crossorigin=anonymous&url={url}&origin={url}&pathname={term}&title={title}"
         "&description=&og%3Atitle={title}",
         "preferred-color-scheme|github-light|github-dark"},
        {"disqus",
         "disqus.com",
         {&Written::id},
         "https://disqus.com/embed/comments/?base=default&f={id}&t_u={url}&t_i={path}&t_t={title}"
         "&t_d={title}&s_o=default",
         "||"},
        {"remark42",
         "",
         {&Written::url},
         "{server}/web/iframe.html?site_id={id}&url={url}&page_title={title}&locale={language}"
         "&theme={theme}",
         "light|light|dark"},
        {"isso",
         "",
         {&Written::url},
         "/live-comments/?path={path}&title={title}&language={language}&theme={theme}",
         "|light|dark",
         true},
        {"commento",
         "",
         {&Written::url},
         "/live-comments/?path={path}&title={title}&language={language}&theme={theme}",
         "|light|dark",
         true},
    };
    return all;
}

const std::vector<Setting<Written>>& comment_settings() {
    static const std::vector<Setting<Written>> settings = {
        text_setting("provider", &Written::provider,
                     "giscus, utterances, disqus, remark42, isso or commento",
                     "who shows live comments below articles, after a click; `comments: false` in "
                     "an article closes them"),
        text_setting("url", &Written::url, "https://comments.paper.example",
                     "the server of Remark42, Isso or Commento"),
        text_setting("repository", &Written::repository, "owner/name",
                     "the repository of Giscus or Utterances"),
        text_setting("repository_id", &Written::repository_id, "text", "as Giscus shows it"),
        text_setting("category", &Written::category, "text", "of Giscus' discussions"),
        text_setting("category_id", &Written::category_id, "text", "as Giscus shows it"),
        text_setting(
            "id", &Written::id, "text",
            "the short name of the site at Disqus, or its ID at Remark42 (default: remark)"),
        text_setting("mail", &Written::mail, "letters@paper.example",
                     "adds \"Write to the editor\" below articles"),
    };
    return settings;
}

std::string_view name_of(std::string Written::*member) {
    constexpr std::array<std::pair<std::string Written::*, std::string_view>, 5> names = {
        {{&Written::url, "url"},
         {&Written::repository, "repository"},
         {&Written::repository_id, "repository_id"},
         {&Written::category_id, "category_id"},
         {&Written::id, "id"}}};
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& each) { return each.first == member; });
    return found->second;
}

bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find_first_of(" \t\r\n?&#<>\"") == std::string_view::npos;
}

// "owner/name", as GitHub allows it.
bool is_repository(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    text.remove_prefix(slash + 1);
    return text.find_first_of("/ :?#") == std::string_view::npos;
}

void read_comments(SettingReader& reader, const Value& table, SiteConfig& config) {
    if (table.kind != ValueKind::table) {
        return reader.wrong_kind(table, "comments", "a table: [comments]");
    }
    Written written;
    read_settings(reader, table, "[comments]", comment_settings(), written);
    const auto at = [&](std::string_view name) -> const Value& {
        const Value* value = table.find(name);
        return value == nullptr ? table : *value;
    };
    if (!written.mail.empty() && !is_mail_address(written.mail)) {
        return reader.error(at("mail"), "\"" + written.mail + "\" is not an e-mail address",
                            "use an address such as \"letters@paper.example\"");
    }
    config.comments.mail = written.mail;
    if (written.provider.empty()) {
        const bool only_mail =
            std::all_of(table.members.begin(), table.members.end(),
                        [](const Value& each) { return equal_ignoring_case(each.name, "mail"); });
        if (!only_mail) {
            reader.warning(table, "[comments] has no provider, so articles have no live comments",
                           "add provider = \"…\"");
        }
        return;
    }
    const auto provider =
        std::find_if(providers().begin(), providers().end(),
                     [&](const Provider& each) { return each.name == written.provider; });
    if (provider == providers().end()) {
        return reader.error(at("provider"), "\"" + written.provider + "\" is not a known provider",
                            "set provider to \"giscus\", \"utterances\", \"disqus\", \"remark42\", "
                            "\"isso\" or \"commento\"");
    }
    while (written.url.ends_with('/')) written.url.pop_back();
    for (std::string Written::*member : provider->needs) {
        if (!(written.*member).empty()) continue;
        const std::string name(name_of(member));
        return reader.error(at("provider"), written.provider + " needs " + name,
                            "add " + name + " = \"…\" to [comments]");
    }
    if (!written.repository.empty() && !is_repository(written.repository)) {
        return reader.error(at("repository"),
                            "\"" + written.repository + "\" is not the name of a repository",
                            "write its owner and its name, such as \"owner/name\"");
    }
    if (!written.url.empty() && !is_service_url(written.url)) {
        return reader.error(at("url"), "\"" + written.url + "\" is not the address of a service",
                            "set url to an address such as \"https://comments.paper.example\"");
    }
    const bool is_short_name = std::all_of(written.id.begin(), written.id.end(), [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '-' || c == '_';
    });
    if (written.provider == "disqus" && !is_short_name) {
        return reader.error(at("id"), "\"" + written.id + "\" is not a short name of Disqus",
                            "use NAME of the address NAME.disqus.com");
    }
    if (written.id.empty()) written.id = "remark";
    model::LiveComments& comments = config.comments;
    comments.provider = provider->site.empty() ? std::string(ui::provider_of(written.url))
                                               : std::string(provider->site);
    comments.frame = provider->frame;
    comments.themes = provider->themes;
    strings::replace_all(comments.frame, "{server}", written.url);
    const auto encoded = [](const std::string& value) {
        return strings::percent_encoded(value, strings::unreserved);
    };
    strings::replace_all(comments.frame, "{repository}", encoded(written.repository));
    strings::replace_all(comments.frame, "{repository_id}", encoded(written.repository_id));
    strings::replace_all(comments.frame, "{category}", encoded(written.category));
    strings::replace_all(comments.frame, "{category_id}", encoded(written.category_id));
    strings::replace_all(comments.frame, "{id}", encoded(written.id));
    if (provider->has_script) config.comment_server = written.provider + " " + written.url;
}

}  // namespace

Setting<SiteConfig> comments_setting() {
    return parts_setting("comments", "[comments]", comment_settings(), read_comments);
}

std::string comments_frame(std::string frame, std::string_view language) {
    if (!frame.starts_with("https://giscus.app/")) return frame;
    // Its file i18n.json.
    static constexpr std::array<std::string_view, 19> known = {
        "ar", "de", "gsw", "en", "es", "fr", "id", "it",    "ja",   "ko",
        "nl", "pl", "pt",  "ro", "ru", "tr", "vi", "zh-CN", "zh-TW"};
    std::string_view locale = language.substr(0, language.find('-'));
    if (locale == "zh") {
        const bool is_traditional = language.find("TW") != std::string_view::npos ||
                                    language.find("HK") != std::string_view::npos ||
                                    language.find("Hant") != std::string_view::npos;
        locale = is_traditional ? "zh-TW" : "zh-CN";
    }
    if (std::find(known.begin(), known.end(), locale) == known.end()) locale = "en";
    strings::replace_all(frame, "{language}", locale);
    return frame;
}

}  // namespace broadsheet::press
