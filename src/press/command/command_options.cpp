#include "press/command/command_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>
#include <thread>

#include "press/command/printing.h"
#include "press/config/config_files.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// REQUIRES: the command line has checked the name.
Pages pages_named(std::string_view name) {
    if (name == "all") return Pages::all;
    if (name == "standard") return Pages::standard;
    if (name == "articles") return Pages::articles;
    return name == "none" ? Pages::none : Pages::automatic;
}

}  // namespace

model::Date local_time() {
    const std::time_t seconds = std::time(nullptr);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    const auto offset = static_cast<int>(parts.tm_gmtoff / 60);
    model::Date date = model::date_from_epoch(seconds + offset * 60);
    date.offset_minutes = offset;
    return date;
}

std::optional<model::Date> time_of(const Arguments& arguments) {
    if (arguments.now.empty()) return local_time();
    const auto now = model::parse_date(arguments.now);
    if (!now) {
        say(stderr, "--now: error: \"{}\" is not a date; use the form 2025-07-14T09:30:00Z\n",
            arguments.now);
    }
    return now;
}

fs::path content_of(const Arguments& arguments) {
    if (!arguments.content.empty()) return arguments.content;
    return is_site_folder(".") ? "." : "content";
}

int jobs_of(const Arguments& arguments) {
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    return arguments.jobs > 0 ? arguments.jobs : std::max(1, processors);
}

BuildOptions build_options(const Arguments& arguments, const model::Date& now) {
    BuildOptions options;
    options.content = content_of(arguments);
    options.part = parse_part_number(arguments.part).value_or(PartNumber());
    options.parts.assign(arguments.parts.begin(), arguments.parts.end());
    options.out = arguments.out;
    if (arguments.out.empty()) {
        options.out = options.part.count > 0 ? "part-" + std::to_string(options.part.number)
                                             : std::string("public");
    }
    options.base_url = arguments.base_url;
    options.program = arguments.program;
    if (!arguments.no_cache) {
        options.cache =
            arguments.cache.empty() ? default_cache_folder() : fs::path(arguments.cache);
    }
    options.pages = pages_named(arguments.pages);
    options.filter = {now, arguments.drafts, arguments.future, arguments.expired};
    options.jobs = jobs_of(arguments);
    return options;
}

}  // namespace broadsheet::press
