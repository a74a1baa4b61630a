// The parts of the Markdown printer: print_inline.h, print_blocks.h and print_html.h.
#include <doctest/doctest.h>

#include <string>

#include "press/print/print_blocks.h"
#include "press/print/print_html.h"
#include "press/print/print_inline.h"
#include "sample_publication.h"

namespace broadsheet::press {

using model::Node;
using model::NodeKind;
using tests::block;
using tests::text_node;

TEST_CASE("signs that Markdown would read are escaped") {
    CHECK(print_inline({text_node("a *b* [c] _d_")}, Line::many) == "a \\*b\\* \\[c] \\_d\\_");
    CHECK(print_inline({text_node("a | b")}, Line::cell) == "a \\| b");
    CHECK(print_inline({text_node("# a")}, Line::many).starts_with("\\#"));
}

TEST_CASE("inline nodes") {
    Node link = block(NodeKind::link, {text_node("x")});
    link.target = "/a b/";
    CHECK(print_inline({block(NodeKind::emphasis, {text_node("a")}),
                        block(NodeKind::strong, {text_node("b")}), link},
                       Line::many) == "*a*__b__[x](</a b/>)");
    Node code;
    code.kind = NodeKind::code;
    code.text = "a `b";
    CHECK(print_inline({code}, Line::many) == "``a `b``");
    CHECK(print_inline({block(NodeKind::superscript, {text_node("2")})}, Line::many) ==
          "<sup>2</sup>");
    CHECK(longest_run("a `` b ` c", '`') == 2);
}

TEST_CASE("blocks") {
    Node heading = block(NodeKind::heading, {text_node("A")});
    heading.level = 2;
    CHECK(print_block(heading) == "## A");
    CHECK(print_block(block(NodeKind::block_quote,
                            {block(NodeKind::paragraph, {text_node("q")})})) == "> q");
    Node list = block(NodeKind::list, {block(NodeKind::list_item, {text_node("a")}),
                                       block(NodeKind::list_item, {text_node("b")})});
    list.tight = true;
    CHECK(print_block(list) != print_block(list, ListMarks::second));
    Node code;
    code.kind = NodeKind::code_block;
    code.text = "```\n";
    CHECK(print_block(code) == "````\n```\n````");
}

TEST_CASE("HTML") {
    std::string out;
    append_html_text(out, "a < b & {{ c }}");
    CHECK(out.find('<') == std::string::npos);
    CHECK(out.find("{{") == std::string::npos);
    Node mark = block(NodeKind::superscript, {text_node("x")});
    CHECK(is_plain(mark));
    mark.language = "de";
    CHECK(!is_plain(mark));
    CHECK(opening_tag(mark) == "<sup lang=\"de\">");
    CHECK(closing_tag(mark) == "</sup>");
    const std::string html = print_block_as_html(block(
        NodeKind::definition_list, {block(NodeKind::definition_term, {text_node("t")}),
                                    block(NodeKind::definition_description, {text_node("d")})}));
    CHECK(html == "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>");
}

}  // namespace broadsheet::press
