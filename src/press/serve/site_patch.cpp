#include "press/serve/site_patch.h"

#include <algorithm>
#include <utility>

#include "press/publication/site_lists.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

using model::ArticleSummary;

class Patch {
  public:
    Patch(LoadedSite& site, const Article& article)
        : site_(site),
          article_(article),
          summary_(article.summary),
          short_summary_(list_summary(article.summary)) {
        fill_colours(summary_, site.store.placeholders);
        fill_colours(short_summary_, site.store.placeholders);
    }

    void run() {
        change_entry();
        if (article_.kind != model::EntryKind::article) return;
        const auto& all = site_.store.summaries;
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const auto& each) { return each->path == article_.path; });
        if (found == all.end()) return;
        const auto place = static_cast<std::size_t>(found - all.begin());
        **found = short_summary_;
        // The first stories of the front page show longer excerpts.
        model::List& front = site_.publication.lists.at("/");
        if (place < views::long_excerpts) *front.articles[place] = summary_;
        auto& recent = site_.publication.site.recent;
        if (place < recent.size()) recent[place] = summary_;
        for (model::ListSection& section : front.sections) change_section(section);
        for (ArticleSummary& lead : front.leads) {
            if (lead.path == article_.path) lead = summary_;
        }
        if (!article_.dated) return;
        if (place > 0) change_neighbour(*all[place - 1], &model::Entry::previous);
        if (place + 1 < all.size()) change_neighbour(*all[place + 1], &model::Entry::next);
    }

  private:
    void change_entry() {
        model::Entry& entry = site_.publication.entries.at(article_.path);
        entry.summary = summary_;
        if (!entry.dated) entry.summary.date = {};
        entry.description = article_.description;
        entry.episode = article_.episode;
        entry.modified = article_.fields.modified;
        entry.show_contents = article_.fields.show_contents.value_or(true);
        if (EntryStore::Packed* packed = site_.store.packed_of(entry))
            packed->body = article_.packed;
    }

    void change_section(model::ListSection& section) const {
        for (ArticleSummary& each : section.articles) {
            if (each.path != article_.path) continue;
            each = short_summary_;
            each.excerpt.clear();
        }
    }

    void change_neighbour(const ArticleSummary& of,
                          std::optional<model::TermReference> model::Entry::*side) {
        auto& reference = site_.publication.entries.at(of.path).*side;
        if (reference) reference->name = summary_.title;
    }

    LoadedSite& site_;
    const Article& article_;
    ArticleSummary summary_;
    ArticleSummary short_summary_;
};

}  // namespace

void patch_site(LoadedSite& site, const Article& article) { Patch(site, article).run(); }

}  // namespace broadsheet::press
