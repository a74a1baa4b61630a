// Copies of many short texts that stay where they are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet::search {

class TextArena {
  public:
    // The copy is valid as long as this object, also when it is moved.
    std::string_view keep(std::string_view text) {
        if (room_ < text.size()) {
            room_ = std::max(block_size, text.size());
            next_ = blocks_.emplace_back(room_).data();
        }
        char* const copy = next_;
        std::copy(text.begin(), text.end(), copy);
        next_ += text.size();
        room_ -= text.size();
        return {copy, text.size()};
    }

  private:
    static constexpr std::size_t block_size = std::size_t{1} << 16U;

    std::vector<std::vector<char>> blocks_;
    char* next_ = nullptr;
    std::size_t room_ = 0;  // bytes after `next_`
};

}  // namespace broadsheet::search
