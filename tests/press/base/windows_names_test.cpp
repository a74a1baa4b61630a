#include "press/base/windows_names.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

namespace broadsheet::press {

TEST_CASE("names that Windows cannot store are known, each with the reason") {
    const std::string device = "it is the name of a device there";
    const std::array<std::pair<std::string, std::string>, 41> cases = {{
        {"con", device},
        {"CON", device},
        {"Prn", device},
        {"aux", device},
        {"nul", device},
        {"con.md", device},
        {"nul.tar.gz", device},
        {"aux .txt", device},
        {"COM1", device},
        {"com9.html", device},
        {"LPT3", device},
        {"COM\u00B9", device},
        {"lpt\u00B2.png", device},
        {"com\u00B3", device},
        {"CONIN$", device},
        {"conout$", device},
        {"com0", ""},
        {"com10", ""},
        {"com", ""},
        {"com\u2074", ""},
        {"console", ""},
        {"icon", ""},
        {"my.con", ""},
        {".con", ""},
        {"con-artists", ""},
        {"what?.png", "it has a \"?\""},
        {"a:b.png", "it has a \":\""},
        {"a*b", "it has a \"*\""},
        {"a|b", "it has a \"|\""},
        {"<b", "it has a \"<\""},
        {"b>", "it has a \">\""},
        {"a\\b", "it has a \"\\\""},
        {"\"a\"", "it has a quotation mark"},
        {"a\tb", "it has a control character"},
        {std::string("a\0b", 3), "it has a control character"},
        {"lake.", "it ends with a dot"},
        {"lake ", "it ends with a space"},
        {std::string(255, 'a'), ""},
        {std::string(256, 'a'), "it has more than 255 characters"},
        {"", ""},
        {"..", ""},
    }};
    for (const auto& each : cases) {
        CAPTURE(each.first);
        CHECK(windows_name_fault(each.first) == each.second);
    }
    std::string letters;
    for (int i = 0; i < 128; ++i) letters += "\U0001F389";  // two units each
    CHECK(windows_name_fault(letters) == "it has more than 255 characters");
    letters.erase(letters.size() - 4);
    CHECK(windows_name_fault(letters).empty());
}

TEST_CASE("the first segment of a path that Windows cannot store is found") {
    CHECK(windows_path_fault("/tag/aux/").name == "aux");
    CHECK(windows_path_fault("a/what?.png").why == "it has a \"?\"");
    CHECK(windows_path_fault("a./con").name == "a.");
    CHECK(windows_path_fault("/2026/01/02/a/").name.empty());
    CHECK(windows_path_fault("").name.empty());
}

}  // namespace broadsheet::press
