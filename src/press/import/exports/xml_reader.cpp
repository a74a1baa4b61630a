#include "press/import/exports/xml_reader.h"

#include <algorithm>
#include <utility>

#include "press/import/exports/tag_end.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view cdata_begin = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";

bool is_name_start(char c) {
    return strings::is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string attribute_of(std::string_view attributes, std::string_view name) {
    const std::string start = std::string(name) + "=";
    for (auto at = attributes.find(start); at != std::string_view::npos;
         at = attributes.find(start, at + 1)) {
        const std::size_t quote = at + start.size();
        if (quote >= attributes.size() || (at > 0 && strings::is_letter(attributes[at - 1]))) {
            continue;
        }
        const char mark = attributes[quote];
        if (mark != '"' && mark != '\'') continue;
        const auto end = attributes.find(mark, quote + 1);
        return without_references(attributes.substr(quote + 1, end - quote - 1));
    }
    return {};
}

bool XmlReader::fill() { return bytes_.read(buffer_); }

bool XmlReader::has(std::size_t count) {
    while (buffer_.size() < count) {
        if (!fill()) return false;
    }
    return true;
}

std::size_t XmlReader::find(std::string_view needle, std::size_t from) {
    while (true) {
        const std::size_t found = buffer_.find(needle, from);
        if (found != std::string::npos) return found;
        from = std::max(from, buffer_.size() - std::min(buffer_.size(), needle.size()));
        if (!fill()) return std::string::npos;
    }
}

// Counts the lines before the token, and removes from the buffer what was read, now and then.
void XmlReader::forget() {
    constexpr std::size_t enough = 1024UL * 1024UL;
    begin_ = position_;
    if (position_ < enough) return;
    position();
    buffer_.erase(0, begin_);
    if (line_begin_ >= begin_) {
        line_begin_ -= begin_;
    } else {
        dropped_ += begin_ - line_begin_;
        line_begin_ = 0;
    }
    counted_ = position_ = begin_ = 0;
}

Position XmlReader::position() {
    for (; counted_ < begin_; ++counted_) {
        if (buffer_[counted_] != '\n') continue;
        ++line_;
        line_begin_ = counted_ + 1;
        dropped_ = 0;
    }
    const std::size_t column = begin_ - line_begin_ + dropped_ + 1;
    return {line_, static_cast<int>(column)};
}

void XmlReader::warn(std::string what, std::string remedy) {
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.position = position();
    warning.what = std::move(what);
    warning.remedy = std::move(remedy);
    repairs_.push_back(std::move(warning));
}

std::string XmlReader::repair(std::string_view bytes) {
    TextRepairs repairs;
    std::string text = repaired_text(bytes, latin_, repairs);
    if (repairs.control_characters > 0) {
        warn("the text contains control characters, which were removed", "nothing to do");
    }
    if (repairs.wrong_bytes > 0) {
        warn("the text is not UTF-8 and was read as Windows-1252", "check its letters");
    }
    return text;
}

Diagnostics XmlReader::take_repairs() { return std::exchange(repairs_, {}); }

std::string XmlReader::source() {
    return repair(std::string_view(buffer_).substr(begin_, position_ - begin_));
}

std::string XmlReader::beginning() {
    constexpr std::size_t enough = 2000;
    has(enough);
    return buffer_.substr(0, enough);
}

XmlToken XmlReader::next() {
    forget();
    if (!has(position_ + 1)) return XmlToken::end_of_file;
    if (buffer_[position_] != '<') {
        const std::size_t end = find("<", position_);
        return read_text(end == std::string::npos ? buffer_.size() : end);
    }
    return read_markup();
}

XmlToken XmlReader::read_text(std::size_t end) {
    const std::string_view bytes = std::string_view(buffer_).substr(begin_, end - begin_);
    text_ = without_references(repair(bytes));
    position_ = end;
    return XmlToken::text;
}

void XmlReader::skip_to(std::string_view end) {
    const std::size_t found = find(end, position_);
    cut_off_ = cut_off_ || found == std::string::npos;
    position_ = found == std::string::npos ? buffer_.size() : found + end.size();
}

void XmlReader::read_declaration(std::size_t end) {
    const std::string text = strings::lower_ascii(buffer_.substr(begin_, end - begin_));
    latin_ = text.find("iso-8859-1") != std::string::npos ||
             text.find("windows-1252") != std::string::npos ||
             text.find("us-ascii") != std::string::npos;
}

XmlToken XmlReader::read_markup() {
    has(begin_ + cdata_begin.size());
    const std::string_view rest = std::string_view(buffer_).substr(begin_);
    if (rest.starts_with(cdata_begin)) return read_cdata();
    if (rest.starts_with("<!--")) {
        skip_to("-->");
        return next();
    }
    if (rest.starts_with("<?")) {
        skip_to("?>");
        read_declaration(position_);
        return next();
    }
    if (rest.starts_with("<!")) {
        skip_to(">");
        return next();
    }
    const bool closes = rest.starts_with("</");
    const std::size_t name = closes ? 2 : 1;
    if (rest.size() > name && is_name_start(rest[name])) return read_tag();
    // A sign that should have been written as a reference.
    const std::size_t end = find("<", begin_ + 1);
    return read_text(end == std::string::npos ? buffer_.size() : end);
}

XmlToken XmlReader::read_tag() {
    constexpr std::size_t longest_tag = 1024UL * 1024UL;
    std::size_t end = end_of_tag(buffer_, begin_);
    while (end == std::string::npos && buffer_.size() - begin_ < longest_tag && fill()) {
        end = end_of_tag(buffer_, begin_);
    }
    // A quote that never ends must not take the rest of the file.
    if (end == std::string::npos) end = find(">", begin_);
    if (end == std::string::npos) {
        cut_off_ = true;
        position_ = buffer_.size();
        return XmlToken::end_of_file;
    }
    std::string_view tag = std::string_view(buffer_).substr(begin_ + 1, end - begin_ - 1);
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    is_empty_ = !closes && tag.ends_with('/');
    if (is_empty_) tag.remove_suffix(1);
    const std::size_t size = std::min(tag.find_first_of(" \t\r\n"), tag.size());
    name_ = tag.substr(0, size);
    attributes_ = tag.substr(size);
    position_ = end + 1;
    if (!closes && !is_empty_) open_ = name_;
    return closes ? XmlToken::end : XmlToken::start;
}

// True if the `]]>` at `close` belongs to the text: another one ends the section before its element
// ends or another section begins.
bool XmlReader::is_text_within_cdata(std::size_t close) {
    const std::size_t after = close + cdata_end.size();
    has(after + 2 + open_.size() + 1);
    const std::string end_tag = "</" + open_ + ">";
    const std::string_view rest = std::string_view(buffer_).substr(after);
    if (rest.starts_with(end_tag) || rest.starts_with(cdata_begin)) return false;
    const std::size_t tag = find(end_tag, after);
    if (tag == std::string::npos) return false;
    const std::string_view between = std::string_view(buffer_).substr(after, tag - after);
    const std::size_t section = between.find(cdata_begin);
    return between.find(cdata_end) < section;
}

std::size_t XmlReader::end_of_cdata(std::size_t from) {
    while (true) {
        const std::size_t close = find(cdata_end, from);
        if (close == std::string::npos || !is_text_within_cdata(close)) return close;
        warn("\"]]>\" within a CDATA section was kept as text", "nothing to do");
        from = close + cdata_end.size();
    }
}

XmlToken XmlReader::read_cdata() {
    const std::size_t begin = begin_ + cdata_begin.size();
    std::size_t end = end_of_cdata(begin);
    if (end == std::string::npos) {
        cut_off_ = true;
        end = buffer_.size();
        position_ = end;
    } else {
        position_ = end + cdata_end.size();
    }
    text_ = repair(std::string_view(buffer_).substr(begin, end - begin));
    return XmlToken::text;
}

}  // namespace broadsheet::press
