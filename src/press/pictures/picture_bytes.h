// Reads numbers from the bytes of a picture.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet::press {

// Random access to the bytes of a picture. Bytes past the end read as 0.
class PictureBytes {
  public:
    explicit PictureBytes(std::string_view bytes) : bytes_(bytes) {}

    std::size_t size() const { return bytes_.size(); }
    std::uint32_t at(std::size_t i) const {
        return i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0u;
    }
    std::uint32_t big16(std::size_t i) const { return at(i) << 8 | at(i + 1); }
    std::uint32_t big32(std::size_t i) const { return big16(i) << 16 | big16(i + 2); }
    std::uint32_t little16(std::size_t i) const { return at(i) | at(i + 1) << 8; }
    std::uint32_t little24(std::size_t i) const { return little16(i) | at(i + 2) << 16; }
    std::uint32_t little32(std::size_t i) const { return little16(i) | little16(i + 2) << 16; }
    std::string_view text(std::size_t i, std::size_t length) const {
        return bytes_.substr(std::min(i, bytes_.size()), length);
    }
    bool has(std::size_t i, std::string_view text) const {
        return i < bytes_.size() && bytes_.substr(i).starts_with(text);
    }
    PictureBytes from(std::size_t i) const {
        return PictureBytes(bytes_.substr(std::min(i, bytes_.size())));
    }
    // At most `length` bytes from `i` on.
    PictureBytes part(std::size_t i, std::size_t length) const {
        return PictureBytes(text(i, length));
    }

  private:
    std::string_view bytes_;
};

}  // namespace broadsheet::press
