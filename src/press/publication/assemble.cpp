#include "press/publication/assemble.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "addresses/overviews.h"
#include "press/articles/article_punctuation.h"
#include "press/base/link_target.h"
#include "press/base/system.h"
#include "press/config/comment_settings.h"
#include "press/config/config_files.h"
#include "press/config/language_editions.h"
#include "press/config/languages.h"
#include "press/config/taxonomies.h"
#include "press/publication/author_profile.h"
#include "press/publication/generator_redirects.h"
#include "press/publication/menu_target.h"
#include "press/publication/overview_pages.h"
#include "press/publication/redirects.h"
#include "press/publication/related.h"
#include "press/publication/site_lists.h"
#include "press/publication/site_terms.h"
#include "press/publication/term_pages.h"
#include "strings/language_tag.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

using model::Entry;
using model::EntryKind;
using model::TermReference;

constexpr int default_chunk_length = 100;
constexpr std::size_t max_recent = 16;
// A larger site has pages that stay, unless its configuration says otherwise.
constexpr int max_articles_of_small_site = 1000;
constexpr std::size_t max_related = 3;
constexpr std::size_t min_give_back_after = 2048;  // articles

class Assembler {
  public:
    Assembler(std::vector<Article>& articles, const ContentFolder& content, const SiteIndex& index,
              PictureUses& pictures, RelatedMemory& related, const TermDescriptions& descriptions,
              const AssembleOptions& options)
        : articles_(articles),
          is_packed_(std::any_of(articles.begin(), articles.end(),
                                 [](const Article& article) { return article.packed; })),
          content_(content),
          index_(index),
          pictures_(pictures),
          related_(related),
          descriptions_(descriptions),
          options_(options),
          terms_(articles, content, descriptions, result_.diagnostics),
          lists_(terms_, result_.publication.lists) {}

    Assembled run() {
        start_site(options_.base_url);
        order_articles();
        for (const std::size_t i : order_) list_article(i);
        fill_recent();
        if (site().utility_menu.empty()) fill_utility_menu();
        make_entries();
        make_term_pages();
        fill_site();
        add_overview_pages(lists_.tags(), index_.assets(), result_.publication, result_.store,
                           is_packed_);
        redirect_missing_archive();
        make_redirects(articles_, content_.old_addresses, content_.config, index_.assets(),
                       result_.store.overviews, result_.publication, result_.diagnostics);
        lists_.finish(site(), content_.config, index_, pictures_, descriptions_);
        redirect_generator_addresses();
        redirect_old_folder(content_.config.old_folder, result_.publication);
        add_front_sections();
        return std::move(result_);
    }

  private:
    void redirect_generator_addresses() {
        const SiteConfig& config = content_.config;
        model::Publication& publication = result_.publication;
        const Generator generator = content_.generator;
        if (generator == Generator::jekyll) {
            redirect_jekyll_addresses(articles_, config, publication);
        }
        redirect_ugly_addresses(articles_, config, publication);
        redirect_days_as_written(articles_, config, publication);
        if (generator == Generator::hugo || generator == Generator::zola) {
            if (config.permalink.empty()) redirect_folder_addresses(articles_, config, publication);
            redirect_list_addresses(articles_, config, publication);
        }
        if (generator == Generator::hugo) {
            redirect_term_addresses(articles_, config.address_style, publication);
            redirect_list_permalinks(articles_, config, publication);
            redirect_usual_language(config, publication);
        }
        redirect_section_aliases(content_.section_aliases, config, publication);
    }

    model::Site& site() { return result_.publication.site; }

    void start_site(const std::string& base_url) {
        const SiteConfig& config = content_.config;
        model::Site& target = site();
        target.title = config.title;
        target.tagline = config.tagline;
        target.description = config.description;
        target.language = strings::language_tag(config.language);
        if (target.language.empty()) target.language = "en";
        target.base_url = base_url;
        target.copyright = config.copyright;
        target.week_start = config.week_start;
        target.page_size = config.page_size;
        target.chunk_length = std::max(default_chunk_length, 2 * config.page_size);
        for (const LanguageEdition& each : config.editions) {
            const bool is_own = each.folder == config.edition_folder();
            const std::string up = config.edition_folder().empty() ? "/" : "/../";
            target.editions.push_back(
                {strings::language_tag(each.code), each.name, is_own ? "/" : up + each.folder});
        }
        target.comments = config.comments;
        target.comments.frame = comments_frame(config.comments.frame, config.language);
        target.main_menu = in_edition(config.menu.main);
        target.utility_menu = in_edition(config.menu.utility);
        target.footer_menu = in_edition(config.menu.footer);
        if (content_.generator == Generator::hugo) fill_hugo_menus();
        target.date_format = config.date_format;
        target.front_beside = config.front.beside;
        target.front_latest = config.front.latest;
        target.lines = config.text.lines;
        target.hyphens = config.text.hyphens;
        target.hanging = config.text.hanging;
        target.drop_caps = config.text.drop_caps;
        target.indented = config.text.indented;
        target.figures = config.text.figures;
        target.consent_bar = config.consent.bar;
        target.offline = config.offline.enabled;
        target.taxonomies = taxonomies_of(config);
        fill_phrases(target, config.phrases);
        target.look = config.look;
        fill_advertisements();
    }

    std::vector<model::Link> in_edition(std::vector<model::Link> menu) const {
        for (model::Link& each : menu) {
            each.target = menu_target(content_.config, index_, std::move(each.target));
            each.children = in_edition(std::move(each.children));
        }
        return menu;
    }

    // Pages add entries to the menus of the configuration.
    void fill_hugo_menus() {
        std::vector<MenuEntry> entries = content_.config.menu_entries;
        for (MenuEntry& entry : entries) {
            entry.target = menu_target(content_.config, index_, std::move(entry.target));
        }
        for (const Article& article : articles_) {
            for (MenuEntry entry : article.fields.menu_entries) {
                entry.target = article.path;
                if (entry.name.empty()) {
                    entry.name = article.summary.title;
                    if (entry.identifier.empty()) entry.identifier = article.fields.title;
                }
                add_page_entry(std::move(entry), entries);
            }
        }
        site().main_menu = menu_tree(entries, "main");
        site().footer_menu = menu_tree(entries, "footer");
    }

    void fill_advertisements() {
        for (const AdvertisementConfig& config : content_.config.advertisements) {
            const Article at_top;
            const Asset* asset = index_.find_asset(at_top, config.file);
            if (asset == nullptr) {
                Diagnostic error;
                error.path = settings_file;
                error.position = config.position;
                error.what = "advertisement file \"" + config.file + "\" does not exist";
                error.remedy = "correct the name, or add the file to the content folder";
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

    // Newest first. Articles of the same date are sorted by path, and articles without a date come
    // last.
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

    void list_article(std::size_t i) {
        model::ArticleSummary& summary = articles_[i].summary;
        summary.category_trail.clear();
        if (!terms_.categories(i).empty()) {
            summary.category_trail = terms_.trail_of(terms_.categories(i).front());
        }
        summary.authors = terms_.authors(i);
        result_.store.summaries.push_back(lists_.add(i, articles_[i]));
    }

    void fill_recent() {
        for (std::size_t i = 0; i < std::min(max_recent, order_.size()); ++i) {
            site().recent.push_back(articles_[order_[i]].summary);
        }
    }

    void relate(Entry& entry, const std::vector<std::uint32_t>& places) const {
        for (const std::uint32_t place : places) {
            model::ArticleSummary summary = articles_[order_[place]].summary;
            summary.excerpt.clear();
            entry.related.push_back(std::move(summary));
        }
    }

    void make_entries() {
        const auto& related =
            related_articles(terms_.related_keys(order_), max_related, options_.jobs, related_);
        const std::size_t give_back_after = std::max(min_give_back_after, order_.size() / 8);
        for (std::size_t place = 0; place < order_.size(); ++place) {
            Article& article = articles_[order_[place]];
            Entry entry = entry_of(article);
            entry.tags = terms_.tags(order_[place]);
            entry.terms = terms_.others(order_[place]);
            const auto reference = [&](std::size_t other) -> std::optional<TermReference> {
                const Article& neighbour = articles_[order_[other]];
                if (!neighbour.dated) return std::nullopt;
                return TermReference{result_.store.summaries[other]->title, neighbour.path};
            };
            if (article.dated) {
                if (place + 1 < order_.size()) entry.previous = reference(place + 1);
                if (place > 0) entry.next = reference(place - 1);
            }
            if (!article.packed) relate(entry, related[place]);
            for (const TermReference& author : entry.summary.authors) {
                entry.author_profiles.push_back(
                    profile_of(author, content_.config, index_, pictures_));
            }
            add_entry(std::move(entry), article, related[place]);
            if (options_.once) let_go(article);
            // Entries are allocated elsewhere than articles, so they do not use the space of these.
            if (options_.once && place % give_back_after == give_back_after - 1) {
                return_freed_memory();
            }
        }
        for (Article& article : articles_) {
            if (article.kind != EntryKind::article) add_entry(entry_of(article), article, {});
        }
    }

    // Lets go of what neither addresses nor messages are made from.
    void let_go(Article& article) const {
        PlacedArticle rest = std::move(article);
        Fields& fields = rest.fields;
        for (std::string* text : {&fields.subtitle, &fields.head_title, &fields.guid,
                                  &fields.summary, &fields.description}) {
            std::string().swap(*text);
        }
        if (content_.generator == Generator::plain) {  // others have redirects of terms
            std::vector<std::string>().swap(fields.tags);
            std::vector<std::string>().swap(fields.authors);
            std::vector<TermField>().swap(fields.terms);
        }
        std::vector<OwnField>().swap(fields.own);
        std::vector<std::string>().swap(rest.root_links);
        std::vector<WrittenComment>().swap(rest.written_comments);
        // An assignment would keep the memory of texts.
        std::destroy_at(&article);
        std::construct_at(&article, Article{std::move(rest), {}});
    }

    // A copy, unless the article is let go of.
    template <typename Value>
    Value taken(Value& value) const {
        return options_.once ? std::move(value) : value;
    }

    Entry entry_of(Article& article) {
        Entry entry;
        entry.kind = article.kind;
        entry.summary = taken(article.summary);
        entry.summary.path = article.path;
        if (article.kind == EntryKind::redirect) {
            entry.redirect = article.redirect;
            entry.dated = false;
            return entry;
        }
        entry.subtitle =
            ArticlePunctuation(article, content_.config).apply(article.fields.subtitle);
        entry.head_title = article.fields.head_title;
        entry.description = taken(article.description);
        const std::string language = strings::language_tag(article.language);
        const SiteConfig& config = content_.config;
        const bool is_own = !config.editions.empty() &&
                            is_code_of(config.editions[config.edition], article.language);
        if (!is_own && language != strings::language_tag(config.language)) {
            entry.language = language;
        }
        entry.modified = article.fields.modified;
        entry.dated = article.kind == EntryKind::article && article.dated;
        if (!entry.dated) entry.summary.date = {};
        entry.show_contents = article.fields.show_contents.value_or(true);
        // Every page's content security policy allows what any page needs, because the reader
        // moves between pages without loading them.
        frames_.insert(article.frames.begin(), article.frames.end());
        forms_.insert(article.forms.begin(), article.forms.end());
        site().recordings = site().recordings || article.recordings;
        site().formulas = site().formulas || article.formulas;
        entry.episode = article.episode;
        entry.guid = article.fields.guid;
        tell_engines(article, entry);
        entry.body = std::move(article.body);
        entry.comments = std::move(article.comments);
        entry.comments_closed = article.fields.comments_closed;
        return entry;
    }

    // The lists by date of other language editions lead to the archive of this one, which it lacks
    // if no article has a date.
    void redirect_missing_archive() {
        if (content_.config.editions.empty()) return;
        redirect_if_free(result_.publication, model::Path(addresses::archive_path), "/");
    }

    void tell_engines(const Article& article, Entry& entry) {
        const EngineFields& fields = article.fields.engines;
        entry.indexed = fields.indexed;
        entry.in_sitemap = fields.in_sitemap;
        entry.canonical = fields.canonical;
        const std::string& base = site().base_url;
        const bool is_within = !base.empty() && entry.canonical.starts_with(base) &&
                               entry.canonical.substr(base.size()).starts_with('/');
        if (is_within) entry.canonical.erase(0, base.size());
        if (!entry.canonical.starts_with('/')) return;
        entry.canonical = strings::percent_decoded(entry.canonical);
        if (entry.canonical == entry.summary.path) entry.canonical.clear();
    }

    void add_entry(Entry entry, const Article& article, std::vector<std::uint32_t> related) {
        model::Path path = entry.summary.path;
        const auto [place, added] =
            result_.publication.entries.emplace(std::move(path), std::move(entry));
        if (!added || !article.packed) return;
        result_.store.add(place->second, {article.packed, std::move(related)});
    }

    void add_front_sections() {
        Diagnostics problems;
        lists_.fill_front_page(site(), content_.config.front, problems);
        for (Diagnostic& problem : problems) {
            problem.path = settings_file;
            result_.diagnostics.push_back(std::move(problem));
        }
    }

    // Removes taxonomies without terms.
    void make_term_pages() {
        std::erase_if(site().taxonomies, [&](TermReference& taxonomy) {
            const std::vector<model::TagCount> terms = lists_.terms_of(taxonomy);
            if (!terms.empty()) {
                add_term_page(taxonomy, terms, result_.publication, result_.store, is_packed_);
            }
            return terms.empty();
        });
    }

    void fill_site() {
        model::Site& target = site();
        target.article_count = static_cast<int>(order_.size());
        target.steady_pages = content_.config.steady_pages.value_or(target.article_count >
                                                                    max_articles_of_small_site);
        target.archive = lists_.archive();
        target.top_tags = lists_.top_tags();
        target.categories = lists_.categories();
        target.frame_sources.assign(frames_.begin(), frames_.end());
        target.form_targets.assign(forms_.begin(), forms_.end());
    }

    // Adds the pages directly in `pages/`, in the order of the articles.
    void fill_utility_menu() {
        for (const Article& article : articles_) {
            const bool at_top = article.folder == "pages/" && article.kind == EntryKind::page;
            if (at_top) site().utility_menu.push_back({article.summary.title, article.path, {}});
        }
    }

    std::vector<Article>& articles_;
    bool is_packed_;
    const ContentFolder& content_;
    const SiteIndex& index_;
    PictureUses& pictures_;
    RelatedMemory& related_;
    const TermDescriptions& descriptions_;
    const AssembleOptions& options_;
    Assembled result_;
    SiteTerms terms_;
    SiteLists lists_;
    std::vector<std::size_t> order_;  // indices of articles, newest first
    std::set<std::string> frames_;
    std::set<std::string> forms_;
};

}  // namespace

Assembled assemble(std::vector<Article>& articles, const ContentFolder& content,
                   const SiteIndex& index, PictureUses& pictures, RelatedMemory& related,
                   const TermDescriptions& descriptions, const AssembleOptions& options) {
    return Assembler(articles, content, index, pictures, related, descriptions, options).run();
}

}  // namespace broadsheet::press
