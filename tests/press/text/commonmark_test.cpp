// Converts the examples of the CommonMark specification to a Document and then to HTML, and
// compares the result like the specification's own tests.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "document_nodes.h"
#include "page/page.h"
#include "press/text/markdown.h"
#include "press/text/normalize_html.h"

namespace {

using namespace broadsheet;

constexpr press::MarkdownOptions direct = {.identifiers = press::HeadingIdentifiers::none};
constexpr press::MarkdownOptions through_html = {.identifiers = press::HeadingIdentifiers::none,
                                                 .route = press::Route::through_html};

std::string html_of(const model::Document& document) {
    std::string html;
    for (const page::Node& node : tests::plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

nlohmann::json read_examples() {
    std::ifstream in(BROADSHEET_SHARED_DIR "/corpora/commonmark/spec-tests.json");
    if (!in) return {};
    return nlohmann::json::parse(in, nullptr, false);
}

// One difference per line: "number reason". '#' starts a comment.
std::map<int, std::string> read_differences() {
    std::map<int, std::string> differences;
    std::ifstream in(BROADSHEET_TESTS_DIR "/press/text/commonmark_differences.txt");
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        int number = 0;
        std::string reason;
        if (words >> number && std::getline(words >> std::ws, reason)) differences[number] = reason;
    }
    return differences;
}

}  // namespace

TEST_CASE("the CommonMark examples match the specification") {
    const nlohmann::json examples = read_examples();
    if (!examples.is_array()) {
        MESSAGE("skipped: the examples of the specification are not there");
        return;
    }
    CHECK(examples.size() == 652);
    const std::map<int, std::string> differences = read_differences();
    for (const nlohmann::json& example : examples) {
        const int number = example["example"].get<int>();
        const auto markdown = example["markdown"].get<std::string>();
        const std::string ours =
            test::normalize_html(html_of(press::parse_markdown(markdown, direct).document));
        const std::string theirs = test::normalize_html(example["html"].get<std::string>());
        INFO("example " << number << ": " << markdown);
        if (differences.contains(number)) {
            // A listed difference that no longer exists must be removed from the list.
            CHECK(ours != theirs);
        } else {
            CHECK(ours == theirs);
        }
    }
}

TEST_CASE("both routes from Markdown to a document give the same result") {
    const nlohmann::json examples = read_examples();
    if (!examples.is_array()) {
        MESSAGE("skipped: the examples of the specification are not there");
        return;
    }
    for (const nlohmann::json& example : examples) {
        const auto markdown = example["markdown"].get<std::string>();
        INFO("example " << example["example"].get<int>() << ": " << markdown);
        const model::Document one = press::parse_markdown(markdown, direct).document;
        const model::Document other = press::parse_markdown(markdown, through_html).document;
        if (one != other) CHECK(html_of(one) == html_of(other));
        CHECK(one == other);
    }
}
