// The bytes of an export file as a stream. Gzipped files, and files in zip archives, are unpacked
// on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace broadsheet::press {

// The files of an export in a zip archive, as paths below that of the archive:
// "export.zip/part-1.xml". Other files are their own only part. Empty if the archive has none.
std::vector<std::filesystem::path> export_parts(const std::filesystem::path& file);

// One file, read from its beginning to its end.
class ExportBytes {
  public:
    // `path` may be in a zip archive, see export_parts.
    explicit ExportBytes(const std::filesystem::path& path);
    ~ExportBytes();
    ExportBytes(const ExportBytes&) = delete;
    ExportBytes& operator=(const ExportBytes&) = delete;

    bool is_open() const { return packed_ != nullptr; }
    // True if the packed data is damaged or unpacks to far more than exports do, so that the rest
    // is not read.
    bool is_damaged() const { return damage_ != nullptr; }
    // Why, for messages: "the packed file is damaged". REQUIRES: is_damaged().
    const char* damage() const { return damage_; }
    // Appends the next bytes to `out`. Returns false at the end.
    bool read(std::string& out);

    // A packed file that is open.
    class Packed {
      public:
        virtual ~Packed() = default;
        // Reads at most `size` bytes. Returns their number, 0 at the end, negative for damage.
        virtual int read(char* to, unsigned size) = 0;
        virtual std::uint64_t packed_size() const = 0;
    };

  private:
    std::unique_ptr<Packed> packed_;
    const char* damage_ = nullptr;
    std::uint64_t unpacked_size_ = 0;
};

}  // namespace broadsheet::press
