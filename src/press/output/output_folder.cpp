#include "press/output/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "press/base/file_changes.h"
#include "press/base/system.h"
#include "press/base/windows_names.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Removes leftovers of killed builds of the same target. Returns false if another build is running.
bool remove_left_overs(const fs::path& target) {
    std::error_code error;
    const std::string prefix = target.filename().string() + std::string(partial_mark);
    std::set<fs::path> old;
    for (fs::directory_iterator each(target.parent_path(), error), end; !error && each != end;
         each.increment(error)) {
        if (each->path().filename().string().starts_with(prefix)) old.insert(each->path());
    }
    for (const fs::path& path : old) {
        const FolderLock lock(path, false);
        if (!lock.held() && fs::is_directory(path, error)) return false;
        fs::remove_all(path, error);
    }
    return true;
}

bool has_bytes(const fs::path& path, std::string_view bytes) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) return false;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct stat status {};
    bool same = fstat(file, &status) == 0 && status.st_size == static_cast<off_t>(bytes.size());
    std::array<char, 65536> buffer{};
    while (same && !bytes.empty()) {
        const ssize_t got = read(file, buffer.data(), std::min(buffer.size(), bytes.size()));
        same = got > 0 && bytes.starts_with({buffer.data(), static_cast<std::size_t>(got)});
        if (same) bytes.remove_prefix(static_cast<std::size_t>(got));
    }
    close(file);
    return same;
}

bool have_same_bytes(const fs::path& made, const fs::path& source) {
    std::error_code error;
    if (fs::file_size(made, error) != fs::file_size(source, error) || error) return false;
    std::ifstream left(made, std::ios::binary);
    std::ifstream right(source, std::ios::binary);
    std::array<char, 65536> ours{};
    std::array<char, 65536> theirs{};
    while (left && right) {
        left.read(ours.data(), ours.size());
        right.read(theirs.data(), theirs.size());
        if (left.gcount() != right.gcount() ||
            std::memcmp(ours.data(), theirs.data(), static_cast<std::size_t>(left.gcount())) != 0) {
            return false;
        }
    }
    return left.eof() && right.eof();
}

// Removes a folder even if its folders are read-only.
void remove_writable(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (!error) return;
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, error);
    for (fs::recursive_directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code ignored;
        if (each->is_directory(ignored) && !each->is_symlink(ignored)) {
            fs::permissions(each->path(), fs::perms::owner_all, fs::perm_options::add, ignored);
        }
    }
    fs::remove_all(folder, error);
}

std::string reason(const std::error_code& error) { return error.message(); }

// Swaps two folders, atomically if the system supports it. Returns an error message or an empty
// string.
std::string swap_folders(const fs::path& from, const fs::path& to) {
    if (exchange_folders(from, to)) return {};
    std::error_code error;
    const fs::path aside = fs::path(from.string() + ".old");
    fs::rename(to, aside, error);
    if (error) return "cannot move " + to.string() + ": " + reason(error);
    fs::rename(from, to, error);
    if (error) {
        const std::string what = "cannot move " + from.string() + ": " + reason(error);
        fs::rename(aside, to, error);
        return what;
    }
    fs::rename(aside, from, error);
    return {};
}

std::set<std::string> read_made_files(const fs::path& folder) {
    std::set<std::string> names;
    std::ifstream in(folder / made_files_name);
    for (std::string line; std::getline(in, line);) names.insert(line);
    return names;
}

// Writes a new file. Returns the reason of a failure or an empty string.
std::string write_file(const fs::path& path, std::string_view bytes) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0) return std::strerror(errno);
    std::string problem;
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            problem = std::strerror(errno);
            break;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (close(file) != 0 && problem.empty()) problem = std::strerror(errno);
    return problem;
}

}  // namespace

OutputFolder::OutputFolder(fs::path target) : target_(std::move(target)) {
    std::error_code error;
    target_ = fs::absolute(target_, error).lexically_normal();
    if (!target_.has_filename()) target_ = target_.parent_path();
    // A link stays a link, and what it leads to is replaced.
    constexpr int max_links = 8;
    for (int i = 0; i < max_links && fs::is_symlink(target_, error); ++i) {
        const fs::path folder = fs::weakly_canonical(target_.parent_path(), error);
        target_ = (folder / fs::read_symlink(target_, error)).lexically_normal();
        if (!target_.has_filename()) target_ = target_.parent_path();
    }
    fs::create_directories(target_.parent_path(), error);
    // The lock prevents two builds from checking for each other at the same time.
    const FolderLock turn(target_.parent_path(), true);
    if (!remove_left_overs(target_)) {
        fail("another build is writing " + target_.string() +
             "; wait until it ends, or choose another folder");
        return;
    }
    partial_ = target_.string() + std::string(partial_mark) + std::to_string(process_id());
    unfinished_.emplace(partial_);
    const auto writing = hold_writing();
    fs::create_directory(partial_, error);
    if (error) {
        fail("cannot create " + partial_.string() + ": " + reason(error));
        return;
    }
    lock_.emplace(partial_, false);
    // A build that is killed leaves this folder, which must not be read as content.
    if (const std::string problem = write_file(partial_ / made_files_name, {}); !problem.empty()) {
        fail("cannot write in " + partial_.string() + ": " + problem);
        return;
    }
    made_before_ = read_made_files(target_);
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    const auto writing = hold_writing();
    if (!committed_ && !partial_.empty()) fs::remove_all(partial_, ignored);
}

void OutputFolder::fail(std::string what) {
    const std::lock_guard lock(mutex_);
    if (error_.empty()) error_ = std::move(what);
}

std::string OutputFolder::error() const {
    const std::lock_guard lock(mutex_);
    return error_;
}

std::size_t OutputFolder::files() const {
    const std::lock_guard lock(mutex_);
    return sizes_.size();
}

std::uint64_t OutputFolder::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

bool OutputFolder::prepare(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (!error_.empty()) return false;
    // Windows would write "a:b.png" into a hidden stream of "a", and "con" to the console.
    if (const WindowsFault fault = is_windows() ? windows_path_fault(name) : WindowsFault();
        !fault.name.empty()) {
        error_ =
            "Windows cannot store " + name + ", because of \"" + fault.name + "\": " + fault.why;
        return false;
    }
    if (!sizes_.emplace(name, 0).second) {
        // A file that another edition shows too is there already.
        if (!edition_sizes_.contains(name.substr(edition_.size()))) return false;
        error_ = "two files of the site have the name " + name;
        return false;
    }
    const auto slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : name.substr(0, slash);
    if (!folders_.insert(folder).second) return true;
    std::error_code error;
    fs::create_directories(partial_ / folder, error);
    if (error) error_ = "cannot create the folder " + folder + ": " + reason(error);
    return !error;
}

void OutputFolder::begin_edition(std::string folder) {
    edition_ = std::move(folder);
    edition_sizes_.clear();
}

void OutputFolder::write(const std::string& relative, std::string_view bytes) {
    const std::string name = edition_ + relative;
    const auto writing = hold_writing();
    if (!prepare(name)) return;
    const bool same = keep_same(name, bytes);
    if (!same) {
        const std::string problem = write_file(partial_ / name, bytes);
        if (!problem.empty()) return fail("cannot write " + name + ": " + problem);
    }
    count(name, bytes.size(), !same);
}

void OutputFolder::count(const std::string& name, std::uint64_t bytes, bool changed) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    sizes_[name] = bytes;
    edition_sizes_[name.substr(edition_.size())] = bytes;
    if (bytes > largest_.second) largest_ = {name, bytes};
    if (!changed) return;
    changes_.written.push_back(name);
    changes_.bytes += bytes;
}

OutputChanges OutputFolder::changes() const {
    const std::lock_guard lock(mutex_);
    OutputChanges result = changes_;
    std::sort(result.written.begin(), result.written.end());
    std::copy_if(made_before_.begin(), made_before_.end(), std::back_inserter(result.removed),
                 [&](const std::string& name) { return !sizes_.contains(name); });
    return result;
}

std::pair<std::string, std::uint64_t> OutputFolder::largest() const {
    const std::lock_guard lock(mutex_);
    return largest_;
}

// An unchanged file is hard-linked and keeps its modification time, so that tools that copy the
// site elsewhere see what changed.
bool OutputFolder::keep_same(const std::string& name, std::string_view bytes) const {
    if (!made_before_.contains(name) || !has_bytes(target_ / name, bytes)) return false;
    return make_hard_link(target_ / name, partial_ / name);
}

bool OutputFolder::keep(const std::string& relative) {
    const std::string name = edition_ + relative;
    if (!made_before_.contains(name)) return false;
    const auto writing = hold_writing();
    std::error_code error;
    const auto size = fs::file_size(target_ / name, error);
    if (error || !prepare(name)) return false;
    if (!make_hard_link(target_ / name, partial_ / name)) {
        const std::lock_guard lock(mutex_);
        sizes_.erase(name);
        return false;
    }
    count(name, size, false);
    return true;
}

void OutputFolder::copy(const std::string& relative, const fs::path& source) {
    const std::string name = edition_ + relative;
    const auto writing = hold_writing();
    if (!prepare(name)) return;
    std::error_code error;
    const bool same = made_before_.contains(name) && have_same_bytes(target_ / name, source) &&
                      make_hard_link(target_ / name, partial_ / name);
    if (!same) fs::copy_file(source, partial_ / name, error);
    if (error) return fail("cannot copy " + source.string() + ": " + reason(error));
    const auto size = fs::file_size(partial_ / name, error);
    count(name, error ? 0 : size, !same);
}

// Hard-links files that Broadsheet did not generate into the new folder.
std::string OutputFolder::keep_foreign_files() {
    std::error_code error;
    const auto options = fs::directory_options::none;
    for (fs::recursive_directory_iterator each(target_, options, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().lexically_relative(target_).generic_string();
        if (name == made_files_name || made_before_.contains(name)) continue;
        std::error_code problem;
        if (each->is_directory(problem) && !each->is_symlink(problem)) {
            if (fs::is_empty(each->path(), problem))
                fs::create_directories(partial_ / name, problem);
            continue;
        }
        if (sizes_.contains(name)) {
            return target_.string() + " contains the file " + name +
                   ", which Broadsheet did not generate; move it or choose another folder";
        }
        fs::create_directories((partial_ / name).parent_path(), problem);
        if (problem) return "cannot keep " + name + ": " + reason(problem);
        if (each->is_symlink(problem)) {
            fs::copy_symlink(each->path(), partial_ / name, problem);
        } else {
            if (!make_hard_link(each->path(), partial_ / name)) {
                fs::copy_file(each->path(), partial_ / name, problem);
            }
        }
        if (problem) return "cannot keep " + name + ": " + reason(problem);
    }
    return error ? "cannot read " + target_.string() + ": " + reason(error) : std::string();
}

std::string OutputFolder::commit() {
    if (!error().empty()) return error();
    std::string problem = swap_in();
    if (!committed_) return problem;
    remove_writable(partial_);  // the previous site after the swap
    return {};
}

// Moves the new folder to the target. The previous site, if any, is then in the temporary folder.
std::string OutputFolder::swap_in() {
    const auto writing = hold_writing();
    std::string list;
    for (const auto& [name, bytes] : sizes_) list += name + "\n";
    std::error_code error;
    fs::remove(partial_ / made_files_name, error);
    if (const std::string problem = write_file(partial_ / made_files_name, list);
        !problem.empty()) {
        return "cannot write the list of files: " + problem;
    }
    if (!fs::exists(target_, error)) {
        fs::rename(partial_, target_, error);
        if (error) return "cannot create " + target_.string() + ": " + reason(error);
        committed_ = true;
        return {};
    }
    if (std::string problem = keep_foreign_files(); !problem.empty()) return problem;
    if (std::string problem = swap_folders(partial_, target_); !problem.empty()) return problem;
    committed_ = true;
    return {};
}

}  // namespace broadsheet::press
