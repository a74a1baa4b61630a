#include "press/scratch_folder.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "press/base/files.h"

namespace broadsheet::test {

namespace fs = std::filesystem;

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> result;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.is_directory()) result.push_back(entry.path());
    }
    std::sort(result.begin(), result.end());
    return result;
}

ScratchFolder::ScratchFolder() {
    static int number = 0;
    path_ = fs::temp_directory_path() /
            ("broadsheet-test-" + std::to_string(getpid()) + "-" + std::to_string(++number));
    fs::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void ScratchFolder::write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string ScratchFolder::read(const std::string& name) const {
    return press::read_file(path_ / name).value_or("(no such file)");
}

bool ScratchFolder::has(const std::string& name) const { return fs::exists(path_ / name); }

}  // namespace broadsheet::test
