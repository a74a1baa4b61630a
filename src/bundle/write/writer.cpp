#include "bundle/write/writer.h"

#include <algorithm>
#include <map>

#include "bundle/format/hash.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "bundle/format/wire.h"
#include "bundle/write/write_entry.h"
#include "bundle/write/write_start.h"
#include "bundle/write/write_summary.h"
#include "strings/hyphen_languages.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

namespace {

using model::Entry;
using model::List;

void write_heading(JsonText& out, const List& list, Terms& terms) {
    out.member("p", list.path);
    out.member("k", static_cast<int>(list.kind));
    out.member("t", list.title);
    write_text(out, "ds", list.description);
    write_picture(out, list.picture);
    write_links(out, "ln", list.links);
    terms.write(out, "tr", list.trail);
    write_translations(out, list.translations);
    out.member("n", list.total());
}

// Writes `count` articles with numbers from `oldest` on.
void write_articles(JsonText& out, const List& list, int oldest, int count, Terms& terms) {
    out.key("s");
    out.open_array();
    const int end = list.total() - oldest;
    for (int place = std::max(0, end - count); place < end; ++place) {
        out.open_object();
        write_summary_members(out, *list.articles[static_cast<std::size_t>(place)], terms,
                              model::has_excerpt(list.kind, place));
        out.close_object();
    }
    out.close_array();
}

void write_sections(JsonText& out, const std::vector<model::ListSection>& sections, Terms& terms) {
    if (sections.empty()) return;
    out.key("se");
    out.open_array();
    for (const model::ListSection& section : sections) {
        out.open_object();
        out.key("c");
        out.open_array();
        out.number(terms.number(section.category));
        out.close_array();
        out.member("n", section.total);
        write_summaries(out, "s", section.articles, terms);
        out.close_object();
    }
    out.close_array();
}

void write_beginning(JsonText& out, const List& list, const model::Site& site, Terms& terms) {
    out.open_object();
    write_heading(out, list, terms);
    const int oldest = chunk_count(list.total(), site) * site.chunk_length;
    write_articles(out, list, oldest, list.total() - oldest, terms);
    write_sections(out, list.sections, terms);
    write_summaries(out, "ld", list.leads, terms);
    out.close_object();
}

void write_chunk(JsonText& out, const List& list, int chunk, const model::Site& site,
                 Terms& terms) {
    out.open_object();
    out.member("p", list.path);
    out.member("ch", chunk);
    const int oldest = chunk * site.chunk_length;
    const int length = site.chunk_length + site.page_size - 1;
    write_articles(out, list, oldest, std::min(length, list.total() - oldest), terms);
    out.close_object();
}

void write_profiles(JsonText& out, Terms& terms) {
    if (terms.profiles().empty()) return;
    out.key("profiles");
    out.open_array();
    for (const auto& [path, profile] : terms.profiles()) {
        out.open_object();
        out.member("p", path);
        out.member("t", profile->author.name);
        write_text(out, "ds", profile->biography);
        write_picture(out, profile->portrait);
        write_links(out, "ln", profile->links);
        out.close_object();
    }
    out.close_array();
}

// The hash in a shard's name.
std::string_view hash_of(std::string_view name) {
    constexpr std::string_view ending = ".json";
    return name.substr(name.size() - ending.size() - hash_length, hash_length);
}

}  // namespace

std::string Writer::shard_name(std::size_t number, std::string_view hash) const {
    const Plan& plan = plans_[number];
    return plan.family + bucket_text(plan.first_bucket) + "." + std::string(hash) + ".json";
}

File Writer::shard(std::size_t number, const std::function<void(const Entry&)>& meet) const {
    const Plan& plan = plans_[number];
    std::vector<Entry> whole;  // `Terms` stores addresses of these entries
    if (source_ != nullptr) {
        whole.reserve(plan.parts.size());
        for (const Part& part : plan.parts) {
            if (part.entry != nullptr) whole.push_back(source_->load(*part.entry));
        }
    }
    std::size_t next = 0;
    JsonText out;
    Terms terms;
    out.open_object();
    out.key(plan.family == entry_family ? "entries" : "lists");
    out.open_array();
    for (const Part& part : plan.parts) {
        if (part.entry != nullptr) {
            const Entry& entry = source_ != nullptr ? whole[next++] : *part.entry;
            write_entry(out, entry, terms);
            if (meet) meet(entry);
        } else if (part.chunk >= 0) {
            write_chunk(out, *part.list, part.chunk, publication_.site, terms);
        } else if (plan.family == list_family) {
            write_beginning(out, *part.list, publication_.site, terms);
        } else {
            out.open_object();
            write_heading(out, *part.list, terms);
            out.close_object();
        }
    }
    out.close_array();
    write_profiles(out, terms);
    terms.write_table(out);
    out.close_object();
    File file{{}, out.take()};
    file.name = shard_name(number, content_hash(file.bytes));
    return file;
}

File Writer::start_file() const {
    File start{{}, write_start(publication_.site)};
    start.name = "start." + content_hash(start.bytes) + ".json";
    return start;
}

File Writer::manifest_file(const File& start, const std::vector<std::string>& shards,
                           std::string_view search, std::string_view offline) const {
    std::map<char, std::string> families;
    std::string all;
    for (std::size_t i = 0; i < shards.size(); ++i) {
        std::string& text = families[plans_[i].family];
        text += bucket_text(plans_[i].first_bucket);
        text += hash_of(shards[i]);
        all += hash_of(shards[i]);
    }
    const std::string start_hash(hash_of(start.name));
    JsonText manifest;
    manifest.open_object();
    manifest.member("version", format_version);
    manifest.member("publish", content_hash(start_hash + all + std::string(search)));
    manifest.member("start", start_hash);
    manifest.member("entries", families[entry_family]);
    manifest.member("lists", families[list_family]);
    write_text(manifest, "runs", families[chunk_family]);
    write_text(manifest, "headings", families[heading_family]);
    if (!search.empty()) manifest.member("search", search);
    if (!offline.empty()) manifest.member("offline", offline);
    const model::Site& site = publication_.site;
    if (site.hyphens && site.lines == model::TextLines::justified) {
        write_text(manifest, "hyphens", std::string(strings::hyphenation_patterns(site.language)));
    }
    manifest.close_object();
    return {"manifest.json", manifest.take()};
}

std::vector<File> write_bundle(const model::Publication& publication) {
    const Writer writer(publication);
    std::vector<File> files;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < writer.shard_count(); ++i) {
        files.push_back(writer.shard(i));
        names.push_back(files.back().name);
    }
    files.push_back(writer.start_file());
    files.push_back(writer.manifest_file(files.back(), names, {}));
    std::sort(files.begin(), files.end(),
              [](const File& left, const File& right) { return left.name < right.name; });
    return files;
}

}  // namespace broadsheet::bundle
