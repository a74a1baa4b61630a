// Bytes with shared owners. They are in memory, or in a file that is mapped into it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet::strings {

// Copies share the bytes, which never change.
class SharedBytes {
  public:
    SharedBytes() = default;
    // Bytes in memory.
    explicit SharedBytes(std::string bytes) {
        auto own = std::make_shared<const std::string>(std::move(bytes));
        bytes_ = *own;
        owner_ = std::move(own);
    }
    // Bytes that are valid as long as `owner` exists.
    SharedBytes(std::string_view bytes, std::shared_ptr<const void> owner)
        : bytes_(bytes), owner_(std::move(owner)) {}

    std::string_view view() const { return bytes_; }
    bool empty() const { return bytes_.empty(); }
    // A part of these bytes, with the same owners. REQUIRES: `part` points into them.
    SharedBytes part(std::string_view part) const { return {part, owner_}; }

  private:
    std::string_view bytes_;
    std::shared_ptr<const void> owner_;
};

}  // namespace broadsheet::strings
