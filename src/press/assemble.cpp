#include "press/assemble.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "model/slug.h"
#include "press/addresses.h"
#include "press/article_body.h"
#include "press/categories.h"
#include "press/languages.h"
#include "press/related.h"
#include "views/calendar_list.h"
#include "views/phrases.h"
#include "views/route.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

using model::Entry;
using model::EntryKind;
using model::ListKind;
using model::TermReference;

constexpr int usual_run_length = 100;
constexpr std::size_t list_excerpt_characters = 160;
constexpr std::size_t most_tags = 45;
constexpr std::size_t most_recent = 16;
constexpr std::size_t most_related = 3;
constexpr std::size_t most_sections = 8;
constexpr std::size_t section_articles = 5;

class Assembler {
  public:
    Assembler(std::vector<Article>& articles, const ContentFolder& content, const SiteIndex& index,
              PictureUses& pictures, RelatedMemory& related, int jobs, const TermHeads& heads)
        : articles_(articles),
          content_(content),
          index_(index),
          pictures_(pictures),
          related_(related),
          heads_(heads),
          jobs_(jobs) {}

    Assembled run(const std::string& base_url) {
        start_site(base_url);
        name_terms();
        order_articles();
        for (const std::size_t i : order_) describe_article(i);
        for (const std::size_t i : order_) list_article(i);
        make_entries();
        make_redirects();
        fill_site();
        fill_list_heads();
        list_calendar();
        fill_front_sections();
        return std::move(result_);
    }

  private:
    model::Site& site() { return result_.publication.site; }
    std::map<model::Path, model::List, std::less<>>& lists() { return result_.publication.lists; }

    void start_site(const std::string& base_url) {
        const SiteConfig& config = content_.config;
        model::Site& target = site();
        target.title = config.title;
        target.tagline = config.tagline;
        target.description = config.description;
        target.language = config.language.empty() ? "en" : config.language;
        target.base_url = base_url;
        target.copyright = config.copyright;
        target.week_start = config.week_start;
        target.page_size = config.page_size;
        target.run_length = std::max(usual_run_length, 2 * config.page_size);
        target.main_menu = config.main_menu;
        target.utility_menu = config.utility_menu;
        target.footer_menu = config.footer_menu;
        target.date_format = config.date_format;
        fill_phrases(target, config.phrases);
        target.look = config.look;
        fill_advertisements();
    }

    void fill_advertisements() {
        for (const AdvertisementConfig& config : content_.config.advertisements) {
            const Article at_top;
            const Asset* asset = index_.find_asset(at_top, config.file);
            if (asset == nullptr) {
                Diagnostic error;
                error.path = content_.shown_prefix + "site.toml";
                error.position = config.position;
                error.what = "there is no file \"" + config.file + "\" for the advertisement";
                error.remedy = "correct its name, or put the file into the content folder";
                result_.diagnostics.push_back(std::move(error));
                continue;
            }
            model::Advertisement one = config.advertisement;
            one.file = target_of_file(asset->path);
            one.framed = one.file.ends_with(".html");
            if (const auto size = index_.size_of(*asset); size && one.width == 0) {
                one.width = size->width;
                one.height = size->height;
            }
            site().advertisements.push_back(std::move(one));
        }
    }

    // All spellings must be known before any is used.
    void name_terms() {
        const bool nested = content_.config.nested_categories.value_or(
            content_.generator == Generator::plain && look_nested(articles_));
        categories_.resize(articles_.size());
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const Article& article = articles_[i];
            if (article.kind != EntryKind::article) continue;
            categories_[i] = categories_of(article, nested);
            for (const CategoryPath& category : categories_[i]) {
                for (std::size_t depth = 1; depth <= category.size(); ++depth) {
                    spellings_.add(category_path(category, depth), category[depth - 1]);
                }
            }
            for (const std::string& tag : article.fields.tags) spellings_.add(tag_path(tag), tag);
            for (const std::string& author : article.fields.authors) {
                const AuthorConfig* config = author_config(author);
                const std::string& name = config == nullptr ? author : config->name;
                spellings_.add(path_of_author(author), name);
            }
        }
        for (const auto& [path, head] : heads_) {
            if (!head.title.empty()) spellings_.decide(path, head.title);
        }
    }

    const AuthorConfig* author_config(const std::string& author) const {
        const std::string slug = model::slugify(author);
        for (const AuthorConfig& config : content_.config.authors) {
            if (model::slugify(config.id) == slug || model::slugify(config.name) == slug) {
                return &config;
            }
        }
        return nullptr;
    }

    model::Path path_of_author(const std::string& author) const {
        const AuthorConfig* config = author_config(author);
        return author_path(config == nullptr ? author : config->id);
    }

    TermReference term(const model::Path& path) const { return {spellings_.name(path), path}; }

    // Newest first; the path decides between equal dates; undated ones come last.
    void order_articles() {
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            if (articles_[i].kind == EntryKind::article) order_.push_back(i);
        }
        const auto key = [&](std::size_t i) {
            const Article& article = articles_[i];
            return std::tuple(article.dated,
                              article.dated ? model::seconds_since_epoch(article.date) : 0,
                              std::string_view(article.path));
        };
        std::sort(order_.begin(), order_.end(),
                  [&](std::size_t left, std::size_t right) { return key(left) > key(right); });
    }

    std::vector<TermReference> trail_of(const CategoryPath& category) const {
        std::vector<TermReference> trail;
        for (std::size_t depth = 1; depth <= category.size(); ++depth) {
            trail.push_back(term(category_path(category, depth)));
        }
        return trail;
    }

    void describe_article(std::size_t i) {
        Article& article = articles_[i];
        model::ArticleSummary& summary = article.summary;
        summary.category_trail.clear();
        summary.authors.clear();
        if (!categories_[i].empty()) summary.category_trail = trail_of(categories_[i].front());
        std::set<model::Path> listed;
        for (const std::string& author : article.fields.authors) {
            const model::Path path = path_of_author(author);
            if (listed.insert(path).second) summary.authors.push_back(term(path));
        }
    }

    model::List& list(ListKind kind, const model::Path& path) {
        model::List& found = lists()[path];
        found.kind = kind;
        found.path = path;
        return found;
    }

    void list_article(std::size_t i) {
        const Article& article = articles_[i];
        const auto summary = std::make_shared<model::ArticleSummary>(list_summary(article.summary));
        result_.store.summaries.push_back(summary);
        const auto add = [&](ListKind kind, const model::Path& path) -> model::List& {
            model::List& to = list(kind, path);
            to.articles.push_back(summary);
            return to;
        };
        std::set<model::Path> listed;
        for (const TermReference& author : summary->authors) add(ListKind::author, author.path);
        for (const CategoryPath& category : categories_[i]) {
            for (const TermReference& each : trail_of(category)) {
                if (!listed.insert(each.path).second) continue;
                add(ListKind::category, each.path).title = each.name;
            }
        }
        for (const std::string& tag : article.fields.tags) {
            const model::Path path = tag_path(tag);
            if (listed.insert(path).second) add(ListKind::tag, path);
        }
        // The front page tells more of an article than the many other lists that it is in.
        model::List& front = list(ListKind::front, "/");
        const bool long_excerpt = front.articles.size() < views::front_stories;
        front.articles.push_back(
            long_excerpt ? std::make_shared<model::ArticleSummary>(article.summary) : summary);
        if (article.dated) count_day(article.date.day);
    }

    void count_day(model::Day day) {
        model::ArchiveMonth& month = months_[{-day.year, -day.month}];
        month.year = day.year;
        month.month = day.month;
        ++month.count;
        const std::uint32_t bit = std::uint32_t{1} << (day.day - 1);
        const auto index = std::popcount(month.days & (bit - 1));
        if ((month.days & bit) == 0) month.day_counts.insert(month.day_counts.begin() + index, 0);
        month.days |= bit;
        ++month.day_counts[static_cast<std::size_t>(index)];
    }

    // Years, months and days are parts of the front page's list.
    void list_calendar() {
        const auto& all = lists().at("/").articles;
        const auto add = [&](const model::Path& path) {
            auto calendar = views::calendar_list(site(), path);
            if (!calendar) return;
            const auto begin = all.begin() + calendar->first;
            calendar->list.articles.assign(begin, begin + calendar->count);
            lists().emplace(path, std::move(calendar->list));
        };
        for (const model::ArchiveMonth& month : site().archive) {
            if (!lists().contains(model::year_path(month.year))) add(model::year_path(month.year));
            add(model::month_path(month.year, month.month));
            for (int day = 1; day <= 31; ++day) {
                if (((month.days >> (day - 1)) & 1U) != 0) {
                    add(model::day_path({month.year, month.month, day}));
                }
            }
        }
    }

    // Numbers for the terms of all articles, in their order.
    std::vector<Kinship> kinships() const {
        std::map<model::Path, std::uint32_t> tags;
        std::map<model::Path, std::uint32_t> categories;
        const auto number = [](std::map<model::Path, std::uint32_t>& numbers, model::Path path,
                               std::vector<std::uint32_t>& to) {
            const auto next = static_cast<std::uint32_t>(numbers.size());
            const std::uint32_t value = numbers.try_emplace(std::move(path), next).first->second;
            if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
        };
        std::vector<Kinship> all(order_.size());
        for (std::size_t place = 0; place < order_.size(); ++place) {
            const std::size_t i = order_[place];
            for (const std::string& tag : articles_[i].fields.tags) {
                number(tags, tag_path(tag), all[place].tags);
            }
            for (const CategoryPath& category : categories_[i]) {
                for (std::size_t depth = 1; depth <= category.size(); ++depth) {
                    number(categories, category_path(category, depth), all[place].categories);
                }
            }
            all[place].day = model::days_since_epoch(articles_[i].date.day);
        }
        return all;
    }

    void relate(Entry& entry, const std::vector<std::uint32_t>& places) const {
        for (const std::uint32_t place : places) {
            model::ArticleSummary summary = articles_[order_[place]].summary;
            summary.excerpt.clear();
            entry.related.push_back(std::move(summary));
        }
    }

    void make_entries() {
        const auto& related = related_articles(kinships(), most_related, jobs_, related_);
        for (std::size_t place = 0; place < order_.size(); ++place) {
            Article& article = articles_[order_[place]];
            Entry entry = entry_of(article);
            const auto reference = [&](std::size_t other) -> std::optional<TermReference> {
                const Article& neighbour = articles_[order_[other]];
                if (!neighbour.dated) return std::nullopt;
                return TermReference{neighbour.summary.title, neighbour.path};
            };
            if (article.dated) {
                if (place + 1 < order_.size()) entry.previous = reference(place + 1);
                if (place > 0) entry.next = reference(place - 1);
            }
            if (!article.packed) relate(entry, related[place]);
            for (const TermReference& author : entry.summary.authors) {
                entry.author_profiles.push_back(profile_of(author));
            }
            add_entry(std::move(entry), article, related[place]);
        }
        for (Article& article : articles_) {
            if (article.kind != EntryKind::article) add_entry(entry_of(article), article, {});
        }
    }

    Entry entry_of(Article& article) {
        Entry entry;
        entry.kind = article.kind;
        entry.summary = article.summary;
        entry.summary.path = article.path;
        if (article.kind == EntryKind::redirect) {
            entry.redirect = article.redirect;
            entry.dated = false;
            return entry;
        }
        entry.description = article.description;
        if (article.language != content_.config.language) entry.language = article.language;
        entry.modified = article.fields.modified;
        entry.dated = article.kind == EntryKind::article && article.dated;
        if (!entry.dated) entry.summary.date = {};
        entry.show_contents = article.fields.show_contents.value_or(true);
        std::set<model::Path> seen;
        if (article.kind == EntryKind::article) {
            for (const std::string& tag : article.fields.tags) {
                const model::Path path = tag_path(tag);
                if (seen.insert(path).second) entry.tags.push_back(term(path));
            }
        }
        // The policy of every page names what may be framed anywhere: the reader moves between
        // pages without loading them.
        frames_.insert(article.frames.begin(), article.frames.end());
        entry.body = std::move(article.body);
        return entry;
    }

    void add_entry(Entry entry) {
        model::Path path = entry.summary.path;
        result_.publication.entries.emplace(std::move(path), std::move(entry));
    }

    void add_entry(Entry entry, const Article& article, std::vector<std::uint32_t> related) {
        model::Path path = entry.summary.path;
        const auto [place, added] =
            result_.publication.entries.emplace(std::move(path), std::move(entry));
        if (added && article.packed) {
            result_.store.add(place->second, {article.packed, std::move(related)});
        }
    }

    // Old addresses lead to the new ones.
    void make_redirects() {
        std::map<model::Path, const Article*> owners;
        for (const Article& article : articles_) {
            for (const std::string& alias : article.fields.aliases) {
                const auto path = clean_address(alias);
                if (!path || views::parse_route(*path).kind == views::RouteKind::list) {
                    report(article, alias, Severity::warning,
                           "the alias \"" + alias + "\" is no path that can redirect",
                           "write a path such as /old/name/");
                    continue;
                }
                if (*path == article.path) continue;
                const auto [owner, added] = owners.emplace(*path, &article);
                if (result_.publication.entries.contains(*path) || !added) {
                    const std::string other = added ? owner_of(*path) : owner->second->shown_path;
                    if (!added && owner->second == &article) continue;
                    report(article, alias, Severity::error,
                           "the alias " + *path + " is already an address of " + other,
                           "remove it from one of the two");
                    continue;
                }
                Entry entry;
                entry.kind = EntryKind::redirect;
                entry.summary.path = *path;
                entry.redirect = article.path;
                entry.dated = false;
                add_entry(std::move(entry));
            }
        }
    }

    std::string owner_of(const model::Path& path) const {
        for (const Article& article : articles_) {
            if (article.path == path) return article.shown_path;
        }
        return path;
    }

    void report(const Article& article, const std::string& place, Severity severity,
                std::string what, std::string remedy) {
        Article copy;
        copy.shown_path = article.shown_path;
        copy.text = article.text;
        copy.report_at(place, severity, std::move(what), std::move(remedy));
        result_.diagnostics.push_back(std::move(copy.diagnostics.front()));
    }

    void fill_site() {
        model::Site& target = site();
        target.article_count = static_cast<int>(order_.size());
        for (const auto& [key, month] : months_) target.archive.push_back(month);
        for (std::size_t i = 0; i < std::min(most_recent, order_.size()); ++i) {
            target.recent.push_back(articles_[order_[i]].summary);
        }
        for (const auto& [path, list] : lists()) {
            if (list.kind != ListKind::tag) continue;
            target.top_tags.push_back({spellings_.name(path), path, list.total()});
        }
        std::stable_sort(
            target.top_tags.begin(), target.top_tags.end(),
            [](const auto& left, const auto& right) { return left.count > right.count; });
        if (target.top_tags.size() > most_tags) target.top_tags.resize(most_tags);
        fill_categories();
        if (target.utility_menu.empty()) fill_utility_menu();
        target.frame_sources.assign(frames_.begin(), frames_.end());
    }

    // Paths sort parents before children, so each finds its place.
    void fill_categories() {
        for (const auto& [path, list] : lists()) {
            if (list.kind != ListKind::category) continue;
            std::vector<model::CategoryNode>* level = &site().categories;
            while (!level->empty() && path.starts_with(level->back().path)) {
                level = &level->back().children;
            }
            level->push_back({spellings_.name(path), path, list.total(), {}});
        }
    }

    // The pages at the top of `pages/`, by their weight in the alphabet.
    void fill_utility_menu() {
        for (const Article& article : articles_) {
            const bool at_top = article.folder == "pages/" && article.kind == EntryKind::page;
            if (at_top) site().utility_menu.push_back({article.summary.title, article.path, {}});
        }
    }

    void fill_list_heads() {
        list(ListKind::front, "/");  // also where there is no article
        for (auto& [path, list] : lists()) {
            switch (list.kind) {
                case ListKind::front:
                    list.title = site().title;
                    list.description = site().description;
                    break;
                case ListKind::category: fill_category_head(list); break;
                case ListKind::tag: list.title = spellings_.name(path); break;
                case ListKind::author: fill_author_head(list); break;
                case ListKind::year:
                case ListKind::month:
                case ListKind::day: break;  // made whole by list_calendar
            }
            if (const auto head = heads_.find(path);
                head != heads_.end() && list.description.empty()) {
                list.description = head->second.description;
            }
        }
    }

    void fill_category_head(model::List& head) const {
        constexpr std::size_t prefix = std::string_view("/category/").size();
        head.title = spellings_.name(head.path);
        for (auto end = head.path.find('/', prefix); end + 1 < head.path.size();
             end = head.path.find('/', end + 1)) {
            head.trail.push_back(term(head.path.substr(0, end + 1)));
        }
    }

    // The newest of each top category; the lists of the calendar and of authors stay as they are.
    void fill_front_sections() {
        model::List& front = lists().at("/");
        for (const model::CategoryNode& category : site().categories) {
            if (front.sections.size() == most_sections) break;
            const auto list = lists().find(category.path);
            if (list == lists().end()) continue;
            model::ListSection section{{category.name, category.path}, category.count, {}};
            for (const auto& article : list->second.articles) {
                if (section.articles.size() == section_articles) break;
                section.articles.push_back(*article);
                section.articles.back().excerpt.clear();
            }
            front.sections.push_back(std::move(section));
        }
    }

    model::AuthorProfile profile_of(const TermReference& author) const {
        model::List head;
        head.path = author.path;
        fill_author_head(head);
        return {author, head.description, head.picture, head.links};
    }

    void fill_author_head(model::List& head) const {
        head.title = spellings_.name(head.path);
        for (const AuthorConfig& config : content_.config.authors) {
            if (author_path(config.id) != head.path) continue;
            head.title = config.name;
            head.description = config.biography;
            head.links = config.links;
            if (config.portrait.empty()) return;
            const Article at_top;
            const Asset* asset = index_.find_asset(at_top, config.portrait);
            if (asset == nullptr) return;
            Diagnostic place;
            place.path = asset->path.substr(1);
            pictures_.add(*asset, std::move(place));
            model::Picture picture;
            picture.target = target_of_file(asset->path);
            picture.alternative_text = config.name;
            if (const auto size = index_.size_of(*asset)) {
                picture.width = size->width;
                picture.height = size->height;
            }
            head.picture = picture;
        }
    }

    std::vector<Article>& articles_;
    const ContentFolder& content_;
    const SiteIndex& index_;
    PictureUses& pictures_;
    RelatedMemory& related_;
    Assembled result_;
    Spellings spellings_;
    std::vector<std::vector<CategoryPath>> categories_;  // of each article
    std::vector<std::size_t> order_;                     // articles, newest first
    std::set<std::string> frames_;
    const TermHeads& heads_;
    int jobs_;
    std::map<std::pair<int, int>, model::ArchiveMonth> months_;  // newest first
};

}  // namespace

model::ArticleSummary list_summary(const model::ArticleSummary& summary) {
    model::ArticleSummary copy = summary;
    copy.excerpt = cut_at_word(summary.excerpt, list_excerpt_characters);
    return copy;
}

Assembled assemble(std::vector<Article>& articles, const ContentFolder& content,
                   const SiteIndex& index, PictureUses& pictures, RelatedMemory& related,
                   const std::string& base_url, int jobs, const TermHeads& heads) {
    return Assembler(articles, content, index, pictures, related, jobs, heads).run(base_url);
}

}  // namespace broadsheet::press
