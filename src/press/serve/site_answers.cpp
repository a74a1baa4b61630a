#include "press/serve/site_answers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "addresses/paths.h"
#include "press/base/files.h"
#include "press/pages/host_files.h"
#include "press/pages/offline_files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The file name of a request path; empty if the path is not valid.
std::string name_for(const std::string& path) {
    for (const char c : path) {
        if (c == '\0' || c == '\\') return {};
    }
    std::string name;
    std::size_t start = 1;
    while (start <= path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string segment = path.substr(start, end - start);
        // Names that start with a dot are never published. This also excludes "..".
        if (segment.starts_with('.')) return {};
        if (!segment.empty()) name += (name.empty() ? "" : "/") + segment;
        start = end + 1;
    }
    if (path.ends_with('/')) name += name.empty() ? "index.html" : "/index.html";
    return name;
}

std::optional<std::string> file_in(const fs::path& folder, const std::string& name) {
    std::error_code error;
    if (!fs::is_regular_file(folder / name, error)) return std::nullopt;
    return read_file(folder / name);
}

Answer redirect(Answer answer, int status, std::string to) {
    answer.status = status;
    answer.headers.emplace_back("Location", std::move(to));
    return answer;
}

// The files of live reload, and its event stream.
Answer live_answer(Answer answer, const std::string& name) {
    answer.type = media_type(name);
    if (name == "live.js") {
        answer.body = live_script();
    } else if (name == "live.css") {
        answer.body = live_style();
    } else if (name == "events") {
        answer.type = "text/event-stream";
        answer.is_event_stream = true;
    } else {
        answer.status = 404;
    }
    return answer;
}

}  // namespace

SiteAnswers::SiteAnswers(const ServeOptions& options, bool live)
    : live_(live), file_(options.file) {
    if (!file_) {
        file_ = [folder = options.folder](const std::string& name) {
            return file_in(folder, name);
        };
    }
    // Browsers do not keep a preview, and forget a site that they kept at this address.
    file_ = [file = std::move(file_), program = options.program](const std::string& name) {
        return name == service_worker_name ? service_worker_removal(program) : file(name);
    };
}

void SiteAnswers::show(const ServedSite& site) {
    if (!site.ok) return state_.failed(site.problems);
    std::vector<std::string> drafts;
    for (const model::Path& path : site.drafts) {
        drafts.push_back(page::url_of(path, site.base_path));
    }
    const std::lock_guard lock(mutex_);
    site_ = site;
    state_.built(drafts);
}

std::string SiteAnswers::base_path() const {
    const std::lock_guard lock(mutex_);
    return site_.base_path;
}

Answer SiteAnswers::answer(std::string path) const {
    // Read before the file is made. If a build ends in between, the page is reloaded once more than
    // necessary, but it never misses a build.
    const std::string build = state_.build();
    ServedSite site;
    {
        const std::lock_guard lock(mutex_);
        site = site_;
    }
    Answer answer;
    answer.headers = {{"Content-Security-Policy", policy_header(site.sources)},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Cache-Control", "no-cache"}};
    const std::string base = site.base_path.substr(0, site.base_path.size() - 1);
    const bool is_inside = path.starts_with(site.base_path);
    if (!is_inside && (path == "/" || path == base)) return redirect(answer, 302, site.base_path);
    if (is_inside) {
        path.erase(0, base.size());
        if (live_ && path.starts_with("/" + std::string(live_folder))) {
            return live_answer(answer, path.substr(1 + live_folder.size()));
        }
        const std::string name = name_for(path);
        if (auto bytes = name.empty() ? std::nullopt : file_(name)) {
            add_file(answer, name, std::move(bytes), site.base_path, build);
            return answer;
        }
        if (!path.ends_with('/') && !name.empty() && file_(name + "/index.html")) {
            return redirect(answer, 301, addresses::encode_path(base + path + "/"));
        }
    }
    answer.status = 404;
    add_file(answer, "404.html", not_found_page(is_inside ? name_for(path) : std::string()),
             site.base_path, build);
    return answer;
}

// A language edition has a page of its own.
std::optional<std::string> SiteAnswers::not_found_page(const std::string& name) const {
    const std::string folder = name.substr(0, name.find('/') + 1);
    if (!folder.empty()) {
        if (auto bytes = file_(folder + "404.html")) return bytes;
    }
    return file_("404.html");
}

void SiteAnswers::add_file(Answer& answer, const std::string& name,
                           std::optional<std::string> bytes, const std::string& base_path,
                           const std::string& build) const {
    answer.type = media_type(name);
    if (bytes) {
        answer.body = std::move(*bytes);
        if (live_ && answer.type.starts_with("text/html")) {
            answer.body = with_live_script(std::move(answer.body), base_path, build);
        }
        return;
    }
    answer.status = live_ ? 503 : 404;
    if (live_) {
        answer.type = media_type("page.html");
        answer.body = unbuilt_page(base_path, build);
    } else {
        answer.type = "text/plain; charset=utf-8";
        answer.body = "Not found\n";
    }
}

std::string media_type(const std::string& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> types = {{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".wasm", "application/wasm"},
        {".xml", "application/xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".gif", "image/gif"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".ico", "image/x-icon"},
        {".mp4", "video/mp4"},
        {".webm", "video/webm"},
        {".mp3", "audio/mpeg"},
        {".ogg", "audio/ogg"},
        {".pdf", "application/pdf"},
        {".woff2", "font/woff2"},
        {".webmanifest", "application/manifest+json"},
    }};
    const std::string ending = extension_of(path);
    for (const auto& [each, type] : types) {
        if (each == ending) return std::string(type);
    }
    return "application/octet-stream";
}

}  // namespace broadsheet::press
