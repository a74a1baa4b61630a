#include "press/import/run/import_folder.h"

#include <xxhash.h>

#include <charconv>
#include <fstream>
#include <utility>

#include "press/base/files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view memory_name = ".broadsheet-import";

// New files need no care for what was there before.
bool write_new(const fs::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out) {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        out.open(path, std::ios::binary | std::ios::trunc);
    }
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return out.good();
}

}  // namespace

// The memory: the site, then a line "HASH NAME" for each file.
ImportFolder::ImportFolder(fs::path folder, std::string site)
    : folder_(std::move(folder)), site_(std::move(site)) {
    const auto text = read_file(folder_ / memory_name);
    if (!text) return;
    has_memory_ = true;
    std::string_view rest = *text;
    const auto take_line = [&] {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return line;
    };
    earlier_site_ = take_line();
    while (!rest.empty()) {
        const std::string_view line = take_line();
        const auto space = line.find(' ');
        if (space == std::string_view::npos) continue;
        std::uint64_t hash = 0;
        constexpr int hexadecimal = 16;
        std::from_chars(line.data(), line.data() + space, hash, hexadecimal);
        earlier_[std::string(line.substr(space + 1))] = hash;
    }
}

std::string ImportFolder::problem() const {
    std::error_code error;
    if (has_memory_) {
        const bool is_same = earlier_site_ == site_ || earlier_site_.empty() || site_.empty();
        return is_same ? std::string() : "the folder holds another site, " + earlier_site_;
    }
    if (!fs::exists(folder_, error)) return {};
    if (!fs::is_directory(folder_, error)) return "this is a file, not a folder";
    return fs::is_empty(folder_, error) ? std::string() : "the folder is not empty";
}

bool ImportFolder::write(const std::string& name, std::string_view bytes) {
    const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
    const fs::path path = folder_ / name;
    const auto earlier = earlier_.find(name);
    bool edited = false;
    if (earlier != earlier_.end()) {
        const auto present = read_file(path);
        const bool is_ours =
            present && XXH3_64bits(present->data(), present->size()) == earlier->second;
        if (earlier->second == hash) {
            const std::lock_guard lock(mutex_);
            now_[name] = hash;
            ++unchanged_;
            if (!present) deleted_.push_back(name);
            return true;
        }
        edited = present && !is_ours;
    }
    const bool is_new = earlier == earlier_.end();
    // A file of the author's own, or one of an import that was stopped.
    if (is_new && has_memory_) {
        const auto present = read_file(path);
        edited = present && *present != bytes;
    }
    const fs::path beside = path.string() + ".new";
    const bool done = is_new && !edited ? write_new(path, bytes)
                                        : write_atomically(edited ? beside : path, bytes);
    const std::lock_guard lock(mutex_);
    now_[name] = !edited ? hash : is_new ? 0 : earlier->second;
    if (done) ++written_;
    if (edited) edited_.push_back(name);
    return done;
}

bool ImportFolder::write_beside(const std::string& name, const std::string& kept,
                                std::string_view bytes) {
    const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
    const auto earlier = earlier_.find(name);
    const bool is_unchanged = earlier != earlier_.end() && earlier->second == hash;
    const bool is_there = !is_unchanged && read_file(folder_ / kept).has_value();
    const bool done =
        is_unchanged || write_atomically(folder_ / (is_there ? kept + ".new" : kept), bytes);
    const std::lock_guard lock(mutex_);
    now_[name] = hash;
    if (is_unchanged) ++unchanged_;
    if (!is_unchanged && done) ++written_;
    if (is_there) edited_.push_back(kept);
    return done;
}

std::vector<std::string> ImportFolder::gone() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& [name, hash] : earlier_) {
        if (!now_.contains(name) && fs::exists(folder_ / name, error)) names.push_back(name);
    }
    return names;
}

bool ImportFolder::is_untouched(const std::string& name) const {
    const auto earlier = earlier_.find(name);
    const auto present = read_file(folder_ / name);
    return earlier != earlier_.end() && present &&
           XXH3_64bits(present->data(), present->size()) == earlier->second;
}

void ImportFolder::remove(const std::string& name) {
    std::error_code error;
    fs::remove(folder_ / name, error);
    earlier_.erase(name);
}

// An import that is stopped can be begun again in the same folder.
bool ImportFolder::begin() {
    return has_memory_ || write_atomically(folder_ / memory_name, site_ + "\n");
}

bool ImportFolder::finish() {
    std::string text = site_ + "\n";
    std::map<std::string, std::uint64_t> all = earlier_;
    for (const auto& [name, hash] : now_) all[name] = hash;
    for (const auto& [name, hash] : all) {
        char digits[17] = {};
        const auto end = std::to_chars(digits, digits + 16, hash, 16).ptr;
        text += std::string(digits, end) + " " + name + "\n";
    }
    return write_atomically(folder_ / memory_name, text);
}

}  // namespace broadsheet::press
