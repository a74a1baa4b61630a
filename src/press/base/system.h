// What operating systems do in different ways. native/ implements it for Linux, node/ for Node.js.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

namespace broadsheet::press {

int process_id();

// True if the files are on Windows, which cannot store all names (windows_names.h).
bool is_windows();

// True if `file` is a terminal and not a pipe or a file.
bool is_terminal(std::FILE* file);

// The file that contains this program's code.
std::filesystem::path program_file();

// Gives the file `from` a second name. Returns false if the file system cannot.
bool make_hard_link(const std::filesystem::path& from, const std::filesystem::path& to);

// Exchanges two folders in one step. Returns false, with nothing changed, if the system cannot.
bool exchange_folders(const std::filesystem::path& one, const std::filesystem::path& other);

// The most memory that this process has used so far, in bytes.
std::uint64_t peak_memory();

// Returns freed memory to the system. The allocator would keep it for later.
void return_freed_memory();

}  // namespace broadsheet::press
