#include "views/opening.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::views {
namespace {

using page::Node;
using page::Role;

Node text(std::string content) {
    Node node;
    node.role = Role::text;
    node.text = std::move(content);
    return node;
}

Node paragraph(std::string beginning) {
    while (beginning.size() < 300) beginning += " and more";
    Node node;
    node.role = Role::paragraph;
    node.children = {text(std::move(beginning))};
    return node;
}

bool opens(Node first, std::string_view language = "en") {
    std::vector<Node> body = {std::move(first), paragraph("Second.")};
    mark_opening(body, language);
    CHECK(body[1].style == page::Style::none);
    return body[0].style == page::Style::opening;
}

}  // namespace

TEST_CASE("an article opens with a capital that stands alone") {
    CHECK(opens(paragraph("The river")));
    CHECK(opens(paragraph("A river")));
    CHECK(opens(paragraph("Été")));
    CHECK(opens(paragraph("Однажды"), "ru"));
    CHECK(opens(paragraph("Ωμέγα"), "el"));
    CHECK_FALSE(opens(paragraph("“The river")));
    CHECK_FALSE(opens(paragraph("L’été"), "fr"));  // browsers take the apostrophe with it
    CHECK_FALSE(opens(paragraph("E\u0301te\u0301")));
    CHECK_FALSE(opens(paragraph("1914 was")));
    CHECK_FALSE(opens(paragraph("iPhones")));
    CHECK_FALSE(opens(paragraph(" The")));
    CHECK_FALSE(opens(paragraph("川の水"), "ja"));
    CHECK_FALSE(opens(paragraph("كان النهر"), "ar"));
    CHECK_FALSE(opens(paragraph("Latin in Arabic"), "ar"));
    CHECK_FALSE(opens(paragraph("IJsselmeer"), "nl"));
    CHECK(opens(paragraph("Nederland"), "nl"));
    CHECK_FALSE(opens(paragraph("")));
    std::vector<Node> nothing;
    mark_opening(nothing, "en");
}

TEST_CASE("only long paragraphs of text open an article") {
    Node brief = paragraph("The river");
    brief.children[0].text = "The river.";
    CHECK_FALSE(opens(brief));
    Node heading = paragraph("The river");
    heading.role = Role::heading;
    CHECK_FALSE(opens(heading));
    Node list = paragraph("The river");
    list.role = Role::list;
    CHECK_FALSE(opens(list));
    Node centered = paragraph("The river");
    centered.alignment = page::Alignment::center;
    CHECK_FALSE(opens(centered));
    Node with_link = paragraph("The river");
    Node link;
    link.role = Role::link;
    link.children = {text("a link")};
    with_link.children.push_back(link);
    CHECK(opens(with_link));
    Node picture;
    picture.role = Role::image;
    with_link.children.back().children.push_back(picture);
    CHECK_FALSE(opens(with_link));
    Node emphasis;
    emphasis.role = Role::emphasis;
    emphasis.children = paragraph("The river").children;
    Node begins_with_emphasis = paragraph("The");
    begins_with_emphasis.children = {emphasis};
    CHECK_FALSE(opens(begins_with_emphasis));
}

}  // namespace broadsheet::views
