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

namespace {

// The first of the words that looks like an option of the command and is none; empty if there is no
// such word.
std::string_view unknown_option(const CLI::App& command, int count, const char* const* words) {
    for (int at = 0; at < count; ++at) {
        const std::string_view word(words[at]);
        const std::string_view name = word.substr(0, word.find('='));
        if (name.starts_with("--") && command.get_option_no_throw(std::string(name)) == nullptr) {
            return name;
        }
    }
    return {};
}

// Says which option there is not, and which one has a similar name.
void print_unknown_option(std::string_view called, const CLI::App& command, std::string_view name) {
    say(stderr, "broadsheet: error: `{}` has no option {}\n", called, name);
    std::vector<std::string_view> names;
    for (const CLI::Option* each : command.get_options()) {
        for (const std::string& own : each->get_lnames()) names.push_back(own);
    }
    const auto nearest = nearest_name(name.substr(2), names);
    if (nearest) say(stderr, "Did you mean --{}?\n", *nearest);
}

}  // namespace

// Prints what is wrong with the arguments: the first one that names no command where one is
// expected, with the commands there are, or no option, else CLI11's message.
int print_usage_error(const CLI::App& application, const CLI::ParseError& error, int argument_count,
                      const char* const* arguments) {
    if (error.get_exit_code() == 0) return application.exit(error);
    std::string called = "broadsheet";
    std::vector<const CLI::App*> commands = application.get_subcommands({});
    const CLI::App* command = &application;
    int at = 1;
    for (; at < argument_count; ++at) {
        const auto next = std::find_if(commands.begin(), commands.end(), [&](const CLI::App* each) {
            return each->check_name(arguments[at]);
        });
        if (next == commands.end()) break;
        command = *next;
        called += " " + command->get_name();
        commands = command->get_subcommands({});
    }
    std::vector<std::string_view> names;
    names.reserve(commands.size());
    for (const CLI::App* each : commands) names.push_back(each->get_name());
    const std::string_view unknown =
        dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr
            ? unknown_option(*command, argument_count - at, arguments + at)
            : std::string_view();
    if (!unknown.empty()) {
        print_unknown_option(called, *command, unknown);
    } else if (!names.empty() && at == argument_count) {
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
