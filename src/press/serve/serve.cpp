#include "press/serve/serve.h"

#include <httplib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "addresses/paths.h"
#include "page/page.h"
#include "press/base/file_watch.h"
#include "press/base/files.h"
#include "press/base/unfinished.h"
#include "press/config/content_folder.h"
#include "press/pages/host_files.h"
#include "press/pages/offline_files.h"
#include "press/serve/live_reload.h"

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

// Answers requests. Another thread updates its state after each build.
class SiteServer {
  public:
    SiteServer(const ServeOptions& options, bool live) : live_(live), file_(options.file) {
        if (!file_) {
            file_ = [folder = options.folder](const std::string& name) {
                return file_in(folder, name);
            };
        }
        // Browsers do not keep a preview, and forget a site that they kept at this address.
        file_ = [file = std::move(file_), program = options.program](const std::string& name) {
            return name == service_worker_name ? service_worker_removal(program) : file(name);
        };
        // By default, the library would share a port with another server.
        server_.set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        });
        // Each open page occupies a thread with its event stream.
        constexpr std::size_t threads = 64;
        server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
        server_.set_keep_alive_timeout(1);
        server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
        });
    }

    ~SiteServer() { stop(); }
    SiteServer(const SiteServer&) = delete;
    SiteServer& operator=(const SiteServer&) = delete;

    // Returns nothing if no port is free.
    std::optional<int> start(int port) {
        constexpr int max_tries = 100;
        for (int i = 0; i < max_tries && port <= 65535; ++i, ++port) {
            if (!server_.bind_to_port(host, port)) continue;
            thread_ = std::thread([this] { server_.listen_after_bind(); });
            // The library ignores a stop before it is running.
            while (!server_.is_running()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return port;
        }
        return std::nullopt;
    }

    void show(const ServedSite& site) {
        if (site.ok) {
            std::vector<std::string> drafts;
            for (const model::Path& path : site.drafts) {
                drafts.push_back(page::url_of(path, site.base_path));
            }
            const std::lock_guard lock(mutex_);
            site_ = site;
            state_.built(drafts);
        } else {
            state_.failed(site.problems);
        }
    }

    std::string base_path() const {
        const std::lock_guard lock(mutex_);
        return site_.base_path;
    }

    void stop() {
        if (!thread_.joinable()) return;
        state_.close();
        server_.stop();
        thread_.join();
    }

    static constexpr const char* host = "127.0.0.1";

  private:
    void answer(const httplib::Request& request, httplib::Response& response) {
        // Read before the file is made. If a build ends in between, the page is reloaded once more
        // than necessary, but it never misses a build.
        const std::string build = state_.build();
        ServedSite site;
        {
            const std::lock_guard lock(mutex_);
            site = site_;
        }
        response.set_header("Content-Security-Policy", policy_header(site.sources));
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_header("Cache-Control", "no-cache");
        std::string path = request.path;  // the library has decoded it
        const std::string base = site.base_path.substr(0, site.base_path.size() - 1);
        if (!path.starts_with(site.base_path)) {
            if (path == "/" || path == base) return response.set_redirect(site.base_path, 302);
            return answer_file("404.html", file_("404.html"), 404, site.base_path, build, response);
        }
        path.erase(0, base.size());
        if (live_ && path.starts_with("/" + std::string(live_folder))) {
            return answer_live(path.substr(1 + live_folder.size()), response);
        }
        const std::string name = name_for(path);
        if (auto bytes = name.empty() ? std::nullopt : file_(name)) {
            return answer_file(name, std::move(bytes), 200, site.base_path, build, response);
        }
        if (!path.ends_with('/') && !name.empty() && file_(name + "/index.html")) {
            return response.set_redirect(addresses::encode_path(base + path + "/"), 301);
        }
        answer_file("404.html", file_("404.html"), 404, site.base_path, build, response);
    }

    void answer_file(const std::string& name, std::optional<std::string> bytes, int status,
                     const std::string& base_path, const std::string& build,
                     httplib::Response& response) const {
        const std::string type = media_type(name);
        if (bytes) {
            // If the status is not set, the library uses 200, or 206 for range requests.
            if (status != 200) response.status = status;
            if (live_ && type.starts_with("text/html")) {
                *bytes = with_live_script(std::move(*bytes), base_path, build);
            }
            return response.set_content(*bytes, type);
        }
        response.status = live_ ? 503 : 404;
        if (live_)
            return response.set_content(unbuilt_page(base_path, build), media_type("page.html"));
        response.set_content("Not found\n", "text/plain; charset=utf-8");
    }

    void answer_live(const std::string& name, httplib::Response& response) {
        if (name == "live.js") {
            return response.set_content(std::string(live_script()), media_type(name));
        }
        if (name == "live.css") {
            return response.set_content(std::string(live_style()), media_type(name));
        }
        if (name != "events") {
            response.status = 404;
            return;
        }
        response.set_chunked_content_provider(
            "text/event-stream",
            [this, seen = std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
                const auto message = state_.next(seen);
                if (!message) return false;
                seen = message->number;
                return sink.write(message->event.data(), message->event.size());
            });
    }

    const bool live_;
    std::function<std::optional<std::string>(const std::string&)> file_;
    mutable std::mutex mutex_;
    ServedSite site_;
    LiveState state_;
    httplib::Server server_;
    std::thread thread_;
};

// Receives SIGINT and SIGTERM through a file descriptor, in this thread and all threads started
// after it.
class StopSignals {
  public:
    StopSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
        descriptor_ = signalfd(-1, &signals_, SFD_CLOEXEC);
    }
    ~StopSignals() {
        close(descriptor_);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    int descriptor() const { return descriptor_; }

    // Reads the signal. Otherwise it stays pending and ends the process.
    void take() const {
        signalfd_siginfo signal{};
        while (read(descriptor_, &signal, sizeof(signal)) < 0 && errno == EINTR) {
        }
    }

  private:
    sigset_t signals_{};
    sigset_t before_{};
    int descriptor_ = -1;
};

// Builds on a separate thread, so that signals are noticed meanwhile.
ServedSite build_unless_stopped(const StopSignals& signals, const ServeOptions& options,
                                const std::function<ServedSite()>& build) {
    const int done = eventfd(0, EFD_CLOEXEC);
    ServedSite site;
    std::thread worker([&] {
        site = build();
        eventfd_write(done, 1);
    });
    std::array<pollfd, 2> waited = {{{signals.descriptor(), POLLIN, 0}, {done, POLLIN, 0}}};
    while (poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) {
    }
    if (waited[1].revents == 0 && waited[0].revents != 0) {
        // A thread can only be stopped by ending the process.
        abandon_unfinished();
        if (options.leave) options.leave();
        std::_Exit(0);
    }
    worker.join();
    close(done);
    return site;
}

// Waits for a change and a pause after it, because editors save in several steps. Returns nothing
// when the process should stop.
std::optional<FileChanges> wait_for_change(const StopSignals& signals, FileWatch& watch) {
    constexpr int quiet = 25;  // milliseconds
    FileChanges changes;
    while (true) {
        std::array<pollfd, 2> waited = {
            {{signals.descriptor(), POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
        const int count = poll(waited.data(), waited.size(), changes.any() ? quiet : -1);
        if (count < 0 && errno != EINTR) return std::nullopt;
        if (count <= 0) {
            if (count == 0 && changes.any()) return changes;
            continue;
        }
        if (waited[0].revents != 0) {
            signals.take();
            return std::nullopt;
        }
        changes.add(watch.take_changes());
    }
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

std::string serve_site(const ServeOptions& options,
                       const std::function<ServedSite(const FileChanges&)>& build,
                       const std::function<void(const std::string&)>& ready) {
    const StopSignals signals;
    // Watches before the first build, so that no change is missed.
    FileWatch watch(options.watched, options.folder);
    const bool live = !options.watched.empty();
    if (live && !watch.error().empty()) return watch.error();
    SiteServer server(options, live);
    FileChanges everything;
    everything.all_named = false;
    const auto build_after = [&](const FileChanges& changes) {
        return build_unless_stopped(signals, options, [&] { return build(changes); });
    };
    const ServedSite first = build_after(everything);
    if (!first.ok && !live) return "the site has errors";
    server.show(first);
    const auto port = server.start(options.port);
    if (!port) return "no free port from " + std::to_string(options.port) + " upwards";
    ready("http://" + std::string(SiteServer::host) + ":" + std::to_string(*port) +
          server.base_path());
    while (const auto changes = wait_for_change(signals, watch)) server.show(build_after(*changes));
    server.stop();
    return {};
}

}  // namespace broadsheet::press
