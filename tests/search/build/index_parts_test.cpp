// Incremental indexing: what reusing runs saves, and that it does not change the result.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "search/build/file_cuts.h"
#include "search/format/index_files.h"
#include "search/newspaper.h"
#include "search/small_index.h"

namespace broadsheet::search {

namespace {

using tests::Document;
using tests::newspaper;
using tests::Random;
using tests::SmallIndex;

struct Change {
    std::size_t files = 0;
    std::size_t files_changed = 0;
    std::size_t texts_wanted = 0;
};

// Indexes `after` with the runs of `before`, and checks that the result is the same as without
// them.
Change change(const std::vector<Document>& before, const std::vector<Document>& after) {
    KnownPostingRuns known;
    const auto first = SmallIndex::files_of(before, known);
    Change change;
    const auto second = SmallIndex::files_of(after, known, "en", &change.texts_wanted);
    KnownPostingRuns nothing;
    CHECK(second == SmallIndex::files_of(after, nothing));
    change.files = second.size();
    for (const auto& [name, bytes] : second) {
        const auto old = first.find(name);
        if (old == first.end() || old->second != bytes) ++change.files_changed;
    }
    return change;
}

}  // namespace

TEST_CASE("an additional word changes only the files with words of its paragraph") {
    const std::vector<Document> before = newspaper(3'000);
    std::vector<Document> after = before;
    after[1'500].body.insert(after[1'500].body.rfind(block_end) + block_end.size(),
                             "extraordinary ");
    const Change all = change(before, after);
    CHECK(all.texts_wanted <= 1'024);
    CHECK(all.files > 100);
    CHECK(all.files_changed < all.files / 2);
    CHECK(all.files_changed > 1);
}

TEST_CASE("an additional article changes only the files of the newest articles") {
    std::vector<Document> after = newspaper(3'000);
    std::vector<Document> before(after.begin(), after.end() - 1);
    const Change all = change(before, after);
    CHECK(all.texts_wanted < 600);
    CHECK(all.files_changed < all.files / 2);
    // The position of the change does not matter.
    before = after;
    before.erase(before.begin() + 700);
    change(before, after);
    change({}, after);
    change(after, {});
}

TEST_CASE("a large change of lengths rebuilds all runs") {
    const std::vector<Document> before = newspaper(1'200);
    std::vector<Document> after = before;
    for (std::size_t i = 0; i < 200; ++i)
        after[i].body += std::string(block_end) + after[i + 1].body;
    CHECK(change(before, after).texts_wanted == after.size());
}

TEST_CASE("runs that several machines made give the index of one machine") {
    const std::vector<Document> documents = newspaper(3'000);
    KnownPostingRuns nothing;
    const auto whole = SmallIndex::files_of(documents, nothing);
    KnownPostingRuns all;
    for (std::size_t number = 0; number < 3; ++number) {
        KnownPostingRuns own;
        IndexBuilder builder("en", SmallIndex::heads_of(documents), own, {number, 3});
        do {
            for (std::size_t i = 0; i < documents.size(); ++i) {
                if (builder.wants(i)) builder.add(i, documents[i]);
            }
        } while (!builder.settle());
        builder.finish_share();
        CHECK(own.runs.size() < nothing.runs.size());
        CHECK_FALSE(own.runs.empty());
        all.averages = own.averages;
        all.runs.merge(own.runs);
        CHECK(own.runs.empty());  // no run was made twice
    }
    std::size_t texts_wanted = 0;
    CHECK(SmallIndex::files_of(documents, all, "en", &texts_wanted) == whole);
    CHECK(texts_wanted == 0);
}

TEST_CASE("documents without a fingerprint are never reused") {
    KnownPostingRuns known;
    SmallIndex::files_of(newspaper(50), known);
    CHECK(known.runs.size() == 1);
    IndexBuilder builder("en", {{"/a/", "A", std::nullopt, {}, {}, 0}}, known);
    CHECK(builder.wants(0));
    DocumentText text;
    text.title = "A";
    builder.add(0, text);
    CHECK_FALSE(builder.wants(0));
    while (!builder.settle()) {
    }
    std::size_t files = 0;
    CHECK(builder.finish([&](const IndexFile&) { ++files; }).has_value());
    CHECK(files >= 3);
    CHECK(known.runs.empty());
}

TEST_CASE("phrases are found in every block of documents and in both segments") {
    constexpr std::uint32_t count = position_block + 2'000;
    std::vector<Document> documents;
    std::uint32_t expected = 0;
    std::uint32_t newest = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const bool right = i % 9 < 2;
        if (right) {
            ++expected;
            newest = i;
        }
        const std::string body = right       ? "alpha beta"
                                 : i % 9 < 4 ? "beta alpha"
                                             : "gamma" + std::to_string(i % 9);
        documents.push_back(tests::document("t" + std::to_string(i), body, 0));
        documents.back().date = model::Date{model::day_from_epoch(10'000 + i)};
    }
    documents.push_back(tests::document("page", "alpha beta", 0));
    documents.back().date.reset();
    SmallIndex index(documents);
    const Answer answer = index.ask("\"alpha beta\"");
    CHECK(answer.total == expected + 1);
    CHECK(answer.outcome == Outcome::complete);
    // Newest first. The page, which has no date, comes last.
    Request request;
    request.query = "\"alpha beta\"";
    request.order = Order::date;
    CHECK(index.ask(request).hits.front().day == model::day_from_epoch(10'000 + newest));
    request.first = expected;
    CHECK(index.ask(request).hits.front().day == std::nullopt);
    CHECK(index.names('p').size() >= 2);
}

TEST_CASE("files are well filled, within limits, and cut at the same places after a change") {
    Random random;
    std::vector<CutUnit> units;
    units.reserve(5'000);
    for (int i = 0; i < 5'000; ++i) {
        units.push_back({1 + random.below(100), random.below(1U << 30U)});
    }
    constexpr std::size_t size = 4'000;
    const std::vector<std::size_t> first = cut_files(units, size);
    CHECK(first.size() < 5'000 * 50 / (size * 3 / 4));
    for (std::size_t i = 0; i < first.size(); ++i) {
        const std::size_t end = i + 1 < first.size() ? first[i + 1] : units.size();
        std::size_t bytes = 0;
        for (std::size_t j = first[i]; j < end; ++j) bytes += units[j].bytes;
        CHECK(bytes <= size);
        if (end < units.size()) CHECK(bytes >= size * 3 / 4);
    }
    units[100].bytes += 60;
    const std::vector<std::size_t> second = cut_files(units, size);
    std::vector<std::size_t> moved;
    std::set_difference(second.begin(), second.end(), first.begin(), first.end(),
                        std::back_inserter(moved));
    CHECK(moved.size() < first.size() / 2);

    // A unit larger than a file gets a larger file of its own.
    units = {{10, 1}, {9'000, 2}, {10, 3}};
    CHECK(cut_files(units, size) == std::vector<std::size_t>{0, 1, 2});
    CHECK(cut_files({}, size).empty());
}

TEST_CASE("file sizes change in steps") {
    CHECK(file_size_for(100, 10, 1'000, 4'000) == 1'000);
    CHECK(file_size_for(1'000'000, 10, 1'000, 4'000) == 4'000);
    CHECK(file_size_for(15'000, 10, 1'000, 4'000) == file_size_for(15'500, 10, 1'000, 4'000));
    // The products exceed 32 bits, which once caused an endless loop in the WebAssembly build.
    CHECK(file_size_for(300'000, 10, 5'000, 36'000) > 29'000);
}

TEST_CASE("invalid roots are rejected") {
    const std::vector<Document> documents = newspaper(20);
    KnownPostingRuns known;
    auto files = SmallIndex::files_of(documents, known);
    const std::string root = files[std::string(root_file)];
    REQUIRE(read_root(root));
    // Names become URLs, so only hashes are accepted.
    std::string hostile = root;
    const auto name = files.begin()->first;
    REQUIRE(name[0] == 'c');
    hostile.replace(hostile.find(name.substr(1, name_hash_length)), 10, "../../../x");
    CHECK_FALSE(read_root(hostile));
    for (std::size_t cut = 0; cut < root.size(); cut += 7) {
        read_root(root.substr(0, cut) + "\"]");
        read_root(root.substr(0, cut) + root.substr(std::min(root.size(), cut + 3)));
    }
}

}  // namespace broadsheet::search
