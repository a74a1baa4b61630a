#include "press/base/files.h"

#include <algorithm>
#include <atomic>
#include <fstream>

#include "press/base/system.h"
#include "press/base/unfinished.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

std::string extension_of(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::size_t start = slash == std::string::npos ? 0 : slash + 1;
    const auto dot = path.rfind('.');
    if (dot == std::string::npos || dot <= start) return {};
    return strings::lower_ascii(std::string_view(path).substr(dot));
}

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad()) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    return bytes;
}

bool write_atomically(const fs::path& path, std::string_view bytes) {
    static std::atomic<unsigned> count{0};
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return false;
    const fs::path partial = path.string() + ".partial-" + std::to_string(process_id()) + "-" +
                             std::to_string(count.fetch_add(1));
    const Unfinished unfinished(partial);
    const auto writing = hold_writing();
    std::ofstream out(partial, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (out) {
        fs::rename(partial, path, error);
        if (!error) return true;
    }
    fs::remove(partial, error);
    return false;
}

}  // namespace broadsheet::press
