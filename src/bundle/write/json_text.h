// Writes JSON text directly: the writer's data is valid by construction, and a tree of JSON values
// in between would cost more than all the rest of writing a bundle.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet::bundle {

// Commas are put by the writer; the caller closes what it opens.
class JsonText {
  public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    void number(std::int64_t value);

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

}  // namespace broadsheet::bundle
