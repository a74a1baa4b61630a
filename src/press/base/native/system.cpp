#include "press/base/system.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace broadsheet::press {

namespace fs = std::filesystem;

int process_id() { return getpid(); }

bool is_windows() { return false; }

bool is_terminal(std::FILE* file) { return isatty(fileno(file)) != 0; }

fs::path program_file() { return "/proc/self/exe"; }

bool make_hard_link(const fs::path& from, const fs::path& to) {
    return link(from.c_str(), to.c_str()) == 0;
}

bool exchange_folders(const fs::path& one, const fs::path& other) {
    return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

std::uint64_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

void return_freed_memory() { malloc_trim(0); }

}  // namespace broadsheet::press
