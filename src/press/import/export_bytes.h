// The bytes of an export file as a stream. Gzipped files are unpacked on the way.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace broadsheet::press {

// One file, read from its beginning to its end.
class ExportBytes {
  public:
    explicit ExportBytes(const std::filesystem::path& path);
    ~ExportBytes();
    ExportBytes(const ExportBytes&) = delete;
    ExportBytes& operator=(const ExportBytes&) = delete;

    bool is_open() const { return file_ != nullptr; }
    // True if the packed data is damaged, so that the rest cannot be read.
    bool is_damaged() const { return damaged_; }
    // Appends the next bytes to `out`. Returns false at the end.
    bool read(std::string& out);

  private:
    void* file_;  // zlib's gzFile
    bool damaged_ = false;
};

}  // namespace broadsheet::press
