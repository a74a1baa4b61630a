#include "press/text/excerpt.h"

#include <vector>

#include "model/document.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

bool is_sentence_end(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0x0964 || c == 0x061F || c == 0x06D4;
}

bool closes(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
           c == 0x300D || c == 0x300F || c == 0xBB;
}

}  // namespace

std::string cut_at_sentence(std::string_view original, int words) {
    const std::string text = strings::single_spaced(original);
    const int least = words / 3;
    int halves = 0;  // half words: a Chinese or Japanese character counts as one
    bool in_word = false;
    std::size_t sentence_end = 0;
    std::size_t word_end = 0;
    bool after_stop = false;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(text, position);
        const bool square = strings::is_cjk(c);
        if (c == ' ' || square) {
            if (after_stop && halves >= least * 2) sentence_end = start;
            if (in_word || square) word_end = start;
            in_word = false;
        }
        if (square) {
            ++halves;
        } else if (c != ' ' && !in_word) {
            in_word = true;
            halves += 2;
        }
        if (halves > words * 2) {
            if (sentence_end > 0) return text.substr(0, sentence_end);
            return model::broken_off(text.substr(0, word_end));
        }
        after_stop = is_sentence_end(c) || (after_stop && closes(c));
    }
    return text;
}

std::string cut_at_word(std::string_view original, std::size_t characters) {
    const std::string text = strings::single_spaced(original);
    std::size_t count = 0;
    std::size_t cut = 0;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(text, position);
        if (c == ' ' || strings::is_cjk(c)) cut = start;
        if (++count > characters) {
            std::string kept = text.substr(0, cut > 0 ? cut : start);
            const bool whole_sentence = !kept.empty() && std::string_view(".!?").find(
                                                             kept.back()) != std::string_view::npos;
            return whole_sentence ? kept : model::broken_off(kept);
        }
    }
    return text;
}

}  // namespace broadsheet::press
