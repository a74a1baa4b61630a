#include "press/values/source.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "press/base/nfc.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// Converts UTF-16 without a byte order mark. Stops at the first unpaired surrogate or odd byte and
// sets `torn` to its offset.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian,
                          std::optional<std::size_t>& torn) {
    std::string out;
    const auto unit = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t value = unit(i);
        if (value >= 0xD800 && value <= 0xDFFF) {
            const char32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
            if (value > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
                torn = i;
                return out;
            }
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        strings::append_utf8(out, value);
    }
    if (bytes.size() % 2 != 0) torn = bytes.size() - 1;
    return out;
}

void normalise_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (text[from] == '\r') {
            if (from + 1 < text.size() && text[from + 1] == '\n') ++from;
            text[to++] = '\n';
        } else {
            text[to++] = text[from];
        }
    }
    text.resize(to);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string_view without_trailing_space(std::string_view line) {
    const auto last = line.find_last_not_of(" \t");
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

}  // namespace

// An unclosed delimiter above such a line was meant as front matter, not as a thematic break.
bool looks_like_field(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && (std::isalnum(static_cast<unsigned char>(line[i])) != 0 ||
                               line[i] == '_' || line[i] == '-')) {
        ++i;
    }
    if (i == 0) return false;
    while (i < line.size() && line[i] == ' ') ++i;
    return i < line.size() && (line[i] == ':' || line[i] == '=');
}

namespace {

// The dialect that a first line "---toml" names, as the library gray-matter reads it.
Dialect named_dialect(std::string_view first_line) {
    const std::string name = strings::lower_ascii(strings::trimmed(first_line.substr(3)));
    if (name == "yaml" || name == "yml") return Dialect::yaml;
    if (name == "toml") return Dialect::toml;
    return name == "json" ? Dialect::json : Dialect::none;
}

// Hexo's front matter in JSON: members without braces, up to a line of ";;;".
bool begins_with_member(std::string_view line) {
    const auto name_end = line.starts_with('"') ? line.find('"', 1) : std::string_view::npos;
    return name_end != std::string_view::npos &&
           strings::trimmed(line.substr(name_end + 1)).starts_with(':');
}

// JavaScript's way to write an object: a name without quotes or in single ones, or a comment.
bool begins_with_loose_member(std::string_view text) {
    text = text.substr(std::min(text.find_first_not_of(" \t\n", 1), text.size()));
    if (text.starts_with("//") || text.starts_with("/*")) return true;
    const std::string_view line = line_of(text, 1);
    if (!line.starts_with('\'')) return looks_like_field(line) && line.find('=') > line.find(':');
    const auto name_end = line.find('\'', 1);
    return name_end != std::string_view::npos &&
           strings::trimmed(line.substr(name_end + 1)).starts_with(':');
}

Split split_delimited(std::string_view text, std::string_view delimiter, Dialect dialect) {
    Split split;
    split.body = text;
    const std::size_t first_end = text.find('\n');
    const std::size_t start = first_end == std::string_view::npos ? text.size() : first_end + 1;
    std::size_t position = start;
    while (position < text.size()) {
        const std::size_t end = std::min(text.find('\n', position), text.size());
        const std::string_view line = without_trailing_space(text.substr(position, end - position));
        if (line == delimiter || (dialect == Dialect::yaml && line == "...")) {
            split.dialect = dialect;
            split.front_matter = text.substr(start, position - start);
            split.front_matter_line = 2;
            split.body = end < text.size() ? text.substr(end + 1) : std::string_view();
            return split;
        }
        position = end + 1;
    }
    if (looks_like_field(line_of(text, 2))) {
        Diagnostic error;
        error.position = {1, 1};
        error.what = "the front matter is not closed";
        error.remedy = "add a line with only " + std::string(delimiter) + " after the last field";
        error.source_line = std::string(line_of(text, 1));
        split.error = error;
    }
    return split;
}

// The offset of the end of the JSON object at the start of `text`, or npos if it is not closed.
std::size_t end_of_object(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                in_string = false;
            }
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0) return i + 1;
        }
    }
    return std::string_view::npos;
}

// Removes marks of byte order and other signs without width before the first character, which
// editors and copies leave there.
void erase_invisible_start(std::string& text) {
    constexpr std::size_t length = 3;
    const auto begins_invisibly = [&] {
        return text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xE2\x80\x8B") ||
               text.starts_with("\xE2\x81\xA0");
    };
    while (begins_invisibly()) text.erase(0, length);
}

Split split_json(std::string_view text) {
    Split split;
    split.body = text;
    const std::size_t end = end_of_object(text);
    if (end == std::string_view::npos) {
        Diagnostic error;
        error.position = {1, 1};
        error.what = "the JSON front matter is not closed";
        error.remedy = "add the missing } after the last field";
        error.source_line = std::string(line_of(text, 1));
        split.error = error;
        return split;
    }
    split.dialect = Dialect::json;
    split.front_matter = text.substr(0, end);
    const std::size_t line_end = text.find('\n', end);
    split.body = text.substr(line_end == std::string_view::npos ||
                                     !is_blank(text.substr(end, line_end - end))
                                 ? end
                                 : line_end + 1);
    return split;
}

}  // namespace

Decoded decode_text(std::string bytes) {
    Decoded result;
    const std::string_view view = bytes;
    const bool little_endian = view.starts_with("\xFF\xFE");
    if (little_endian || view.starts_with("\xFE\xFF")) {
        std::optional<std::size_t> torn;
        result.text = utf16_to_utf8(view.substr(2), !little_endian, torn);
        if (torn) {
            Diagnostic error;
            error.position = position_of(result.text, result.text.size());
            error.what =
                "byte " + std::to_string(*torn + 2) + " starts an incomplete UTF-16 character";
            error.remedy = "save the file as UTF-8";
            result.error = error;
            return result;
        }
    } else {
        if (const auto offset = strings::find_invalid_utf8(view)) {
            Diagnostic error;
            error.position = position_of(view, *offset);
            error.what = "byte " + std::to_string(*offset) + " is not UTF-8";
            error.remedy = "save the file as UTF-8";
            result.error = error;
            return result;
        }
        result.text = std::move(bytes);
    }
    erase_invisible_start(result.text);
    normalise_line_ends(result.text);
    result.text = to_nfc(std::move(result.text));
    return result;
}

namespace {

// The offset after blank lines and HTML comments at the start of a text.
std::size_t end_of_preface(std::string_view text) {
    std::size_t position = 0;
    while (true) {
        const auto next = text.find_first_not_of(" \t\n", position);
        if (next == std::string_view::npos) return position;
        if (!text.substr(next).starts_with("<!--")) {
            const auto line = text.rfind('\n', next);
            return line == std::string_view::npos ? position : std::max(position, line + 1);
        }
        const auto end = text.find("-->", next + 4);
        if (end == std::string_view::npos) return position;
        position = end + 3;
    }
}

Split split_at_top(std::string_view text) {
    const std::string_view first = without_trailing_space(line_of(text, 1));
    if (first == "---") return split_delimited(text, "---", Dialect::yaml);
    if (first == "+++") return split_delimited(text, "+++", Dialect::toml);
    if (first.starts_with("---") && named_dialect(first) != Dialect::none) {
        return split_delimited(text, "---", named_dialect(first));
    }
    if (first.starts_with("{")) {
        const auto next = text.find_first_not_of(" \t\n", 1);
        const bool is_json =
            next != std::string_view::npos && (text[next] == '"' || text[next] == '}');
        if (is_json || (first == "{" && begins_with_loose_member(text))) return split_json(text);
    }
    if (begins_with_member(first)) {
        if (const auto end = text.find("\n;;;\n"); end != std::string_view::npos) {
            Split split;
            split.dialect = Dialect::json;
            split.front_matter = text.substr(0, end + 1);
            split.body = text.substr(end + std::string_view("\n;;;\n").size());
            return split;
        }
    }
    Split split;
    split.body = text;
    return split;
}

}  // namespace

Split split_front_matter(std::string_view text) {
    Split split = split_at_top(text);
    if (split.dialect != Dialect::none || split.error) return split;
    const std::size_t start = end_of_preface(text);
    if (start == 0 || start == text.size()) return split;
    Split later = split_at_top(text.substr(start));
    const bool is_field = later.dialect == Dialect::json ||
                          looks_like_field(line_of(later.front_matter, 1)) || later.error;
    if ((later.dialect == Dialect::none && !later.error) || !is_field) return split;
    const int lines_before = position_of(text, start).line - 1;
    later.front_matter_line += lines_before;
    if (later.error) later.error->position.line += lines_before;
    return later;
}

}  // namespace broadsheet::press
