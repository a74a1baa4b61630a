#include "press/command/command_line.h"

namespace broadsheet::press {

namespace {

void add_content(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--content", arguments.content,
                    "folder of the site (default: this one where it has a configuration, else "
                    "content)")
        ->type_name("DIR");
}

void add_clock(CLI::App& command, Arguments& arguments) {
    command.add_option("--now", arguments.now, "work as of this time")->type_name("RFC3339");
}

void add_jobs(CLI::App& command, Arguments& arguments) {
    command.add_option("--jobs", arguments.jobs, "threads; 0 means one for each processor")
        ->type_name("N")
        ->check(CLI::Range(0, 256));
}

void add_build_arguments(CLI::App& command, Arguments& arguments) {
    add_content(command, arguments);
    command
        .add_option("--base-url", arguments.base_url,
                    "address of the site, e.g. https://example.org/news")
        ->type_name("URL");
    command.add_option("--pages", arguments.pages, "HTML pages to write")
        ->check(CLI::IsMember({"all", "articles", "none"}));
    command.add_flag("--drafts", arguments.drafts, "publish drafts too");
    command.add_flag("--future", arguments.future, "publish articles with a future date too");
    command.add_flag("--expired", arguments.expired, "publish expired articles too");
    add_clock(command, arguments);
    add_jobs(command, arguments);
    command
        .add_option("--cache", arguments.cache,
                    "folder to keep what a later build can use (default: ~/.cache/broadsheet)")
        ->type_name("DIR");
    command.add_flag("--no-cache", arguments.no_cache,
                     "make everything anew, and keep nothing for later");
    command
        .add_option("--program", arguments.program,
                    "folder of the reader's files, instead of those in this program")
        ->type_name("DIR");
}

void add_new(CLI::App& application, Arguments& arguments) {
    CLI::App* command = application.add_subcommand("new", "Begin a site or an article");
    command->require_subcommand(1);
    command->footer(
        "Examples:\n  broadsheet new site paper\n  broadsheet new article \"The lake freezes\"");
    CLI::App* site =
        command->add_subcommand("site", "Write a folder that builds and can be written in at once");
    site->add_option("FOLDER", arguments.folder, "folder to write; new or empty")->required();
    add_clock(*site, arguments);
    site->footer("Example:\n  broadsheet new site paper && cd paper && broadsheet serve");
    CLI::App* article =
        command->add_subcommand("article", "Write the beginning of an article, dated now");
    article->add_option("TITLE", arguments.title, "its title")->required();
    add_content(*article, arguments);
    article->add_flag("--draft", arguments.drafts, "as a draft, which a build leaves out");
    add_clock(*article, arguments);
    article->footer("Example:\n  broadsheet new article \"The lake freezes\" --draft");
}

}  // namespace

std::string version_text() { return "broadsheet " BROADSHEET_VERSION; }

void describe_command_line(CLI::App& application, Arguments& arguments) {
    application.description("Turns a folder of Markdown into a news site of plain files.");
    application.name("broadsheet");
    application.set_version_flag("--version", version_text(), "Print the version and exit");
    application.require_subcommand(1);
    application.footer(
        "Examples:\n"
        "  broadsheet new site paper && cd paper && broadsheet serve\n"
        "  broadsheet build --content articles --out public\n\n"
        "Exit codes: 0 done; 1 problems in the content, or the site could not be written;\n"
        "2 the command line means nothing. NO_COLOR in the environment turns colours off.\n"
        "`broadsheet COMMAND --help` tells of each command.");
    add_new(application, arguments);

    CLI::App* build = application.add_subcommand("build", "Write the site");
    add_build_arguments(*build, arguments);
    build->add_option("--out", arguments.out, "folder to publish from (default: public)")
        ->type_name("DIR");
    build->add_flag("--json", arguments.json,
                    "say what was done, and every problem, as one line of JSON");
    build->footer(
        "Examples:\n  broadsheet build\n  broadsheet build --content articles --out public "
        "--base-url https://example.org");

    CLI::App* serve = application.add_subcommand(
        "serve", "Show the site here, drafts too, and again after each change");
    add_build_arguments(*serve, arguments);
    serve
        ->add_option("--out", arguments.out,
                     "folder to write to, then without drafts (default: a temporary one)")
        ->type_name("DIR");
    serve->add_option("--port", arguments.port, "first port to try; the next free one is taken")
        ->type_name("N")
        ->check(CLI::Range(1, 65535));
    serve->add_flag("!--no-watch", arguments.watch, "build once, whatever changes");
    serve->footer(
        "Examples:\n  broadsheet serve\n  broadsheet serve --content articles --port 9000");

    CLI::App* check = application.add_subcommand("check", "Look for mistakes; write nothing");
    add_content(*check, arguments);
    check
        ->add_option("--base-url", arguments.base_url,
                     "address of the site: links that begin with it are its own")
        ->type_name("URL");
    check->add_flag("--drafts", arguments.drafts, "look at drafts too");
    check->add_flag("--strict", arguments.strict, "warnings fail as errors do");
    check->add_flag("--json", arguments.json, "every problem as one line of JSON, for editors");
    add_clock(*check, arguments);
    add_jobs(*check, arguments);
    check->footer("Examples:\n  broadsheet check\n  broadsheet check --strict --json");

    CLI::App* list = application.add_subcommand("list", "List articles and pages with addresses");
    add_content(*list, arguments);
    list->add_flag("--drafts", arguments.drafts, "only drafts");
    list->add_flag("--future", arguments.future, "only what has a date to come");
    list->add_flag("--expired", arguments.expired, "only what has expired");
    list->add_flag("--json", arguments.json, "as one line of JSON, for scripts");
    add_clock(*list, arguments);
    add_jobs(*list, arguments);
    CLI::App* completion = application.add_subcommand(
        "completion", "Print what makes a shell complete the command line");
    completion->add_option("SHELL", arguments.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    completion->footer("Example:\n  source <(broadsheet completion bash)");
    CLI::App* manual = application.add_subcommand("manual", "Print the manual page");
    manual->add_flag("--settings", arguments.settings,
                     "print what site.toml may hold, as a table of Markdown");
    manual->footer("Example:\n  broadsheet manual | man -l -");
    list->footer("Examples:\n  broadsheet list\n  broadsheet list --drafts --json");
}

}  // namespace broadsheet::press
