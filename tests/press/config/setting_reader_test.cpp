#include "press/config/setting_reader.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace broadsheet::press {

namespace {

struct Inner {
    int size = 3;
};

struct Outer {
    std::string name;
    std::optional<bool> flag;
    Inner inner;
};

std::vector<Setting<Outer>> settings() {
    return {text_setting("name", &Outer::name, "text", "The name."),
            flag_setting("flag", &Outer::flag, "A flag."),
            table_setting("inner", &Outer::inner,
                          {number_setting("size", &Inner::size, 1, 10, "The size", "a size")})};
}

struct Result {
    Outer outer;
    std::string said;
};

Result read(const std::string& toml) {
    Result result;
    Diagnostics diagnostics;
    SettingReader reader(diagnostics);
    read_settings(reader, parse_toml(toml, 1).root, "site.toml", settings(), result.outer);
    for (const Diagnostic& each : diagnostics) {
        result.said +=
            std::to_string(each.position.line) + ": " + each.what + "; " + each.remedy + "\n";
    }
    return result;
}

}  // namespace

TEST_CASE("settings are read into their members") {
    const Result result = read("Name = 'x'\nflag = false\n[inner]\nsize = 10\n");
    CHECK(result.said.empty());
    CHECK(result.outer.name == "x");
    CHECK(result.outer.flag == false);
    CHECK(result.outer.inner.size == 10);
}

TEST_CASE("wrong settings are errors at their place") {
    const Result result = read("name = ['x']\nflag = 1\nnmae = 'y'\n[inner]\nsize = 11\n");
    CHECK(result.outer.name.empty());
    CHECK(!result.outer.flag);
    CHECK(result.outer.inner.size == 3);
    CHECK(result.said.find("1: name is a list") != std::string::npos);
    CHECK(result.said.find("text") != std::string::npos);
    CHECK(result.said.find("2: flag is \"1\"") != std::string::npos);
    CHECK(result.said.find("3: ") != std::string::npos);
    CHECK(result.said.find("\"name\"") != std::string::npos);
    CHECK(result.said.find("5: size is \"11\"") != std::string::npos);
    CHECK(result.said.find("a size from 1 to 10") != std::string::npos);
}

TEST_CASE("each setting has its entry in the manual") {
    const auto texts = texts_under("", settings());
    REQUIRE(texts.size() == 3);
    CHECK(texts[1].value == "true or false");
    const std::vector<Setting<Outer>> all = settings();
    REQUIRE(all[2].texts.size() == 1);
    CHECK(all[2].texts[0].header == "[inner]");
    CHECK(all[2].texts[0].value == "1 to 10");
    CHECK(all[2].texts[0].meaning == "The size (default: 3)");
}

}  // namespace broadsheet::press
