#include "press/command/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>

#include "press/base/nearest_name.h"
#include "press/base/system.h"
#include "press/base/unfinished.h"
#include "press/command/command_line.h"
#include "press/command/command_texts.h"
#include "press/command/new_files.h"
#include "press/config/config_files.h"
#include "press/config/site_settings.h"
#include "press/import/import_site.h"
#include "press/load/site_loader.h"
#include "press/output/build.h"
#include "press/pictures/picture_variants.h"
#include "press/serve/live_site.h"
#include "press/serve/serve.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Colours are used on terminals unless NO_COLOR is set (https://no-color.org).
Colors colors_of(std::FILE* file) {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool wanted = (refused == nullptr || *refused == '\0') &&
                        (terminal == nullptr || std::string_view(terminal) != "dumb");
    return wanted && is_terminal(file) ? Colors::terminal : Colors::none;
}

// A progress bar for terminals; null if colours are off or the output is JSON.
std::unique_ptr<Progress> progress_for(const Arguments& arguments) {
    if (arguments.json || colors_of(stderr) == Colors::none) return nullptr;
    return std::make_unique<TerminalProgress>(stderr);
}

// The current time with the offset of the local time zone, as authors write dates.
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
        fmt::print(stderr,
                   "--now: error: \"{}\" is not a date; use the form 2025-07-14T09:30:00Z\n",
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

// REQUIRES: the command line has checked the name.
Pages pages_named(std::string_view name) {
    if (name == "all") return Pages::all;
    if (name == "standard") return Pages::standard;
    if (name == "articles") return Pages::articles;
    return name == "none" ? Pages::none : Pages::automatic;
}

BuildOptions build_options(const Arguments& arguments, const model::Date& now) {
    BuildOptions options;
    options.content = content_of(arguments);
    options.out = arguments.out.empty() ? "public" : arguments.out;
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

// Joins warnings and notes that say the same of several places: the first remains, with the count.
Diagnostics grouped(const Diagnostics& diagnostics) {
    Diagnostics result;
    std::map<std::pair<Severity, std::string_view>, std::pair<std::size_t, int>> groups;
    for (const Diagnostic& each : diagnostics) {
        const auto [group, added] =
            groups.try_emplace({each.severity, each.what}, result.size(), 0);
        if (!added && each.severity != Severity::error) {
            ++group->second.second;
            continue;
        }
        result.push_back(each);
    }
    for (const auto& [key, group] : groups) {
        const auto& [place, more] = group;
        if (more > 0) result[place].what += fmt::format(" (and in {} more places)", more);
    }
    return result;
}

// Prints errors and warnings, but only the first notes, because some sites have very many.
// `--verbose` prints everything.
void print_diagnostics(const Diagnostics& diagnostics, bool all = false) {
    constexpr int max_notes = 5;
    const Colors colors = colors_of(stderr);
    int notes = 0;
    for (const Diagnostic& diagnostic : all ? diagnostics : grouped(diagnostics)) {
        if (!all && diagnostic.severity == Severity::note && ++notes > max_notes) continue;
        fmt::print(stderr, "{}", format_diagnostic(diagnostic, colors));
    }
    if (notes > max_notes) {
        fmt::print(stderr, "{} more notes; --verbose shows them\n", notes - max_notes);
    }
}

std::string plural(int count, std::string_view name) {
    return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
}

// Names of files may have bytes that are not UTF-8.
std::string json_of(const std::vector<std::string>& names) {
    return nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string build_json(const BuildReport& report) {
    return fmt::format(
        "{{\"articles\":{},\"pages\":{},\"files\":{},\"bytes\":{},\"changed_bytes\":{},"
        "\"changed\":{},\"removed\":{},\"seconds\":{:.3f},"
        "\"peak_memory_bytes\":{},\"warnings\":{},\"errors\":{},\"diagnostics\":{}}}\n",
        report.articles, report.pages, report.files, report.bytes, report.changes.bytes,
        json_of(report.changes.written), json_of(report.changes.removed), report.seconds,
        report.peak_memory, count_of(report.diagnostics, Severity::warning),
        count_of(report.diagnostics, Severity::error), diagnostics_json(report.diagnostics));
}

// Says what a host has to receive, unless the build made every file.
void print_changes(const BuildReport& report) {
    const OutputChanges& changes = report.changes;
    if (changes.written.size() == report.files) return;
    fmt::print("{} of {} files changed, {:.1f} MB{}\n", changes.written.size(), report.files,
               static_cast<double>(changes.bytes) / 1e6,
               changes.removed.empty() ? "" : fmt::format("; {} removed", changes.removed.size()));
}

// `out` is empty if the site is kept in memory.
void print_report(const BuildReport& report, const fs::path& out, bool verbose) {
    const int warnings = count_of(report.diagnostics, Severity::warning);
    const int errors = count_of(report.diagnostics, Severity::error);
    print_diagnostics(report.diagnostics, verbose);
    if (errors > 0) {
        fmt::print(stderr, "{}; nothing was written\n", plural(errors, "error"));
    } else if (out.empty()) {
        fmt::print("{}, {:.2f} s{}\n", plural(report.articles, "article"), report.seconds,
                   warnings == 0 ? "" : ", " + plural(warnings, "warning"));
    } else {
        fmt::print("{}, {} in {} ({:.1f} MB), {:.2f} s{}\n", plural(report.articles, "article"),
                   plural(static_cast<int>(report.files), "file"), out.string(),
                   static_cast<double>(report.bytes) / 1e6, report.seconds,
                   warnings == 0 ? "" : ", " + plural(warnings, "warning"));
        print_changes(report);
    }
    std::fflush(stdout);
}

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
        fmt::print(stderr,
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
    std::optional<LiveSite> live;
    if (arguments.out.empty()) {
        live.emplace(options);
        serve.file = [&live](const std::string& name) { return live->file(name); };
    }
    serve.leave = [&] {
        // Starts a new line after the progress bar.
        if (is_terminal(stderr)) fmt::print(stderr, "\n");
    };
    const auto build = [&](const FileChanges& changes) {
        if (arguments.now.empty()) options.filter.now = local_time();
        const std::unique_ptr<Progress> progress = progress_for(arguments);
        options.progress = progress.get();
        BuildReport report =
            live ? live->refresh(options.filter, changes, progress.get()) : build_site(options);
        print_report(report, live ? fs::path() : options.out, arguments.verbose);
        ServedSite site;
        site.ok = report.ok();
        for (const Diagnostic& each : report.diagnostics) {
            if (each.severity == Severity::error) site.problems += format_diagnostic(each);
        }
        site.base_path = std::move(report.base_path);
        site.sources = std::move(report.sources);
        site.drafts = std::move(report.drafts);
        return site;
    };
    const std::string error = serve_site(serve, build, [&](const std::string& address) {
        fmt::print("Serving at {}\n", address);
        if (arguments.watch) fmt::print("Pages reload on change. Press Ctrl-C to stop.\n");
        std::fflush(stdout);
    });
    if (!error.empty()) fmt::print(stderr, "serve: error: {}\n", error);
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
    const LoadedSite site = load_site(options);
    if (progress) progress->end();
    const int errors = count_of(site.diagnostics, Severity::error);
    const int warnings = count_of(site.diagnostics, Severity::warning);
    const bool failed = errors > 0 || (arguments.strict && warnings > 0);
    if (arguments.json) {
        fmt::print("{{\"articles\":{},\"warnings\":{},\"errors\":{},\"diagnostics\":{}}}\n",
                   site.publication.site.article_count, warnings, errors,
                   diagnostics_json(site.diagnostics));
    } else {
        print_diagnostics(site.diagnostics, arguments.verbose);
        fmt::print("{} checked: {}, {}\n", plural(site.publication.site.article_count, "article"),
                   plural(errors, "error"), plural(warnings, "warning"));
    }
    return failed ? exit_problems : exit_done;
}

std::string_view name_of(model::EntryKind kind) {
    switch (kind) {
        case model::EntryKind::page: return "page";
        case model::EntryKind::redirect: return "redirect";
        case model::EntryKind::article: break;
    }
    return "article";
}

std::string marks_of(const SourceEntry& source) {
    std::string marks;
    if (source.draft) marks += " draft";
    if (source.future) marks += " future";
    if (source.expired) marks += " expired";
    return marks;
}

// True if there are any.
bool print_errors(const LoadedSite& site) {
    Diagnostics errors;
    for (const Diagnostic& each : site.diagnostics) {
        if (each.severity == Severity::error) errors.push_back(each);
    }
    print_diagnostics(errors);
    return !errors.empty();
}

int list_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    LoadOptions options;
    options.content = content_of(arguments);
    options.excluded = "public";
    options.filter = {*now, true, true, true};
    options.jobs = jobs_of(arguments);
    options.list_sources = true;
    const LoadedSite site = load_site(options);
    const bool all = !arguments.drafts && !arguments.future && !arguments.expired;
    auto json = nlohmann::ordered_json::array();
    for (const SourceEntry& source : site.sources) {
        const bool wanted = all || (arguments.drafts && source.draft) ||
                            (arguments.future && source.future) ||
                            (arguments.expired && source.expired);
        if (!wanted) continue;
        const std::string date = source.date ? model::format_rfc3339(*source.date) : "";
        if (arguments.json) {
            auto fields = nlohmann::ordered_json::object();
            for (const OwnField& field : source.fields) {
                fields[field.name] = nlohmann::ordered_json::parse(field.json);
            }
            json.push_back({{"file", source.file},
                            {"path", source.path},
                            {"title", source.title},
                            {"kind", name_of(source.kind)},
                            {"date", date},
                            {"draft", source.draft},
                            {"future", source.future},
                            {"expired", source.expired},
                            {"fields", std::move(fields)}});
        } else {
            fmt::print("{:<10}  {}  {}  ({}{})\n", date.substr(0, 10), source.path, source.title,
                       source.file, marks_of(source));
        }
    }
    if (arguments.json) {
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    return print_errors(site) ? exit_problems : exit_done;
}

std::string_view name_of(ChangeReason reason) {
    switch (reason) {
        case ChangeReason::publish_date: return "publishDate";
        case ChangeReason::expiry_date: return "expiryDate";
        case ChangeReason::date: break;
    }
    return "date";
}

// "in 3 days", in the largest unit that fits.
std::string time_until(const model::Date& then, const model::Date& now) {
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    const std::int64_t seconds = seconds_since_epoch(then) - seconds_since_epoch(now);
    const auto in = [&](std::int64_t unit, std::string_view name) {
        return "in " + plural(static_cast<int>(seconds / unit), name);
    };
    if (seconds >= 2 * day) return in(day, "day");
    if (seconds >= 2 * hour) return in(hour, "hour");
    return seconds >= minute ? in(minute, "minute") : "in less than a minute";
}

// A change of the site and the file that causes it.
struct NextChange {
    const SourceEntry* source = nullptr;
    ComingChange change;
};

// Nearest first.
std::vector<NextChange> next_changes(const LoadedSite& site) {
    std::vector<NextChange> changes;
    for (const SourceEntry& source : site.sources) {
        for (const ComingChange& change : source.changes) changes.push_back({&source, change});
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& left, const auto& right) {
        return seconds_since_epoch(left.change.time) < seconds_since_epoch(right.change.time);
    });
    return changes;
}

int next_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    LoadOptions options;
    options.content = content_of(arguments);
    options.excluded = "public";
    options.filter = {*now, false, true, true};
    options.jobs = jobs_of(arguments);
    options.list_sources = true;
    const LoadedSite site = load_site(options);
    const std::vector<NextChange> changes = next_changes(site);
    auto json = nlohmann::ordered_json::array();
    for (const auto& [source, change] : changes) {
        const std::string time = model::format_rfc3339(change.time);
        const bool expires = change.reason == ChangeReason::expiry_date;
        if (arguments.json) {
            json.push_back({{"time", time},
                            {"change", expires ? "expires" : "appears"},
                            {"field", name_of(change.reason)},
                            {"path", source->path},
                            {"title", source->title},
                            {"file", source->file}});
        } else {
            fmt::print("{}  {}  {} {} {}  ({}: {})\n", time, time_until(change.time, *now),
                       source->path, expires ? "expires:" : "appears:", source->title, source->file,
                       name_of(change.reason));
        }
    }
    if (arguments.json) {
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (changes.empty()) {
        fmt::print("Nothing changes by itself: no article has a date to come.\n");
    }
    return print_errors(site) ? exit_problems : exit_done;
}

int print_new(const NewFiles& files) {
    print_diagnostics(files.diagnostics);
    if (count_of(files.diagnostics, Severity::error) > 0) return exit_problems;
    for (const fs::path& file : files.written) fmt::print("{}\n", file.string());
    return exit_done;
}

int new_site_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    const int code = print_new(write_new_site(arguments.folder, *now, arguments.host));
    if (code == exit_done) fmt::print("Next: cd {} && broadsheet serve\n", arguments.folder);
    return code;
}

int new_article_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    return print_new(
        write_new_article({content_of(arguments), arguments.title, *now, arguments.drafts}));
}

int import_command(const Arguments& arguments, const ImportSource& source) {
    ImportOptions options;
    options.source = &source;
    options.exports.assign(arguments.files.begin(), arguments.files.end());
    options.out = arguments.out;
    options.uploads = arguments.uploads;
    options.url = arguments.base_url;
    options.jobs = jobs_of(arguments);
    options.fetch = arguments.fetch;
    options.fetching.user_agent = "Broadsheet/" BROADSHEET_VERSION " (import)";
    const std::unique_ptr<Progress> progress = progress_for(arguments);
    options.progress = progress.get();
    const ImportReport report = import_site(options);
    const int code = report.ok() ? exit_done : exit_problems;
    if (arguments.json) {
        fmt::print("{}", report_json(report));
        return code;
    }
    print_diagnostics(report.diagnostics);
    if (!report.ok()) return code;
    for (const auto& [name, count] : report.made) fmt::print("{:>8}  {}\n", count, name);
    for (const auto& [name, count] : report.skipped) {
        fmt::print("{:>8}  {} not imported\n", count, name);
    }
    for (const auto& [name, dropped] : report.shortcodes) {
        fmt::print("{:>8}  shortcode [{}] removed, in {}\n", dropped.count, name,
                   plural(static_cast<int>(dropped.files.size()), "file"));
    }
    if (!report.missing_media.empty()) {
        fmt::print("{:>8}  pictures and other files not copied; pass --uploads or --fetch\n",
                   report.missing_media.size());
    }
    for (const std::string& file : report.edited) {
        fmt::print("You changed {}, so its new text is in {}.new\n", file, file);
    }
    if (!report.gone.empty()) {
        fmt::print("{:>8}  files of an earlier import are no longer in the export; kept\n",
                   report.gone.size());
    }
    for (const std::string& note : report.notes) fmt::print("{}\n", note);
    fmt::print("{} written, {} unchanged. See {}/import-report.md\n",
               plural(static_cast<int>(report.written), "file"), report.unchanged, arguments.out);
    fmt::print("Next: cd {} && broadsheet serve\n", arguments.out);
    return code;
}

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
        fmt::print(stderr, "broadsheet: error: `{}` needs a command: {}\n", called,
                   fmt::join(names, ", "));
    } else if (names.empty() || arguments[at][0] == '-') {
        fmt::print(stderr, "broadsheet: error: {}\n", error.what());
    } else {
        fmt::print(stderr, "broadsheet: error: `{}` has no command \"{}\"; it has {}\n", called,
                   arguments[at], fmt::join(names, ", "));
        const auto nearest = nearest_name(arguments[at], names);
        if (nearest) fmt::print(stderr, "Did you mean `{} {}`?\n", called, *nearest);
    }
    fmt::print(stderr, "Run `{} --help` for help.\n", called);
    return exit_usage;
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
