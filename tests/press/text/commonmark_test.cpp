// Converts the examples of the CommonMark specification to a Document and then to HTML, and
// compares the result like the specification's own tests.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

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
    for (const page::Node& node : tests::plain_nodes(document)) {
        // The box in which a wide table scrolls.
        const bool is_box = node.style == page::Style::table_scroller;
        html += page::node_to_html(is_box ? node.children.front() : node);
    }
    return html;
}

struct Example {
    int number = 0;
    std::string markdown;
    std::string html;
};

std::string with_tabs(std::string text) {
    constexpr std::string_view arrow = "→";  // how the specification prints a tab
    for (auto at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at + 1)) {
        text.replace(at, arrow.size(), "\t");
    }
    return text;
}

// Of a specification's text: fences of 32 backquotes with "example" behind the first, and a line
// with one dot between Markdown and HTML. Examples of extensions have the extension's name behind
// it.
std::vector<Example> read_examples(const std::string& file, bool extensions) {
    const std::string fence(32, '`');
    std::ifstream in(file);
    std::vector<Example> examples;
    std::string* part = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (part == nullptr) {
            const bool begins =
                extensions ? line.starts_with(fence + " example ") : line == fence + " example";
            if (!begins) continue;
            Example& example = examples.emplace_back();
            example.number = static_cast<int>(examples.size());
            part = &example.markdown;
        } else if (line == fence) {
            part = nullptr;
        } else if (line == "." && part == &examples.back().markdown) {
            part = &examples.back().html;
        } else {
            *part += with_tabs(line) + "\n";
        }
    }
    return examples;
}

// The specification of CommonMark, which its npm package has.
std::vector<Example> read_examples() {
    return read_examples(BROADSHEET_TESTS_DIR "/browser/node_modules/commonmark-spec/spec.txt",
                         false);
}

// One difference per line: "number reason". '#' starts a comment.
std::map<int, std::string> read_differences(const std::string& name) {
    std::map<int, std::string> differences;
    std::ifstream in(BROADSHEET_TESTS_DIR "/press/text/" + name);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        int number = 0;
        std::string reason;
        if (words >> number && std::getline(words >> std::ws, reason)) differences[number] = reason;
    }
    return differences;
}

}  // namespace

namespace {

void compare(const std::vector<Example>& examples, const std::map<int, std::string>& differences) {
    for (const Example& example : examples) {
        const std::string ours =
            test::normalize_html(html_of(press::parse_markdown(example.markdown, direct).document));
        const std::string theirs = test::normalize_html(example.html);
        INFO("example " << example.number << ": " << example.markdown);
        if (differences.contains(example.number)) {
            // A difference that is gone must leave the list.
            CHECK(ours != theirs);
        } else {
            CHECK(ours == theirs);
        }
    }
}

}  // namespace

TEST_CASE("the examples of CommonMark come out as the specification shows them") {
    const std::vector<Example> examples = read_examples();
    CHECK(examples.size() == 652);
    compare(examples, read_differences("commonmark_differences.txt"));
}

TEST_CASE("the examples of GitHub's extensions come out as its specification shows them") {
    const std::vector<Example> examples = read_examples(BROADSHEET_GFM_SPECIFICATION, true);
    CHECK(examples.size() == 24);
    compare(examples, read_differences("gfm_differences.txt"));
}

TEST_CASE("both ways from Markdown to a document give the same") {
    for (const Example& example : read_examples()) {
        INFO("example " << example.number << ": " << example.markdown);
        const model::Document one = press::parse_markdown(example.markdown, direct).document;
        const model::Document other =
            press::parse_markdown(example.markdown, through_html).document;
        if (one != other) CHECK(html_of(one) == html_of(other));
        CHECK(one == other);
    }
}
