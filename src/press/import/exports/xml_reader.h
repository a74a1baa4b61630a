// Reads XML as a stream of tokens, and goes on where a strict parser would stop: exports hold
// control characters, unescaped signs, `]]>` within CDATA and elements that never end.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/import/exports/damaged_text.h"
#include "press/import/exports/export_bytes.h"

namespace broadsheet::press {

enum class XmlToken { start, end, text, end_of_file };

// One file. Keeps as much of it in memory as the token that is read.
class XmlReader {
  public:
    explicit XmlReader(const std::filesystem::path& path) : bytes_(path) {}

    bool is_open() const { return bytes_.is_open(); }
    bool is_damaged() const { return bytes_.is_damaged(); }
    const char* damage() const { return bytes_.damage(); }  // see ExportBytes

    // Reads the next token; its parts are valid until the next call.
    XmlToken next();

    const std::string& name() const { return name_; }              // of start and end
    const std::string& attributes() const { return attributes_; }  // of start, as written
    bool is_empty_element() const { return is_empty_; }            // <name/>, without an end token
    const std::string& text() const { return text_; }              // without references
    // The token as written, but with its bytes repaired.
    std::string source();
    // Where the token begins.
    Position position();

    // True if the file ends within a token or CDATA section.
    bool is_cut_off() const { return cut_off_; }
    // The first bytes of the file, for messages about files of other kinds.
    std::string beginning();
    // What was repaired since the last call: one warning for each kind and token.
    Diagnostics take_repairs();

  private:
    bool fill();
    bool has(std::size_t count);
    std::size_t find(std::string_view needle, std::size_t from);
    void forget();
    XmlToken read_markup();
    XmlToken read_tag();
    XmlToken read_text(std::size_t end);
    XmlToken read_cdata();
    std::size_t end_of_cdata(std::size_t from);
    bool is_text_within_cdata(std::size_t close);
    void skip_to(std::string_view end);
    void read_declaration(std::size_t end);
    std::string repair(std::string_view bytes);
    void warn(std::string what, std::string remedy);

    ExportBytes bytes_;
    std::string buffer_;
    std::size_t begin_ = 0;     // of the token
    std::size_t position_ = 0;  // after the token
    std::size_t counted_ = 0;   // the lines before this place are counted
    std::size_t line_begin_ = 0;
    std::size_t dropped_ = 0;  // bytes of the current line that are no longer in the buffer
    int line_ = 1;
    bool latin_ = false;
    bool cut_off_ = false;
    bool is_empty_ = false;
    std::string open_;  // the element that was begun last, for its CDATA
    std::string name_;
    std::string attributes_;
    std::string text_;
    Diagnostics repairs_;
};

// The value of an attribute among those of a start tag, without references; empty if there is none.
std::string attribute_of(std::string_view attributes, std::string_view name);

}  // namespace broadsheet::press
