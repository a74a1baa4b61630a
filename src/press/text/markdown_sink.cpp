#include "press/text/markdown_sink.h"

#include <array>
#include <functional>

#include "press/html/entity.h"
#include "press/punctuation/punctuation.h"
#include "strings/ascii.h"

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

void put_running_text(MarkdownSink& sink, std::string_view text) {
    if (text.empty()) return;
    if (!sink.marks_signs || is_escaped(text, sink.source)) {
        return sink.text(MD_TEXT_NORMAL, text);
    }
    std::string marked;
    append_marked(marked, text);
    sink.text(MD_TEXT_NORMAL, marked);
}

// The length of the address after "mailto:" or "xmpp:", as GitHub's Markdown has it; 0 if none is
// there. Only one of XMPP may have a resource: "a@b.example/room".
std::size_t length_of_mail_address(std::string_view text, bool has_resource) {
    const auto is_sign = [](char c, std::string_view more) {
        return strings::is_letter(c) || strings::is_digit(c) ||
               more.find(c) != std::string_view::npos;
    };
    std::size_t at = 0;
    while (at < text.size() && is_sign(text[at], ".-_+")) ++at;
    if (at == 0 || at == text.size() || text[at] != '@') return 0;
    std::size_t end = at + 1;
    while (end < text.size() && is_sign(text[end], ".-_")) ++end;
    const bool is_local_end = end == text.size() || text[end] != '@';
    while (end > at + 1 && text[end - 1] == '.') --end;  // of the sentence
    const std::string_view host = text.substr(at + 1, end - at - 1);
    const auto dot = host.find('.');
    if (!is_local_end || dot == 0 || dot == std::string_view::npos || host.ends_with('-') ||
        host.ends_with('_')) {
        return 0;
    }
    if (!has_resource || end + 1 >= text.size() || text[end] != '/') return end;
    std::size_t resource = end + 1;
    while (resource < text.size() && is_sign(text[resource], "@.")) ++resource;
    while (resource > end + 1 && text[resource - 1] == '.') --resource;
    return resource > end + 1 ? resource : end;
}

void put_address(MarkdownSink& sink, std::string_view address) {
    const std::array<MD_TEXTTYPE, 1> types = {MD_TEXT_NORMAL};
    const std::array<MD_OFFSET, 2> offsets = {0, static_cast<MD_OFFSET>(address.size())};
    MD_SPAN_A_DETAIL link = {};
    link.href = {address.data(), offsets[1], types.data(), offsets.data()};
    link.is_autolink = 1;
    sink.enter_span(MD_SPAN_A, &link);
    sink.text(MD_TEXT_NORMAL, address);
    sink.leave_span(MD_SPAN_A, &link);
}

// Running text, in which the addresses that begin with "mailto:" and "xmpp:" are links. The parser
// knows only those without it.
void put_text_with_addresses(MarkdownSink& sink, std::string_view text) {
    static constexpr std::array<std::string_view, 2> schemes = {"mailto:", "xmpp:"};
    std::size_t written = 0;
    for (auto colon = text.find(':'); colon != std::string_view::npos;
         colon = text.find(':', colon + 1)) {
        for (const std::string_view scheme : schemes) {
            const std::string_view before = text.substr(written, colon + 1 - written);
            if (!before.ends_with(scheme)) continue;
            const std::size_t begin = colon + 1 - scheme.size();
            if (begin > written &&
                (strings::is_letter(text[begin - 1]) || strings::is_digit(text[begin - 1]))) {
                continue;
            }
            const std::size_t length =
                length_of_mail_address(text.substr(colon + 1), scheme == "xmpp:");
            if (length == 0) continue;
            put_running_text(sink, text.substr(written, begin - written));
            written = colon + 1 + length;
            put_address(sink, text.substr(begin, written - begin));
            break;
        }
    }
    put_running_text(sink, text.substr(written));
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    MarkdownSink& sink = sink_of(user);
    const bool verbatim = type == MD_TEXT_CODE || type == MD_TEXT_HTML;
    if (sink.in_cell && verbatim) {
        sink.text(type, with_pipes({text, size}));
    } else if (type == MD_TEXT_NORMAL && !sink.in_address && !sink.in_link) {
        put_text_with_addresses(sink, {text, size});
    } else if (type == MD_TEXT_NORMAL && !sink.in_address) {
        put_running_text(sink, {text, size});
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
