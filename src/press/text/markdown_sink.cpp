#include "press/text/markdown_sink.h"

#include <functional>

#include "press/html/entity.h"
#include "press/text/punctuation.h"

namespace broadsheet::press {

namespace {

MarkdownSink& sink_of(void* user) { return *static_cast<MarkdownSink*>(user); }

bool is_cell(MD_BLOCKTYPE type) { return type == MD_BLOCK_TH || type == MD_BLOCK_TD; }

// A pipe in a cell is escaped even in code, where other backslashes are text.
std::string with_pipes(std::string_view text) {
    std::string out(text);
    for (auto at = out.find("\\|"); at != std::string::npos; at = out.find("\\|", at + 1)) {
        out.erase(at, 1);
    }
    return out;
}

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
    if (is_cell(type)) sink_of(user).in_cell = true;
    sink_of(user).enter_block(type, detail);
    return sink_of(user).stop ? 1 : 0;
}

int on_leave_block(MD_BLOCKTYPE type, void* detail, void* user) {
    if (is_cell(type)) sink_of(user).in_cell = false;
    sink_of(user).leave_block(type, detail);
    return sink_of(user).stop ? 1 : 0;
}

bool is_address(MD_SPANTYPE type, void* detail) {
    return type == MD_SPAN_A && static_cast<MD_SPAN_A_DETAIL*>(detail)->is_autolink != 0;
}

// True for a sign after a backslash, which the parser reports by itself.
bool is_escaped(std::string_view text, std::string_view source) {
    const std::less<> before;
    const bool is_part =
        !before(text.data(), source.data()) && before(text.data(), source.data() + source.size());
    if (text.size() != 1 || !is_part) return false;
    std::size_t backslashes = 0;
    const auto at = static_cast<std::size_t>(text.data() - source.data());
    while (backslashes < at && source[at - 1 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

// An address within the words of a link is not a link of its own: browsers would end the outer one.
int on_enter_span(MD_SPANTYPE type, void* detail, void* user) {
    MarkdownSink& sink = sink_of(user);
    const bool address = is_address(type, detail);
    if (address) sink.in_address = true;
    if (address && sink.in_link) return 0;
    if (type == MD_SPAN_A && !address) sink.in_link = true;
    sink.enter_span(type, detail);
    return sink.stop ? 1 : 0;
}

int on_leave_span(MD_SPANTYPE type, void* detail, void* user) {
    MarkdownSink& sink = sink_of(user);
    const bool address = is_address(type, detail);
    if (address) sink.in_address = false;
    if (address && sink.in_link) return 0;
    if (type == MD_SPAN_A && !address) sink.in_link = false;
    sink.leave_span(type, detail);
    return sink.stop ? 1 : 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    MarkdownSink& sink = sink_of(user);
    const bool verbatim = type == MD_TEXT_CODE || type == MD_TEXT_HTML;
    if (sink.in_cell && verbatim) {
        sink.text(type, with_pipes({text, size}));
    } else if (type == MD_TEXT_NORMAL && sink.marks_signs && !sink.in_address &&
               !is_escaped({text, size}, sink.source)) {
        std::string marked;
        append_marked(marked, {text, size});
        sink.text(type, marked);
    } else {
        sink.text(type, std::string_view(text, size));
    }
    return sink.stop ? 1 : 0;
}

}  // namespace

std::string text_of(const MD_ATTRIBUTE& attribute) {
    std::string out;
    if (attribute.text == nullptr) return out;
    for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET start = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + start,
                                    attribute.substr_offsets[i + 1] - start);
        switch (attribute.substr_types[i]) {
            case MD_TEXT_NULLCHAR: out += "\xEF\xBF\xBD"; break;
            case MD_TEXT_ENTITY: out += decode_entity(part); break;
            default: out += part;
        }
    }
    return out;
}

bool run_markdown(std::string_view text, MarkdownSink& sink) {
    MD_PARSER parser = {};
    parser.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
    if (sink.hard_breaks) parser.flags |= MD_FLAG_HARD_SOFT_BREAKS;
    parser.enter_block = on_enter_block;
    parser.leave_block = on_leave_block;
    parser.enter_span = on_enter_span;
    parser.leave_span = on_leave_span;
    parser.text = on_text;
    sink.source = text;
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &sink) == 0;
}

}  // namespace broadsheet::press
