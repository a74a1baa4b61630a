#include "press/command/command_line.h"

#include "press/import/run/import_sources.h"
#include "press/output/part_number.h"

namespace broadsheet::press {

namespace {

void add_content(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--content", arguments.content,
                    "folder of the site (default: the current one if it has a configuration "
                    "file, else content)")
        ->type_name("DIR");
}

void add_clock(CLI::App& command, Arguments& arguments) {
    command.add_option("--now", arguments.now, "use this time instead of the current time")
        ->type_name("RFC3339");
}

void add_jobs(CLI::App& command, Arguments& arguments) {
    command.add_option("--jobs", arguments.jobs, "number of threads; 0: one per processor")
        ->type_name("N")
        ->check(CLI::Range(0, 256));
}

void add_build_arguments(CLI::App& command, Arguments& arguments) {
    add_content(command, arguments);
    command
        .add_option("--base-url", arguments.base_url,
                    "URL of the site, e.g. https://example.org/news")
        ->type_name("URL");
    command
        .add_option("--pages", arguments.pages,
                    "which HTML pages to write; auto: all, or standard for more than 10000 "
                    "articles")
        ->check(CLI::IsMember({"auto", "all", "standard", "articles", "none"}));
    command.add_flag("--drafts", arguments.drafts, "also publish drafts");
    command.add_flag("--future", arguments.future, "also publish articles with a future date");
    command.add_flag("--expired", arguments.expired, "also publish expired articles");
    add_clock(command, arguments);
    add_jobs(command, arguments);
    command
        .add_option("--cache", arguments.cache,
                    "folder for data that speeds up later builds (default: ~/.cache/broadsheet)")
        ->type_name("DIR");
    command.add_flag("--no-cache", arguments.no_cache, "neither use nor write the cache");
    command
        .add_option("--program", arguments.program,
                    "folder of reader files to use instead of the built-in ones")
        ->type_name("DIR");
}

void add_parts(CLI::App& build, Arguments& arguments) {
    const auto check = [](const std::string& text) -> std::string {
        if (parse_part_number(text)) return {};
        return "\"" + text +
               "\" is not a part; write K/N with K from 1 to N, such as 2/3, and N up to " +
               std::to_string(max_parts);
    };
    CLI::Option* part =
        build
            .add_option("--part", arguments.part,
                        "make only the K-th of N parts of the site, to be joined with --join")
            ->type_name("K/N")
            ->check(CLI::Validator(check, ""));
    build
        .add_option("--join", arguments.parts,
                    "put together the parts in these folders, all N of them")
        ->type_name("DIR")
        ->excludes(part);
}

void add_new(CLI::App& application, Arguments& arguments) {
    CLI::App* command = application.add_subcommand("new", "Create a site or an article");
    command->require_subcommand(1);
    command->footer(
        "Examples:\n  broadsheet new site paper\n  broadsheet new article \"The lake freezes\"");
    CLI::App* site = command->add_subcommand("site", "Create a folder with a small example site");
    site->add_option("FOLDER", arguments.folder, "folder to create; may exist if it is empty")
        ->required();
    site->add_option("--host", arguments.host,
                     "also write the file that builds and publishes the site on this host, after "
                     "each push and every hour")
        ->check(CLI::IsMember({"github", "gitlab", "netlify", "cloudflare"}));
    add_clock(*site, arguments);
    site->footer(
        "Examples:\n  broadsheet new site paper && cd paper && broadsheet serve\n"
        "  broadsheet new site paper --host github");
    CLI::App* article = command->add_subcommand(
        "article", "Create an article with front matter and the current date");
    article->add_option("TITLE", arguments.title, "title of the article")->required();
    add_content(*article, arguments);
    article->add_flag("--draft", arguments.drafts,
                      "mark it as a draft, which builds do not publish");
    add_clock(*article, arguments);
    article->footer("Example:\n  broadsheet new article \"The lake freezes\" --draft");
}

void add_import_source(CLI::App& import, const ImportSource& source, Arguments& arguments) {
    CLI::App* command =
        import.add_subcommand(std::string(source.name), std::string(source.summary));
    command->add_option("FILE", arguments.files, std::string(source.files))->required();
    command->add_option("--out", arguments.out, "folder of the new site")
        ->type_name("DIR")
        ->required();
    if (!source.media.folder.empty()) {
        const std::string folder(source.media.folder.substr(0, source.media.folder.size() - 1));
        command
            ->add_option("--uploads", arguments.uploads,
                         "a copy of " + folder + ", from which the used files are copied")
            ->type_name("DIR");
    }
    command->add_flag("--fetch", arguments.fetch,
                      "fetch the used files from the old site; what is there already stays");
    if (!source.says_address) {
        command
            ->add_option("--base-url", arguments.base_url,
                         "address of the old site, which the export may not say")
            ->type_name("URL")
            ->check(CLI::Validator(
                [](const std::string& text) {
                    const bool is_url = text.starts_with("https://") || text.starts_with("http://");
                    return is_url ? std::string() : "use an address such as https://example.org";
                },
                ""));
    }
    command->add_flag("--json", arguments.json, "print the report as one line of JSON");
    add_jobs(*command, arguments);
    const std::string example = std::string(source.name) + " " + std::string(source.example);
    command->footer(
        "Imported again into the same folder, only what changed in the export is written. The new\n"
        "text of a file that you changed is written beside it, with the ending .new.\n\n"
        "Example:\n  broadsheet import " +
        example +
        " --out paper\n"
        "  cd paper && broadsheet serve");
}

void add_import(CLI::App& application, Arguments& arguments) {
    CLI::App* command =
        application.add_subcommand("import", "Import a site from another system's export");
    command->require_subcommand(1);
    command->footer("Example:\n  broadsheet import wordpress export.xml --out paper");
    for (const ImportSource& source : import_sources())
        add_import_source(*command, source, arguments);
}

void add_press(CLI::App& application, Arguments& arguments) {
    CLI::App* command = application.add_subcommand(
        "press", "Write a page with which people build sites in their browser");
    command->add_option("--out", arguments.out, "folder of the page")->type_name("DIR")->required();
    command->footer(
        "The page and all that it needs are plain files, for any host with https, or for\n"
        "localhost. What people give to the page does not leave their browser.\n\n"
        "Example:\n  broadsheet press --out public/press");
}

void add_verbose(CLI::App& command, Arguments& arguments) {
    command.add_flag("--verbose", arguments.verbose,
                     "print every note and warning, even if others say the same");
}

}  // namespace

std::string version_text() { return "broadsheet " BROADSHEET_VERSION; }

void describe_command_line(CLI::App& application, Arguments& arguments) {
    application.description("Generates a static news site from a folder of Markdown files.");
    application.name("broadsheet");
    application.set_version_flag("--version", version_text(), "Print the version and exit");
    application.require_subcommand(1);
    application.footer(
        "Examples:\n"
        "  broadsheet new site paper && cd paper && broadsheet serve\n"
        "  broadsheet build --content articles --out public\n\n"
        "Exit codes: 0: success; 1: errors in the content, or the site could not be written;\n"
        "2: invalid usage. Set the environment variable NO_COLOR to turn colours off.\n"
        "Run `broadsheet COMMAND --help` for help with a command.");
    add_new(application, arguments);
    add_import(application, arguments);

    CLI::App* build = application.add_subcommand("build", "Build the site");
    add_build_arguments(*build, arguments);
    build
        ->add_option("--out", arguments.out,
                     "output folder (default: public; with --part K/N: part-K)")
        ->type_name("DIR");
    add_parts(*build, arguments);
    add_verbose(*build, arguments);
    build->add_flag("--json", arguments.json,
                    "print the result and all diagnostics as one line of JSON");
    build->footer(
        "Examples:\n  broadsheet build\n  broadsheet build --content articles --out public "
        "--base-url https://example.org\n"
        "  broadsheet build --part 2/3            on the second of three machines\n"
        "  broadsheet build --join part-1 part-2 part-3\n\n"
        "With --part, each of several machines reads the whole site and makes its share of the\n"
        "pages, pictures, data files and search index. --join puts the shares together. The\n"
        "result is that of one machine. All need the same content, options and program.");

    CLI::App* serve = application.add_subcommand(
        "serve", "Serve the site locally, drafts included, and reload pages on change");
    add_build_arguments(*serve, arguments);
    serve
        ->add_option("--out", arguments.out,
                     "write the site to this folder, without drafts (default: keep it in memory)")
        ->type_name("DIR");
    serve
        ->add_option("--port", arguments.port,
                     "port to use; if it is taken, the next free one (default: 8000)")
        ->type_name("N")
        ->check(CLI::Range(1, 65535));
    add_verbose(*serve, arguments);
    serve->add_flag("!--no-watch", arguments.watch, "do not rebuild on change");
    serve->footer(
        "Examples:\n  broadsheet serve\n  broadsheet serve --content articles --port 9000");

    CLI::App* check = application.add_subcommand(
        "check", "Check the content for mistakes without writing anything");
    add_content(*check, arguments);
    check
        ->add_option("--base-url", arguments.base_url,
                     "URL of the site; links that start with it are checked as internal links")
        ->type_name("URL");
    check->add_flag("--drafts", arguments.drafts, "also check drafts");
    check->add_flag("--strict", arguments.strict, "fail on warnings too");
    add_verbose(*check, arguments);
    check->add_flag("--json", arguments.json,
                    "print all diagnostics as one line of JSON, for editors");
    add_clock(*check, arguments);
    add_jobs(*check, arguments);
    check->footer("Examples:\n  broadsheet check\n  broadsheet check --strict --json");

    CLI::App* list = application.add_subcommand("list", "List articles and pages with their paths");
    add_content(*list, arguments);
    list->add_flag("--drafts", arguments.drafts, "list only drafts");
    list->add_flag("--future", arguments.future, "list only future-dated articles");
    list->add_flag("--expired", arguments.expired, "list only expired articles");
    list->add_flag("--json", arguments.json, "print the list as one line of JSON, for scripts");
    add_clock(*list, arguments);
    add_jobs(*list, arguments);
    CLI::App* next = application.add_subcommand(
        "next", "Say when the site changes by itself: when articles appear and expire");
    add_content(*next, arguments);
    next->add_flag("--json", arguments.json, "print the changes as one line of JSON, for scripts");
    add_clock(*next, arguments);
    add_jobs(*next, arguments);
    next->footer("Examples:\n  broadsheet next\n  broadsheet next --json");
    add_press(application, arguments);
    CLI::App* completion =
        application.add_subcommand("completion", "Print a shell completion script");
    completion->add_option("SHELL", arguments.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    completion->footer("Example:\n  source <(broadsheet completion bash)");
    CLI::App* manual = application.add_subcommand("manual", "Print the manual page");
    manual->add_flag("--settings", arguments.settings,
                     "print the settings of site.toml as a Markdown table");
    manual->footer("Example:\n  broadsheet manual | man -l -");
    list->footer("Examples:\n  broadsheet list\n  broadsheet list --drafts --json");
}

}  // namespace broadsheet::press
