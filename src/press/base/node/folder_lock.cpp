#include "press/base/folder_lock.h"

#include <emscripten.h>

#include <charconv>
#include <string>

#include "press/base/system.h"

namespace broadsheet::press {

namespace {

// clang-format off
EM_JS(int, host_is_running, (int process_number), { return Module.host.isRunning(process_number) ? 1 : 0; });
// clang-format on

// The number at the end of a folder's name; 0 if there is none.
int owner_of(const std::filesystem::path& folder) {
    const std::string name = folder.filename().string();
    const auto last = name.find_last_not_of("0123456789");
    const std::size_t start = last == std::string::npos ? 0 : last + 1;
    int number = 0;
    std::from_chars(name.data() + start, name.data() + name.size(), number);
    return number;
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder, bool wait) : held_(true) {
    const int owner = owner_of(folder);
    if (!wait && owner > 0 && owner != process_id()) held_ = host_is_running(owner) == 0;
}

FolderLock::~FolderLock() = default;

}  // namespace broadsheet::press
