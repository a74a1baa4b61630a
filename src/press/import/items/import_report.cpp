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
    append_counts(out, "Imported", report.made);
    append_counts(out, "Not imported", report.skipped);
    append_files(out, "Unpublished", "Private, protected and members' items are drafts now.",
                 report.unpublished);
    append_files(out, "Changed by you", "The new text is beside each file, with the ending `.new`.",
                 report.edited);
    append_files(out, "Deleted by you",
                 "Not written again. To import all files anew, remove `.broadsheet-import`.",
                 report.deleted);
    append_files(out, "Moved", "Removed here, because their items are in other files now.",
                 report.removed);
    append_files(out, "No longer in the export",
                 "Kept. Delete these files if you deleted their items in the old system.",
                 report.gone);
    append_dropped(out, "Shortcodes",
                   "Removed, because only a plug-in of the old system knows them.",
                   report.shortcodes);
    append_dropped(out, "Blocks", "Removed, because the old system makes their content.",
                   report.blocks);
    append_dropped(out, "HTML", "Removed, because articles cannot contain it.", report.elements);
    append_dropped(out, "Pictures and other files",
                   "Not copied. Their old addresses remain; pass --uploads with a copy of the old "
                   "site's folder, or --fetch.",
                   report.missing_media);
    if (!report.failed_media.empty()) {
        out += "\n## Could not be fetched\n\n";
        for (const auto& [address, problem] : report.failed_media) {
            out.append("- ").append(address).append(": ").append(problem).append("\n");
        }
    }
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
    write_dropped(json, "missing_media", report.missing_media);
    json.key("failed_media");
    json.open_object();
    for (const auto& [address, problem] : report.failed_media) json.member(address, problem);
    json.close_object();
    write_files(json, "notes", report.notes);
    write_files(json, "unpublished", report.unpublished);
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
