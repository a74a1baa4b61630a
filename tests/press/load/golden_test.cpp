#include "press/golden.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "press/base/diagnostic.h"
#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/load/site_loader.h"

namespace broadsheet::test {

namespace fs = std::filesystem;

std::string compare_with_golden(const fs::path& file, const std::string& actual) {
    if (std::getenv("BROADSHEET_REWRITE_GOLDEN") != nullptr) {
        std::ofstream(file, std::ios::binary) << actual;
        return {};
    }
    const std::string expected = press::read_file(file).value_or("");
    if (expected == actual) return {};
    return "--- " + file.string() + "\n" + expected + "+++ now\n" + actual;
}

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

TEST_CASE("every mistake is told with its place and what to do") {
    using namespace broadsheet;
    for (const auto& folder : test::folders_in(BROADSHEET_TESTS_DIR "/golden/invalid")) {
        press::LoadOptions options;
        options.content = folder / "content";
        options.filter.now = *model::parse_date("2026-01-01");
        options.jobs = 2;
        std::string said;
        for (const press::Diagnostic& diagnostic : press::load_site(options).diagnostics) {
            said += press::format_diagnostic(diagnostic);
        }
        const std::string difference = test::compare_with_golden(folder / "expected.txt", said);
        INFO(difference);
        CHECK(difference.empty());
        CHECK(!said.empty());
    }
}
