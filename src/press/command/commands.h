// The commands that have files of their own. Each returns the exit code of the process.
#pragma once

#include "press/command/command_line.h"

namespace broadsheet::press {

struct ImportSource;

int list_command(const Arguments& arguments);
int next_command(const Arguments& arguments);
int import_command(const Arguments& arguments, const ImportSource& source);
int press_command(const Arguments& arguments);

// Prints what is wrong with the arguments.
int print_usage_error(const CLI::App& application, const CLI::ParseError& error, int argument_count,
                      const char* const* arguments);

}  // namespace broadsheet::press
