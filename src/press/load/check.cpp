#include "press/load/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "addresses/paths.h"
#include "addresses/route.h"
#include "addresses/slug.h"
#include "press/articles/markdown_lint.h"
#include "press/base/link_target.h"
#include "press/base/nearest_name.h"
#include "press/config/config_files.h"
#include "press/publication/own_files.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

// Search engines show about this many characters of a description.
constexpr std::size_t longest_description = 160;

std::size_t characters_of(std::string_view text) {
    return text.size() - static_cast<std::size_t>(
                             std::count_if(text.begin(), text.end(), strings::is_continuation));
}

void collect_identifiers(const std::vector<Node>& nodes, std::set<std::string>& out) {
    for (const Node& node : nodes) {
        if (!node.identifier.empty()) out.insert(node.identifier);
        collect_identifiers(node.children, out);
    }
}

class Checker {
  public:
    explicit Checker(const CheckedSite& site) : site_(site) {
        for (const Asset& asset : site.assets) assets_.insert(asset.path);
    }

    Diagnostics run() {
        for (const Article& article : site_.articles) {
            article_ = &article;
            said_.clear();
            check_fields();
            check_authors();
            for (Diagnostic& slip : find_text_mistakes(article)) {
                diagnostics_.push_back(std::move(slip));
            }
            const model::Entry* entry = site_.publication.entry(article.path);
            if (entry == nullptr) continue;
            check_nodes(entry->body.blocks);
        }
        check_tags();
        check_configured(Severity::error);
        tell_of_foreign_paths();
        return std::move(diagnostics_);
    }

    Diagnostics run_configured() {
        check_configured(Severity::warning);
        return std::move(diagnostics_);
    }

  private:
    void check_configured(Severity severity) {
        for (const ConfiguredLink& link : site_.links) {
            if (!model::is_safe_target(link.target) || !link.target.starts_with('/')) continue;
            const std::string path =
                addresses::decode_path(link.target.substr(0, link.target.find_first_of("?#")));
            check_configured_fragment(link, path, severity);
            if (is_foreign(path) || is_elsewhere(path) || find_entry(path) != nullptr ||
                is_known(path) || is_generated(site_.publication, path)) {
                continue;
            }
            say(link.place(), severity,
                link.what + " leads to " + strings::in_quotes(link.target) +
                    ", but no page is there",
                "correct or remove the entry");
        }
    }

    // Only `check` keeps the texts, in which the anchors are.
    void check_configured_fragment(const ConfiguredLink& link, const std::string& path,
                                   Severity severity) {
        const auto hash = link.target.find('#');
        const model::Entry* entry = find_entry(path);
        const bool is_checkable = severity == Severity::error && hash != std::string::npos &&
                                  entry != nullptr && entry->kind != model::EntryKind::redirect;
        if (!is_checkable) return;
        const std::string name = addresses::decode_path(link.target.substr(hash + 1));
        const std::set<std::string>& known = identifiers_of(*entry);
        if (name.empty() || name == "top" || known.contains(name)) return;
        say(link.place(), severity,
            link.what + " leads to " + strings::in_quotes(link.target) + ", but the page " + path +
                " has no anchor " + strings::in_quotes("#" + name),
            remedy_of_anchor(name, known));
    }

    bool is_foreign(const std::string& path) const {
        const auto& foreign = site_.ignored_prefixes;
        return std::any_of(foreign.begin(), foreign.end(),
                           [&](const std::string& each) { return path.starts_with(each); });
    }

    void say(Diagnostic place, Severity severity, std::string what, std::string remedy) {
        place.severity = severity;
        place.what = std::move(what);
        place.remedy = std::move(remedy);
        diagnostics_.push_back(std::move(place));
    }

    void check_fields() {
        const Fields& fields = article_->fields;
        if (article_->kind == model::EntryKind::article && article_->dated && !fields.publish &&
            seconds_since_epoch(article_->date) > seconds_since_epoch(site_.filter.now)) {
            Diagnostic place = article_->place_of({});
            place.position = fields.date_position;
            if (place.position.line > 0) {
                place.source_line = line_of(article_->text, place.position.line);
            }
            say(std::move(place), Severity::warning,
                "the date " + model::format_rfc3339(article_->date) + " is in the future",
                "builds do not publish the article before that date");
        }
        const std::size_t length = characters_of(fields.description);
        if (length > longest_description) {
            say(article_->place_of(fields.description.substr(0, fields.description.find('\n'))),
                Severity::warning,
                "the description is " + std::to_string(length) + " characters long",
                "search engines show only about " + std::to_string(longest_description));
        }
        const auto& picture = fields.picture;
        if (picture && picture->alternative_text.empty() && article_->summary.picture) {
            say(article_->place_of(picture->target), Severity::warning,
                "the picture " + strings::in_quotes(picture->target) + " has no alternative text",
                "describe the picture in image.alt");
        }
    }

    // Warns about an unknown author whose name is similar to one in site.toml.
    void check_authors() {
        if (site_.authors.empty()) return;
        std::vector<std::string_view> known;
        for (const AuthorConfig& config : site_.authors) {
            known.push_back(config.id);
            known.push_back(config.name);
        }
        for (const std::string& author : article_->fields.authors) {
            const bool is_known =
                std::any_of(known.begin(), known.end(), [&](std::string_view each) {
                    return addresses::term_slug(each) == addresses::term_slug(author);
                });
            const auto nearest = is_known ? std::nullopt : nearest_name(author, known);
            if (!nearest) continue;
            say(article_->place_of(author), Severity::warning,
                "unknown author " + strings::in_quotes(author),
                "did you mean " + strings::in_quotes(*nearest) + "?");
        }
    }

    void check_nodes(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            if (node.kind == NodeKind::link) check_link(node.target);
            if (node.kind == NodeKind::image && node.text.empty()) check_picture(node.target);
            if (node.kind == NodeKind::form) check_form(node.target);
            check_nodes(node.children);
        }
    }

    void check_picture(const std::string& target) {
        std::string name = target.substr(target.rfind('/') + 1);
        name.resize(std::min(name.find('#'), name.size()));
        if (!said_.insert(name).second) return;
        say(article_->place_of(name), Severity::warning,
            "the picture " + strings::in_quotes(name) + " has no alternative text",
            "describe it: ![description](" + name + ")");
    }

    void check_form(const std::string& target) {
        const bool is_mixed = target.starts_with("http://") &&
                              site_.publication.site.base_url.starts_with("https://");
        if (!is_mixed || !said_.insert(target).second) return;
        say(article_->place_of(target), Severity::warning,
            "the form sends to " + strings::in_quotes(target) +
                " without encryption, so browsers warn readers",
            "use its https: address");
    }

    void check_link(const std::string& target) {
        if (target.empty() || is_absolute_url(target) || !model::is_safe_target(target)) return;
        const auto hash = target.find('#');
        const std::string fragment = hash == std::string::npos ? "" : target.substr(hash + 1);
        std::string path = target.substr(0, target.find_first_of("?#"));
        if (path.empty()) path = article_->path;
        if (!path.starts_with('/')) {
            // Links to missing Markdown files were reported when they were resolved.
            if (path.find(':') == std::string::npos && !is_markdown(path)) {
                missing(target, target);
            }
            return;
        }
        path = addresses::decode_path(path);
        if (is_foreign(path) || is_elsewhere(path)) return;
        const model::Entry* entry = find_entry(path);
        if (entry == nullptr) {
            if (!is_known(path)) missing(target, target);
            return;
        }
        if (fragment.empty() || fragment == "top" || entry->kind == model::EntryKind::redirect) {
            return;
        }
        const std::set<std::string>& known = identifiers_of(*entry);
        const std::string name = addresses::decode_path(fragment);
        if (known.contains(name)) return;
        if (!said_.insert(path + "#" + fragment).second) return;
        // The author may have written the path in another way, but not that of the same page.
        Diagnostic place = article_->place_of(target);
        if (place.position.line == 0) place = article_->place_of("#" + fragment);
        say(std::move(place), Severity::error,
            "the page " + path + " has no anchor " + strings::in_quotes("#" + fragment),
            remedy_of_anchor(name, known));
    }

    static std::string remedy_of_anchor(const std::string& name,
                                        const std::set<std::string>& known) {
        const std::vector<std::string_view> names(known.begin(), known.end());
        const auto nearest = nearest_name(name, names);
        return nearest ? "did you mean \"#" + *nearest + "\"?" : "correct or remove the fragment";
    }

    // True for articles and lists of other editions. Which lists these have is not known here.
    bool is_elsewhere(const std::string& path) const {
        if (site_.elsewhere.contains(path)) return true;
        return std::any_of(
            site_.editions.begin(), site_.editions.end(), [&](const model::Path& edition) {
                return edition != "/" && path.starts_with(edition) &&
                       addresses::parse_route(path.substr(edition.size() - 1)).kind !=
                           addresses::RouteKind::entry;
            });
    }

    void missing(const std::string& target, const std::string& written) {
        if (!said_.insert(target).second) return;
        if (const auto end = target.find('/', 1); target[0] == '/' && end != std::string::npos) {
            ++missing_below_[target.substr(0, end + 1)];
        }
        say(article_->place_of(written), Severity::error,
            "broken link " + strings::in_quotes(target),
            remedy_of_target(target).value_or("correct the link"));
    }

    // If at least 10 links lead into a folder that the site does not have, another server probably
    // serves that folder.
    void tell_of_foreign_paths() {
        constexpr int many = 10;
        int links = 0;
        std::string folders;
        for (const auto& [folder, count] : missing_below_) {
            const auto entry = site_.publication.entries.lower_bound(folder);
            const bool own =
                entry != site_.publication.entries.end() && entry->first.starts_with(folder);
            if (count < many || own) continue;
            links += count;
            folders += (folders.empty() ? "" : ", ") + strings::in_quotes(folder);
        }
        if (links == 0) return;
        Diagnostic place;
        place.path = settings_file;
        say(std::move(place), Severity::note,
            std::to_string(links) +
                " of the broken links lead to folders that this site does not have",
            "if another server serves them, set [check] ignore = [" + folders + "]");
    }

    const model::Entry* find_entry(const std::string& path) const {
        const model::Entry* entry = site_.publication.entry(path);
        return entry == nullptr && !path.ends_with('/') ? site_.publication.entry(path + "/")
                                                        : entry;
    }

    bool is_known(std::string path) const {
        static const std::set<std::string> made = {
            "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/manifest.webmanifest",
            "/404.html",    "/search/",          "/offline/",   "/podcast.xml"};
        if (assets_.contains(path) || made.contains(path)) return true;
        for (const char* feed : {"feed.xml", "atom.xml", "feed.json"}) {
            if (path.ends_with("/" + std::string(feed))) {
                path.erase(path.size() - std::string_view(feed).size());
            }
        }
        if (!path.ends_with('/')) path += '/';
        // "/tag/x/page/2/" is a page of "/tag/x/".
        if (const auto page = path.rfind("/page/"); page != std::string::npos) {
            path.erase(page + 1);
        }
        return site_.publication.list(path) != nullptr;
    }

    const std::set<std::string>& identifiers_of(const model::Entry& entry) {
        auto [found, is_new] = identifiers_.try_emplace(&entry);
        if (is_new) {
            found->second.insert("content");
            if (!entry.comments.empty()) found->second.insert("comments");
            for (const model::Comment& comment : entry.comments) {
                found->second.insert("comment-" + std::to_string(comment.number));
            }
            collect_identifiers(entry.body.blocks, found->second);
        }
        return found->second;
    }

    void check_tags() {
        struct Use {
            const Article* article;
            std::size_t count;
        };
        std::map<std::string, std::map<std::string, Use>> spellings;
        for (const Article& article : site_.articles) {
            for (const std::string& tag : article.fields.tags) {
                auto& use = spellings[addresses::term_slug(lower_ascii(tag))]
                                .try_emplace(tag, Use{&article, 0})
                                .first->second;
                ++use.count;
            }
        }
        for (const auto& [key, uses] : spellings) {
            if (uses.size() < 2 || key.empty()) continue;
            const auto usual =
                std::max_element(uses.begin(), uses.end(), [](const auto& left, const auto& right) {
                    return left.second.count < right.second.count;
                });
            for (const auto& [tag, use] : uses) {
                if (tag == usual->first) continue;
                say(use.article->place_of(tag), Severity::warning,
                    "the tag " + strings::in_quotes(tag) + " is also spelled " +
                        strings::in_quotes(usual->first),
                    "use one spelling");
            }
        }
    }

    CheckedSite site_;
    const Article* article_ = nullptr;
    std::unordered_set<std::string> assets_;
    std::unordered_map<const model::Entry*, std::set<std::string>> identifiers_;
    std::set<std::string> said_;  // targets reported for the current article, to report each once
    std::map<std::string, int> missing_below_;
    Diagnostics diagnostics_;
};

}  // namespace

Diagnostics check_site(const CheckedSite& site) { return Checker(site).run(); }

Diagnostics check_configuration(const CheckedSite& site) { return Checker(site).run_configured(); }

}  // namespace broadsheet::press
