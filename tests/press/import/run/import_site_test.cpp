// A large export, compared with what its generator says of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "press/base/files.h"
#include "press/import/imported_paper.h"
#include "press/import/run/import_sources.h"
#include "press/import/wordpress_export.h"
#include "press/load/site_loader.h"
#include "press/print/print_markdown.h"
#include "press/values/source.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace fs = std::filesystem;

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

std::string field_of(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 3;
    return text.substr(begin, text.find('\n', begin) - begin);
}

constexpr std::string_view site_address = "https://capitals.example";

LoadedSite load_imported(const fs::path& folder) {
    LoadOptions options;
    options.content = folder;
    options.filter.now = model::Date{{2027, 1, 1}, 0, 0, 0, 0};
    return load_site(options);
}

// True if the terms are those of the oracle, whatever their order.
bool has_terms(const std::vector<model::TermReference>& terms, const nlohmann::json& wanted) {
    return terms.size() == wanted.size() &&
           std::all_of(terms.begin(), terms.end(), [&](const model::TermReference& term) {
               return std::find(wanted.begin(), wanted.end(), term.name) != wanted.end();
           });
}

// The oracle names one category of an article by the slugs from the top: its list has this path, or
// the article is in it.
void check_category(const model::Entry& entry, const nlohmann::json& wanted) {
    const auto& trail = entry.summary.category_trail;
    if (wanted.empty() || wanted[0] == "food-drink") return;
    REQUIRE_FALSE(trail.empty());
    CHECK(trail.back().path == "/category/" + wanted[0].get<std::string>() + "/");
}

// True if `wanted` occur in `words` in this order.
bool in_order(const nlohmann::json& wanted, const std::vector<std::string>& words) {
    std::size_t i = 0;
    for (const auto& each : wanted) {
        const std::string word = each.get<std::string>();
        if (word == "amp" || word == "lt" || word == "gt") continue;  // of references
        while (i < words.size() && words[i] != word) ++i;
        if (i++ >= words.size()) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("of a large export no address, term or word is lost, and nothing private is published") {
    const std::string tool = BROADSHEET_SHARED_DIR "/tools/newsroom-wxr";
    const ScratchFolder scratch;
    const std::string xml = (scratch.path() / "export.xml").string();
    const std::string command = "python3 " + tool + " " + xml + " --articles 300 > /dev/null 2>&1";
    if (!fs::exists(tool) || std::system(command.c_str()) != 0) {
        MESSAGE("skipped, because there is no " << tool);
        return;
    }
    const ImportReport report = import_site({.source = find_import_source("wordpress"),
                                             .exports = {xml},
                                             .out = scratch.path() / "paper",
                                             .jobs = 2});
    REQUIRE(report.ok());
    CHECK(report.inexact.empty());
    std::map<std::string, std::string> texts;  // by guid
    for (const auto& each : fs::recursive_directory_iterator(scratch.path() / "paper")) {
        if (each.path().extension() != ".md") continue;
        std::string text = read_file(each.path()).value_or("");
        texts[field_of(text, "guid")] = std::move(text);
    }
    const LoadedSite site = load_imported(scratch.path() / "paper");
    CHECK(count_of(site.diagnostics, Severity::error) == 0);
    std::ifstream oracle(scratch.path() / "export.oracle.jsonl");
    int items = 0;
    for (std::string line; std::getline(oracle, line); ++items) {
        const auto wanted = nlohmann::json::parse(line);
        const std::string id = std::to_string(wanted["id"].get<int>());
        CAPTURE(id);
        const std::string& text = texts["\"https://capitals.example/?p=" + id + "\""];
        REQUIRE_FALSE(text.empty());
        const std::string status = wanted["status"];
        const bool is_open = status == "publish" || status == "future";
        const bool is_draft = field_of(text, "draft") == "true";
        CHECK((is_open || is_draft));
        const std::string body(split_front_matter(text).body);
        CHECK(
            in_order(wanted["words"], words_of(model::plain_text(read_body_text(body).document))));
        CHECK(field_of(text, "authors") == "[\"" + wanted["author"].get<std::string>() + "\"]");
        CHECK_FALSE(has(body, "[contact-form"));
        CHECK_FALSE(has(body, "wp:"));
        CHECK_FALSE(has(body, "<script"));
        // The address on the built site, with everything that hangs on it.
        const std::string path = wanted["link"].get<std::string>().substr(site_address.size());
        const model::Entry* entry = site.publication.entry(path);
        if (status != "publish" || is_draft) {
            CHECK(entry == nullptr);
            continue;
        }
        REQUIRE(entry != nullptr);
        CHECK(entry->guid == "https://capitals.example/?p=" + id);
        CHECK(has_terms(entry->tags, wanted["tags"]));
        check_category(*entry, wanted["categories"]);
        REQUIRE(entry->summary.authors.size() == (wanted["type"] == "post" ? 1 : 0));
        const model::Entry* number = site.publication.entry("/?p=" + id);
        REQUIRE(number != nullptr);
        CHECK(number->redirect == path);
    }
    CHECK(items == 302);
}

TEST_CASE("a folder of uploads that does not exist is an error, before anything is written") {
    ImportedPaper site("wordpress", "export.xml", wordpress_export(post_item(1, "x")));
    REQUIRE(site.report.ok());
    site.options.uploads = site.path("nowhere");
    site.options.out = site.path("again");
    CHECK(!site.run().ok());
    REQUIRE(site.report.diagnostics.size() == 1);
    CHECK(site.report.diagnostics[0].what == "the folder that --uploads names does not exist");
    CHECK(!fs::exists(site.options.out));
    site.options.uploads = site.options.exports.front();
    CHECK(!site.run().ok());
    CHECK(site.report.diagnostics[0].what == "--uploads names a file instead of a folder");
}
