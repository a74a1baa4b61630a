#include "press/text/code_colors.h"

#include <doctest/doctest.h>
#include <tree_sitter/api.h>

#include <string>

#include "press/text/code_grammars.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

// "<k func> <n main>()": the code with its tokens marked.
std::string marked(std::string_view code, std::string_view language) {
    const std::string tokens = code_tokens(code, language);
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        std::size_t digits = 0;
        const std::size_t gap = std::stoul(tokens.substr(i), &digits);
        i += digits;
        const char kind = tokens[i];
        const std::size_t length = std::stoul(tokens.substr(i + 1), &digits);
        i += 1 + digits;
        REQUIRE(tokens[i] == '.');
        out += std::string(code.substr(at, gap)) + "<" + kind + " " +
               std::string(code.substr(at + gap, length)) + ">";
        at += gap + length;
    }
    return out + std::string(code.substr(at));
}

}  // namespace

TEST_CASE("the highlighting query of every grammar compiles") {
    CHECK(code_grammars().size() == 15);
    for (const CodeGrammar& grammar : code_grammars()) {
        CAPTURE(std::string(grammar.name));
        std::uint32_t offset = 0;
        TSQueryError error = TSQueryErrorNone;
        TSQuery* query =
            ts_query_new(grammar.language(), grammar.query.data(),
                         static_cast<std::uint32_t>(grammar.query.size()), &offset, &error);
        CHECK(std::string(query ? "" : grammar.query.substr(offset, 60)) == "");
        if (query) ts_query_delete(query);
    }
}

TEST_CASE("code is highlighted by the grammar of its language") {
    struct Row {
        std::string language, code, expected;
    };
    const std::vector<Row> rows = {
        {"go", "func main() { x := \"a\" // b\n}",
         "<k func> <n main>() { x := <s \"a\"> <c // b>\n}"},
        {"js", "const a = `x${b}y`; // ü", "<k const> a = <s `x>${b}<s y`>; <c // ü>"},
        {"typescript", "let a: string = f(1)", "<k let> a: <n string> = <n f>(<s 1>)"},
        {"python", "def f(x):\n    return None  # c",
         "<k def> <n f>(x):\n    <k return> <s None>  <c # c>"},
        {"C++", "int main() { return 0; }", "<n int> <n main>() { <k return> <s 0>; }"},
        {"rs", "fn f() -> u8 { 1 }", "<k fn> <n f>() -> <n u8> { <s 1> }"},
        {"{.json", "{\"a\": [1, true]}", "{<n \"a\">: [<s 1>, <s true>]}"},
        {"sh", "if true; then echo \"$x\"; fi # c",
         "<k if> <n true>; <k then> <n echo> <s \">$x<s \">; <k fi> <c # c>"},
        {"yaml title=x", "a: 1 # b", "<n a>: <s 1> <c # b>"},
        {"toml", "[a]\nb = \"c\"", "[<n a>]\n<n b> = <s \"c\">"},
        {"html", "<p class=\"a\">b</p>", "<<n p> class=\"<s a>\">b</<n p>>"},
        {"css", "p { color: red }", "<n p> { <n color>: red }"},
        {"java", "class A { int b; }", "<k class> <n A> { <n int> b; }"},
        {"c", "/* a\nb */ int c;", "<c /* a>\n<c b */> <n int> c;"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.language);
        CHECK(marked(row.code, row.language) == row.expected);
    }
}

TEST_CASE("code in an unknown language is not highlighted") {
    CHECK(code_tokens("a b", "").empty());
    CHECK(code_tokens("a b", "brainfuck").empty());
    CHECK(code_tokens("", "go").empty());
    CHECK(code_tokens(std::string(300'000, ' ') + "if", "go").empty());
}

TEST_CASE("broken code and arbitrary bytes do no harm") {
    std::string bytes;
    for (int i = 1; i < 256; ++i) bytes += static_cast<char>(i);
    const std::string torn = bytes + "\"'`{[(<" + bytes;
    for (const CodeGrammar& grammar : code_grammars()) {
        CAPTURE(std::string(grammar.name));
        marked(torn, grammar.name);
        marked(std::string(1000, '(') + std::string(1000, '{'), grammar.name);
    }
    CHECK(marked("func (", "go") == "<k func> (");
}

}  // namespace broadsheet::press
