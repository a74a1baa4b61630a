#include "press/config/site_settings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "press/config/site_config.h"

namespace broadsheet::press {

TEST_CASE("names at the top are settings and tables, each once") {
    const auto names = names_in("");
    const std::set<std::string_view> distinct(names.begin(), names.end());
    CHECK(distinct.size() == names.size());
    for (const char* name : {"title", "authors", "menu", "feeds", "check", "look", "phrases"}) {
        CHECK(distinct.contains(name));
    }
    CHECK(!distinct.contains("limit"));
    CHECK(names_in("feeds") == std::vector<std::string_view>{"limit", "full"});
}

// A setting that the table names and the parser does not read would be a promise not kept: a value
// of a wrong kind must be an error of its own.
TEST_CASE("the parser reads every setting of the table") {
    for (const Setting& setting : site_settings()) {
        if (setting.name == "NAME") continue;
        Value value;
        value.kind = ValueKind::list;
        value.name = setting.name;
        value.items.emplace_back();
        value.items.back().kind = ValueKind::list;
        Value root;
        root.kind = ValueKind::table;
        if (setting.table.empty()) {
            root.members.push_back(value);
        } else {
            std::string_view rest = setting.table;
            const std::string_view first = rest.substr(0, rest.find('.'));
            Value table;
            table.kind = ValueKind::table;
            table.members.push_back(value);
            Value outer;
            outer.name = first;
            outer.kind = ValueKind::table;
            if (first == "advertisements") {
                outer.kind = ValueKind::list;
                // One without a place or a file is read no further.
                for (const auto& [name, text] : {std::pair("slot", "top"), {"file", "a.jpg"}}) {
                    if (setting.name == name) continue;
                    Value needed;
                    needed.kind = ValueKind::text;
                    needed.name = name;
                    needed.text = text;
                    table.members.push_back(needed);
                }
                outer.items.push_back(table);
            } else if (first == "authors") {
                table.name = "somebody";
                outer.members.push_back(table);
            } else if (first == "menu" && rest != "menu") {
                Value list;
                list.name = "main";
                list.kind = ValueKind::list;
                list.items.push_back(table);
                outer.members.push_back(list);
            } else {
                outer.members.push_back(value);
            }
            root.members.push_back(outer);
        }
        Diagnostics diagnostics;
        read_site_config(root, diagnostics);
        CAPTURE(setting.table);
        CAPTURE(setting.name);
        bool named = false;
        for (const Diagnostic& each : diagnostics) {
            CHECK(each.what.find("means nothing") == std::string::npos);
            named = named || each.what.find(setting.name) != std::string::npos;
        }
        CHECK(named);
    }
}

TEST_CASE("the README's list of settings is that of the parser") {
    std::ifstream in(std::string(BROADSHEET_TESTS_DIR) + "/../README.md");
    const std::string readme(std::istreambuf_iterator<char>(in), {});
    const std::string begin = "<!-- settings: `broadsheet manual --settings` -->\n";
    const auto start = readme.find(begin);
    REQUIRE(start != std::string::npos);
    const auto end = readme.find("<!-- /settings -->", start);
    REQUIRE(end != std::string::npos);
    CHECK(readme.substr(start + begin.size(), end - start - begin.size()) == settings_markdown());
}

}  // namespace broadsheet::press
