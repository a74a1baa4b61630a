// What an answer fetches from a large index, and what happens if a host does not support ranges or
// serves wrong ones.
#include "search/query/index_cache.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "search/newspaper.h"
#include "search/small_index.h"

namespace broadsheet::search {

namespace {

using tests::Document;
using tests::newspaper;
using tests::SmallIndex;
using tests::WantedName;

// The fetched files of a family: "r5-100", or "r*" for a whole file.
std::vector<std::string> fetched(const SmallIndex& index, char family) {
    std::vector<std::string> found;
    for (const std::string& name : index.fetched) {
        if (name[0] != family || name == root_file) continue;
        const WantedName wanted(name);
        found.push_back(family + (wanted.is_part ? name.substr(wanted.file.size() + 1) : "*"));
    }
    return found;
}

bool any_whole(const std::vector<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [](const std::string& name) { return name.ends_with('*'); });
}

std::size_t fetched_bytes(const SmallIndex& index, char family) {
    std::size_t bytes = 0;
    for (const std::string& name : index.fetched) {
        if (name[0] == family) bytes += WantedName(name).size;
    }
    return bytes;
}

std::vector<std::string> paths(const Answer& answer) {
    std::vector<std::string> paths;
    for (const Hit& hit : answer.hits) paths.push_back(hit.path);
    return paths;
}

// A frequent and a rare word of `newspaper`.
const std::string frequent = tests::word(1);
const std::string rare = tests::word(3'990);

std::vector<Document> large() {
    std::vector<Document> documents = newspaper(6'500);
    // The positions of these words are not beside their postings.
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i % 9 < 4) documents[i].body += " tide harbour tide harbour";
    }
    // Too long for a record.
    documents.back().title = "zzz " + std::string(300, 'x');
    documents.back().path = "/" + std::string(200, 'y') + "/";
    return documents;
}

}  // namespace

TEST_CASE("an answer from a large index fetches only parts of files") {
    SmallIndex index(large());
    // 6,400 and 100 documents.
    CHECK(index.names('r').size() == 2);
    const Answer answer = index.ask(frequent);
    CHECK(answer.outcome == Outcome::complete);
    CHECK(answer.total > 1'000);
    for (const Hit& hit : answer.hits) CHECK(hit.excerpt.find(mark_begin) != std::string::npos);
    CHECK(fetched(index, 'f').size() == 1);  // those of the newest documents are in the term file
    CHECK(fetched(index, 'd').empty());
    CHECK_FALSE(fetched(index, 'r').empty());
    CHECK(fetched(index, 'r').size() <= answer.hits.size());
    CHECK_FALSE(any_whole(fetched(index, 'f')));
    CHECK_FALSE(any_whole(fetched(index, 'r')));

    // A repeated request fetches nothing.
    index.fetched.clear();
    CHECK(paths(index.ask(frequent)) == paths(answer));
    CHECK(index.fetched.empty());

    // The postings of a rare word are in the term file.
    index.ask(rare);
    CHECK(fetched(index, 'f').empty());
}

TEST_CASE("a first answer takes few requests") {
    SmallIndex index(large());
    Request request;
    request.count = 5;
    const auto requests = [&](const std::string& query) {
        request.query = query;
        index.joined_requests = 0;
        Engine engine;
        CHECK(index.ask(request, engine).outcome == Outcome::complete);
        return index.joined_requests;
    };
    // The root, for each word a term file and a part of a posting file, with the small positions,
    // and the records. The newest documents have a file of records of their own.
    std::size_t words = 0;
    std::size_t words_of_four = 0;
    for (std::uint32_t i = 0; i < 3'990; i += 57) {
        CAPTURE(i);
        index.fetched.clear();
        const std::size_t one = requests(tests::word(i));
        std::set<std::string> record_files;
        for (const std::string& name : index.fetched) {
            if (name[0] == 'r' && name != root_file) record_files.insert(WantedName(name).file);
        }
        CHECK(one <= 3 + record_files.size());
        ++words;
        if (one <= 4) ++words_of_four;
        // The positions of frequent words are in a file of their own.
        const std::size_t two = requests(tests::word(i) + " " + tests::word(411 + i % 3'579));
        CHECK(two <= (i < 411 ? 8 : 7));
    }
    CHECK(words_of_four * 2 >= words);
    CHECK(requests("zqxjk") <= 4);
    CHECK(requests("\"" + tests::word(1'000) + " " + tests::word(1'411) + "\"") <= 6);
}

TEST_CASE("a host without ranges serves whole files, and results have no texts") {
    const std::vector<Document> documents = large();
    SmallIndex with(documents);
    SmallIndex without(documents);
    without.gives_parts = false;
    for (const std::string& query :
         {frequent, rare, frequent + " " + tests::word(2),
          "\"" + frequent + " " + tests::word(2) + "\"", std::string("\"harbour tide\"")}) {
        CAPTURE(query);
        const Answer expected = with.ask(query);
        const Answer answer = without.ask(query);
        CHECK(answer.outcome == Outcome::complete);
        CHECK(answer.total == expected.total);
        CHECK(paths(answer) == paths(expected));
        for (const Hit& hit : answer.hits) CHECK(hit.excerpt.empty());
    }
    CHECK(any_whole(fetched(without, 'f')));
    CHECK(any_whole(fetched(without, 'd')));
    CHECK(any_whole(fetched(without, 'p')));  // of a frequent word, whose positions are large

    // No file is fetched for closeness alone.
    without.fetched.clear();
    without.ask(rare + " " + tests::word(3'980));
    CHECK(fetched(without, 'p').empty());
}

TEST_CASE("documents that are too long for a record are in the document file") {
    SmallIndex index(large());
    const Answer answer = index.ask("zzz");
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].path == "/" + std::string(200, 'y') + "/");
    CHECK(fetched(index, 'd').size() == 1);
}

TEST_CASE("parts and files that are too short make an answer partial") {
    SmallIndex index(large());
    for (auto& [name, bytes] : index.files) {
        if (name[0] == 'f') bytes = R"(["!!!!"])";
    }
    Request request;
    request.query = frequent;
    Step step = index.engine.ask(request);
    int rounds = 0;
    for (; !step.wanted.empty() && rounds < 20; ++rounds) {
        for (const std::string& name : step.wanted) {
            const std::string& bytes = index.files[WantedName(name).file];
            index.engine.supply(name, bytes);
        }
        step = index.engine.ask(request);
    }
    CHECK(rounds < 10);
    CHECK(step.answer.outcome == Outcome::partial);
}

TEST_CASE("parts that are close together are fetched together") {
    SmallIndex index(large());
    Request request;
    request.query = "story";
    request.order = Order::date;
    request.count = 10;
    CHECK(index.ask(request).hits.size() == 10);
    // The newest ten are adjacent; the newest one has no record.
    CHECK(fetched(index, 'r').size() == 1);
}

TEST_CASE("a prefix of many frequent words fetches only some of them") {
    std::vector<Document> documents = newspaper(3'000);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (int j = 0; j < 20; ++j) {
            if (i % 20 != static_cast<std::size_t>(j)) {
                documents[i].body += " prefix" + tests::word(static_cast<std::uint32_t>(j));
            }
        }
    }
    SmallIndex index(documents);
    Request request;
    request.query = "prefi";
    request.typing = true;
    CHECK(index.ask(request).total == 3'000);
    const std::size_t bytes = fetched_bytes(index, 'f');
    CHECK(bytes > 4'000);
    CHECK(bytes < 30'000);
}

TEST_CASE("a phrase fetches only the positions of its words") {
    std::vector<Document> documents = large();
    documents[5].body += " tide lighthouse " + rare;
    SmallIndex index(documents);
    CHECK(index.ask("\"tide lighthouse\"").total == 1);
    // Of the two blocks of the frequent word, the one with the document.
    CHECK(fetched(index, 'p').size() == 1);
    CHECK_FALSE(any_whole(fetched(index, 'p')));
    CHECK(fetched_bytes(index, 'p') < 10'000);

    // Small positions come with the postings.
    index.fetched.clear();
    CHECK(index.ask("\"lighthouse " + rare + "\"").total == 1);
    CHECK(fetched(index, 'p').empty());
    CHECK_FALSE(fetched(index, 'f').empty());
}

TEST_CASE("in a small index, the most frequent words are part of phrases and titles") {
    const auto with_common_words = [](int count) {
        std::vector<Document> documents = newspaper(count);
        for (Document& each : documents) each.body += " of the and";
        documents[3].body += " the lantern of the keeper";
        documents[4].body += " the lantern and the keeper";
        documents[5].title = "Of the keeper";
        documents[900].title = "A keeper story";
        return documents;
    };
    SmallIndex index(with_common_words(1'200));
    CHECK(index.ask("\"lantern of the keeper\"").total == 1);
    CHECK(index.ask("\"lantern and the keeper\"").total == 1);
    CHECK(index.ask("\"lantern and of keeper\"").total == 0);
    CHECK(index.titles("of the keeper").starts_with("Of the keeper, A keeper story"));
    // Documents without the frequent words are found too.
    CHECK(index.ask("zzzzqq of").total == 0);
    CHECK(index.ask("of the keeper").total == index.ask("keeper ").total);

    // In a large index, any word matches in place of a frequent one.
    SmallIndex large(with_common_words(2'100));
    CHECK(large.ask("\"lantern and of keeper\"").total == 2);
    large.fetched.clear();
    large.ask("of the keeper");
    CHECK(fetched(large, 'f').empty());
}

TEST_CASE("corrections do not fetch less similar words") {
    std::vector<Document> documents = newspaper(2'500);
    for (std::uint32_t i = 0; i < 40'000; ++i) {
        const auto letter = static_cast<char>('a' + i % 26);
        for (std::uint32_t j = 0; j < 3; ++j) {
            documents[(i + j * 811) % 2'500].body += " " + (letter + tests::word(i)) + "qu";
        }
    }
    documents[5].body += " byzantium byzantium";
    documents[6].body += " byzantium";
    documents[7].body += " byzantium";
    SmallIndex index(documents);
    REQUIRE(index.names('w').size() > 12);
    CHECK(index.ask("byzanitum").understood == "byzantium");
    const std::size_t count = fetched(index, 'w').size();
    CHECK(count <= 2);
    CHECK(index.ask("ybzantium").understood == "byzantium");
    CHECK(index.names('w').size() > 6 * count);
}

TEST_CASE("closeness is compared only if positions are small") {
    std::vector<Document> documents = newspaper(3'000);
    for (std::size_t i = 0; i < documents.size(); i += 3) {
        for (int j = 0; j < 8; ++j) documents[i].body += " harbour ferry";
    }
    documents[7].body += " bridge river";
    documents[8].body += " river with a new bridge";
    SmallIndex index(documents);
    const Answer answer = index.ask("river bridge");
    REQUIRE(answer.hits.size() == 2);
    CHECK(tests::titles_of(answer.hits) == "story 7, story 8");
    // They came with the postings.
    CHECK_FALSE(fetched(index, 'f').empty());
    CHECK(fetched(index, 'p').empty());

    index.fetched.clear();
    CHECK(index.ask("harbour ferry").total == 1'000);
    CHECK(fetched(index, 'p').empty());
}

}  // namespace broadsheet::search
