#include "press/output/host_limits.h"

#include <string>
#include <utility>

namespace broadsheet::press {

namespace {

constexpr std::uint64_t max_github_bytes = 1'000'000'000;
constexpr std::size_t max_cloudflare_files = 20'000;
constexpr std::uint64_t max_cloudflare_file_bytes = 25ULL << 20U;

// "1.2" for a number of tenths.
std::string tenths(std::uint64_t number) {
    return std::to_string(number / 10) + "." + std::to_string(number % 10);
}

// The next smaller choice of pages.
std::string smaller_choice(Pages pages) {
    switch (pages) {
        case Pages::automatic:
        case Pages::all: return "use --pages standard, or --pages none";
        case Pages::standard:
        case Pages::articles: return "use --pages none";
        case Pages::none: break;
    }
    return "choose another host";
}

}  // namespace

Diagnostics host_limit_notes(const BuildReport& report, const std::string& out) {
    Diagnostics notes;
    const auto add = [&](std::string what, std::string remedy) {
        Diagnostic note;
        note.severity = Severity::note;
        note.path = out;
        note.what = std::move(what);
        note.remedy = std::move(remedy);
        notes.push_back(std::move(note));
    };
    if (report.bytes > max_github_bytes) {
        add("the site has " + tenths(report.bytes / (max_github_bytes / 10)) +
                " GB; the limit of GitHub Pages is 1 GB",
            smaller_choice(report.written_pages));
    }
    if (report.files > max_cloudflare_files) {
        add("the site has " + std::to_string(report.files) +
                " files; the limit of Cloudflare Pages is 20000 in its free plan",
            smaller_choice(report.written_pages));
    }
    if (report.largest_file > max_cloudflare_file_bytes) {
        add(report.largest_name + " has " + tenths(report.largest_file * 10 >> 20U) +
                " MiB; the limit of Cloudflare Pages is 25 MiB for a file",
            "make the file smaller, or link to it on another host");
    }
    return notes;
}

}  // namespace broadsheet::press
