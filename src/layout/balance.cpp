#include "layout/balance.h"

namespace broadsheet::layout {

namespace {

// Browsers do not balance longer texts.
constexpr std::size_t most_lines = 6;

struct Lines {
    std::size_t count = 1;  // more than `most_lines`: too many, or a word would have to be split
    float sum = 0;          // of their widths
};

Lines lines_of(const InlineContent& content, float width) {
    Lines lines;
    float end = 0;  // of the last word
    float x = 0;    // with the gap after it
    for (const Word& word : content.words) {
        if (x > 0 && x + word.width > width) {
            lines.sum += end;
            x = 0;
            if (++lines.count > most_lines) return lines;
        }
        if (word.width > width || word.forced_break) {
            lines.count = most_lines + 1;
            return lines;
        }
        end = x + word.width;
        x = end + word.gap;
    }
    lines.sum += end;
    return lines;
}

}  // namespace

float balanced_width(const InlineContent& content, float width, float tolerance) {
    const Lines wanted = lines_of(content, width + tolerance);
    if (wanted.count < 2 || wanted.count > most_lines) return width;
    float upper = width;
    float lower = 0.8F * wanted.sum / static_cast<float>(wanted.count);
    while (lower + 1 < upper) {
        const float middle = (lower + upper) / 2;
        const bool fits = lines_of(content, middle + tolerance).count <= wanted.count;
        (fits ? upper : lower) = middle;
    }
    return upper;
}

}  // namespace broadsheet::layout
