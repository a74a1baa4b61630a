#include "reader/page_changes.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "layout/text_measure.h"

namespace broadsheet::reader {

namespace {

using page::Node;
using page::Role;

// A page of paragraphs, with its layout and text layer.
struct Drawn {
    layout::FixedMeasure measure;
    page::Page page = made();
    PageChanges changes;
    TextLayer layer;
    layout::Layout layout;
    std::string operations;

    Drawn() { draw(); }

    static page::Page made() {
        Node prose;
        prose.role = Role::group;
        prose.style = page::Style::prose;
        for (const char* words : {"The first", "The second", "The third"}) {
            Node text;
            text.role = Role::text;
            text.text = words;
            Node paragraph;
            paragraph.role = Role::paragraph;
            paragraph.children = {text};
            prose.children.push_back(paragraph);
        }
        page::Page page;
        page.root.children = {prose};
        return page;
    }

    void draw() {
        const layout::Rooms rooms = changes.rooms(page);
        layout = layout::layout_page(page, 400, {}, measure, nullptr, &rooms);
        operations = layer.update(build_text_layer(layout, "/", 1, {}));
    }

    void change(const std::string& records) {
        changes.take(records, page, layer, layout);
        draw();
    }

    const layout::Box& prose() const { return layout.root.children.front(); }
    float top(std::size_t paragraph) const { return prose().children[paragraph].rect.y; }

    std::string id_of(const Node& node) const {
        for (int id = 1; id < 100; ++id) {
            if (layer.source_of(id) == &node) return std::to_string(id);
        }
        return "none";
    }
    std::string prose_id() const { return id_of(page.root.children.front()); }
    std::string id(std::size_t paragraph) const {
        return id_of(page.root.children.front().children[paragraph]);
    }
    // A record for elements of others between two nodes.
    std::string between(const std::string& before, const std::string& after, float distance) const {
        return "r\x1f" + prose_id() + '\x1f' + before + '\x1f' + after + '\x1f' +
               std::to_string(std::lround(distance * 100)) + '\x1f';
    }
    float gap(std::size_t paragraph) const {
        return top(paragraph + 1) - prose().children[paragraph].rect.bottom();
    }
};

}  // namespace

TEST_CASE("a box of others between two paragraphs has its room") {
    Drawn drawn;
    const float second = drawn.top(1);
    const float third = drawn.top(2);
    const float gap = drawn.gap(0);
    drawn.change(drawn.between(drawn.id(0), drawn.id(1), gap + 60));
    CHECK(drawn.top(1) == second + 60);
    CHECK(drawn.top(2) == third + 60);
    CHECK(drawn.operations.find("x\x1f") == std::string::npos);

    // The box grows, another comes after the last paragraph, and both go.
    const float bottom = drawn.prose().rect.bottom() - drawn.prose().children[2].rect.bottom();
    drawn.change(drawn.between(drawn.id(0), drawn.id(1), gap + 90) + '\x1e' +
                 drawn.between(drawn.id(2), "0", bottom + 30));
    CHECK(drawn.top(1) == second + 90);
    CHECK(drawn.prose().rect.bottom() ==
          doctest::Approx(drawn.prose().children[2].rect.bottom() + bottom + 30));
    drawn.change("");
    CHECK(drawn.top(1) == second);
    CHECK(drawn.top(2) == third);
}

TEST_CASE("a box of others before the first paragraph has its room") {
    Drawn drawn;
    const float first = drawn.top(0);
    drawn.change(drawn.between("0", drawn.id(0), 40));
    CHECK(drawn.top(0) == first + 40);
}

TEST_CASE("a paragraph that others have removed is drawn no more") {
    Drawn drawn;
    const float second = drawn.top(1);
    const std::string third = drawn.id(2);
    drawn.change("x\x1f" + drawn.id(1) + '\x1f');
    CHECK(drawn.prose().children.size() == 2);
    CHECK(drawn.top(1) == second);
    CHECK(drawn.id(1) == third);                                 // the element stays the same
    CHECK(drawn.operations.find("x\x1f") == std::string::npos);  // it is gone already

    // Made anew, the page is without it.
    drawn.page = Drawn::made();
    drawn.changes.remove_again(drawn.page);
    drawn.draw();
    CHECK(drawn.prose().children.size() == 2);
    CHECK(drawn.page.root.children[0].children[1].children[0].text == "The third");

    // A page of another kind keeps its nodes.
    page::Page other = Drawn::made();
    other.root.children[0].children[1].role = Role::list;
    drawn.changes.remove_again(other);
    CHECK(other.root.children[0].children.size() == 3);
}

TEST_CASE("two paragraphs that go at once") {
    Drawn drawn;
    drawn.change("x\x1f" + drawn.id(0) + "\x1f\x1ex\x1f" + drawn.id(2) + '\x1f');
    REQUIRE(drawn.page.root.children[0].children.size() == 1);
    CHECK(drawn.page.root.children[0].children[0].children[0].text == "The second");
}

TEST_CASE("records of nodes that are not there change nothing") {
    for (const char* records : {"x\x1f"
                                "99\x1f",
                                "x", "r",
                                "r\x1f"
                                "1\x1f"
                                "0\x1f"
                                "0\x1f"
                                "40\x1f",
                                "r\x1f"
                                "1\x1f"
                                "98\x1f"
                                "99\x1f"
                                "40\x1f",
                                "\x1e\x1e",
                                "x\x1f"
                                "1\x1f",
                                "y\x1fz\x1f"}) {
        CAPTURE(records);
        Drawn drawn;
        const float third = drawn.top(2);
        drawn.change(records);
        CHECK(drawn.top(2) == third);
    }
}

}  // namespace broadsheet::reader
