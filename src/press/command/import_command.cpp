// `broadsheet import`.
#include <fmt/format.h>

#include <memory>
#include <string>

#include "press/command/command_options.h"
#include "press/command/commands.h"
#include "press/command/printing.h"
#include "press/import/run/import_site.h"

namespace broadsheet::press {

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
    for (const auto& [file, reason] : report.still_published) {
        say(stdout,
            "STILL PUBLISHED: {}, which is {} in the old system. You changed or renamed it, so "
            "delete it or add draft: true yourself\n",
            file, reason);
    }
    for (const auto& [name, count] : report.made) say(stdout, "{:>8}  {}\n", count, name);
    for (const auto& [name, count] : report.skipped) {
        say(stdout, "{:>8}  {} not imported\n", count, name);
    }
    for (const auto& [name, dropped] : report.shortcodes) {
        say(stdout, "{:>8}  shortcode [{}] removed, in {}\n", dropped.count, name,
            plural(static_cast<int>(dropped.files.size()), "file"));
    }
    if (!report.missing_media.empty()) {
        say(stdout, "{:>8}  pictures and other files not copied; pass --uploads or --fetch\n",
            report.missing_media.size());
    }
    for (const std::string& file : report.edited) {
        say(stdout, "You changed {}, so its new text is in {}.new\n", file, file);
    }
    if (!report.gone.empty()) {
        say(stdout, "{:>8}  files of an earlier import are no longer in the export; kept\n",
            report.gone.size());
    }
    for (const std::string& note : report.notes) say(stdout, "{}\n", note);
    say(stdout, "{} written, {} unchanged. See {}/import-report.md\n",
        plural(static_cast<int>(report.written), "file"), report.unchanged, arguments.out);
    fmt::print(stdout, "{}", next_step(arguments.out));
    return code;
}

}  // namespace broadsheet::press
