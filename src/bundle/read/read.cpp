#include "bundle/read/read.h"

#include <utility>
#include <vector>

#include "bundle/read/member_reader.h"

namespace broadsheet::bundle {

namespace {

using model::Entry;
using model::TermReference;

using Profiles = std::map<model::Path, model::AuthorProfile>;

TermTable read_terms(JsonValue root) {
    TermTable table;
    for (const JsonValue term : root.member("terms")) {
        RowReader row(term);
        stored_row(row, table.emplace_back());
    }
    return table;
}

Profiles read_profiles(JsonValue root, const TermTable& terms) {
    Profiles profiles;
    for (const JsonValue value : root.member("profiles")) {
        model::AuthorProfile profile;
        MemberReader reader(value, terms);
        stored_members(reader, profile);
        profiles[profile.author.path] = std::move(profile);
    }
    return profiles;
}

Entry read_entry(JsonValue object, const TermTable& terms, const Profiles& profiles) {
    Entry entry;
    MemberReader reader(object, terms);
    stored_members(reader, entry);
    for (const TermReference& author : entry.summary.authors) {
        const auto profile = profiles.find(author.path);
        if (profile != profiles.end()) entry.author_profiles.push_back(profile->second);
    }
    return entry;
}

ListPart read_list(JsonValue object, const TermTable& terms) {
    ListPart part;
    MemberReader reader(object, terms);
    reader.number(chunk_number_key, part.chunk, {-1, 0, max_articles});
    reader.objects(articles_key, part.articles);
    if (part.chunk >= 0) {
        reader.text(path_key, part.list.path);
        return part;
    }
    stored_heading(reader, part.list, part.total);
    stored_front_parts(reader, part.list);
    std::erase_if(part.list.sections,
                  [](const model::ListSection& each) { return each.category.path.empty(); });
    return part;
}

}  // namespace

Result<model::Site> read_start(std::string_view json) {
    const ParsedJson parsed(json, "start data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const TermTable terms = read_terms(parsed.root());
    model::Site site;
    MemberReader reader(parsed.root(), terms);
    stored_members(reader, site);
    std::erase_if(site.archive, [](const model::ArchiveMonth& each) {
        return each.year == 0 || each.month == 0;
    });
    return {std::move(site), {}};
}

Result<std::map<model::Path, Entry>> read_entries(std::string_view json) {
    const ParsedJson parsed(json, "article data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    if (!root.member("entries").exists())
        return {std::nullopt, "The article data is not what it says."};
    const TermTable terms = read_terms(root);
    const Profiles profiles = read_profiles(root, terms);
    std::map<model::Path, Entry> entries;
    for (const JsonValue value : root.member("entries")) {
        Entry entry = read_entry(value, terms, profiles);
        if (entry.summary.path.empty()) continue;
        model::Path path = entry.summary.path;
        entries.insert_or_assign(std::move(path), std::move(entry));
    }
    return {std::move(entries), {}};
}

Result<std::vector<ListPart>> read_lists(std::string_view json) {
    const ParsedJson parsed(json, "list data");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    if (!root.member("lists").exists()) return {std::nullopt, "The list data is not what it says."};
    const TermTable terms = read_terms(root);
    std::vector<ListPart> lists;
    for (const JsonValue value : root.member("lists")) {
        ListPart part = read_list(value, terms);
        if (!part.list.path.empty()) lists.push_back(std::move(part));
    }
    return {std::move(lists), {}};
}

}  // namespace broadsheet::bundle
