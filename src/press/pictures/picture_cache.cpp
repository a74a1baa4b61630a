#include <xxhash.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <utility>

#include "press/base/files.h"
#include "press/base/unfinished.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The format of cache files: a hash of the rest, then strings (length and bytes) and numbers, all
// numbers as 8 bytes, little-endian.
class Packer {
  public:
    void number(std::uint64_t value) {
        for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

class Unpacker {
  public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        if (bytes_.size() < 8) {
            whole_ = false;
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = 8; i-- > 0;) {
            value = value << 8U | static_cast<unsigned char>(bytes_[i]);
        }
        bytes_.remove_prefix(8);
        return value;
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) {
            whole_ = false;
            return {};
        }
        const auto length = static_cast<std::size_t>(size);
        std::string value(bytes_.substr(0, length));
        bytes_.remove_prefix(length);
        return value;
    }
    std::string_view rest() const { return bytes_; }
    bool whole() const { return whole_ && bytes_.empty(); }
    bool cut_short() const { return !whole_; }

  private:
    std::string_view bytes_;
    bool whole_ = true;
};

std::uint64_t sum_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace

std::string packed_variants(const PictureVariants& result) {
    Packer body;
    body.text(result.placeholder);
    body.number(result.variants.size());
    for (const PictureVariant& variant : result.variants) {
        body.number(static_cast<std::uint64_t>(variant.width));
        body.text(variant.bytes);
    }
    Packer file;
    file.number(sum_of(body.bytes()));
    return file.bytes() + body.bytes();
}

std::optional<PictureVariants> unpacked_variants(std::string_view bytes) {
    Unpacker reader(bytes);
    const std::uint64_t sum = reader.number();
    if (reader.cut_short() || sum_of(reader.rest()) != sum) return std::nullopt;
    PictureVariants result;
    result.placeholder = reader.text();
    const std::uint64_t count = reader.number();
    for (std::uint64_t i = 0; i < count && !reader.cut_short(); ++i) {
        PictureVariant variant;
        variant.width = static_cast<int>(reader.number());
        variant.bytes = reader.text();
        result.variants.push_back(std::move(variant));
    }
    if (!reader.whole()) return std::nullopt;
    return result;
}

std::string variants_name(std::string_view picture) {
    const XXH128_hash_t hash = XXH3_128bits(picture.data(), picture.size());
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string name;
    for (const std::uint64_t half : {hash.high64, hash.low64}) {
        for (int shift = 60; shift >= 0; shift -= 4) name += digits[half >> shift & 15U];
    }
    return name.substr(0, 2) + "/" + name + ".v" + std::string(variants_version);
}

std::optional<PictureVariants> PictureCache::find(std::string_view bytes) const {
    if (folder_.empty()) return std::nullopt;
    const auto file = read_file(folder_ / "pictures" / variants_name(bytes));
    return file ? unpacked_variants(*file) : std::nullopt;
}

PictureVariants PictureCache::variants_of(std::string_view bytes) const {
    if (auto known = find(bytes)) return std::move(*known);
    PictureVariants result = make_variants(bytes);
    // If writing fails, the next build converts the picture again.
    if (result.what.empty() && !folder_.empty()) {
        write_atomically(folder_ / "pictures" / variants_name(bytes), packed_variants(result));
    }
    return result;
}

PictureVariants PictureCache::placeholder_of(std::string_view bytes) const {
    if (auto known = find(bytes)) return std::move(*known);
    return make_placeholder(bytes);
}

fs::path default_cache_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    // The XDG Base Directory Specification says to ignore relative paths.
    const fs::path cache = variable("XDG_CACHE_HOME");
    if (cache.is_absolute()) return cache / "broadsheet";
    const fs::path home = variable("HOME");
    return home.is_absolute() ? home / ".cache" / "broadsheet" : fs::path();
}

}  // namespace broadsheet::press
