#include "search/words/tokens.h"

#include <algorithm>
#include <array>

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t max_parts = 6;  // maximum parts of a compound that is also one word

enum class Kind : std::uint8_t { separator, letter, upper, digit, pair, joint, mark };

bool is_pair_script(char32_t c) {
    if (c >= 0xE00 && c <= 0xEFF) return true;    // Thai, Lao
    if (c >= 0x1000 && c <= 0x109F) return true;  // Burmese
    if (c >= 0x1780 && c <= 0x17FF) return true;  // Khmer
    return strings::is_cjk(c);
}

bool is_ideograph(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

constexpr char32_t voiced_mark = 0x3099;
constexpr char32_t half_voiced_mark = 0x309A;

// The ASCII digit for a decimal digit of a living script, or for a separator within Arabic numbers;
// other characters stay.
char32_t ascii_digit(char32_t c) {
    constexpr std::array<char32_t, 20> zeros = {0x660, 0x6F0, 0x7C0,  0x966,  0x9E6,  0xA66, 0xAE6,
                                                0xB66, 0xBE6, 0xC66,  0xCE6,  0xD66,  0xDE6, 0xE50,
                                                0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0x1946};
    if (c == 0x66B) return '.';
    if (c == 0x66C) return ',';
    const auto* const after = std::upper_bound(zeros.begin(), zeros.end(), c);
    if (after == zeros.begin() || c - *(after - 1) > 9) return c;
    return '0' + (c - *(after - 1));
}

// The usual form of digits, of full-width letters and of half-width kana.
char32_t usual_form(char32_t c) {
    constexpr std::u32string_view kana =
        U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミム"
        U"メモヤユヨラリルレロワン";
    if (c < 0x660) return c;
    if (c < 0xFF01) return ascii_digit(c);
    if (c <= 0xFF5E) return c - 0xFEE0;
    if (c >= 0xFF66 && c <= 0xFF9D) return kana[c - 0xFF66];
    if (c == 0xFF9E) return voiced_mark;
    if (c == 0xFF9F) return half_voiced_mark;
    return c;
}

// The katakana with this mark, which half-width text writes as two characters; 0: there is none.
char32_t with_mark(char32_t kana, char32_t mark) {
    constexpr std::u32string_view voiced = U"カキクケコサシスセソタチツテトハヒフヘホ";
    constexpr std::u32string_view half_voiced = U"ハヒフヘホ";
    if (mark == half_voiced_mark) return half_voiced.find(kana) < half_voiced.size() ? kana + 2 : 0;
    if (mark != voiced_mark) return 0;
    if (kana == U'ウ') return U'ヴ';
    return voiced.find(kana) < voiced.size() ? kana + 1 : 0;
}

// The letters of a Latin ligature; empty for other characters.
std::string_view letters_of(char32_t c) {
    constexpr std::array<std::string_view, 7> ligatures = {"ff",  "fi", "fl", "ffi",
                                                           "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : std::string_view();
}

Kind kind_of(char32_t c) {
    if (c < 0x80) {
        if (c >= 'a' && c <= 'z') return Kind::letter;
        if (c >= 'A' && c <= 'Z') return Kind::upper;
        if (c >= '0' && c <= '9') return Kind::digit;
        constexpr std::u32string_view joints = U"'-._:/,";
        return joints.find(c) != std::u32string_view::npos ? Kind::joint : Kind::separator;
    }
    if (c == 0x2019 || c == 0x2010 || c == 0x2011) return Kind::joint;
    // Soft hyphens, characters without width, joiners.
    if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) return Kind::mark;
    if (c >= 0xFB00 && c <= 0xFB06) return Kind::letter;
    if (strings::is_combining_mark(c)) return Kind::mark;
    if (!strings::is_letter_or_digit(c)) return Kind::separator;
    if (is_pair_script(c)) return Kind::pair;
    return strings::lower_case(c) != c ? Kind::upper : Kind::letter;
}

struct Piece {
    std::string term;
    char joint = 0;  // joining character before it; 0 for the first
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::size_t> humps;  // byte offsets of parts within the term
    bool ends_with_digit = false;
};

void cut(std::string& term) {
    if (term.size() <= longest_term) return;
    term.resize(strings::code_point_begin(term, longest_term));
}

class Tokeniser {
  public:
    Tokeniser(std::string_view text, const TokenSink& sink) : text_(text), sink_(sink) {}

    std::uint32_t run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            const std::size_t begin = at;
            const char32_t c = usual_form(strings::next_code_point(text_, at));
            switch (kind_of(c)) {
                case Kind::letter:
                case Kind::upper:
                case Kind::digit: at = read_run(begin); break;
                case Kind::pair: at = read_pairs(begin); break;
                default: break;
            }
        }
        return position_;
    }

  private:
    static bool is_word(Kind kind) {
        return kind == Kind::letter || kind == Kind::upper || kind == Kind::digit;
    }

    Kind kind_at(std::size_t at) const {
        if (at >= text_.size()) return Kind::separator;
        return kind_of(usual_form(strings::next_code_point(text_, at)));
    }

    // Reads words connected by joining characters. Returns their end.
    std::size_t read_run(std::size_t at) {
        count_ = 0;
        char joint = 0;
        for (;;) {
            if (count_ == pieces_.size()) pieces_.emplace_back();
            Piece& piece = pieces_[count_++];
            at = read_piece(at, piece);
            piece.joint = joint;
            std::size_t next = at;
            if (kind_at(at) != Kind::joint) break;
            const char32_t mark = strings::next_code_point(text_, next);
            const Kind after = kind_at(next);
            if (!is_word(after)) break;
            joint = mark == 0x2019   ? '\''
                    : mark >= 0x2010 ? '-'
                                     : static_cast<char>(usual_form(mark));
            if (joint == ',' && (!piece.ends_with_digit || after != Kind::digit)) break;
            at = next;
        }
        at = read_suffix(at);
        join_apostrophes();
        emit();
        return at;
    }

    std::size_t read_piece(std::size_t at, Piece& piece) {
        piece.term.clear();
        piece.humps.clear();
        piece.begin = at;
        Kind before = Kind::separator;
        while (at < text_.size()) {
            std::size_t next = at;
            const char32_t c = usual_form(strings::next_code_point(text_, next));
            const Kind kind = kind_of(c);
            if (kind != Kind::mark) {
                if (!is_word(kind)) break;
                if (kind == Kind::upper && before == Kind::letter) {
                    piece.humps.push_back(piece.term.size());
                }
                if (const std::string_view letters = letters_of(c); !letters.empty()) {
                    piece.term += letters;
                } else {
                    strings::append_utf8(piece.term, strings::lower_case(c));
                }
                before = kind;
            }
            at = next;
        }
        piece.end = at;
        piece.ends_with_digit = before == Kind::digit;
        return at;
    }

    // Reads the suffix of words such as "c++" and "c#".
    std::size_t read_suffix(std::size_t at) {
        Piece& last = pieces_[count_ - 1];
        const std::string_view rest = text_.substr(at);
        const std::size_t size = rest.starts_with("++")                            ? 2
                                 : rest.starts_with('#') && last.term.size() <= 2U ? 1
                                                                                   : 0;
        if (size == 0 || is_word(kind_at(at + size))) return at;
        last.term += rest.substr(0, size);
        last.end = at + size;
        return at + size;
    }

    void join_apostrophes() {
        elided_.clear();
        for (std::size_t i = 1; i < count_;) {
            Piece& before = pieces_[i - 1];
            Piece& piece = pieces_[i];
            const bool digits = piece.joint == ',';
            if (piece.joint != '\'' && !digits) {
                ++i;
                continue;
            }
            const bool possessive = piece.term == "s" && !digits;
            if (!possessive) {
                if (!digits && before.term.size() <= 2 && piece.term.size() > 2) {
                    elided_ = piece.term;
                    elided_piece_ = i - 1;
                }
                before.term += piece.term;
                before.humps.clear();
            }
            before.end = piece.end;
            --count_;
            for (std::size_t j = i; j < count_; ++j) std::swap(pieces_[j], pieces_[j + 1]);
        }
    }

    void send(std::string& term, std::uint32_t position, bool whole, std::size_t begin,
              std::size_t end) {
        if (term.empty()) return;
        cut(term);
        sink_({term, position, run_, whole, false, begin, end});
    }

    void emit() {
        const bool compound = count_ > 1 && count_ <= max_parts;
        if (compound) send_whole();
        for (std::size_t i = 0; i < count_; ++i) {
            Piece& piece = pieces_[i];
            const bool alone = !compound;
            send(piece.term, position_, alone, piece.begin, piece.end);
            if (!elided_.empty() && elided_piece_ == i) {
                send(elided_, position_, false, piece.begin, piece.end);
            }
            send_humps(piece);
            ++position_;
            if (alone) ++run_;
        }
        if (compound) ++run_;
    }

    void send_whole() {
        whole_.clear();
        for (std::size_t i = 0; i < count_; ++i) {
            const char joint = pieces_[i].joint;
            if (joint == '/') return;
            if (joint != 0 && joint != '-') whole_ += joint;
            whole_ += pieces_[i].term;
        }
        if (whole_.size() > longest_term) return;
        send(whole_, position_, true, pieces_[0].begin, pieces_[count_ - 1].end);
    }

    void send_humps(const Piece& piece) {
        if (piece.humps.empty()) return;
        std::size_t from = 0;
        for (std::size_t i = 0; i <= piece.humps.size(); ++i) {
            const std::size_t to = i < piece.humps.size() ? piece.humps[i] : piece.term.size();
            if (to > piece.term.size()) return;  // the term was cut
            hump_.assign(piece.term, from, to - from);
            if (hump_.size() > 1) send(hump_, position_, false, piece.begin, piece.end);
            from = to;
        }
    }

    std::size_t read_pairs(std::size_t at) {
        std::string previous;
        std::size_t previous_begin = at;
        char32_t last = 0;
        bool sent = false;
        while (at < text_.size()) {
            std::size_t next = at;
            char32_t c = usual_form(strings::next_code_point(text_, next));
            const Kind kind = kind_of(c);
            if (kind != Kind::pair && kind != Kind::mark) break;
            if (kind == Kind::pair) {
                if (next < text_.size()) {
                    std::size_t after = next;
                    const char32_t mark = usual_form(strings::next_code_point(text_, after));
                    if (const char32_t marked = with_mark(c, mark); marked != 0) {
                        c = marked;
                        next = after;
                    }
                }
                std::string character;
                strings::append_utf8(character, c);
                if (!previous.empty()) {
                    std::string pair = previous + character;
                    send(pair, position_++, false, previous_begin, next);
                    sent = true;
                }
                previous = std::move(character);
                last = c;
                previous_begin = at;
            }
            at = next;
        }
        if (!sent) {
            send(previous, position_, true, previous_begin, at);
        } else if (is_ideograph(last)) {
            sink_({previous, position_, run_, false, true, previous_begin, at});
        }
        ++position_;
        ++run_;
        return at;
    }

    std::string_view text_;
    const TokenSink& sink_;
    std::vector<Piece> pieces_;
    std::size_t count_ = 0;
    std::string elided_;
    std::size_t elided_piece_ = 0;
    std::string whole_;
    std::string hump_;
    std::uint32_t position_ = 0;
    std::uint32_t run_ = 0;
};

// Maps non-Latin letters that readers type interchangeably.
char32_t plain_letter(char32_t c) {
    switch (c) {
        case U'ά': return U'α';
        case U'έ': return U'ε';
        case U'ή': return U'η';
        case U'ί':
        case U'ϊ':
        case U'ΐ': return U'ι';
        case U'ό': return U'ο';
        case U'ύ':
        case U'ϋ':
        case U'ΰ': return U'υ';
        case U'ώ': return U'ω';
        case U'ς': return U'σ';
        case U'ё': return U'е';
        case 0x622:
        case 0x623:
        case 0x625: return 0x627;  // alef
        case 0x649: return 0x64A;  // yeh
        case 0x629: return 0x647;  // teh marbuta
        default: break;
    }
    const bool voweling = (c >= 0x5B0 && c <= 0x5C7) || (c >= 0x64B && c <= 0x655) || c == 0x670;
    return voweling || strings::is_combining_mark(c) ? 0 : c;
}

}  // namespace

std::uint32_t tokenise(std::string_view text, const TokenSink& sink) {
    return Tokeniser(text, sink).run();
}

bool is_folded(std::string_view term) {
    return std::all_of(term.begin(), term.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold(std::string_view term) {
    if (is_folded(term)) return std::string(term);
    std::string out;
    for (std::size_t at = 0; at < term.size();) {
        const char32_t c = strings::next_code_point(term, at);
        const std::string_view base = c < 0x80 ? std::string_view() : strings::latin_base(c);
        if (!base.empty()) {
            out += base;
        } else if (const char32_t plain = plain_letter(c)) {
            strings::append_utf8(out, plain);
        }
    }
    return out.empty() ? std::string(term) : out;
}

}  // namespace broadsheet::search
