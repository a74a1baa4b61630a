#include "press/output_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view partial_mark = ".partial-";

bool is_running(std::string_view process) {
    int number = 0;
    const auto read = std::from_chars(process.data(), process.data() + process.size(), number);
    if (read.ec != std::errc() || number <= 0) return false;
    return kill(number, 0) == 0 || errno == EPERM;
}

// Removes what builds of the same target left behind when they were killed.
void remove_left_overs(const fs::path& target) {
    std::error_code error;
    const std::string prefix = target.filename().string() + std::string(partial_mark);
    const fs::path parent = target.parent_path().empty() ? fs::path(".") : target.parent_path();
    std::set<fs::path> old;
    for (fs::directory_iterator each(parent, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (name.starts_with(prefix) && !is_running(std::string_view(name).substr(prefix.size()))) {
            old.insert(each->path());
        }
    }
    for (const fs::path& path : old) fs::remove_all(path, error);
}

std::string reason(const std::error_code& error) { return error.message(); }

// Swaps two folders in one step where the system can; otherwise in two.
std::string swap_folders(const fs::path& from, const fs::path& to) {
#ifdef RENAME_EXCHANGE
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) == 0) return {};
#endif
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

// Writes a file whole; the reason where that fails.
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
    remove_left_overs(target_);
    partial_ = target_.string() + std::string(partial_mark) + std::to_string(getpid());
    fs::remove_all(partial_, error);
    fs::create_directories(partial_, error);
    if (error) fail("cannot make " + partial_.string() + ": " + reason(error));
}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!committed_) fs::remove_all(partial_, ignored);
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
    return names_.size();
}

std::uint64_t OutputFolder::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

bool OutputFolder::prepare(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (!error_.empty()) return false;
    if (!names_.insert(name).second) {
        error_ = "two files would be written as " + name;
        return false;
    }
    const auto slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : name.substr(0, slash);
    if (!folders_.insert(folder).second) return true;
    std::error_code error;
    fs::create_directories(partial_ / folder, error);
    if (error) error_ = "cannot make the folder " + folder + ": " + reason(error);
    return !error;
}

void OutputFolder::write(const std::string& name, std::string_view bytes) {
    if (!prepare(name)) return;
    const std::string problem = write_file(partial_ / name, bytes);
    if (!problem.empty()) return fail("cannot write " + name + ": " + problem);
    const std::lock_guard lock(mutex_);
    bytes_ += bytes.size();
}

void OutputFolder::copy(const std::string& name, const fs::path& source) {
    if (!prepare(name)) return;
    std::error_code error;
    fs::copy_file(source, partial_ / name, error);
    if (error) return fail("cannot copy " + source.string() + ": " + reason(error));
    const auto size = fs::file_size(partial_ / name, error);
    const std::lock_guard lock(mutex_);
    bytes_ += error ? 0 : size;
}

// Files that this tool did not make get a second name in the new folder.
std::string OutputFolder::keep_foreign_files() {
    const std::set<std::string> made = read_made_files(target_);
    std::error_code error;
    const auto options = fs::directory_options::none;
    for (fs::recursive_directory_iterator each(target_, options, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().lexically_relative(target_).generic_string();
        if (name == made_files_name || made.contains(name)) continue;
        std::error_code problem;
        if (each->is_directory(problem) && !each->is_symlink(problem)) {
            if (fs::is_empty(each->path(), problem))
                fs::create_directories(partial_ / name, problem);
            continue;
        }
        if (names_.contains(name)) {
            return target_.string() + " holds the file " + name +
                   ", which this tool did not make; move it away or choose another folder";
        }
        fs::create_directories((partial_ / name).parent_path(), problem);
        if (problem) return "cannot keep " + name + ": " + reason(problem);
        if (each->is_symlink(problem)) {
            fs::copy_symlink(each->path(), partial_ / name, problem);
        } else {
            fs::create_hard_link(each->path(), partial_ / name, problem);
            if (problem) {
                problem.clear();
                fs::copy_file(each->path(), partial_ / name, problem);
            }
        }
        if (problem) return "cannot keep " + name + ": " + reason(problem);
    }
    return error ? "cannot read " + target_.string() + ": " + reason(error) : std::string();
}

std::string OutputFolder::commit() {
    if (!error().empty()) return error();
    std::string list;
    for (const std::string& name : names_) list += name + "\n";
    if (const std::string problem = write_file(partial_ / made_files_name, list);
        !problem.empty()) {
        return "cannot write the list of files: " + problem;
    }
    std::error_code error;
    if (!fs::exists(target_, error)) {
        fs::rename(partial_, target_, error);
        if (error) return "cannot make " + target_.string() + ": " + reason(error);
        committed_ = true;
        return {};
    }
    if (std::string problem = keep_foreign_files(); !problem.empty()) return problem;
    if (std::string problem = swap_folders(partial_, target_); !problem.empty()) return problem;
    committed_ = true;
    fs::remove_all(partial_, error);  // now the old site
    return {};
}

}  // namespace broadsheet::press
