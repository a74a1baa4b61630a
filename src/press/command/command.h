// Runs the commands of the command line. No other module prints.
#pragma once

namespace broadsheet::press {

// Returns the exit code of the process, one of those in command_line.h.
int run_command(int argument_count, const char* const* arguments);

}  // namespace broadsheet::press
