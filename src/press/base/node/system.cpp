#include "press/base/system.h"

#include <emscripten.h>

#include <array>

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Module.host answers: under Node.js npm/lib/host-calls.cjs, in a browser press/program-host.js.
// clang-format off
EM_JS(int, host_process_id, (), { return Module.host.processId; });
EM_JS(int, host_is_windows, (), { return Module.host.isWindows ? 1 : 0; });
EM_JS(int, host_is_terminal, (int file), { return Module.host.isTerminal(file) ? 1 : 0; });
EM_JS(void, host_program_file, (char* to, int size), { stringToUTF8(Module.host.programFile, to, size); });
EM_JS(int, host_link, (const char* from, const char* to), {
    return Module.host.link(UTF8ToString(from), UTF8ToString(to)) ? 1 : 0;
});
EM_JS(double, host_peak_memory, (), { return Module.host.peakMemory(); });
// clang-format on

}  // namespace

int process_id() { return host_process_id(); }

bool is_windows() { return host_is_windows() != 0; }

bool is_terminal(std::FILE* file) { return host_is_terminal(fileno(file)) != 0; }

fs::path program_file() {
    std::array<char, 4096> path{};
    host_program_file(path.data(), path.size());
    return path.data();
}

bool make_hard_link(const fs::path& from, const fs::path& to) {
    return host_link(from.c_str(), to.c_str()) != 0;
}

bool exchange_folders(const fs::path& /*one*/, const fs::path& /*other*/) { return false; }

std::uint64_t peak_memory() { return static_cast<std::uint64_t>(host_peak_memory()); }

void return_freed_memory() {}

}  // namespace broadsheet::press
