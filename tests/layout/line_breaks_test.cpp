// Compares line breaks with the Unicode Consortium's test cases, and with browsers where these
// differ.
#include "layout/line_breaks.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace broadsheet::layout {
namespace {

// A dictionary in which every word has three letters.
class ThreeLetterWords : public FixedMeasure {
  public:
    std::vector<std::uint32_t> word_ends(std::string_view text) override {
        std::vector<std::uint32_t> ends;
        for (std::uint32_t end = 9; end <= text.size(); end += 9) ends.push_back(end);
        return ends;
    }
};

std::string broken(std::string_view text) {
    ThreeLetterWords words;
    const std::vector<LineBreak> breaks = line_breaks(text, words);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (breaks[i] == LineBreak::allowed && i + 1 < text.size()) out += '|';
    }
    return out;
}

void append_utf8(std::string& out, unsigned long c) {
    const auto byte = [&](unsigned long value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | c >> 6);
        byte(0x80 | (c & 63));
    } else if (c < 0x10000) {
        byte(0xe0 | c >> 12);
        byte(0x80 | (c >> 6 & 63));
        byte(0x80 | (c & 63));
    } else {
        byte(0xf0 | c >> 18);
        byte(0x80 | (c >> 12 & 63));
        byte(0x80 | (c >> 6 & 63));
        byte(0x80 | (c & 63));
    }
}

// The number of known differences: twelve that the library documents (rule LB25, numbers), and an
// unassigned emoji.
constexpr int line_break_differences = 13;

// A test case of the Unicode Consortium.
struct UnicodeCase {
    std::string text;
    std::vector<bool> ends;  // after each byte
    bool ascii_pair = false;
};

// Parses a line of LineBreakTest.txt: "× 0023 ÷ 0020 × 0308 ÷".
UnicodeCase parse(const std::string& line) {
    UnicodeCase result;
    std::istringstream words(line);
    std::string word;
    unsigned long before = 0;
    while (words >> word) {
        if (word == "\xc3\xb7" || word == "\xc3\x97") {  // ÷ or ×
            if (!result.ends.empty()) result.ends.back() = word == "\xc3\xb7";
            continue;
        }
        const unsigned long c = std::stoul(word, nullptr, 16);
        append_utf8(result.text, c);
        result.ends.resize(result.text.size());
        // Between two ASCII characters and after a space, the browsers' rules apply instead.
        if ((before > 0x20 && before < 0x7f && c > 0x20 && c < 0x7f) || before == 0x20) {
            result.ascii_pair = true;
        }
        before = c;
    }
    return result;
}

}  // namespace

TEST_CASE("line breaks follow UAX #14 where browsers do") {
    const std::string path = BROADSHEET_LINE_BREAK_TEST;
    std::ifstream file(path);
    if (!file) {
        MESSAGE("no " << path << ": the Unicode cases are left out");
        return;
    }
    FixedMeasure words;
    int checked = 0;
    int different = 0;
    std::string differing;
    for (std::string line; std::getline(file, line);) {
        line.resize(std::min(line.find('#'), line.size()));
        const UnicodeCase expected = parse(line);
        if (expected.text.empty() || expected.ascii_pair) continue;
        const std::vector<LineBreak> found = line_breaks(expected.text, words);
        bool same = true;
        for (std::size_t i = 0; i + 1 < expected.text.size(); ++i) {
            same = same && (found[i] != LineBreak::none) == expected.ends[i];
        }
        ++checked;
        if (same) continue;
        ++different;
        differing += line + "\n";
    }
    CHECK(checked > 3000);
    CHECK_MESSAGE(different <= line_break_differences, differing);
    MESSAGE(checked << " cases, " << different << " cut otherwise");
}

TEST_CASE("ASCII text breaks as in browsers") {
    CHECK(broken("and/or a|b {x}y") == "and/or |a|b |{x}y");
    CHECK(broken("well-known 10-12 -5 a?b=c") == "well-|known |10-|12 |-5 |a?|b=c");
    CHECK(broken("in /home") == "in |/home");
    CHECK(broken("port=[host:port] f(x)[0]") == "port=|[host:port] |f(x)|[0]");
}

// The breaks of Chromium, measured for each pair in "x", pair, "x".
TEST_CASE("each pair of ASCII characters breaks as in Chromium") {
    const std::string words_begin =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    FixedMeasure words;
    for (char before = '!'; before <= '~'; ++before) {
        std::string expected;
        if (std::string_view("!\"#%&)*+,.:;=>\\]|}~").find(before) != std::string_view::npos) {
            expected = "(<[{";
        } else if (before == '-') {
            expected = words_begin;
            expected += "\"#%&'(*+-<=>@[\\^_`{|~";
        } else if (before == '?') {
            expected = words_begin;
            expected += "#$%&(*+-<=>@[\\^_`{|~";
        }
        for (char after = '!'; after <= '~'; ++after) {
            const std::string text = {'x', before, after, 'x'};
            CAPTURE(text);
            CHECK((line_breaks(text, words)[1] == LineBreak::allowed) ==
                  (expected.find(after) != std::string::npos));
        }
    }
}

TEST_CASE(
    "kinsoku: no line begins with a small kana, a prolonged sound mark or a closing bracket") {
    CHECK(broken("あっ。「い」ー") == "あっ。|「い」ー");
}

TEST_CASE("quotation marks between Han and Hangul characters") {
    CHECK(broken("一“二”三") == "一|“二”|三");
    CHECK(broken("뿐”이") == "뿐”|이");
    CHECK(broken("a“b”c") == "a“b”c");
    CHECK(broken("。“二”，三") == "。|“二”，|三");
}

TEST_CASE("scripts without spaces break by dictionary, not before digits") {
    CHECK(broken("กขคงจฉ") == "กขค|งจฉ");
    CHECK(broken("กขค๑๒") == "กขค๑๒");
    FixedMeasure none;
    CHECK(line_breaks("กขคงจฉ", none)[8] == LineBreak::none);
}

TEST_CASE("preformatted text breaks only at its line ends") {
    const std::vector<LineBreak> breaks = forced_breaks("a b\nc");
    CHECK(breaks[1] == LineBreak::none);
    CHECK(breaks[3] == LineBreak::forced);
}

}  // namespace broadsheet::layout
