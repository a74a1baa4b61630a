#include "press/command/command.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "press/base/system.h"
#include "press/base/unfinished.h"
#include "press/command/command_line.h"
#include "press/command/command_options.h"
#include "press/command/command_texts.h"
#include "press/command/commands.h"
#include "press/command/new_files.h"
#include "press/command/printing.h"
#include "press/config/site_settings.h"
#include "press/import/run/import_sources.h"
#include "press/load/site_loader.h"
#include "press/output/build.h"
#include "press/serve/live_editions.h"
#include "press/serve/serve.h"
#include "press/serve/site_answers.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

int build_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    BuildOptions options = build_options(arguments, *now);
    const std::unique_ptr<Progress> progress = progress_for(arguments);
    options.progress = progress.get();
    const BuildReport report = build_site(options);
    if (arguments.json) {
        fmt::print("{}", build_json(report));
    } else {
        print_report(report, options.out, arguments.verbose);
    }
    return report.ok() ? exit_done : exit_problems;
}

// A temporary folder that is removed when the process ends.
class TemporaryFolder {
  public:
    TemporaryFolder()
        : path_(fs::temp_directory_path() / ("broadsheet-serve-" + std::to_string(process_id()))) {}
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
    Unfinished unfinished_{path_};
};

int serve_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    const TemporaryFolder temporary;
    BuildOptions options = build_options(arguments, *now);
    options.counts_views = false;
    if (arguments.out.empty()) {
        options.out = temporary.path();
        options.filter.drafts = true;
    }
    if (std::error_code ignored; !fs::is_directory(options.content, ignored)) {
        say(stderr,
            "{}: error: the folder does not exist; pass the folder of your site with "
            "--content, or create a site with `broadsheet new site FOLDER`\n",
            options.content.string());
        return exit_problems;
    }
    ServeOptions serve;
    serve.folder = options.out;
    serve.program = program_folder(options);
    serve.port = arguments.port;
    if (arguments.watch) serve.watched = {options.content};
    // Without --out the site is kept in memory, and only changed files are read again.
    std::optional<LiveEditions> live;
    if (arguments.out.empty()) {
        live.emplace(options);
        serve.file = [&live](const std::string& name) { return live->file(name); };
    }
    serve.leave = [&] {
        // Starts a new line after the progress bar.
        if (is_terminal(stderr)) say(stderr, "\n");
    };
    const auto build = [&](const FileChanges& changes) {
        if (arguments.now.empty()) options.filter.now = local_time();
        const std::unique_ptr<Progress> progress = progress_for(arguments);
        options.progress = progress.get();
        const BuildReport report =
            live ? live->refresh(options.filter, changes, progress.get()) : build_site(options);
        print_report(report, live ? fs::path() : options.out, arguments.verbose);
        return served_site(report);
    };
    const std::string error = serve_site(serve, build, [&](const std::string& address) {
        say(stdout, "Serving at {}\n", address);
        if (arguments.watch) say(stdout, "Pages reload on change. Press Ctrl-C to stop.\n");
        std::fflush(stdout);
    });
    if (!error.empty()) say(stderr, "serve: error: {}\n", error);
    return error.empty() ? exit_done : exit_problems;
}

int check_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    LoadOptions options;
    options.content = content_of(arguments);
    options.excluded = "public";
    options.base_url = arguments.base_url;
    options.filter = {*now, arguments.drafts, true, true};
    options.jobs = jobs_of(arguments);
    options.check = true;
    const std::unique_ptr<Progress> progress = progress_for(arguments);
    options.progress = progress.get();
    const SiteSummary site = load_editions(options);
    if (progress) progress->end();
    const int errors = count_of(site.diagnostics, Severity::error);
    const int warnings = count_of(site.diagnostics, Severity::warning);
    const bool failed = errors > 0 || (arguments.strict && warnings > 0);
    if (arguments.json) {
        fmt::print("{{\"articles\":{},\"warnings\":{},\"errors\":{},\"diagnostics\":{}}}\n",
                   site.articles, warnings, errors, diagnostics_json(site.diagnostics));
    } else {
        print_diagnostics(site.diagnostics, arguments.verbose);
        say(stdout, "{} checked: {}, {}\n", plural(site.articles, "article"),
            plural(errors, "error"), plural(warnings, "warning"));
    }
    return failed ? exit_problems : exit_done;
}

int print_new(const NewFiles& files) {
    print_diagnostics(files.diagnostics);
    if (count_of(files.diagnostics, Severity::error) > 0) return exit_problems;
    for (const fs::path& file : files.written) say(stdout, "{}\n", file.string());
    return exit_done;
}

int new_site_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    const int code = print_new(write_new_site(arguments.folder, *now, arguments.host));
    if (code == exit_done) fmt::print(stdout, "{}", next_step(arguments.folder));
    return code;
}

int new_article_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    return print_new(
        write_new_article({content_of(arguments), arguments.title, *now, arguments.drafts}));
}

}  // namespace

int run_command(int argument_count, const char* const* arguments) {
    CLI::App application;
    Arguments given;
    describe_command_line(application, given);
    try {
        application.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return print_usage_error(application, error, argument_count, arguments);
    }
    const CLI::App& command = *application.get_subcommands().front();
    const std::string& name = command.get_name();
    if (name == "build") return build_command(given);
    if (name == "serve") return serve_command(given);
    if (name == "check") return check_command(given);
    if (name == "list") return list_command(given);
    if (name == "next") return next_command(given);
    if (name == "press") return press_command(given);
    if (name == "completion") {
        fmt::print("{}", completion_script(application, given.shell));
        return exit_done;
    }
    if (name == "manual") {
        fmt::print("{}",
                   given.settings ? settings_markdown() : manual_page(application, version_text()));
        return exit_done;
    }
    const std::string& kind = command.get_subcommands().front()->get_name();
    if (name == "import") return import_command(given, *find_import_source(kind));
    return kind == "site" ? new_site_command(given) : new_article_command(given);
}

}  // namespace broadsheet::press
