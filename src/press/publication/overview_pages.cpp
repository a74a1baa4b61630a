#include "press/publication/overview_pages.h"

#include <algorithm>
#include <utility>

#include "addresses/overviews.h"
#include "addresses/paths.h"
#include "model/queries.h"
#include "press/publication/term_pages.h"
#include "press/text/packed_document.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

using model::Document;
using model::Node;
using model::NodeKind;

// For each year a heading with a link, then its months.
Document archive_body(const model::Site& site) {
    Document body;
    for (const model::ArchiveYear& year : model::archive_years(site.archive)) {
        Node heading;
        heading.kind = NodeKind::heading;
        heading.level = 2;
        heading.children.push_back(
            link_to({std::to_string(year.year), addresses::year_path(year.year), year.count}));
        body.blocks.push_back(std::move(heading));
        std::vector<model::TagCount> months;
        for (const model::ArchiveMonth& month : site.archive) {
            if (month.year != year.year) continue;
            months.push_back({ui::month_title(site, month.year, month.month),
                              addresses::month_path(month.year, month.month), month.count});
        }
        body.blocks.push_back(counted_list(site, months));
    }
    return body;
}

Node category_list(const model::Site& site, const std::vector<model::CategoryNode>& categories) {
    Node list = counted_list(site, {});
    for (const model::CategoryNode& category : categories) {
        Node one = counted_list(site, {{category.name, category.path, category.count}});
        Node& item = list.children.emplace_back(std::move(one.children.front()));
        if (!category.children.empty()) {
            item.children.push_back(category_list(site, category.children));
        }
    }
    return list;
}

class Adder {
  public:
    Adder(const std::vector<Asset>& files, model::Publication& publication, EntryStore& store,
          bool packed)
        : files_(files), publication_(publication), store_(store), packed_(packed) {}

    void add(std::string_view path, ui::Phrase title, Document body) {
        if (body.blocks.empty() || has_file(path)) return;
        const auto [place, added] = publication_.entries.try_emplace(model::Path(path));
        model::Entry& entry = place->second;
        if (!added && !is_stub(entry)) return;
        entry.kind = model::EntryKind::page;
        entry.summary.path = path;
        if (entry.summary.title.empty()) entry.summary.title = ui::phrase(publication_.site, title);
        entry.dated = false;
        entry.show_contents = false;
        store_.overviews.insert(entry.summary.path);
        if (packed_) {
            store_.add(entry, {PackedBody::of(body), {}});
        } else {
            entry.body = std::move(body);
        }
    }

  private:
    // Themes of Hexo and Jekyll make their lists at such pages, which have a title and no text.
    bool is_stub(const model::Entry& entry) const {
        return entry.kind == model::EntryKind::page && store_.load(entry).body.blocks.empty();
    }

    bool has_file(std::string_view path) const {
        const std::string file = std::string(path) + "index.html";
        return std::any_of(files_.begin(), files_.end(),
                           [&](const Asset& asset) { return asset.path == file; });
    }

    const std::vector<Asset>& files_;
    model::Publication& publication_;
    EntryStore& store_;
    bool packed_;
};

}  // namespace

void add_overview_pages(const std::vector<model::TagCount>& tags, const std::vector<Asset>& files,
                        model::Publication& publication, EntryStore& store, bool packed) {
    const model::Site& site = publication.site;
    Adder adder(files, publication, store, packed);
    adder.add(addresses::archive_path, ui::Phrase::archives, archive_body(site));
    Document categories;
    if (!site.categories.empty()) {
        categories.blocks.push_back(category_list(site, site.categories));
    }
    adder.add(addresses::categories_path, ui::Phrase::categories, std::move(categories));
    Document all_tags;
    if (!tags.empty()) all_tags.blocks.push_back(counted_list(site, tags));
    adder.add(addresses::tags_path, ui::Phrase::tags, std::move(all_tags));
}

}  // namespace broadsheet::press
