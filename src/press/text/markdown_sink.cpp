#include "press/text/markdown_sink.h"

#include "press/text/entity.h"

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

int on_enter_span(MD_SPANTYPE type, void* detail, void* user) {
    sink_of(user).enter_span(type, detail);
    return sink_of(user).stop ? 1 : 0;
}

int on_leave_span(MD_SPANTYPE type, void* detail, void* user) {
    sink_of(user).leave_span(type, detail);
    return sink_of(user).stop ? 1 : 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    MarkdownSink& sink = sink_of(user);
    const bool verbatim = type == MD_TEXT_CODE || type == MD_TEXT_HTML;
    if (sink.in_cell && verbatim) {
        sink.text(type, with_pipes({text, size}));
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
    parser.enter_block = on_enter_block;
    parser.leave_block = on_leave_block;
    parser.enter_span = on_enter_span;
    parser.leave_span = on_leave_span;
    parser.text = on_text;
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &sink) == 0;
}

}  // namespace broadsheet::press
