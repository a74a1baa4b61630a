#include "bundle/write/writer.h"

#include <algorithm>
#include <map>

#include "addresses/paths.h"
#include "bundle/format/hash.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "bundle/format/wire.h"
#include "bundle/write/write_document.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

using strings::JsonText;

namespace {

using model::ArticleSummary;
using model::Entry;
using model::List;
using model::TermReference;

// The terms of a file. Categories, tags and authors occur many times in a file, so each is written
// once and referred to by number. REQUIRES: the terms outlive the table, which stores their
// addresses.
class Terms {
  public:
    int number(const TermReference& term) {
        const auto [found, added] =
            numbers_.try_emplace({term.path, term.name}, static_cast<int>(ordered_.size()));
        if (added) ordered_.push_back(&term);
        return found->second;
    }

    void write(JsonText& out, std::string_view key, const std::vector<TermReference>& terms) {
        if (terms.empty()) return;
        out.key(key);
        out.open_array();
        for (const TermReference& term : terms) out.number(number(term));
        out.close_array();
    }
    void write(JsonText& out, std::string_view key, std::vector<TermReference>&& terms) = delete;

    void write_table(JsonText& out) const {
        out.key("terms");
        out.open_array();
        for (const TermReference* term : ordered_) {
            out.open_array();
            out.text(term->name);
            out.text(term->path);
            out.close_array();
        }
        out.close_array();
    }

    // Profiles of authors are also written once per file. Readers find them by the author's path.
    void add_profile(const model::AuthorProfile& profile) {
        profiles_.try_emplace(profile.author.path, &profile);
    }
    const std::map<std::string_view, const model::AuthorProfile*>& profiles() const {
        return profiles_;
    }

  private:
    std::map<std::string_view, const model::AuthorProfile*> profiles_;
    std::map<std::pair<std::string_view, std::string_view>, int> numbers_;
    std::vector<const TermReference*> ordered_;
};

void write_text(JsonText& out, std::string_view key, const std::string& value) {
    if (!value.empty()) out.member(key, value);
}

void write_picture(JsonText& out, const std::optional<model::Picture>& picture) {
    if (!picture) return;
    out.key("i");
    out.open_array();
    out.text(picture->target);
    out.text(picture->alternative_text);
    out.text(picture->caption);
    out.number(picture->width);
    out.number(picture->height);
    if (!picture->placeholder.empty()) out.text(picture->placeholder);
    out.close_array();
}

void write_path(JsonText& out, std::string_view key, std::string_view path, std::string_view title,
                model::Day day) {
    if (path != default_path(title, day)) out.member(key, short_path(path, title, day));
}

void write_summary_members(JsonText& out, const ArticleSummary& summary, Terms& terms,
                           bool excerpt = true) {
    write_path(out, "p", summary.path, summary.title, summary.date.day);
    out.member("t", summary.title);
    if (excerpt) write_text(out, "x", summary.excerpt);
    if (summary.date != model::Date{}) out.member("d", model::format_rfc3339(summary.date));
    terms.write(out, "c", summary.category_trail);
    terms.write(out, "a", summary.authors);
    write_picture(out, summary.picture);
    if (summary.reading_minutes != 1) out.member("m", summary.reading_minutes);
}

void write_summaries(JsonText& out, std::string_view key,
                     const std::vector<ArticleSummary>& summaries, Terms& terms) {
    if (summaries.empty()) return;
    out.key(key);
    out.open_array();
    for (const ArticleSummary& summary : summaries) {
        out.open_object();
        write_summary_members(out, summary, terms);
        out.close_object();
    }
    out.close_array();
}

// The day in a path such as "/2025/07/14/title/".
std::optional<model::Day> day_of_path(std::string_view path) {
    constexpr std::size_t length = std::string_view("/2025/07/14/").size();
    if (path.size() <= length || path[5] != '/' || path[8] != '/') return std::nullopt;
    std::string text(path.substr(1, length - 2));
    std::replace(text.begin(), text.end(), '/', '-');
    const auto date = model::parse_date(text);
    if (!date || addresses::day_path(date->day) != path.substr(0, length)) return std::nullopt;
    return date->day;
}

// Writes a neighbour. Most paths are below that of their day, and most neighbours are of the same
// day.
void write_neighbour(JsonText& out, std::string_view key,
                     const std::optional<TermReference>& neighbour, model::Day day) {
    if (!neighbour) return;
    out.key(key);
    out.open_array();
    out.text(neighbour->name);
    const auto own = day_of_path(neighbour->path);
    if (own && *own != day) out.text(addresses::day_path(*own));
    out.text(short_path(neighbour->path, neighbour->name, own.value_or(day)));
    out.close_array();
}

void write_comments(JsonText& out, const std::vector<model::Comment>& comments) {
    if (comments.empty()) return;
    out.key("cm");
    out.open_array();
    for (const model::Comment& comment : comments) {
        out.open_object();
        out.member("n", comment.number);
        if (comment.depth > 0) out.member("lv", comment.depth);
        write_text(out, "t", comment.author);
        if (comment.date) out.member("d", model::format_rfc3339(*comment.date));
        out.key("b");
        write_nodes(out, comment.text.blocks);
        out.close_object();
    }
    out.close_array();
}

void write_entry(JsonText& out, const Entry& entry, Terms& terms) {
    out.open_object();
    write_summary_members(out, entry.summary, terms);
    if (entry.kind != model::EntryKind::article) out.member("k", static_cast<int>(entry.kind));
    write_text(out, "to", entry.redirect);
    if (entry.description != entry.summary.excerpt) out.member("ds", entry.description);
    for (const auto& [key, member] : entry_texts) write_text(out, key, entry.*member);
    if (entry.modified) out.member("mo", model::format_rfc3339(*entry.modified));
    terms.write(out, "tg", entry.tags);
    terms.write(out, "tm", entry.terms);
    if (!entry.show_contents) out.member("nc", 1);
    if (!entry.dated) out.member("nd", 1);
    write_neighbour(out, "pv", entry.previous, entry.summary.date.day);
    write_neighbour(out, "nx", entry.next, entry.summary.date.day);
    write_summaries(out, "re", entry.related, terms);
    if (!entry.translations.empty()) {
        out.key("tl");
        out.open_array();
        for (const model::Translation& each : entry.translations) {
            out.text(each.language);
            out.text(each.path);
        }
        out.close_array();
    }
    for (const model::AuthorProfile& profile : entry.author_profiles) terms.add_profile(profile);
    if (!entry.body.blocks.empty()) {
        out.key("b");
        write_nodes(out, entry.body.blocks);
    }
    write_comments(out, entry.comments);
    out.close_object();
}

void write_links(JsonText& out, std::string_view key, const std::vector<model::Link>& links) {
    if (links.empty()) return;
    out.key(key);
    out.open_array();
    for (const model::Link& link : links) {
        out.open_object();
        out.member("t", link.title);
        write_text(out, "to", link.target);
        write_links(out, "c", link.children);
        out.close_object();
    }
    out.close_array();
}

void write_heading(JsonText& out, const List& list, Terms& terms) {
    out.member("p", list.path);
    out.member("k", static_cast<int>(list.kind));
    out.member("t", list.title);
    write_text(out, "ds", list.description);
    write_picture(out, list.picture);
    write_links(out, "ln", list.links);
    terms.write(out, "tr", list.trail);
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

void write_categories(JsonText& out, std::string_view key,
                      const std::vector<model::CategoryNode>& nodes) {
    if (nodes.empty()) return;
    out.key(key);
    out.open_array();
    for (const model::CategoryNode& node : nodes) {
        out.open_object();
        out.member("t", node.name);
        out.member("p", node.path);
        out.member("n", node.count);
        write_categories(out, "c", node.children);
        out.close_object();
    }
    out.close_array();
}

void write_texts(JsonText& out, std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out.key(key);
    out.open_array();
    for (const std::string& text : texts) out.text(text);
    out.close_array();
}

void write_advertisements(JsonText& out, const std::vector<model::Advertisement>& all) {
    if (all.empty()) return;
    out.key("advertisements");
    out.open_array();
    for (const model::Advertisement& each : all) {
        out.open_object();
        out.member("sl", static_cast<int>(each.slot));
        out.member("f", each.file);
        write_text(out, "to", each.target);
        write_text(out, "x", each.alternative_text);
        out.member("w", each.width);
        out.member("h", each.height);
        if (each.framed) out.member("fr", 1);
        out.close_object();
    }
    out.close_array();
}

void write_look(JsonText& out, const std::map<std::string, std::string>& look) {
    if (look.empty()) return;
    out.key("look");
    out.open_object();
    for (const auto& [name, value] : look) out.member(name, value);
    out.close_object();
}

std::string write_start(const model::Site& site) {
    JsonText out;
    Terms terms;
    out.open_object();
    out.member("title", site.title);
    write_text(out, "tagline", site.tagline);
    write_text(out, "description", site.description);
    out.member("language", site.language);
    write_text(out, "base_url", site.base_url);
    write_text(out, "copyright", site.copyright);
    out.member("week_start", site.week_start);
    out.member("page_size", site.page_size);
    out.member("run_length", site.chunk_length);
    out.member("article_count", site.article_count);
    write_text(out, "logo", site.logo);
    if (!site.feeds_of_lists) out.member("one_feed", 1);
    if (!site.date_format.empty()) out.member("date_format", site.date_format);
    write_texts(out, "phrases", site.phrases);
    write_texts(out, "calendar_names", site.calendar_names);
    write_texts(out, "frame_sources", site.frame_sources);
    if (site.front_beside != model::Site().front_beside) {
        out.member("front_beside", site.front_beside);
    }
    if (site.front_latest != model::Site().front_latest) {
        out.member("front_latest", site.front_latest);
    }
    if (site.lines != model::TextLines::ragged) out.member("lines", static_cast<int>(site.lines));
    if (!site.hyphens) out.member("no_hyphens", 1);
    if (site.consent_bar) out.member("consent_bar", 1);
    if (site.offline) out.member("offline", 1);
    write_advertisements(out, site.advertisements);
    write_look(out, site.look);
    if (!site.taxonomy_authors) out.member("no_authors", 1);
    write_links(out, "utility_menu", site.utility_menu);
    write_links(out, "main_menu", site.main_menu);
    write_links(out, "footer_menu", site.footer_menu);
    write_categories(out, "categories", site.categories);
    terms.write(out, "taxonomies", site.taxonomies);
    out.key("top_tags");
    out.open_array();
    for (const model::TagCount& tag : site.top_tags) {
        out.open_array();
        out.text(tag.name);
        out.text(tag.path);
        out.number(tag.count);
        out.close_array();
    }
    out.close_array();
    out.key("archive");
    out.open_array();
    for (const model::ArchiveMonth& month : site.archive) {
        out.open_array();
        out.number(month.year);
        out.number(month.month);
        out.number(month.count);
        out.number(month.days);
        for (const int count : month.day_counts) out.number(count);
        out.close_array();
    }
    out.close_array();
    out.key("recent");
    out.open_array();
    for (const ArticleSummary& summary : site.recent) {
        out.open_object();
        write_summary_members(out, summary, terms);
        out.close_object();
    }
    out.close_array();
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
