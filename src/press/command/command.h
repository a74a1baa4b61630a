// The command line: reads arguments, calls, prints. The only place in the tool that prints.
#pragma once

namespace broadsheet::press {

// Gives the process's exit code, one of those in command_line.h.
int run_command(int argument_count, const char* const* arguments);

}  // namespace broadsheet::press
