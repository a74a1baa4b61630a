#include "press/output/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "press/base/packing.h"
#include "press/pages/feed.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// Members one after another, each so that no other members read the same.
class Mixer {
  public:
    void add(const std::string& value) { out_.text(value); }
    template <typename Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void add(Number value) { out_.signed_number(static_cast<std::int64_t>(value)); }
    template <typename Value>
    void add(const std::optional<Value>& value) {
        add(value.has_value());
        if (value) add(*value);
    }
    template <typename Value>
    void add(const std::vector<Value>& values) {
        add(values.size());
        for (const Value& value : values) add(value);
    }
    template <typename Value>
    void add(const std::map<std::string, Value>& values) {
        add(values.size());
        for (const auto& [name, value] : values) each(name, value);
    }

    void add(const model::Date& date) {
        const auto& [day, hour, minute, second, offset] = date;
        each(day.year, day.month, day.day, hour, minute, second, offset);
    }
    void add(const model::TermReference& term) {
        const auto& [name, path] = term;
        each(name, path);
    }
    void add(const model::Link& link) {
        const auto& [title, target, children] = link;
        each(title, target, children);
    }
    void add(const model::Picture& picture) {
        const auto& [target, alternative, caption, width, height, placeholder] = picture;
        each(target, alternative, caption, width, height, placeholder);
    }
    void add(const model::ArticleSummary& summary) {
        const auto& [path, title, excerpt, date, trail, authors, picture, minutes] = summary;
        each(path, title, excerpt, date, trail, authors, picture, minutes);
    }
    void add(const model::AuthorProfile& profile) {
        const auto& [author, biography, portrait, links] = profile;
        each(author, biography, portrait, links);
    }
    void add(const model::ListSection& section) {
        const auto& [category, total, articles] = section;
        each(category, total, articles);
    }
    // Without its articles.
    void add(const model::List& list) {
        const auto& [kind, path, title, description, picture, links, trail, articles, sections] =
            list;
        each(kind, path, title, description, picture, links, trail, articles.size(), sections);
    }
    // Without body and related articles, which others hold.
    void add(const model::Entry& entry) {
        const auto& [kind, summary, redirect, description, language, modified, tags, terms,
                     show_contents, dated, body, previous, next, author_profiles, related] = entry;
        each(kind, summary, redirect, description, language, modified, tags, terms, show_contents,
             dated, previous, next, author_profiles);
    }
    void add(const model::CategoryNode& node) {
        const auto& [name, path, count, children] = node;
        each(name, path, count, children);
    }
    void add(const model::TagCount& tag) {
        const auto& [name, path, count] = tag;
        each(name, path, count);
    }
    void add(const model::ArchiveMonth& archive) {
        const auto& [year, month, count, days, day_counts] = archive;
        each(year, month, count, days, day_counts);
    }
    void add(const model::Advertisement& advertisement) {
        const auto& [slot, file, target, alternative, width, height, framed] = advertisement;
        each(slot, file, target, alternative, width, height, framed);
    }
    void add(const model::Site& site) {
        const auto& [title, tagline, description, language, base_url, copyright, week_start,
                     page_size, run_length, article_count, taxonomy_authors, date_format, phrases,
                     calendar_names, frame_sources, advertisements, look, utility_menu, main_menu,
                     footer_menu, categories, taxonomies, top_tags, archive, recent] = site;
        each(title, tagline, description, language, base_url, copyright, week_start, page_size,
             run_length, article_count, taxonomy_authors, date_format, phrases, calendar_names,
             frame_sources, advertisements, look, utility_menu, main_menu, footer_menu, categories,
             taxonomies, top_tags, archive, recent);
    }
    void add(const page::HtmlOptions& html) {
        const auto& [base_path, stylesheet, script, settings, icon, manifest, common_head] = html;
        each(base_path, stylesheet, script, settings, icon, manifest, common_head);
    }

    void add(const Translation& translation) {
        const auto& [language, path] = translation;
        each(language, path);
    }
    void add(const FeedConfig& feeds) {
        const auto& [limit, full] = feeds;
        each(limit, full);
    }

    template <typename... Members>
    void each(const Members&... members) {
        (add(members), ...);
    }

    Fingerprint take() {
        const std::string bytes = out_.take();
        return XXH3_64bits(bytes.data(), bytes.size()) | 1U;
    }

  private:
    ByteWriter out_;
};

template <typename... Members>
Fingerprint mixed(const Members&... members) {
    Mixer mixer;
    mixer.each(members...);
    return mixer.take();
}

}  // namespace

Fingerprints::Fingerprints(const LoadedSite& site, const SitePages& pages)
    : site_(site),
      frame_(mixed(site.publication.site, pages.html(), pages.head().logo,
                   pages.head().feeds_of_lists, site.base_path)),
      colours_(mixed(std::map<std::string, std::string>(site.store.placeholders.begin(),
                                                        site.store.placeholders.end()))) {
    for (const auto& summary : site.store.summaries) {
        summaries_[summary.get()] = mixed(*summary);
    }
}

Fingerprint Fingerprints::of(const model::ArticleSummary& summary) const {
    const auto found = summaries_.find(&summary);
    return found == summaries_.end() ? mixed(summary) : found->second;
}

Fingerprint Fingerprints::entry(const model::Entry& entry) const {
    Mixer mixer;
    mixer.each(entry, colours_);
    if (const EntryStore::Rest* rest = site_.store.rest_of(entry)) {
        if (rest->body) mixer.add(rest->body->hash);
        for (const std::uint32_t number : rest->related) {
            mixer.add(of(*site_.store.summaries[number]));
        }
    }
    return mixer.take();
}

Fingerprint searched_text_of(const model::Entry& entry, const EntryStore& store) {
    const EntryStore::Rest* rest = store.rest_of(entry);
    if (rest == nullptr || !rest->body) return 0;
    return mixed(entry.summary.title, entry.summary.category_trail, entry.tags,
                 entry.summary.authors, rest->body->hash);
}

Fingerprint Fingerprints::page_of(const model::Entry& of) const {
    const auto translations = site_.translations.find(of.summary.path);
    return mixed('e', frame_, entry(of),
                 translations == site_.translations.end() ? std::vector<Translation>()
                                                          : translations->second);
}

Fingerprint Fingerprints::page_of(const model::List& list, int page) const {
    Mixer mixer;
    mixer.each('l', frame_, list, page);
    const auto size = static_cast<std::size_t>(site_.publication.site.page_size);
    const std::size_t first = static_cast<std::size_t>(page - 1) * size;
    // For previews of links: of any of its pages.
    if (const model::Picture* picture = preview_picture(list)) mixer.add(*picture);
    // The front page shows more than others.
    const std::size_t end =
        std::min(list.articles.size(), first + std::max(size, views::front_stories));
    for (std::size_t i = first; i < end; ++i) mixer.add(of(*list.articles[i]));
    return mixer.take();
}

Fingerprint Fingerprints::feed_of(const model::List& list) const {
    Mixer mixer;
    mixer.each('f', frame_, list, site_.feeds);
    const auto limit = static_cast<std::size_t>(site_.feeds.limit);
    for (std::size_t i = 0; i < std::min(list.articles.size(), limit); ++i) {
        mixer.add(of(*list.articles[i]));
        const model::Entry* full = site_.publication.entry(list.articles[i]->path);
        if (full != nullptr) mixer.add(entry(*full));
    }
    return mixer.take();
}

Fingerprint Fingerprints::search_index() const {
    Mixer mixer;
    mixer.each('q', site_.publication.site.language);
    for (const auto& [path, each] : site_.publication.entries) mixer.add(entry(each));
    return mixer.take();
}

Fingerprint Fingerprints::shard_of(const bundle::Writer& bundle, std::size_t number) const {
    Mixer mixer;
    mixer.each('s', bundle.shard_name(number, ""));
    for (const bundle::Writer::Part& part : bundle.parts(number)) {
        if (part.entry != nullptr) {
            mixer.add(entry(*part.entry));
            continue;
        }
        const auto [begin, end] = bundle.places_of(number, part);
        mixer.each(*part.list, part.run, begin);
        for (std::size_t i = begin; i < end; ++i) mixer.add(of(*part.list->articles[i]));
    }
    return mixer.take();
}

}  // namespace broadsheet::press
