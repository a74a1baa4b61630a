#include "bundle/write/write_entry.h"

#include <algorithm>

#include "addresses/paths.h"
#include "bundle/format/wire.h"
#include "bundle/write/write_document.h"

namespace broadsheet::bundle {

using model::Entry;
using model::TermReference;

namespace {

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
        write_text(out, "w", comment.website);
        if (comment.date) out.member("d", model::format_rfc3339(*comment.date));
        out.key("b");
        write_nodes(out, comment.text.blocks);
        out.close_object();
    }
    out.close_array();
}

}  // namespace

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
    write_translations(out, entry.translations);
    for (const model::AuthorProfile& profile : entry.author_profiles) terms.add_profile(profile);
    if (!entry.body.blocks.empty()) {
        out.key("b");
        write_nodes(out, entry.body.blocks);
    }
    write_comments(out, entry.comments);
    if (entry.comments_closed) out.member("cc", 1);
    out.close_object();
}

}  // namespace broadsheet::bundle
