// Identifiers of headings, as the generators make them.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "press/text/markdown.h"

namespace broadsheet::press {

TEST_CASE("emoji-anchors: headings with emoji have the anchors of each generator") {
    struct Case {
        const char* heading;
        const char* hugo;
        const char* zola;
        const char* jekyll;
    };
    const Case cases[] = {
        {"🚀 Start", "-start", "rocket-start", "-start"},
        {"Start 🚀", "start-", "start-rocket", "start-"},
        {":rocket: Go", "rocket-go", "rocket-go", "rocket-go"},
        {"✈️ Travel", "-travel", "airplane-travel", "️-travel"},
        {"👩‍💻 Code", "-code", "computer-code", "-code"},
        {"1️⃣ One", "1-one", "1-one", "1️⃣-one"},
        {"🫠", "heading", "section", "section"},
    };
    for (const Case& each : cases) {
        const auto check = [&](IdentifierRule rule, const char* wanted) {
            model::Document document =
                parse_markdown("## " + std::string(each.heading), {}).document;
            document.blocks.at(0).identifier.clear();
            identify_headings(document, rule);
            CHECK_MESSAGE(document.blocks.at(0).identifier == wanted, each.heading);
        };
        check(IdentifierRule::hugo, each.hugo);
        check(IdentifierRule::zola, each.zola);
        check(IdentifierRule::jekyll, each.jekyll);
    }
}

}  // namespace broadsheet::press
