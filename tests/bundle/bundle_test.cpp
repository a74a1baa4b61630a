#include "bundle/bundle.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "bundle/hash.h"

using namespace broadsheet;
using model::Node;
using model::NodeKind;

namespace {

// A document with one node of every kind, each member set somewhere.
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
    result.picture = model::Picture{"/p.png", "alt", "caption", 3, 4, "a86b97c98432654321"};
    result.reading_minutes = 3;
    return result;
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
    site.chunk_size = 96;
    site.article_count = 60;
    site.taxonomy_authors = false;
    site.utility_menu = {{"Legal", "", {{"Privacy", "/privacy/", {}}}}};
    site.main_menu = {{"Asia", "/category/asia/", {}}};
    site.footer_menu = {{"Feed", "https://example.org/feed", {}}};
    site.categories = {
        {"Asia", "/category/asia/", 60, {{"China", "/category/asia/china/", 60, {}}}}};
    site.top_tags = {{"rivers", "/tag/rivers/", 60}};
    site.archive = {{2025, 7, 60, 0x40002001}};
    site.recent = {summary("/2025/07/14/a0/")};
    for (int i = 0; i < 60; ++i) {
        model::Entry entry;
        entry.summary = summary("/2025/07/14/a" + std::to_string(i) + "/");
        entry.description = i % 2 == 0 ? "Excerpt" : "Other";
        entry.language = "ar";
        entry.modified = *model::parse_date("2025-08-01");
        entry.tags = {{"rivers", "/tag/rivers/"}};
        entry.show_contents = i % 3 != 0;
        entry.previous = model::TermReference{"older", "/older/"};
        entry.next = model::TermReference{"newer", "/newer/"};
        entry.body = every_kind();
        publication.entries.emplace(entry.summary.path, entry);
    }
    model::Entry redirect;
    redirect.kind = model::EntryKind::redirect;
    redirect.summary.path = "/old/";
    redirect.redirect = "/new/";
    redirect.dated = false;
    publication.entries.emplace("/old/", redirect);
    model::Entry usual;  // its path need not be written
    usual.summary = summary("/2025/07/14/usual-title/");
    usual.summary.title = "Usual Title";
    publication.entries.emplace(usual.summary.path, usual);
    for (int i = 0; i < 3; ++i) {
        model::ListChunk list;
        list.kind = model::ListKind::tag;
        list.path = "/tag/rivers/";
        list.title = "rivers";
        list.description = "Description";
        list.picture = model::Picture{"/q.png", "", "", 0, 0, ""};
        list.links = {{"Web", "https://example.org/", {}}};
        list.trail = {{"Up", "/up/"}};
        list.total = 250;
        list.chunk = i;
        list.articles = {summary("/2025/07/14/a1/"), summary("/2025/07/14/a2/")};
        publication.chunks.emplace(model::chunk_key(list.path, i), list);
    }
    return publication;
}

const bundle::File* find(const std::vector<bundle::File>& files, const std::string& name) {
    for (const bundle::File& file : files) {
        if (file.name == name) return &file;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("what is written is read again") {
    const model::Publication publication = sample();
    const auto files = bundle::write_bundle(publication);
    const bundle::File* manifest_file = find(files, "manifest.json");
    REQUIRE(manifest_file != nullptr);
    const auto manifest = bundle::read_manifest(manifest_file->bytes);
    REQUIRE(manifest.value);
    CHECK(manifest.value->entries.size() > 1);

    const bundle::File* start = find(files, manifest.value->start_file());
    REQUIRE(start != nullptr);
    const auto site = bundle::read_start(start->bytes);
    REQUIRE(site.value);
    CHECK(*site.value == publication.site);

    for (const auto& [path, entry] : publication.entries) {
        const bundle::File* file = find(files, manifest.value->entry_file(path));
        REQUIRE(file != nullptr);
        const auto entries = bundle::read_entries(file->bytes);
        REQUIRE(entries.value);
        REQUIRE(entries.value->contains(path));
        CHECK(entries.value->at(path) == entry);
    }
    for (const auto& [key, list] : publication.chunks) {
        const bundle::File* file = find(files, manifest.value->list_file(key));
        REQUIRE(file != nullptr);
        const auto lists = bundle::read_lists(file->bytes);
        REQUIRE(lists.value);
        REQUIRE(lists.value->contains(key));
        CHECK(lists.value->at(key) == list);
    }
}

TEST_CASE("a section may have a category that no article beside it names") {
    model::Publication publication;
    model::ListChunk& front = publication.chunks[model::chunk_key("/", 0)];
    front.path = "/";
    for (const char* name : {"letters from the eastern shore", "letters from the western shore"}) {
        model::ListSection section;
        section.category = {name, "/category/" + std::string(name) + "/"};
        front.sections.push_back(section);
    }
    const auto files = bundle::write_bundle(publication);
    const auto manifest = bundle::read_manifest(find(files, "manifest.json")->bytes);
    const bundle::File* file = find(files, manifest.value->list_file(model::chunk_key("/", 0)));
    REQUIRE(file != nullptr);
    const auto lists = bundle::read_lists(file->bytes);
    REQUIRE(lists.value);
    CHECK(lists.value->at(model::chunk_key("/", 0)).sections == front.sections);
}

TEST_CASE("the same publication gives the same files, another one other names") {
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
    CHECK(find(files, manifest.value->list_file("/#0")) != nullptr);
}

TEST_CASE("a path's shard is the one that the format names") {
    CHECK(bundle::fnv1a_64("") == 0xCBF29CE484222325ull);
    CHECK(bundle::fnv1a_64("foobar") == 0x85944171F73967E8ull);
    bundle::Manifest manifest;
    manifest.entries = {"00000000", "11111111", "22222222"};
    CHECK(manifest.entry_file("foobar") == "e0.00000000.json");
    CHECK(bundle::Manifest{}.entry_file("/x/").empty());
}

TEST_CASE("hostile data gives a sentence or a poorer publication, never a crash") {
    for (const char* json :
         {"", "{", "[]", "null", "1", "\"\\ud800\"", "{\"version\":2}", "{\"version\":1}",
          R"({"version":1,"start":"x","entries":"","lists":""})",
          R"({"version":1,"publish":1,"start":"00000000","entries":"0000000g","lists":"00000000"})",
          R"({"version":1,"start":"../../..","entries":"00000000","lists":"00000000"})"}) {
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
              ["a",{"to":" JaVa\u0009Script:alert(1)"},"text"],["br","inside"],["h9"],[["p"]]]}],
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
}

TEST_CASE("nesting without end is cut") {
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
