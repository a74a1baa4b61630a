#include "press/pages/offline_files.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "addresses/paths.h"
#include "page/picture_sizes.h"
#include "press/base/files.h"
#include "press/html/document_builder.h"
#include "press/html/entity.h"
#include "press/pages/program_files.h"
#include "strings/ascii.h"
#include "ui/phrases.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view worker_source = "service-worker.js";
constexpr std::string_view removal_source = "service-worker-removal.js";
constexpr std::string_view program_folder_start = "assets/reader.";
constexpr std::string_view style_sheet_start = "assets/theme.";
constexpr std::string_view font_start = "assets/font.";
constexpr std::string_view icon_start = "assets/icon-";
constexpr std::string_view bundle_start = "bundle/";

std::string source(const std::filesystem::path& program, std::string_view name) {
    if (!program.empty()) return read_file(program / name).value_or("");
    for (const ProgramFile& file : built_in_program()) {
        if (file.name == name) return std::string(file.bytes);
    }
    return {};
}

bool is_of_reader(std::string_view name) {
    return name.starts_with(program_folder_start) || name.starts_with(style_sheet_start) ||
           name.starts_with(font_start);
}

bool is_picture(std::string_view name) {
    static constexpr std::array<std::string_view, 6> endings = {".webp", ".jpg", ".jpeg",
                                                                ".png",  ".gif", ".avif"};
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.starts_with(icon_start)) return false;
    const std::string ending = strings::lower_ascii(name.substr(dot));
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// The original of "lake.jpg.320.webp" is "lake.jpg". Empty if `name` is an original.
std::string original_of(const std::string& name,
                        const std::map<std::string, std::uint64_t>& sizes) {
    for (const int width : page::standard_picture_widths) {
        const std::string ending = page::picture_of_width("", width);
        if (!name.ends_with(ending)) continue;
        std::string original = name.substr(0, name.size() - ending.size());
        if (sizes.contains(original)) return original;
    }
    return {};
}

// The bytes of all pictures on a screen that shows them `width` pixels wide: of each the narrowest
// file that is at least as wide, or the original.
std::uint64_t picture_bytes(const std::map<std::string, std::uint64_t>& sizes,
                            const std::vector<std::string>& originals, int width) {
    std::uint64_t bytes = 0;
    for (const std::string& original : originals) {
        auto file = sizes.find(original);
        for (const int each : page::standard_picture_widths) {
            if (each < width) continue;
            const auto smaller = sizes.find(page::picture_of_width(original, each));
            if (smaller == sizes.end()) continue;
            file = smaller;
            break;
        }
        bytes += file->second;
    }
    return bytes;
}

}  // namespace

bool is_service_worker_source(std::string_view name) {
    return name == worker_source || name == removal_source;
}

std::string service_worker(const std::filesystem::path& program,
                           const std::map<std::string, std::uint64_t>& sizes,
                           const std::vector<std::string>& other_editions) {
    const std::string worker = source(program, worker_source);
    if (worker.empty()) return {};
    nlohmann::ordered_json shell;
    shell[std::string(addresses::offline_path.substr(1))] = 0;
    for (const auto& [name, bytes] : sizes) {
        if (is_of_reader(name)) shell[name] = bytes;
    }
    return "const shell = " + shell.dump() +
           ";\nconst editions = " + nlohmann::json(other_editions).dump() + ";\n" + worker;
}

std::string service_worker_removal(const std::filesystem::path& program) {
    return source(program, removal_source);
}

std::string offline_list(const model::Publication& publication,
                         const std::map<std::string, std::uint64_t>& sizes) {
    nlohmann::ordered_json list;
    if (!publication.site.recent.empty()) {
        const model::Day& day = publication.site.recent.front().date.day;
        list["date"] = {day.year, day.month, day.day};
    }
    list["articles"] = publication.site.article_count;
    list["files"] = nlohmann::ordered_json::array();
    std::vector<std::string> originals;
    for (const auto& [name, bytes] : sizes) {
        if (is_of_reader(name) || name.starts_with(icon_start) || name.starts_with(bundle_start)) {
            list["files"].push_back(name);
            list["files"].push_back(bytes);
        } else if (is_picture(name) && original_of(name, sizes).empty()) {
            originals.push_back(name);
        }
    }
    list["pictures"] = nlohmann::ordered_json::array();
    for (const int width : page::standard_picture_widths) {
        if (originals.empty()) break;
        list["pictures"].push_back(width);
        list["pictures"].push_back(picture_bytes(sizes, originals, width));
    }
    return list.dump();
}

model::Entry offline_entry(const model::Site& site) {
    using ui::Phrase;
    model::Entry entry;
    entry.kind = model::EntryKind::page;
    entry.summary.path = addresses::offline_path;
    entry.summary.title = ui::phrase(site, Phrase::on_this_device);
    entry.dated = false;
    entry.show_contents = false;
    for (const Phrase text : {Phrase::device_explained, Phrase::device_unavailable}) {
        entry.body.blocks.push_back(make_node(model::NodeKind::paragraph,
                                              {make_text(std::string(ui::phrase(site, text)))}));
    }
    return entry;
}

std::string offline_words(const model::Site& site) {
    nlohmann::ordered_json words;
    words["language"] = site.language;
    for (const model::EditionLink& edition : site.editions) {
        if (edition.path == "/") words["edition"] = edition.name;
    }
    for (const ui::Phrase each :
         {ui::Phrase::kept_for_later, ui::Phrase::offline, ui::Phrase::offline_missing,
          ui::Phrase::pause, ui::Phrase::resume}) {
        words[std::string(ui::phrase_name(each))] = ui::phrase(site, each);
    }
    for (auto each = ui::first_device_phrase; each < ui::Phrase::count;
         each = static_cast<ui::Phrase>(static_cast<int>(each) + 1)) {
        words[std::string(ui::phrase_name(each))] = ui::phrase(site, each);
    }
    std::string escaped;
    append_escaped(escaped, words.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return "<div id=\"device\" hidden data-words=\"" + escaped + "\"></div>\n";
}

}  // namespace broadsheet::press
