// The command line: reads arguments, calls, prints. The only place in the tool that prints.
#pragma once

namespace broadsheet::press {

// The process's exit code: 0, or 1 where something was wrong.
int run_command(int argument_count, const char* const* arguments);

}  // namespace broadsheet::press
