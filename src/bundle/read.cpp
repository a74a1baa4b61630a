#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "bundle/bundle.h"
#include "bundle/hash.h"
#include "bundle/wire.h"
#include "model/slug.h"

namespace broadsheet::bundle {

namespace {

using Json = nlohmann::json;
using model::ArticleSummary;
using model::Entry;
using model::List;
using model::Node;
using model::NodeKind;
using model::TermReference;

// Checked access: a member that is missing or of another type reads as if it held the usual value,
// so that hostile input can only give a poorer publication, never a crash.
const Json* member(const Json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

std::string text_of(const Json* value) {
    if (value == nullptr) return {};
    const auto* text = value->get_ptr<const Json::string_t*>();
    return text == nullptr ? std::string() : *text;
}

std::string text_member(const Json& object, const char* name) {
    return text_of(member(object, name));
}

int number_of(const Json* value, int usual = 0, int least = 0,
              int most = std::numeric_limits<int>::max()) {
    if (value == nullptr) return usual;
    if (const auto* natural = value->get_ptr<const Json::number_unsigned_t*>()) {
        return *natural > static_cast<Json::number_unsigned_t>(most)
                   ? usual
                   : (static_cast<int>(*natural) < least ? usual : static_cast<int>(*natural));
    }
    if (const auto* whole = value->get_ptr<const Json::number_integer_t*>()) {
        return *whole < least || *whole > most ? usual : static_cast<int>(*whole);
    }
    return usual;
}

int number_member(const Json& object, const char* name, int usual = 0, int least = 0,
                  int most = std::numeric_limits<int>::max()) {
    return number_of(member(object, name), usual, least, most);
}

// The elements of an array member; none where there is no such array.
const Json::array_t& array_member(const Json& object, const char* name) {
    static const Json::array_t none;
    const Json* value = member(object, name);
    if (value == nullptr) return none;
    const auto* array = value->get_ptr<const Json::array_t*>();
    return array == nullptr ? none : *array;
}

const Json* element(const Json& array, std::size_t index) {
    return array.is_array() && index < array.size() ? &array[index] : nullptr;
}

// Kinds that hold text of their own or nothing: what stands inside them is not read.
bool is_leaf(NodeKind kind) { return kind == NodeKind::soft_break || kind == NodeKind::line_break; }

bool read_name(const std::string& name, Node& node) {
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        node.kind = NodeKind::heading;
        node.level = static_cast<std::uint8_t>(name[1] - '0');
        return true;
    }
    if (name == "ol") {
        node.kind = NodeKind::list;
        node.ordered = true;
        return true;
    }
    if (name == "th") {
        node.kind = NodeKind::table_cell;
        node.heading_cell = true;
        return true;
    }
    if (name == footnote_reference_name) {
        node.kind = NodeKind::footnote_reference;
        return true;
    }
    for (const auto& [kind, each] : node_names) {
        if (each == name) {
            node.kind = kind;
            return true;
        }
    }
    return false;
}

void read_attributes(const Json& object, Node& node) {
    constexpr int most_pixels = 1'000'000;
    constexpr int most_span = 1000;
    if (node.level == 0) {
        node.level = static_cast<std::uint8_t>(number_member(object, "lv", 0, 0, 255));
    }
    node.alignment = static_cast<model::Alignment>(number_member(object, "al", 0, 0, 3));
    node.task = static_cast<model::Task>(number_member(object, "tk", 0, 0, 2));
    node.direction = static_cast<model::Direction>(number_member(object, "di", 0, 0, 2));
    if (number_member(object, "or") == 1) node.ordered = true;
    node.tight = number_member(object, "ti") == 1;
    if (number_member(object, "hc") == 1) node.heading_cell = true;
    node.number = number_member(object, "n", 0, -1'000'000'000, 1'000'000'000);
    node.width = number_member(object, "w", 0, 0, most_pixels);
    node.height = number_member(object, "h", 0, 0, most_pixels);
    node.column_span = number_member(object, "cs", 1, 1, most_span);
    node.row_span = number_member(object, "rs", 1, 0, most_span);
    node.text = text_member(object, "x");
    node.info = text_member(object, "in");
    node.tokens = text_member(object, "co");
    node.target = text_member(object, "to");
    const bool framed = node.kind == NodeKind::embed;
    if (!model::is_safe_target(node.target) || (framed && !node.target.starts_with("https://"))) {
        node.target.clear();
    }
    node.title = text_member(object, "tt");
    node.identifier = text_member(object, "id");
    node.language = text_member(object, "la");
}

// False where `value` is no node; such a value is left out.
bool read_node(const Json& value, Node& node, int depth) {
    if (value.is_string()) {
        node.kind = NodeKind::text;
        node.text = text_of(&value);
        return !node.text.empty();
    }
    if (value.is_number()) {
        const int number = number_of(&value, -1);
        node.kind = number == line_break_number ? NodeKind::line_break : NodeKind::soft_break;
        return number == soft_break_number || number == line_break_number;
    }
    if (!value.is_array() || value.empty() || depth > model::maximum_depth) return false;
    if (!read_name(text_of(&value[0]), node)) return false;
    std::size_t next = 1;
    if (value.size() > 1 && value[1].is_object()) {
        read_attributes(value[1], node);
        ++next;
    }
    if (is_leaf(node.kind)) return true;
    node.children.reserve(value.size() - next);
    for (; next < value.size(); ++next) {
        Node child;
        if (read_node(value[next], child, depth + 1)) node.children.push_back(std::move(child));
    }
    return true;
}

std::vector<Node> read_nodes(const Json::array_t& array) {
    std::vector<Node> nodes;
    nodes.reserve(array.size());
    for (const Json& value : array) {
        Node node;
        if (read_node(value, node, 1)) nodes.push_back(std::move(node));
    }
    return nodes;
}

constexpr int deepest_menu = 16;  // of menus and categories

using TermTable = std::vector<TermReference>;

TermTable read_terms(const Json& root) {
    TermTable table;
    for (const Json& term : array_member(root, "terms")) {
        table.push_back({text_of(element(term, 0)), text_of(element(term, 1))});
    }
    return table;
}

std::vector<TermReference> read_references(const Json& object, const char* name,
                                           const TermTable& table) {
    std::vector<TermReference> result;
    for (const Json& number : array_member(object, name)) {
        const int index = number_of(&number, -1);
        if (index >= 0 && static_cast<std::size_t>(index) < table.size()) {
            result.push_back(table[static_cast<std::size_t>(index)]);
        }
    }
    return result;
}

std::string safe_target(const std::string& target) {
    return model::is_safe_target(target) ? target : std::string();
}

std::optional<model::Picture> read_picture(const Json& object) {
    const Json* value = member(object, "i");
    if (value == nullptr || !value->is_array()) return std::nullopt;
    model::Picture picture;
    picture.target = safe_target(text_of(element(*value, 0)));
    picture.alternative_text = text_of(element(*value, 1));
    picture.caption = text_of(element(*value, 2));
    picture.width = number_of(element(*value, 3));
    picture.height = number_of(element(*value, 4));
    picture.placeholder = text_of(element(*value, 5));
    return picture;
}

ArticleSummary read_summary(const Json& object, const TermTable& terms) {
    ArticleSummary summary;
    summary.path = text_member(object, "p");
    summary.title = text_member(object, "t");
    summary.excerpt = text_member(object, "x");
    if (const auto date = model::parse_date(text_member(object, "d"))) summary.date = *date;
    if (member(object, "p") == nullptr) {
        if (!summary.title.empty()) summary.path = usual_path(summary.title, summary.date.day);
    } else if (!summary.path.empty()) {
        summary.path = full_path(summary.path, summary.title, summary.date.day);
    }
    summary.category_trail = read_references(object, "c", terms);
    summary.authors = read_references(object, "a", terms);
    summary.picture = read_picture(object);
    summary.reading_minutes = number_member(object, "m", 1, 1);
    return summary;
}

// `[title, path]`, or with the day's path between them where it is not `day`.
std::optional<TermReference> read_neighbour(const Json& object, const char* name, model::Day day) {
    const Json* value = member(object, name);
    if (value == nullptr || !value->is_array()) return std::nullopt;
    const std::string title = text_of(element(*value, 0));
    std::string path = text_of(element(*value, 1));
    if (value->size() > 2) {
        std::string text = path.substr(0, path.size() - (path.ends_with('/') ? 1 : 0));
        std::replace(text.begin(), text.end(), '/', '-');
        const auto date = model::parse_date(std::string_view(text).substr(text.empty() ? 0 : 1));
        if (!date) return std::nullopt;
        day = date->day;
        path = text_of(element(*value, 2));
    }
    return TermReference{title, full_path(path, title, day)};
}

std::vector<ArticleSummary> read_summaries(const Json& object, const char* name,
                                           const TermTable& terms) {
    std::vector<ArticleSummary> summaries;
    for (const Json& value : array_member(object, name)) {
        summaries.push_back(read_summary(value, terms));
    }
    return summaries;
}

std::vector<model::Link> read_links(const Json& object, const char* name, int depth = 0);

using Profiles = std::map<model::Path, model::AuthorProfile>;

Profiles read_profiles(const Json& root) {
    Profiles profiles;
    for (const Json& value : array_member(root, "profiles")) {
        model::AuthorProfile profile;
        profile.author = {text_member(value, "t"), text_member(value, "p")};
        profile.biography = text_member(value, "ds");
        profile.portrait = read_picture(value);
        profile.links = read_links(value, "ln");
        profiles[profile.author.path] = std::move(profile);
    }
    return profiles;
}

Entry read_entry(const Json& object, const TermTable& terms, const Profiles& profiles) {
    Entry entry;
    entry.summary = read_summary(object, terms);
    entry.kind = static_cast<model::EntryKind>(number_member(object, "k", 0, 0, 2));
    entry.redirect = safe_target(text_member(object, "to"));
    entry.description =
        member(object, "ds") == nullptr ? entry.summary.excerpt : text_member(object, "ds");
    entry.language = text_member(object, "la");
    entry.modified = model::parse_date(text_member(object, "mo"));
    entry.tags = read_references(object, "tg", terms);
    entry.terms = read_references(object, "tm", terms);
    entry.show_contents = number_member(object, "nc") == 0;
    entry.dated = number_member(object, "nd") == 0;
    entry.previous = read_neighbour(object, "pv", entry.summary.date.day);
    entry.next = read_neighbour(object, "nx", entry.summary.date.day);
    entry.related = read_summaries(object, "re", terms);
    for (const TermReference& author : entry.summary.authors) {
        const auto profile = profiles.find(author.path);
        if (profile != profiles.end()) entry.author_profiles.push_back(profile->second);
    }
    entry.body.blocks = read_nodes(array_member(object, "b"));
    return entry;
}

std::vector<model::Link> read_links(const Json& object, const char* name, int depth) {
    std::vector<model::Link> links;
    if (depth > deepest_menu) return links;
    for (const Json& value : array_member(object, name)) {
        links.push_back({text_member(value, "t"), safe_target(text_member(value, "to")),
                         read_links(value, "c", depth + 1)});
    }
    return links;
}

std::vector<model::CategoryNode> read_categories(const Json& object, const char* name,
                                                 int depth = 0) {
    std::vector<model::CategoryNode> nodes;
    if (depth > deepest_menu) return nodes;
    for (const Json& value : array_member(object, name)) {
        nodes.push_back({text_member(value, "t"), text_member(value, "p"),
                         number_member(value, "n"), read_categories(value, "c", depth + 1)});
    }
    return nodes;
}

ListPart read_list(const Json& object, const TermTable& terms) {
    constexpr int most_articles = 1'000'000;
    ListPart part;
    List& list = part.list;
    list.path = text_member(object, "p");
    part.run = number_member(object, "ch", -1, 0, most_articles);
    part.articles = read_summaries(object, "s", terms);
    if (part.run >= 0) return part;
    list.kind = static_cast<model::ListKind>(number_member(object, "k", 0, 0, 7));
    list.title = text_member(object, "t");
    list.description = text_member(object, "ds");
    list.picture = read_picture(object);
    list.links = read_links(object, "ln");
    list.trail = read_references(object, "tr", terms);
    part.total = number_member(object, "n", 0, 0, most_articles);
    for (const Json& value : array_member(object, "se")) {
        const std::vector<TermReference> category = read_references(value, "c", terms);
        if (category.empty()) continue;
        list.sections.push_back(
            {category[0], number_member(value, "n"), read_summaries(value, "s", terms)});
    }
    return part;
}

std::vector<std::string> read_texts(const Json& object, const char* name) {
    std::vector<std::string> texts;
    for (const Json& value : array_member(object, name)) texts.push_back(text_of(&value));
    return texts;
}

std::vector<model::Advertisement> read_advertisements(const Json& root) {
    std::vector<model::Advertisement> all;
    for (const Json& value : array_member(root, "advertisements")) {
        model::Advertisement each;
        each.slot = static_cast<model::Slot>(number_member(value, "sl", 0, 0, 3));
        each.file = safe_target(text_member(value, "f"));
        each.target = safe_target(text_member(value, "to"));
        each.alternative_text = text_member(value, "x");
        each.width = number_member(value, "w");
        each.height = number_member(value, "h");
        each.framed = number_member(value, "fr") == 1;
        all.push_back(std::move(each));
    }
    return all;
}

// The file as a JSON object, or a sentence.
Result<Json> parse_object(std::string_view json, std::string_view what) {
    Json root = Json::parse(json, nullptr, false);
    if (root.is_discarded()) {
        return {std::nullopt, "The " + std::string(what) + " is damaged or was cut short."};
    }
    if (!root.is_object()) {
        return {std::nullopt, "The " + std::string(what) + " is not what it should be."};
    }
    return {std::move(root), {}};
}

bool is_hash_text(const std::string& text) {
    return text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Four digits of the first bucket and eight of the hash for each shard; nothing where they are not
// in order.
std::optional<Shards> read_shards(const Json& root, const char* name) {
    constexpr std::size_t bucket_length = 4;
    const std::string text = text_member(root, name);
    if (text.size() % (bucket_length + hash_length) != 0 || !is_hash_text(text)) return {};
    Shards shards;
    for (std::size_t i = 0; i < text.size(); i += bucket_length + hash_length) {
        unsigned bucket = 0;
        std::from_chars(text.data() + i, text.data() + i + bucket_length, bucket, 16);
        const bool ordered = i == 0 ? bucket == 0 : bucket > shards.first_buckets.back();
        if (!ordered) return {};
        shards.first_buckets.push_back(static_cast<std::uint16_t>(bucket));
        shards.hashes.push_back(text.substr(i + bucket_length, hash_length));
    }
    return shards;
}

}  // namespace

Result<Manifest> read_manifest(std::string_view json) {
    const Result<Json> root = parse_object(json, "list of data files");
    if (!root.value) return {std::nullopt, root.error};
    Manifest manifest;
    manifest.version = number_member(*root.value, "version");
    if (manifest.version != format_version) {
        return {std::nullopt, "This site's data needs another version of the program."};
    }
    manifest.publish = text_member(*root.value, "publish");
    manifest.start = text_member(*root.value, "start");
    manifest.search = text_member(*root.value, "search");
    if (manifest.search.size() != hash_length || !is_hash_text(manifest.search)) {
        manifest.search.clear();
    }
    auto entries = read_shards(*root.value, "entries");
    auto lists = read_shards(*root.value, "lists");
    auto runs = read_shards(*root.value, "runs");
    auto headings = read_shards(*root.value, "headings");
    const bool start_named = manifest.start.size() == hash_length && is_hash_text(manifest.start);
    const bool whole = entries && lists && runs && headings && start_named &&
                       !entries->hashes.empty() && !lists->hashes.empty();
    if (!whole) return {std::nullopt, "The list of data files is damaged or was cut short."};
    manifest.entries = std::move(*entries);
    manifest.lists = std::move(*lists);
    manifest.runs = std::move(*runs);
    manifest.headings = std::move(*headings);
    return {std::move(manifest), {}};
}

Result<model::Site> read_start(std::string_view json) {
    const Result<Json> parsed = parse_object(json, "start data");
    if (!parsed.value) return {std::nullopt, parsed.error};
    const Json& root = *parsed.value;
    const TermTable terms = read_terms(root);
    model::Site site;
    site.title = text_member(root, "title");
    site.tagline = text_member(root, "tagline");
    site.description = text_member(root, "description");
    site.language = text_member(root, "language");
    site.base_url = text_member(root, "base_url");
    site.copyright = text_member(root, "copyright");
    site.week_start = number_member(root, "week_start", 1, 1, 7);
    site.page_size = number_member(root, "page_size", 10, 1, 1000);
    site.run_length = number_member(root, "run_length", 100, 2 * site.page_size, 100'000);
    site.article_count = number_member(root, "article_count");
    site.date_format = text_member(root, "date_format");
    site.phrases = read_texts(root, "phrases");
    site.calendar_names = read_texts(root, "calendar_names");
    site.frame_sources = read_texts(root, "frame_sources");
    site.advertisements = read_advertisements(root);
    if (const Json* look = member(root, "look"); look != nullptr && look->is_object()) {
        for (const auto& [name, value] : look->items()) site.look[name] = text_of(&value);
    }
    site.taxonomy_authors = number_member(root, "no_authors") == 0;
    site.utility_menu = read_links(root, "utility_menu");
    site.main_menu = read_links(root, "main_menu");
    site.footer_menu = read_links(root, "footer_menu");
    site.categories = read_categories(root, "categories");
    site.taxonomies = read_references(root, "taxonomies", terms);
    for (const Json& tag : array_member(root, "top_tags")) {
        site.top_tags.push_back(
            {text_of(element(tag, 0)), text_of(element(tag, 1)), number_of(element(tag, 2))});
    }
    for (const Json& value : array_member(root, "archive")) {
        model::ArchiveMonth month;
        month.year = number_of(element(value, 0), 0, 1, 9999);
        month.month = number_of(element(value, 1), 0, 1, 12);
        month.count = number_of(element(value, 2));
        month.days = static_cast<std::uint32_t>(number_of(element(value, 3)));
        for (std::size_t i = 4; i < value.size(); ++i) {
            month.day_counts.push_back(number_of(element(value, i)));
        }
        if (month.year != 0 && month.month != 0) site.archive.push_back(month);
    }
    site.recent = read_summaries(root, "recent", terms);
    return {std::move(site), {}};
}

Result<std::map<model::Path, Entry>> read_entries(std::string_view json) {
    const Result<Json> root = parse_object(json, "article data");
    if (!root.value) return {std::nullopt, root.error};
    if (!root.value->contains("entries"))
        return {std::nullopt, "The article data is not what it says."};
    const TermTable terms = read_terms(*root.value);
    const Profiles profiles = read_profiles(*root.value);
    std::map<model::Path, Entry> entries;
    for (const Json& value : array_member(*root.value, "entries")) {
        Entry entry = read_entry(value, terms, profiles);
        if (entry.summary.path.empty()) continue;
        model::Path path = entry.summary.path;
        entries.insert_or_assign(std::move(path), std::move(entry));
    }
    return {std::move(entries), {}};
}

Result<std::vector<ListPart>> read_lists(std::string_view json) {
    const Result<Json> root = parse_object(json, "list data");
    if (!root.value) return {std::nullopt, root.error};
    if (!root.value->contains("lists")) return {std::nullopt, "The list data is not what it says."};
    const TermTable terms = read_terms(*root.value);
    std::vector<ListPart> lists;
    for (const Json& value : array_member(*root.value, "lists")) {
        ListPart part = read_list(value, terms);
        if (!part.list.path.empty()) lists.push_back(std::move(part));
    }
    return {std::move(lists), {}};
}

}  // namespace broadsheet::bundle
