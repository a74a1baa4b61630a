// What templates of shortcodes keep under names: Hugo's `.Scratch` and `.Store`.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "press/shortcodes/shortcode_functions.h"
#include "press/shortcodes/shortcode_value.h"

namespace broadsheet::press {

class ShortcodeStore {
  public:
    // What the method gives: Get, Set, Add, SetInMap, Delete or Values.
    ShortcodeValue use(std::string_view method, const FunctionArguments& given);
    // False once more was kept than `longest_shortcode_text` allows.
    bool is_small() const { return weight_ <= longest_shortcode_text; }

  private:
    std::map<std::string, ShortcodeValue, std::less<>> values_;
    std::size_t weight_ = 0;
};

}  // namespace broadsheet::press
