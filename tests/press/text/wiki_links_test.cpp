#include "press/text/wiki_links.h"

#include <doctest/doctest.h>

#include <array>

namespace broadsheet::press {

namespace {

WikiText resolved(std::string_view text, bool is_vault = true) {
    WikiTargets targets;
    targets.is_vault = is_vault;
    targets.article = [](std::string_view name) {
        return name == "Other Note" ? std::optional<std::string>("/other-note/") : std::nullopt;
    };
    targets.file = [](std::string_view name) {
        return name == "p q.png" || name == "r.pdf" ? std::optional("/files/" + std::string(name))
                                                    : std::nullopt;
    };
    return resolve_wiki_links(text, targets);
}

}  // namespace

TEST_CASE("links between double brackets become links of Markdown") {
    constexpr auto cases = std::to_array<std::array<std::string_view, 2>>({
        {"See [[Other Note]].", "See [Other Note](</other-note/>)."},
        {"[[Other Note|the *other*]]", "[the *other*](</other-note/>)"},
        {"| [[Other Note\\|it]] |", "| [it](</other-note/>) |"},
        {"[[Other Note#Costs & more]]", "[Other Note](</other-note/#costs--more>)"},
        {"[[Other Note#Part#Costs]]", "[Other Note](</other-note/#costs>)"},
        {"[[Other Note#^block]]", "[Other Note](</other-note/>)"},
        {"[[#Costs]]", "[Costs](<#costs>)"},
        {"![[p q.png]] ![[p q.png|300]]", "![](</files/p q.png>) ![](</files/p q.png>)"},
        {"![[p q.png|A boat|300]]", "![A boat](</files/p q.png>)"},
        {"![[r.pdf]]", "[r.pdf](</files/r.pdf>)"},
        {"[[r.pdf]]", "[r.pdf](</files/r.pdf>)"},
        {"[[p q.png|the plan]]", "[the plan](</files/p q.png>)"},
        {"![[Other Note]]", "[Other Note](</other-note/>)"},
        {"`[[Other Note]]` \\[[Other Note]]", "`[[Other Note]]` \\[[Other Note]]"},
        {"```\n[[Other Note]] %%x%%\n```\n", "```\n[[Other Note]] %%x%%\n```\n"},
        {"[[1]] [[]] [[a [b]] [[Other Note", "[[1]] [[]] [[a [b]] [[Other Note"},
    });
    for (const auto& one : cases) {
        INFO(one[0]);
        CHECK(resolved(one[0]).text == one[1]);
    }
}

TEST_CASE("comments of a vault are removed, and lines keep their numbers") {
    CHECK(resolved("a %%not yet%% b").text == "a  b");
    CHECK(resolved("a %%not\n`yet\n```\n%% b").text == "a \n\n\n b");
    CHECK(!resolved("a %%x%%").comment);
}

TEST_CASE("outside of a vault, comments stay and are told") {
    CHECK(resolved("a %%x%% b", false).text == "a %%x%% b");
    CHECK(resolved("a\nb %%x%% c", false).comment == 4U);
    CHECK(!resolved("100 %% of all, 5 % of some", false).comment);
}

TEST_CASE("names without a target are told: in a vault all, elsewhere those of files") {
    CHECK(resolved("[[Nobody]] ![[none.png]]").missing ==
          std::vector<std::string>{"Nobody", "none.png"});
    CHECK(resolved("[[Nobody]] ![[none.png]]", false).missing ==
          std::vector<std::string>{"none.png"});
}

}  // namespace broadsheet::press
