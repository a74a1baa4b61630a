#include "press/output/search_index.h"

#include <mutex>
#include <utility>

#include "addresses/paths.h"
#include "bundle/format/hash.h"
#include "bundle/format/manifest.h"
#include "press/base/cache_file.h"
#include "press/base/parallel.h"
#include "press/base/varint.h"
#include "press/output/fingerprint.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// Views into the terms, or copies of them.
template <typename Named>
std::vector<Named> terms_of(const std::vector<model::TermReference>& terms) {
    std::vector<Named> out;
    out.reserve(terms.size());
    for (const model::TermReference& term : terms) out.emplace_back(term.name, term.path);
    return out;
}

void collect(const std::vector<model::Node>& nodes, search::DocumentText& document) {
    for (const model::Node& node : nodes) {
        // Headings within quotations and lists are indexed as body text.
        std::string& to = node.kind == model::NodeKind::heading ? document.headings : document.body;
        if (!to.empty()) to += search::block_end;
        if (node.kind == model::NodeKind::division) {
            collect(node.children, document);
        } else {
            to += model::plain_text(node);
        }
    }
}

// The text as one line, without the mark of a text that was cut.
std::string line_of(std::string_view text) {
    std::string out = strings::single_spaced(text);
    constexpr std::string_view cut_off = "…";
    if (out.ends_with(cut_off)) out.resize(out.size() - cut_off.size());
    return out;
}

// Collects what the author wrote beside the body: the standfirst or description, the subtitle, and
// what belongs to the picture. Without them, descriptions are made from the beginning of the body
// and pictures are the body's, so what is in the body is left out.
void collect_beside(const model::Entry& entry, search::DocumentText& document) {
    constexpr std::size_t telling_bytes = 60;
    std::string known = line_of(document.body);
    const auto add = [&](std::string_view text, std::string& to) {
        const std::string line = line_of(text);
        if (line.empty()) return;
        const std::string_view start = std::string_view(line).substr(0, telling_bytes);
        if (known.find(start) != std::string::npos) return;
        if (!to.empty()) to += search::block_end;
        to += line;
        known += search::block_end;
        known += line;
    };
    add(entry.subtitle, document.headings);
    add(entry.description, document.headings);
    add(entry.summary.excerpt, document.headings);
    if (const std::optional<model::Picture>& picture = entry.summary.picture) {
        add(picture->alternative_text, document.body);
        add(picture->caption, document.body);
    }
}

std::vector<const model::Entry*> searched_entries(const model::Publication& publication,
                                                  const std::set<model::Path>& overviews) {
    std::vector<const model::Entry*> entries;
    for (const auto& [path, entry] : publication.entries) {
        const bool shown = entry.kind != model::EntryKind::redirect &&
                           path != addresses::not_found_path && !overviews.contains(path);
        if (shown) entries.push_back(&entry);
    }
    return entries;
}

std::vector<search::DocumentHead> heads_of(const std::vector<const model::Entry*>& entries,
                                           const LoadedSite& site) {
    std::vector<search::DocumentHead> heads;
    heads.reserve(entries.size());
    for (const model::Entry* entry : entries) {
        search::DocumentHead& head = heads.emplace_back();
        head.path = entry->summary.path;
        head.title = entry->summary.title;
        if (entry->kind == model::EntryKind::article && entry->dated) {
            head.date = entry->summary.date;
        }
        head.category_trail = terms_of<search::NamedPath>(entry->summary.category_trail);
        head.tags = terms_of<search::NamedPath>(entry->tags);
        head.fingerprint = searched_text_of(*entry, site.store);
    }
    return heads;
}

search::ByteStorage storage_in(SpillFile* spill) {
    if (spill == nullptr) return {};
    return {[spill](std::string bytes) { return spill->keep(std::move(bytes)); },
            release_mapped_bytes};
}

}  // namespace

SearchIndex::SearchIndex(const LoadedSite& site, search::KnownPostingRuns& known,
                         search::RunShare share, SpillFile* spill)
    : site_(site),
      entries_(searched_entries(site.publication, site.store.overviews)),
      builder_(site.publication.site.language, heads_of(entries_, site), known, share,
               storage_in(spill)) {
    for (std::size_t i = 0; i < entries_.size(); ++i) numbers_[entries_[i]] = i;
}

bool SearchIndex::wants(const model::Entry& light) const {
    const auto number = numbers_.find(&light);
    return number != numbers_.end() && builder_.wants(number->second);
}

void SearchIndex::add(const model::Entry& light, const model::Entry& whole) {
    search::DocumentText document;
    document.title = whole.summary.title;
    using NamedText = std::pair<std::string, std::string>;
    document.category_trail = terms_of<NamedText>(whole.summary.category_trail);
    document.tags = terms_of<NamedText>(whole.tags);
    document.authors = terms_of<NamedText>(whole.summary.authors);
    collect(whole.body.blocks, document);
    collect_beside(whole, document);
    builder_.add(numbers_.at(&light), document);
}

void SearchIndex::add_rest(int jobs) {
    do {
        for_each_in_parallel(entries_.size(), jobs, [&](std::size_t i) {
            const model::Entry& light = *entries_[i];
            if (builder_.wants(i)) add(light, site_.store.load(light));
        });
    } while (!builder_.settle());
}

void SearchIndex::write_share(int jobs) {
    builder_.finish_share([&](std::size_t count, const std::function<void(std::size_t)>& call) {
        for_each_in_parallel(count, jobs, call, 1);
    });
}

std::string SearchIndex::write(SiteOutput& out, int jobs, std::vector<std::string>* names) {
    const std::string folder = std::string(bundle::folder) + "/";
    std::mutex mutex;
    const auto write_file = [&](std::string name, std::string_view bytes) {
        out.write(name, bytes);
        const std::lock_guard lock(mutex);
        if (names != nullptr) names->push_back(std::move(name));
    };
    const auto root = builder_.finish(
        [&](const search::IndexFile& file) {
            write_file(folder + std::string(bundle::search_folder) + "/" + file.name, file.bytes);
        },
        [&](std::size_t count, const std::function<void(std::size_t)>& call) {
            for_each_in_parallel(count, jobs, call, 1);
        });
    if (!root) return {};
    bundle::Manifest manifest;
    manifest.search = bundle::content_hash(root->bytes);
    write_file(folder + manifest.search_root(), root->bytes);
    return manifest.search;
}

search::KnownPostingRuns unpacked_runs(const strings::SharedBytes& bytes) {
    search::KnownPostingRuns known;
    ByteReader in(bytes.view());
    for (std::uint8_t& step : known.averages) step = static_cast<std::uint8_t>(in.number());
    while (in.ok() && in.left() > 0) {
        const std::uint64_t key = in.number();
        const std::string_view run = in.text();
        if (in.ok()) known.runs[key] = bytes.part(run);
    }
    return known;
}

namespace {

// Gives the packed runs to `write` piece by piece, because they are large.
template <typename Write>
void pack_runs(const search::KnownPostingRuns& known, const Write& write) {
    ByteWriter head;
    for (const std::uint8_t step : known.averages) head.number(step);
    write(head.take());
    for (const auto& [key, run] : known.runs) {
        ByteWriter entry;
        entry.number(key);
        entry.number(run.view().size());
        write(entry.take());
        write(run.view());
    }
}

}  // namespace

std::string packed_runs(const search::KnownPostingRuns& known) {
    std::string out;
    pack_runs(known, [&](std::string_view piece) { out += piece; });
    return out;
}

search::KnownPostingRuns read_known_runs(const std::filesystem::path& file) {
    const auto bytes = read_cache_file(file);
    return bytes ? unpacked_runs(*bytes) : search::KnownPostingRuns();
}

void keep_known_runs(const search::KnownPostingRuns& known, const std::filesystem::path& file) {
    if (file.empty()) return;
    CacheFileWriter out(file);
    pack_runs(known, [&](std::string_view piece) {
        out.write(piece);
        release_mapped_bytes();
    });
    out.finish();
}

}  // namespace broadsheet::press
