#include "press/base/site_input.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "press/base/files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

InputKind kind_of(fs::file_type type) {
    switch (type) {
        case fs::file_type::regular: return InputKind::file;
        case fs::file_type::directory: return InputKind::folder;
        case fs::file_type::none:
        case fs::file_type::not_found: return InputKind::none;
        default: return InputKind::other;
    }
}

class DiskInput : public SiteInput {
  public:
    InputKind kind(const fs::path& path) const override {
        std::error_code ignored;
        return kind_of(fs::status(path, ignored).type());
    }

    std::vector<InputEntry> list(const fs::path& folder, std::error_code& error) const override {
        std::vector<InputEntry> entries;
        for (fs::directory_iterator each(folder, error), end; !error && each != end;
             each.increment(error)) {
            std::error_code ignored;
            entries.push_back({each->path().filename().string(),
                               kind_of(each->status(ignored).type()), each->is_symlink(ignored)});
        }
        std::sort(entries.begin(), entries.end(),
                  [](const auto& left, const auto& right) { return left.name < right.name; });
        return entries;
    }

    std::optional<std::uint64_t> size(const fs::path& path) const override {
        std::error_code error;
        const std::uint64_t bytes = fs::file_size(path, error);
        return error ? std::nullopt : std::optional(bytes);
    }

    std::optional<std::string> read_part(const fs::path& path, std::uint64_t offset,
                                         std::size_t count) const override {
        std::ifstream in(path, std::ios::binary);
        if (!in) return std::nullopt;
        std::string bytes(count, '\0');
        in.seekg(static_cast<std::streamoff>(offset));
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (in.bad()) return std::nullopt;
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
        return bytes;
    }

    std::optional<std::string> read(const fs::path& path) const override { return read_file(path); }
    FileStamp stamp(const fs::path& path) const override { return stamp_of(path); }
    fs::path real_path(const fs::path& path) const override {
        std::error_code error;
        fs::path real = fs::canonical(path, error);
        return error ? fs::path() : real;
    }
};

std::string key_of_path(const fs::path& path) {
    std::string key = path.lexically_normal().generic_string();
    while (key.size() > 1 && key.ends_with('/')) key.pop_back();
    return key;
}

}  // namespace

const SiteInput& disk_input() {
    static const DiskInput disk;
    return disk;
}

void MemoryInput::write(const fs::path& path, std::string bytes) {
    FileStamp stamp;
    stamp.modified = stamp.changed = ++writes_;
    stamp.size = bytes.size();
    files_.insert_or_assign(key_of_path(path), File{std::move(bytes), stamp});
}

const MemoryInput::File* MemoryInput::find(const fs::path& path) const {
    const auto found = files_.find(key_of_path(path));
    return found == files_.end() ? nullptr : &found->second;
}

InputKind MemoryInput::kind(const fs::path& path) const {
    if (find(path) != nullptr) return InputKind::file;
    const std::string start = key_of_path(path) + "/";
    const auto first = files_.lower_bound(start);
    const bool is_folder = first != files_.end() && first->first.starts_with(start);
    return is_folder ? InputKind::folder : InputKind::none;
}

std::vector<InputEntry> MemoryInput::list(const fs::path& folder, std::error_code& error) const {
    std::vector<InputEntry> entries;
    const std::string start = key_of_path(folder) + "/";
    for (auto each = files_.lower_bound(start);
         each != files_.end() && each->first.starts_with(start); ++each) {
        const std::string_view rest = std::string_view(each->first).substr(start.size());
        const std::string name(rest.substr(0, rest.find('/')));
        const bool is_folder = name.size() < rest.size();
        const bool known = std::any_of(entries.begin(), entries.end(),
                                       [&](const auto& entry) { return entry.name == name; });
        if (known) continue;
        entries.push_back({name, is_folder ? InputKind::folder : InputKind::file, false});
    }
    error = entries.empty() ? std::make_error_code(std::errc::no_such_file_or_directory)
                            : std::error_code();
    std::sort(entries.begin(), entries.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    return entries;
}

std::optional<std::uint64_t> MemoryInput::size(const fs::path& path) const {
    const File* file = find(path);
    return file == nullptr ? std::nullopt : std::optional<std::uint64_t>(file->bytes.size());
}

std::optional<std::string> MemoryInput::read_part(const fs::path& path, std::uint64_t offset,
                                                  std::size_t count) const {
    const File* file = find(path);
    if (file == nullptr) return std::nullopt;
    const auto begin =
        static_cast<std::size_t>(std::min<std::uint64_t>(offset, file->bytes.size()));
    return file->bytes.substr(begin, count);
}

std::optional<std::string> MemoryInput::read(const fs::path& path) const {
    const File* file = find(path);
    return file == nullptr ? std::nullopt : std::optional(file->bytes);
}

FileStamp MemoryInput::stamp(const fs::path& path) const {
    const File* file = find(path);
    return file == nullptr ? FileStamp() : file->stamp;
}

fs::path MemoryInput::real_path(const fs::path& path) const {
    return kind(path) == InputKind::none ? fs::path() : fs::path(key_of_path(path));
}

}  // namespace broadsheet::press
