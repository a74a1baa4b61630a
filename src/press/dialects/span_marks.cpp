#include "press/dialects/span_marks.h"

#include <algorithm>
#include <vector>

#include "press/dialects/markdown_lines.h"

namespace broadsheet::press {

namespace {

struct SpanMark {
    std::string_view sign;
    std::string_view element;
    bool is_word;  // the span has no white space
};

std::vector<SpanMark> marks_of(const MarkdownSwitches& switches) {
    std::vector<SpanMark> marks;
    if (switches.marked) marks.push_back({"==", "mark", false});
    if (switches.inserted) marks.push_back({"++", "ins", false});
    if (switches.subscript) marks.push_back({"~", "sub", true});
    if (switches.superscript) marks.push_back({"^", "sup", true});
    return marks;
}

bool is_white_sign(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class SpanResolver {
  public:
    explicit SpanResolver(const MarkdownSwitches& switches) : marks_(marks_of(switches)) {}

    std::string run(std::string_view text) {
        FenceTracker fences;
        rewrite_lines(text, out_, [&](std::string_view line) {
            if (fences.is_code(line)) {
                out_ += line;
            } else {
                put_line(line);
            }
        });
        return std::move(out_);
    }

  private:
    void put_line(std::string_view line) {
        for (std::size_t i = 0; i < line.size();) {
            std::size_t end = end_of_fixed(line, i);
            if (end == i) {
                const std::size_t after = put_span(line, i);
                if (after > i) {
                    i = after;
                    continue;
                }
                // A longer run of the sign is none of these marks.
                end = std::max(line.find_first_not_of(line[i], i), i + 1);
                if (std::string_view("=+~^").find(line[i]) == std::string_view::npos) end = i + 1;
                end = std::min(end, line.size());
            }
            out_ += line.substr(i, end - i);
            i = end;
        }
    }

    // The end of code, an escape, an address or a tag at `i`; `i` if there is none.
    static std::size_t end_of_fixed(std::string_view line, std::size_t i) {
        const char c = line[i];
        const std::string_view rest = line.substr(i);
        if (c == '`') return end_of_code_span(line, i);
        if (c == '\\') return std::min(i + 2, line.size());
        std::size_t length = 0;
        if (c == '<') length = rest.find('>') + 1;
        if (rest.starts_with("](")) length = rest.find(')') + 1;
        if (rest.starts_with("https://") || rest.starts_with("http://")) {
            length = std::min(rest.find_first_of(" \t)>"), rest.size());
        }
        return i + length;
    }

    // Writes the span at `i` and returns the offset after it; `i` if there is none.
    std::size_t put_span(std::string_view line, std::size_t i) {
        for (const SpanMark& mark : marks_) {
            const std::string_view rest = line.substr(i);
            const char sign = mark.sign[0];
            const std::size_t run = std::min(rest.find_first_not_of(sign), rest.size());
            if (run != mark.sign.size()) continue;
            constexpr std::size_t longest_span = 1000;  // prevents quadratic time
            const std::string_view inner = rest.substr(run, longest_span);
            // "[^1]" is a footnote.
            if (inner.empty() || is_white_sign(inner[0]) || out_.ends_with('[')) continue;
            std::size_t end = inner.find(mark.sign);
            while (end != std::string_view::npos && is_white_sign(inner[end - 1])) {
                end = inner.find(mark.sign, end + 1);
            }
            const bool is_span = end != std::string_view::npos &&
                                 (!mark.is_word || inner.substr(0, end).find_first_of(" \t") ==
                                                       std::string_view::npos);
            if (!is_span) continue;
            out_.append("<").append(mark.element).append(">");
            put_line(inner.substr(0, end));
            out_.append("</").append(mark.element).append(">");
            return i + run + end + mark.sign.size();
        }
        return i;
    }

    std::vector<SpanMark> marks_;
    std::string out_;
};

}  // namespace

std::string resolve_span_marks(std::string_view text, const MarkdownSwitches& switches) {
    return marks_of(switches).empty() ? std::string(text) : SpanResolver(switches).run(text);
}

}  // namespace broadsheet::press
