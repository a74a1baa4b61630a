#include "press/search_index.h"

#include "bundle/bundle.h"
#include "bundle/hash.h"
#include "press/parallel.h"

namespace broadsheet::press {

namespace {

std::vector<search::DocumentText::Term> terms_of(const std::vector<model::TermReference>& terms) {
    std::vector<search::DocumentText::Term> out;
    out.reserve(terms.size());
    for (const model::TermReference& term : terms) out.emplace_back(term.name, term.path);
    return out;
}

void collect(const std::vector<model::Node>& nodes, search::DocumentText& document) {
    for (const model::Node& node : nodes) {
        // A heading inside a quotation or a list is text like any other.
        std::string& to = node.kind == model::NodeKind::heading ? document.headings : document.body;
        if (!to.empty()) to += '\n';
        if (node.kind == model::NodeKind::division) {
            collect(node.children, document);
        } else {
            to += model::plain_text(node);
        }
    }
}

}  // namespace

SearchIndex::SearchIndex(const model::Site& site, std::size_t documents)
    : builder_(site.language, documents) {}

void SearchIndex::add(const model::Entry& entry) {
    if (entry.kind == model::EntryKind::redirect) return;
    search::DocumentText document;
    document.path = entry.summary.path;
    document.title = entry.summary.title;
    if (entry.kind == model::EntryKind::article && entry.dated) document.date = entry.summary.date;
    document.category_trail = terms_of(entry.summary.category_trail);
    document.tags = terms_of(entry.tags);
    document.authors = terms_of(entry.summary.authors);
    collect(entry.body.blocks, document);
    builder_.add(document);
}

std::string SearchIndex::write(SiteOutput& out, int jobs, std::vector<std::string>* names) {
    const std::vector<search::IndexFile> files = builder_.finish();
    if (files.empty()) return {};
    std::string hashes;
    for (const search::IndexFile& file : files) {
        hashes += file.name + " " + bundle::content_hash(file.bytes) + "\n";
    }
    bundle::Manifest manifest;
    manifest.search = bundle::content_hash(hashes);
    const std::string folder = std::string(bundle::folder) + "/" + manifest.search_folder() + "/";
    for_each_in_parallel(files.size(), jobs,
                         [&](std::size_t i) { out.write(folder + files[i].name, files[i].bytes); });
    if (names != nullptr) {
        for (const search::IndexFile& file : files) names->push_back(folder + file.name);
    }
    return manifest.search;
}

}  // namespace broadsheet::press
