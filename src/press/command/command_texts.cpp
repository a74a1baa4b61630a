#include "press/command/command_texts.h"

#include <functional>
#include <vector>

#include "press/config/site_settings.h"

namespace broadsheet::press {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& application) {
    return application.get_subcommands([](const CLI::App*) { return true; });
}

// Calls `use` for the program, with "", and for every command with its words, such as "new site".
void visit(const CLI::App& application, const std::string& words,
           const std::function<void(const CLI::App&, const std::string&)>& use) {
    use(application, words);
    for (const CLI::App* each : commands_of(application)) {
        visit(*each, words.empty() ? each->get_name() : words + " " + each->get_name(), use);
    }
}

std::vector<std::string> long_names(const CLI::App& application) {
    std::vector<std::string> names;
    for (const CLI::Option* option : application.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string words_after(const CLI::App& application) {
    std::vector<std::string> words;
    for (const CLI::App* each : commands_of(application)) words.push_back(each->get_name());
    for (std::string& name : long_names(application)) words.push_back(std::move(name));
    return joined(words);
}

// `text` as a single-quoted word of a shell.
std::string in_single_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += "'\\'";
        out += c;
    }
    return out + "'";
}

std::string bash_script(const CLI::App& application) {
    std::string cases;
    visit(application, "", [&](const CLI::App& each, const std::string& words) {
        cases += "        " + in_single_quotes(words) +
                 ") words=" + in_single_quotes(words_after(each)) + " ;;\n";
    });
    return "# bash completion for broadsheet\n"
           "_broadsheet() {\n"
           "    local i command='' words='' current=${COMP_WORDS[COMP_CWORD]}\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "        case ${COMP_WORDS[i]} in\n"
           "            new | build | serve | check | list | next | completion | manual)\n"
           "                [ -n \"$command\" ] || command=${COMP_WORDS[i]} ;;\n"
           "            site | article) [ \"$command\" = new ] && command=\"new ${COMP_WORDS[i]}\" "
           ";;\n"
           "        esac\n"
           "    done\n"
           "    case ${COMP_WORDS[COMP_CWORD-1]} in\n"
           "        --content | --out | --cache | --program)\n"
           "            mapfile -t COMPREPLY < <(compgen -d -- \"$current\"); return ;;\n"
           "        --host) words='github gitlab netlify cloudflare' ;;\n"
           "        --pages) words='auto all standard articles none' ;;\n"
           "        *) case $command in\n" +
           cases +
           "        esac ;;\n"
           "    esac\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
           "}\n"
           "complete -F _broadsheet broadsheet\n";
}

std::string fish_script(const CLI::App& application) {
    std::string out = "# fish completion for broadsheet\ncomplete -c broadsheet -f\n";
    visit(application, "", [&](const CLI::App& each, const std::string& words) {
        const std::string last = words.substr(words.rfind(' ') + 1);
        const std::string when = words.empty() ? " -n __fish_use_subcommand"
                                               : " -n '__fish_seen_subcommand_from " + last + "'";
        for (const CLI::App* child : commands_of(each)) {
            out += "complete -c broadsheet" + when + " -a " + child->get_name() + " -d " +
                   in_single_quotes(child->get_description()) + "\n";
        }
        for (const CLI::Option* option : each.get_options()) {
            for (const std::string& name : option->get_lnames()) {
                out.append("complete -c broadsheet").append(when).append(" -l ").append(name);
                if (option->get_expected_min() > 0) out += " -r -F";
                out.append(" -d ").append(in_single_quotes(option->get_description())).append("\n");
            }
        }
    });
    return out;
}

// Escapes the characters that troff would interpret.
std::string troff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    for (auto at = out.find("\n."); at != std::string::npos; at = out.find("\n.", at + 4)) {
        out.insert(at + 1, "\\&");
    }
    return out;
}

void append_manual(std::string& out, const CLI::App& application, const std::string& words) {
    if (!words.empty()) {
        out += ".SS broadsheet " + words + "\n" + troff(application.get_description()) + ".\n";
    }
    for (const CLI::Option* option : application.get_options()) {
        const std::string type = option->get_type_name();
        out += ".TP\n\\fB" + troff(option->get_name(true)) + "\\fR";
        if (!type.empty() && option->get_expected_min() > 0) out += " \\fI" + troff(type) + "\\fR";
        out += "\n" + troff(option->get_description()) + "\n";
    }
    if (!application.get_footer().empty()) {
        out += ".PP\n.nf\n" + troff(application.get_footer()) + "\n.fi\n";
    }
}

}  // namespace

std::string completion_script(const CLI::App& application, const std::string& shell) {
    if (shell == "fish") return fish_script(application);
    if (shell == "bash") return bash_script(application);
    return "#compdef broadsheet\nautoload -U +X bashcompinit && bashcompinit\n" +
           bash_script(application);
}

std::string manual_page(const CLI::App& application, const std::string& version) {
    std::string out =
        ".TH BROADSHEET 1 \"\" \"" + version +
        "\" \"User Commands\"\n.SH NAME\nbroadsheet \\- static news sites from Markdown "
        "files\n.SH SYNOPSIS\n\\fBbroadsheet\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n"
        ".SH DESCRIPTION\n" +
        troff(application.get_description()) + "\n.SH COMMANDS\n";
    visit(application, "", [&](const CLI::App& each, const std::string& words) {
        if (!words.empty()) append_manual(out, each, words);
    });
    out += ".SH OPTIONS\n";
    append_manual(out, application, "");
    out += ".SH SITE.TOML\nAll settings are optional. An unknown key is an error.\n.nf\n" +
           troff(settings_manual()) + ".fi\n";
    return out;
}

}  // namespace broadsheet::press
