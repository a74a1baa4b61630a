// Difficult texts, tokenised, indexed and searched. The native tests and those under Node.js
// compare the results with the same golden files. This ensures that the index of the tool and the
// queries in the browser use the same words.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "golden_file.h"
#include "search/small_index.h"
#include "search/words/stem.h"
#include "search/words/tokens.h"

namespace broadsheet::search {

namespace {

struct HardText {
    std::string language;
    std::string text;
};

std::vector<HardText> hard_texts() {
    std::ifstream in(std::string(BROADSHEET_TESTS_DIR) + "/search/hard_texts.txt",
                     std::ios::binary);
    std::vector<HardText> texts;
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        texts.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return texts;
}

std::vector<tests::Document> documents_of(const std::vector<HardText>& texts) {
    std::vector<tests::Document> documents;
    int day = 0;
    for (const HardText& each : texts) {
        documents.push_back(tests::document(each.language + " " + std::to_string(day), each.text,
                                            day, each.language));
        ++day;
    }
    return documents;
}

std::string visible(std::string text) {
    for (char& c : text) {
        if (c == mark_begin) c = '[';
        if (c == mark_end) c = ']';
    }
    return text;
}

}  // namespace

TEST_CASE("both builds tokenise, fold and stem alike") {
    const std::vector<HardText> texts = hard_texts();
    REQUIRE(texts.size() > 30);
    std::string out;
    for (const HardText& each : texts) {
        out += each.language + ": " + each.text + '\n';
        const std::uint32_t positions = tokenise(each.text, [&](const Token& token) {
            out += "  " + std::to_string(token.position) + (token.whole ? " " : " +");
            out += token.term;
            out += " " + std::to_string(token.begin) + "-" + std::to_string(token.end) + " run " +
                   std::to_string(token.run);
            const std::string folded = fold(token.term);
            if (folded != token.term) out += " folded " + folded;
            const std::string root = stem(token.term, each.language);
            if (root != token.term) out += " stem " + root;
            out += '\n';
        });
        out += "  = " + std::to_string(positions) + '\n';
    }
    tests::check_golden("search/tokens.txt", out);
}

TEST_CASE("both builds give the same index and the same answers") {
    const std::vector<HardText> texts = hard_texts();
    tests::SmallIndex index(documents_of(texts));
    std::string out;
    // Names depend on the content, except the root's.
    for (const auto& [name, bytes] : index.files) {
        out += name + " " + std::to_string(bytes.size()) + " " + name_hash(bytes) + '\n';
    }
    std::vector<std::string> queries = {"\"well-known re-entry\"",
                                        "CAFE",
                                        "сьемка",
                                        "naive coeur",
                                        "strasse",
                                        "東京",
                                        "서울",
                                        "กรุงเทพ",
                                        "HTTPserver",
                                        "\"go:embed\"",
                                        "istanbull",
                                        "24925"};
    // Each document is found by its last word.
    for (const HardText& each : texts) {
        std::string last;
        tokenise(each.text, [&](const Token& token) { last = token.term; });
        if (!last.empty()) queries.push_back(last);
    }
    for (const std::string& query : queries) {
        const Answer answer = index.ask(query);
        out += query + ": " + std::to_string(answer.total);
        if (!answer.understood.empty()) out += " for " + answer.understood;
        out += '\n';
        for (const Hit& hit : answer.hits) {
            out += "  " + visible(hit.title) + " | " + visible(hit.excerpt) + '\n';
        }
    }
    tests::check_golden("search/answers.txt", out);
}

}  // namespace broadsheet::search
