#include "press/serve.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/slug.h"
#include "press/content_folder.h"
#include "press/site_files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The file that a request asks for; empty where there is none within `folder`.
fs::path file_for(const fs::path& folder, const std::string& path) {
    for (const char c : path) {
        if (c == '\0' || c == '\\') return {};
    }
    fs::path file = folder;
    std::size_t start = 1;
    while (start <= path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string segment = path.substr(start, end - start);
        // Names that begin with a dot are not published, which keeps ".." out as well.
        if (segment.starts_with('.')) return {};
        if (!segment.empty()) file /= segment;
        start = end + 1;
    }
    std::error_code error;
    if (path.ends_with('/')) file /= "index.html";
    return fs::is_regular_file(file, error) ? file : fs::path();
}

void answer_file(const fs::path& file, int status, httplib::Response& response) {
    const auto bytes = read_file(file);
    if (!bytes) {
        response.status = 404;
        response.set_content("Not found\n", "text/plain; charset=utf-8");
        return;
    }
    response.status = status;
    response.set_content(*bytes, media_type(file.string()));
}

void answer(const ServeOptions& options, const httplib::Request& request,
            httplib::Response& response) {
    response.set_header("Content-Security-Policy", content_security_policy(options.frame_sources));
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Cache-Control", "no-cache");
    std::string path = request.path;  // decoded by the library
    const std::string base = options.base_path.substr(0, options.base_path.size() - 1);
    if (!path.starts_with(options.base_path)) {
        if (path == "/" || path == base) return response.set_redirect(options.base_path, 302);
        return answer_file(options.folder / "404.html", 404, response);
    }
    path.erase(0, base.size());
    if (const fs::path file = file_for(options.folder, path); !file.empty()) {
        return answer_file(file, 200, response);
    }
    if (!path.ends_with('/') && !file_for(options.folder, path + "/").empty()) {
        return response.set_redirect(model::encode_path(base + path + "/"), 301);
    }
    answer_file(options.folder / "404.html", 404, response);
}

}  // namespace

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

std::string serve_folder(const ServeOptions& options,
                         const std::function<void(const std::string&)>& ready) {
    constexpr int most_tries = 100;
    const char* host = "127.0.0.1";
    httplib::Server server;
    // The library's default would share a port that another server already has.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
        answer(options, request, response);
    });
    int port = options.port;
    bool bound = false;
    for (int i = 0; i < most_tries && port <= 65535 && !bound; ++i) {
        bound = server.bind_to_port(host, port);
        if (!bound) ++port;
    }
    if (!bound) return "no port from " + std::to_string(options.port) + " on is free";
    ready("http://" + std::string(host) + ":" + std::to_string(port) + options.base_path);
    server.listen_after_bind();
    return {};
}

}  // namespace broadsheet::press
