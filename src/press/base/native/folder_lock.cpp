#include "press/base/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace broadsheet::press {

FolderLock::FolderLock(const std::filesystem::path& folder, bool wait)
    : file_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    held_ = file_ >= 0 && flock(file_, wait ? LOCK_EX : LOCK_EX | LOCK_NB) == 0;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) close(file_);
}

}  // namespace broadsheet::press
