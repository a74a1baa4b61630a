#include "search/words/tokens.h"

#include <doctest/doctest.h>

#include "search/format/printable_numbers.h"

namespace broadsheet::search {

namespace {

// Formats tokens as "term@position", with '+' before parts.
std::string tokens(std::string_view text) {
    std::string out;
    tokenise(text, [&](const Token& token) {
        if (!out.empty()) out += ' ';
        if (!token.whole) out += '+';
        out += std::string(token.term) + "@" + std::to_string(token.position);
        CHECK(token.begin < token.end);
        CHECK(token.end <= text.size());
    });
    return out;
}

}  // namespace

TEST_CASE("text is split into words") {
    struct Case {
        std::string_view text;
        std::string_view expected;
    };
    const Case cases[] = {
        {"", ""},
        {"  \n\t .,;", ""},
        {"The rent, that follows.", "the@0 rent@1 that@2 follows@3"},
        {"São PAULO Straße", "são@0 paulo@1 straße@2"},
        {"cafe\xCC\x81", "cafe@0"},
        {"well-known fact", "wellknown@0 +well@0 +known@1 fact@2"},
        {"go:embed", "go:embed@0 +go@0 +embed@1"},
        {"snake_case", "snake_case@0 +snake@0 +case@1"},
        {"fmt.Println!", "fmt.println@0 +fmt@0 +println@1"},
        {"net/http", "+net@0 +http@1"},
        {"ParseFiles", "parsefiles@0 +parse@0 +files@0"},
        {"HTTPServer", "httpserver@0"},
        {"C++ and C#", "c++@0 and@1 c#@2"},
        {"Go 1.21", "go@0 1.21@1 +1@1 +21@2"},
        {"24,925 of 3,5", "24925@0 of@1 35@2"},
        {"one,two", "one@0 two@1"},
        {"China's don't", "china@0 dont@1"},
        {"l\xE2\x80\x99"
         "eau",
         "leau@0 +eau@0"},
        {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab@0"},
        {"\xEF\xAC\x81le o\xEF\xAC\x83"
         "ce",
         "file@0 office@1"},  // the ligatures fi and ffi
        {"zero\xE2\x80\x8Bwidth", "zerowidth@0"},
        {"ﾃｽﾄ", "+テス@0 +スト@1"},
        {"ﾀﾞﾌﾟ", "+ダプ@0"},
        {"東京都", "+東京@0 +京都@1 +都@2"},
        {"中", "中@0"},
        {"سنة ٢٠٢٦", "سنة@0 2026@1"},
        {"۱۹۹۸ ١٬٢٣٤ ٣٫١٤", "1998@0 1234@1 3.14@2 +3@2 +14@3"},
        {"साल २०२६", "साल@0 2026@1"},
        {"๒๕๖๙ปี", "2569@0 +ปี@1"},
        {"２０２６", "2026@0"},
        {"서울 Go", "+서울@0 go@2"},
        {"ไทย", "+ไท@0 +ทย@1"},
        {"Москва", "москва@0"},
        {"a\x01"
         "b",
         "a@0 b@1"},
        {"x -- y", "x@0 y@1"},
        {"\xFF\xFE", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(tokens(each.text) == each.expected);
    }
}

TEST_CASE("terms do not exceed the limit and are cut between characters") {
    std::string word;
    for (int i = 0; i < 100; ++i) word += "é";
    tokenise(word, [&](const Token& token) {
        CHECK(token.term.size() <= longest_term);
        CHECK(token.term.size() % 2 == 0);
    });
    std::string chain = "a";
    for (int i = 0; i < 100; ++i) chain += "-b";
    int wholes = 0;
    tokenise(chain, [&](const Token& token) { wholes += token.term.size() > 1 ? 1 : 0; });
    CHECK(wholes == 0);
}

TEST_CASE("folding removes diacritics and variant letters") {
    CHECK(fold("são") == "sao");
    CHECK(fold("straße") == "strasse");
    CHECK(fold("ёлка") == "елка");
    CHECK(fold("ήλιος") == "ηλιοσ");
    CHECK(fold("أحمد") == "احمد");
    CHECK(fold("東京") == "東京");
    CHECK(fold("\u0301") == "\u0301");
}

TEST_CASE("numbers and words unpack as they were packed") {
    std::string packed;
    const std::uint32_t numbers[] = {0,     1,     67,        68,        1907,          1908,
                                     27299, 27300, 1'000'000, 7'000'000, largest_packed};
    for (const std::uint32_t number : numbers) append_packed(packed, number);
    Unpacker unpacker(packed);
    for (const std::uint32_t number : numbers) CHECK(unpacker.next() == number);
    CHECK(unpacker.at_end());
    CHECK(unpacker.ok());
    CHECK(unpacker.next() == 0);
    CHECK(!unpacker.ok());

    for (std::int64_t number = -5; number < 5; ++number) {
        CHECK(to_signed(to_unsigned(number)) == number);
        CHECK(to_unsigned(number) < 10);
    }

    std::string words;
    append_front_coded(words, "", "river");
    append_front_coded(words, "river", "rivers");
    append_front_coded(words, "rivers", "são");
    const std::vector<std::string> expected = {"river", "rivers", "são"};
    CHECK(read_front_coded(words) == expected);
    CHECK(!read_front_coded("Zxx "));
    CHECK(!read_front_coded("!xx"));

    const std::vector<std::string> strings = {"", "a\"b\\c", "\x01\n", "東"};
    CHECK(read_strings(write_strings(strings)) == strings);
    CHECK(read_strings(" [ \"\\u00e9\\/\" ] ") == std::vector<std::string>{"é/"});
    for (const std::string_view broken :
         {"", "[", "[\"a\"", "[\"a\",]", "[1]", "[\"\\x\"]", "[]x"}) {
        CHECK(!read_strings(broken));
    }
}

}  // namespace broadsheet::search
