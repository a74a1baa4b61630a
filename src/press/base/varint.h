// Serializes numbers and strings to bytes, for packed data in memory and in the cache. Integers are
// variable-length (LEB128): 7 bits a byte, lowest first. The reader accepts any bytes: after an
// error it returns 0 and empty strings, and ok() is false.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace broadsheet::press {

// Appends values to a byte string.
class ByteWriter {
  public:
    void number(std::uint64_t value) {
        for (; value >= 128; value >>= 7U) out_ += static_cast<char>((value & 127U) | 128U);
        out_ += static_cast<char>(value);
    }
    // Zigzag encoding, so that small negative numbers stay short.
    void signed_number(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        number(value < 0 ? ~(bits << 1U) : bits << 1U);
    }
    // Length, then bytes.
    void text(std::string_view value) {
        number(value.size());
        out_ += value;
    }

    std::string take() {
        out_.shrink_to_fit();
        return std::move(out_);
    }

  private:
    std::string out_;
};

// Reads what a ByteWriter wrote. Strings are views into the bytes.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) return value;
        }
        fail();
        return 0;
    }
    std::int64_t signed_number() {
        const std::uint64_t bits = number();
        const std::uint64_t half = bits >> 1U;
        return static_cast<std::int64_t>((bits & 1U) != 0 ? ~half : half);
    }
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > rest_.size()) {
            fail();
            return {};
        }
        const std::string_view value = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(value.size());
        return value;
    }

    std::size_t left() const { return rest_.size(); }
    bool ok() const { return ok_; }
    void fail() {
        ok_ = false;
        rest_ = {};
    }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace broadsheet::press
