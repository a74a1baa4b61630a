// Writes front matter and site.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// Text in double quotes, as YAML, TOML and JSON read it alike.
std::string in_double_quotes(std::string_view text);

// Lines of YAML. Empty texts and lists are left out.
class FrontMatter {
  public:
    void text(std::string_view name, std::string_view value);
    void word(std::string_view name, std::string_view value);  // a date, number or boolean
    void list(std::string_view name, const std::vector<std::string>& values);
    // A table with one member a line.
    void open(std::string_view name);
    void close() { indent_.clear(); }

    // With its delimiters, and the body after it.
    std::string with_body(std::string_view body) const;

  private:
    std::string out_;
    std::string indent_;
};

}  // namespace broadsheet::press
