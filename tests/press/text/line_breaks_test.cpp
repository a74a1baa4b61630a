// Line breaks in the source of Chinese and Japanese text.
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
