// Writes JSON text directly. The data is valid by construction, and building a tree of JSON values
// would take longer than everything else in writing a bundle or a page's metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet::strings {

// A JSON writer. It adds commas. The caller must close the objects and arrays that it opens.
class JsonText {
  public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    void number(std::int64_t value);
    void json(std::string_view value);  // a value that is JSON already

    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, std::int64_t value) {
        key(name);
        number(value);
    }

    std::string take() { return std::move(out_); }

  private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    std::string out_;
    bool needs_comma_ = false;
};

}  // namespace broadsheet::strings
