// Arguments as options of what the commands call.
#pragma once

#include <filesystem>
#include <optional>

#include "model/date.h"
#include "press/command/command_line.h"
#include "press/output/build.h"

namespace broadsheet::press {

// The current time with the offset of the local time zone, as authors write dates.
model::Date local_time();

// The time of --now, or the current one. Nothing, with a message, if it is not a date.
std::optional<model::Date> time_of(const Arguments& arguments);

// The folder of --content; without it the current folder if it holds a site, or else "content".
std::filesystem::path content_of(const Arguments& arguments);

// The number of threads.
int jobs_of(const Arguments& arguments);

BuildOptions build_options(const Arguments& arguments, const model::Date& now);

}  // namespace broadsheet::press
