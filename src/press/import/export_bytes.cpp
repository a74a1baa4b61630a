#include "press/import/export_bytes.h"

#include <zlib.h>

namespace broadsheet::press {

namespace {

constexpr std::size_t chunk = 256 * 1024;

gzFile opened(void* file) { return static_cast<gzFile>(file); }

}  // namespace

// zlib reads files that are not packed as they are.
ExportBytes::ExportBytes(const std::filesystem::path& path)
    : file_(std::filesystem::is_directory(path) ? nullptr : gzopen(path.c_str(), "rb")) {
    if (file_ != nullptr) gzbuffer(opened(file_), chunk);
}

ExportBytes::~ExportBytes() {
    if (file_ != nullptr) gzclose(opened(file_));
}

bool ExportBytes::read(std::string& out) {
    if (file_ == nullptr || damaged_) return false;
    const std::size_t size = out.size();
    out.resize(size + chunk);
    const int count = gzread(opened(file_), out.data() + size, chunk);
    out.resize(size + static_cast<std::size_t>(count > 0 ? count : 0));
    if (count < 0) damaged_ = true;
    if (count == 0) {
        int error = Z_OK;
        gzerror(opened(file_), &error);
        damaged_ = error == Z_BUF_ERROR || error == Z_DATA_ERROR;
    }
    return count > 0;
}

}  // namespace broadsheet::press
