// Line breaks and emphasis in Chinese, Japanese and Korean text, which has no spaces between words.
#include <doctest/doctest.h>

#include <string>

#include "model/document.h"
#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

std::string text_of(const std::string& markdown) {
    return model::plain_text(press::parse_markdown(markdown).document);
}

}  // namespace

TEST_CASE("a line break between Chinese or Japanese letters is nothing") {
    CHECK(text_of("中文第一行\n第二行继续，\n第三行。") == "中文第一行第二行继续，第三行。");
    CHECK(text_of("日本語です\nつづき\nカナ") == "日本語ですつづきカナ");
    CHECK(text_of("中*文*\n**第**二") == "中文第二");
    CHECK(text_of("中文\n<b>第二</b>") == "中文第二");
    CHECK(text_of("- 中文\n  第二") == "中文第二");
    CHECK(text_of("한국어\n문장") == "한국어 문장");
    CHECK(text_of("中文\nLatin\n中文") == "中文 Latin 中文");
    CHECK(text_of("中文  \n第二") != "中文第二");
    CHECK(text_of("```\n中文\n第二\n```") == "中文\n第二");
}

TEST_CASE("emphasis next to the punctuation of Chinese, Japanese and Korean text") {
    using Node = model::Node;
    const auto emphasised = [](const std::string& markdown) {
        std::string result;
        const model::Document document = press::parse_markdown(markdown).document;
        for (const Node& node : document.blocks[0].children) {
            if (node.kind != model::NodeKind::text) result += model::plain_text(node) + "|";
        }
        return result;
    };
    CHECK(emphasised("这是**粗体，**后文") == "粗体，|");
    CHECK(emphasised("这是*斜体。*后文") == "斜体。|");
    CHECK(emphasised("文字**「粗体」**后面") == "「粗体」|");
    CHECK(emphasised("「**引用**」") == "引用|");
    CHECK(emphasised("한국어**(강조)**입니다") == "(강조)|");
    CHECK(emphasised("**“굵게”**는") == "“굵게”|");
    CHECK(emphasised("日本語の**`code`**です") == "code|");
    CHECK(emphasised("**𠮷田。**さん") == "𠮷田。|");
    CHECK(emphasised("中文 **粗 体** 中文") == "粗 体|");
    // Elsewhere CommonMark's rule stays.
    CHECK(emphasised("a**(b)**c").empty());
    CHECK(emphasised("2 * 3 * 4 中").empty());
    CHECK(emphasised("中 * 文 * 字").empty());
}
