#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/nearest_name.h"
#include "press/command/commands.h"
#include "press/command/printing.h"

namespace broadsheet::press {

// Prints what is wrong with the arguments: the first one that names no command where one is
// expected, with the commands there are, else CLI11's message.
int print_usage_error(const CLI::App& application, const CLI::ParseError& error, int argument_count,
                      const char* const* arguments) {
    if (error.get_exit_code() == 0) return application.exit(error);
    std::string called = "broadsheet";
    std::vector<const CLI::App*> commands = application.get_subcommands({});
    int at = 1;
    for (; at < argument_count; ++at) {
        const auto next = std::find_if(commands.begin(), commands.end(), [&](const CLI::App* each) {
            return each->check_name(arguments[at]);
        });
        if (next == commands.end()) break;
        called += " " + (*next)->get_name();
        commands = (*next)->get_subcommands({});
    }
    std::vector<std::string_view> names;
    names.reserve(commands.size());
    for (const CLI::App* each : commands) names.push_back(each->get_name());
    if (!names.empty() && at == argument_count) {
        say(stderr, "broadsheet: error: `{}` needs a command: {}\n", called,
            fmt::join(names, ", "));
    } else if (names.empty() || arguments[at][0] == '-') {
        say(stderr, "broadsheet: error: {}\n", error.what());
    } else {
        say(stderr, "broadsheet: error: `{}` has no command \"{}\"; it has {}\n", called,
            arguments[at], fmt::join(names, ", "));
        const auto nearest = nearest_name(arguments[at], names);
        if (nearest) say(stderr, "Did you mean `{} {}`?\n", called, *nearest);
    }
    say(stderr, "Run `{} --help` for help.\n", called);
    return exit_usage;
}

}  // namespace broadsheet::press
