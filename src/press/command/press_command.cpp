// `broadsheet press`: the page that builds sites in the browser, copied from beside the tool.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "press/base/system.h"
#include "press/command/command_options.h"
#include "press/command/commands.h"
#include "press/command/printing.h"
#include "press/output/output_folder.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Where the page is, from the folder of the tool: installed, in the source tree, in the npm
// package.
constexpr std::array<const char*, 3> places = {"../share/broadsheet/press", "../npm/press",
                                               "../press"};

fs::path find_press(const fs::path& tool_folder) {
    std::error_code error;
    for (const char* place : places) {
        const fs::path folder = (tool_folder / place).lexically_normal();
        if (fs::exists(folder / "program.wasm.gz", error)) return folder;
    }
    return {};
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        names.push_back(each->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

int press_command(const Arguments& arguments) {
    std::error_code error;
    const fs::path tool_folder = fs::weakly_canonical(program_file(), error).parent_path();
    const fs::path source = find_press(tool_folder);
    if (source.empty()) {
        say(stderr,
            "press: error: the files of the page are not in {}; they are in the npm "
            "package, and in the source tree after `./dev npm`\n",
            (tool_folder / places[0]).lexically_normal().string());
        return exit_problems;
    }
    OutputFolder out(arguments.out);
    for (const std::string& name : names_in(source)) out.copy(name, source / name);
    std::string problem = out.error();
    if (problem.empty()) problem = out.commit();
    if (!problem.empty()) {
        say(stderr, "press: error: {}\n", problem);
        return exit_problems;
    }
    say(stdout, "{} files in {} ({:.1f} MB)\n", out.files(), arguments.out,
        static_cast<double>(out.bytes()) / 1e6);
    return exit_done;
}

}  // namespace broadsheet::press
