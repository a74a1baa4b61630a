#include "press/import/exports/export_bytes.h"

#include <unzip.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "press/base/files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunk = 256 * 1024;

// Texts become a tenth when packed; a file that unpacks to more than this was made to fill disks.
constexpr std::uint64_t max_ratio = 200;
constexpr std::uint64_t always_allowed = 64'000'000;  // bytes

// zlib reads files that are not packed as they are.
class GzipFile : public ExportBytes::Packed {
  public:
    static std::unique_ptr<Packed> open(const fs::path& path) {
        std::error_code error;
        if (!fs::is_regular_file(path, error)) return nullptr;
        const std::uint64_t size = fs::file_size(path, error);
        gzFile file = gzopen(path.c_str(), "rb");
        if (file == nullptr) return nullptr;
        gzbuffer(file, chunk);
        return std::unique_ptr<Packed>(new GzipFile(file, size));
    }
    GzipFile(const GzipFile&) = delete;
    GzipFile& operator=(const GzipFile&) = delete;
    ~GzipFile() override { gzclose(file_); }

    int read(char* to, unsigned size) override {
        const int count = gzread(file_, to, size);
        if (count != 0) return count;
        int error = Z_OK;
        gzerror(file_, &error);
        return error == Z_BUF_ERROR || error == Z_DATA_ERROR ? -1 : 0;
    }
    std::uint64_t packed_size() const override { return size_; }

  private:
    GzipFile(gzFile file, std::uint64_t size) : file_(file), size_(size) {}

    gzFile file_;
    std::uint64_t size_;
};

class ZipMember : public ExportBytes::Packed {
  public:
    static std::unique_ptr<Packed> open(const fs::path& archive, const std::string& name) {
        unzFile file = unzOpen64(archive.c_str());
        if (file == nullptr) return nullptr;
        unz_file_info64 info{};
        const bool is_open =
            unzLocateFile(file, name.c_str(), 1) == UNZ_OK &&
            unzGetCurrentFileInfo64(file, &info, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK &&
            unzOpenCurrentFile(file) == UNZ_OK;
        if (!is_open) {
            unzClose(file);
            return nullptr;
        }
        return std::unique_ptr<Packed>(new ZipMember(file, info.compressed_size));
    }
    ZipMember(const ZipMember&) = delete;
    ZipMember& operator=(const ZipMember&) = delete;
    ~ZipMember() override {
        if (!is_closed_) unzCloseCurrentFile(file_);
        unzClose(file_);
    }

    int read(char* to, unsigned size) override {
        if (is_closed_) return 0;
        const int count = unzReadCurrentFile(file_, to, size);
        // The checksum is compared when the file is closed.
        if (count != 0) return count;
        is_closed_ = true;
        return unzCloseCurrentFile(file_) == UNZ_CRCERROR ? -1 : 0;
    }
    std::uint64_t packed_size() const override { return size_; }

  private:
    ZipMember(unzFile file, std::uint64_t size) : file_(file), size_(size) {}

    unzFile file_;
    std::uint64_t size_;
    bool is_closed_ = false;
};

bool is_zip(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::array<char, 4> begin{};
    in.read(begin.data(), begin.size());
    return in.gcount() == 4 && std::string_view(begin.data(), begin.size()) == "PK\x03\x04";
}

bool is_part(const std::string& name) {
    const std::string ending = extension_of(name);
    const bool is_export = ending == ".xml" || ending == ".atom" || ending == ".json" ||
                           ending == ".yaml" || ending == ".wxr";
    const std::string base = name.substr(name.rfind('/') + 1);
    return is_export && !base.starts_with('.') && !name.starts_with("__MACOSX/");
}

}  // namespace

std::vector<fs::path> export_parts(const fs::path& file) {
    constexpr std::size_t max_parts = 10'000;
    std::error_code error;
    if (!fs::is_regular_file(file, error) || !is_zip(file)) return {file};
    std::vector<fs::path> parts;
    unzFile archive = unzOpen64(file.c_str());
    if (archive == nullptr) return {file};
    for (int at = unzGoToFirstFile(archive); at == UNZ_OK && parts.size() < max_parts;
         at = unzGoToNextFile(archive)) {
        std::array<char, 1024> name{};
        if (unzGetCurrentFileInfo64(archive, nullptr, name.data(), name.size() - 1, nullptr, 0,
                                    nullptr, 0) == UNZ_OK &&
            is_part(name.data())) {
            parts.push_back(file / name.data());
        }
    }
    unzClose(archive);
    std::sort(parts.begin(), parts.end());
    return parts;
}

ExportBytes::ExportBytes(const fs::path& path) : packed_(GzipFile::open(path)) {
    std::error_code error;
    fs::path archive = path;
    while (packed_ == nullptr && archive.has_relative_path() && archive.has_parent_path() &&
           archive != archive.parent_path()) {
        archive = archive.parent_path();
        if (!fs::is_regular_file(archive, error)) continue;
        packed_ = ZipMember::open(archive, path.lexically_relative(archive).generic_string());
        break;
    }
}

ExportBytes::~ExportBytes() = default;

bool ExportBytes::read(std::string& out) {
    if (packed_ == nullptr || damage_ != nullptr) return false;
    const std::size_t size = out.size();
    out.resize(size + chunk);
    const int count = packed_->read(out.data() + size, chunk);
    out.resize(size + static_cast<std::size_t>(std::max(count, 0)));
    if (count < 0) damage_ = "the packed file is damaged";
    if (count <= 0) return false;
    unpacked_size_ += static_cast<std::uint64_t>(count);
    if (unpacked_size_ > always_allowed && unpacked_size_ / max_ratio > packed_->packed_size()) {
        damage_ = "the packed file unpacks to more than 200 times its size";
        return false;
    }
    return true;
}

}  // namespace broadsheet::press
