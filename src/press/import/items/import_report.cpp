#include "press/import/items/import_report.h"

#include "strings/ascii.h"
#include "strings/json_text.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t max_files = 20;  // listed for one thing

void append_counts(std::string& out, std::string_view title,
                   const std::map<std::string, int>& counts) {
    if (counts.empty()) return;
    out += "\n## " + std::string(title) + "\n\n";
    for (const auto& [name, count] : counts)
        out += "- " + name + ": " + std::to_string(count) + "\n";
}

void append_dropped(std::string& out, std::string_view title, std::string_view what,
                    const std::map<std::string, Dropped>& all) {
    if (all.empty()) return;
    out += "\n## " + std::string(title) + "\n\n" + std::string(what) + "\n\n";
    for (const auto& [name, dropped] : all) {
        out += "- `" + name + "`: " + std::to_string(dropped.count) + "\n";
        std::size_t listed = 0;
        for (const std::string& file : dropped.files) {
            if (++listed > max_files) break;
            out += "  - " + file + "\n";
        }
        if (dropped.files.size() > max_files) {
            out += "  - and " + std::to_string(dropped.files.size() - max_files) + " more files\n";
        }
    }
}

void append_files(std::string& out, std::string_view title, std::string_view what,
                  const std::vector<std::string>& files) {
    if (files.empty()) return;
    out += "\n## " + std::string(title) + "\n\n" + std::string(what) + "\n\n";
    for (const std::string& file : files) out += "- " + file + "\n";
}

// Each name with what is to be said of it.
void append_reasons(std::string& out, std::string_view title, std::string_view what,
                    const std::map<std::string, std::string>& all) {
    if (all.empty()) return;
    out.append("\n## ").append(title).append("\n\n");
    if (!what.empty()) out.append(what).append("\n\n");
    for (const auto& [name, reason] : all) {
        out.append("- ").append(name).append(": ").append(reason).append("\n");
    }
}

void write_counts(strings::JsonText& json, std::string_view name,
                  const std::map<std::string, int>& counts) {
    json.key(name);
    json.open_object();
    for (const auto& [key, count] : counts) json.member(key, count);
    json.close_object();
}

void write_dropped(strings::JsonText& json, std::string_view name,
                   const std::map<std::string, Dropped>& all) {
    json.key(name);
    json.open_array();
    for (const auto& [key, dropped] : all) {
        json.open_object();
        json.member("name", key);
        json.member("count", dropped.count);
        json.key("files");
        json.open_array();
        for (const std::string& file : dropped.files) json.text(file);
        json.close_array();
        json.close_object();
    }
    json.close_array();
}

void write_reasons(strings::JsonText& json, std::string_view name,
                   const std::map<std::string, std::string>& all) {
    json.key(name);
    json.open_object();
    for (const auto& [key, reason] : all) json.member(key, reason);
    json.close_object();
}

void write_files(strings::JsonText& json, std::string_view name,
                 const std::vector<std::string>& files) {
    json.key(name);
    json.open_array();
    for (const std::string& file : files) json.text(file);
    json.close_array();
}

}  // namespace

std::string report_markdown(const ImportReport& report) {
    std::string out = "# Import from " + report.system + "\n";
    for (const std::string& note : report.notes) out += "\n" + note + "\n";
    append_reasons(
        out, "Still published",
        "NOT FOR EVERYBODY in the old system now, but you changed or renamed these files, "
        "so they stay as they are and are published. Delete each, or add `draft: true`.",
        report.still_published);
    append_counts(out, "Imported", report.made);
    append_counts(out, "Not imported", report.skipped);
    append_reasons(out, "Unpublished", "Private, protected and members' items are drafts now.",
                   report.unpublished);
    append_reasons(out, "New addresses",
                   "The new site has pages or files of its own at the old addresses.",
                   report.new_addresses);
    append_reasons(out, "Not kept", "There is no place for these properties.", report.not_kept);
    append_files(out, "Changed by you", "The new text is beside each file, with the ending `.new`.",
                 report.edited);
    append_files(out, "Deleted by you",
                 "Not written again. To import all files anew, remove `.broadsheet-import`.",
                 report.deleted);
    append_files(out, "Moved", "Removed here, because their items are in other files now.",
                 report.removed);
    append_files(out, "In the bin",
                 "Removed here, because their items are in the bin of the old system, or are not "
                 "for readers.",
                 report.binned);
    append_files(out, "Without comments now",
                 "Removed, because none of these comments is approved in the old system any more.",
                 report.uncommented);
    append_files(out, "No longer in the export",
                 "Kept. Delete these files if you deleted their items in the old system.",
                 report.gone);
    append_dropped(out, "Shortcodes",
                   "Removed, because only a plug-in of the old system knows them.",
                   report.shortcodes);
    append_dropped(out, "Blocks", "Removed, because the old system makes their content.",
                   report.blocks);
    append_reasons(out, "Without text", "Published, but the export has no text for them.",
                   report.empty_texts);
    append_dropped(out, "Custom fields",
                   "Kept in `custom_fields` of their articles, but not shown on the pages.",
                   report.custom_fields);
    append_dropped(out, "For members",
                   "Left out, because the old system did not show them to everybody.",
                   report.withheld);
    append_dropped(out, "HTML", "Removed, because articles cannot contain it.", report.elements);
    append_dropped(out, "Pictures and other files",
                   "Not copied. Their old addresses remain; pass --uploads with a copy of the old "
                   "site's folder, or --fetch.",
                   report.missing_media);
    append_reasons(out, "Could not be fetched", {}, report.failed_media);
    append_files(out, "Without markup",
                 "The HTML has too many unclosed elements, so only its text was kept.",
                 report.bare);
    append_files(out, "To look at", "The text was kept, but its markup may differ in details.",
                 report.inexact);
    if (!report.diagnostics.empty()) {
        out += "\n## Repaired\n\n";
        for (const Diagnostic& each : report.diagnostics) {
            const std::string said = format_diagnostic(each);
            out += "- " + std::string(strings::trimmed(said, "\n")) + "\n";
        }
    }
    return out;
}

std::string report_json(const ImportReport& report) {
    strings::JsonText json;
    json.open_object();
    write_counts(json, "made", report.made);
    write_counts(json, "skipped", report.skipped);
    json.member("written", static_cast<std::int64_t>(report.written));
    json.member("unchanged", static_cast<std::int64_t>(report.unchanged));
    write_dropped(json, "shortcodes", report.shortcodes);
    write_dropped(json, "blocks", report.blocks);
    write_dropped(json, "elements", report.elements);
    write_dropped(json, "custom_fields", report.custom_fields);
    write_reasons(json, "empty_texts", report.empty_texts);
    write_dropped(json, "missing_media", report.missing_media);
    write_reasons(json, "failed_media", report.failed_media);
    write_files(json, "notes", report.notes);
    write_dropped(json, "withheld", report.withheld);
    write_reasons(json, "unpublished", report.unpublished);
    write_reasons(json, "new_addresses", report.new_addresses);
    write_reasons(json, "not_kept", report.not_kept);
    write_reasons(json, "still_published", report.still_published);
    write_files(json, "binned", report.binned);
    write_files(json, "uncommented", report.uncommented);
    write_files(json, "inexact", report.inexact);
    write_files(json, "bare", report.bare);
    write_files(json, "edited", report.edited);
    write_files(json, "deleted", report.deleted);
    write_files(json, "removed", report.removed);
    write_files(json, "gone", report.gone);
    json.key("diagnostics");
    json.json(diagnostics_json(report.diagnostics));
    json.close_object();
    return json.take() + "\n";
}

}  // namespace broadsheet::press
