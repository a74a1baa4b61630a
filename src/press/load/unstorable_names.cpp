#include "press/load/unstorable_names.h"

#include <algorithm>
#include <map>
#include <utility>

#include "addresses/wordpress_address.h"
#include "press/base/windows_names.h"
#include "press/config/config_files.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// The first place where the front matter has this word, without regard to case.
Diagnostic place_of_word(const SourceArticle& article, std::string_view word) {
    Diagnostic place;
    place.path = article.shown_path;
    const std::string text =
        strings::lower_ascii(std::string_view(article.text).substr(0, article.body_offset));
    const std::string wanted = strings::lower_ascii(word);
    const auto is_in_word = [&](std::size_t at) {
        return at < text.size() && (strings::is_letter(text[at]) || strings::is_digit(text[at]) ||
                                    static_cast<unsigned char>(text[at]) >= 0x80);
    };
    for (std::size_t at = text.find(wanted); at != std::string::npos && !wanted.empty();
         at = text.find(wanted, at + 1)) {
        if ((at > 0 && is_in_word(at - 1)) || is_in_word(at + wanted.size())) continue;
        place.position = position_of(article.text, at);
        place.source_line = std::string(line_of(article.text, place.position.line));
        break;
    }
    return place;
}

class NameCheck {
  public:
    NameCheck(const NamedSite& site, Severity severity) : site_(site), severity_(severity) {}

    Diagnostics run() {
        for (const Article& article : site_.articles) check_article(article);
        for (const auto& [path, entry] : site_.publication.entries) {
            if (entry.kind == model::EntryKind::redirect) check_redirect(path);
        }
        for (const auto& [path, list] : site_.publication.lists) check_list(list);
        for (const Asset& asset : site_.assets) check_asset(asset);
        return std::move(diagnostics_);
    }

  private:
    void say(Diagnostic place, const WindowsFault& fault, std::string remedy) {
        place.severity = severity_;
        place.what = severity_ == Severity::error
                         ? "Windows cannot store a file of this name"
                         : "Windows cannot store a file of this name, so the site cannot be "
                           "unpacked there";
        place.remedy = std::move(remedy);
        place.remedy.append(": ").append(fault.why);
        diagnostics_.push_back(std::move(place));
    }

    void check_article(const Article& article) {
        const WindowsFault fault = windows_path_fault(article.path);
        if (fault.name.empty()) return;
        const Fields& fields = article.fields;
        Diagnostic place;
        place.path = article.shown_path;
        place.position = fields.url.empty() ? fields.slug_position : fields.url_position;
        const std::string name = strings::in_quotes(fault.name);
        if (place.position.line == 0) {
            return say(std::move(place), fault,
                       "rename " + name + ", or give the text another slug or url");
        }
        const SourceArticle source = site_.read_again(article);
        place.source_line = std::string(line_of(source.text, place.position.line));
        say(std::move(place), fault,
            std::string("give the text another ") + (fields.url.empty() ? "slug" : "url") +
                " than " + name);
    }

    void check_redirect(const model::Path& path) {
        if (addresses::is_query_path(path)) return;
        const WindowsFault fault = windows_path_fault(path);
        if (fault.name.empty() || article_at(path) != nullptr) return;
        std::string remedy = "remove the old address " + path + ", or shorten it before " +
                             strings::in_quotes(fault.name);
        for (const OldAddress& each : site_.old_addresses) {
            if (each.from != path) continue;
            Diagnostic place;
            place.path = redirects_name;
            place.position = each.position;
            place.source_line = each.source_line;
            return say(std::move(place), fault, std::move(remedy));
        }
        for (const Article& article : site_.articles) {
            for (const std::string& alias : article.fields.aliases) {
                if (strings::trimmed(alias, "/") != strings::trimmed(path, "/")) continue;
                return say(article.place_of(alias), fault, std::move(remedy));
            }
        }
        Diagnostic place;
        place.path = path;
        say(std::move(place), fault, std::move(remedy));
    }

    // The lists below this one have its name in their addresses, too, and are not named again.
    void check_list(const model::List& list) {
        const WindowsFault fault = windows_path_fault(list.path);
        if (fault.name.empty() || !list.path.ends_with("/" + fault.name + "/")) return;
        Diagnostic place;
        place.path = list.path;
        if (!list.articles.empty()) {
            const Article* article = article_at(list.articles.front()->path);
            if (article != nullptr) place = place_of_word(site_.read_again(*article), list.title);
        }
        say(std::move(place), fault,
            "use another name than " + strings::in_quotes(list.title) + ", for " + list.path);
    }

    void check_asset(const Asset& asset) {
        const WindowsFault fault = windows_path_fault(asset.path);
        if (fault.name.empty()) return;
        Diagnostic place;
        place.path = asset.location.lexically_relative(site_.folder).generic_string();
        say(std::move(place), fault, "rename " + strings::in_quotes(fault.name));
    }

    const Article* article_at(const model::Path& path) {
        if (by_path_.empty()) {
            for (const Article& each : site_.articles) by_path_.emplace(each.path, &each);
        }
        const auto found = by_path_.find(path);
        return found == by_path_.end() ? nullptr : found->second;
    }

    const NamedSite& site_;
    Severity severity_;
    std::map<std::string_view, const Article*> by_path_;  // made when it is first needed
    Diagnostics diagnostics_;
};

}  // namespace

Diagnostics unstorable_names(const NamedSite& site, Severity severity) {
    return NameCheck(site, severity).run();
}

}  // namespace broadsheet::press
