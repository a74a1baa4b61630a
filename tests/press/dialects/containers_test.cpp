#include "press/dialects/containers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using broadsheet::press::quotes_of_containers;

TEST_CASE("containers become quotes with a title, with as many lines") {
    struct Case {
        const char* text;
        const char* expected;
    };
    for (const Case& each : {
             Case{"a\n\n:::tip\nText\n\n- x\n:::\n\nb\n",
                  "a\n\n> [!tip] \n> Text\n> \n> - x\n\n\nb\n"},
             Case{"::: warning Thin *ice*\nx\n:::", "> [!warning] Thin *ice*\n> x\n"},
             Case{":::info[Read this]{#id}\nx\n:::\n", "> [!info] Read this\n> x\n\n"},
             Case{"::: details More\nx\n:::\n", "> [!details]- More\n> x\n\n"},
             Case{"::::note\n:::tip\nx\n:::\ny\n::::\n",
                  "> [!note] \n> > [!tip] \n> > x\n> \n> y\n\n"},
             Case{"!!! note \"A title\"\n    Text\n\n        code\n\nb\n",
                  "> [!note] A title\n> Text\n> \n>     code\n\nb\n"},
             Case{"!!! note\n    a\n    !!! tip\n        b\n    c\n",
                  "> [!note] \n> a\n> > [!tip] \n> > b\n> c\n"},
             Case{"??? tip\n    x\n???+ bug \"B\"\n    y\n", "> [!tip]- \n> x\n> [!bug]- B\n> y\n"},
             Case{"import Tabs from '@theme/Tabs';\n\na\n\n[[toc]]\n\n{/* note */}\n\n{/* truncate "
                  "*/}\nb",
                  "\n\na\n\n\n\n\n\n<!--more-->\nb"},
         }) {
        CAPTURE(each.text);
        const std::string text = each.text;
        const std::string made = quotes_of_containers(text);
        CHECK(made == each.expected);
        CHECK(std::count(made.begin(), made.end(), '\n') ==
              std::count(text.begin(), text.end(), '\n'));
    }
}

TEST_CASE("many containers in each other take time and space as their text does") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += ":::tip\n";
    CHECK(quotes_of_containers(text) == text);
    for (int i = 0; i < 20'000; ++i) text += ":::\n";
    CHECK(quotes_of_containers(text).size() < 20 * text.size());
}

TEST_CASE("other signs and code stay as they are") {
    for (const std::string text :
         {"```\n:::tip\nx\n:::\n!!! note\n    y\n```\n", ":::tip\nnot closed\n",
          ":::tabs\nx\n:::\n", "!!! wow\n", "Wait ::: what\n", "import the boat from 'there'\nand",
          "!!!note\n", "??? why\n"}) {
        CAPTURE(text);
        CHECK(quotes_of_containers(text) == text);
    }
}
