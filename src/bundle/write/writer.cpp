#include "bundle/write/writer.h"

#include <algorithm>
#include <map>

#include "bundle/format/hash.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "bundle/format/wire.h"
#include "bundle/write/member_writer.h"
#include "bundle/write/terms.h"
#include "strings/hyphen_languages.h"

namespace broadsheet::bundle {

namespace {

using model::Entry;
using model::List;

// Writes `count` articles with numbers from `oldest` on.
void write_articles(JsonText& out, MemberWriter& members, const List& list, int oldest, int count) {
    out.key(articles_key);
    out.open_array();
    const int end = list.total() - oldest;
    for (int place = std::max(0, end - count); place < end; ++place) {
        members.set_excerpts(model::has_excerpt(list.kind, place));
        members.write_object(*list.articles[static_cast<std::size_t>(place)]);
    }
    out.close_array();
    members.set_excerpts(true);
}

// Writes the heading of a list, and its beginning unless only the heading is asked for.
void write_list(JsonText& out, const List& list, const model::Site& site, Terms& terms,
                bool only_heading) {
    out.open_object();
    MemberWriter members(out, terms);
    const int total = list.total();
    stored_heading(members, list, total);
    if (!only_heading) {
        const int oldest = chunk_count(total, site) * site.chunk_length;
        write_articles(out, members, list, oldest, total - oldest);
        stored_front_parts(members, list);
    }
    out.close_object();
}

void write_chunk(JsonText& out, const List& list, int chunk, const model::Site& site,
                 Terms& terms) {
    out.open_object();
    MemberWriter members(out, terms);
    members.text(path_key, list.path, Presence::always);
    members.number(chunk_number_key, chunk, {}, Presence::always);
    const int oldest = chunk * site.chunk_length;
    const int length = site.chunk_length + site.page_size - 1;
    write_articles(out, members, list, oldest, std::min(length, list.total() - oldest));
    out.close_object();
}

void write_profiles(JsonText& out, Terms& terms) {
    if (terms.profiles().empty()) return;
    out.key("profiles");
    out.open_array();
    MemberWriter members(out, terms);
    for (const auto& [path, profile] : terms.profiles()) members.write_object(*profile);
    out.close_array();
}

std::string write_start(const model::Site& site) {
    JsonText out;
    Terms terms;
    out.open_object();
    MemberWriter members(out, terms);
    stored_members(members, site);
    terms.write_table(out);
    out.close_object();
    return out.take();
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
            MemberWriter(out, terms).write_object(entry);
            for (const model::AuthorProfile& each : entry.author_profiles) terms.add_profile(each);
            if (meet) meet(entry);
        } else if (part.chunk >= 0) {
            write_chunk(out, *part.list, part.chunk, publication_.site, terms);
        } else {
            const bool only_heading = plan.family != list_family;
            write_list(out, *part.list, publication_.site, terms, only_heading);
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
    const auto write_if_set = [&manifest](std::string_view key, std::string_view text) {
        if (!text.empty()) manifest.member(key, text);
    };
    write_if_set("runs", families[chunk_family]);
    write_if_set("headings", families[heading_family]);
    write_if_set("search", search);
    write_if_set("offline", offline);
    const model::Site& site = publication_.site;
    if (site.hyphens && site.lines == model::TextLines::justified) {
        write_if_set("hyphens", strings::hyphenation_patterns(site.language));
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
