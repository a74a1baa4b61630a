// `broadsheet list` and `broadsheet next`: the articles of a site, and what changes by itself.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/command/command_options.h"
#include "press/command/commands.h"
#include "press/command/printing.h"
#include "press/load/site_loader.h"

namespace broadsheet::press {

namespace {

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
bool print_errors(const SiteSummary& site) {
    Diagnostics errors;
    for (const Diagnostic& each : site.diagnostics) {
        if (each.severity == Severity::error) errors.push_back(each);
    }
    print_diagnostics(errors);
    return !errors.empty();
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
std::vector<NextChange> next_changes(const SiteSummary& site) {
    std::vector<NextChange> changes;
    for (const SourceEntry& source : site.sources) {
        for (const ComingChange& change : source.changes) changes.push_back({&source, change});
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& left, const auto& right) {
        return seconds_since_epoch(left.change.time) < seconds_since_epoch(right.change.time);
    });
    return changes;
}

}  // namespace

int list_command(const Arguments& arguments) {
    const auto now = time_of(arguments);
    if (!now) return exit_usage;
    LoadOptions options;
    options.content = content_of(arguments);
    options.excluded = "public";
    options.filter = {*now, true, true, true};
    options.jobs = jobs_of(arguments);
    options.list_sources = true;
    const SiteSummary site = load_editions(options);
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
            say(stdout, "{:<10}  {}  {}  ({}{})\n", date.substr(0, 10), source.path, source.title,
                source.file, marks_of(source));
        }
    }
    if (arguments.json) {
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    return print_errors(site) ? exit_problems : exit_done;
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
    const SiteSummary site = load_editions(options);
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
            say(stdout, "{}  {}  {} {} {}  ({}: {})\n", time, time_until(change.time, *now),
                source->path, expires ? "expires:" : "appears:", source->title, source->file,
                name_of(change.reason));
        }
    }
    if (arguments.json) {
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (changes.empty() && count_of(site.diagnostics, Severity::error) == 0) {
        say(stdout, "Nothing changes by itself: no article has a date to come.\n");
    }
    return print_errors(site) ? exit_problems : exit_done;
}

}  // namespace broadsheet::press
