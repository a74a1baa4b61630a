#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "bundle/format/hash.h"
#include "bundle/format/wire.h"
#include "bundle/read/read.h"
#include "bundle/write/writer.h"

using namespace broadsheet;
using model::Node;
using model::NodeKind;

namespace {

// A document with one node of every kind, in which every member is set at least once.
model::Document every_kind() {
    model::Document document;
    for (int kind = 0; kind <= static_cast<int>(NodeKind::footnote_reference); ++kind) {
        Node node;
        node.kind = static_cast<NodeKind>(kind);
        node.text = node.kind == NodeKind::text ? "t\u00e9xt \"x\"\\\n\t\x01" : "";
        if (node.kind == NodeKind::heading) node.level = 3;
        if (node.kind == NodeKind::code_block) {
            node.text = "let x = 1;\n";
            node.info = "js {1}";
        }
        if (node.kind == NodeKind::link || node.kind == NodeKind::image) {
            node.target = "/a/#b";
            node.title = "Title";
        }
        if (node.kind == NodeKind::image) {
            node.text = "alternative";
            node.width = 640;
            node.height = 480;
        }
        if (node.kind == NodeKind::list) {
            node.ordered = true;
            node.number = -3;
            node.tight = true;
        }
        if (node.kind == NodeKind::list_item) node.task = model::Task::done;
        if (node.kind == NodeKind::table_cell) {
            node.heading_cell = true;
            node.alignment = model::Alignment::right;
            node.column_span = 2;
            node.row_span = 3;
        }
        if (node.kind == NodeKind::span) {
            node.identifier = "here";
            node.language = "ar";
            node.direction = model::Direction::right_to_left;
        }
        if (node.kind == NodeKind::paragraph) {
            Node child;
            child.kind = NodeKind::text;
            child.text = "child";
            node.children.push_back(child);
        }
        document.blocks.push_back(node);
    }
    return document;
}

model::ArticleSummary summary(const std::string& path) {
    model::ArticleSummary result;
    result.path = path;
    result.title = "Title of " + path;
    result.excerpt = "Excerpt";
    result.date = *model::parse_date("2025-07-14T09:30:00+02:00");
    result.category_trail = {{"Asia", "/category/asia/"}, {"China", "/category/asia/china/"}};
    result.authors = {{"A. Writer", "/author/a-writer/"}};
    result.picture = model::Picture{"/p.png", "alt", "caption", 3, 4, "a86b97c98432654321", "", {}};
    result.reading_minutes = 3;
    return result;
}

const bundle::File* find(const std::vector<bundle::File>& files, const std::string& name) {
    for (const bundle::File& file : files) {
        if (file.name == name) return &file;
    }
    return nullptr;
}

model::List list_of(model::ListKind kind, const std::string& path, int articles) {
    model::List list;
    list.kind = kind;
    list.path = path;
    list.title = "Title of " + path;
    list.description = "Description";
    list.picture = model::Picture{"/q.png", "", "", 0, 0, "", "Ana Ruiz", {100, 20}};
    list.links = {{"Web", "https://example.org/", {}}};
    list.trail = {{"Up", "/up/"}};
    for (int i = articles; i > 0; --i) {
        list.articles.push_back(std::make_shared<model::ArticleSummary>(
            summary("/2025/07/14/a" + std::to_string(i) + "/")));
    }
    return list;
}

// The list as a reader has it after fetching all of its parts.
model::List read_list(const std::vector<bundle::File>& files, const bundle::Manifest& manifest,
                      const std::string& path, const model::Site& site) {
    model::List list;
    std::vector<std::string> names = {manifest.list_file(path)};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bundle::File* file = find(files, names[i]);
        REQUIRE(file != nullptr);
        auto parts = bundle::read_lists(file->bytes);
        REQUIRE(parts.value);
        for (bundle::ListPart& part : *parts.value) {
            if (part.list.path != path) continue;
            if (part.chunk < 0) {
                list = part.list;
                list.articles.resize(static_cast<std::size_t>(part.total));
                for (int chunk = 0; chunk < bundle::chunk_count(part.total, site); ++chunk) {
                    const std::string name = manifest.chunk_file(path, chunk);
                    if (std::find(names.begin(), names.end(), name) == names.end()) {
                        names.push_back(name);
                    }
                }
            }
            bundle::place(part, list, site);
        }
    }
    return list;
}

// Removes the excerpts that lists do not store.
model::List as_stored(model::List list) {
    for (int place = 0; place < list.total(); ++place) {
        auto& article = list.articles[static_cast<std::size_t>(place)];
        if (!model::has_excerpt(list.kind, place)) article->excerpt.clear();
    }
    return list;
}

model::Publication sample() {
    model::Publication publication;
    model::Site& site = publication.site;
    site.title = "The Sample";
    site.tagline = "Tagline";
    site.description = "Description";
    site.language = "de";
    site.base_url = "https://example.org/news";
    site.copyright = "©";
    site.week_start = 7;
    site.page_size = 12;
    site.chunk_length = 120;
    site.article_count = 60;
    site.taxonomy_authors = false;
    site.comments = {"giscus.app", "https://giscus.app/{language}/widget", "device|light|dark",
                     "letters@a.example"};
    site.editions = {{"en", "English", "/"}, {"de", "Deutsch", "/de/"}};
    site.utility_menu = {{"Legal", "", {{"Privacy", "/privacy/", {}}}}};
    site.main_menu = {{"Asia", "/category/asia/", {}}};
    site.footer_menu = {{"Feed", "https://example.org/feed", {}}};
    site.categories = {
        {"Asia", "/category/asia/", 60, {{"China", "/category/asia/china/", 60, {}}}}};
    site.taxonomies = {{"Series", "/series/"}};
    site.top_tags = {{"rivers", "/tag/rivers/", 60}};
    site.archive = {{2025, 7, 60, 0x40002001, {10, 20, 30}}};
    site.recent = {summary("/2025/07/14/a0/")};
    for (int i = 0; i < 400; ++i) {
        model::Entry entry;
        entry.summary = summary("/2025/07/14/a" + std::to_string(i) + "/");
        entry.description = i % 2 == 0 ? "Excerpt" : "Other";
        entry.language = "ar";
        entry.subtitle = i % 2 == 0 ? "" : "Subtitle";
        entry.modified = *model::parse_date("2025-08-01");
        entry.tags = {{"rivers", "/tag/rivers/"}};
        entry.terms = {{"The long way", "/series/the-long-way/"}};
        entry.show_contents = i % 3 != 0;
        entry.previous = model::TermReference{"older", "/older/"};
        entry.next = model::TermReference{"newer", "/newer/"};
        entry.body = every_kind();
        if (i % 5 == 0) {
            entry.comments = {{7,
                               0,
                               "Ann",
                               *model::parse_date("2025-07-15T10:00:00Z"),
                               {},
                               "https://ann.example/"},
                              {9, 1, "", {}, every_kind()}};
        }
        publication.entries.emplace(entry.summary.path, entry);
    }
    model::Entry redirect;
    redirect.kind = model::EntryKind::redirect;
    redirect.summary.path = "/old/";
    redirect.redirect = "/new/";
    redirect.dated = false;
    publication.entries.emplace("/old/", redirect);
    model::Entry usual;  // has the default path
    usual.summary = summary("/2025/07/14/usual-title/");
    usual.summary.title = "Usual Title";
    publication.entries.emplace(usual.summary.path, usual);
    publication.lists = {
        {"/", list_of(model::ListKind::front, "/", 60)},
        {"/tag/rivers/", list_of(model::ListKind::tag, "/tag/rivers/", 1000)},
        {"/tag/short/", list_of(model::ListKind::tag, "/tag/short/", 7)},
        {"/series/the-long-way/", list_of(model::ListKind::term, "/series/the-long-way/", 9)},
        {"/2025/", list_of(model::ListKind::year, "/2025/", 60)}};
    publication.lists.at("/").sections = {
        {{"Asia", "/category/asia/"}, 60, {summary("/2025/07/14/a1/")}}};
    publication.lists.at("/").leads = {summary("/2025/07/14/a2/")};
    publication.site.front_beside = 0;
    publication.site.front_latest = 9;
    return publication;
}

}  // namespace

TEST_CASE("a bundle reads back as it was written") {
    const model::Publication publication = sample();
    const auto files = bundle::write_bundle(publication);
    const bundle::File* manifest_file = find(files, "manifest.json");
    REQUIRE(manifest_file != nullptr);
    const auto manifest = bundle::read_manifest(manifest_file->bytes);
    REQUIRE(manifest.value);
    CHECK(manifest.value->entries.hashes.size() > 1);

    const bundle::File* start = find(files, manifest.value->start_file());
    REQUIRE(start != nullptr);
    const auto site = bundle::read_start(start->bytes);
    REQUIRE(site.value);
    CHECK(*site.value == publication.site);

    std::map<std::string, std::map<model::Path, model::Entry>> shards;
    for (const auto& [path, entry] : publication.entries) {
        const std::string name = manifest.value->entry_file(path);
        if (!shards.contains(name)) {
            const bundle::File* file = find(files, name);
            REQUIRE(file != nullptr);
            auto entries = bundle::read_entries(file->bytes);
            REQUIRE(entries.value);
            shards[name] = std::move(*entries.value);
        }
        REQUIRE(shards[name].contains(path));
        CHECK(shards[name].at(path) == entry);
    }
    for (const auto& [path, list] : publication.lists) {
        if (model::is_calendar(list.kind)) continue;
        const auto read = read_list(files, *manifest.value, path, publication.site);
        CHECK(read == as_stored(list));
    }
    const bundle::File* headings = find(files, manifest.value->heading_file("/tag/rivers/"));
    REQUIRE(headings != nullptr);
    const auto parts = bundle::read_lists(headings->bytes);
    REQUIRE(parts.value);
    REQUIRE(parts.value->size() == 1);  // the other lists are short
    CHECK(parts.value->front().total == 1000);
    CHECK(parts.value->front().articles.empty());
}

TEST_CASE("every page of a list lies within one chunk") {
    model::Site site;
    site.page_size = 10;
    site.chunk_length = 100;
    CHECK(bundle::chunk_count(0, site) == 0);
    CHECK(bundle::chunk_count(150, site) == 0);
    CHECK(bundle::chunk_count(151, site) == 1);
    for (int total = 0; total < 1200; ++total) {
        const int chunks = bundle::chunk_count(total, site);
        for (int first = 0; first < total; first += site.page_size) {
            const int count = std::min(site.page_size, total - first);
            const int oldest = total - first - count;
            const int chunk = bundle::chunk_of(oldest, total, site);
            const int begin = chunk * site.chunk_length;
            const int end =
                chunk == chunks ? total : begin + site.chunk_length + site.page_size - 1;
            const bool within = oldest >= begin && oldest + count <= end && chunk <= chunks;
            if (!within) FAIL("total ", total, " first ", first);
        }
    }
}

TEST_CASE("an additional article changes few files") {
    model::Publication publication;
    for (int i = 0; i < 3000; ++i) {
        model::Entry entry;
        entry.summary = summary("/2025/07/14/b" + std::to_string(i) + "/");
        entry.body = every_kind();
        publication.entries.emplace(entry.summary.path, entry);
    }
    publication.lists.emplace("/tag/t/", list_of(model::ListKind::tag, "/tag/t/", 3000));
    const auto names = [&] {
        std::set<std::string> result;
        for (const bundle::File& file : bundle::write_bundle(publication)) result.insert(file.name);
        return result;
    };
    const auto before = names();
    CHECK(before.size() > 20);
    model::Entry entry;
    entry.summary = summary("/2025/07/14/one-more/");
    publication.entries.emplace(entry.summary.path, entry);
    auto& articles = publication.lists.at("/tag/t/").articles;
    articles.insert(articles.begin(), std::make_shared<model::ArticleSummary>(entry.summary));
    std::size_t added = 0;
    for (const std::string& name : names()) added += before.contains(name) ? 0u : 1u;
    CHECK(added <= 5);  // its entry, the list's beginning, heading and last chunk
}

TEST_CASE("an additional article moves few borders of shards, wherever it comes") {
    model::Publication publication;
    const auto add = [&](const std::string& name) {
        model::Entry entry;
        entry.summary = summary("/2025/07/14/" + name + "/");
        model::Node words;
        words.kind = model::NodeKind::text;
        words.text.assign(1000 + name.size() * 977 % 5000, 'a');
        entry.body.blocks.push_back(words);
        return publication.entries.emplace(entry.summary.path, entry).first;
    };
    for (int i = 0; i < 3000; ++i)
        add(std::string(static_cast<std::size_t>(i % 7), 'x') + std::to_string(i));
    const auto shards = [&] {
        const bundle::Writer writer(publication);
        std::set<std::vector<const model::Entry*>> result;
        for (std::size_t i = 0; i < writer.entry_shard_count(); ++i) {
            std::vector<const model::Entry*> entries;
            for (const bundle::Writer::Part& part : writer.parts(i)) entries.push_back(part.entry);
            result.insert(entries);
        }
        return result;
    };
    const auto before = shards();
    CHECK(before.size() > 80);
    std::size_t changed = 0;
    constexpr std::size_t additions = 200;
    for (std::size_t i = 0; i < additions; ++i) {
        const auto added = add("more" + std::to_string(i));
        for (const auto& shard : shards()) changed += before.contains(shard) ? 0u : 1u;
        publication.entries.erase(added);
    }
    CHECK(changed <= 3 * additions);
}

TEST_CASE("a page that changes with every publish has a shard of its own in a large site") {
    model::Publication publication;
    const auto add = [&](const model::Path& path) {
        model::Entry entry;
        entry.summary = summary(path);
        entry.body = every_kind();
        publication.entries.emplace(entry.summary.path, entry);
    };
    const auto parts_beside = [&](std::string_view path) {
        const bundle::Writer writer(publication);
        for (std::size_t i = 0; i < writer.entry_shard_count(); ++i) {
            for (const bundle::Writer::Part& part : writer.parts(i)) {
                if (part.entry->summary.path == path) return writer.parts(i).size();
            }
        }
        return std::size_t{0};
    };
    add("/tags/");
    add("/archive/");
    CHECK(parts_beside("/tags/") == 2);
    for (int i = 0; i < 4000; ++i) add("/2025/07/14/b" + std::to_string(i) + "/");
    CHECK(parts_beside("/tags/") == 1);
    CHECK(parts_beside("/archive/") == 1);
    CHECK(parts_beside("/2025/07/14/b7/") > 1);
}

TEST_CASE(
    "the beginning of a list that many articles are in has a shard of its own in a large site") {
    model::Publication publication;
    const auto add = [&](const std::string& path, int articles) {
        publication.lists.emplace(path, list_of(model::ListKind::tag, path, articles));
    };
    const auto beginnings_beside = [&](std::string_view path) {
        const bundle::Writer writer(publication);
        for (std::size_t i = writer.entry_shard_count(); i < writer.shard_count(); ++i) {
            for (const bundle::Writer::Part& part : writer.parts(i)) {
                if (part.chunk < 0 && part.list->path == path) return writer.parts(i).size();
            }
        }
        return std::size_t{0};
    };
    publication.site.article_count = 6000;
    add("/tag/often/", 2300);
    add("/tag/seldom/", 1700);
    CHECK(beginnings_beside("/tag/often/") == 2);
    for (int i = 0; i < 200; ++i) add("/tag/t" + std::to_string(i) + "/", 100);
    CHECK(beginnings_beside("/tag/often/") == 1);
    CHECK(beginnings_beside("/tag/seldom/") > 1);
}

TEST_CASE("an additional chunk of a list moves few borders of shards") {
    model::Publication publication;
    for (int i = 0; i < 150; ++i) {
        const std::string path = "/tag/t" + std::to_string(i) + "/";
        publication.lists.emplace(path, list_of(model::ListKind::tag, path, 1100));
    }
    const auto shards = [&] {
        const bundle::Writer writer(publication);
        std::set<std::vector<std::pair<const model::List*, int>>> result;
        for (std::size_t i = writer.entry_shard_count(); i < writer.shard_count(); ++i) {
            std::vector<std::pair<const model::List*, int>> chunks;
            for (const bundle::Writer::Part& part : writer.parts(i)) {
                if (part.chunk >= 0) chunks.emplace_back(part.list, part.chunk);
            }
            if (!chunks.empty()) result.insert(chunks);
        }
        return result;
    };
    const auto before = shards();
    CHECK(before.size() > 60);
    std::size_t changed = 0;
    std::size_t most = 0;
    for (auto& [path, list] : publication.lists) {
        const auto articles = list.articles;
        list = list_of(model::ListKind::tag, path, 1200);
        std::size_t moved = 0;
        for (const auto& shard : shards()) moved += before.contains(shard) ? 0u : 1u;
        changed += moved;
        most = std::max(most, moved);
        list.articles = articles;
    }
    CHECK(changed <= 8 * publication.lists.size());
    CHECK(most <= 17);  // a block, and the shard that a new border divides
}

TEST_CASE("paths are shortened by the day and the title") {
    const model::Day day{2025, 7, 14};
    for (const char* path : {"/2025/07/14/a-title/", "/2025/07/14/a-title-7/", "/2025/07/14/b/",
                             "/2025/07/14/a-title/more", "/2025/07/14/", "/about/",
                             "/2025/07/15/x/", "/2025/07/14/+odd/"}) {
        CHECK(bundle::full_path(bundle::short_path(path, "A title", day), "A title", day) == path);
    }
    CHECK(bundle::short_path("/2025/07/14/a-title-7/", "A title", day) == "+-7");
}

TEST_CASE("a section may have a category that none of its articles has") {
    model::Publication publication;
    model::List& front = publication.lists["/"];
    front.path = "/";
    for (const char* name : {"letters from the eastern shore", "letters from the western shore"}) {
        model::ListSection section;
        section.category = {name, "/category/" + std::string(name) + "/"};
        front.sections.push_back(section);
    }
    const auto files = bundle::write_bundle(publication);
    const auto manifest = bundle::read_manifest(find(files, "manifest.json")->bytes);
    const bundle::File* file = find(files, manifest.value->list_file("/"));
    REQUIRE(file != nullptr);
    const auto lists = bundle::read_lists(file->bytes);
    REQUIRE(lists.value);
    CHECK(lists.value->at(0).list.sections == front.sections);
}

TEST_CASE("equal publications give equal files, different ones different names") {
    model::Publication publication = sample();
    const auto first = bundle::write_bundle(publication);
    CHECK(first == bundle::write_bundle(publication));
    publication.entries.begin()->second.summary.title += "!";
    const auto second = bundle::write_bundle(publication);
    REQUIRE(first.size() == second.size());
    std::set<std::string> names;
    for (const bundle::File& file : first) names.insert(file.name);
    std::size_t changed = 0;
    for (const bundle::File& file : second) changed += names.contains(file.name) ? 0u : 1u;
    CHECK(changed == 1);  // one shard; the manifest keeps its name
    CHECK(find(first, "manifest.json")->bytes != find(second, "manifest.json")->bytes);
}

TEST_CASE("an empty publication can be written and read") {
    const auto files = bundle::write_bundle({});
    const auto manifest = bundle::read_manifest(find(files, "manifest.json")->bytes);
    REQUIRE(manifest.value);
    CHECK(find(files, manifest.value->entry_file("/x/")) != nullptr);
    CHECK(find(files, manifest.value->list_file("/")) != nullptr);
}

TEST_CASE("the shard of a path follows the format") {
    CHECK(bundle::fnv1a_64("") == 0xCBF29CE484222325ull);
    CHECK(bundle::fnv1a_64("foobar") == 0x85944171F73967E8ull);
    bundle::Manifest manifest;
    CHECK(bundle::bucket_of("foobar") == 0x2699);
    manifest.entries = {{0, 0x2699, 0x269a}, {"00000000", "11111111", "22222222"}};
    CHECK(manifest.entry_file("foobar") == "e2699.11111111.json");
    CHECK(bundle::Manifest{}.entry_file("/x/").empty());
}

TEST_CASE("malicious data causes an error message or missing content, never a crash") {
    for (
        const char* json :
        {"", "{", "[]", "null", "1", "\"\\ud800\"", "{\"version\":2}", "{\"version\":3}",
         R"({"version":2,"start":"x","entries":"","lists":""})",
         R"({"version":2,"publish":1,"start":"00000000","entries":"00000000000g","lists":"000000000000"})",
         R"({"version":2,"start":"../../..","entries":"000000000000","lists":"000000000000"})",
         R"({"version":2,"start":"00000000","entries":"000100000000","lists":"000000000000"})",
         R"({"version":2,"start":"00000000","lists":"000000000000000000000000",
              "entries":"000000000000"})"}) {
        INFO(json);
        const auto manifest = bundle::read_manifest(json);
        CHECK(!manifest.value);
        CHECK(!manifest.error.empty());
    }
    for (const char* json : {"", "[", "[]", "{\"entries\":[1", "\xFF"}) {
        CHECK(!bundle::read_entries(json).value);
        CHECK(!bundle::read_lists(json).value);
        CHECK(!bundle::read_start(json).value);
    }
    const auto entries = bundle::read_entries(R"json({"entries":[null,1,"x",[],{},{"p":""},
        {"p":"/a/","t":7,"c":[0,99,-1,"x"],"k":9,"m":-5,"d":"never","i":[1],"to":"javascript:x",
         "b":["ok",7,-1,1e300,null,true,{},[],["nope"],["p",{"cs":99999999999,"lv":-1}],
              ["a",{"to":" JaVa\u0009Script:alert(1)"},"text"],["br","inside"],["h9"],[["p"]]],
         "cm":[null,{"n":-3,"lv":1e300,"d":"never","t":[],"b":["ok",["nope"]]},"x"]}],
        "terms":[["n"],5,null]})json");
    REQUIRE(entries.value);
    REQUIRE(entries.value->size() == 1);
    const model::Entry& entry = entries.value->at("/a/");
    CHECK(entry.kind == model::EntryKind::article);
    CHECK(entry.redirect.empty());
    CHECK(entry.summary.reading_minutes == 1);
    REQUIRE(entry.body.blocks.size() == 4);
    CHECK(entry.body.blocks[1].column_span == 1);
    CHECK(entry.body.blocks[2].target.empty());
    CHECK(entry.body.blocks[3].children.empty());
    REQUIRE(entry.comments.size() == 3);
    CHECK(entry.comments[1].number == 0);
    CHECK(entry.comments[1].depth == 0);
    CHECK(entry.comments[1].text.blocks.size() == 1);
}

TEST_CASE("endless nesting is cut off") {
    std::string json = R"({"entries":[{"p":"/a/","b":[)";
    for (int i = 0; i < 50'000; ++i) json += "[\"quote\",";
    json += "\"x\"";
    for (int i = 0; i < 50'000; ++i) json += ']';
    json += "]}]}";
    const auto entries = bundle::read_entries(json);
    REQUIRE(entries.value);
    int depth = 0;
    const std::vector<Node>* level = &entries.value->at("/a/").body.blocks;
    while (!level->empty()) {
        level = &level->front().children;
        ++depth;
    }
    CHECK(depth == model::maximum_depth);
}
