#include "search/format/printable_numbers.h"

#include <algorithm>

#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::uint32_t radix = 92;
constexpr std::uint32_t one_symbol = 68;
constexpr std::uint32_t two_symbols = 88;  // a first symbol below this takes one more
constexpr std::uint32_t three_symbols =
    91;  // below this two more; this symbol itself takes four more
constexpr std::uint32_t two_base = one_symbol;
constexpr std::uint32_t three_base = two_base + (two_symbols - one_symbol) * radix;
constexpr std::uint32_t five_base = three_base + (three_symbols - two_symbols) * radix * radix;

// '!', '#' to '[', ']' to '~': characters that JSON strings need not escape.
char character_of(std::uint32_t symbol) {
    if (symbol == 0) return '!';
    return static_cast<char>(symbol < 58 ? '#' + symbol - 1 : ']' + symbol - 58);
}

std::optional<std::uint32_t> symbol_of(char character) {
    if (character == '!') return 0;
    if (character >= '#' && character <= '[')
        return static_cast<std::uint32_t>(character - '#' + 1);
    if (character >= ']' && character <= '~') {
        return static_cast<std::uint32_t>(character - ']' + 58);
    }
    return std::nullopt;
}

class StringReader {
  public:
    explicit StringReader(std::string_view json) : json_(json) {}

    std::optional<std::vector<std::string>> read() {
        std::vector<std::string> strings;
        if (!take('[')) return std::nullopt;
        if (take(']')) return at_end() ? std::optional(strings) : std::nullopt;
        do {
            strings.emplace_back();
            if (!read_string(strings.back())) return std::nullopt;
        } while (take(','));
        if (!take(']') || !at_end()) return std::nullopt;
        return strings;
    }

  private:
    void skip_space() {
        while (position_ < json_.size() &&
               std::string_view(" \t\r\n").find(json_[position_]) != std::string_view::npos) {
            ++position_;
        }
    }

    bool at_end() {
        skip_space();
        return position_ == json_.size();
    }

    bool take(char wanted) {
        skip_space();
        if (position_ == json_.size() || json_[position_] != wanted) return false;
        ++position_;
        return true;
    }

    bool read_string(std::string& out) {
        if (!take('"')) return false;
        while (position_ < json_.size()) {
            const std::size_t end = json_.find_first_of("\"\\", position_);
            if (end == std::string_view::npos) return false;
            out += json_.substr(position_, end - position_);
            position_ = end + 1;
            if (json_[end] == '"') return true;
            if (!read_escape(out)) return false;
        }
        return false;
    }

    bool read_escape(std::string& out) {
        if (position_ == json_.size()) return false;
        const char kind = json_[position_++];
        constexpr std::string_view names = "nrtbf\"\\/";
        constexpr std::string_view values = "\n\r\t\b\f\"\\/";
        if (const auto known = names.find(kind); known != std::string_view::npos) {
            out += values[known];
            return true;
        }
        if (kind != 'u' || json_.size() - position_ < 4) return false;
        char32_t code_point = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = json_[position_++];
            const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 32));
            if (digit == std::string_view::npos || c < '0') return false;
            code_point = code_point * 16 + static_cast<char32_t>(digit);
        }
        strings::append_utf8(out, code_point);
        return true;
    }

    std::string_view json_;
    std::size_t position_ = 0;
};

}  // namespace

void append_packed(std::string& out, std::uint32_t number) {
    number = std::min(number, largest_packed);
    if (number < two_base) {
        out += character_of(number);
    } else if (number < three_base) {
        number -= two_base;
        out += character_of(one_symbol + number / radix);
        out += character_of(number % radix);
    } else if (number < five_base) {
        number -= three_base;
        out += character_of(two_symbols + number / (radix * radix));
        out += character_of(number / radix % radix);
        out += character_of(number % radix);
    } else {
        out += character_of(three_symbols);
        for (std::uint32_t unit = radix * radix * radix; unit > 0; unit /= radix) {
            out += character_of(number / unit % radix);
        }
    }
}

std::uint32_t Unpacker::symbol() {
    if (position_ < text_.size()) {
        if (const auto symbol = symbol_of(text_[position_++])) return *symbol;
    }
    ok_ = false;
    position_ = text_.size();
    return 0;
}

std::uint32_t Unpacker::next() {
    const std::uint32_t first = symbol();
    if (first < one_symbol) return first;
    if (first < two_symbols) return two_base + (first - one_symbol) * radix + symbol();
    if (first < three_symbols) {
        const std::uint32_t second = symbol();
        return three_base + ((first - two_symbols) * radix + second) * radix + symbol();
    }
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) number = number * radix + symbol();
    return number;
}

void append_front_coded(std::string& out, std::string_view previous, std::string_view word) {
    const std::size_t longest =
        std::min({previous.size(), word.size(), std::size_t{one_symbol - 1}});
    std::size_t shared = 0;
    while (shared < longest && previous[shared] == word[shared]) ++shared;
    // The rest begins at a code point, because files are UTF-8.
    shared = strings::code_point_begin(word, shared);
    append_packed(out, static_cast<std::uint32_t>(shared));
    out += word.substr(shared);
    out += ' ';
}

std::string join_front_coded(const std::vector<std::string>& words) {
    std::string out;
    std::string_view previous;
    for (const std::string& word : words) {
        append_front_coded(out, previous, word);
        previous = word;
    }
    return out;
}

std::optional<std::vector<std::string>> read_front_coded(std::string_view text) {
    std::vector<std::string> words;
    std::size_t position = 0;
    while (position < text.size()) {
        const auto shared = symbol_of(text[position]);
        const std::size_t end = text.find(' ', position);
        if (!shared || end == std::string_view::npos) return std::nullopt;
        const std::string_view previous = words.empty() ? std::string_view() : words.back();
        if (*shared > previous.size()) return std::nullopt;
        std::string word(previous.substr(0, *shared));
        word += text.substr(position + 1, end - position - 1);
        words.push_back(std::move(word));
        position = end + 1;
    }
    return words;
}

std::string write_strings(const std::vector<std::string>& strings) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "[";
    for (const std::string& string : strings) {
        if (out.size() > 1) out += ',';
        out += '"';
        for (const char c : string) {
            if (c == '"' || c == '\\') {
                out += '\\';
                out += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += digits[static_cast<unsigned char>(c) >> 4];
                out += digits[static_cast<unsigned char>(c) & 15];
            } else {
                out += c;
            }
        }
        out += '"';
    }
    out += ']';
    return out;
}

std::optional<std::vector<std::string>> read_strings(std::string_view json) {
    return StringReader(json).read();
}

}  // namespace broadsheet::search
