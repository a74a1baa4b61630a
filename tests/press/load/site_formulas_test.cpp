// Formulas in whole sites: where they are switched on, and what is made of them.
#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "press/load/load_folder.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using press::load;
using press::MemoryFolder;

namespace {

constexpr const char* body = "a $x$ b \\(y\\)\n";

// The number of formulas in the article "a" of a site.
int formulas_in(const MemoryFolder& folder) {
    const auto site = load(folder);
    for (const auto& [path, entry] : site.publication.entries) {
        if (!path.ends_with("/a/")) continue;
        int count = 0;
        for (const model::Node& node : entry.body.blocks.at(0).children) {
            count += node.kind == model::NodeKind::formula ? 1 : 0;
        }
        CHECK(site.publication.site.formulas == (count > 0));
        return count;
    }
    return -1;
}

int formulas_with(const std::string& field, const char* config_name, const std::string& config,
                  const char* file = "2024-01-01-a.md") {
    const MemoryFolder folder;
    if (*config_name != '\0') folder.write(config_name, config);
    folder.write(file, "---\ntitle: A\ndate: 2024-01-01\n" + field + "---\n" + body);
    return formulas_in(folder);
}

}  // namespace

TEST_CASE("a site and an article switch formulas on and off") {
    CHECK(formulas_with("", "", "") == 0);
    CHECK(formulas_with("", "site.toml", "math = true\n") == 2);
    CHECK(formulas_with("math: false\n", "site.toml", "math = true\n") == 0);
    for (const char* field : {"math: true\n", "mathjax: true\n", "katex: true\n",
                              "use_math: true\n", "extra:\n  math: true\n"}) {
        CAPTURE(field);
        CHECK(formulas_with(field, "", "") == 2);
    }
    CHECK(formulas_with("math: mathjax\n", "", "") == 0);
}

TEST_CASE("other generators' switches count") {
    const char* const hugo = "content/a.md";
    CHECK(formulas_with("", "hugo.toml", "[params]\nmath = true\n", hugo) == 2);
    CHECK(formulas_with("", "hugo.toml", "[params]\nmath = false\n", hugo) == 0);
    const std::string passthrough =
        "[markup.goldmark.extensions.passthrough]\nenable = true\n"
        "[markup.goldmark.extensions.passthrough.delimiters]\n"
        "block = [['\\[', '\\]'], ['$$', '$$']]\n";
    CHECK(formulas_with("", "hugo.toml", passthrough, hugo) == 2);
    CHECK(formulas_with("", "hugo.toml", passthrough + "inline = [['\\(', '\\)'], ['$', '$']]\n",
                        hugo) == 2);
    CHECK(formulas_with("", "hugo.toml", passthrough + "inline = [['\\(', '\\)']]\n", hugo) == 1);
    CHECK(formulas_with("", "hugo.toml", "[params.page.math]\nenable = true\n", hugo) == 2);
    CHECK(formulas_with("", "hugo.toml", "[params.math]\nenable = false\n", hugo) == 0);
    CHECK(formulas_with("", "_config.yml", "use_math: true\n", "_posts/2024-01-01-a.md") == 2);
    CHECK(formulas_with("", "config.toml", "base_url = \"/\"\n[extra]\nkatex = true\n", hugo) == 2);
}

TEST_CASE("a formula is TeX in descriptions and excerpts") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-01-01\nmath: true\n---\nThe \"mass\" $m_1$ -- it "
                 "is $*$.\n\n$$\nE\n$$\n\n# With $x^2$\n");
    const auto site = load(folder);
    const model::Entry& entry = site.publication.entries.at("/2024/01/01/a/");
    CHECK(entry.description == "The “mass” m₁ – it is ∗.");
    const auto& blocks = entry.body.blocks;
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1].kind == model::NodeKind::formula_block);
    CHECK(blocks[1].info == "<mrow><mi>E</mi></mrow>");
    CHECK(blocks[2].identifier == "with-x2");
}

TEST_CASE("the rows of an article are numbered in order") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-01-01\nmath: true\n---\n"
                 "\\begin{equation}\na\n\\end{equation}\n\n$$\nb\n\\tag{9}\n$$\n\n"
                 "$$\n\\begin{gather}c\\\\d\\end{gather}\n$$\n");
    const auto site = load(folder);
    const auto& blocks = site.publication.entries.at("/2024/01/01/a/").body.blocks;
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].info.find("<mtext>(1)</mtext>") != std::string::npos);
    CHECK(blocks[1].info.find("<mtext>(9)</mtext>") != std::string::npos);
    CHECK(blocks[2].info.find("<mtext>(2)</mtext>") != std::string::npos);
    CHECK(blocks[2].info.find("<mtext>(3)</mtext>") != std::string::npos);
}

TEST_CASE("references to formulas have their numbers, before and after them") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-01-01\nmath: true\n---\n"
                 "See \\eqref{eq:two_b} and $x, \\ref{own}$.\n\n"
                 "\\begin{align}\na &= \\text{b} \\label{eq:one} \\\\\n\\label{eq:two_b} c &= d "
                 "\\notag \\\\\ne &= f \\label{eq:\xC3\xA4}\n\\end{align}\n\n"
                 "$$\ny \\label{own} \\tag{Q}\n$$\n\n\\eqref{eq:\xC3\xA4}, \\ref{eq:one}, "
                 "\\eqref{none}, `\\ref{code}`\n");
    const auto site = load(folder);
    const auto& blocks = site.publication.entries.at("/2024/01/01/a/").body.blocks;
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].children[1].info.find("??") != std::string::npos);  // a row without a number
    CHECK(blocks[0].children[3].info.find("<mtext>Q</mtext>") != std::string::npos);
    CHECK(blocks[1].info.find("\xEE\x80") == std::string::npos);
    CHECK(blocks[3].children[0].info == "<mrow><mtext>(2)</mtext></mrow>");
    CHECK(blocks[3].children[2].info == "<mrow><mtext>1</mtext></mrow>");
    CHECK(blocks[3].children[6].text == "\\ref{code}");
    std::string said;
    for (const press::Diagnostic& each : site.diagnostics) {
        said += std::to_string(each.position.line) + ": " + each.what + "\n";
    }
    CHECK(said ==
          "6: no numbered formula has the label \"eq:two_b\"\n18: no numbered formula has the "
          "label \"none\"\n");
}

TEST_CASE("a page of 200 formulas takes less than a second") {
    const MemoryFolder folder;
    std::string text = "---\ntitle: A\ndate: 2024-01-01\nmath: true\n---\n";
    for (int i = 0; i < 200; ++i) {
        text +=
            "The sum $\\sum_{i=0}^{" + std::to_string(i) + "} \\frac{x_i}{\\sqrt{1 + i}}$ is.\n\n";
    }
    folder.write("a.md", text);
    const auto start = std::chrono::steady_clock::now();
    CHECK(load(folder).publication.site.formulas);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    MESSAGE("200 formulas: " << seconds.count() << " s");
    CHECK(seconds.count() <
          10);  // a second where nothing else runs; this leaves room for sanitizers
}
