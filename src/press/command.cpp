#include "press/command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "press/build.h"
#include "press/picture_variants.h"
#include "press/serve.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr const char* version = "broadsheet 0.1.0";

struct Arguments {
    std::string content = "content";
    std::string out = "public";
    std::string base_url;
    std::string pages = "all";
    std::string now;
    std::string program;
    std::string cache;
    bool no_cache = false;
    bool drafts = false;
    bool future = false;
    bool expired = false;
    bool json = false;
    int jobs = 0;
    int port = 8000;
};

void add_build_arguments(CLI::App& command, Arguments& arguments) {
    command.add_option("--content", arguments.content, "folder of articles")->type_name("DIR");
    command.add_option("--out", arguments.out, "folder to publish from")->type_name("DIR");
    command
        .add_option("--base-url", arguments.base_url,
                    "address of the site, e.g. https://example.org/news")
        ->type_name("URL");
    command.add_option("--pages", arguments.pages, "HTML pages to write")
        ->check(CLI::IsMember({"all", "articles", "none"}));
    command.add_flag("--drafts", arguments.drafts, "publish drafts too");
    command.add_flag("--future", arguments.future, "publish articles with a future date too");
    command.add_flag("--expired", arguments.expired, "publish expired articles too");
    command.add_option("--now", arguments.now, "build as of this time")->type_name("RFC3339");
    command.add_option("--jobs", arguments.jobs, "threads; 0 means one for each processor")
        ->type_name("N")
        ->check(CLI::Range(0, 256));
    command
        .add_option("--cache", arguments.cache,
                    "folder to keep made pictures in (default: ~/.cache/broadsheet)")
        ->type_name("DIR");
    command.add_flag("--no-cache", arguments.no_cache, "make all pictures anew, and keep none");
    command.add_option("--program", arguments.program, "folder of the reader's files")
        ->type_name("DIR");
}

bool fill(const Arguments& arguments, BuildOptions& options) {
    options.content = arguments.content;
    options.out = arguments.out;
    options.base_url = arguments.base_url;
    options.program = arguments.program;
    if (!arguments.no_cache) {
        options.cache = arguments.cache.empty() ? usual_cache_folder() : fs::path(arguments.cache);
    }
    options.pages = arguments.pages == "all"        ? Pages::all
                    : arguments.pages == "articles" ? Pages::articles
                                                    : Pages::none;
    options.clock.drafts = arguments.drafts;
    options.clock.future = arguments.future;
    options.clock.expired = arguments.expired;
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    options.jobs = arguments.jobs > 0 ? arguments.jobs : std::max(1, processors);
    if (arguments.now.empty()) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
            std::chrono::system_clock::now().time_since_epoch());
        options.clock.now = model::date_from_epoch(seconds.count());
        return true;
    }
    const auto now = model::parse_date(arguments.now);
    if (!now) {
        fmt::print(stderr, "--now: error: \"{}\" is no date; write it as 2025-07-14T09:30:00Z\n",
                   arguments.now);
        return false;
    }
    options.clock.now = *now;
    return true;
}

// Errors and warnings; of the notes, which are many on some sites, the first few.
void print_diagnostics(const Diagnostics& diagnostics) {
    constexpr int most_notes = 5;
    int notes = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::note && ++notes > most_notes) continue;
        fmt::print(stderr, "{}", format_diagnostic(diagnostic));
    }
    if (notes > most_notes) fmt::print(stderr, "{} more notes\n", notes - most_notes);
}

std::string plural(std::size_t count, std::string_view name) {
    return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
}

void print_report(const BuildReport& report, const Arguments& arguments) {
    const int warnings = count_of(report.diagnostics, Severity::warning);
    const int errors = count_of(report.diagnostics, Severity::error);
    print_diagnostics(report.diagnostics);
    if (errors > 0) {
        fmt::print(stderr, "{}; nothing was written\n",
                   plural(static_cast<std::size_t>(errors), "error"));
    } else if (!arguments.json) {
        fmt::print(
            "{}, {} in {} ({:.1f} MB), {:.2f} s{}\n",
            plural(static_cast<std::size_t>(report.articles), "article"),
            plural(report.files, "file"), arguments.out, static_cast<double>(report.bytes) / 1e6,
            report.seconds,
            warnings == 0 ? "" : ", " + plural(static_cast<std::size_t>(warnings), "warning"));
    }
    if (arguments.json) {
        fmt::print(
            "{{\"articles\":{},\"pages\":{},\"files\":{},\"bytes\":{},\"seconds\":{:.3f},"
            "\"peak_memory_bytes\":{},\"warnings\":{},\"errors\":{}}}\n",
            report.articles, report.pages, report.files, report.bytes, report.seconds,
            report.peak_memory, warnings, errors);
    }
    std::fflush(stdout);
}

// Nothing where something was wrong, which is then said.
std::optional<BuildReport> build_and_print(const Arguments& arguments) {
    BuildOptions options;
    if (!fill(arguments, options)) return std::nullopt;
    BuildReport report = build_site(options);
    print_report(report, arguments);
    if (!report.ok()) return std::nullopt;
    return report;
}

int serve_command(const Arguments& arguments) {
    const auto report = build_and_print(arguments);
    if (!report) return 1;
    ServeOptions options;
    options.folder = arguments.out;
    options.port = arguments.port;
    options.base_path = report->base_path;
    options.frame_sources = report->frame_sources;
    const std::string error = serve_folder(options, [](const std::string& address) {
        fmt::print("Serving at {}\n", address);
        std::fflush(stdout);
    });
    if (!error.empty()) fmt::print(stderr, "serve: error: {}\n", error);
    return error.empty() ? 0 : 1;
}

}  // namespace

int run_command(int argument_count, const char* const* arguments) {
    CLI::App application{"Turns a folder of Markdown into a news site of plain files."};
    application.name("broadsheet");
    application.set_version_flag("--version", version);
    application.require_subcommand(1);
    application.footer(
        "Example:\n  broadsheet build --content articles --out public\n"
        "  broadsheet serve --content articles --out public");
    Arguments given;
    CLI::App* build = application.add_subcommand("build", "Write the site");
    add_build_arguments(*build, given);
    build->add_flag("--json", given.json, "end with one line of JSON that says what was done");
    build->footer(
        "Example:\n  broadsheet build --content articles --out public "
        "--base-url https://example.org");
    CLI::App* serve = application.add_subcommand("serve", "Write the site and serve it here");
    add_build_arguments(*serve, given);
    serve->add_option("--port", given.port, "first port to try")
        ->type_name("N")
        ->check(CLI::Range(1, 65535));
    serve->footer("Example:\n  broadsheet serve --content articles --out public --port 8000");
    try {
        application.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return application.exit(error) == 0 ? 0 : 1;
    }
    if (serve->parsed()) return serve_command(given);
    return build_and_print(given) ? 0 : 1;
}

}  // namespace broadsheet::press
