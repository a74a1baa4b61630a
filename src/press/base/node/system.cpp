#include "press/base/system.h"

#include <emscripten.h>

#include <array>

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Node.js' own names for what a path of the tool leads to are made by Module.host.path.
// clang-format off
EM_JS(int, node_process_id, (), { return process.pid; });
EM_JS(int, node_is_terminal, (int file), { return require('tty').isatty(file) ? 1 : 0; });
EM_JS(void, node_program_file, (char* to, int size), { stringToUTF8(Module.host.programFile, to, size); });
EM_JS(int, node_link, (const char* from, const char* to), {
    try {
        require('fs').linkSync(Module.host.path(UTF8ToString(from)), Module.host.path(UTF8ToString(to)));
        return 1;
    } catch {
        return 0;
    }
});
EM_JS(double, node_peak_memory, (), { return process.resourceUsage().maxRSS * 1024; });
// clang-format on

}  // namespace

int process_id() { return node_process_id(); }

bool is_terminal(std::FILE* file) { return node_is_terminal(fileno(file)) != 0; }

fs::path program_file() {
    std::array<char, 4096> path{};
    node_program_file(path.data(), path.size());
    return path.data();
}

bool make_hard_link(const fs::path& from, const fs::path& to) {
    return node_link(from.c_str(), to.c_str()) != 0;
}

bool exchange_folders(const fs::path& /*one*/, const fs::path& /*other*/) { return false; }

std::uint64_t peak_memory() { return static_cast<std::uint64_t>(node_peak_memory()); }

void return_freed_memory() {}

}  // namespace broadsheet::press
