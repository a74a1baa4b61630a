// Every document that the tool can read is printed and read again to the same document.
#include "press/print/print_markdown.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "press/base/files.h"
#include "press/text/markdown.h"
#include "press/values/source.h"

using namespace broadsheet;
using namespace broadsheet::press;

namespace fs = std::filesystem;

namespace {

model::Document document_of(const std::string& markdown) {
    model::Document document = read_body_text(markdown).document;
    identify_headings(document);
    return document;
}

// The examples of a specification: between fences of 32 backquotes, before a line with a point.
std::vector<std::string> examples_of(const std::string& path) {
    const std::string fence(32, '`');
    std::vector<std::string> examples;
    const std::string text = read_file(path).value_or("");
    for (auto at = text.find(fence + " example"); at != std::string::npos;
         at = text.find(fence + " example", at)) {
        const auto begin = text.find('\n', at) + 1;
        const auto end = text.find("\n.\n", begin - 1);
        if (end == std::string::npos) break;
        std::string example = end < begin ? std::string() : text.substr(begin, end + 1 - begin);
        for (auto arrow = example.find("→"); arrow != std::string::npos;
             arrow = example.find("→")) {
            example.replace(arrow, std::string_view("→").size(), "\t");
        }
        examples.push_back(std::move(example));
        at = text.find(fence, end) + fence.size();
    }
    return examples;
}

struct Round {
    int all = 0;
    int exact = 0;
};

void go_round(const std::string& markdown, const std::string& name, Round& round) {
    const model::Document document = document_of(markdown);
    const PrintedMarkdown printed = print_markdown(document);
    const bool same = document_of(printed.text) == document;
    ++round.all;
    if (same) ++round.exact;
    CHECK(same == printed.exact);
    if (!same)
        MESSAGE(name << "\n"
                     << markdown.substr(0, 2000) << "\n--- printed\n"
                     << printed.text.substr(0, 2000));
}

void check_specification(const std::string& path) {
    const std::vector<std::string> examples = examples_of(path);
    if (examples.empty()) {
        MESSAGE("skipped, because there is no " << path);
        return;
    }
    Round round;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        go_round(examples[i], "example " + std::to_string(i + 1), round);
    }
    MESSAGE(round.exact << " of " << round.all << " examples");
    CHECK(round.exact == round.all);
}

}  // namespace

TEST_CASE("the examples of CommonMark are printed and read again to the same documents") {
    check_specification(BROADSHEET_TESTS_DIR "/browser/node_modules/commonmark-spec/spec.txt");
}

TEST_CASE("the examples of GitHub's extensions are printed and read again to the same documents") {
    check_specification(BROADSHEET_GFM_SPECIFICATION);
}

TEST_CASE("pieces of examples put together at random are printed and read again") {
    const std::vector<std::string> examples =
        examples_of(BROADSHEET_TESTS_DIR "/browser/node_modules/commonmark-spec/spec.txt");
    if (examples.empty()) return;
    std::mt19937 random(1);
    const auto piece = [&] {
        const std::string& example = examples[random() % examples.size()];
        const std::string_view text = example;
        return text.substr(0, random() % (text.size() + 1));
    };
    Round round;
    constexpr int rounds = 3000;
    for (int i = 0; i < rounds; ++i) {
        std::string text;
        for (int k = 0; k < 4; ++k) {
            text += piece();
            if (random() % 2 == 0) text += "\n";
        }
        if (decode_text(text).error) continue;  // cut within a letter
        go_round(text, "text " + std::to_string(i), round);
    }
    MESSAGE(round.exact << " of " << round.all << " texts");
    CHECK(round.exact == round.all);
}

TEST_CASE("the articles of real sites are printed and read again to the same documents") {
    if (!fs::exists(BROADSHEET_SHARED_DIR "/corpora")) {
        MESSAGE("skipped, because there is no " BROADSHEET_SHARED_DIR "/corpora");
        return;
    }
    std::vector<fs::path> files;
    for (const auto& each : fs::recursive_directory_iterator(BROADSHEET_SHARED_DIR "/corpora")) {
        if (each.path().extension() == ".md") files.push_back(each.path());
    }
    std::sort(files.begin(), files.end());
    Round round;
    for (const fs::path& file : files) {
        const std::string text = decode_text(read_file(file).value_or("")).text;
        go_round(std::string(split_front_matter(text).body), file.string(), round);
    }
    MESSAGE(round.exact << " of " << round.all << " files");
    CHECK(round.exact == round.all);
}
